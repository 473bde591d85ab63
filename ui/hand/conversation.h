// Deciding by hand: what a person says at a decision, and what has to be told to the engine for it.
//
// Where breakpoints are and whether every step is asked about are wishes of the person and outlive
// a run; what is frozen belongs to its run. They are told when the next answer is given. To undo a
// choice the program runs again as far as before it.
#pragma once

#include <QObject>
#include <QStringList>
#include <set>
#include <vector>

#include "core/base/ids.h"
#include "ui/session/run_options.h"

namespace turnwise::ui {

class Session;

class Conversation final : public QObject {
    Q_OBJECT
  public:
    explicit Conversation(Session& session, QObject* parent = nullptr);

    // Each is an answer, and does nothing if nothing is asked.
    void step(ThreadId thread);
    void runUntilItWaits(ThreadId thread);
    void goOn(const QStringList& policy);  // "random", "seed=3", as core/hand/command.h says
    void goToLine(std::uint32_t line);

    void setFrozen(ThreadId thread, bool frozen);
    bool isFrozen(ThreadId thread) const { return m_frozen.contains(thread); }
    QList<quint32> frozen() const;  // ascending
    void setAsksAtEveryStep(bool on);
    bool asksAtEveryStep() const { return m_asksAtEveryStep; }
    // As core/hand/breakpoint.h says; `lines` are those of the program.
    void setBreakpoints(const QStringList& breakpoints);
    const QStringList& breakpoints() const { return m_breakpoints; }
    // The words of the breakpoint that the run stands at; empty: at none, or at the line that it
    // was to run to.
    QString hitBreakpoint() const;

    // Back to before the last answer that was a choice.
    bool canUndo() const { return !m_choices.empty(); }
    void undo();

  signals:
    void changed();  // what is frozen, or whether there is something to undo

  private:
    void begin();
    void prepare();
    void answer(const QString& line);
    QStringList wishes();

    Session& m_session;
    std::set<ThreadId> m_frozen;
    bool m_asksAtEveryStep = false;
    QStringList m_breakpoints;
    // What the engine of this run was told last.
    std::set<ThreadId> m_toldFrozen;
    bool m_toldEveryStep = false;
    QStringList m_toldBreakpoints;
    // How many events had happened when a person was asked to choose, for every choice of this run.
    std::vector<EventIndex> m_choices;
    bool m_isUndoing = false;
};

}  // namespace turnwise::ui
