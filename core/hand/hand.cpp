#include "core/hand/hand.h"

#include <fmt/format.h>

#include <stdexcept>

#include "core/hand/inquiry.h"

namespace turnwise::hand {

using sched::Decision;
using sched::ThreadControl;
using trace::Operation;

// The same decision without the frozen threads.
struct Hand::Thawed {
    Thawed(const Decision& all, const std::set<ThreadId>& frozen) {
        const ThreadControl* current = nullptr;
        for (std::size_t i = 0; i < all.count(); ++i) {
            const ThreadControl* thread = all.at(i);
            if (frozen.contains(thread->id)) continue;
            ThreadControl* able = (*all.threads)[thread->id].get();
            if (thread == all.current())
                current = thread;
            else if (all.question == trace::Question::who_runs && i < all.first_spurious())
                ready.push_back(*able);
            else
                others.push_back(able);
        }
        if (all.question == trace::Question::who_runs)
            decision.emplace(current, ready, others);
        else
            decision.emplace(all.question, others);
        decision->primitive = all.primitive;
        decision->index = all.index;
        decision->now = all.now;
        decision->slice_used = all.slice_used;
        decision->switch_interval = all.switch_interval;
        decision->threads = all.threads;
    }

    sched::ReadyLine ready;
    std::vector<ThreadControl*> others;
    std::optional<Decision> decision;
};

namespace {

bool can_go_on(const ThreadControl& thread) {
    return thread.state == sched::RunState::running || thread.state == sched::RunState::ready;
}

}  // namespace

const ThreadControl* Hand::choose(const Decision& decision) {
    m_excused = no_thread;
    if (const auto stop = stop_at(decision)) return ask(decision, *stop);
    return go_on(decision);
}

void Hand::pass(const Decision& only) {
    const ThreadId thread = only.at(0)->id;
    if (const auto stop = stop_at(only);
        stop && (stop->reason != Reason::frozen || m_excused != thread)) {
        ask(only, *stop);
        if (m_frozen.contains(thread)) m_excused = thread;
    }
}

// The number of the breakpoint at which the run stands; that of `to` is one more than there are.
std::uint32_t Hand::hit(const Decision& decision) {
    const std::uint32_t by_event = m_watch.take_hit();
    const ThreadControl* current = decision.current();
    const bool is_at_line = current && current->has_begun &&
                            current->next.operation == Operation::line &&
                            !current->next.has_waited && current->next_line > 0;
    if (by_event > 0 || !is_at_line) return by_event;
    if (const std::uint32_t by_line = m_watch.hit_at(current->file_name, current->next_line))
        return by_line;
    const bool is_target =
        m_target && m_target->is_hit(current->file_name, current->next_line, m_watch.program());
    return is_target ? static_cast<std::uint32_t>(m_watch.breakpoints.size() + 1) : 0;
}

std::optional<Hand::Stop> Hand::stop_at(const Decision& decision) {
    const bool is_choice = decision.count() > 1;
    if (const std::uint32_t breakpoint = hit(decision))
        return Stop{Reason::breakpoint, breakpoint > m_watch.breakpoints.size() ? 0 : breakpoint};
    if (m_asks_at_every_step && !m_policy && m_runs == no_thread)
        return Stop{is_choice ? Reason::decision : Reason::step};
    if (m_runs != no_thread)
        return can_go_on(*(*decision.threads)[m_runs]) ? std::nullopt
                                                       : std::optional(Stop{Reason::thread_run});
    if (!m_policy && is_choice) return Stop{Reason::decision};
    if (Thawed(decision, m_frozen).decision->count() == 0) return Stop{Reason::frozen};
    return std::nullopt;
}

const ThreadControl* Hand::go_on(const Decision& decision) {
    if (m_runs != no_thread) {
        // Whom it wakes, and what happens on another core meanwhile, it does not decide.
        const ThreadControl* chosen = decision.find(m_runs);
        return chosen ? chosen : decision.in_turn();
    }
    const Thawed thawed(decision, m_frozen);
    return thawed.decision->count() == 1 ? thawed.decision->at(0)
                                         : m_policy->choose(*thawed.decision);
}

const ThreadControl* Hand::ask(const Decision& decision, Stop why) {
    m_runs = no_thread;
    m_policy.reset();
    m_target.reset();
    std::string remark;
    for (;;) {
        trace::Inquiry inquiry = inquiry_about(decision, m_frozen);
        inquiry.reason = why.reason;
        inquiry.breakpoint = why.breakpoint;
        inquiry.remark = remark;
        m_watch.inquiry(inquiry);
        const std::optional<std::string> line = m_asker(inquiry);
        if (!line)
            throw sched::NobodyDecides(
                fmt::format("Nobody answered decision {}. The run is kept as far as it came; its "
                            "schedule and the policy "
                            "`manual` lead there again.",
                            decision.index));
        remark.clear();
        try {
            if (const ThreadControl* chosen = obey(Command::parse(*line), decision)) return chosen;
        } catch (const std::invalid_argument& error) {
            remark = error.what();
        }
    }
}

const ThreadControl* Hand::candidate(ThreadId thread, const Decision& decision) const {
    if (const ThreadControl* chosen = decision.find(thread)) return chosen;
    std::string able;
    for (std::size_t i = 0; i < decision.count(); ++i)
        able += fmt::format("{}{}", i ? ", " : "", decision.at(i)->id);
    throw std::invalid_argument(
        fmt::format("Thread {} cannot be chosen here; possible: {}.", thread, able));
}

const ThreadControl* Hand::obey(const Command& command, const Decision& decision) {
    using Verb = Command::Verb;
    switch (command.verb) {
        case Verb::step:
            return candidate(command.thread, decision);
        case Verb::run: {
            const ThreadControl* chosen = candidate(command.thread, decision);
            m_runs = command.thread;
            return chosen;
        }
        case Verb::to:
            m_target = command.breakpoint;
            [[fallthrough]];
        case Verb::go: {
            m_policy = make_policy(command.policy);
            const Thawed thawed(decision, m_frozen);
            if (thawed.decision->count() > 0 || decision.count() == 1)
                return decision.count() == 1 ? decision.at(0) : go_on(decision);
            m_policy.reset();
            m_target.reset();
            throw std::invalid_argument(
                "All threads that could go on are frozen: thaw one, or choose one by its number.");
        }
        case Verb::freeze:
        case Verb::thaw:
            if (command.thread >= decision.threads->size())
                throw std::invalid_argument(fmt::format("There is no thread {}.", command.thread));
            if (command.verb == Verb::freeze)
                m_frozen.insert(command.thread);
            else
                m_frozen.erase(command.thread);
            return nullptr;
        case Verb::set_break:
            m_watch.breakpoints.push_back(command.breakpoint);
            return nullptr;
        case Verb::clear:
            clear(command.number);
            return nullptr;
        case Verb::every:
            m_asks_at_every_step = command.is_on;
            return nullptr;
    }
    return nullptr;
}

void Hand::clear(std::uint32_t number) {
    auto& breakpoints = m_watch.breakpoints;
    if (number > breakpoints.size())
        throw std::invalid_argument(fmt::format("There is no breakpoint {}.", number));
    if (number == 0)
        breakpoints.clear();
    else
        breakpoints.erase(breakpoints.begin() + number - 1);
}

}  // namespace turnwise::hand
