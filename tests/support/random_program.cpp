#include "tests/support/random_program.h"

#include <fmt/format.h>

#include <array>
#include <stdexcept>

#include "core/threading/barrier.h"
#include "core/threading/condition.h"
#include "core/threading/event.h"
#include "core/threading/local.h"
#include "core/threading/lock.h"
#include "core/threading/module.h"
#include "core/threading/semaphore.h"

namespace turnwise::support {

using namespace threading;

// What the threads share. It lives as long as any of them, daemons too.
struct RandomProgram::World {
    Lock locks[2] = {Lock("A"), Lock("B")};
    RLock rlock{"R"};
    Semaphore semaphore{1, "S"};
    BoundedSemaphore bounded{2, "N"};
    Lock inner{"L"};
    Condition condition{&inner, "C"};
    Event event{"E"};
    Barrier barrier{2, {.action = [] { print("*"); }, .name = "B"}};
    local data{"data"};
    std::vector<std::unique_ptr<Thread>> threads;
};

namespace {

constexpr std::array<double, 4> lengths = {0, 0.000'01, 0.001, 0.5};  // seconds

void compute(std::uint64_t lines) {
    for (std::uint64_t i = 0; i < lines; ++i) {
        auto& scheduler = sched::Scheduler::current();
        scheduler.point({nullptr, trace::Operation::line}, scheduler.options().line_cost);
    }
}

}  // namespace

RandomProgram::RandomProgram(std::uint64_t seed) {
    Random random(seed);
    const auto actions = static_cast<std::uint64_t>(Action::last) + 1;
    for (std::uint64_t thread = 0, count = 2 + random.below(3); thread < count; ++thread) {
        Script script;
        for (std::uint64_t i = 0, length = 3 + random.below(10); i < length; ++i) {
            const auto action = static_cast<Action>(random.below(actions));
            const bool is_harsh = action == Action::fail || action == Action::abort;
            if (is_harsh && random.below(4) != 0) continue;
            script.push_back({action, random.below(4)});
        }
        m_scripts.push_back(std::move(script));
        m_daemon.push_back(random.below(5) == 0);
    }
}

void RandomProgram::operator()() const {
    const auto world = std::make_shared<World>();
    for (std::size_t i = 1; i < m_scripts.size(); ++i)
        world->threads.push_back(std::make_unique<Thread>(
            ThreadArguments{.target = [world, &script = m_scripts[i]] { execute(*world, script); },
                            .daemon = m_daemon[i]}));
    for (const auto& thread : world->threads)
        thread->start();
    execute(*world, m_scripts.front());
}

namespace {

void perform(RandomProgram::Action action, std::uint64_t which, auto& world) {
    using enum RandomProgram::Action;
    const double time = lengths.at(which);
    Lock& lock = world.locks[which % 2];
    switch (action) {
        case compute:
            support::compute(1 + which);
            break;
        case sleep:
            threading::sleep(time);
            break;
        case acquire:
            lock.acquire();
            break;
        case try_acquire:
            lock.acquire({.blocking = false});
            break;
        case acquire_for:
            lock.acquire({.timeout = time});
            break;
        case release:
            lock.release();
            break;
        case enter:
            world.rlock.acquire();
            world.rlock.acquire({.timeout = time});
            break;
        case leave:
            world.rlock.release();
            break;
        case take:
            world.semaphore.acquire();
            break;
        case take_for:
            world.semaphore.acquire({.timeout = time});
            break;
        case give:
            world.semaphore.release(1 + static_cast<std::int64_t>(which) / 2);
            break;
        case give_bounded:
            world.bounded.release();
            break;
        case take_bounded:
            world.bounded.acquire({.timeout = time});
            break;
        case wait: {
            with guard(world.condition);
            world.condition.wait();
            break;
        }
        case wait_for: {
            with guard(world.condition);
            world.condition.wait_for([&] { return world.event.flag(); }, time);
            break;
        }
        case notify: {
            with guard(world.condition);
            world.condition.notify(static_cast<std::int64_t>(which));
            break;
        }
        case notify_all:
            world.condition.notify_all();
            break;  // perhaps without the lock
        case set:
            world.event.set();
            break;
        case clear:
            world.event.clear();
            break;
        case await:
            world.event.wait();
            break;
        case await_for:
            world.event.wait(time);
            break;
        case meet:
            world.barrier.wait(which == 0 ? std::nullopt : std::optional(time));
            break;
        case reset:
            world.barrier.reset();
            break;
        case abort:
            world.barrier.abort();
            break;
        case remember:
            world.data.set("x", which);
            break;
        case join:
            world.threads.at(which % world.threads.size())->join(time);
            break;
        case say:
            print(fmt::format("{} ", get_ident()));
            break;
        case fail:
            throw 0;
    }
}

}  // namespace

void RandomProgram::execute(World& world, const Script& script) {
    for (const Operation& operation : script) {
        std::string error;
        try {
            perform(operation.action, operation.which, world);
        } catch (const std::exception& caught) {
            error = fmt::format("[{}]", caught.what());
        }
        if (!error.empty()) print(error);
    }
}

std::string RandomProgram::text() const {
    static constexpr const char* names[] = {
        "compute",      "sleep", "acquire",   "try_acquire", "acquire_for", "release",
        "enter",        "leave", "take",      "take_for",    "give",        "give_bounded",
        "take_bounded", "wait",  "wait_for",  "notify",      "notify_all",  "set",
        "clear",        "await", "await_for", "meet",        "reset",       "abort",
        "remember",     "join",  "say",       "fail"};
    std::string text;
    for (std::size_t i = 0; i < m_scripts.size(); ++i) {
        text += fmt::format("T{}{}:", i, m_daemon[i] && i > 0 ? " (daemon)" : "");
        for (const auto& [action, which] : m_scripts[i])
            text += fmt::format(" {}({})", names[static_cast<std::size_t>(action)], which);
        text += '\n';
    }
    return text;
}

}  // namespace turnwise::support
