// Runs a program under one schedule after another, until one does not pass or all have passed.
//
// The first schedule is round robin, the others are random with the seeds 1, 2, ...: the same for
// everybody.
#pragma once

#include <QObject>
#include <memory>
#include <vector>

#include "core/analysis/exercise.h"
#include "ui/session/engine_run.h"

namespace turnwise::ui {

class ExerciseCheck final : public QObject {
    Q_OBJECT
  public:
    explicit ExerciseCheck(QObject* parent = nullptr);
    ~ExerciseCheck() override;

    // `options` say what to run; policy and seed are set here. What went on before is stopped.
    void start(const analysis::Exercise& exercise, const RunOptions& options,
               const QString& program);
    void stop();
    bool isRunning() const { return m_run != nullptr; }

    // The options of schedule 1, 2, ...
    static RunOptions scheduleOptions(const RunOptions& options, int schedule);

  signals:
    void progressed(int done, int of);
    void passed(int schedules);
    void failed(int schedule, const std::vector<std::size_t>& checks);
    void stopped();

  private:
    void runNext();
    void judge();

    analysis::Exercise m_exercise;
    RunOptions m_options;
    std::string m_program;
    int m_schedule = 0;
    std::unique_ptr<EngineRun> m_run;
};

}  // namespace turnwise::ui
