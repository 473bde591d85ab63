#include "core/threading/thread_rules.h"

#include <new>

#include "core/sched/scheduler.h"
#include "core/threading/errors.h"
#include "core/threading/timeout.h"

namespace turnwise::threading {

using sched::Scheduler;
using trace::EventKind;

namespace {

bool is_started_now(sched::ThreadControl& thread) {
    try {
        Scheduler::current().start(thread);
        return true;
    } catch (const std::bad_alloc&) {
        return false;
    }
}

}  // namespace

void start_thread(sched::ThreadControl& thread) {
    Scheduler& scheduler = Scheduler::current();
    scheduler.point({nullptr, trace::Operation::start, &thread});
    if (thread.state != sched::RunState::created)
        raise_runtime_error("threads can only be started once");
    if (!is_started_now(thread)) raise_runtime_error("can't start new thread");
    scheduler.wait_until_begun(thread);
}

void look_whether_started(sched::ThreadControl& thread) {
    Scheduler& scheduler = Scheduler::current();
    if (thread.started_by != scheduler.running().id)
        scheduler.explored_point(
            {nullptr, trace::Operation::start, &thread, sched::Patience::none});
}

bool join_thread(sched::ThreadControl& thread, std::optional<double> timeout) {
    Scheduler& scheduler = Scheduler::current();
    if (thread.state == sched::RunState::created)
        raise_runtime_error("cannot join thread before it is started");
    if (&thread == &scheduler.running()) raise_runtime_error("cannot join current thread");
    const sched::Patience patience = patience_for(timeout);
    scheduler.point({nullptr, trace::Operation::join, &thread, patience});
    const Tick deadline = thread.is_alive() ? deadline_after(timeout) : 0;
    while (thread.is_alive() &&
           scheduler.wait(thread.joiners, deadline, {nullptr, trace::Operation::join, &thread}) ==
               trace::WakeReason::interrupted) {
    }
    if (thread.is_alive()) return false;
    scheduler.note_joined(thread);
    if (patience == sched::Patience::timed) scheduler.expiry_point(nullptr, &thread);
    return true;
}

void rename_thread(sched::ThreadControl& thread, std::string name) {
    thread.name = std::move(name);
    record_of(EventKind::thread_renamed, thread, 0, thread.name);
}

void set_thread_daemon(sched::ThreadControl& thread, bool daemon) {
    if (thread.state != sched::RunState::created)
        raise_runtime_error("cannot set daemon status of active thread");
    thread.daemon = daemon;
    record_of(EventKind::thread_daemon, thread, daemon);
}

void record_of(EventKind kind, const sched::ThreadControl& thread, std::int64_t value,
               const std::string& text, const std::string& detail) {
    Scheduler& scheduler = Scheduler::current();
    if (!scheduler.recorder()) return;
    trace::Event record = scheduler.event(kind);
    record.other = thread.id;
    record.value = value;
    record.text = scheduler.intern(text);
    record.detail = scheduler.intern(detail);
    scheduler.record(record);
}

}  // namespace turnwise::threading
