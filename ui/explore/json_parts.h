// Members of an engine's lines, of which none is sure to be there.
#pragma once

#include <QString>
#include <QStringList>
#include <nlohmann/json.hpp>
#include <optional>

namespace turnwise::ui {
using Json = nlohmann::ordered_json;  // lines as engines write them: see app/README.md
}

namespace turnwise::ui::json {

inline const Json& member(const Json& json, const char* name) {
    static const Json nothing;
    const auto found = json.is_object() ? json.find(name) : json.end();
    return found == json.end() ? nothing : *found;
}

// "" for what is no text.
inline QString text(const Json& json, const char* name) {
    const Json& value = member(json, name);
    return value.is_string() ? QString::fromStdString(value.get<std::string>()) : QString();
}

inline std::optional<std::uint64_t> count(const Json& json, const char* name) {
    const Json& value = member(json, name);
    if (value.is_number_unsigned()) return value.get<std::uint64_t>();
    return std::nullopt;
}

inline double number(const Json& json, const char* name) {
    const Json& value = member(json, name);
    return value.is_number() ? value.get<double>() : 0;
}

// The elements of an array; nothing for what is none.
template <typename Take>
void each(const Json& json, const char* name, Take take) {
    const Json& list = member(json, name);
    if (list.is_array())
        for (const Json& part : list)
            take(part);
}

inline QStringList texts(const Json& json, const char* name) {
    QStringList list;
    each(json, name, [&](const Json& part) {
        if (part.is_string()) list << QString::fromStdString(part.get<std::string>());
    });
    return list;
}

}  // namespace turnwise::ui::json
