#include <algorithm>
#include <limits>

#include "core/sched/options.h"
#include "ui/explain/named.h"
#include "ui/explain/policy_words.h"
#include "ui/scenario/json_fields.h"

namespace turnwise::ui {

namespace {

using Text = QString RunOptions::*;
using Count = std::optional<quint64> RunOptions::*;
using Seconds = std::optional<double> RunOptions::*;
using Flag = bool RunOptions::*;

template <typename Member>
struct Entry {
    const char* key;
    Member member;
};

constexpr Entry<Text> texts[] = {{"policy", &RunOptions::policy},
                                 {"model", &RunOptions::model},
                                 {"granularity", &RunOptions::granularity}};
constexpr Entry<Count> counts[] = {
    {"seed", &RunOptions::seed},           {"depth", &RunOptions::depth},
    {"length", &RunOptions::length},       {"cores", &RunOptions::cores},
    {"max-steps", &RunOptions::maxSteps},  {"max-threads", &RunOptions::maxThreads},
    {"max-output", &RunOptions::maxOutput}};
constexpr Entry<Seconds> times[] = {{"switch-interval", &RunOptions::switchInterval},
                                    {"line-cost", &RunOptions::lineCost},
                                    {"bytecode-cost", &RunOptions::bytecodeCost},
                                    {"switch-cost", &RunOptions::switchCost},
                                    {"max-time", &RunOptions::maxTime}};
constexpr Entry<Flag> flags[] = {{"inherit-priority", &RunOptions::inheritPriority},
                                 {"choose-woken", &RunOptions::chooseWoken},
                                 {"spurious-wakeups", &RunOptions::spuriousWakeups}};

// The words that an option takes, "" for any.
QStringList wordsOf(const char* key) {
    QStringList words;
    const auto add = [&](std::string_view word) {
        words << QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size()));
    };
    if (qstrcmp(key, "policy") == 0) words = policyNames();
    if (qstrcmp(key, "granularity") == 0)
        for (const sched::Granularity granularity : sched::all_granularities)
            add(to_string(granularity));
    if (qstrcmp(key, "model") == 0)
        for (const sched::Model model : {sched::Model::gil, sched::Model::free_threaded})
            add(to_string(model));
    return words;
}

constexpr int least_priority = std::numeric_limits<int>::min();
constexpr int largest_priority = std::numeric_limits<int>::max();

// The type first: a number beyond 2^63 would be taken for one below zero.
bool isPriority(const Json& number) {
    if (number.is_number_unsigned()) return number.get<quint64>() <= quint64{largest_priority};
    return number.is_number_integer() && number.get<qint64>() >= least_priority;
}

void readPriorities(RunOptions& options, JsonFields& fields) {
    const QString key = QStringLiteral("priority");
    const Json* priorities = fields.take(key);
    if (!priorities) return;
    const QString what = named(
        Scenarios::tr(
            "an object of names and whole numbers from {least} to {largest}, as {\"logger\": -1}"),
        {{"least", least_priority}, {"largest", largest_priority}});
    if (!priorities->is_object()) fields.expected(key, what);
    for (const auto& [name, number] : priorities->items()) {
        if (!isPriority(number)) fields.expected(key, what);
        options.priorities
            << QStringLiteral("%1=%2").arg(QString::fromStdString(name)).arg(number.get<qint64>());
    }
}

void readFrozen(RunOptions& options, JsonFields& fields) {
    const QString key = QStringLiteral("freeze");
    for (const Json& thread : fields.list(key)) {
        const bool isNumber = thread.is_number_unsigned() &&
                              thread.get<quint64>() < std::numeric_limits<quint32>::max();
        if (!isNumber) fields.expected(key, Scenarios::tr("a list of numbers of threads"));
        options.frozen << thread.get<quint32>();
    }
}

}  // namespace

void readOptions(RunOptions& options, const Json& object, const QString& place) {
    JsonFields fields(object, place);
    for (const auto& [key, member] : texts) {
        const auto word = fields.text(QLatin1String(key));
        if (word && !wordsOf(key).contains(*word))
            fields.expected(
                QLatin1String(key),
                Scenarios::tr("one of these: %1").arg(wordsOf(key).join(QStringLiteral(", "))));
        if (word) options.*member = *word;
    }
    for (const auto& [key, member] : counts)
        options.*member = fields.count(QLatin1String(key));
    for (const auto& [key, member] : times) {
        options.*member = fields.number(QLatin1String(key));
        if (options.*member && !(*(options.*member) >= 0))
            fields.expected(QLatin1String(key), Scenarios::tr("a number of seconds from 0 on"));
    }
    for (const auto& [key, member] : flags)
        options.*member = fields.truth(QLatin1String(key)).value_or(false);
    readPriorities(options, fields);
    readFrozen(options, fields);
    options.input = fields.text(QStringLiteral("stdin")).value_or(QString());
    for (const Json& argument : fields.list(QStringLiteral("arguments")))
        options.arguments << textOf(argument, fields.placeOf(QStringLiteral("arguments")));
    fields.finish();
}

Json writeOptions(const RunOptions& options) {
    Json json = Json::object();
    for (const auto& [key, member] : texts)
        if (!(options.*member).isEmpty()) json[key] = (options.*member).toStdString();
    for (const auto& [key, member] : counts)
        if (options.*member) json[key] = *(options.*member);
    for (const auto& [key, member] : times)
        if (options.*member) json[key] = *(options.*member);
    for (const auto& [key, member] : flags)
        if (options.*member) json[key] = true;
    for (const QString& priority : options.priorities) {
        const QString name = priority.section(QLatin1Char('='), 0, -2);
        json["priority"][name.toStdString()] = priority.section(QLatin1Char('='), -1).toInt();
    }
    if (!options.input.isEmpty()) json["stdin"] = options.input.toStdString();
    for (const quint32 thread : options.frozen)
        json["freeze"].push_back(thread);
    for (const QString& argument : options.arguments)
        json["arguments"].push_back(argument.toStdString());
    return json;
}

}  // namespace turnwise::ui
