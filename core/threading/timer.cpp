#include "core/threading/timer.h"

#include "core/threading/thread_rules.h"

namespace turnwise::threading {

Timer::Timer(double interval, std::function<void()> function)
    : m_interval(interval), m_function(std::move(function)), m_finished("finished") {}

void Timer::cancel() {
    record_of(trace::EventKind::timer_cancelled, control());
    m_finished.set();
}

void Timer::run() {
    m_finished.wait(m_interval);
    if (m_finished.is_set()) return;
    record_of(trace::EventKind::timer_fired, control());
    m_function();
    m_finished.set();
}

}  // namespace turnwise::threading
