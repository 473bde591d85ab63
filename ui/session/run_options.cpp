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
    arguments << program;
    if (!options.arguments.isEmpty()) arguments << "--" << options.arguments;
    return arguments;
}

RunOptions optionsOf(const trace::Header& header) {
    const auto seconds = [](Tick ticks) { return static_cast<double>(ticks) / static_cast<double>(second); };
    RunOptions options;
    options.program = QString::fromStdString(header.program);
    for (const std::string& argument : header.arguments)
        options.arguments << QString::fromStdString(argument);
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
    return options;
}

}  // namespace turnwise::ui
