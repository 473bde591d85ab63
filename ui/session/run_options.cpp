#include "ui/session/run_options.h"

namespace turnwise::ui {

QStringList engineArguments(const RunOptions& options, const QString& program) {
    QStringList arguments;
    const auto text = [&](const char* name, const QString& value) {
        if (!value.isEmpty()) arguments << name << value;
    };
    const auto seconds = [&](const char* name, const std::optional<double>& value) {
        if (value) arguments << name << QString::number(*value, 'g', 17);
    };
    const auto count = [&](const char* name, const std::optional<quint64>& value) {
        if (value) arguments << name << QString::number(*value);
    };
    const auto flag = [&](const char* name, bool value) {
        if (value) arguments << name;
    };
    text("--policy", options.policy);
    count("--seed", options.seed);
    count("--depth", options.depth);
    count("--length", options.length);
    for (const QString& priority : options.priorities)
        text("--priority", priority);
    flag("--inherit-priority", options.inheritPriority);
    for (const QString& breakpoint : options.breakpoints)
        text("--break", breakpoint);
    for (const quint32 thread : options.frozen)
        text("--freeze", QString::number(thread));
    text("--schedule", options.schedule);
    text("--model", options.model);
    count("--cores", options.cores);
    text("--granularity", options.granularity);
    seconds("--switch-interval", options.switchInterval);
    seconds("--line-cost", options.lineCost);
    seconds("--bytecode-cost", options.bytecodeCost);
    seconds("--switch-cost", options.switchCost);
    flag("--choose-woken", options.chooseWoken);
    flag("--spurious-wakeups", options.spuriousWakeups);
    seconds("--max-time", options.maxTime);
    count("--max-steps", options.maxSteps);
    count("--max-threads", options.maxThreads);
    count("--max-output", options.maxOutput);
    // An option of the engine begins so.
    arguments << (program.startsWith(QLatin1Char('-')) ? QStringLiteral("./") + program : program);
    if (!options.arguments.isEmpty()) arguments << "--" << options.arguments;
    return arguments;
}

namespace {

// Every option that is remembered, by its name; `visit` is told the name and the member.
template <typename Options, typename Visit>
void visitOptions(Options& options, Visit visit) {
    visit("policy", options.policy);
    visit("seed", options.seed);
    visit("depth", options.depth);
    visit("length", options.length);
    visit("priorities", options.priorities);
    visit("inheritPriority", options.inheritPriority);
    visit("model", options.model);
    visit("cores", options.cores);
    visit("granularity", options.granularity);
    visit("switchInterval", options.switchInterval);
    visit("lineCost", options.lineCost);
    visit("bytecodeCost", options.bytecodeCost);
    visit("switchCost", options.switchCost);
    visit("chooseWoken", options.chooseWoken);
    visit("spuriousWakeups", options.spuriousWakeups);
}

template <typename Value>
void put(QVariantMap& map, const char* name, const std::optional<Value>& value) {
    if (value) map.insert(QLatin1String(name), QVariant::fromValue(*value));
}
template <typename Value>
void put(QVariantMap& map, const char* name, const Value& value) {
    map.insert(QLatin1String(name), QVariant::fromValue(value));
}

template <typename Value>
void take(const QVariant& from, std::optional<Value>& value) {
    if (from.canConvert<Value>()) value = from.value<Value>();
}
template <typename Value>
void take(const QVariant& from, Value& value) {
    if (from.canConvert<Value>()) value = from.value<Value>();
}

}  // namespace

QVariantMap toMap(const RunOptions& options) {
    QVariantMap map;
    visitOptions(options, [&](const char* name, const auto& value) { put(map, name, value); });
    return map;
}

RunOptions runOptionsFrom(const QVariantMap& map) {
    RunOptions options;
    visitOptions(options, [&](const char* name, auto& value) {
        if (map.contains(QLatin1String(name))) take(map.value(QLatin1String(name)), value);
    });
    return options;
}

namespace {

constexpr int head_lines = 10;  // of a program, in which it may say how it is to be run

QStringList wishesOf(const QString& text) {
    const QLatin1String mark("# run with: ");
    for (const QString& line :
         text.section(QLatin1Char('\n'), 0, head_lines - 1).split(QLatin1Char('\n')))
        if (line.startsWith(mark))
            return line.mid(mark.size()).simplified().split(QLatin1Char(' '));
    return {};
}

// True if the word took `value` with it.
bool takeWish(RunOptions& options, const QString& word, const QString& value) {
    const auto is = [&](const char* name) { return word == QLatin1String(name); };
    if (is("--policy")) return options.policy = value, true;
    if (is("--model")) return options.model = value, true;
    if (is("--granularity")) return options.granularity = value, true;
    if (is("--priority")) return options.priorities << value, true;
    if (is("--seed")) return options.seed = value.toULongLong(), true;
    if (is("--depth")) return options.depth = value.toULongLong(), true;
    if (is("--cores")) return options.cores = value.toULongLong(), true;
    if (is("--switch-interval")) return options.switchInterval = value.toDouble(), true;
    if (is("--line-cost")) return options.lineCost = value.toDouble(), true;
    if (is("--switch-cost")) return options.switchCost = value.toDouble(), true;
    if (is("--inherit-priority")) options.inheritPriority = true;
    if (is("--choose-woken")) options.chooseWoken = true;
    if (is("--spurious-wakeups")) options.spuriousWakeups = true;
    return false;
}

}  // namespace

RunOptions asProgramWishes(RunOptions options, const QString& text) {
    const QStringList wishes = wishesOf(text);
    if (wishes.contains(QLatin1String("--priority"))) options.priorities.clear();
    for (qsizetype at = 0; at < wishes.size(); ++at)
        if (takeWish(options, wishes[at], wishes.value(at + 1))) ++at;
    return options;
}

QStringList policyWithSettings(const QString& policy, const RunOptions& options) {
    QStringList words{policy};
    const auto number = [&](const char* name, const std::optional<quint64>& value) {
        if (value) words << QStringLiteral("%1=%2").arg(QLatin1String(name)).arg(*value);
    };
    const bool isRandom = policy == QLatin1String("random") || policy == QLatin1String("pct");
    if (isRandom) number("seed", options.seed);
    if (policy == QLatin1String("pct")) {
        number("depth", options.depth);
        number("length", options.length);
    }
    if (policy == QLatin1String("priority")) {
        words += options.priorities;
        if (options.inheritPriority) words << QStringLiteral("inherit");
    }
    return words;
}

RunOptions optionsOf(const trace::Header& header) {
    RunOptions options;
    options.program = QString::fromStdString(header.program);
    for (const std::string& argument : header.arguments)
        options.arguments << QString::fromStdString(argument);
    takeRules(options, header);
    return options;
}

void takeRules(RunOptions& options, const trace::Header& header) {
    const auto seconds = [](Tick ticks) {
        return static_cast<double>(ticks) / static_cast<double>(second);
    };
    options.policy = QString::fromStdString(header.policy);
    options.seed = header.seed;
    options.granularity = QString::fromStdString(header.granularity);
    options.model = header.cores > 0 ? QStringLiteral("free-threaded") : QStringLiteral("gil");
    if (header.cores > 0) options.cores = header.cores;
    if (header.switch_interval > 0) options.switchInterval = seconds(header.switch_interval);
    options.lineCost = seconds(header.line_cost);
    options.bytecodeCost = seconds(header.bytecode_cost);
    options.switchCost = seconds(header.switch_cost);
    options.chooseWoken = header.chooses_woken;
    options.spuriousWakeups = header.wakes_spuriously;
}

}  // namespace turnwise::ui
