#include "core/threading/event.h"

#include "core/sched/scheduler.h"
#include "core/threading/request.h"
#include "core/threading/timeout.h"

namespace turnwise::threading {

using sched::Scheduler;
using trace::EventKind;
using trace::Operation;

bool Event::is_set() {
    Scheduler& scheduler = Scheduler::current();
    scheduler.point({this, Operation::test});
    scheduler.record(EventKind::event_tested, *this, m_flag);
    return m_flag;
}

void Event::set() {
    Scheduler::current().point({this, Operation::set});
    set_now();
}

void Event::set_now() {
    Scheduler& scheduler = Scheduler::current();
    m_flag = true;
    ++m_times_set;
    scheduler.record(EventKind::event_set, *this, 1);
    scheduler.wake(m_waiters, m_waiters.size());
}

void Event::clear() {
    Scheduler& scheduler = Scheduler::current();
    scheduler.point({this, Operation::clear});
    m_flag = false;
    scheduler.record(EventKind::event_cleared, *this, 0);
}

bool Event::wait(std::optional<double> timeout) {
    Scheduler& scheduler = Scheduler::current();
    const sched::Patience patience = patience_for(timeout);
    scheduler.point({this, Operation::wait, nullptr, patience});
    const std::uint64_t times_set = m_times_set;
    bool signaled = m_flag;
    const Tick deadline = signaled ? 0 : deadline_after(timeout);
    while (!signaled) {
        const trace::WakeReason reason =
            scheduler.wait(m_waiters, deadline, {this, Operation::wait, nullptr});
        if (reason == trace::WakeReason::timed_out) break;
        signaled = m_times_set != times_set;
    }
    if (patience == sched::Patience::timed && signaled) scheduler.expiry_point(this);
    end_request();
    scheduler.record(EventKind::wait_ended, *this, signaled);
    return signaled;
}

}  // namespace turnwise::threading
