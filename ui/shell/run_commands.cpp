#include "ui/shell/run_commands.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QSaveFile>

#include "ui/explain/named.h"
#include "ui/lessons/predict_mode.h"
#include "ui/look/icons.h"
#include "ui/session/file_reason.h"
#include "ui/session/session.h"
#include "ui/shell/actions.h"
#include "ui/shell/hand_commands.h"
#include "ui/shell/message_line.h"
#include "ui/shell/model_dialog.h"
#include "ui/shell/open_program.h"
#include "ui/shell/run_bar.h"
#include "ui/shell/run_options_dialog.h"
#include "ui/shell/settings.h"
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
    actions.on(Command::run_by_hand, this, &RunCommands::runByHand);
    actions.on(Command::run_options, this, &RunCommands::editOptions);
    actions.on(Command::copy_schedule, this, &RunCommands::copySchedule);
    actions.on(Command::paste_schedule, this, &RunCommands::pasteSchedule);
    actions.on(Command::save_schedule, this, &RunCommands::saveSchedule);
    actions.on(Command::open_schedule, this, &RunCommands::openSchedule);
    actions.on(Command::compare_models, this, [this] {
        auto* dialog = new ModelDialog(options(), m_parts.run_bar.window());
        dialog->setVeiled(m_parts.predict.isEndSecret());
        connect(&m_parts.predict, &PredictMode::secrecyChanged, dialog, &ModelDialog::setVeiled);
        dialog->show();
    });
    // An example may need options to show what it is about.
    connect(&m_parts.program, &OpenProgram::opened, this, [this](bool with_trace) {
        if (!with_trace && m_parts.program.path().isEmpty())
            m_parts.run_bar.setOptions(
                asProgramWishes(m_parts.run_bar.options(), m_parts.program.text()));
    });
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

void RunCommands::rememberOptions() {
    RunBar* bar = &m_parts.run_bar;
    if (const QVariantMap last = m_parts.settings.runOptions(); !last.isEmpty()) {
        const RunOptions present = bar->options();
        RunOptions options = runOptionsFrom(last);
        options.maxSteps = present.maxSteps;
        options.maxTime = present.maxTime;
        options.maxThreads = present.maxThreads;
        options.maxOutput = present.maxOutput;
        bar->setOptions(options);
    }
    connect(bar, &RunBar::optionsChanged, this,
            [this] { m_parts.settings.setRunOptions(toMap(m_parts.run_bar.options())); });
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
    start(options());
}

void RunCommands::runByHand() {
    RunOptions by_hand = options();
    by_hand.policy = QStringLiteral("manual");
    start(by_hand);
}

void RunCommands::start(RunOptions options) {
    if (options.isByHand()) options.breakpoints = m_parts.by_hand.breakpoints();
    m_parts.messages.clear();
    m_parts.session.run(options);
}

// It stays open beside the window: who changes an option, runs, looks and changes the next one.
void RunCommands::editOptions() {
    if (!m_options) {
        m_options = new RunOptionsDialog(m_parts.run_bar.options(), m_parts.run_bar.window());
        m_options->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_options, &RunOptionsDialog::chosen, this, &RunCommands::takeOptions);
        connect(&m_parts.run_bar, &RunBar::optionsChanged, m_options,
                [this] { m_options->showAnew(m_parts.run_bar.options()); });
    }
    m_options->show();
    m_options->raise();
    m_options->activateWindow();
}

// What is typed elsewhere stays as it is there.
void RunCommands::takeOptions(RunOptions options) {
    options.input = m_parts.run_bar.options().input;
    m_parts.run_bar.setOptions(options);
}

// Of a run that goes on, or that was stopped, as far as it has come.
void RunCommands::copySchedule() {
    const QString schedule = QString::fromStdString(m_parts.session.schedule().text());
    QApplication::clipboard()->setText(schedule);
    m_parts.messages.show(Severity::information,
                          schedule.isEmpty()
                              ? tr("This run had no choice to make, so its schedule is empty.")
                              : tr("The schedule of this run is in the clipboard."));
}

void RunCommands::pasteSchedule() {
    replay(QApplication::clipboard()->text().trimmed(), tr("the clipboard"));
}

// `place` is where the text comes from.
void RunCommands::replay(const QString& text, const QString& place) {
    try {
        const auto schedule = sched::Schedule::parse(text.toStdString());
        if (schedule.size() == 0) {
            m_parts.messages.show(Severity::warning, tr("There is no schedule in %1.").arg(place));
            return;
        }
        m_parts.run_bar.setSchedule(QString::fromStdString(schedule.text()));
    } catch (const sched::ScheduleError& error) {
        m_parts.messages.show(
            Severity::error,
            named(tr("What is in {place} is no schedule: {reason}"),
                  {{"place", place}, {"reason", QString::fromUtf8(error.what())}}));
        return;
    }
    run();
}

namespace {
constexpr qint64 largest_schedule = 64 << 20;  // bytes
}

void RunCommands::saveSchedule() {
    const QString name =
        QFileInfo(m_parts.program.name()).completeBaseName() + QStringLiteral(".schedule");
    const QString path = QFileDialog::getSaveFileName(
        m_parts.run_bar.window(), tr("Save the schedule"),
        QDir(options().workingDirectory).filePath(name), tr("Schedules (*.schedule)"));
    if (path.isEmpty()) return;
    QSaveFile file(path);
    const QByteArray text = QByteArray::fromStdString(m_parts.session.schedule().text()) + '\n';
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        m_parts.messages.show(Severity::error,
                              named(tr("The schedule cannot be written to {path}: {reason}."),
                                    {{"path", path}, {"reason", reasonOf(file)}}));
}

void RunCommands::openSchedule() {
    const QString path = QFileDialog::getOpenFileName(
        m_parts.run_bar.window(), tr("Open a schedule"), options().workingDirectory,
        tr("Schedules (*.schedule);;All files (*)"));
    if (path.isEmpty()) return;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        m_parts.messages.show(Severity::error,
                              named(tr("{path} cannot be read: {reason}."),
                                    {{"path", path}, {"reason", file.errorString()}}));
        return;
    }
    replay(QString::fromUtf8(file.read(largest_schedule)).trimmed(), QFileInfo(path).fileName());
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
    actions[Command::run_by_hand]->setEnabled(is_open);
    actions[Command::open_schedule]->setEnabled(is_open);
    actions[Command::compare_models]->setEnabled(is_open);
    for (const Command command : {Command::copy_schedule, Command::save_schedule})
        actions[command]->setEnabled(session.trace().size() > 0);
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
