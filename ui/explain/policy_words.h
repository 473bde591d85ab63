// How a person calls models, granularities and policies.
#pragma once

#include <QString>
#include <QStringList>

namespace turnwise::ui {

// The names that the engine knows, in the order in which a person is offered them.
QStringList modelNames();
QStringList granularityNames();
QStringList policyNames();

// "Round robin" for "round-robin"; the name itself for one that is not known.
QString modelWord(const QString& name);
QString granularityWord(const QString& name);
QString policyWord(const QString& name);
// A sentence for a tool tip: what it does.
QString policyTip(const QString& name);
QString granularityTip(const QString& name);

}  // namespace turnwise::ui
