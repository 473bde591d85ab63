#include "ui/policies/policies.h"

#include "core/sched/policy.h"

namespace turnwise::ui {

QStringList comparablePolicies() {
    QStringList policies;
    for (const std::string_view name : sched::policy_names())
        if (name != "manual" && name != "replay")
            policies << QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    return policies;
}

RunOptions withPolicy(RunOptions options, const QString& policy) {
    options.policy = policy;
    options.schedule.clear();
    return options;
}

}  // namespace turnwise::ui
