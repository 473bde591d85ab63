// The run loop: one OS thread, many fibers, virtual time.
//
// A thread runs until it offers its turn (point), has to wait (wait, sleep_until) or ends (exit).
// Then the scheduler, on the stack of that very thread, picks who is next:
//
//     while nobody is ready:   jump the clock to the next deadline; none left: the run is over
//     one is ready:            it is next
//     two or more could run:   a decision; the policy chooses
//
// and switches there directly. The trace sees each of these as an event. In the free-threaded model
// a thread that is ready takes a core, and next is whoever has the core that is furthest behind
// (scheduler_cores.cpp).
//
// **Invariant**: no wall clock, no address and no hash order reaches a decision.
// **Invariant**: exactly one thread, running(), executes; in the free-threaded model others have
// cores meanwhile.
// **Invariant**: once the run is over no fiber of a thread is ever resumed; what is on the stacks
// of threads that were cut off is abandoned, not unwound.
#pragma once

#include <cassert>
#include <memory>
#include <span>
#include <vector>

#include "core/base/outcome.h"
#include "core/clock/virtual_clock.h"
#include "core/sched/driver.h"
#include "core/sched/gil.h"
#include "core/sched/options.h"
#include "core/sched/policy.h"
#include "core/sched/primitive.h"
#include "core/trace/recorder.h"

namespace turnwise::sched {

// The interpreter whose state has to follow the threads, and the way to what is not simulated:
// signals, files, other processes.
class Host {
  public:
    virtual ~Host() = default;
    // Called on the fiber that is left.
    virtual void before_switch(ThreadControl& from, ThreadControl& to) = 0;
    // Called at every scheduling point: makes threads ready for which something has happened
    // outside.
    virtual void attend() {}
    // Nobody can run, and time is about to jump by `length` (or the run to end: no_deadline). True
    // if, perhaps after some real time, the host has made a thread ready instead.
    virtual bool before_jump(Tick /*length*/) { return false; }
    // The running thread's wait was interrupted. Goes on with it afterwards, unless this throws.
    virtual void interrupted() {}
};

// A processor of the free-threaded model, which runs one thread at a time; its Gil is the right to
// run there.
struct Core {
    std::uint32_t number = 0;
    ThreadControl* thread = nullptr;  // nullptr: it is idle
    Tick clock = 0;   // when its thread comes to its next point; of an idle core, when it became so
    Tick unpaid = 0;  // time that its thread has spent since its last point
    Gil gil;
    ThreadId last = no_thread;  // who had it last, and why that one left
    trace::SwitchReason left = trace::SwitchReason::idle;
};

// The result of a run, beside its trace.
struct Summary {
    Outcome outcome;
    Tick end_tick = 0;
    std::uint64_t steps = 0;
    std::uint64_t decisions = 0;
    Schedule schedule;
};

class Scheduler {
  public:
    // `policy` must outlive the scheduler.
    Scheduler(Policy& policy, const Options& options);
    Scheduler(const Scheduler&) = delete;
    Scheduler& operator=(const Scheduler&) = delete;
    ~Scheduler();

    // The scheduler of the run that goes on. Primitives find it here; there is one at a time.
    static Scheduler& current() {
        assert(s_current != nullptr);
        return *s_current;
    }
    static bool is_active() { return s_current != nullptr; }

    // --- the run, called from outside
    // Runs `main` as the main thread; returns when somebody called finish(). Once only.
    Summary run(std::function<void()> main);
    void set_host(Host* host) { m_host = host; }
    // Before the run: who answers in place of the policy, and gets a run that unwinds.
    void set_driver(Driver* driver) { m_driver = driver; }
    Driver* driver() const { return m_driver; }
    // A driven run is over, wherever it is: to be called by the driver, outside of its threads. The
    // running thread goes on with being ended when it is switched to.
    void stop();
    // The threads of a driven run are being ended.
    bool is_unwinding() const { return m_is_unwinding; }
    fiber::Fiber& fiber_of_running() { return *m_running->m_fiber; }
    const Summary& summary() const { return m_summary; }  // so far

    // --- called from a thread
    // The program proper begins here, in the main thread: virtual time and all counts start at 0,
    // and what happens is recorded from now on (nullptr: is not). The recorder must outlive the
    // run.
    void begin_program(trace::Recorder* recorder);
    ThreadControl& running() const { return *m_running; }
    Tick now() const { return m_clock.now(); }
    // What the clocks show that the running thread reads: in abstract time each thread has a time
    // of its own.
    Tick time_of_running() const {
        return m_options.is_time_abstract ? m_running->m_own_time : now();
    }
    const Options& options() const { return m_options; }
    void set_switch_interval(Tick interval) { m_options.switch_interval = interval; }
    // How long a thread, or all together, have run so far: not counting when nobody did.
    Tick cpu_time(const ThreadControl& thread) const;
    Tick cpu_time() const;

