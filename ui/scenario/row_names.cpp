#include "ui/scenario/row_names.h"

#include <array>
#include <limits>

namespace turnwise::ui {

namespace {

using timeline::Arrangement;
using timeline::RowId;
using Kind = RowId::Kind;
using List = std::vector<RowId> Arrangement::*;

constexpr std::array words = {"core", "thread", "object"};  // in the order of Kind

struct Entry {
    const char* key;
    List list;
};
constexpr Entry lists[] = {{"hidden", &Arrangement::hidden},
                           {"pinned", &Arrangement::pinned},
                           {"order", &Arrangement::order}};

std::uint32_t numberOf(const RowId& row) {
    switch (row.kind) {
        case Kind::thread:
            return row.thread;
        case Kind::object:
            return row.object;
        case Kind::core:
            break;
    }
    return row.core;
}

std::string nameOf(const RowId& row) {
    return words[static_cast<std::size_t>(row.kind)] + (' ' + std::to_string(numberOf(row)));
}

std::optional<Kind> kindFrom(const QString& word) {
    for (std::size_t kind = 0; kind < words.size(); ++kind)
        if (word == QLatin1String(words[kind])) return static_cast<Kind>(kind);
    return std::nullopt;
}

std::optional<RowId> rowFrom(const QString& name) {
    const auto kind = kindFrom(name.section(QLatin1Char(' '), 0, 0));
    bool isNumber = false;
    const quint32 number = name.section(QLatin1Char(' '), 1).toUInt(&isNumber);
    if (!kind || !isNumber) return std::nullopt;
    RowId row{.kind = *kind};
    if (*kind == Kind::thread) row.thread = number;
    if (*kind == Kind::object) row.object = number;
    if (*kind == Kind::core) row.core = number;
    return row;
}

}  // namespace

Json writeRows(const Arrangement& rows) {
    Json json = Json::object();
    if (!rows.filter.isEmpty()) json["filter"] = rows.filter.toStdString();
    for (const auto& [key, list] : lists)
        for (const RowId& row : rows.*list)
            json[key].push_back(nameOf(row));
    for (std::size_t kind = 0; kind < words.size(); ++kind)
        if (rows.folded[kind]) json["folded"].push_back(words[kind]);
    return json;
}

Arrangement readRows(const Json& json) {
    JsonFields fields(json, QStringLiteral("view.rows"));
    Arrangement rows;
    rows.filter = fields.text(QStringLiteral("filter")).value_or(QString());
    for (const auto& [key, list] : lists)
        for (const Json& name : fields.list(QLatin1String(key))) {
            const QString text = textOf(name, fields.placeOf(QLatin1String(key)));
            const auto row = rowFrom(text);
            if (!row)
                fields.expected(QLatin1String(key),
                                Scenarios::tr("a list of rows, as \"thread 2\", \"object 5\" or "
                                              "\"core 0\""));
            (rows.*list).push_back(*row);
        }
    for (const Json& word : fields.list(QStringLiteral("folded"))) {
        const auto kind = kindFrom(textOf(word, fields.placeOf(QStringLiteral("folded"))));
        if (!kind)
            fields.expected(
                QStringLiteral("folded"),
                Scenarios::tr("a list of these: %1").arg(QStringLiteral("core, thread, object")));
        rows.folded[static_cast<std::size_t>(*kind)] = true;
    }
    fields.finish();
    return rows;
}

}  // namespace turnwise::ui
