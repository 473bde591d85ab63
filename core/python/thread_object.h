// The layout of a threading.Thread, and what its parts share.
//
// As in CPython an instance keeps what it knows in its __dict__ (_target, _name, _started,
// _tstate_lock, ...), where programs and tools look for it. Beside it stands the simulated thread
// that the object speaks of.
#pragma once

#include <Python.h>

#include <string>

#include "core/python/attributes.h"
#include "core/python/ref.h"
#include "core/sched/thread_control.h"
#include "core/threading/event.h"
#include "core/threading/lock.h"

namespace turnwise::python {

struct ThreadObject {
    PyObject_HEAD PyObject* dict;
    PyObject* weakrefs;
    sched::ThreadControl* control;  // owned by the scheduler; nullptr before __init__
};

inline ThreadObject* thread_layout(PyObject* self) {
    return reinterpret_cast<ThreadObject*>(self);
}

bool is_true(PyObject* value);

// A str of UTF-8. Throws PythonError.
Ref text_of(const std::string& text);

// What Thread.__init__ does, given the values of its arguments. Throws PythonError.
void initialize_thread(PyObject* self, PyObject* target, PyObject* name, PyObject* args,
                       PyObject* kwargs, PyObject* daemon);

// thread.daemon, which a subclass may have made something else.
Ref daemon_of(PyObject* thread);

// Whether Thread.__init__ has run.
bool is_initialized(PyObject* thread);
// Throws PythonError with an AssertionError set, as the `assert self._initialized` of CPython does.
void assert_initialized(PyObject* thread, const char* message = "Thread.__init__() not called");
// Throws PythonError with a RuntimeError set.
void require_initialized(PyObject* thread, const char* message = "Thread.__init__() not called");

// The Event that is set when the thread has begun. Throws PythonError if the program has put
// something else there.
threading::Event& started_event(PyObject* thread);
// The Lock in an object; throws PythonError if it is none of ours.
threading::Lock& lock_in(PyObject* object);

// Whether its Event _started is set.
bool has_started(PyObject* thread);

// The parts of its life: the method tables refer to these.
PyObject* thread_start(PyObject* self, PyObject*);
PyObject* thread_run(PyObject* self, PyObject*);
PyObject* thread_join(PyObject* self, PyObject* args, PyObject* kwargs);
PyObject* thread_is_alive(PyObject* self, PyObject*);
PyObject* thread_bootstrap(PyObject* self, PyObject*);
PyObject* thread_bootstrap_inner(PyObject* self, PyObject*);
PyObject* thread_set_ident(PyObject* self, PyObject*);
PyObject* thread_set_native_id(PyObject* self, PyObject*);
PyObject* thread_set_tstate_lock(PyObject* self, PyObject*);
PyObject* thread_stop(PyObject* self, PyObject*);
PyObject* thread_delete(PyObject* self, PyObject*);
PyObject* thread_wait_for_tstate_lock(PyObject* self, PyObject* args, PyObject* kwargs);
PyObject* thread_reset_internal_locks(PyObject* self, PyObject* is_alive);

// The object becomes that of the running thread: its ident, its lock, its place among the active
// ones. Throws.
void enter_running_thread(PyObject* self);
// It is not among the threads that are alive any more.
void leave_active_threads();

// Removes the locks of threads that have ended from threading._shutdown_locks. Throws PythonError.
void maintain_shutdown_locks();

}  // namespace turnwise::python
