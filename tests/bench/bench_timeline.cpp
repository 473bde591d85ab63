// What a frame of the timeline costs while a person pans and zooms: budget 16 ms. The arguments are
// the number of events, and how much of the run is seen: 1 is all, 1000 a thousandth.
#include <benchmark/benchmark.h>

#include <QGuiApplication>
#include <QImage>
#include <map>

#include "core/analysis/statistics.h"
#include "tests/support/sample_traces.h"
#include "ui/find/event_search.h"
#include "ui/timeline/related.h"
#include "ui/timeline/stage.h"

namespace {

using namespace turnwise;

struct Run {
    explicit Run(std::size_t events)
        : trace(support::sample_big_trace(events)), intervals(trace), steps(trace) {}

    trace::Trace trace;
    analysis::Intervals intervals;
    analysis::Steps steps;
};

const Run& runOf(std::int64_t events) {
    static std::map<std::int64_t, Run> runs;
    return runs.try_emplace(events, static_cast<std::size_t>(events)).first->second;
}

void paintFrames(benchmark::State& state, timeline::Axis axis) {
    const Run& run = runOf(state.range(0));
    timeline::Stage stage(run.intervals, run.steps, axis, QGuiApplication::font(), {});
    QImage image(1920, 700, QImage::Format_ARGB32_Premultiplied);
    stage.setSize(image.size());
    const double end = stage.map().end();
    const double length = end / static_cast<double>(state.range(1));
    double from = 0;
    for (auto _ : state) {
        QPainter painter(&image);
        stage.paint(painter, timeline::paletteOf(timeline::Theme::light), {from, from + length}, 1);
        painter.end();
        from += length * 0.03;
        if (from + length > end) from = 0;
    }
}

void timeAxis(benchmark::State& state) {
    paintFrames(state, timeline::Axis::time);
}

void stepAxis(benchmark::State& state) {
    paintFrames(state, timeline::Axis::steps);
}

// What it costs beside that when a lock lights up.
void relatedUses(benchmark::State& state) {
    const Run& run = runOf(state.range(0));
    timeline::Stage stage(run.intervals, run.steps, timeline::Axis::time, QGuiApplication::font(),
                          {});
    stage.setSize({1920, 700});
    const timeline::RelatedUses uses(1, stage.rows());
    const double end = stage.map().end();
    const double length = end / static_cast<double>(state.range(1));
    double from = 0;
    for (auto _ : state) {
        const auto window = stage.window({from, from + length});
        benchmark::DoNotOptimize(uses.inSight(stage.layout(), window));
        from += length * 0.03;
        if (from + length > end) from = 0;
    }
}

// When the mouse comes to a lock for the first time.
void findUses(benchmark::State& state) {
    const Run& run = runOf(state.range(0));
    const timeline::Rows rows(run.intervals, run.steps, timeline::Axis::time);
    for (auto _ : state)
        benchmark::DoNotOptimize(timeline::RelatedUses(1, rows));
}

void findAWord(benchmark::State& state) {
    const Run& run = runOf(state.range(0));
    for (auto _ : state)
        benchmark::DoNotOptimize(
            ui::EventSearch(run.intervals, QStringLiteral("nobody says this")).count());
}

// The numbers of the panel of statistics.
void numbers(benchmark::State& state) {
    const Run& run = runOf(state.range(0));
    for (auto _ : state)
        benchmark::DoNotOptimize(analysis::statistics(run.intervals));
}

void changeOfAxis(benchmark::State& state) {
    const Run& run = runOf(state.range(0));
    for (auto _ : state)
        benchmark::DoNotOptimize(timeline::Rows(run.intervals, run.steps, timeline::Axis::steps));
}

constexpr std::int64_t events[] = {100'000, 1'000'000};
BENCHMARK(timeAxis)
    ->ArgsProduct({{events[0], events[1]}, {1, 10, 1000}})
    ->Unit(benchmark::kMillisecond);
BENCHMARK(stepAxis)
    ->ArgsProduct({{events[0], events[1]}, {1, 10, 1000}})
    ->Unit(benchmark::kMillisecond);
BENCHMARK(relatedUses)
    ->ArgsProduct({{events[0], events[1]}, {1, 10, 1000}})
    ->Unit(benchmark::kMillisecond);
BENCHMARK(findUses)->Arg(events[0])->Arg(events[1])->Unit(benchmark::kMillisecond);
BENCHMARK(findAWord)->Arg(events[0])->Arg(events[1])->Unit(benchmark::kMillisecond);
BENCHMARK(numbers)->Arg(events[0])->Arg(events[1])->Unit(benchmark::kMillisecond);
BENCHMARK(changeOfAxis)->Arg(events[0])->Arg(events[1])->Unit(benchmark::kMillisecond);

}  // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
