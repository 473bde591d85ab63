// Sentences with named arguments: "{thread} waits for {lock}, which {owner} holds." A translator
// sees what comes where and may change the order; plural forms (%n) are chosen before, by tr().
#pragma once

#include <QString>
#include <concepts>
#include <initializer_list>

namespace turnwise::ui {

struct Named {
    Named(const char* name_, const QString& value_) : name(name_), value(value_) {}
    template <std::integral Number>
    Named(const char* name_, Number number) : Named(name_, QString::number(number)) {}

    const char* name;  // small letters and underscores
    QString value;
};

// `sentence` with the value of each argument in place of its {name}. A value is put in as it is:
// what looks like a name in it stays. A name without an argument stays, too, and is warned of, as
// is an argument that `sentence` does not name. "{{" and "}}" are braces; a brace that belongs to
// no name needs no second one.
QString named(const QString& sentence, std::initializer_list<Named> arguments);

}  // namespace turnwise::ui
