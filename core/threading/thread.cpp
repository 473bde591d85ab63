#include "core/threading/thread.h"

#include <fmt/format.h>

#include "core/sched/scheduler.h"
#include "core/threading/errors.h"
#include "core/threading/module.h"
#include "core/threading/thread_rules.h"

namespace turnwise::threading {

using sched::Scheduler;
using trace::EventKind;

// What a running thread needs of its object, which may be gone.
struct Thread::Activity {
    Thread* object = nullptr;
    std::function<void()> target;
};

namespace {

// Calls `activity`; true if an exception left it.
bool fails(const std::function<void()>& activity) {
    const std::string failure = failure_of(activity);
    if (failure.empty()) return false;
    record_of(EventKind::thread_exception, Scheduler::current().running(), 0, failure);
    return true;
}

}  // namespace

Thread::Thread(ThreadArguments arguments) : m_activity(std::make_shared<Activity>()) {
    Scheduler& scheduler = Scheduler::current();
    m_activity->object = this;
    m_activity->target = std::move(arguments.target);
    if (arguments.name.empty())
        arguments.name = fmt::format("Thread-{}", Module::current().next_thread_number());
    const bool daemon = arguments.daemon.value_or(scheduler.running().daemon);
    m_control = &scheduler.create(std::move(arguments.name), daemon, {});
    m_control->object = this;
    m_control->entry = [activity = m_activity] {
        Module::current().thread_begins();
        const bool failed = fails([&] {
            if (activity->object)
                activity->object->run();
            else if (activity->target)
                activity->target();
        });
        Module::current().thread_ends(failed);
        Scheduler::current().running().failed = failed;
    };
}

Thread::Thread(sched::ThreadControl& existing) : m_control(&existing) {
    m_control->object = this;
}

Thread::~Thread() {
    if (m_activity) m_activity->object = nullptr;
    if (Scheduler::is_active() && m_control->object == this) m_control->object = nullptr;
}

void Thread::start() {
    start_thread(*m_control);
}

void Thread::run() {
    // Taken out first: target and what it holds live no longer than the activity.
    const auto target = m_activity ? std::move(m_activity->target) : nullptr;
    if (target) target();
}

void Thread::join(std::optional<double> timeout) {
    join_thread(*m_control, timeout);
}

bool Thread::is_alive() const {
    Scheduler::current().point({nullptr, trace::Operation::test, m_control});
    return m_control->is_alive();
}

void Thread::set_name(std::string name) {
    rename_thread(*m_control, std::move(name));
}

void Thread::set_daemon(bool daemon) {
    set_thread_daemon(*m_control, daemon);
}

std::optional<std::int64_t> Thread::ident() const {
    if (m_control->ident == 0) return std::nullopt;
    return m_control->ident;
}

}  // namespace turnwise::threading
