#include "core/python/search_execution.h"

#include <algorithm>
#include <functional>
#include <string_view>
#include <tuple>
#include <utility>

#include "core/python/errors.h"
#include "core/python/fixed_memory.h"
#include "core/python/modules.h"
#include "core/python/object_births.h"
#include "core/python/python_thread.h"
#include "core/python/virtual_system.h"

namespace turnwise::python {

using explore::Event;
using explore::Operation;
using explore::PlacedAccess;
using explore::Position;

ExploredProgram::Execution::Execution(const python::Program& program,
                                      const sched::Options& run_options)
    : options(run_options), m_program(program) {
    use_fixed_memory();
    tell_objects_by_birth();
    replace_modules();
    options.keeps_schedule = false;
    m_runner.emplace(fiber::StackPool::of_process().acquire(), &Execution::begin_runner, this);
}

// The interpreter stays as it is: a process ends after its search.
ExploredProgram::Execution::~Execution() {
    come_to_rest();
    fiber::StackPool::of_process().release(m_runner->stack());
}

// Leaves the search, whose clocks are real, for the program until that has come to its next point.
void ExploredProgram::Execution::go_to(fiber::Fiber& fiber) {
    if (m_is_begun) begin_virtual_time();
    fiber::Fiber::switch_to(m_search, fiber);
    end_virtual_time();
}

void ExploredProgram::Execution::begin_runner(void* self) {
    static_cast<Execution*>(self)->run_for_ever();
}

void ExploredProgram::Execution::run_for_ever() {
    for (;;) {
        run_once();
        m_is_running = false;
        m_candidates.clear();
        m_enabled.clear();
        fiber::Fiber::switch_to(*m_runner, m_search);
    }
}

void ExploredProgram::Execution::come_to_rest() {
    if (!m_is_running) return;
    m_scheduler->stop();
    go_to(m_scheduler->fiber_of_running());
}

// To where nothing has been executed. What went on is ended first.
void ExploredProgram::Execution::restart() {
    come_to_rest();
    m_is_running = true;
    go_to(*m_runner);
    if (!m_refusal.empty()) throw NotExplorable(m_refusal);
}

void ExploredProgram::Execution::run_once() {
    for (Thread& thread : m_threads)
        thread.begin();
    m_contention.begin_execution();
    m_contention.look_everywhere(options.keeps_schedule);
    m_position = 0;
    m_failures.clear();
    m_output.clear();
    m_told_output = 0;
    m_pieces.clear();
    m_printing = no_thread;
    m_ended.clear();
    m_objects.begin();
    m_scheduler.emplace(*m_nobody, options);
    m_scheduler->set_host(&m_host);
    m_scheduler->set_driver(this);
    m_is_begun = m_is_ended = false;
    m_steps_after_end = 0;
    m_scheduler->run([this] { run_main_thread(); });
    if (!m_is_ended) keep_schedule();
    if (!m_is_prepared) return;  // and never will be
    drop_threads_of_run();
    m_shared.end();
    m_fresh.clean_up();
    m_scheduler.reset();
}

void ExploredProgram::Execution::run_main_thread() {
    try {
        if (!m_is_prepared) {
            m_fresh.prepare(m_program);
            m_is_prepared = true;
            // The execution begins where every later one does.
            delete static_cast<PythonThread*>(std::exchange(m_scheduler->running().host, nullptr));
        }
        m_fresh.begin();
    } catch (const PythonError&) {
        PyErr_Print();
        m_refusal = "Python could not be put back to where it was.";
        return;
    } catch (const std::exception& error) {
        m_refusal = error.what();
        return;
    }
    m_shared.begin(numbers, m_contention);
    m_scheduler->begin_program(nullptr);
    m_is_begun = true;
    const std::string failure = m_fresh.execute();
    m_scheduler->explored_point({nullptr, trace::Operation::exit, &m_scheduler->running()});
    m_fresh.end_threads();
    m_is_ended = true;
    keep_schedule();
    m_scheduler->let_daemons_go_on();
    m_fresh.end_interpreter();
    m_scheduler->end_driven_run(simulation::outcome_after(failure));
}

// --- the search's side

Event ExploredProgram::Execution::step(ThreadId number) {
    // Another execution could do this: the program is not deterministic, which the search sees by
    // such an event.
    if (!std::ranges::binary_search(m_enabled, number)) return {};
    Thread& chosen = m_threads[m_by_number[number]];
    m_event = {};
    m_event.thread = number;
    m_event.operation = chosen.pending;
    m_event.place = chosen.place;
    m_event_grants.swap(chosen.grants);
    chosen.grants.clear();
    std::ranges::sort(m_event_grants);
    m_event_grants.erase(std::unique(m_event_grants.begin(), m_event_grants.end()),
                         m_event_grants.end());
    if (is_expiry(m_event.operation.kind)) {
        m_event.answer = chosen.control->is_at_point;  // else it waits, and will in vain
        chosen.awaits_expiry = false;
        chosen.grants.swap(chosen.late_grants);
    }
    chosen.last = m_position;
    chosen.has_stepped = true;
    const sched::Request& request =
        chosen.control->is_at_point ? chosen.control->next : chosen.control->blockage;
    if (request.patience == sched::Patience::timed && chosen.control->is_at_point &&
        !is_expiry(m_event.operation.kind))
        chosen.awaits_expiry = options.is_time_abstract;
    if (!is_expiry(m_event.operation.kind))
        m_event.answer = m_objects.answer(m_event.operation, request);
    m_found.clear();
    m_objects.before(m_event.operation, request, m_position, m_found);
    add_grants(chosen, m_found);
    const ThreadId id = chosen.control->id;
    m_chosen = chosen.control;
    look_at_notify(request);
    const sched::ThreadControl* owner = request.primitive ? request.primitive->owner() : nullptr;
    const bool has_polled = chosen.watch.step(
        {m_event.operation, m_event.answer, request.patience == sched::Patience::timed,
         owner ? record_of(*owner).number : no_thread, m_position});
    chosen.is_polling = has_polled && relies_on(chosen);
    go_to(m_scheduler->fiber_of_running());

    m_objects.after();
    if (!m_threads[id].accesses.empty()) take_accesses(m_threads[id]);
    if (PollWatch::is_any_on()) tell_polls_of_step();
    notice_locks();
    m_event.digest = digest_of_step();
    ++m_position;
    m_event.grants = m_event_grants;
    return m_event;
}

// What the step printed, and how many errors there were by then.
std::uint64_t ExploredProgram::Execution::digest_of_step() {
    const std::string_view printed = std::string_view(m_output).substr(m_told_output);
    m_told_output = m_output.size();
    const std::uint64_t text = printed.empty() ? 0 : std::hash<std::string_view>()(printed);
    return text ^ m_failures.size() * 0x9e3779b97f4a7c15ULL;
}

// Of what the thread did after the operation of its step, each access once for each place.
void ExploredProgram::Execution::take_accesses(Thread& thread) {
    const auto key = [](const PlacedAccess& one) {
        return std::tuple(one.access.cell, one.access.kind, one.access.is_atomic, one.place);
    };
    m_event_accesses.swap(thread.accesses);
    thread.accesses.clear();
    for_each_access(m_event.operation, [&](const explore::Access& access) {
        m_event_accesses.push_back({access, m_event.place});
    });
    std::ranges::sort(m_event_accesses, {}, key);
    m_event_accesses.erase(std::unique(m_event_accesses.begin(), m_event_accesses.end()),
                           m_event_accesses.end());
    m_visible.clear();
    for (const PlacedAccess& one : m_event_accesses)
        m_visible.push_back(one.access);
    Operation& operation = m_event.operation;
    operation.accesses = m_sets.intern(m_visible);
    m_event.accesses = m_event_accesses;
}

void ExploredProgram::Execution::add_grants(Thread& thread, std::span<const Position> grants) {
    auto& all = thread.awaits_expiry ? thread.late_grants : thread.grants;
    all.insert(all.end(), grants.begin(), grants.end());
}

}  // namespace turnwise::python