    // A thread that is not started yet. Ends the run when there are too many.
    ThreadControl& create(std::string name, bool daemon, std::function<void()> entry);
    // Makes it ready. Gives it its ident. Throws std::bad_alloc, having done nothing, if there is
    // no memory for its stack.
    void start(ThreadControl& thread);
    // The running thread waits until `thread` has begun; returns at once if it has.
    void wait_until_begun(ThreadControl& thread);
    // The running thread is over. Wakes who joins it.
    [[noreturn]] void exit(bool failed);
    // The ident that start() gave is free for another thread from now on. exit() does it otherwise.
    void release_ident(ThreadControl& thread);

    // The place before what the running thread does next: lets virtual time pass and, if the
    // granularity has a scheduling point there, perhaps others run.
    void point(const Request& next) { point(next, m_options.operation_cost); }
    void point(const Request& next, Tick cost);
    // A scheduling point of explored runs alone.
    void explored_point(const Request& next) {
        if (m_options.is_explored) point(next);
    }
    // A wait with a timeout is over: in abstract time that it might as well have timed out is a
    // step of its own.
    void expiry_point(const Primitive* primitive, ThreadControl* thread = nullptr) {
        if (!m_options.is_time_abstract) return;
        Request expiry{primitive, trace::Operation::none, thread, Patience::timed};
        expiry.is_expiry = true;
        point(expiry);
    }
    // Lets time pass without a scheduling point.
    void spend(Tick cost) {
        if (m_options.is_time_abstract) m_running->m_own_time += cost;
        if (has_cores())
            m_running->m_core->unpaid += cost;
        else
            m_clock.advance_by(cost);
    }

    // Blocks the running thread in `list` until wake() or the deadline. If the deadline has come
    // already, nobody else runs and the wait has timed out. After an interruption the caller has to
    // look whether what it waited for has come meanwhile, when it was in no list, and to wait again
    // if not. `deadline` is a time of the running thread.
    trace::WakeReason wait(ThreadList& list, Tick deadline, const Request& request);
    void sleep_until(Tick tick);
    // The running thread knows from now on that `thread` has ended.
    void note_joined(const ThreadControl& thread) {
        if (m_driver) m_driver->joined(thread);
    }
    // Makes a blocked thread ready; the running thread (or the clock) did it.
    void wake(ThreadControl& thread, trace::WakeReason reason = trace::WakeReason::notified);
    // Interrupts the wait or sleep of a thread, if it is in one: Host::interrupted() is called in
    // that thread.
    void interrupt(ThreadControl& thread);
    // Wakes up to `count`, first come first served unless Options::chooses_woken; returns how many.
    std::size_t wake(ThreadList& list, std::size_t count);
    // Which of the threads that wait for `primitive`, of which there are some, the next release or
    // notify wakes.
    const ThreadControl& whom_to_wake(const Primitive* primitive,
                                      std::span<ThreadControl* const> waiting);
    // The list goes: who waits in it will never be woken, nor by a deadline.
    void strand(ThreadList& list);

    // Ends the run from any thread.
    [[noreturn]] void finish(Outcome outcome);
    // The same at the regular end of a driven run: the caller, its main thread, returns.
    void end_driven_run(Outcome outcome);
    // Ends it because a limit was reached; `what` is a sentence.
    [[noreturn]] void finish_at_limit(std::string what);
    // The main thread has come to the end of the program: whoever joins it goes on. Once; again it
    // does nothing.
    void end_of_program();
    // That, and waits for the non-daemon threads to end, as the interpreter does at exit.
    void join_non_daemons();
    // In a driven run whose program is over: returns when no thread can go on, or the driver has
    // had enough.
    void let_daemons_go_on();
    const ThreadControl* end_of_daemons();
    // The abrupt stop of the daemons that are left: each gets its event and never runs again.
    void stop_daemons();

    // In the child of a fork there is only the thread that forked: it is the main thread, nothing
    // is recorded, and the others are as if they had never been.
    void keep_only_running();
    ThreadControl& main_thread() const { return *m_main; }
    // Whether another thread than the running one has been started and is not over.
    bool has_several_threads() const { return m_alive > 1; }

