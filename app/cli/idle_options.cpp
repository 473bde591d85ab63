#include "app/cli/idle_options.h"

#include <algorithm>

namespace turnwise::cli {

namespace {

bool isNameOfThread(const trace::Trace& trace, const std::string& name) {
    return std::ranges::any_of(trace.events(), [&](const trace::Event& event) {
        return (event.kind == trace::EventKind::thread_created ||
                event.kind == trace::EventKind::thread_renamed) &&
               trace.text(event.text) == name;
    });
}

}  // namespace

std::vector<std::string> idleOptions(const ui::RunOptions& options, const trace::Trace& trace) {
    std::vector<std::string> sentences;
    if (options.cores && options.model != QLatin1String("free-threaded"))
        sentences.emplace_back("--cores has no effect without --model free-threaded.");
    if (options.priorities.isEmpty()) return sentences;
    if (options.policy != QLatin1String("priority")) {
        sentences.emplace_back("--priority has no effect without --policy priority.");
        return sentences;
    }
    for (const QString& priority : options.priorities) {
        const std::string name =
            priority.left(priority.lastIndexOf(QLatin1Char('='))).toStdString();
        if (!isNameOfThread(trace, name))
            sentences.push_back("--priority has no effect: no thread was called '" + name + "'.");
    }
    return sentences;
}

}  // namespace turnwise::cli
