// The free-threaded model: a clock for every core, and the core that is furthest behind goes on.
//
// One fiber executes at a time here, too. What its thread does at one point, it does at one moment
// of virtual time; its core's clock then stands where it comes to its next point, and whatever the
// other cores do until then happens first. So the trace is in the order of time.
#include <algorithm>

#include "core/sched/scheduler.h"

namespace turnwise::sched {

using trace::SwitchReason;

void Scheduler::point_on_core(const Request& next, Tick cost) {
    ThreadControl& self = *m_running;
    Core& core = *self.m_core;
    self.m_may_be_asked = is_point(next);
    core.clock = now() + cost + core.unpaid;
    core.unpaid = 0;
    check_limits();
    if (m_host) m_host->attend();
    go_on_with_the_core_behind();
    // It is this core's turn: more threads than cores share them by turns.
    if (!self.m_may_be_asked || (m_ready.is_empty() && !m_options.wakes_spuriously)) {
        static const ReadyLine nobody;
        if (m_policy_looks_on) show(Decision(&self, nobody));
        return;
    }
    const Gil& gil = self.m_core->gil;
    const bool slice_is_over = gil.slice_used(now()) >= m_options.switch_interval;
    ThreadControl& chosen = decide(&self, gil);
    if (&chosen == &self) return;
    if (free_core_for(chosen)) {  // woken for no reason, while a core was idle
        go_on_with_the_core_behind();
        return;
    }
    Core& shared = *self.m_core;
    leave_core(self, slice_is_over ? SwitchReason::interval : SwitchReason::chosen);
    self.state = RunState::ready;
    m_ready.push_back(self);
    put_on(shared, chosen, shared.left);
    go_on_with_the_core_behind();
}

void Scheduler::leave_core(ThreadControl& thread, SwitchReason reason) {
    Core& core = *thread.m_core;
    core.clock = now() + core.unpaid;
    count_cpu_time(thread, core.clock);
    core.unpaid = 0;
    core.last = thread.id;
    core.left = reason;
    core.thread = nullptr;
    core.gil.drop();
    thread.m_core = nullptr;
    thread.m_last_core = core.number;
    thread.m_may_be_asked = true;
}

// Returns when it is the turn of the thread that called it.
void Scheduler::go_on_with_the_core_behind() {
    for (;;) {
        fill_cores();
        Core* core = core_behind();
        if (!core) {
            jump_to_next_deadline();
            wake_due();
        } else if (m_deadlines.next() <= core->clock) {
            m_clock.advance_to(m_deadlines.next());
            wake_due();
        } else {
            m_clock.advance_to(core->clock);
            switch_to(*core->thread);
            return;
        }
    }
}

void Scheduler::fill_cores() {
    const auto idle = static_cast<std::size_t>(std::count_if(
        m_cores.begin(), m_cores.end(), [](const Core& core) { return !core.thread; }));
    const bool is_choice = idle < m_ready.size();
    for (std::size_t i = 0; i < idle && !m_ready.is_empty(); ++i) {
        ThreadControl& thread = is_choice ? decide(nullptr, m_cores[0].gil) : *m_ready.front();
        Core& core = *free_core_for(thread);
        put_on(core, thread, core.clock < now() ? SwitchReason::idle : core.left);
    }
}

// The one that it had last, if that is idle, so that a thread stays where it is; else the first
// idle one.
Core* Scheduler::free_core_for(const ThreadControl& thread) {
    Core& last = m_cores[thread.m_last_core];
    if (!last.thread) return &last;
    const auto core =
        std::find_if(m_cores.begin(), m_cores.end(), [](const Core& each) { return !each.thread; });
    return core == m_cores.end() ? nullptr : &*core;
}

void Scheduler::put_on(Core& core, ThreadControl& thread, SwitchReason reason) {
    m_ready.remove(thread);
    thread.state = RunState::running;
    thread.m_core = &core;
    core.thread = &thread;
    core.clock = std::max(core.clock, now()) + (core.last == thread.id ? 0 : m_options.switch_cost);
    core.gil.take(thread.id, now());
    thread.m_running_since = core.clock;
    record_run(thread, core.last, reason, core.number);
}

// The thread's core with the earliest clock. That several agree is a decision, if all their threads
// stand where the granularity has a point; else the first core goes on.
Core* Scheduler::core_behind() {
    std::vector<ThreadControl*> first;
    for (const Core& core : m_cores) {
        if (!core.thread) continue;
        if (!first.empty() && core.clock < first.front()->m_core->clock) first.clear();
        if (first.empty() || core.clock == first.front()->m_core->clock)
            first.push_back(core.thread);
    }
    if (first.empty()) return nullptr;
    const bool may_be_asked =
        std::all_of(first.begin(), first.end(),
                    [](const ThreadControl* thread) { return thread->m_may_be_asked; });
    if (first.size() == 1 || !may_be_asked || m_deadlines.next() <= first.front()->m_core->clock)
        return first.front()->m_core;
    m_clock.advance_to(first.front()->m_core->clock);
    Decision decision(trace::Question::who_is_first, first);
    return ask(decision).m_core;
}

}  // namespace turnwise::sched
