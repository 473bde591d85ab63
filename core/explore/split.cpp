#include "core/explore/split.h"

#include <algorithm>
#include <deque>
#include <iterator>

namespace turnwise::explore {

namespace {

constexpr std::size_t tasks_a_part = 16;
constexpr std::size_t longest_prefix = 200;

bool is_asleep(const Task& task, ThreadId thread) {
    return std::ranges::find(task.asleep, thread, &Sleeper::thread) != task.asleep.end();
}

// Takes a step of a task; the program is after its prefix.
Operation go_on(Program& program, Task& task, ThreadId thread) {
    const Operation operation = program.step(thread).operation;
    task.prefix.push_back(thread);
    std::erase_if(task.asleep, [&](const Sleeper& sleeper) {
        return sleeper.thread == thread || conflict(sleeper.operation, operation);
    });
    return operation;
}

// Takes the steps of a task for which nobody else is awake. Who is awake then: nobody, if it is
// over or all that can go on sleep.
std::vector<ThreadId> go_to_branch(Program& program, Task& task, std::size_t longest) {
    program.restart();
    for (const ThreadId thread : task.prefix)
        program.step(thread);
    while (true) {
        std::vector<ThreadId> awake;
        for (const ThreadId thread : program.enabled())
            if (!is_asleep(task, thread)) awake.push_back(thread);
        if (awake.size() != 1 || task.prefix.size() >= longest) return awake;
        go_on(program, task, awake.front());
    }
}

}  // namespace

std::vector<Task> split(Program& program, const Options& options,
                        const std::function<bool()>& must_stop) {
    const std::size_t longest = std::min<std::size_t>(longest_prefix, options.max_steps);
    const std::size_t wanted = tasks_a_part * options.parts;
    program.set_polls(Polls::end);  // as in the search
    std::vector<Task> whole;        // that have no branch any more
    std::deque<Task> tasks(1);
    const auto must_end = [&] {
        return tasks.empty() || tasks.size() + whole.size() >= wanted || (must_stop && must_stop());
    };
    while (!must_end()) {
        Task task = std::move(tasks.front());
        tasks.pop_front();
        const std::vector<ThreadId> awake = go_to_branch(program, task, longest);
        if (awake.size() < 2 || task.prefix.size() >= longest) {
            // Of one that only sleepers could go on with, others explore what follows.
            if (!awake.empty() || program.enabled().empty()) whole.push_back(std::move(task));
            continue;
        }
        std::vector<Sleeper> elder;
        for (const ThreadId thread : awake) {
            Task next = task;
            next.asleep.insert(next.asleep.end(), elder.begin(), elder.end());
            if (!elder.empty()) go_to_branch(program, task, task.prefix.size());
            elder.push_back({thread, go_on(program, next, thread)});
            tasks.push_back(std::move(next));
        }
    }
    whole.insert(whole.end(), std::make_move_iterator(tasks.begin()),
                 std::make_move_iterator(tasks.end()));
    return whole;
}

}  // namespace turnwise::explore
