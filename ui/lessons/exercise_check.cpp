#include "ui/lessons/exercise_check.h"

namespace turnwise::ui {

namespace {
// A program that runs away is not waited for: an exercise is small.
constexpr quint64 most_steps = 200'000;
}  // namespace

ExerciseCheck::ExerciseCheck(QObject* parent) : QObject(parent) {}

ExerciseCheck::~ExerciseCheck() {
    if (m_run) m_run->disconnect(this);
}

RunOptions ExerciseCheck::scheduleOptions(const RunOptions& options, int schedule) {
    RunOptions chosen = options;
    chosen.schedule.clear();
    chosen.policy = schedule == 1 ? QStringLiteral("round-robin") : QStringLiteral("random");
    chosen.seed =
        schedule == 1 ? std::nullopt : std::optional<quint64>(static_cast<quint64>(schedule - 1));
    return chosen;
}

void ExerciseCheck::start(const analysis::Exercise& exercise, const RunOptions& options,
                          const QString& program) {
    if (m_run) m_run->disconnect(this);
    m_run.reset();
    m_exercise = exercise;
    m_options = options;
    m_options.maxSteps = most_steps;
    m_program = program.toStdString();
    m_schedule = 0;
    runNext();
}

void ExerciseCheck::stop() {
    if (!m_run) return;
    m_run->disconnect(this);
    m_run.reset();
    emit stopped();
}

void ExerciseCheck::runNext() {
    ++m_schedule;
    emit progressed(m_schedule - 1, m_exercise.schedules);
    m_run = std::make_unique<EngineRun>(scheduleOptions(m_options, m_schedule));
    // Judged later: the run may not be destroyed in a signal of its own.
    connect(m_run.get(), &EngineRun::finished, this, &ExerciseCheck::judge, Qt::QueuedConnection);
    m_run->start();
}

void ExerciseCheck::judge() {
    if (!m_run || m_run->isRunning()) return;  // of a check that was begun anew
    const auto checks = analysis::failed_checks(m_exercise, m_run->trace(), m_program);
    m_run.reset();
    if (!checks.empty()) {
        emit failed(m_schedule, checks);
        return;
    }
    if (m_schedule >= m_exercise.schedules) {
        emit passed(m_exercise.schedules);
        return;
    }
    runNext();
}

}  // namespace turnwise::ui
