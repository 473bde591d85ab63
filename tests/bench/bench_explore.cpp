// How many whole executions of a Python program a search makes a second, and whether they leave
// memory as it is. For comparison, measured on such a machine: CPython itself starts and joins
// three real threads 1,500 times a second.
#include <benchmark/benchmark.h>

#include <fstream>
#include <string>

#include "core/explore/explorer.h"
#include "core/python/explored_program.h"

namespace turnwise {
namespace {

constexpr const char* lost_update = R"(
from threading import Thread

counter = 0

def add():
    global counter
    counter += 1

threads = [Thread(target=add) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
)";

double resident_kilobytes() {
    std::ifstream file("/proc/self/statm");
    double size = 0, resident = 0;
    file >> size >> resident;
    return resident * 4;
}

// One interpreter a process.
python::ExploredProgram& program() {
    static auto* the_program = [] {
        sched::Options rules;
        sched::apply_mode("bytecode/abstract", rules);
        auto* made = new python::ExploredProgram({"lost_update.py", lost_update, {}}, rules);
        // What is shared, a first search shows.
        do {
            made->begin_search();
            explore::explore(*made, {});
        } while (made->has_learnt());
        return made;
    }();
    return *the_program;
}

// All 36 interleavings of three threads that add to a counter, as often as they fit.
void optimal(benchmark::State& state) {
    std::uint64_t executions = 0;
    program();
    const double before = resident_kilobytes();
    for (auto _ : state)
        executions += explore::explore(program(), {}).executions;
    state.counters["executions/s"] =
        benchmark::Counter(static_cast<double>(executions), benchmark::Counter::kIsRate);
    state.counters["kB more"] = resident_kilobytes() - before;
}
BENCHMARK(optimal);

// 100,000 executions of any schedule.
void random_walk(benchmark::State& state) {
    explore::Options options;
    options.mode = explore::Mode::random;
    options.max_executions = 100'000;
    options.finds_races = options.finds_lock_order = options.finds_leaks = false;
    program();
    const double before = resident_kilobytes();
    for (auto _ : state)
        benchmark::DoNotOptimize(explore::explore(program(), options).executions);
    state.counters["executions/s"] = benchmark::Counter(
        100'000.0 * static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
    state.counters["kB more"] = resident_kilobytes() - before;
}
BENCHMARK(random_walk)->Iterations(1);

}  // namespace
}  // namespace turnwise
