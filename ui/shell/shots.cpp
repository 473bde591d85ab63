#include "ui/shell/shots.h"

#include <QApplication>
#include <QCheckBox>
#include <QDeadlineTimer>
#include <QDir>
#include <QEventLoop>
#include <QLineEdit>
#include <QTimer>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <stdexcept>

#include "ui/editor/program_view.h"
#include "ui/branches/runs_panel.h"
#include "ui/export/timeline_export.h"
#include "ui/hand/breakpoint_box.h"
#include "ui/hand/hand_panel.h"
#include "ui/find/picker.h"
#include "ui/inspect/console_panel.h"
#include "ui/lessons/exercise_bar.h"
#include "ui/lessons/learn_panel.h"
#include "ui/lessons/predict_bar.h"
#include "ui/lessons/predict_mode.h"
#include "ui/lessons/tour.h"
#include "ui/look/scale.h"
#include "ui/look/theme.h"
#include "ui/notes/notebook.h"
#include "ui/policies/policy_panel.h"
#include "ui/session/session.h"
#include "ui/shell/actions.h"
#include "ui/shell/exercise_commands.h"
#include "ui/shell/export_dialog.h"
#include "ui/shell/export_form.h"
#include "ui/shell/language.h"
#include "ui/shell/learning_commands.h"
#include "ui/shell/main_window.h"
#include "ui/shell/model_dialog.h"
#include "ui/shell/open_program.h"
#include "ui/shell/preferences.h"
#include "ui/shell/run_bar.h"
#include "ui/shell/run_options_dialog.h"
#include "ui/shell/recovery.h"
#include "ui/shell/settings.h"
#include "ui/shell/workspace.h"
#include "ui/timeline/timeline_panel.h"
#include "ui/timeline/timeline_view.h"

namespace turnwise::ui {

namespace {

constexpr QSize window_size(1440, 900);
constexpr QSize large_window_size(1920, 1200);  // of a projector
constexpr std::chrono::seconds longest_run{60};
constexpr std::chrono::milliseconds settling{250};  // charts and layouts follow a little later

void letPass(std::chrono::milliseconds time) {
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}

class Photographer {
  public:
    // Language and theme are those of the application at this moment.
    Photographer(const QDir& folder, const QString& suffix) : m_folder(folder), m_suffix(suffix) {
        m_window.resize(interfaceScale() > 1 ? large_window_size : window_size);
        m_window.show();
    }

    void takeAll() {
        take("start");
        runAt("semaphore", 0.45);
        take("semaphore-time");
        exportAs("png");
        exportAs("svg");
        exportAs("pdf");
        do_(Command::axis_steps);
        take("semaphore-steps");
        takeDialogs();
        m_window.workspace().raisePanel(QStringLiteral("charts"));
        take("charts");
        m_window.workspace().raisePanel(QStringLiteral("timeline"));
        takeTimeline();
        takeFinding();
        takeInspector();
        takeConsole();
        runAt("deadlock", 1);
        take("deadlock");
        takeLearning();
        m_window.workspace().raisePanel(QStringLiteral("transcript"));
        take("transcript");
        m_window.workspace().raisePanel(QStringLiteral("timeline"));
        runAt("lost_update", 0.6);
        take("lost-update");
        takeExercise();
        takeByHand();
        takeModels();
        takeRuns();
    }

  private:
    void takeDialogs() {
        do_(Command::export_run);
        auto* dialog = m_window.findChild<ExportDialog*>();
        for (const auto& [content, view] : {std::pair{Content::timeline, "export-timeline"},
                                            {Content::steps, "export-steps"},
                                            {Content::transcript, "export-words"}}) {
            dialog->form().setContent(content);
            take(view, *dialog);
        }
        dialog->form().setContent(Content::timeline);
        dialog->close();
        do_(Command::preferences);
        takeAndClose("preferences", *m_window.findChild<Preferences*>());
        do_(Command::about);
        takeAndClose("about", *m_window.findChild<QDialog*>(QStringLiteral("about")));
    }

