// The tree of runs, notes, comparison, statistics, policies.
#include <QEventLoop>
#include <QPlainTextEdit>
#include <QTimer>

#include "ui/branches/runs_panel.h"
#include "ui/editor/program_view.h"
#include "ui/inspect/console_panel.h"
#include "ui/inspect/input_field.h"
#include "ui/look/language.h"
#include "ui/notes/notebook.h"
#include "ui/policies/policy_panel.h"
#include "ui/session/session.h"
#include "ui/shell/export_dialog.h"
#include "ui/shell/export_form.h"
#include "ui/shell/shots/photographer.h"
#include "ui/shell/shots/views.h"
#include "ui/shell/workspace.h"

namespace turnwise::ui {

namespace {

constexpr std::chrono::seconds patience{60};

// Somebody else at the choice that comes next at that part of the run.
void branchAt(Photographer& camera, double part) {
    Session& session = camera.window().session();
    session.setStep(static_cast<std::size_t>(static_cast<double>(session.stepCount()) * part));
    const auto& choice = camera.window().workspace().runs().choice().choice();
    if (!choice) return;
    for (const Choice::Candidate& candidate : choice->candidates) {
        if (candidate.isChosen) continue;
        QEventLoop loop;
        QObject::connect(&session, &Session::runFinished, &loop, &QEventLoop::quit);
        QTimer::singleShot(patience, &loop, &QEventLoop::quit);
        session.branch(choice->decision, candidate.thread);
        loop.exec();
        return;
    }
}

void note(Photographer& camera, double from, double to, const QString& text) {
    const Session& session = camera.window().session();
    const auto moment = [&](double part) {
        return session.steps().events_at(
            static_cast<std::size_t>(static_cast<double>(session.stepCount()) * part));
    };
    camera.window().notebook().add(session.shownRun(), moment(from), moment(to), text);
}

void photographNotesInAPicture(Photographer& camera) {
    camera.do_(Command::export_run);
    auto* dialog = camera.window().findChild<ExportDialog*>();
    dialog->form().setContent(Content::timeline);
    camera.take("export-notes", *dialog);
    dialog->close();
}

// A program that reads more than it was given, and one that has what it reads.
void photographInput(Photographer& camera) {
    camera.window().openExample(QStringLiteral("thread_target"));
    CodeEditor& editor = camera.window().workspace().program().editor();
    editor.setText(
        QStringLiteral("name = input(\"name? \")\ncount = int(input(\"how often? \"))\n"
                       "for _ in range(count):\n    print(\"hello,\", name)\n"));
    editor.setModified(false);
    InputField& field = camera.window().workspace().console().input();
    field.edit().setPlainText(QStringLiteral("Ada"));
    camera.window().workspace().raisePanel(QStringLiteral("console"));
    camera.runAgain(Command::run);
    camera.take("input-missing");
    field.edit().setPlainText(QStringLiteral("Ada\n3"));
    camera.runAgain(Command::run);
    camera.take("input");
}

}  // namespace

// A tree of runs, two of them compared, the numbers of one, every policy, and notes.
void photographRuns(Photographer& camera) {
    camera.runAt("lost_update", 0.3);
    branchAt(camera, 0.4);
    branchAt(camera, 0.5);
    camera.window().session().showRun(1);
    branchAt(camera, 0.7);
    camera.runAgain(Command::new_seed);
    camera.window().session().showRun(2);
    const bool chinese = currentLanguage() == QLatin1String("zh_CN");
    note(camera, 0.5, 0.5,
         chinese ? QStringLiteral("两个线程读到同一个值。")
                 : QStringLiteral("Both threads have read the same value."));
    note(camera, 0.6, 0.8,
         chinese ? QStringLiteral("其中一次加法在这里丢失。")
                 : QStringLiteral("One of the two additions is lost here."));
    camera.do_(Command::axis_steps);
    camera.window().session().setStep(camera.window().session().stepCount() / 2);
    camera.window().workspace().raisePanel(QStringLiteral("runs"));
    camera.take("runs");
    camera.window().workspace().raisePanel(QStringLiteral("notes"));
    camera.take("notes");
    photographNotesInAPicture(camera);
    camera.window().workspace().raisePanel(QStringLiteral("runs"));
    camera.do_(Command::compare_runs);
    camera.take("comparison");
    camera.window().workspace().raisePanel(QStringLiteral("statistics"));
    camera.take("statistics");
    photographInput(camera);
    camera.runAt("cpu_bound", 1);  // where policies differ most
    QEventLoop loop;
    QObject::connect(&camera.window().workspace().policies().runs(), &PolicyRuns::finished, &loop,
                     &QEventLoop::quit);
    QTimer::singleShot(patience, &loop, &QEventLoop::quit);
    camera.do_(Command::compare_policies);
    loop.exec();
    camera.take("policies");
    camera.window().workspace().raisePanel(QStringLiteral("timeline"));
    camera.window().workspace().raisePanel(QStringLiteral("examples"));
}

}  // namespace turnwise::ui
