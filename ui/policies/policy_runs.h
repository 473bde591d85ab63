// Runs one program under every policy, one after the other, and keeps what each came to.
#pragma once

#include <QObject>
#include <memory>
#include <vector>

#include "core/analysis/policy_table.h"
#include "ui/session/engine_run.h"

namespace turnwise::ui {

class PolicyRuns final : public QObject {
    Q_OBJECT

  public:
    explicit PolicyRuns(QObject* parent = nullptr) : QObject(parent) {}

    // Forgets the results so far. `options` are those of all runs, but for policy and schedule.
    void start(const RunOptions& options);
    // Kills the run that goes on; the results so far stay.
    void stop();
    // Stops, and forgets the results, too.
    void clear();

    bool isRunning() const { return m_run != nullptr; }
    const RunOptions& options() const { return m_options; }
    const std::vector<analysis::PolicyResult>& results() const { return m_results; }
    QString present() const;  // the policy that runs at the moment, else ""
    // Why there are no results: the engine refused. Empty if it did not.
    const QString& refusal() const { return m_refusal; }

  signals:
    void changed();   // another result, or another run has begun
    void finished();  // all are done, or stop() was called, or the engine refused

  private:
    void startNext();
    void takeResult();

    RunOptions m_options;
    QStringList m_left;
    std::unique_ptr<EngineRun> m_run;
    std::vector<analysis::PolicyResult> m_results;
    QString m_refusal;
};

}  // namespace turnwise::ui
