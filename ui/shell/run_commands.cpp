#include "ui/shell/run_commands.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFileInfo>

#include "core/sched/schedule.h"
#include "ui/lessons/predict_mode.h"
#include "ui/look/icons.h"
#include "ui/session/session.h"
#include "ui/shell/actions.h"
#include "ui/shell/message_line.h"
#include "ui/shell/open_program.h"
#include "ui/shell/run_bar.h"
#include "ui/shell/step_bar.h"

namespace turnwise::ui {

RunCommands::RunCommands(const Parts& parts, QObject* parent) : QObject(parent), m_parts(parts) {
    connectRunning();
    connectStepping();
    followState();
}

void RunCommands::connectRunning() {
    Actions& actions = m_parts.actions;
    Session* session = &m_parts.session;
    actions.on(Command::run, this, &RunCommands::run);
    actions.on(Command::stop, session, &Session::stop);
    actions.on(Command::new_seed, this, [this] {
        m_parts.run_bar.shuffle();
        run();
    });
    actions.on(Command::copy_schedule, this, &RunCommands::copySchedule);
    actions.on(Command::paste_schedule, this, &RunCommands::pasteSchedule);
    for (const auto signal :
         {&Session::runStarted, &Session::runFinished, &Session::traceReset, &Session::traceGrew})
        connect(session, signal, this, &RunCommands::followState);
    connect(session, &Session::cursorChanged, this, &RunCommands::followState);
    connect(session, &Session::playingChanged, this, &RunCommands::followPlaying);
    connect(&m_parts.program, &OpenProgram::nameChanged, this, &RunCommands::followState);
}

void RunCommands::connectStepping() {
    Actions& actions = m_parts.actions;
    Session* session = &m_parts.session;
    StepBar* bar = &m_parts.step_bar;
    actions.on(Command::first, session, &Session::goToFirst);
    actions.on(Command::back, session, &Session::stepBack);
    actions.on(Command::step, this, [this, session] {
        if (!m_parts.predict.takeStep()) session->stepForward();
    });
    actions.on(Command::last, session, &Session::goToLast);
    actions.on(Command::play, session,
               [session](bool on) { on ? session->play() : session->pause(); });
    actions.on(Command::slower, session, [session, bar] {
        session->setSpeed(bar->slowerThan(session->speed()));
        bar->showSpeed(session->speed());
    });
    actions.on(Command::faster, session, [session, bar] {
        session->setSpeed(bar->fasterThan(session->speed()));
        bar->showSpeed(session->speed());
    });
    actions.on(Command::go_to_step, bar, &StepBar::editStep);
}

RunOptions RunCommands::options() const {
    RunOptions options = m_parts.run_bar.options();
    const QString path = m_parts.program.path();
    options.program = path.isEmpty() ? m_parts.program.name() : path;
    if (path.isEmpty() || m_parts.program.isModified()) options.sourceText = m_parts.program.text();
    // An example or a new program has no folder: what it opens, it opens where a person looks for
    // it.
    options.workingDirectory = path.isEmpty() ? QDir::homePath() : QFileInfo(path).path();
    return options;
}

void RunCommands::run() {
    m_parts.messages.clear();
    m_parts.session.run(options());
}

void RunCommands::copySchedule() {
    const QString schedule = QString::fromStdString(m_parts.session.trace().trailer().schedule);
    QApplication::clipboard()->setText(schedule);
    m_parts.messages.show(Severity::information,
                          schedule.isEmpty()
                              ? tr("This run had no choice to make, so its schedule is empty.")
                              : tr("The schedule of this run is in the clipboard."));
}

void RunCommands::pasteSchedule() {
    const QString text = QApplication::clipboard()->text().trimmed();
    try {
        const auto schedule = sched::Schedule::parse(text.toStdString());
        if (schedule.size() == 0) {
            m_parts.messages.show(Severity::warning, tr("There is no schedule in the clipboard."));
            return;
        }
        m_parts.run_bar.setSchedule(QString::fromStdString(schedule.text()));
    } catch (const sched::ScheduleError& error) {
        m_parts.messages.show(
            Severity::error,
            tr("What is in the clipboard is no schedule: %1").arg(QString::fromUtf8(error.what())));
        return;
    }
    run();
}

void RunCommands::followState() {
    const Actions& actions = m_parts.actions;
    const Session& session = m_parts.session;
    const bool is_open = m_parts.program.isOpen();
    const bool has_steps = session.stepCount() > 0;
    actions[Command::run]->setEnabled(is_open);
    actions[Command::stop]->setEnabled(session.isRunning());
    actions[Command::new_seed]->setEnabled(is_open);
    actions[Command::paste_schedule]->setEnabled(is_open);
    actions[Command::copy_schedule]->setEnabled(session.trace().has_ended());
    actions[Command::first]->setEnabled(session.cursor() > 0);
    actions[Command::back]->setEnabled(session.cursor() > 0);
    actions[Command::step]->setEnabled(has_steps && !session.isAtEnd());
    actions[Command::last]->setEnabled(has_steps && !session.isAtEnd());
    actions[Command::play]->setEnabled(has_steps);
    actions[Command::go_to_step]->setEnabled(has_steps);
}

void RunCommands::followPlaying(bool playing) {
    QAction* play = m_parts.actions[Command::play];
    play->setChecked(playing);
    play->setIcon(icon(playing ? QStringLiteral("pause") : QStringLiteral("play")));
}

}  // namespace turnwise::ui
