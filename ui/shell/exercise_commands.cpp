#include "ui/shell/exercise_commands.h"

#include <QDir>
#include <QFileInfo>

#include "ui/editor/program_view.h"
#include "ui/lessons/exercise_bar.h"
#include "ui/lessons/exercises.h"
#include "ui/shell/actions.h"
#include "ui/shell/main_window.h"
#include "ui/shell/open_program.h"
#include "ui/shell/run_bar.h"
#include "ui/shell/workspace.h"

namespace turnwise::ui {

ExerciseCommands::ExerciseCommands(MainWindow& window, QObject* parent)
    : QObject(parent), m_window(window) {
    ExerciseBar* bar = &m_window.workspace().exercise();
    m_window.actions().on(Command::check_exercise, this, &ExerciseCommands::start);
    connect(bar, &ExerciseBar::checkWanted, this, &ExerciseCommands::start);
    connect(bar, &ExerciseBar::stopWanted, &m_check, &ExerciseCheck::stop);
    connect(bar, &ExerciseBar::runWanted, this, &ExerciseCommands::seeFailedRun);
    connect(&m_check, &ExerciseCheck::progressed, bar, &ExerciseBar::showProgress);
    connect(&m_check, &ExerciseCheck::passed, bar, &ExerciseBar::showPassed);
    connect(&m_check, &ExerciseCheck::stopped, bar, &ExerciseBar::showStopped);
    connect(&m_check, &ExerciseCheck::failed, this,
            [this, bar](int schedule, const std::vector<std::size_t>& checks) {
                m_failed_schedule = schedule;
                const RunOptions run = ExerciseCheck::scheduleOptions({}, schedule);
                bar->showFailed(schedule,
                                run.seed ? tr("random, seed %1").arg(QString::number(*run.seed))
                                         : tr("round robin"),
                                checks);
            });
    connect(&m_window.program(), &OpenProgram::opened, this, &ExerciseCommands::takeProgram);
    takeProgram();
}

void ExerciseCommands::open(const QString& name) {
    const ExerciseFile file = exerciseNamed(name);
    if (file.name.isEmpty()) return;
    Example program;
    program.name = file.name;
    program.text = file.text;
    m_window.program().openExample(program);
}

void ExerciseCommands::takeProgram() {
    m_check.stop();
    auto exercise = analysis::exercise_in(m_window.program().text().toStdString());
    m_window.actions()[Command::check_exercise]->setEnabled(exercise.has_value());
    if (exercise) showCode();
    m_window.workspace().exercise().setExercise(std::move(exercise));
}

// What stands in the comments is shown above the code already.
void ExerciseCommands::showCode() {
    CodeEditor& editor = m_window.workspace().program().editor();
    int line = 0;
    while (line < editor.lines() && editor.text(line).startsWith(QLatin1Char('#')))
        ++line;
    editor.setCursorPosition(line, 0);
    editor.setFirstVisibleLine(line);
}

RunOptions ExerciseCommands::options() const {
    const OpenProgram& program = m_window.program();
    RunOptions options;
    options.program = program.path().isEmpty() ? program.name() : program.path();
    options.sourceText = program.text();
    options.workingDirectory =
        program.path().isEmpty() ? QDir::homePath() : QFileInfo(program.path()).path();
    return options;
}

void ExerciseCommands::start() {
    const auto& exercise = m_window.workspace().exercise().exercise();
    if (exercise) m_check.start(*exercise, options(), m_window.program().text());
}

// As if a person had chosen that policy and seed, so that everything in the window fits the run.
void ExerciseCommands::seeFailedRun() {
    const RunOptions run = ExerciseCheck::scheduleOptions({}, m_failed_schedule);
    trace::Header header;
    header.policy = run.policy.toStdString();
    header.seed = run.seed.value_or(0);
    header.granularity = "line";
    m_window.runBar().setSchedule({});
    m_window.runBar().showOptionsOf(header);
    m_window.actions()[Command::run]->trigger();
}

}  // namespace turnwise::ui