    // The deadlock of the view before: who waits for whom, what it is called, a page about it.
    void takeLearning() {
        Workspace& work = m_window.workspace();
        for (const char* panel : {"waits", "patterns", "learn"})
            work.raisePanel(QLatin1String(panel));
        work.learn().showPage(QStringLiteral("lock_acquire"));
        take("learn");
        work.learn().showIndex();
        take("learn-contents");
        for (const char* panel : {"threads", "console", "timeline"})
            work.raisePanel(QLatin1String(panel));
        takePrediction();
        do_(Command::tour);
        for (int stop = 0; stop < 3; ++stop)
            m_window.learning().tour().next();
        take("tour");
        m_window.learning().tour().end();
    }

    void takeExercise() {
        m_window.exercises().open(QStringLiteral("two_accounts"));
        m_window.workspace().exercise().showNextHint();
        QEventLoop loop;
        QObject::connect(&m_window.exercises().check(), &ExerciseCheck::failed, &loop,
                         &QEventLoop::quit);
        QTimer::singleShot(longest_run, &loop, &QEventLoop::quit);
        do_(Command::check_exercise);
        loop.exec();
        take("exercise");
    }

    void takePrediction() {
        runAt("semaphore", 0.3);
        do_(Command::axis_steps);
        do_(Command::predict);
        while (!m_window.workspace().predict().isAsking() && !m_window.session().isAtEnd())
            do_(Command::step);
        take("predict");
        m_window.predict().answer(0);
        take("predict-answered");
        do_(Command::predict);
        runAt("deadlock", 1);
    }

    // Marks, details and a lock that lights up; then rows that are pinned, folded and filtered.
    void takeTimeline() {
        runAt("semaphore", 0.3);
        do_(Command::axis_steps);
        timeline::TimelineView& timeline = m_window.workspace().timeline();
        do_(Command::mark_a);
        m_window.session().setStep(m_window.session().stepCount() / 2);
        do_(Command::mark_b);
        do_(Command::keep_mark);
        timeline.setCurrentRow({timeline::RowId::Kind::object, no_thread, 1});
        timeline.setFocus();
        do_(Command::details);
        do_(Command::go_to_range);
        take("timeline-marks");
        m_window.workspace().timelinePanel().closeRange();
        timeline.setCurrentRow({timeline::RowId::Kind::thread, 4, no_object});
        do_(Command::pin_row);
        timeline.setCurrentRow({timeline::RowId::Kind::thread, 2, no_object});
        do_(Command::hide_row);
        do_(Command::fold_rows);
        timeline.zoomIn();
        timeline.zoomIn();
        take("timeline-rows");
        do_(Command::details);
        do_(Command::presentation);
        take("presentation");
        do_(Command::presentation);
        do_(Command::show_rows);
        do_(Command::fold_rows);
    }

    void takeFinding() {
        runAt("semaphore", 0.3);
        auto& picker = *m_window.findChild<Picker*>();
        do_(Command::find);
        picker.line().setText(QStringLiteral("Thread-3"));
        take("find");
        picker.dismiss();
        do_(Command::find_thread);
        take("find-thread");
        picker.dismiss();
        do_(Command::find_command);
        take("find-command");
        picker.dismiss();
    }

    void takeInspector() {
        runAt("condition", 0.5);
        for (const char* panel : {"locals", "stack", "events"})
            m_window.workspace().raisePanel(QLatin1String(panel));
        take("inspector");
        for (const char* panel : {"objects", "variables", "console"})
            m_window.workspace().raisePanel(QLatin1String(panel));
    }

    // A tree of runs, two of them compared, the numbers of one, every policy, and notes.
    void takeRuns() {
        runAt("lost_update", 0.3);
        branchAt(0.4);
        branchAt(0.5);
        m_window.session().showRun(1);
        branchAt(0.7);
        runAgain(Command::new_seed);
        m_window.session().showRun(2);
        const bool chinese = currentLanguage() == QLatin1String("zh_CN");
        note(0.5, 0.5, chinese ? QStringLiteral("两个线程读到同一个值。")
                               : QStringLiteral("Both threads have read the same value."));
        note(0.6, 0.8, chinese ? QStringLiteral("其中一次加法在这里丢失。")
                               : QStringLiteral("One of the two additions is lost here."));
        do_(Command::axis_steps);
        m_window.session().setStep(m_window.session().stepCount() / 2);
        m_window.workspace().raisePanel(QStringLiteral("runs"));
        take("runs");
        m_window.workspace().raisePanel(QStringLiteral("notes"));
        take("notes");
        m_window.workspace().raisePanel(QStringLiteral("runs"));
        do_(Command::compare_runs);
        take("comparison");
        m_window.workspace().raisePanel(QStringLiteral("statistics"));
        take("statistics");
        runAt("semaphore", 1);
        QEventLoop loop;
        QObject::connect(&m_window.workspace().policies().runs(), &PolicyRuns::finished, &loop, &QEventLoop::quit);
        QTimer::singleShot(longest_run, &loop, &QEventLoop::quit);
        do_(Command::compare_policies);
        loop.exec();
        take("policies");
        m_window.workspace().raisePanel(QStringLiteral("timeline"));
        m_window.workspace().raisePanel(QStringLiteral("examples"));
    }

