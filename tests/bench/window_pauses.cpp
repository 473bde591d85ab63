// How long the window answers nobody while it does what takes time with a large trace. No test: a
// table of milliseconds for whoever makes it faster.
//
//     QT_QPA_PLATFORM=offscreen window_pauses [EVENTS]
#include <QApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <cstdio>
#include <functional>

#include "core/trace/stream.h"
#include "tests/support/sample_traces.h"
#include "tests/ui/shell/isolated_home.h"
#include "ui/compare/comparison_panel.h"
#include "ui/explore/story.h"
#include "ui/export/request.h"
#include "ui/session/session.h"
#include "ui/shell/main_window.h"
#include "ui/shell/pause_meter.h"
#include "ui/shell/workspace.h"

using namespace turnwise;

namespace {

class Table {
  public:
    // Begins something, and lets the window work until it is over.
    void row(const char* what, const std::function<void()>& begin,
             const std::function<bool()>& isOver) {
        settle();
        m_meter.takeLongest();
        QElapsedTimer clock;
        clock.start();
        begin();
        const double first = static_cast<double>(clock.nsecsElapsed()) / 1e6;
        while (!isOver())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        settle();
        const ui::PauseMeter::Pause pause = m_meter.takeLongest();
        std::printf("%-28s %8.0f ms, first %6.0f ms, longest pause %6.0f ms (work %.0f ms)\n", what,
                    static_cast<double>(clock.nsecsElapsed()) / 1e6, first, pause.whole,
                    pause.work);
        std::fflush(stdout);
    }

  private:
    // Until two rounds in succession have had nothing to do but the beat.
    static void settle() {
        for (int round = 0; round < 5; ++round)
            QCoreApplication::processEvents();
    }

    ui::PauseMeter m_meter;
};

}  // namespace

int main(int argc, char** argv) {
    ui::isolatedHome();
    QApplication application(argc, argv);
    const std::size_t events = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 1'000'000;
    const QString path = ui::isolatedHome().path(QStringLiteral("large.trace"));
    trace::write_trace_file(path.toStdString(), support::sample_big_trace(events));

    ui::MainWindow window;
    window.resize(1440, 900);
    window.show();
    ui::Session& session = window.session();
    Table table;
    const auto over = [] { return true; };
    table.row(
        "open the trace", [&] { window.openPath(path); }, [&] { return !session.isRunning(); });
    std::printf("events: %zu\n", static_cast<std::size_t>(session.intervals().size()));
    table.row(
        "to the end", [&] { session.goToLast(); }, over);
    table.row(
        "to the middle", [&] { session.setCursor(session.intervals().size() / 2); }, over);
    table.row(
        "one step", [&] { session.stepForward(); }, over);
    for (const char* name : {"a.png", "a.svg", "a.pdf"}) {
        ui::ExportRequest request;
        request.path = ui::isolatedHome().path(QLatin1String(name));
        std::unique_ptr<ui::Job> job;
        QTimer work;
        bool is_done = false;
        QObject::connect(&work, &QTimer::timeout, &work,
                         [&] { is_done = is_done || !job->advance(); });
        table.row(
            name,
            [&] {
                job = ui::makeJob(request, session.intervals(), session.steps());
                work.start(0);
            },
            [&] { return is_done; });
    }
    ui::FoundProblem problem;
    problem.kind = ui::FoundProblem::Kind::other;
    const auto stateAfter = [&](EventIndex at) -> const analysis::State& {
        return session.stateAfter(at);
    };
    table.row(
        "story of the run",
        [&] { ui::storyOf(session.intervals(), session.steps(), stateAfter, problem); }, over);
    const auto mine = std::make_shared<const trace::Trace>(support::sample_big_trace(events));
    const auto theirs =
        std::make_shared<const trace::Trace>(support::sample_big_trace(events * 9 / 10));
    table.row(
        "compare", [&] { window.workspace().comparison().compare(mine, "a", theirs, "b"); },
        [&] { return !window.workspace().comparison().isEmpty(); });
    return 0;
}
