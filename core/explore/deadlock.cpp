#include "core/explore/deadlock.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "core/explore/words.h"

namespace turnwise::explore {

namespace {

class Reading {
  public:
    Reading(const Program& program, const Execution& execution, const Ending& ending)
        : m_program(program), m_execution(execution), m_ending(ending) {}

    Deadlock read() {
        if (m_ending.kind == Ending::Kind::polling) {
            take_polls();
        } else {
            if (!take_cycle()) take_all();
            describe();
        }
        return std::move(m_result);
    }

  private:
    const Wait* wait_of(ThreadId thread) const {
        const auto wait = std::ranges::find(m_ending.waits, thread, &Wait::thread);
        return wait == m_ending.waits.end() ? nullptr : &*wait;
    }

    void take(const Wait& wait) {
        m_result.threads.push_back(wait.thread);
        m_result.objects.push_back(wait.request.object);
        m_result.places.push_back(wait.place);
    }

    // From a thread along its owners until one comes again.
    bool take_cycle() {
        for (const Wait& start : m_ending.waits) {
            std::vector<const Wait*> path;
            const Wait* wait = &start;
            while (wait && std::ranges::find(path, wait) == path.end()) {
                path.push_back(wait);
                wait = wait->owner == no_thread ? nullptr : wait_of(wait->owner);
            }
            if (wait != &start) continue;
            for (const Wait* part : path)
                take(*part);
            m_result.kind = path.size() == 1 ? Deadlock::Kind::itself : Deadlock::Kind::cycle;
            return true;
        }
        return false;
    }

    // What has to be looked at first: an owner that has ended, a wake-up that came too early.
    void take_all() {
        for (const Wait& wait : m_ending.waits)
            take(wait);
        for (const Wait& wait : m_ending.waits)
            if (wait.owner != no_thread && !wait_of(wait.owner) &&
                wait.request.kind == Kind::lock_request) {
                m_result.kind = Deadlock::Kind::abandoned;
                return;
            }
        for (const Wait& wait : m_ending.waits)
            if (const auto step = last_wakeup(wait)) {
                m_result.kind = Deadlock::Kind::lost_wakeup;
                m_result.too_early = *step;
                return;
            }
    }

    // Who polls keeps the others waiting. The objects are those that nobody will change.
    void take_polls() {
        std::string& text = m_result.message;
        std::vector<std::string> names;
        for (const Poll& poll : m_ending.polls) {
            if (poll.is_daemon) continue;
            m_result.threads.push_back(poll.thread);
            m_result.places.push_back(poll.place);
            std::vector<std::string> its_names;
            for (const Object object : poll.objects) {
                // A variable and what it holds may have one name.
                const std::string name = name_of(m_program, object);
                if (std::ranges::find(its_names, name) == its_names.end())
                    its_names.push_back(name);
                if (std::ranges::find(m_result.objects, object) == m_result.objects.end())
                    m_result.objects.push_back(object);
                if (std::ranges::find(names, name) == names.end()) names.push_back(name);
            }
            text += fmt::format("{}{} polls {} for ever{}.", text.empty() ? "" : " ",
                                m_program.thread_name(poll.thread),
                                its_names.empty() ? "nothing" : list_of(its_names),
                                at(m_program, poll.place));
        }
        if (!names.empty()) text += fmt::format(" Nobody is left to change {}.", list_of(names));
        for (const Wait& wait : m_ending.waits) {
            m_result.threads.push_back(wait.thread);
            m_result.places.push_back(wait.place);
            text += " " + sentence(wait);
        }
    }

    // The last step that would end such a wait.
    std::optional<Position> last_wakeup(const Wait& wait) const {
        for (Position position = m_execution.size(); position-- > 0;) {
            const Operation& operation = m_execution[position].operation;
            if (operation.object != wait.request.object) continue;
            const bool wakes =
                (wait.request.kind == Kind::condition_wait &&
                 operation.kind == Kind::condition_notify) ||
                (wait.request.kind == Kind::event_wait && operation.kind == Kind::event_set) ||
                (wait.request.kind == Kind::semaphore_request &&
                 (operation.kind == Kind::semaphore_release ||
                  operation.kind == Kind::bounded_release));
            if (wakes) return position;
        }
        return std::nullopt;
    }

    std::string sentence(const Wait& wait) const {
        const std::string who = m_program.thread_name(wait.thread);
        const std::string place = at(m_program, wait.place);
        const bool is_lock = wait.request.kind == Kind::lock_request;
        if (!is_lock && wait.owner != no_thread)
            return fmt::format("{} waits for {} to end{}.", who, m_program.thread_name(wait.owner),
                               place);
        const std::string object = name_of(m_program, wait.request.object);
        if (wait.owner == no_thread) return fmt::format("{} waits for {}{}.", who, object, place);
        if (wait.owner == wait.thread)
            return fmt::format(
                "{} waits for {}, which it holds itself{}; an RLock could be taken again.", who,
                object, place);
        return fmt::format("{} waits for {}, which {} {}{}.", who, object,
                           m_program.thread_name(wait.owner),
                           wait_of(wait.owner) ? "holds" : "held when it ended", place);
    }

    void describe() {
        std::string& text = m_result.message;
        for (const ThreadId thread : m_result.threads) {
            if (!text.empty()) text += ' ';
            text += sentence(*wait_of(thread));
        }
        if (m_result.kind == Deadlock::Kind::lost_wakeup) {
            const Event& event = m_execution[m_result.too_early];
            text += fmt::format(
                " The last {} of {} was by {}{}, and nobody is left to do it again.",
                to_string(event.operation.kind), name_of(m_program, event.operation.object),
                m_program.thread_name(event.thread), at(m_program, event.place));
        } else if (m_result.kind == Deadlock::Kind::nobody_left) {
            text += " Nobody is left to end that.";
        }
    }

    const Program& m_program;
    const Execution& m_execution;
    const Ending& m_ending;
    Deadlock m_result;
};

}  // namespace

Deadlock deadlock_of(const Program& program, const Execution& execution, const Ending& ending) {
    return Reading(program, execution, ending).read();
}

}  // namespace turnwise::explore
