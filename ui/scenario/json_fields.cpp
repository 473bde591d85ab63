#include "ui/scenario/json_fields.h"

#include "ui/explain/named.h"

namespace turnwise::ui {

namespace {

QString from(const std::string& text) {
    return QString::fromStdString(text);
}

}  // namespace

JsonFields::JsonFields(const Json& object, QString place)
    : m_object(object), m_place(std::move(place)) {
    if (object.is_object()) return;
    throw ScenarioError(
        m_place.isEmpty()
            ? Scenarios::tr("This is no scenario: a JSON object is expected.")
            : Scenarios::tr(
                  "The scenario cannot be used: %1 is expected to be an object in braces.")
                  .arg(m_place));
}

QString JsonFields::placeOf(const QString& key) const {
    return m_place.isEmpty() ? key : m_place + QLatin1Char('.') + key;
}

void JsonFields::expected(const QString& key, const QString& what) const {
    throw ScenarioError(
        named(Scenarios::tr("The scenario cannot be used: {place} is expected to be {type}."),
              {{"place", placeOf(key)}, {"type", what}}));
}

const Json* JsonFields::take(const QString& key) {
    m_taken.insert(key);
    const auto found = m_object.find(key.toStdString());
    return found == m_object.end() || found->is_null() ? nullptr : &*found;
}

std::optional<QString> JsonFields::text(const QString& key) {
    const Json* value = take(key);
    if (!value) return std::nullopt;
    return textOf(*value, placeOf(key));
}

std::optional<bool> JsonFields::truth(const QString& key) {
    const Json* value = take(key);
    if (!value) return std::nullopt;
    if (!value->is_boolean()) expected(key, Scenarios::tr("true or false"));
    return value->get<bool>();
}

std::optional<double> JsonFields::number(const QString& key) {
    const Json* value = take(key);
    if (!value) return std::nullopt;
    if (!value->is_number()) expected(key, Scenarios::tr("a number"));
    return value->get<double>();
}

std::optional<quint64> JsonFields::count(const QString& key) {
    const Json* value = take(key);
    if (!value) return std::nullopt;
    if (!value->is_number_unsigned()) expected(key, Scenarios::tr("a whole number from 0 on"));
    return value->get<quint64>();
}

const Json::array_t& JsonFields::list(const QString& key) {
    static const Json::array_t none;
    const Json* value = take(key);
    if (!value) return none;
    if (!value->is_array()) expected(key, Scenarios::tr("a list in square brackets"));
    return value->get_ref<const Json::array_t&>();
}

void JsonFields::finish() const {
    for (const auto& [key, value] : m_object.items())
        if (!m_taken.contains(from(key)))
            throw ScenarioError(
                Scenarios::tr(
                    "The scenario cannot be used: nothing is known of %1. Is it misspelt?")
                    .arg(placeOf(from(key))));
}

QString textOf(const Json& value, const QString& place) {
    if (!value.is_string())
        throw ScenarioError(
            Scenarios::tr("The scenario cannot be used: %1 is expected to be a text in quotes.")
                .arg(place));
    return from(value.get<std::string>());
}

}  // namespace turnwise::ui
