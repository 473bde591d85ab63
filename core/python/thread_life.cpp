// What a threading.Thread does: it is started, runs, ends and is waited for.
#include "core/python/accesses.h"
#include "core/python/arguments.h"
#include "core/python/calls.h"
#include "core/python/checked.h"
#include "core/python/cpython_3_11.h"
#include "core/python/modules.h"
#include "core/python/primitive_object.h"
#include "core/python/python_thread.h"
#include "core/python/shared_objects.h"
#include "core/python/thread_errors.h"
#include "core/python/thread_object.h"
#include "core/python/thread_type.h"
#include "core/python/threading_globals.h"
#include "core/threading/event.h"
#include "core/threading/lock.h"
#include "core/threading/module.h"
#include "core/threading/thread_rules.h"
#include "core/threading/timeout.h"

#include <vector>

namespace turnwise::python {

using sched::Scheduler;
using sched::ThreadControl;

namespace {

void check(int status) {
    if (status < 0) throw PythonError();
}

// Installs what threading.settrace and setprofile were given, through sys, as CPython does.
void install_hooks() {
    auto install = [](const char* setter, const char* variable) {
        const Ref hook = global(variable);
        if (hook.get() == Py_None) return;
        if (PyObject* function = tw_sys_object(interned(setter)))
            checked(PyObject_CallOneArg(function, hook.get()));
    };
    install("settrace", "_trace_hook");
    install("setprofile", "_profile_hook");
}

// That the thread has ended is a step of a search: it stays among those that are alive until then.
void leave_active_threads_at_end() {
    Scheduler& scheduler = Scheduler::current();
    if (scheduler.options().is_explored)
        python_thread(scheduler.running()).is_listed = true;
    else
        leave_active_threads();
}

// The activity of a started Thread object, in its thread. True if an exception ended it.
bool bootstrap(PyObject* self) {
    bool has_failed = false;
    try {
        enter_running_thread(self);
        install_hooks();
        before_code_of_thread();
        if (!Ref::take(PyObject_CallMethodNoArgs(self, interned("run")))) {
            if (Scheduler::current().is_unwinding()) throw PythonError();
            add_bootstrap_to_traceback();
            has_failed = report_thread_exception(self);
        }
        leave_active_threads_at_end();
    } catch (const PythonError&) {
        has_failed = true;
        if (Scheduler::current().is_unwinding())
            PyErr_Clear();
        else
            PyErr_WriteUnraisable(self);
    }
    return has_failed;
}

// Whether the method is the one of Thread, and no subclass or tool has put another in its place.
bool is_own_method(PyObject* self, const char* name, PyCFunction function) {
    PyObject* described = _PyType_Lookup(Py_TYPE(self), interned(name));
    const bool is_plain = Py_TYPE(self)->tp_getattro == PyObject_GenericGetAttr && is_as_made(self);
    if (is_plain && described && Py_IS_TYPE(described, &PyMethodDescr_Type))
        return reinterpret_cast<PyMethodDescrObject*>(described)->d_method->ml_meth == function;
    const Ref method = attribute(self, name);
    return PyCFunction_Check(method.get()) && PyCFunction_GET_FUNCTION(method.get()) == function;
}

// What the new thread does. True if an exception ended it.
bool run_from_the_bottom(PyObject* self) {
    Ref method = Ref::retain(self);
    try {
        if (is_own_method(self, "_bootstrap", thread_bootstrap) &&
            is_own_method(self, "_bootstrap_inner", thread_bootstrap_inner))
            return bootstrap(self);
        method = attribute(self, "_bootstrap");
        checked(PyObject_CallNoArgs(method.get()));
        return false;
    } catch (const PythonError&) {
    }
    return report_unraisable_in_thread(method.get());
}

// Starts the simulated thread that belongs to the object.
void start_own_thread(PyObject* self, ThreadControl& control) {
    publish_thread(self);
    if (control.state == sched::RunState::created) {
        // The running thread keeps its object alive.
        python_thread(control).body = [object = Ref::retain(self)]() mutable {
            const Ref self_until_the_end = std::move(object);
            return run_from_the_bottom(self_until_the_end.get());
        };
    }
    threading::start_thread(control);
}

// threading._start_new_thread is not ours any more: whoever put a function there gets the call.
void start_through(PyObject* start_new_thread, PyObject* self) {
    const Ref body = attribute(self, "_bootstrap");
    checked(PyObject_CallFunction(start_new_thread, "O()", body.get()));
    checked(PyObject_CallMethod(attribute(self, "_started").get(), "wait", nullptr));
}

bool is_own_start_function(PyObject* function) {
    return PyCFunction_Check(function) && PyCFunction_GET_FUNCTION(function) == start_new_thread;
}

void mark_stopped(PyObject* self) {
    set_attribute(self, "_is_stopped", Py_True);
    set_attribute(self, "_tstate_lock", Py_None);
    if (!is_true(daemon_of(self).get())) maintain_shutdown_locks();
}

// Whether the lock that a thread holds until it is completely gone could be had in time.
bool await_tstate_lock(PyObject* self, bool blocking, double timeout) {
    const Ref lock = attribute(self, "_tstate_lock");
    if (lock.get() == Py_None) return true;
    auto& core = lock_in(lock.get());
    const bool is_quiet = !blocking || !core.locked();
    if (is_quiet && core.locked()) return false;
    if (!is_quiet && !core.acquire(blocking ? threading::AcquireArguments{true, timeout}
                                            : threading::AcquireArguments{false, -1}))
        return false;
    if (!is_quiet) core.release();
    mark_stopped(self);
    return true;
}

// Waits for the simulated thread, so that the trace says who waits for whom, and then for the lock,
// which the program may hold itself.
void await_end(PyObject* self, std::optional<double> timeout) {
    if (is_true(attribute(self, "_is_stopped").get())) return;
    ThreadControl* control = thread_layout(self)->control;
    const Tick deadline = threading::deadline_after(timeout);
    if (control && !threading::join_thread(*control, timeout)) return;
    const double left = static_cast<double>(deadline - Scheduler::current().now()) / second;
    await_tstate_lock(self, true, timeout ? std::max(left, 0.0) : -1);
}

// max(timeout, 0), with the error that Python gives for what cannot be compared.
double not_negative(PyObject* timeout) {
    const Ref zero = checked(PyLong_FromLong(0));
    const int is_less = PyObject_RichCompareBool(zero.get(), timeout, Py_GT);
    check(is_less);
    return is_less ? 0 : seconds_from(timeout);
}

}  // namespace

void leave_active_threads() {
    const Ref ident = checked(PyLong_FromLongLong(Scheduler::current().running().ident));
    check(PyDict_DelItem(active_threads(), ident.get()));
}

void enter_running_thread(PyObject* self) {
    ThreadControl& running = Scheduler::current().running();
    thread_layout(self)->control = &running;
    checked(thread_set_ident(self, nullptr));
    checked(thread_set_native_id(self, nullptr));
    checked(thread_set_tstate_lock(self, nullptr));
    started_event(self).set_now();
    check(PyDict_SetItem(active_threads(), attribute(self, "_ident").get(), self));
    if (PyDict_Contains(limbo(), self) == 1) check(PyDict_DelItem(limbo(), self));
}

PyObject* thread_start(PyObject* self, PyObject*) {
    return guarded([&] {
        require_initialized(self, "thread.__init__() not called");
        ThreadControl* control = thread_layout(self)->control;
        const Ref function = global("_start_new_thread");
        const bool is_own = control && is_own_start_function(function.get());
        if (has_started(self)) {
            if (is_own && control->state != sched::RunState::created)
                threading::start_thread(
                    *control);  // one of our own rules refuses, and the trace tells of it
            PyErr_SetString(PyExc_RuntimeError, "threads can only be started once");
            throw PythonError();
        }
        // In explored runs it begins in the same step.
        if (!Scheduler::current().options().is_explored) check(PyDict_SetItem(limbo(), self, self));
        try {
            is_own ? start_own_thread(self, *control) : start_through(function.get(), self);
        } catch (...) {
            set_error_from_exception();
        }
        if (PyErr_Occurred()) {
            PyObject *type, *value, *traceback;
            PyErr_Fetch(&type, &value, &traceback);
            if (PyDict_DelItem(limbo(), self) < 0) PyErr_Clear();
            PyErr_Restore(type, value, traceback);
            throw PythonError();
        }
        return Py_NewRef(Py_None);
    });
}

// What the thread does, unless a subclass says so itself; afterwards target and arguments are let
// go.
PyObject* thread_run(PyObject* self, PyObject*) {
    return guarded([&] {
        Ref result = Ref::retain(Py_None);
        try {
            const Ref target = attribute(self, "_target");
            if (target.get() != Py_None) {
                const Ref arguments = attribute(self, "_args");
                const Ref keywords = attribute(self, "_kwargs");
                before_first_call(target.get(), arguments.get());
                result = call_with(target.get(), arguments.get(), keywords.get());
                after_first_call();
                if (!result) add_run_to_traceback();
            }
        } catch (const PythonError&) {
            result = Ref();
        }
        PyObject *type, *value, *traceback;
        PyErr_Fetch(&type, &value, &traceback);
        for (const char* name : {"_target", "_args", "_kwargs"})
            delete_attribute(self, name);
        PyErr_Restore(type, value, traceback);
        return result ? Py_NewRef(Py_None) : nullptr;
    });
}

PyObject* thread_join(PyObject* self, PyObject* args, PyObject* kwargs) {
    static const Signature signature("Thread.join", {"timeout"});
    return guarded([&] {
        const auto [timeout] = signature.bind<1>(args, kwargs);
        require_initialized(self);
        ThreadControl* control = thread_layout(self)->control;
        if (control) threading::look_whether_started(*control);
        const bool is_started = has_started(self);
        if (control && (!is_started || control == &Scheduler::current().running()))
            threading::join_thread(*control, 0);  // refuses, and the trace tells of it
        if (!is_started) {
            PyErr_SetString(PyExc_RuntimeError, "cannot join thread before it is started");
            throw PythonError();
        }
        std::optional<double> seconds;
        if (timeout && timeout != Py_None) seconds = not_negative(timeout);
        await_end(self, seconds);
        return Py_NewRef(Py_None);
    });
}

PyObject* thread_is_alive(PyObject* self, PyObject*) {
    return guarded([&] {
        assert_initialized(self);
        Scheduler::current().point({nullptr, trace::Operation::test, thread_layout(self)->control});
        if (is_true(attribute(self, "_is_stopped").get()) || !has_started(self))
            return Py_NewRef(Py_False);
        await_tstate_lock(self, false, 0);
        return PyBool_FromLong(!is_true(attribute(self, "_is_stopped").get()));
    });
}

PyObject* thread_bootstrap(PyObject* self, PyObject*) {
    return PyObject_CallMethod(self, "_bootstrap_inner", nullptr);
}

PyObject* thread_bootstrap_inner(PyObject* self, PyObject*) {
    bootstrap(self);
    return Py_NewRef(Py_None);
}

PyObject* thread_set_ident(PyObject* self, PyObject*) {
    return guarded([&] {
        set_attribute(self, "_ident",
                      checked(PyLong_FromLongLong(Scheduler::current().running().ident)).get());
        return Py_NewRef(Py_None);
    });
}

PyObject* thread_set_native_id(PyObject* self, PyObject*) {
    return guarded([&] {
        set_attribute(self, "_native_id",
                      checked(PyObject_CallNoArgs(global("get_native_id").get())).get());
        return Py_NewRef(Py_None);
    });
}

// A lock that is held until the running thread is gone, to the last bit of its data.
PyObject* thread_set_tstate_lock(PyObject* self, PyObject*) {
    return guarded([&] {
        const Ref lock = new_sentinel();
        lock_in(lock.get()).take_now();
        set_attribute(self, "_tstate_lock", lock.get());
        if (is_true(daemon_of(self).get())) return Py_NewRef(Py_None);
        maintain_shutdown_locks();
        check(PySet_Add(global("_shutdown_locks").get(), lock.get()));
        return Py_NewRef(Py_None);
    });
}

PyObject* thread_stop(PyObject* self, PyObject*) {
    return guarded([&] {
        mark_stopped(self);
        return Py_NewRef(Py_None);
    });
}

PyObject* thread_delete(PyObject*, PyObject*) {
    return guarded([] {
        leave_active_threads();
        return Py_NewRef(Py_None);
    });
}

PyObject* thread_wait_for_tstate_lock(PyObject* self, PyObject* args, PyObject* kwargs) {
    static const Signature signature("Thread._wait_for_tstate_lock", {"block", "timeout"});
    return guarded([&] {
        const auto [block, timeout] = signature.bind<2>(args, kwargs);
        await_tstate_lock(self, !block || is_true(block), timeout ? seconds_from(timeout) : -1);
        return Py_NewRef(Py_None);
    });
}

// In the child of a fork only the thread that forked is left.
PyObject* thread_reset_internal_locks(PyObject* self, PyObject* is_alive) {
    return guarded([&] {
        started_event(self).at_fork_reinit();
        const Ref lock = attribute(self, "_tstate_lock");
        if (!is_true(is_alive)) {
            set_attribute(self, "_is_stopped", Py_True);
            set_attribute(self, "_tstate_lock", Py_None);
        } else if (lock.get() != Py_None) {
            auto& core = lock_in(lock.get());
            core.at_fork_reinit();
            core.take_now();
        }
        return Py_NewRef(Py_None);
    });
}

void maintain_shutdown_locks() {
    const Ref locks = global("_shutdown_locks");
    if (!PySet_Check(locks.get())) {
        PyErr_SetString(PyExc_TypeError, "threading._shutdown_locks must be a set");
        throw PythonError();
    }
    std::vector<Ref> free;
    const auto* set = reinterpret_cast<const PySetObject*>(locks.get());
    for (Py_ssize_t place = 0, left = set->used; left > 0 && place <= set->mask; ++place) {
        PyObject* lock = set->table[place].key;
        if (!lock || set->table[place].hash == -1) continue;  // nothing is there, or no more
        --left;
        if (!lock_in(lock).locked()) free.push_back(Ref::retain(lock));
    }
    for (const Ref& gone : free)
        check(PySet_Discard(locks.get(), gone.get()));
}

}  // namespace turnwise::python
