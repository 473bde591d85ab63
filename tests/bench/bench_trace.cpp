// What a trace costs after the run: bytes, writing, reading, and the state at any moment of it.
#include <benchmark/benchmark.h>

#include "core/analysis/intervals.h"
#include "core/analysis/steps.h"
#include "core/base/random.h"
#include "core/trace/stream.h"
#include "tests/support/sample_traces.h"

namespace turnwise {
namespace {

constexpr std::size_t events = 1'000'000;

const trace::Trace& big_trace() {
    static const trace::Trace trace = support::sample_big_trace(events);
    return trace;
}

void write_events(const trace::Trace& trace, trace::Sink& sink) {
    for (const trace::Event& event : trace.events())
        sink.event(event);
}

// The strings of a trace are few; the stream of the events alone is what grows.
std::string stream_of(const trace::Trace& trace) {
    std::string bytes;
    trace::StreamWriter writer(
        [&](const char* data, std::size_t size) { bytes.append(data, size); });
    writer.begin(trace.header());
    write_events(trace, writer);
    writer.end(trace.trailer());
    return bytes;
}

void write_stream(benchmark::State& state) {
    const trace::Trace& trace = big_trace();
    std::size_t size = 0;
    for (auto _ : state) {
        const std::string bytes = stream_of(trace);
        size = bytes.size();
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(trace.size()));
    state.counters["bytes/event"] = static_cast<double>(size) / static_cast<double>(trace.size());
}
BENCHMARK(write_stream)->Unit(benchmark::kMillisecond);

void read_stream(benchmark::State& state) {
    const std::string bytes = stream_of(big_trace());
    for (auto _ : state) {
        trace::Trace trace;
        trace::StreamReader(trace).feed(bytes.data(), bytes.size());
        benchmark::DoNotOptimize(trace.size());
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(big_trace().size()));
}
BENCHMARK(read_stream)->Unit(benchmark::kMillisecond);

void derive_intervals(benchmark::State& state) {
    for (auto _ : state) {
        const analysis::Intervals intervals(big_trace());
        benchmark::DoNotOptimize(intervals.size());
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(big_trace().size()));
}
BENCHMARK(derive_intervals)->Unit(benchmark::kMillisecond);

// What a jump of the cursor costs; the aim is below one millisecond.
void seek_anywhere(benchmark::State& state) {
    analysis::StateAt states(big_trace());
    states.after(big_trace().size());  // as when the trace was first shown to its end
    Random random(1);
    for (auto _ : state)
        benchmark::DoNotOptimize(states.after(random.below(big_trace().size())).tick());
}
BENCHMARK(seek_anywhere)->Unit(benchmark::kMicrosecond);

void step_back(benchmark::State& state) {
    const analysis::Steps steps(big_trace());
    analysis::StateAt states(big_trace());
    std::size_t step = steps.count();
    for (auto _ : state) {
        benchmark::DoNotOptimize(states.after(steps.events_at(step)).tick());
        step = step == 0 ? steps.count() : step - 1;
    }
}
BENCHMARK(step_back)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace turnwise
