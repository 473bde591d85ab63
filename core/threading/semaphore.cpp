#include "core/threading/semaphore.h"

#include <limits>

#include "core/sched/scheduler.h"
#include "core/threading/errors.h"
#include "core/threading/request.h"
#include "core/threading/timeout.h"

namespace turnwise::threading {

using sched::Scheduler;
using trace::EventKind;
using trace::Operation;
using trace::WakeReason;

Semaphore::Semaphore(trace::ObjectType type, std::int64_t value, std::string name)
    : Primitive(type, std::move(name)), m_initial(value), m_value(value) {
    if (value < 0) raise_value_error("semaphore initial value must be >= 0");
}

bool Semaphore::acquire(SemaphoreArguments arguments) {
    Scheduler& scheduler = Scheduler::current();
    if (!arguments.blocking && arguments.timeout)
        raise_value_error("can't specify timeout for non-blocking acquire", this);
    const sched::Patience patience =
        arguments.blocking ? patience_for(arguments.timeout) : sched::Patience::none;
    scheduler.point({this, Operation::acquire, nullptr, patience});
    std::optional<Tick> deadline;
    auto failed = [&](WakeReason reason) {
        scheduler.record(EventKind::acquire_failed, *this, m_value,
                         static_cast<std::uint8_t>(reason));
        return false;
    };
    while (m_value == 0) {
        if (!arguments.blocking) return failed(WakeReason::none);
        if (!deadline) deadline = deadline_after(arguments.timeout);
        const WakeReason reason =
            scheduler.wait(m_waiters, *deadline, {this, Operation::acquire, nullptr});
        if (reason == WakeReason::timed_out && m_value == 0) return failed(reason);
    }
    scheduler.record(EventKind::acquire, *this, --m_value);
    if (patience == sched::Patience::timed) scheduler.expiry_point(this);
    end_request();
    return true;
}

void Semaphore::release(std::int64_t count) {
    Scheduler& scheduler = Scheduler::current();
    if (count < 1) raise_value_error("n must be one or more", this);
    scheduler.point({this, Operation::release, nullptr, sched::Patience::endless, nullptr, count});
    check_release(count);
    if (count > std::numeric_limits<std::int64_t>::max() - m_value)
        raise_overflow_error(
            "a semaphore counts up to 9223372036854775807 in Turnwise; in CPython it has no limit");
    m_value += count;
    scheduler.record(EventKind::release, *this, m_value,
                     static_cast<std::uint8_t>(Operation::release));
    scheduler.wake(m_waiters, static_cast<std::size_t>(count));
}

void BoundedSemaphore::check_release(std::int64_t count) const {
    if (count > first_value() - value())
        raise_value_error("Semaphore released too many times", this);
}

}  // namespace turnwise::threading