    void runAgain(Command command) {
        QEventLoop loop;
        QObject::connect(&m_window.session(), &Session::runFinished, &loop, &QEventLoop::quit);
        QTimer::singleShot(longest_run, &loop, &QEventLoop::quit);
        do_(command);
        loop.exec();
    }

    // Somebody else at the choice that comes next at that part of the run.
    void branchAt(double part) {
        Session& session = m_window.session();
        session.setStep(static_cast<std::size_t>(static_cast<double>(session.stepCount()) * part));
        const auto& choice = m_window.workspace().runs().choice().choice();
        if (!choice) return;
        for (const Choice::Candidate& candidate : choice->candidates) {
            if (candidate.isChosen) continue;
            QEventLoop loop;
            QObject::connect(&session, &Session::runFinished, &loop, &QEventLoop::quit);
            QTimer::singleShot(longest_run, &loop, &QEventLoop::quit);
            session.branch(choice->decision, candidate.thread);
            loop.exec();
            return;
        }
    }

    void note(double from, double to, const QString& text) {
        const Session& session = m_window.session();
        const auto moment = [&](double part) {
            return session.steps().events_at(
                static_cast<std::size_t>(static_cast<double>(session.stepCount()) * part));
        };
        m_window.notebook().add(session.shownRun(), moment(from), moment(to), text);
    }

    void takeConsole() {
        runAt("thread_exception", 0.8);
        m_window.workspace().console().future().setChecked(true);
        take("console");
        m_window.workspace().console().future().setChecked(false);
    }

    // Two threads that want two locks: the first has one of them, and the second is about to ask
    // for it.
    void takeByHand() {
        m_window.openExample(QStringLiteral("deadlock"));
        m_window.workspace().program().editor().toggleBreakpoint(14);
        do_(Command::run_by_hand);
        letBeAsked();
        HandPanel& panel = m_window.workspace().hand();
        panel.breakpoints().add(QStringLiteral("event acquire"));
        for (int answers = 0; answers < 5; ++answers) {
            do_(Command::hand_run);
            letBeAsked();
        }
        do_(Command::hand_every_step);
        for (int answers = 0; answers < 20 && !isAboutToAcquire(); ++answers) {
            do_(Command::hand_step);
            letBeAsked();
        }
        do_(Command::axis_steps);
        do_(Command::fit);
        take("by-hand");
        do_(Command::hand_every_step);
        m_window.session().stop();
        panel.breakpoints().setBreakpoints({});
        m_window.workspace().raisePanel(QStringLiteral("threads"));
    }

    bool isAboutToAcquire() {
        const trace::Inquiry* inquiry = m_window.session().inquiry();
        return !inquiry ||
               std::ranges::any_of(inquiry->threads, [](const trace::Prospect& prospect) {
                   return prospect.is_candidate && prospect.operation == trace::Operation::acquire;
               });
    }

    void takeModels() {
        RunOptions options = m_window.runBar().options();
        const RunOptions usual = options;
        options.model = QStringLiteral("free-threaded");
        m_window.runBar().setOptions(options);
        runAt("cpu_bound", 0.5);
        take("cores");
        options.granularity = QStringLiteral("bytecode");
        m_window.runBar().setOptions(options);
        runAt("lost_update", 0.5);
        m_window.workspace().raisePanel(QStringLiteral("events"));
        take("bytecode");
        m_window.workspace().raisePanel(QStringLiteral("console"));
        m_window.runBar().setOptions(usual);
        RunOptionsDialog dialog(options, &m_window);
        dialog.show();
        take("run-options", dialog);
        m_window.openExample(QStringLiteral("queue_of_orders"));
        options.program = m_window.program().name();
        options.sourceText = m_window.program().text();
        options.granularity.clear();
        ModelDialog models(options, &m_window);
        models.setAttribute(Qt::WA_DeleteOnClose, false);
        models.show();
        letPass([&] { return models.comparison().isOver(); });
        take("compare-models", models);
    }

