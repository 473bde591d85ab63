#include "core/python/interpreter_host.h"

#include <pthread.h>
#include <unistd.h>

#include <cstdio>
#include <vector>

#include "core/python/cpython_3_11.h"
#include "core/python/errors.h"
#include "core/python/explored_program.h"
#include "core/python/outside.h"
#include "core/python/primitive_object.h"
#include "core/python/python_thread.h"
#include "core/python/search_tracer.h"
#include "core/python/shared_objects.h"
#include "core/python/signals.h"
#include "core/python/thread_object.h"
#include "core/threading/lock.h"

namespace turnwise::python {

using sched::Scheduler;
using sched::ThreadControl;

namespace {

// Only now: data of the thread may have had finalizers, and join() returns after them.
void release_sentinel(PythonThread& python) {
    if (const Ref lock = std::exchange(python.sentinel, {}))
        core_of<threading::Lock>(lock.get()).release_now();
}

// The process that a fork in a thread other than the first has made ends with its last thread, as a
// process does whose first thread is gone: without the interpreter's own end.
void leave_if_last_of_fork(const ThreadControl& ending) {
    const Scheduler& scheduler = Scheduler::current();
    if (scheduler.main_thread().id == main_thread_id) return;
    for (const auto& thread : scheduler.threads())
        if (thread.get() != &ending && thread->is_alive()) return;
    std::fflush(nullptr);
    _exit(0);
}

// Thread states that executions of a search have left to those to come: to make one and to delete
// it takes longer than much of what such a thread does.
constexpr std::size_t most_spare_states = 64;
std::vector<PyThreadState*>& spare_states() {
    static std::vector<PyThreadState*> states;
    return states;
}

PyThreadState* new_state(const PythonThread& thread, std::int64_t ident) {
    if (spare_states().empty() || thread.interpreter != PyInterpreterState_Main())
        return tw_thread_state_new(thread.interpreter, ident);
    PyThreadState* state = spare_states().back();
    spare_states().pop_back();
    tw_thread_state_renew(state, ident);
    return state;
}

void let_go_of(PyThreadState* state) {
    if (spare_states().size() < most_spare_states && state->interp == PyInterpreterState_Main()) {
        tw_thread_state_retire(state);
        spare_states().push_back(state);
        return;
    }
    PyThreadState_Clear(state);
    PyThreadState_Delete(state);
}

}  // namespace

InterpreterHost::InterpreterHost() {
    static const int registered = pthread_atfork(nullptr, nullptr, [] {
        if (Scheduler::is_active()) Scheduler::current().keep_only_running();
    });
    (void)registered;  // fails only for want of memory
}

void InterpreterHost::before_switch(ThreadControl& from, ThreadControl& to) {
    // Not always the one that it came with: the thread may be inside another interpreter.
    python_thread(from).state = PyThreadState_Get();
    PythonThread& next = python_thread(to);
    if (!next.state) {
        next.state = new_state(next, to.ident);
        ExploredProgram::current() ? install_search_tracer(next.state) : install_tracer(next.state);
    }
    tw_thread_state_swap(next.state, &to == &Scheduler::current().main_thread());
    Signals::deliver_to(to);
    if (from.state != sched::RunState::ended || Scheduler::current().driver()) return;
    PyThreadState_Delete(python_thread(from).state);
    delete static_cast<PythonThread*>(from.host);
    from.host = nullptr;
}

void InterpreterHost::attend() {
    Scheduler& scheduler = Scheduler::current();
    if (Signals::may_interrupt()) scheduler.interrupt(scheduler.main_thread());
    Outside::attend();
}

bool InterpreterHost::before_jump(Tick length) {
    if (Outside::before_jump(length)) return true;
    if (!Signals::may_interrupt()) return false;
    Scheduler& scheduler = Scheduler::current();
    const bool is_waiting = scheduler.main_thread().state != sched::RunState::ended;
    scheduler.interrupt(scheduler.main_thread());
    return is_waiting && scheduler.main_thread().state == sched::RunState::ready;
}

void InterpreterHost::interrupted() {
    // One that an earlier interruption has left may still be on its way, until a lock is taken
    // back.
    PyObject *type, *value, *traceback;
    PyErr_Fetch(&type, &value, &traceback);
    const bool is_thrown = !Signals::run_handlers();
    if (type) _PyErr_ChainExceptions(type, value, traceback);  // restores it if there is no other
    if (is_thrown) throw PythonError();
}

void adopt_main_thread() {
    ThreadControl& main = Scheduler::current().running();
    auto* python = new PythonThread;
    python->state = PyThreadState_Get();
    tw_thread_state_set_ident(python->state, main.ident);
    main.host = python;
}

void drop_threads_of_run() {
    Scheduler& scheduler = Scheduler::current();
    PyThreadState* main = python_thread(scheduler.main_thread()).state;
    tw_thread_state_swap(main, true);
    for (const auto& thread : scheduler.threads()) {
        auto* python = static_cast<PythonThread*>(std::exchange(thread->host, nullptr));
        if (!python) continue;
        if (python->state && python->state != main) let_go_of(python->state);
        delete python;
    }
}

PythonThread& python_thread(const ThreadControl& thread) {
    return *static_cast<PythonThread*>(thread.host);
}

ThreadControl& create_thread(std::string name, bool daemon) {
    ThreadControl& thread = Scheduler::current().create(std::move(name), daemon, {});
    // A search has done so itself.
    if (SharedObjects* shared = SharedObjects::current(); shared && !ExploredProgram::current())
        shared->thread_created(Scheduler::current().running().id, thread.id);
    auto* created = new PythonThread;
    created->interpreter = PyInterpreterState_Get();
    created->births = python_thread(Scheduler::current().running()).births.child();
    thread.host = created;
    thread.entry = [&thread] {
        PythonThread& python = python_thread(thread);
        // Moved out: what the body holds is let go before the thread's end is told.
        if (const auto body = std::move(python.body)) thread.failed = body();
        // That it has ended is a step of its own, for those who look whether it has.
        try {
            Scheduler::current().explored_point({nullptr, trace::Operation::exit, &thread});
            if (python.is_listed) leave_active_threads();
        } catch (const sched::Unwinding&) {  // goes on with its end
        } catch (const PythonError&) {       // the program has taken it out itself
            PyErr_Clear();
        }
        python.trace = {};
        PyThreadState_Clear(python.state);
        release_sentinel(python);
        leave_if_last_of_fork(thread);
    };
    return thread;
}

}  // namespace turnwise::python
