#include "core/python/explored_program.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <optional>
#include <unordered_map>

#include "core/fiber/fiber.h"
#include "core/python/bytecode_3_11.h"
#include "core/python/contention.h"
#include "core/python/errors.h"
#include "core/python/fixed_memory.h"
#include "core/python/fresh_program.h"
#include "core/python/interpreter_host.h"
#include "core/python/modules.h"
#include "core/python/python_thread.h"
#include "core/python/search_operations.h"
#include "core/python/search_places.h"
#include "core/python/search_tracer.h"
#include "core/python/shared_objects.h"
#include "core/python/virtual_system.h"
#include "core/threading/barrier.h"

namespace turnwise::python {

using explore::Access;
using explore::Ending;
using explore::Event;
using explore::Kind;
using explore::Operation;
using explore::Position;
using sched::Scheduler;
using sched::ThreadControl;

namespace {

ExploredProgram* current_program = nullptr;

// When the program is over its daemons go on in a search, unseen: what they would have done might as well have come
// before. But not for ever.
constexpr unsigned most_steps_of_daemons = 200;

}  // namespace

// One execution after another, and what is known of the one that goes on.
class ExploredProgram::Execution final : public sched::Driver {
  public:
    Execution(const python::Program& program, const sched::Options& options);
    ~Execution() override;

    void come_to_rest();
    void restart();
    std::span<const ThreadId> enabled() const { return m_enabled; }
    Operation pending(ThreadId thread) const { return m_threads[m_by_number[thread]].pending; }
    Event step(ThreadId thread);

    std::uint64_t choices_made() const {
        return m_is_ended || !m_scheduler ? m_choices_at_end : m_scheduler->summary().decisions;
    }

    void access(std::span<const Access> accesses);
    void failed(const std::string& type, const std::string& line, const std::function<std::string()>& traceback);

    // sched::Driver, on the stack of a thread
    const ThreadControl* choose(const sched::Decision& decision) override;
    void granted(ThreadControl& thread, bool by_time) override;
    void over(const Outcome& outcome) override;
    void created(ThreadControl& thread) override;
    void started(ThreadControl& thread) override;
    void joined(const ThreadControl& thread) override;
    void ended(ThreadControl& thread) override;

    sched::Options options;
    Ending ending;
    SearchNumbers numbers;
    SearchPlaces places;
    std::string schedule;
    std::vector<std::string> thread_names;  // by number
    bool is_mutex(explore::Object object) const { return m_objects.is_mutex(object); }
    Contention& contention() { return m_contention; }
    void print(std::string_view text) {
        if (!m_is_ended) m_output += text;
    }

  private:
    struct Thread {
        ThreadControl* control = nullptr;
        ThreadId number = 0;
        Operation pending;
        explore::Place place = 0;
        std::vector<Position> grants;       // of its next step
        std::vector<Position> late_grants;  // of the one after the expiry of its timeout
        bool awaits_expiry = false;
        bool is_passing = false;            // it stands at a point that is none for the search
        Position last = 0;                  // its last step, if it has taken one
        bool has_stepped = false;
        std::vector<Access> accesses;       // since its last point
    };

    static void begin_runner(void* self);
    [[noreturn]] void run_for_ever();
    void run_once();
    void run_main_thread();
    void go_to(fiber::Fiber& fiber);
    void keep_schedule() {
        schedule = m_scheduler->summary().schedule.text();
        m_choices_at_end = m_scheduler->summary().decisions;
    }
    void collect_enabled(const sched::Decision& decision);
    void describe_pending(const ThreadControl& thread);
    void add_grants(Thread& thread, std::span<const Position> grants);
    bool is_passing(const sched::Request& request, const Thread& thread);
    void wait_of(const ThreadControl& thread);
    Thread& record_of(const ThreadControl& thread) { return m_threads[thread.id]; }

    const python::Program m_program;
    FreshProgram m_fresh;
    SharedObjects m_shared;
    InterpreterHost m_host;
    SearchObjects m_objects;
    Contention m_contention;
    std::vector<Access> m_visible;
    explore::AccessSets m_sets;
    std::optional<Scheduler> m_scheduler;

