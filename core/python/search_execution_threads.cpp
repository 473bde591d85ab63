// What the threads of an execution come to, as the scheduler tells it.
#include "core/python/search_execution.h"

#include <algorithm>
#include <utility>

#include "core/python/bytecode_3_11.h"
#include "core/python/code_info.h"
#include "core/python/open_instructions.h"
#include "core/python/search_tracer.h"
#include "core/threading/barrier.h"

namespace turnwise::python {

using explore::Access;
using explore::Kind;
using sched::ThreadControl;

namespace {

// When the program is over its daemons go on in a search, unseen: what they would have done might
// as well have come before. But not for ever.
constexpr unsigned most_steps_of_daemons = 200;

// Of a Lock that the thread does not hold; an RLock always refuses that.
bool is_foreign_release(const sched::Request& request, const ThreadControl& thread) {
    return request.primitive->type() == trace::ObjectType::lock &&
           request.primitive->owner() != &thread;
}

}  // namespace

const ThreadControl* ExploredProgram::Execution::choose(const sched::Decision& decision) {
    if (const ThreadControl* arrived = decision.current(); arrived && m_is_begun)
        describe_pending(*arrived);
    // Whoever is on its way to its next point goes there first.
    for (std::size_t i = 0; i < decision.first_spurious(); ++i)
        if (const ThreadControl* thread = decision.at(i);
            !thread->is_at_point || !m_is_begun || record_of(*thread).is_passing)
            return thread;
    note_search_point();
    if (m_is_ended && ++m_steps_after_end > most_steps_of_daemons)
        return m_scheduler->end_of_daemons();
    collect_enabled(decision);
    if (m_is_ended && m_enabled.empty()) return m_scheduler->end_of_daemons();
    fiber::Fiber::switch_to(m_scheduler->fiber_of_running(), m_search);
    return m_chosen;
}

void ExploredProgram::Execution::collect_enabled(const sched::Decision& decision) {
    m_candidates.clear();
    for (std::size_t i = 0; i < decision.count(); ++i) {
        const ThreadControl& thread = *decision.at(i);
        if (i >= decision.first_spurious()) {
            sched::Request expiry = thread.blockage;
            expiry.is_expiry = true;
            record_of(thread).pending = m_objects.operation(expiry, numbers, m_shared);
            record_of(thread).pending.is_refined = record_of(thread).is_refined;
        }
        m_candidates.push_back(record_of(thread).number);
    }
    std::ranges::sort(m_candidates);
    list_enabled();
}

// The thread has just come to a point; its frames are the current ones.
void ExploredProgram::Execution::describe_pending(const ThreadControl& thread) {
    const sched::Request& request = thread.next;
    Thread& record = record_of(thread);
    if (!request.is_expiry && record.awaits_expiry) {  // an exception came in between
        record.awaits_expiry = false;
        add_grants(record, std::exchange(record.late_grants, {}));
    }
    if (request.operation != trace::Operation::access) {
        record.pending = m_objects.operation(request, numbers, m_shared);
        if (record.pending.kind == Kind::barrier_arrive && is_passing(request, record))
            record.pending.kind = Kind::barrier_pass;
        if (record.pending.kind == Kind::lock_release &&
            m_contention.see_release(record.pending.object, is_foreign_release(request, thread)))
            record.pending.kind = Kind::lock_signal;
        if (record.pending.kind == Kind::barrier_change)
            m_contention.see_change(record.pending.object);
        if (record.pending.kind == Kind::thread_look) m_contention.see_look_at_thread();
        const bool is_looked_at =
            m_contention.threads_are_looked_at() || m_contention.threads_are_counted();
        record.is_passing =
            record.pending.kind == Kind::thread_end && thread.id != main_thread_id && !is_looked_at;
        if (m_contention.threads_are_counted() &&
            (record.pending.kind == Kind::thread_start || record.pending.kind == Kind::thread_end))
            add_access(record.pending, all_threads(Kind::update));
        if (record.pending.kind == Kind::barrier_leave)
            record.is_passing = m_contention.rely_on_barrier(record.pending.object);
        look_for_end(thread, record);
        const bool only_switches = request.operation == trace::Operation::check ||
                                   request.operation == trace::Operation::line;
        if (record.importing && !request.is_expiry &&
            (only_switches || !CodeInfos::caller_is_user_code()))
            record.is_passing = true;
    }
    // What it accesses after the operation depends on what it meets.
    record.is_refined =
        point_in_open_instruction() || options.granularity != sched::Granularity::bytecode;
    if (record.is_passing) return;
    record.place = places.here();
    record.pending.is_refined |= record.is_refined;
}

// The program is over with its last thread that is no daemon: what a daemon prints is seen before
// that alone.
void ExploredProgram::Execution::look_for_end(const ThreadControl& thread, Thread& record) {
    const bool prints = !thread.next.primitive && thread.next.operation == trace::Operation::put;
    if (thread.daemon ? !prints : thread.next.operation != trace::Operation::exit) return;
    if (prints) m_contention.see_print_of_daemon();
    const bool is_step = m_contention.daemons_print();
    if (prints && !options.observes_output) {
        record.pending = {};
        record.is_passing = !is_step;
    }
    if (!is_step) return;
    if (m_end_of_program == explore::no_object)
        m_end_of_program = numbers.named("the end of the program");
    record.is_passing = false;
    add_access(record.pending, {m_end_of_program, prints ? Kind::read : Kind::write, true});
}

void ExploredProgram::Execution::add_access(explore::Operation& operation, const Access& access) {
    m_visible.clear();
    if (operation.accesses) m_visible = *operation.accesses;
    m_visible.push_back(access);
    operation.accesses = m_sets.intern(m_visible);
}

void ExploredProgram::Execution::looks_at_threads() {
    m_contention.see_count_of_threads();
    m_contention.see(all_threads(Kind::update), no_thread);  // those that begin and end
    const Access look = all_threads(Kind::read);
    access({&look, 1});
}

// Nothing tells who came to the barrier first: the number that wait() returns is not used, nobody
// does anything as the last one, who cannot find it broken any more, and whoever comes goes on with
// this round.
bool ExploredProgram::Execution::is_passing(const sched::Request& request, const Thread& thread) {
    const auto& barrier = static_cast<const threading::Barrier&>(*request.primitive);
    const bool is_alone = m_contention.see_arrival(
        thread.pending.object, static_cast<std::size_t>(barrier.parties()), thread.number);
    PyFrameObject* frame = PyEval_GetFrame();
    return is_alone && m_contention.rely_on_barrier(thread.pending.object) &&
           !barrier.has_action() && request.patience == sched::Patience::endless && frame &&
           tw_drops_result(frame) != 0;
}

// Pending is filled here, for the scheduler knows nothing of cells.
void ExploredProgram::Execution::access(std::span<const Access> accesses, bool is_refined) {
    Thread& record = record_of(m_scheduler->running());
    m_visible.clear();
    for (const Access& access : accesses)
        if (m_contention.see(access, record.number))
            m_visible.push_back(access);
        else if (record.watch.is_on() && !tw_reads_code(PyEval_GetFrame()))
            record.watch.read(access.cell);
    if (options.granularity != sched::Granularity::bytecode || record.importing) {
        if (record.watch.is_on()) {
            record.is_polling = false;  // there was no point where it could have stopped
            for (const Access& access : m_visible)
                record.watch.read(access.cell);
        }
        const explore::Place place = m_visible.empty() ? 0 : places.here();
        for (const Access& access : m_visible)
            record.accesses.push_back({access, place});
        return;
    }
    if (m_visible.empty() && !options.keeps_schedule && !record.is_polling) return;
    record.pending = {};
    record.is_passing = m_visible.empty() && !record.is_polling;
    if (m_visible.size() == 1) {
        record.pending.kind = m_visible[0].kind;
        record.pending.is_atomic = m_visible[0].is_atomic;
        record.pending.object = m_visible[0].cell;
    } else {
        record.pending.accesses = m_sets.intern(m_visible);
    }
    record.pending.is_refined = is_refined;
    m_scheduler->point({nullptr, trace::Operation::access}, 0);
}

// Without a point: it is part of the step that goes on.
void ExploredProgram::Execution::access_again(std::span<const Access> accesses) {
    Thread& record = record_of(m_scheduler->running());
    for (const Access& access : accesses)
        if (m_contention.see(access, record.number))
            record.accesses.push_back({access, record.place});
}

// What more calls may follow does not say what it accesses: whether it is the last one only comes
// out after it.
bool ExploredProgram::Execution::goes_on(const GoesOn& instruction) {
    Thread& record = record_of(m_scheduler->running());
    if (record.importing) return false;
    bool is_shared = false;
    for (const Access& access : instruction.accesses)
        is_shared |= m_contention.see(access, record.number);
    if (!instruction.at_end_only) {
        access(instruction.accesses);
        return is_shared;
    }
    if (!is_shared && !options.keeps_schedule && !record.is_polling) return false;
    record.pending = {};
    record.pending.is_refined = true;
    record.is_passing = !is_shared && !record.is_polling;
    m_scheduler->point({nullptr, trace::Operation::access}, 0);
    return false;
}

// One step, with all that the code of the module does: the locks of importlib order imports, but it
// makes them anew, and looks at them and at sys.modules unseen.
void ExploredProgram::Execution::begins_import(PyFrameObject* frame) {
    Thread& record = record_of(m_scheduler->running());
    if (record.importing) return;
    const Access access{numbers.named("sys.modules"), Kind::update, true};
    this->access({&access, 1}, true);
    record_of(m_scheduler->running()).importing = frame;
}

void ExploredProgram::Execution::may_end_import(PyFrameObject* frame) {
    PyFrameObject*& importing = record_of(m_scheduler->running()).importing;
    if (importing == frame) importing = nullptr;
}

void ExploredProgram::Execution::created(ThreadControl& thread) {
    if (m_threads.size() <= thread.id) m_threads.resize(thread.id + 1);
    const ThreadId creator =
        thread.id == main_thread_id ? main_thread_id : m_scheduler->running().id;
    if (thread.id != main_thread_id) m_shared.thread_created(creator, thread.id);
    const ThreadId number = thread.id == main_thread_id ? 0 : m_shared.thread_number(thread.id);
    m_threads[thread.id].control = &thread;
    m_threads[thread.id].number = number;
    if (m_by_number.size() <= number) m_by_number.resize(number + 1);
    m_by_number[number] = thread.id;
    if (m_creators.size() <= number) m_creators.resize(number + 1);
    m_creators[number] = m_threads[creator].number;
    if (thread_names.size() <= number) thread_names.resize(number + 1);
    if (thread_names[number].empty()) thread_names[number] = thread.name;
}

void ExploredProgram::Execution::started(ThreadControl& thread) {
    if (thread.id == main_thread_id) return;
    record_of(thread).grants.push_back(m_position);
    m_event.started = record_of(thread).number;
}

void ExploredProgram::Execution::granted(ThreadControl& thread, bool by_time) {
    if (thread.blockage.operation == trace::Operation::start && !by_time)
        return;  // it waits for its child to begin
    if (by_time) {
        if (options.is_time_abstract) return;
        // Everything that has happened happened before the clock was set forward, and all that
        // follows after it.
        for (Thread& later : m_threads)
            for (const Thread& earlier : m_threads)
                if (earlier.has_stepped) later.grants.push_back(earlier.last);
        return;
    }
    m_found.assign(1, m_position);
    m_objects.granted(thread.blockage, m_found);
    add_grants(record_of(thread), m_found);
}

void ExploredProgram::Execution::joined(const ThreadControl& thread) {
    // What let it go on after its last step let it end.
    const Thread& record = record_of(thread);
    m_found = record.grants;
    m_found.insert(m_found.end(), record.late_grants.begin(), record.late_grants.end());
    if (record.has_stepped) m_found.push_back(record.last);
    add_grants(record_of(m_scheduler->running()), m_found);
}

void ExploredProgram::Execution::ended(ThreadControl& thread) {
    if (m_scheduler->is_unwinding()) return;
    m_event.ended = record_of(thread).number;
    m_ended.push_back(m_event.ended);
}

}  // namespace turnwise::python
