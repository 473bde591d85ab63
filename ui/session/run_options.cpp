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
    text("--policy", options.policy);
    count("--seed", options.seed);
    text("--schedule", options.schedule);
    text("--granularity", options.granularity);
    seconds("--switch-interval", options.switchInterval);
    seconds("--line-cost", options.lineCost);
    seconds("--max-time", options.maxTime);
    count("--max-steps", options.maxSteps);
    count("--max-threads", options.maxThreads);
    count("--max-output", options.maxOutput);
    arguments << program;
    if (!options.arguments.isEmpty()) arguments << "--" << options.arguments;
    return arguments;
}

}  // namespace turnwise::ui
