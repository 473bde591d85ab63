// An object of a JSON file, taken apart key by key: what is wrong is said with its place,
// "runs[2].options.seed".
#pragma once

#include <QCoreApplication>
#include <QSet>
#include <QString>
#include <nlohmann/json.hpp>

#include "ui/scenario/scenario.h"

namespace turnwise::ui {

using Json = nlohmann::ordered_json;

// The translation context of all that is said of scenarios.
struct Scenarios {
    Q_DECLARE_TR_FUNCTIONS(turnwise::ui::Scenarios)
};

class JsonFields {
  public:
    // Throws ScenarioError if it is no object. `place` is what it is called in messages; "" for the
    // whole file.
    JsonFields(const Json& object, QString place);

    // Each takes a key; nothing if it is not there. Throws ScenarioError if it has another type.
    const Json* take(const QString& key);
    std::optional<QString> text(const QString& key);
    std::optional<bool> truth(const QString& key);
    std::optional<double> number(const QString& key);
    std::optional<quint64> count(const QString& key);  // a whole number from 0 on
    const Json::array_t& list(const QString& key);     // empty if it is not there

    // Throws ScenarioError if a key is left that nobody took.
    void finish() const;

    QString placeOf(const QString& key) const;
    [[noreturn]] void expected(const QString& key, const QString& what) const;

  private:
    const Json& m_object;
    QString m_place;
    QSet<QString> m_taken;
};

// For values that are taken out of a list.
QString textOf(const Json& value, const QString& place);

// One option of a run in JSON, in both directions.
void readOptions(RunOptions& options, const Json& object, const QString& place);
Json writeOptions(const RunOptions& options);

}  // namespace turnwise::ui