    fiber::Fiber m_search;  // where the search runs
    std::optional<fiber::Fiber> m_runner;
    std::string m_refusal;
    bool m_is_prepared = false;
    bool m_is_running = false;
    bool m_is_ended = false;  // but daemons may go on
    std::uint64_t m_choices_at_end = 0;
    unsigned m_steps_after_end = 0;
    bool m_is_begun = false;  // the program proper goes on
    std::unique_ptr<sched::Policy> m_nobody = sched::fifo();

    std::vector<Thread> m_threads;          // by ThreadId of the run
    std::vector<ThreadId> m_by_number;      // by number of the search
    std::vector<ThreadId> m_enabled;
    const ThreadControl* m_chosen = nullptr;
    Position m_position = 0;
    Event m_event;
    std::vector<Position> m_event_grants;
    std::vector<Position> m_found;
    std::vector<explore::Failure> m_failures;
    std::string m_output;
};

ExploredProgram::Execution::Execution(const python::Program& program, const sched::Options& run_options)
    : options(run_options), m_program(program) {
    use_fixed_memory();
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
    m_threads.clear();
    m_contention.begin_execution();
    m_position = 0;
    m_failures.clear();
    m_output.clear();
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
    m_shared.begin(numbers);
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
    // Another execution could do this: the program is not deterministic, which the search sees by such an event.
    if (!std::ranges::binary_search(m_enabled, number)) return {};
    Thread& chosen = m_threads[m_by_number[number]];
    m_event = {};
    m_event.thread = number;
    m_event.operation = chosen.pending;
    m_event.place = chosen.place;
    m_event_grants.swap(chosen.grants);
    chosen.grants.clear();
    std::ranges::sort(m_event_grants);
    m_event_grants.erase(std::unique(m_event_grants.begin(), m_event_grants.end()), m_event_grants.end());
    if (is_expiry(m_event.operation.kind)) {
        m_event.answer = chosen.control->is_at_point;  // else it waits, and will in vain
        chosen.awaits_expiry = false;
        chosen.grants.swap(chosen.late_grants);
    }
    chosen.last = m_position;
    chosen.has_stepped = true;
    const sched::Request& request = chosen.control->is_at_point ? chosen.control->next : chosen.control->blockage;
    if (request.patience == sched::Patience::timed && chosen.control->is_at_point && !is_expiry(m_event.operation.kind))
        chosen.awaits_expiry = options.is_time_abstract;
    if (!is_expiry(m_event.operation.kind)) m_event.answer = m_objects.answer(m_event.operation, request);
    m_found.clear();
    m_objects.before(m_event.operation, request, m_position, m_found);
    add_grants(chosen, m_found);
    const ThreadId id = chosen.control->id;
    m_chosen = chosen.control;
    go_to(m_scheduler->fiber_of_running());

    m_objects.after();
    if (!m_threads[id].accesses.empty()) {
        m_event.operation.accesses = m_sets.intern(m_threads[id].accesses);
        m_threads[id].accesses.clear();
    }
    ++m_position;
    m_event.grants = m_event_grants;
    return m_event;
}

void ExploredProgram::Execution::add_grants(Thread& thread, std::span<const Position> grants) {
    auto& all = thread.awaits_expiry ? thread.late_grants : thread.grants;
    all.insert(all.end(), grants.begin(), grants.end());
}

// --- the threads' side

const ThreadControl* ExploredProgram::Execution::choose(const sched::Decision& decision) {
    if (const ThreadControl* arrived = decision.current(); arrived && m_is_begun) describe_pending(*arrived);
    // Whoever is on its way to its next point goes there first.
    for (std::size_t i = 0; i < decision.first_spurious(); ++i)
        if (const ThreadControl* thread = decision.at(i);
            !thread->is_at_point || !m_is_begun || record_of(*thread).is_passing)
            return thread;
    note_search_point();
    if (m_is_ended && ++m_steps_after_end > most_steps_of_daemons) return m_scheduler->end_of_daemons();
    collect_enabled(decision);
    fiber::Fiber::switch_to(m_scheduler->fiber_of_running(), m_search);
    return m_chosen;
}

void ExploredProgram::Execution::collect_enabled(const sched::Decision& decision) {
    m_enabled.clear();
    for (std::size_t i = 0; i < decision.count(); ++i) {
        const ThreadControl& thread = *decision.at(i);
        if (i >= decision.first_spurious()) {
            sched::Request expiry = thread.blockage;
            expiry.is_expiry = true;
            record_of(thread).pending = m_objects.operation(expiry, numbers, m_shared);
        }
        m_enabled.push_back(record_of(thread).number);
    }
    std::ranges::sort(m_enabled);
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
        if (record.pending.kind == Kind::thread_look) m_contention.see_look_at_thread();
        record.is_passing = record.pending.kind == Kind::thread_end && thread.id != main_thread_id && !m_contention.threads_are_looked_at();
    }
    if (record.is_passing) return;
    record.place = places.here();
    if (options.granularity == sched::Granularity::line || options.granularity == sched::Granularity::cpython)
        record.pending.is_refined = true;
}

