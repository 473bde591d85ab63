#include "core/threading/timer.h"

#include "core/sched/scheduler.h"
#include "core/threading/event.h"
#include "core/threading/thread_rules.h"

namespace turnwise::threading {

using sched::Scheduler;
using trace::EventKind;

// As in CPython an Event is what the timer waits for, and what cancel() sets.
struct Timer::Waiting {
    Waiting(double seconds, std::function<void()> to_call)
        : interval(seconds), function(std::move(to_call)) {
        finished.internal = true;
    }

    void run();

    const double interval;
    const std::function<void()> function;
    Event finished{"finished"};
    bool has_fired = false;
};

void Timer::Waiting::run() {
    finished.wait(interval);
    if (finished.is_set()) return;
    has_fired = true;
    record_of(EventKind::timer_fired, Scheduler::current().running());
    function();
    finished.set();
}

Timer::Timer(double interval, std::function<void()> function)
    : Timer(std::make_shared<Waiting>(interval, std::move(function))) {}

Timer::Timer(const std::shared_ptr<Waiting>& waiting)
    : Thread({.target = [waiting] { waiting->run(); }}), m_waiting(waiting) {}

void Timer::cancel() {
    Scheduler::current().point({nullptr, trace::Operation::cancel, &control()});
    if (!m_waiting->has_fired && !m_waiting->finished.flag())
        record_of(EventKind::timer_cancelled, control());
    m_waiting->finished.set_now();
}

}  // namespace turnwise::threading
