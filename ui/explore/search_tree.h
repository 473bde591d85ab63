// The tree that a search grows, and its history: moment after moment, for whoever learns how model
// checking works.
//
// A node is a step of an execution; the executions that begin alike share their first nodes. A race
// plans a branch (in the wakeup tree of the node where it leaves); the search takes it later. What
// is explored below a node falls asleep for its other branches: it need not be tried there first.
#pragma once

#include <QString>
#include <QStringList>
#include <limits>
#include <nlohmann/json_fwd.hpp>
#include <vector>

namespace turnwise::ui {

struct TreeSleeper {
    QString thread;
    QString operation;
};

struct TreeNode {
    static constexpr int never = std::numeric_limits<int>::max();

    int parent = -1;  // -1: it is a first step
    int depth = 0;    // from 0
    QString thread;
    QString operation;  // "write x", as the engine says
    int line = 0;       // 0: not known
    std::vector<TreeSleeper> asleep;
    int execution = 0;      // index of the one that came here first
    int plannedAt = never;  // moments: a race planned it; it was taken; all below it is explored
    int bornAt = never;
    int doneAt = never;
    std::vector<int> children;
};

struct TreeReversal {
    int first = 0;  // depths of both steps
    int second = 0;
    QString thread;  // that is to be run first instead
    QString result;  // "added", "asleep", "planned", "elsewhere"
};

struct TreeExecution {
    int number = 0;  // from 1
    QString end;     // "finished", "failed", "deadlock", "polling", "limit", "cut"
    QString schedule;
    std::vector<int> path;  // its nodes
    std::vector<TreeReversal> reversals;
    int back = 0;  // the depth from which on all is explored
};

struct TreeMoment {
    enum class Kind { step, end, reversal, back };
    Kind kind = Kind::step;
    int execution = 0;  // index
    int node = -1;      // the step, the end, the first of a race, or where it goes back to
    int reversal = 0;   // index, in its execution
};

class SearchTree {
  public:
    static constexpr int most_nodes = 20'000;

    // A line of the engine: `{"tree": ...}`'s value. What does not fit is left out.
    void add(const nlohmann::ordered_json& line);
    void clear();

    const std::vector<TreeNode>& nodes() const { return m_nodes; }
    const std::vector<int>& roots() const { return m_roots; }
    const std::vector<TreeExecution>& executions() const { return m_executions; }
    const std::vector<TreeMoment>& moments() const { return m_moments; }
    // The threads in the order in which they were started; 0 is the main one.
    int numberOf(const QString& thread) const;
    // In the order in which a run has made them, by which the timeline numbers and colours them.
    void knowThreads(const QStringList& inOrder);

    enum class Look { hidden, planned, path, explored };
    // How a node looks after that moment.
    Look look(int node, int moment) const;

  private:
    int nodeFor(int parent, const QString& thread);
    void plan(const TreeExecution& execution, const TreeReversal& reversal);
    void learnThread(const QString& thread, const QString& operation);
    int now() const { return static_cast<int>(m_moments.size()); }

    std::vector<TreeNode> m_nodes;
    std::vector<int> m_roots;
    std::vector<TreeExecution> m_executions;
    std::vector<TreeMoment> m_moments;
    QStringList m_threads;
};

}  // namespace turnwise::ui
