// What a switch of threads costs in C++, from the bare jump between two stacks up to a switch that
// was decided by a policy and recorded.
#include <benchmark/benchmark.h>

#include "core/fiber/fiber.h"
#include "core/simulation/simulation.h"
#include "core/threading/semaphore.h"
#include "core/threading/thread.h"
#include "core/trace/stream.h"

namespace turnwise {
namespace {

// Writes the trace as an engine does, up to the bytes that would go into the pipe.
class PipeToNowhere final : public trace::Sink {
  public:
    void begin(const trace::Header& header) override { m_writer.begin(header); }
    void string(StringId id, std::string_view text) override { m_writer.string(id, text); }
    void source(std::string_view path, std::string_view text) override {
        m_writer.source(path, text);
    }
    void event(const trace::Event& event) override {
        m_writer.event(event);
        ++m_events;
    }
    void end(const trace::Trailer& trailer) override { m_writer.end(trailer); }

    std::uint64_t events() const { return m_events; }

  private:
    trace::StreamWriter m_writer{
        [](const char* bytes, std::size_t) { benchmark::DoNotOptimize(*bytes); }};
    std::uint64_t m_events = 0;
};

// Never lets the running thread go on if another one can.
class AlwaysAnother final : public sched::Policy {
  public:
    const sched::ThreadControl* choose(const sched::Decision& decision) override {
        return decision.first_ready();
    }
};

sched::Options without_limits() {
    sched::Options options;
    options.limits.steps = std::numeric_limits<std::uint64_t>::max();
    options.limits.threads = std::numeric_limits<std::uint32_t>::max();
    return options;
}

void run(benchmark::State& state, const simulation::Program& program, std::int64_t items) {
    std::uint64_t events = 0;
    for (auto _ : state) {
        PipeToNowhere sink;
        AlwaysAnother policy;
        simulation::simulate(program, policy, without_limits(), sink);
        events += sink.events();
    }
    state.SetItemsProcessed(state.iterations() * items);
    state.counters["events/s"] =
        benchmark::Counter(static_cast<double>(events), benchmark::Counter::kIsRate);
    state.counters["s/item"] =
        benchmark::Counter(static_cast<double>(state.iterations() * items),
                           benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

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
    state.SetItemsProcessed(state.iterations() * 2);
    state.counters["s/item"] =
        benchmark::Counter(static_cast<double>(state.iterations() * 2),
                           benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}
BENCHMARK(bare_jump);

constexpr int turns = 100'000;

// Two threads; at every point the other one is chosen: a decision, its record, a switch, its
// record.
void decided_switch(benchmark::State& state) {
    const auto take_turns = [] {
        sched::Scheduler& scheduler = sched::Scheduler::current();
        for (int i = 0; i < turns; ++i)
            scheduler.point(trace::Operation::line);
    };
    run(
        state,
        [&] {
            threading::Thread other{{.target = take_turns}};
            other.start();
            take_turns();
            other.join();
        },
        2 * turns);
}
BENCHMARK(decided_switch)->Unit(benchmark::kMillisecond);

// Two threads hand a permit to and fro: each has to wait for the other, who wakes it.
void hand_over(benchmark::State& state) {
    run(
        state,
        [] {
            threading::Semaphore ping(0);
            threading::Semaphore pong(0);
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
BENCHMARK(hand_over)->Unit(benchmark::kMillisecond);

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

}  // namespace
}  // namespace turnwise
