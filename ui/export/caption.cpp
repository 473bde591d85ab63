#include "ui/export/caption.h"

#include <QCoreApplication>

#include "ui/explain/named.h"
#include "ui/explain/policy_words.h"
#include "ui/explain/words.h"
#include "ui/session/run_tree.h"
#include "ui/timeline/time_text.h"

namespace turnwise::ui {

namespace {

struct Caption {
    Q_DECLARE_TR_FUNCTIONS(turnwise::ui::Caption)
};

constexpr double usual_interval = 0.005;  // seconds, as CPython has it

QString priorities(const RunOptions& options) {
    const QString list = options.priorities.join(QStringLiteral(", "));
    if (list.isEmpty()) return policyWord(QStringLiteral("priority"));
    return options.inheritPriority
               ? Caption::tr("Priorities %1, which owners of locks inherit").arg(list)
               : Caption::tr("Priorities %1").arg(list);
}

QString policyWithItsSettings(const RunOptions& options) {
    const QString policy =
        options.policy.isEmpty() ? QStringLiteral("round-robin") : options.policy;
    const QString word = policyWord(policy);
    const QString seed = QString::number(options.seed.value_or(0));
    if (policy == QLatin1String("priority")) return priorities(options);
    if (policy == QLatin1String("random"))
        return named(Caption::tr("{policy}, seed {seed}"), {{"policy", word}, {"seed", seed}});
    if (policy == QLatin1String("pct"))
        return named(Caption::tr("{policy}, seed {seed}, depth {depth}"),
                     {{"policy", word}, {"seed", seed}, {"depth", options.depth.value_or(3)}});
    if (policy != QLatin1String("round-robin")) return word;
    const double interval = options.switchInterval.value_or(usual_interval);
    return named(Caption::tr("{policy}, switch interval {interval}"),
                 {{"policy", word},
                  {"interval", timeline::durationText(static_cast<Tick>(interval * second))}});
}

}  // namespace

QString decidedBy(const RunOptions& options) {
    if (options.schedule.isEmpty()) return policyWithItsSettings(options);
    if (options.policy.isEmpty() || options.policy == QLatin1String("replay"))
        return Caption::tr("A schedule that was given");
    return Caption::tr("A schedule that was given; then %1").arg(policyWithItsSettings(options));
}

QString decidedBy(const RunRecord& run) {
    if (run.isOpenedTrace) return {};
    if (!run.decision) return decidedBy(run.options);
    return named(Caption::tr("{policy}; another choice was made at decision {decision}"),
                 {{"policy", policyWithItsSettings(run.options)}, {"decision", *run.decision}});
}

QString outcomeCaption(const analysis::Intervals& intervals, const analysis::Steps& steps) {
    return named(Caption::tr("{outcome} after {time} of virtual time, {steps}"),
                 {{"outcome", outcomeWord(intervals.trace().trailer().outcome.kind)},
                  {"time", timeline::durationText(intervals.duration())},
                  {"steps", timeline::stepsText(steps.count())}});
}

QString settingCaption(const trace::Header& header, const QString& decided_by) {
    const QString model =
        header.cores == 0 ? modelWord(QStringLiteral("gil"))
                          : Caption::tr("On %n core(s)", nullptr, static_cast<int>(header.cores));
    const QString granularity = granularityWord(QString::fromStdString(header.granularity));
    const QString policy =
        decided_by.isEmpty() ? policyWord(QString::fromStdString(header.policy)) : decided_by;
    if (policy.isEmpty())
        return named(Caption::tr("Model: {model}. Switches at: {places}."),
                     {{"model", model}, {"places", granularity}});
    return named(Caption::tr("Model: {model}. Switches at: {places}. Policy: {policy}."),
                 {{"model", model}, {"places", granularity}, {"policy", policy}});
}

}  // namespace turnwise::ui
