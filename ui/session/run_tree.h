// The runs of a program and which of them branched off which: a tree that only grows.
//
// It knows what a run was asked to do and what came of it, not its events; those are the session's
// business.
#pragma once

#include <QObject>
#include <QString>
#include <optional>
#include <vector>

#include "core/base/ids.h"
#include "core/base/outcome.h"
#include "ui/session/run_options.h"

namespace turnwise::ui {

using RunId = int;  // from 1, in the order in which they were made
inline constexpr RunId no_run = 0;

struct RunRecord {
    RunId id = no_run;
    RunId parent = no_run;
    std::optional<quint64> decision = {};  // where it left its parent
    QString instead = {};                  // the name of the thread that was chosen there
    QString title = {};                    // what a person calls it; "" for the usual name
    RunOptions options = {};               // as it was started
    QString text = {};                     // of the program that was run
    bool isOpenedTrace = false;            // not run here, but read from a file
    QString schedule = {};                 // the choices that were made, as far as they are known
    Outcome outcome = {};
    bool isRunning = false;
    // False: what happens in it is not known (any more), it has to be run for that.
    bool isMade = false;
    EventIndex events = 0;
    Tick duration = 0;
    std::optional<EventIndex> cursor = {};  // where a person left it; nothing: nobody was there yet
    // Before it was made again: how long it had been, and how it had ended.
    std::optional<EventIndex> expectedEvents = {};
    QString expectedOutcome = {};
};

class RunTree final : public QObject {
    Q_OBJECT

  public:
    using QObject::QObject;

    const std::vector<RunRecord>& runs() const {
        return m_runs;
    }  // ascending by id; parents before children
    const RunRecord* find(RunId id) const;
    std::vector<RunId> childrenOf(RunId parent) const;  // of no_run: the roots
    RunId nextId() const { return m_runs.empty() ? 1 : m_runs.back().id + 1; }

    // Gives it the next id and returns that.
    RunId add(RunRecord record);
    // Calls `change` with the record and tells everybody. The id and the parent must stay.
    template <typename Change>
    void change(RunId id, Change change) {
        RunRecord* record = ref(id);
        if (!record) return;
        change(*record);
        emit runChanged(id);
    }
    // In place of all that there are. Ids must be unique and parents come before their children.
    void reset(std::vector<RunRecord> runs);
    void clear() { reset({}); }

  signals:
    void runAboutToBeAdded(turnwise::ui::RunId parent,
                           int place);  // among the children of its parent
    void runAdded(turnwise::ui::RunId id);
    void runChanged(turnwise::ui::RunId id);
    void aboutToBeReset();
    void wasReset();

  private:
    RunRecord* ref(RunId id);

    std::vector<RunRecord> m_runs;
};

// "Run 3", or its title.
QString nameOf(const RunRecord& run);
// What makes it different: "random, seed 3" of a root, "decision 12: worker" of a branch.
QString originOf(const RunRecord& run);

}  // namespace turnwise::ui
