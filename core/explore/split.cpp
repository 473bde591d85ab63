#include "core/explore/split.h"

#include <algorithm>
#include <iterator>

namespace turnwise::explore {

namespace {

constexpr std::size_t tasks_a_part = 16;
constexpr std::size_t longest_prefix = 200;

// What can follow a task's prefix, each one step longer; nothing if all that can go on sleep. The
// task itself, if it is an execution that is over.
std::vector<Task> extend(Program& program, const Task& task) {
    const auto go_there = [&] {
        program.restart();
        for (const ThreadId thread : task.prefix)
            program.step(thread);
    };
    go_there();
    const std::span<const ThreadId> now = program.enabled();
    const std::vector<ThreadId> enabled(now.begin(), now.end());
    if (enabled.empty()) return {task};
    std::vector<Task> longer;
    std::vector<Sleeper> asleep = task.asleep;
    for (const ThreadId thread : enabled) {
        if (std::ranges::find(asleep, thread, &Sleeper::thread) != asleep.end()) continue;
        go_there();
        const Operation operation = program.step(thread).operation;
        Task& next = longer.emplace_back();
        next.prefix = task.prefix;
        next.prefix.push_back(thread);
        for (const Sleeper& sleeper : asleep)
            if (!conflict(sleeper.operation, operation)) next.asleep.push_back(sleeper);
        asleep.push_back({thread, operation});
    }
    return longer;
}

}  // namespace

std::vector<Task> split(Program& program, const Options& options) {
    std::vector<Task> tasks(1);
    const std::size_t longest = std::min<std::size_t>(longest_prefix, options.max_steps);
    for (std::size_t depth = 0; depth < longest && tasks.size() < tasks_a_part * options.parts;
         ++depth) {
        std::vector<Task> next;
        for (const Task& task : tasks) {
            std::vector<Task> longer = extend(program, task);
            std::ranges::move(longer, std::back_inserter(next));
        }
        tasks = std::move(next);
    }
    return tasks;
}

}  // namespace turnwise::explore
