// Draws sample traces in every theme, axis and size into a folder, for a person to look at.
//
//     QT_QPA_PLATFORM=offscreen draw_samples FOLDER [TRACE...]
#include <QApplication>
#include <QDir>
#include <QTextStream>

#include "core/trace/stream.h"
#include "tests/support/sample_traces.h"
#include "ui/charts/charts_panel.h"
#include "ui/export/timeline_export.h"
#include "ui/timeline/timeline_view.h"

namespace {

using namespace turnwise;

struct Sample {
    Sample(const QString& sampleName, trace::Trace sampleTrace)
        : name(sampleName), trace(std::move(sampleTrace)) {}

    QString name;
    trace::Trace trace;
};

bool draw(const Sample& sample, const QDir& folder, const char* name,
          timeline::ExportOptions options) {
    const analysis::Intervals intervals(sample.trace);
    const analysis::Steps steps(sample.trace);
    const QString path =
        folder.filePath(QStringLiteral("%1-%2").arg(sample.name, QLatin1String(name)));
    QString error;
    if (timeline::exportTimeline(intervals, steps, options, path, &error)) return true;
    QTextStream(stderr) << error << '\n';
    return false;
}

bool drawAll(const Sample& sample, const QDir& folder) {
    using timeline::Axis;
    using timeline::Theme;
    return draw(sample, folder, "time-light-720.png", {.size = {1280, 720}}) &&
           draw(sample, folder, "steps-light-1080.png",
                {.size = {1920, 1080}, .axis = Axis::steps}) &&
           draw(sample, folder, "steps-dark-720.png",
                {.size = {1280, 720}, .axis = Axis::steps, .theme = Theme::dark}) &&
           draw(sample, folder, "steps-print-1080.png",
                {.size = {1920, 1080}, .axis = Axis::steps, .theme = Theme::print}) &&
           draw(sample, folder, "time-natural.png", {}) &&
           draw(sample, folder, "steps-print.svg",
                {.size = {1280, 720}, .axis = Axis::steps, .theme = Theme::print}) &&
           draw(sample, folder, "steps-light.pdf", {.size = {1280, 720}, .axis = Axis::steps});
}

// The view as it stands in the window: the cursor in the middle, a thread chosen.
bool grab(const Sample& sample, const QDir& folder, const char* name, timeline::Axis axis,
          timeline::Theme theme) {
    const analysis::Intervals intervals(sample.trace);
    const analysis::Steps steps(sample.trace);
    timeline::TimelineView view;
    view.resize(1100, 420);
    view.setAxis(axis);
    view.setTheme(theme);
    view.setSource(&intervals, &steps);
    view.setCursor(intervals.size() / 2);
    view.setCurrentRow({timeline::RowId::Kind::thread, 1, no_object});
    view.show();
    view.setFocus();
    return view.grab().save(
        folder.filePath(QStringLiteral("%1-view-%2.png").arg(sample.name, QLatin1String(name))));
}

bool grabCharts(const Sample& sample, const QDir& folder, const char* name, timeline::Theme theme) {
    const analysis::Intervals intervals(sample.trace);
    charts::ChartsPanel panel;
    panel.resize(1100, 420);
    panel.setTheme(theme);
    panel.setSource(&intervals);
    panel.show();
    QCoreApplication::processEvents();
    return panel.grab().save(
        folder.filePath(QStringLiteral("%1-charts-%2.png").arg(sample.name, QLatin1String(name))));
}

bool grabAll(const Sample& sample, const QDir& folder) {
    using timeline::Axis;
    using timeline::Theme;
    return grab(sample, folder, "time-light", Axis::time, Theme::light) &&
           grab(sample, folder, "steps-light", Axis::steps, Theme::light) &&
           grab(sample, folder, "steps-dark", Axis::steps, Theme::dark) &&
           grabCharts(sample, folder, "light", Theme::light) &&
           grabCharts(sample, folder, "dark", Theme::dark);
}

}  // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    if (arguments.isEmpty()) {
        QTextStream(stderr) << "usage: draw_samples FOLDER [TRACE...]\n";
        return 2;
    }
    std::vector<Sample> samples;
    if (arguments.size() == 1) {
        samples = {{QStringLiteral("semaphore"), support::sample_semaphore_trace()},
                   {QStringLiteral("deadlock"), support::sample_deadlock_trace()},
                   {QStringLiteral("primitives"), support::sample_primitives_trace()},
                   {QStringLiteral("big"), support::sample_big_trace(100'000)}};
    }
    for (const QString& path : arguments.mid(1)) {
        Sample& sample = samples.emplace_back(QFileInfo(path).baseName(), trace::Trace());
        trace::read_trace_file(path.toStdString(), sample.trace);
    }
    const QDir folder(arguments.first());
    for (const Sample& sample : samples)
        if (!drawAll(sample, folder) || !grabAll(sample, folder)) return 1;
    return 0;
}
