#include "ui/explore/search_tree.h"

#include <algorithm>

#include "ui/explore/json_parts.h"

namespace turnwise::ui {

namespace {

int smallCount(const Json& json, const char* name) {
    return static_cast<int>(
        std::min<std::uint64_t>(json::count(json, name).value_or(0), SearchTree::most_nodes));
}

// The node at that depth, or the nearest one.
int nodeAt(const std::vector<int>& path, int depth) {
    return path[static_cast<std::size_t>(std::clamp(depth, 0, static_cast<int>(path.size()) - 1))];
}

std::vector<TreeSleeper> asleepIn(const Json& node) {
    std::vector<TreeSleeper> all;
    json::each(node, "asleep", [&](const Json& sleeper) {
        all.push_back({json::text(sleeper, "thread"), json::text(sleeper, "operation")});
    });
    return all;
}

}  // namespace

void SearchTree::clear() {
    *this = {};
}

void SearchTree::learnThread(const QString& thread, const QString& operation) {
    if (!m_threads.contains(thread)) m_threads << thread;
    const QString start = QStringLiteral("start ");
    if (!operation.startsWith(start)) return;
    if (const QString started = operation.mid(start.size()); !m_threads.contains(started))
        m_threads << started;
}

void SearchTree::knowThreads(const QStringList& inOrder) {
    QStringList threads = inOrder;
    for (const QString& thread : std::as_const(m_threads))
        if (!threads.contains(thread)) threads << thread;
    m_threads = threads;
}

int SearchTree::numberOf(const QString& thread) const {
    return static_cast<int>(std::max<qsizetype>(0, m_threads.indexOf(thread)));
}

// A branch that was planned is taken as it is.
int SearchTree::nodeFor(int parent, const QString& thread) {
    std::vector<int>& siblings =
        parent < 0 ? m_roots : m_nodes[static_cast<std::size_t>(parent)].children;
    for (const int node : siblings)
        if (m_nodes[static_cast<std::size_t>(node)].thread == thread) return node;
    const int node = static_cast<int>(m_nodes.size());
    siblings.push_back(node);
    TreeNode made;
    made.parent = parent;
    made.depth = parent < 0 ? 0 : m_nodes[static_cast<std::size_t>(parent)].depth + 1;
    made.thread = thread;
    m_nodes.push_back(std::move(made));
    return node;
}

void SearchTree::plan(const TreeExecution& execution, const TreeReversal& reversal) {
    const auto depth = static_cast<std::size_t>(reversal.first);
    if (reversal.result != QLatin1String("added") || depth > execution.path.size()) return;
    TreeNode& node = m_nodes[static_cast<std::size_t>(
        nodeFor(depth == 0 ? -1 : execution.path[depth - 1], reversal.thread))];
    node.plannedAt = std::min(node.plannedAt, now());
}

void SearchTree::add(const Json& line) {
    if (json::member(line, "begins") == Json(true)) return clear();
    const auto shared = static_cast<std::size_t>(smallCount(line, "depth"));
    const bool isFirst = m_executions.empty();
    const std::size_t known = isFirst ? 0 : m_executions.back().path.size();
    if (m_nodes.size() >= most_nodes || shared > known || !line.is_object()) return;
    TreeExecution execution;
    execution.number = smallCount(line, "execution");
    execution.end = json::text(line, "end");
    execution.schedule = json::text(line, "schedule");
    execution.back = smallCount(line, "back");
    if (!isFirst)
        execution.path.assign(m_executions.back().path.begin(),
                              m_executions.back().path.begin() + static_cast<long>(shared));
    const int index = static_cast<int>(m_executions.size());
    json::each(line, "nodes", [&](const Json& step) {
        const QString thread = json::text(step, "thread");
        const int node = nodeFor(execution.path.empty() ? -1 : execution.path.back(), thread);
        TreeNode& made = m_nodes[static_cast<std::size_t>(node)];
        made.operation = json::text(step, "operation");
        made.line = smallCount(step, "line");
        made.asleep = asleepIn(step);
        made.execution = index;
        made.bornAt = std::min(made.bornAt, now());
        learnThread(thread, made.operation);
        execution.path.push_back(node);
        m_moments.push_back({TreeMoment::Kind::step, index, node, 0});
    });
    if (execution.path.empty()) return;
    m_moments.push_back({TreeMoment::Kind::end, index, execution.path.back(), 0});
    json::each(line, "reversals", [&](const Json& race) {
        execution.reversals.push_back({smallCount(race, "first"), smallCount(race, "second"),
                                       json::texts(race, "sequence").value(0),
                                       json::text(race, "result")});
        plan(execution, execution.reversals.back());
        m_moments.push_back({TreeMoment::Kind::reversal, index,
                             nodeAt(execution.path, execution.reversals.back().first),
                             static_cast<int>(execution.reversals.size()) - 1});
    });
    for (std::size_t depth = static_cast<std::size_t>(execution.back);
         depth < execution.path.size(); ++depth) {
        TreeNode& node = m_nodes[static_cast<std::size_t>(execution.path[depth])];
        node.doneAt = std::min(node.doneAt, now());
    }
    m_moments.push_back(
        {TreeMoment::Kind::back, index, nodeAt(execution.path, execution.back - 1), 0});
    m_executions.push_back(std::move(execution));
}

SearchTree::Look SearchTree::look(int node, int moment) const {
    const TreeNode& at = m_nodes[static_cast<std::size_t>(node)];
    if (moment >= at.doneAt) return Look::explored;
    if (moment >= at.bornAt) return Look::path;
    return moment >= at.plannedAt ? Look::planned : Look::hidden;
}

}  // namespace turnwise::ui
