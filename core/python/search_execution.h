// One execution after another of a program that is searched, and what is known of the one that goes
// on. Inside of explored_program.h.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/fiber/fiber.h"
#include "core/python/contention.h"
#include "core/python/explored_program.h"
#include "core/python/fresh_program.h"
#include "core/python/interpreter_host.h"
#include "core/python/search_operations.h"
#include "core/python/search_places.h"
#include "core/python/search_polls.h"
#include "core/python/shared_objects.h"
#include "core/sched/driver.h"
#include "core/sched/scheduler.h"

namespace turnwise::python {

// One execution after another, and what is known of the one that goes on.
class ExploredProgram::Execution final : public sched::Driver {
  public:
    Execution(const python::Program& program, const sched::Options& options);
    ~Execution() override;

    void come_to_rest();
    void restart();
    std::span<const ThreadId> enabled() const { return m_enabled; }
    explore::Operation pending(ThreadId thread) const {
        return m_threads[m_by_number[thread]].pending;
    }
    explore::Event step(ThreadId thread);
    void set_polls(explore::Polls polls);
    const explore::Ending& its_ending();

    std::uint64_t choices_made() const {
        return m_is_ended || !m_scheduler ? m_choices_at_end : m_scheduler->summary().decisions;
    }

    void access(std::span<const explore::Access> accesses, bool is_refined = false);
    void access_again(std::span<const explore::Access> accesses);
    bool goes_on(const GoesOn& instruction);
    void looks_at_threads();
    std::uint64_t step_now() const { return m_position; }
    void begins_import(PyFrameObject* frame);
    void may_end_import(PyFrameObject* frame);
    PollWatch* poll_watch();
    void polls();
    void clock_is_read();
    void failed(PyObject* exception);

    // sched::Driver, on the stack of a thread
    const sched::ThreadControl* choose(const sched::Decision& decision) override;
    void granted(sched::ThreadControl& thread, bool by_time) override;
    void over(const Outcome& outcome) override;
    void created(sched::ThreadControl& thread) override;
    void started(sched::ThreadControl& thread) override;
    void joined(const sched::ThreadControl& thread) override;
    void ended(sched::ThreadControl& thread) override;

    sched::Options options;
    explore::Ending ending;
    SearchNumbers numbers;
    SearchPlaces places;
    std::string schedule;
    std::vector<std::string> thread_names;  // by number
    bool is_mutex(explore::Object object) const { return m_objects.is_mutex(object); }
    Contention& contention() { return m_contention; }
    void print(std::string_view text);
    bool do_several_threads_print = false;

  private:
    struct Thread {
        sched::ThreadControl* control = nullptr;
        ThreadId number = 0;
        explore::Operation pending;
        explore::Place place = 0;
        std::vector<explore::Position> grants;       // of its next step
        std::vector<explore::Position> late_grants;  // of the one after the expiry of its timeout
        bool awaits_expiry = false;
        bool is_refined = false;     // what its next step accesses is not known before it
        bool is_passing = false;     // it stands at a point that is none for the search
        explore::Position last = 0;  // its last step, if it has taken one
        bool has_stepped = false;
        PyFrameObject* importing = nullptr;           // the frame whose import goes on
        std::vector<explore::PlacedAccess> accesses;  // since its last point
        PollWatch watch;
        bool is_polling = false;  // it has gone round a loop in vain, and stands at its next point

        // For another thread of another execution; keeps its memory.
        void begin() {
            grants.clear();
            late_grants.clear();
            accesses.clear();
            awaits_expiry = is_refined = is_passing = has_stepped = is_polling = false;
            importing = nullptr;
            watch.forget();
            pending = {};
            place = 0;
        }
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
    void list_enabled();
    void tell_polls_of_step();
    void look_at_notify(const sched::Request& request);
    bool relies_on(const Thread& polling);
    void notice_locks();
    bool are_in_each_others_way() const;
    void end_at_polls();
    void describe_pending(const sched::ThreadControl& thread);
    void take_accesses(Thread& thread);
    std::uint64_t digest_of_step();
    void add_grants(Thread& thread, std::span<const explore::Position> grants);
    bool is_passing(const sched::Request& request, const Thread& thread);
    explore::Access all_threads(explore::Kind kind) {
        return {numbers.named("the threads that are alive"), kind, true};
    }
    void add_access(explore::Operation& operation, const explore::Access& access);
    void look_for_end(const sched::ThreadControl& thread, Thread& record);
    void wait_of(const sched::ThreadControl& thread);
    explore::Moment now() const;
    Thread& record_of(const sched::ThreadControl& thread) { return m_threads[thread.id]; }

    const python::Program m_program;
    FreshProgram m_fresh;
    SharedObjects m_shared;
    InterpreterHost m_host;
    SearchObjects m_objects;
    Contention m_contention;
    std::vector<explore::Access> m_visible;
    explore::AccessSets m_sets;
    std::optional<sched::Scheduler> m_scheduler;

    fiber::Fiber m_search;  // where the search runs
    std::optional<fiber::Fiber> m_runner;
    std::string m_refusal;
    bool m_is_prepared = false;
    bool m_is_running = false;
    bool m_is_ended = false;  // but daemons may go on
    std::uint64_t m_choices_at_end = 0;
    unsigned m_steps_after_end = 0;
    explore::Object m_end_of_program = explore::no_object;  // what stands for it
    bool m_is_begun = false;                                // the program proper goes on
    std::unique_ptr<sched::Policy> m_nobody = sched::fifo();

    std::vector<Thread> m_threads;       // by ThreadId of the run
    std::vector<ThreadId> m_by_number;   // by number of the search
    std::vector<ThreadId> m_creators;    // by number: that of who made it
    std::vector<ThreadId> m_candidates;  // who could go on, ascending
    std::vector<ThreadId> m_enabled;     // of these, who may
    explore::Polls m_polls = explore::Polls::end;
    const sched::ThreadControl* m_chosen = nullptr;
    explore::Position m_position = 0;
    explore::Event m_event;
    std::vector<explore::Position> m_event_grants;
    std::vector<explore::PlacedAccess> m_event_accesses;
    std::vector<explore::Position> m_found;
    std::vector<explore::Failure> m_failures;
    std::string m_output;
    std::size_t m_told_output = 0;         // how much of it earlier steps printed
    std::vector<explore::Piece> m_pieces;  // of that
    ThreadId m_printing = no_thread;       // who printed the last one
    std::vector<ThreadId> m_ended;         // numbers of the threads that have ended
};

}  // namespace turnwise::python
