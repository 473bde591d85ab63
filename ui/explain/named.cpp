#include "ui/explain/named.h"

#include <QDebug>
#include <QStringView>
#include <algorithm>
#include <vector>

namespace turnwise::ui {

namespace {

bool isOfAName(QChar c) {
    return (c >= QLatin1Char('a') && c <= QLatin1Char('z')) || c == QLatin1Char('_');
}

// The name in the braces that open at `at`; empty if these are no braces around a name.
QStringView nameAt(QStringView sentence, qsizetype at) {
    qsizetype end = at + 1;
    while (end < sentence.size() && isOfAName(sentence[end]))
        ++end;
    if (end == sentence.size() || sentence[end] != QLatin1Char('}')) return {};
    return sentence.sliced(at + 1, end - at - 1);
}

bool isDoubled(QStringView sentence, qsizetype at) {
    const QChar c = sentence[at];
    return (c == QLatin1Char('{') || c == QLatin1Char('}')) && at + 1 < sentence.size() &&
           sentence[at + 1] == c;
}

}  // namespace

QString named(const QString& sentence, std::initializer_list<Named> arguments) {
    QString text;
    text.reserve(sentence.size() * 2);
    std::vector<bool> used(arguments.size());
    for (qsizetype at = 0; at < sentence.size(); ++at) {
        const QChar c = sentence[at];
        if (isDoubled(sentence, at)) {
            text += c;
            ++at;
            continue;
        }
        const QStringView name = c == QLatin1Char('{') ? nameAt(sentence, at) : QStringView();
        if (name.isEmpty()) {
            text += c;
            continue;
        }
        const auto* argument = std::ranges::find_if(
            arguments, [&](const Named& one) { return name == QLatin1String(one.name); });
        if (argument == arguments.end()) {
            qWarning().noquote() << "No argument is named" << name << "in:" << sentence;
            text += QLatin1Char('{');
            continue;
        }
        text += argument->value;
        used[static_cast<std::size_t>(argument - arguments.begin())] = true;
        at += name.size() + 1;
    }
    for (std::size_t i = 0; i < used.size(); ++i)
        if (!used[i])
            qWarning().noquote() << "No place for" << arguments.begin()[i].name
                                 << "in:" << sentence;
    return text;
}

}  // namespace turnwise::ui
