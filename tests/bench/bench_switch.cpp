// What a switch of threads costs in C++, from the bare jump between two stacks up to a switch that
// was decided by a policy and recorded. For comparison, measured on such a machine: greenlet, the
// fastest switch that Python programs have, 224 ns; two real threads that hand a lock to and fro,
// 43,000 ns; creating and joining a real thread, 210,000 ns.
#include <benchmark/benchmark.h>

#include <memory>
#include <optional>
#include <vector>

#include "core/fiber/fiber.h"
#include "core/simulation/simulation.h"
#include "core/threading/event.h"
#include "core/threading/lock.h"
#include "core/threading/thread.h"
#include "core/trace/stream.h"

namespace turnwise {
namespace {

using sched::Scheduler;

// --- what a run is recorded with

// Takes a trace and keeps nothing: the cost of recording without that of keeping.
class NullSink final : public trace::Sink {
  public:
    void begin(const trace::Header&) override {}
    void string(StringId, std::string_view) override {}
    void source(std::string_view, std::string_view) override {}
    void event(const trace::Event& event) override { benchmark::DoNotOptimize(event.tick); }
    void end(const trace::Trailer&) override {}
};

// The bytes that would cross the pipe; each buffer full takes the place of the one before.
class MemoryStream {
  public:
    trace::Sink& sink() { return m_writer; }

