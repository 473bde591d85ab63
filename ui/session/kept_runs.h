// The events of runs that are not shown: in memory as long as there is room, else in files that go
// with the window.
#pragma once

#include <QTemporaryDir>
#include <map>
#include <memory>
#include <vector>

#include "ui/session/engine_run.h"
#include "ui/session/run_tree.h"

namespace turnwise::ui {

// What a trace comes from: an engine, which may still run, or a file.
struct RunSource {
    std::unique_ptr<EngineRun> engine;  // either of these two
    std::unique_ptr<trace::Trace> file;
    QString path;     // of a file that a person opened
    Outcome outcome;  // of the file

    const trace::Trace& trace() const { return engine ? engine->trace() : *file; }
};

class KeptRuns {
  public:
    // How many events are held in memory at most; one takes 64 bytes, and a run has texts besides.
    static constexpr EventIndex usual_limit = 2'000'000;

    explicit KeptRuns(EventIndex limit = usual_limit) : m_limit(limit) {}
    void setLimit(EventIndex events);

    void keep(RunId id, RunSource source);
    // Gives it back; without engine and file if there is none of this id, or its file was lost.
    RunSource take(RunId id);
    bool has(RunId id) const { return m_kept.contains(id) || m_filed.contains(id); }
    // A copy of its events, wherever they are; nullptr if there are none.
    std::shared_ptr<const trace::Trace> copyOf(RunId id) const;
    void stopAll();
    void clear();

    EventIndex eventsInMemory() const;
    std::size_t filed() const { return m_filed.size(); }

  private:
    struct Filed {
        QString file;
        QString path;
        Outcome outcome;
    };
    void makeRoom();
    bool moveToFile(RunId id);

    EventIndex m_limit;
    std::map<RunId, RunSource> m_kept;
    std::vector<RunId> m_order;  // of those in memory, the one that was shown longest ago first
    std::map<RunId, Filed> m_filed;
    std::unique_ptr<QTemporaryDir> m_folder;
};

}  // namespace turnwise::ui
