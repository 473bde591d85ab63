#include "core/threading/timer.h"

#include "core/sched/scheduler.h"

namespace turnwise::threading {

using sched::Scheduler;

Timer::Timer(double interval, std::function<void()> function)
    : m_interval(interval), m_function(std::move(function)), m_finished("finished") {}

void Timer::cancel() {
    Scheduler& scheduler = Scheduler::current();
    if (scheduler.recorder()) {
        trace::Event record = scheduler.event(trace::EventKind::timer_cancelled);
        record.other = control().id;
        scheduler.record(record);
    }
    m_finished.set();
}

void Timer::run() {
    Scheduler& scheduler = Scheduler::current();
    m_finished.wait(m_interval);
    if (m_finished.is_set()) return;
    if (scheduler.recorder()) {
        trace::Event record = scheduler.event(trace::EventKind::timer_fired);
        record.other = control().id;
        scheduler.record(record);
    }
    m_function();
    m_finished.set();
}

}  // namespace turnwise::threading
