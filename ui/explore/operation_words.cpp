#include "ui/explore/operation_words.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include "ui/explain/named.h"

namespace turnwise::ui {

namespace {

struct Operations {
    Q_DECLARE_TR_FUNCTIONS(turnwise::ui::Operations)
};

struct Verb {
    const char* said;  // by the engine, before the name of what it is done to
    const char* words;
};

// A longer one before one that it begins with.
constexpr Verb verbs[] = {
    {"read", QT_TRANSLATE_NOOP("turnwise::ui::Operations", "read {object}")},
    {"write", QT_TRANSLATE_NOOP("turnwise::ui::Operations", "write {object}")},
    {"update", QT_TRANSLATE_NOOP("turnwise::ui::Operations", "update {object}")},
    {"acquire", QT_TRANSLATE_NOOP("turnwise::ui::Operations", "acquire {object}")},
    {"try to acquire", QT_TRANSLATE_NOOP("turnwise::ui::Operations", "try to acquire {object}")},
    {"release", QT_TRANSLATE_NOOP("turnwise::ui::Operations", "release {object}")},
    {"time out of acquire",
     QT_TRANSLATE_NOOP("turnwise::ui::Operations", "time out of acquire {object}")},
    {"look at the lock",
     QT_TRANSLATE_NOOP("turnwise::ui::Operations", "look at the lock {object}")},
    {"let go of the lock",
     QT_TRANSLATE_NOOP("turnwise::ui::Operations", "let go of the lock {object}")},
    {"wait", QT_TRANSLATE_NOOP("turnwise::ui::Operations", "wait {object}")},
    {"notify", QT_TRANSLATE_NOOP("turnwise::ui::Operations", "notify {object}")},
    {"time out of wait",
     QT_TRANSLATE_NOOP("turnwise::ui::Operations", "time out of wait {object}")},
    {"set", QT_TRANSLATE_NOOP("turnwise::ui::Operations", "set {object}")},
    {"clear", QT_TRANSLATE_NOOP("turnwise::ui::Operations", "clear {object}")},
    {"look at the event",
     QT_TRANSLATE_NOOP("turnwise::ui::Operations", "look at the event {object}")},
    {"change the barrier",
     QT_TRANSLATE_NOOP("turnwise::ui::Operations", "change the barrier {object}")},
    {"look at the barrier",
     QT_TRANSLATE_NOOP("turnwise::ui::Operations", "look at the barrier {object}")},
    {"start", QT_TRANSLATE_NOOP("turnwise::ui::Operations", "start {object}")},
    {"look at the thread",
     QT_TRANSLATE_NOOP("turnwise::ui::Operations", "look at the thread {object}")},
    {"time out of join",
     QT_TRANSLATE_NOOP("turnwise::ui::Operations", "time out of join {object}")},
    {"end", QT_TRANSLATE_NOOP("turnwise::ui::Operations", "end {object}")},
};

QString one(const QString& operation) {
    if (operation == QLatin1String("go on")) return Operations::tr("go on");
    for (const auto& [said, words] : verbs) {
        const QLatin1String verb(said);
        if (!operation.startsWith(verb)) continue;
        const QString rest = operation.mid(verb.size());
        if (!rest.isEmpty() && !rest.startsWith(QLatin1Char(' '))) continue;
        return named(Operations::tr(words), {{"object", rest.trimmed()}}).trimmed();
    }
    return operation;
}

}  // namespace

QString operationWords(const QString& operation) {
    // A step of code may touch several variables.
    static const QRegularExpression between(
        QStringLiteral("(?:, | and )(?=(?:read|write|update) )"));
    QStringList all;
    for (const QString& part : operation.split(between))
        all << one(part);
    if (all.size() < 2) return all.join(QString());
    const QString last = all.takeLast();
    return named(Operations::tr("{operations} and {last}"),
                 {{"operations", all.join(Operations::tr(", "))}, {"last", last}});
}

}  // namespace turnwise::ui
