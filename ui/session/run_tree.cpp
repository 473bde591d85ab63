#include "ui/session/run_tree.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <algorithm>

#include "ui/explain/named.h"
#include "ui/explain/policy_words.h"

namespace turnwise::ui {

namespace {

struct Runs {
    Q_DECLARE_TR_FUNCTIONS(turnwise::ui::Runs)
};

}  // namespace

const RunRecord* RunTree::find(RunId id) const {
    const auto found = std::ranges::lower_bound(m_runs, id, {}, &RunRecord::id);
    return found != m_runs.end() && found->id == id ? &*found : nullptr;
}

RunRecord* RunTree::ref(RunId id) {
    return const_cast<RunRecord*>(find(id));
}

std::vector<RunId> RunTree::childrenOf(RunId parent) const {
    std::vector<RunId> children;
    for (const RunRecord& run : m_runs)
        if (run.parent == parent) children.push_back(run.id);
    return children;
}

RunId RunTree::add(RunRecord record) {
    record.id = nextId();
    emit runAboutToBeAdded(record.parent, static_cast<int>(childrenOf(record.parent).size()));
    m_runs.push_back(std::move(record));
    emit runAdded(m_runs.back().id);
    return m_runs.back().id;
}

void RunTree::reset(std::vector<RunRecord> runs) {
    if (runs.empty() && m_runs.empty()) return;
    emit aboutToBeReset();
    m_runs = std::move(runs);
    std::ranges::stable_sort(m_runs, {}, &RunRecord::id);
    emit wasReset();
}

QString nameOf(const RunRecord& run) {
    return run.title.isEmpty() ? Runs::tr("Run %1").arg(run.id) : run.title;
}

QString originOf(const RunRecord& run) {
    if (run.decision)
        return named(Runs::tr("decision {decision}: {thread}"),
                     {{"decision", *run.decision}, {"thread", run.instead}});
    if (run.isOpenedTrace) return Runs::tr("trace that was opened");
    const RunOptions& options = run.options;
    if (!options.schedule.isEmpty()) return Runs::tr("schedule that was given");
    const QString policy =
        options.policy.isEmpty() ? QStringLiteral("round-robin") : options.policy;
    if (options.seed && (policy == QLatin1String("random") || policy == QLatin1String("pct")))
        return named(Runs::tr("{policy}, seed {seed}"),
                     {{"policy", policyWord(policy)}, {"seed", *options.seed}});
    return policyWord(policy);
}

}  // namespace turnwise::ui