    // Until `is_so`, or for as long as a run may take.
    static void letPass(const std::function<bool()>& is_so) {
        const QDeadlineTimer deadline(longest_run);
        while (!is_so()) {
            if (deadline.hasExpired()) throw std::runtime_error("nothing happens any more");
            letPass(std::chrono::milliseconds(20));
        }
    }
    static void letPass(std::chrono::milliseconds time) { ui::letPass(time); }

    void letBeAsked() {
        letPass([this] { return m_window.session().inquiry() || !m_window.session().isRunning(); });
    }

    // Runs an example to its end and goes to a part of its steps.
    void runAt(const char* example, double part) {
        QDir(Recovery::defaultFolder()).removeRecursively();  // else it would offer what was kept of the last time
        m_window.openExample(QLatin1String(example));
        QEventLoop loop;
        QObject::connect(&m_window.session(), &Session::runFinished, &loop, &QEventLoop::quit);
        QTimer::singleShot(longest_run, &loop, &QEventLoop::quit);
        do_(Command::run);
        loop.exec();
        Session& session = m_window.session();
        if (session.isRunning() || session.stepCount() == 0)
            throw std::runtime_error(std::string(example) + ": " + session.outcome().message);
        do_(Command::axis_time);
        do_(Command::fit);
        session.setStep(static_cast<std::size_t>(static_cast<double>(session.stepCount()) * part));
    }

    void exportAs(const char* format) {
        timeline::ExportOptions options;
        options.title = m_window.program().name();
        options.theme = timelineTheme(QApplication::palette());
        QString error;
        const QString file =
            m_folder.filePath(QStringLiteral("export-%1.%2").arg(m_suffix, QLatin1String(format)));
        const Session& session = m_window.session();
        if (!timeline::exportTimeline(session.intervals(), session.steps(), options, file, &error))
            throw std::runtime_error(error.toStdString());
    }

    void do_(Command command) { m_window.actions()[command]->trigger(); }

    void take(const char* view) { take(view, m_window); }

    void takeAndClose(const char* view, QWidget& dialog) {
        take(view, dialog);
        dialog.close();
    }

    void take(const char* view, QWidget& widget) {
        letPass(settling);
        const QString file =
            m_folder.filePath(QStringLiteral("%1-%2.png").arg(QLatin1String(view), m_suffix));
        if (!widget.grab().save(file))
            throw std::runtime_error("cannot write " + file.toStdString());
    }

    QDir m_folder;
    QString m_suffix;
    MainWindow m_window;
};

}  // namespace

int takeShots(const QString& directory) {
    // Settings and safety copies of its own, and none left from the last time.
    QCoreApplication::setApplicationName(QStringLiteral("turnwise-shots"));
    Settings().clear();
    QDir(Recovery::defaultFolder()).removeRecursively();
    const QDir folder(directory);
    try {
        if (!folder.mkpath(QStringLiteral(".")))
            throw std::runtime_error("cannot make the folder " + directory.toStdString());
        for (const QString& language : languages())
            for (const auto& [theme, scale] : {std::pair{ThemeChoice::light, 1.0},
                                               {ThemeChoice::dark, 1.0},
                                               {ThemeChoice::contrast, 1.0},
                                               {ThemeChoice::light, 1.5},
                                               {ThemeChoice::dark, 1.5},
                                               {ThemeChoice::contrast, 1.5}}) {
                setLanguage(language);
                setInterfaceScale(scale);
                applyTheme(theme);
                QString suffix = QStringLiteral("%1-%2").arg(language, wordOf(theme));
                if (scale != 1) suffix += QStringLiteral("-%1").arg(scale * 100);
                Photographer(folder, suffix).takeAll();
            }
    } catch (const std::exception& error) {
        std::fprintf(stderr, "turnwise: no pictures: %s\n", error.what());
        return 1;
    }
    return 0;
}

}  // namespace turnwise::ui
