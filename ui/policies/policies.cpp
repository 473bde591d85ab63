#include "ui/policies/policies.h"

#include "ui/explain/policy_words.h"

namespace turnwise::ui {

QStringList comparablePolicies() {
    QStringList policies;
    for (const QString& name : policyNames())
        if (name != QLatin1String("manual") && name != QLatin1String("replay")) policies << name;
    return policies;
}

RunOptions withPolicy(RunOptions options, const QString& policy) {
    options.policy = policy;
    options.schedule.clear();
    return options;
}

}  // namespace turnwise::ui
