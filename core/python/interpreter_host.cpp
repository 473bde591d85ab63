#include "core/python/interpreter_host.h"

#include "core/python/cpython_3_11.h"
#include "core/python/primitive_object.h"
#include "core/python/python_thread.h"
#include "core/threading/lock.h"

namespace turnwise::python {

using sched::Scheduler;
using sched::ThreadControl;

namespace {

// Only now: data of the thread may have had finalizers, and join() returns after them.
void release_sentinel(PythonThread& python) {
    if (const Ref lock = std::exchange(python.sentinel, {})) core_of<threading::Lock>(lock.get()).release_now();
}

}  // namespace

void InterpreterHost::before_switch(ThreadControl& from, ThreadControl& to) {
    PythonThread& next = python_thread(to);
    if (!next.state) {
        next.state = tw_thread_state_new(to.ident);
        install_tracer(next.state);
    }
    tw_thread_state_swap(next.state, to.id == main_thread_id);
    if (from.state != sched::RunState::ended) return;
    PyThreadState_Delete(python_thread(from).state);
    delete static_cast<PythonThread*>(from.host);
    from.host = nullptr;
}

void adopt_main_thread() {
    ThreadControl& main = Scheduler::current().running();
    auto* python = new PythonThread;
    python->state = PyThreadState_Get();
    tw_thread_state_set_ident(python->state, main.ident);
    main.host = python;
}

PythonThread& python_thread(const ThreadControl& thread) {
    return *static_cast<PythonThread*>(thread.host);
}

ThreadControl& create_thread(std::string name, bool daemon) {
    ThreadControl& thread = Scheduler::current().create(std::move(name), daemon, {});
    thread.host = new PythonThread;
    thread.entry = [&thread] {
        PythonThread& python = python_thread(thread);
        // Moved out: what the body holds is let go before the thread's end is told.
        if (const auto body = std::move(python.body)) thread.failed = body();
        python.trace = {};
        PyThreadState_Clear(python.state);
        release_sentinel(python);
    };
    return thread;
}

}  // namespace turnwise::python
