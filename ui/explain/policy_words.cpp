#include "ui/explain/policy_words.h"

#include <QCoreApplication>

namespace turnwise::ui {

namespace {

struct PolicyWords {
    Q_DECLARE_TR_FUNCTIONS(turnwise::ui::PolicyWords)
};

struct Word {
    const char* name;
    const char* word;
    const char* tip;
};

constexpr Word models[] = {
    {"gil", QT_TRANSLATE_NOOP("turnwise::ui::PolicyWords", "With the GIL"),
     QT_TRANSLATE_NOOP("turnwise::ui::PolicyWords",
                       "One thread runs at a time: the one that has the GIL.")},
    {"free-threaded", QT_TRANSLATE_NOOP("turnwise::ui::PolicyWords", "On several cores"),
     QT_TRANSLATE_NOOP("turnwise::ui::PolicyWords",
                       "There is no GIL: a thread runs on every core.")},
};

constexpr Word granularities[] = {
    {"line", QT_TRANSLATE_NOOP("turnwise::ui::PolicyWords", "every line"),
     QT_TRANSLATE_NOOP("turnwise::ui::PolicyWords",
                       "Before every line of code and every operation on a lock or the like.")},
    {"bytecode", QT_TRANSLATE_NOOP("turnwise::ui::PolicyWords", "every bytecode"),
     QT_TRANSLATE_NOOP("turnwise::ui::PolicyWords",
                       "Before every bytecode that reads or writes what threads share: x += 1 is a "
                       "load, an addition "
                       "and a store.")},
    {"cpython", QT_TRANSLATE_NOOP("turnwise::ui::PolicyWords", "as CPython 3.11"),
     QT_TRANSLATE_NOOP("turnwise::ui::PolicyWords",
                       "Only where CPython 3.11 looks whether to give up the GIL: after a function "
                       "was entered, after "
                       "a jump back, after a call.")},
    {"sync", QT_TRANSLATE_NOOP("turnwise::ui::PolicyWords", "operations"),
     QT_TRANSLATE_NOOP("turnwise::ui::PolicyWords",
                       "Only before operations on locks and the like.")},
    {"blocking", QT_TRANSLATE_NOOP("turnwise::ui::PolicyWords", "blocking only"),
     QT_TRANSLATE_NOOP("turnwise::ui::PolicyWords", "Only where a thread has to wait.")},
};

constexpr Word policies[] = {
    {"round-robin", QT_TRANSLATE_NOOP("turnwise::ui::PolicyWords", "Round robin"),
     QT_TRANSLATE_NOOP("turnwise::ui::PolicyWords",
                       "A thread runs until it has to wait or the switch interval is over; then it "
                       "is the turn of the "
                       "one that has waited longest.")},
    {"fifo", QT_TRANSLATE_NOOP("turnwise::ui::PolicyWords", "First come, first served"),
     QT_TRANSLATE_NOOP("turnwise::ui::PolicyWords", "A thread runs until it has to wait.")},
    {"priority", QT_TRANSLATE_NOOP("turnwise::ui::PolicyWords", "Priorities"),
     QT_TRANSLATE_NOOP("turnwise::ui::PolicyWords",
                       "The thread with the highest priority runs, at once.")},
    {"random", QT_TRANSLATE_NOOP("turnwise::ui::PolicyWords", "Random"),
     QT_TRANSLATE_NOOP("turnwise::ui::PolicyWords",
                       "Any thread, at every decision; the seed says which.")},
    {"pct", QT_TRANSLATE_NOOP("turnwise::ui::PolicyWords", "Random priorities (PCT)"),
     QT_TRANSLATE_NOOP(
         "turnwise::ui::PolicyWords",
         "Random priorities that change a few times: finds rare errors with a known probability.")},
    {"manual", QT_TRANSLATE_NOOP("turnwise::ui::PolicyWords", "By hand"),
     QT_TRANSLATE_NOOP("turnwise::ui::PolicyWords", "You choose at every decision.")},
};

template <std::size_t size>
QStringList namesOf(const Word (&words)[size]) {
    QStringList names;
    for (const Word& word : words)
        names << QLatin1String(word.name);
    return names;
}

template <std::size_t size>
QString find(const Word (&words)[size], const QString& name, const char* Word::*what) {
    for (const Word& word : words)
        if (name == QLatin1String(word.name)) return PolicyWords::tr(word.*what);
    return name;
}

}  // namespace

QStringList modelNames() {
    return namesOf(models);
}
QStringList granularityNames() {
    return namesOf(granularities);
}
QStringList policyNames() {
    return namesOf(policies);
}
QString modelWord(const QString& name) {
    return find(models, name, &Word::word);
}
QString granularityWord(const QString& name) {
    return find(granularities, name, &Word::word);
}
QString policyWord(const QString& name) {
    return find(policies, name, &Word::word);
}
QString policyTip(const QString& name) {
    return find(policies, name, &Word::tip);
}
QString granularityTip(const QString& name) {
    return find(granularities, name, &Word::tip);
}

}  // namespace turnwise::ui