    // --- for the trace
    trace::Recorder* recorder() const { return m_recorder; }
    // An event of the running thread, at its line, now.
    trace::Event event(trace::EventKind kind) const;
    void record(const trace::Event& event) {
        if (m_recorder) m_recorder->record(event);
    }
    StringId intern(std::string_view text) { return m_recorder ? m_recorder->intern(text) : 0; }
    // An operation on a primitive: nothing is recorded of an internal one.
    void record(trace::EventKind kind, Primitive& primitive, std::int64_t value = 0,
                std::uint8_t op = 0, std::int64_t extra = 0);
    // A variable that holds the primitive became known. The primitive is internal no more.
    void name(Primitive& primitive, std::string name);
    // The number of the primitive in the trace, introducing it if need be.
    ObjectId introduce(const Primitive& primitive);

    const std::vector<std::unique_ptr<ThreadControl>>& threads() const { return m_threads; }
    std::string describe(const ThreadControl& thread) const;  // "T2 `Thread-1 (task)`"
    std::string location(const ThreadControl& thread) const;  // "task.py:12", or ""

    // Counts bytes printed; ends the run at the limit.
    void count_output(std::size_t bytes);

  private:
    bool is_point(const Request& next) const;
    void run_next(trace::SwitchReason reason);
    trace::WakeReason wait_once(ThreadList& list, Tick deadline, const Request& request);
    void jump_to_next_deadline();
    void go_on_with(ThreadControl& next, trace::SwitchReason reason);
    void record_run(const ThreadControl& next, ThreadId previous, trace::SwitchReason reason,
                    std::uint32_t core);
    void switch_to(ThreadControl& next);
    void make_ready(ThreadControl& thread);
    void count_cpu_time(ThreadControl& thread, Tick until);
    void wake_due();
    void check_limits();
    ThreadControl& decide(ThreadControl* current, const Gil& gil);
    ThreadControl& ask_about(Decision& decision, const Gil& gil);
    ThreadControl& ask(Decision& decision);
    void show(Decision&& only);
    void describe_to_policy(Decision& decision) const;
    template <typename Ask>
    void consult(Ask ask);
    std::vector<ThreadControl*> spurious_candidates() const;
    std::vector<ThreadControl*> candidates_of_time() const;
    bool has_candidates_of_time() const {
        return m_options.is_time_abstract && m_waiting_with_timeout > 0;
    }
    bool is_alone() const {
        return m_ready.is_empty() && !m_options.wakes_spuriously && !has_candidates_of_time() &&
               !m_driver;
    }
    bool is_point_of_search(const Request& next) const;
    void forget_deadline(ThreadControl& thread);
    void sleep_no_time(Tick until);
    ThreadId ask_driver(const Decision& decision);
    void unwind_next();

    // The free-threaded model.
    bool has_cores() const { return !m_cores.empty(); }
    void point_on_core(const Request& next, Tick cost);
    void leave_core(ThreadControl& thread, trace::SwitchReason reason);
    void go_on_with_the_core_behind();
    void fill_cores();
    Core* free_core_for(const ThreadControl& thread);
    void put_on(Core& core, ThreadControl& thread, trace::SwitchReason reason);
    Core* core_behind();
    std::int64_t free_ident();
    ThreadControl* first_to_join() const;
    void abandon(ThreadControl& thread);
    void reap();
    [[noreturn]] void finish_blocked();
    std::string words_of_deadlock() const;
    static void begin(void* thread);
    void enter(ThreadControl& thread);

    // Of the one thread of the system that simulates all others; any other one has none.
    static constinit inline thread_local Scheduler* s_current = nullptr;

    Policy& m_policy;
    const bool m_policy_looks_on;
    Options m_options;
    trace::Recorder* m_recorder = nullptr;
    Host* m_host = nullptr;
    Driver* m_driver = nullptr;

    VirtualClock m_clock;
    Deadlines m_deadlines;
    Gil m_gil;
    std::vector<Core> m_cores;  // empty under the GIL
    ReadyLine m_ready;
    ThreadControl* m_running = nullptr;
    ThreadControl* m_main = nullptr;  // the first one; after a fork, the one that forked
    std::vector<std::unique_ptr<ThreadControl>> m_threads;  // by ThreadId
    ThreadControl* m_ended = nullptr;  // its stack is free once another fiber runs
    std::vector<bool> m_idents;        // [i]: ident first_ident + i is in use

    fiber::StackPool& m_stacks = fiber::StackPool::of_process();
    fiber::Fiber m_home;  // where run() was called
    Summary m_summary;
    std::uint64_t m_output = 0;
    Tick m_cpu_time = 0;      // of the turns that are over
    std::size_t m_alive = 0;  // threads that were started and neither ended nor were abandoned
    std::size_t m_waiting_with_timeout = 0;
    ThreadList m_awaits_daemons;  // the main thread, in let_daemons_go_on()
    bool m_program_ended = false;
    bool m_is_unwinding = false;
};

}  // namespace turnwise::sched
