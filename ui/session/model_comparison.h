// The same programs with the GIL and on several cores: how much virtual time each takes.
//
// What the document of `threading` says in two sentences: threads that compute are no faster for
// being several under the GIL, threads that wait are.
#pragma once

#include <QObject>
#include <memory>
#include <vector>

#include "ui/session/engine_run.h"

namespace turnwise::ui {

struct ModelTimes {
    QString name = {};
    quint64 cores = 0;
    Tick withGil = 0;
    Tick onCores = 0;
    Tick waitedForGil = 0;  // all threads together: could have run, but another had the GIL
    bool isMeasured = false;
    QString failure = {};  // why there are no times: one of the runs did not end well

    double speedUp() const {
        return onCores > 0 ? static_cast<double>(withGil) / static_cast<double>(onCores) : 1;
    }
};

class ModelComparison final : public QObject {
    Q_OBJECT
  public:
    // Each program as RunOptions say, but for the model; nobody is asked, and no schedule is
    // followed, for it would be of one model only.
    explicit ModelComparison(const std::vector<RunOptions>& programs, QObject* parent = nullptr);

    void start();  // once
    const std::vector<ModelTimes>& results() const { return m_results; }
    bool isOver() const { return m_next == m_runs.size(); }

  signals:
    void changed();  // one more program is measured
    void finished();

  private:
    void runNext();
    void takeResult();

    std::vector<ModelTimes> m_results;
    std::vector<RunOptions> m_runs;  // two a program: with the GIL, on cores
    std::size_t m_next = 0;
    std::unique_ptr<EngineRun> m_run;
};

}  // namespace turnwise::ui