// Nothing tells who came to the barrier first: the number that wait() returns is not used, nobody does anything as
// the last one, and whoever comes goes on with this round.
bool ExploredProgram::Execution::is_passing(const sched::Request& request, const Thread& thread) {
    const auto& barrier = static_cast<const threading::Barrier&>(*request.primitive);
    const bool is_alone = m_contention.see_arrival(thread.pending.object,
                                                   static_cast<std::size_t>(barrier.parties()), thread.number);
    PyFrameObject* frame = PyEval_GetFrame();
    return is_alone && !barrier.has_action() && request.patience == sched::Patience::endless && frame &&
           tw_drops_result(frame) != 0;
}

// Pending is filled here, for the scheduler knows nothing of cells.
void ExploredProgram::Execution::access(std::span<const Access> accesses) {
    Thread& record = record_of(m_scheduler->running());
    m_visible.clear();
    for (const Access& access : accesses)
        if (m_contention.see(access, record.number)) m_visible.push_back(access);
    if (options.granularity != sched::Granularity::bytecode) {
        record.accesses.insert(record.accesses.end(), m_visible.begin(), m_visible.end());
        return;
    }
    if (m_visible.empty() && !options.keeps_schedule) return;
    record.pending = {};
    record.is_passing = m_visible.empty();
    if (m_visible.size() == 1) {
        record.pending.kind = m_visible[0].kind;
        record.pending.is_atomic = m_visible[0].is_atomic;
        record.pending.object = m_visible[0].cell;
    } else {
        record.pending.accesses = m_sets.intern(m_visible);
    }
    m_scheduler->point({nullptr, trace::Operation::access}, 0);
}

void ExploredProgram::Execution::created(ThreadControl& thread) {
    m_threads.resize(thread.id + 1);
    const ThreadId creator = thread.id == main_thread_id ? main_thread_id : m_scheduler->running().id;
    if (thread.id != main_thread_id) m_shared.thread_created(creator, thread.id);
    const ThreadId number = thread.id == main_thread_id ? 0 : m_shared.thread_number(thread.id);
    m_threads[thread.id].control = &thread;
    m_threads[thread.id].number = number;
    if (m_by_number.size() <= number) m_by_number.resize(number + 1);
    m_by_number[number] = thread.id;
    if (thread_names.size() <= number) thread_names.resize(number + 1);
    if (thread_names[number].empty()) thread_names[number] = thread.name;
}

void ExploredProgram::Execution::started(ThreadControl& thread) {
    if (thread.id == main_thread_id) return;
    record_of(thread).grants.push_back(m_position);
    m_event.started = record_of(thread).number;
}

