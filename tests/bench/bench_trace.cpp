// What it costs to record, store, read and look around in a trace.
#include <benchmark/benchmark.h>

#include <random>

#include "core/analysis/intervals.h"
#include "core/analysis/state.h"
#include "core/trace/recorder.h"
#include "core/trace/stream.h"
#include "tests/support/sample_traces.h"

using namespace turnwise;

namespace {

const trace::Trace& million() {
    static const trace::Trace trace = support::sample_big_trace(1'000'000);
    return trace;
}

const std::string& stream_of_million() {
    static const std::string stream = [] {
        std::string bytes;
        trace::StreamWriter writer(
            [&](const char* data, std::size_t size) { bytes.append(data, size); });
        million().replay(writer);
        writer.flush();
        return bytes;
    }();
    return stream;
}

void record_an_event(benchmark::State& state) {
    const trace::Trace& trace = million();
    std::size_t bytes = 0;
    trace::StreamWriter writer([&](const char*, std::size_t size) { bytes += size; });
    trace::Recorder recorder(writer);
    recorder.begin({});
    EventIndex next = 0;
    for (auto _ : state) {
        recorder.record(trace[next]);
        if (++next == trace.size()) next = 0;
    }
    writer.flush();
    state.SetItemsProcessed(state.iterations());
    state.counters["bytes/event"] =
        static_cast<double>(bytes) / static_cast<double>(recorder.count());
}
BENCHMARK(record_an_event);

void intern_a_known_string(benchmark::State& state) {
    trace::Trace sink;
    trace::Recorder recorder(sink);
    for (auto _ : state)
        benchmark::DoNotOptimize(recorder.intern("mutex_semaphore"));
}
BENCHMARK(intern_a_known_string);

void read_an_event(benchmark::State& state) {
    const std::string& stream = stream_of_million();
    constexpr std::size_t piece = 64 * 1024;
    std::size_t events = 0;
    for (auto _ : state) {
        trace::Trace trace;
        trace::StreamReader reader(trace);
        for (std::size_t at = 0; at < stream.size(); at += piece)
            reader.feed(stream.data() + at, std::min(piece, stream.size() - at));
        events += trace.size();
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(events));
}
BENCHMARK(read_an_event)->Unit(benchmark::kMillisecond);

void index_a_million_events(benchmark::State& state) {
    for (auto _ : state)
        benchmark::DoNotOptimize(analysis::StateAt(million()).after(0).position());
}
BENCHMARK(index_a_million_events)->Unit(benchmark::kMillisecond);

void find_the_spans_of_a_million_events(benchmark::State& state) {
    for (auto _ : state)
        benchmark::DoNotOptimize(analysis::Intervals(million()).arrows().size());
}
BENCHMARK(find_the_spans_of_a_million_events)->Unit(benchmark::kMillisecond);

void seek_anywhere_in_a_million_events(benchmark::State& state) {
    analysis::StateAt states(million());
    std::mt19937_64 random(1);
    for (auto _ : state)
        benchmark::DoNotOptimize(states.after(random() % million().size()).position());
}
BENCHMARK(seek_anywhere_in_a_million_events)->Unit(benchmark::kMicrosecond);

// The last event before a snapshot: the longest replay there is.
void seek_the_farthest_from_a_snapshot(benchmark::State& state) {
    analysis::StateAt states(million());
    EventIndex wanted = 0;
    for (auto _ : state) {
        wanted = wanted == 4095 ? 8191 : 4095;
        benchmark::DoNotOptimize(states.after(wanted).position());
    }
}
BENCHMARK(seek_the_farthest_from_a_snapshot)->Unit(benchmark::kMicrosecond);

}  // namespace