  private:
    std::vector<char> m_bytes;
    trace::StreamWriter m_writer{
        [this](const char* bytes, std::size_t size) { m_bytes.assign(bytes, bytes + size); }};
};

sched::Options without_limits() {
    sched::Options options;
    options.limits.steps = std::numeric_limits<std::uint64_t>::max();
    options.limits.threads = std::numeric_limits<std::uint32_t>::max();
    options.limits.virtual_time = no_deadline;
    return options;
}

// Seconds for each of `count` items an iteration.
void tell_items(benchmark::State& state, std::int64_t count) {
    state.SetItemsProcessed(state.iterations() * count);
    state.counters["s/item"] =
        benchmark::Counter(static_cast<double>(state.iterations() * count),
                           benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

// Runs `program` as a user does, with round robin; recorded to memory.
void run(benchmark::State& state, const simulation::Program& program, std::int64_t items) {
    for (auto _ : state) {
        MemoryStream stream;
        const auto policy = sched::round_robin();
        simulation::simulate(program, *policy, without_limits(), stream.sink());
    }
    tell_items(state, items);
}

// --- the bare jump

struct PingPong {
    fiber::Fiber home;
    fiber::Fiber* other = nullptr;
};

void jump_back_for_ever(void* argument) {
    auto& pair = *static_cast<PingPong*>(argument);
    for (;;)
        fiber::Fiber::switch_to(*pair.other, pair.home);
}

void bare_jump(benchmark::State& state) {
    fiber::StackPool stacks;
    PingPong pair;
    fiber::Fiber other(stacks.acquire(), &jump_back_for_ever, &pair);
    pair.other = &other;
    for (auto _ : state)
        fiber::Fiber::switch_to(pair.home, other);
    tell_items(state, 2);
    stacks.release(other.stack());
}
BENCHMARK(bare_jump);

// --- a switch with its decision

constexpr int turns = 100'000;

enum class Recording { none, events, stream };

// `threads` threads that come to `turns` points together; at each there is a decision among all of
// them.
void take_turns(benchmark::State& state, std::unique_ptr<sched::Policy> policy, Recording recording,
                int threads) {
    const int turns_each = turns / threads;
    sched::Options options = without_limits();
    options.switch_interval = 0;  // round robin hands over at every point
    NullSink null;
    std::uint64_t decisions = 0;
    for (auto _ : state) {
        MemoryStream stream;
        trace::Recorder recorder(recording == Recording::stream ? stream.sink() : null);
        Scheduler scheduler(*policy, options);
        scheduler.run([&] {
            scheduler.begin_program(recording == Recording::none ? nullptr : &recorder);
            const auto take_turns = [&] {
                for (int i = 0; i < turns_each; ++i)
                    scheduler.point({nullptr, trace::Operation::line});
            };
            for (int i = 1; i < threads; ++i)
                scheduler.start(scheduler.create("worker", false, take_turns));
            take_turns();
            scheduler.join_non_daemons();
            scheduler.finish({OutcomeKind::finished, ""});
        });
        decisions = scheduler.summary().decisions;
    }
    tell_items(state, static_cast<std::int64_t>(decisions));
}

#define TURNWISE_SWITCH(name, policy, recording)                                \
    void name(benchmark::State& state) {                                        \
        take_turns(state, policy, recording, static_cast<int>(state.range(0))); \
    }                                                                           \
    BENCHMARK(name)->Unit(benchmark::kMillisecond)

// Round robin with no interval switches at every decision; random at one of two with two threads.
TURNWISE_SWITCH(round_robin_unrecorded, sched::round_robin(), Recording::none)->Arg(2);
TURNWISE_SWITCH(round_robin_recorded, sched::round_robin(), Recording::events)->Arg(2);
TURNWISE_SWITCH(round_robin_to_memory, sched::round_robin(), Recording::stream)->Arg(2);
TURNWISE_SWITCH(random_to_memory, sched::random_choice(1), Recording::stream)->Arg(2);

// How the cost grows with the number of threads that are ready.
TURNWISE_SWITCH(round_robin_among, sched::round_robin(), Recording::none)
    ->Arg(10)
    ->Arg(100)
    ->Arg(1000);
TURNWISE_SWITCH(random_among, sched::random_choice(1), Recording::none)
    ->Arg(2)
    ->Arg(10)
    ->Arg(100)
    ->Arg(1000);

// The same choices again: a replay looks for each thread by its number.
void replay_among(benchmark::State& state) {
    const auto threads = static_cast<int>(state.range(0));
    const auto program = [threads] {
        std::vector<std::unique_ptr<threading::Thread>> workers;
        const auto take_turns = [n = turns / threads] {
            for (int i = 0; i < n; ++i)
                Scheduler::current().point({nullptr, trace::Operation::line});
        };
        for (int i = 1; i < threads; ++i) {
            workers.push_back(std::make_unique<threading::Thread>(
                threading::ThreadArguments{.target = take_turns}));
            workers.back()->start();
        }
        take_turns();
        for (auto& worker : workers)
            worker->join();
    };
    NullSink sink;
    const auto random = sched::random_choice(1);
    const sched::Summary recorded = simulation::simulate(program, *random, without_limits(), sink);
    for (auto _ : state) {
        const auto policy = sched::replay(recorded.schedule);
        simulation::simulate(program, *policy, without_limits(), sink);
    }
    tell_items(state, static_cast<std::int64_t>(recorded.decisions));
}
BENCHMARK(replay_among)->Unit(benchmark::kMillisecond)->Arg(2)->Arg(100)->Arg(1000);

// --- what programs do

// Two threads hand a lock to and fro: each has to wait for the other, who wakes it.
void lock_hand_over(benchmark::State& state) {
    run(
        state,
        [] {
            threading::Lock ping;
            threading::Lock pong;
            ping.acquire();
            pong.acquire();
            threading::Thread other{{.target = [&] {
                for (int i = 0; i < turns; ++i) {
                    ping.acquire();
                    pong.release();
                }
            }}};
            other.start();
            for (int i = 0; i < turns; ++i) {
                ping.release();
                pong.acquire();
            }
            other.join();
        },
        2 * turns);
}
BENCHMARK(lock_hand_over)->Unit(benchmark::kMillisecond);

void start_and_join(benchmark::State& state) {
    constexpr int threads = 10'000;
    run(
        state,
        [] {
            for (int i = 0; i < threads; ++i) {
                threading::Thread thread{{.target = [] {}}};
                thread.start();
                thread.join();
            }
        },
        threads);
}
BENCHMARK(start_and_join)->Unit(benchmark::kMillisecond);

// A whole small run, as searching repeats it: two threads, a lock, a dozen operations.
void whole_small_run(benchmark::State& state) {
    run(
        state,
        [] {
            threading::Lock lock;
            const auto work = [&] {
                for (int i = 0; i < 3; ++i)
                    threading::with guard(lock);
            };
            threading::Thread one{{.target = work}};
            threading::Thread two{{.target = work}};
            one.start();
            two.start();
            one.join();
            two.join();
        },
        1);
}
BENCHMARK(whole_small_run)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace turnwise