void ExploredProgram::Execution::granted(ThreadControl& thread, bool by_time) {
    if (thread.blockage.operation == trace::Operation::start && !by_time) return;  // it waits for its child to begin
    if (by_time) {
        if (options.is_time_abstract) return;
        // Everything that has happened happened before the clock was set forward, and all that follows after it.
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
    if (!record_of(thread).has_stepped) return;
    m_found.assign(1, record_of(thread).last);
    add_grants(record_of(m_scheduler->running()), m_found);
}

void ExploredProgram::Execution::ended(ThreadControl& thread) {
    if (!m_scheduler->is_unwinding()) m_event.ended = record_of(thread).number;
}

void ExploredProgram::Execution::failed(const std::string& type, const std::string& line,
                                        const std::function<std::string()>& traceback) {
    if (m_is_ended) return;  // a daemon that is not there any more
    explore::Failure failure;
    failure.kind = type == "AssertionError" ? explore::Failure::Kind::assertion : explore::Failure::Kind::exception;
    failure.thread = record_of(m_scheduler->running()).number;
    failure.step = m_position;
    failure.type = type;
    failure.message = line;
    failure.place = record_of(m_scheduler->running()).place;
    failure.traceback = places.traceback(type, line, failure.place, traceback);
    m_failures.push_back(std::move(failure));
}

void ExploredProgram::Execution::over(const Outcome& outcome) {
    ending.kind = outcome.kind == OutcomeKind::deadlock  ? Ending::Kind::deadlock
                  : outcome.kind == OutcomeKind::limit   ? Ending::Kind::limit
                  : outcome.kind == OutcomeKind::crashed ? Ending::Kind::crashed
                                                         : Ending::Kind::finished;
    ending.limit = ending.kind == Ending::Kind::limit || ending.kind == Ending::Kind::crashed ? outcome.message : "";
    ending.waits.clear();
    if (ending.kind == Ending::Kind::deadlock)
        for (const auto& thread : m_scheduler->threads())
            if (thread->state == sched::RunState::blocked && !thread->daemon) wait_of(*thread);
    ending.failures = m_failures;
    ending.output = m_output;
}

void ExploredProgram::Execution::wait_of(const ThreadControl& thread) {
    explore::Wait wait;
    wait.thread = record_of(thread).number;
    wait.place = record_of(thread).place;
    wait.request = m_objects.operation(thread.blockage, numbers, m_shared);
    const sched::Request& request = thread.blockage;
    const ThreadControl* owner = request.thread ? request.thread : request.primitive ? request.primitive->owner() : nullptr;
    if (owner) wait.owner = record_of(*owner).number;
    ending.waits.push_back(std::move(wait));
}

// --- the program

ExploredProgram::ExploredProgram(const python::Program& program, const sched::Options& options)
    : m_execution(std::make_unique<Execution>(program, options)) {
    assert(!current_program);
    current_program = this;
}

ExploredProgram::~ExploredProgram() {
    m_execution.reset();
    current_program = nullptr;
}

ExploredProgram* ExploredProgram::current() {
    return current_program;
}

void ExploredProgram::come_to_rest() {
    m_execution->come_to_rest();
}

void ExploredProgram::restart() {
    m_execution->restart();
}

std::span<const ThreadId> ExploredProgram::enabled() {
    return m_execution->enabled();
}

Operation ExploredProgram::pending(ThreadId thread) {
    return m_execution->pending(thread);
}

Event ExploredProgram::step(ThreadId thread) {
    return m_execution->step(thread);
}

const Ending& ExploredProgram::ending() {
    return m_execution->ending;
}

bool ExploredProgram::is_mutex(explore::Object object) const {
    return m_execution->is_mutex(object);
}

std::string ExploredProgram::thread_name(ThreadId thread) const {
    const auto& names = m_execution->thread_names;
    return thread < names.size() ? names[thread] : "";
}

std::string ExploredProgram::object_name(explore::Object object) const {
    return m_execution->numbers.name(object);
}

explore::Source ExploredProgram::source(explore::Place place) const {
    return m_execution->places.source(place);
}

void ExploredProgram::set_options(const sched::Options& options) {
    const bool keeps = m_execution->options.keeps_schedule;
    m_execution->options = options;
    m_execution->options.keeps_schedule = keeps;
}

void ExploredProgram::keep_schedules(bool keeps) {
    m_execution->options.keeps_schedule = keeps;
}

bool ExploredProgram::has_learnt() const {
    return m_execution->contention().has_learnt();
}

std::size_t ExploredProgram::shared_cells() const {
    return m_execution->contention().steps();
}

void ExploredProgram::begin_search() {
    m_execution->contention().begin_search();
}

std::string ExploredProgram::schedule_text() const {
    return m_execution->schedule;
}

std::uint64_t ExploredProgram::choices_made() const {
    return m_execution->choices_made();
}

void ExploredProgram::access(std::span<const Access> accesses) {
    m_execution->access(accesses);
}

void ExploredProgram::failed(const std::string& type, const std::string& line,
                             const std::function<std::string()>& traceback) {
    m_execution->failed(type, line, traceback);
}

void ExploredProgram::print(std::string_view text) {
    m_execution->print(text);
}

}  // namespace turnwise::python
