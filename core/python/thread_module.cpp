// _thread: CPython's own module, with everything that makes, blocks or names threads put in its
// place.
#include <signal.h>

#include "core/python/accesses.h"
#include "core/python/lock_types.h"
#include "core/python/modules.h"
#include "core/python/primitive_object.h"
#include "core/python/python_thread.h"
#include "core/python/shared_objects.h"
#include "core/python/signals.h"
#include "core/python/thread_errors.h"
#include "core/python/type_building.h"
#include "core/sched/scheduler.h"

namespace turnwise::python {

using sched::Scheduler;

namespace {

PyObject* allocate_lock(PyObject*, PyObject*) {
    return guarded([] { return new_lock(); });
}

PyObject* get_ident(PyObject*, PyObject*) {
    return PyLong_FromLongLong(Scheduler::current().running().ident);
}

PyObject* set_sentinel(PyObject*, PyObject*) {
    return guarded([] { return new_sentinel().release(); });
}

PyObject* interrupt_main(PyObject*, PyObject* args) {
    int signum = SIGINT;
    if (!PyArg_ParseTuple(args, "|i:signum", &signum)) return nullptr;
    if (Signals::interrupt_main(signum)) return Py_NewRef(Py_None);
    PyErr_SetString(PyExc_ValueError, "signal number out of range");
    return nullptr;
}

// How many threads run beside the main one.
PyObject* count(PyObject*, PyObject*) {
    long running = 0;
    for (const auto& thread : Scheduler::current().threads())
        if (thread->id != main_thread_id && thread->is_alive()) ++running;
    return PyLong_FromLong(running);
}

PyMethodDef functions[] = {
    {"start_new_thread", start_new_thread, METH_VARARGS,
     "start_new_thread(function, args[, kwargs]) -> int\n\nStart a thread that calls function."},
    {"start_new", start_new_thread, METH_VARARGS, "Obsolete for start_new_thread."},
    {"allocate_lock", allocate_lock, METH_NOARGS,
     "allocate_lock() -> lock\n\nA new, unlocked lock."},
    {"allocate", allocate_lock, METH_NOARGS, "Obsolete for allocate_lock."},
    {"get_ident", get_ident, METH_NOARGS,
     "get_ident() -> int\n\nThe identifier of the current thread."},
    {"get_native_id", get_ident, METH_NOARGS,
     "get_native_id() -> int\n\nThe identifier of the current thread, as the system would number "
     "it."},
    {"interrupt_main", interrupt_main, METH_VARARGS,
     "interrupt_main(signum=signal.SIGINT, /)\n\nAs if the signal had come to the main thread."},
    {"_set_sentinel", set_sentinel, METH_NOARGS,
     "_set_sentinel() -> lock\n\nA lock that is released when the current thread is gone."},
    {"_count", count, METH_NOARGS, "_count() -> int\n\nHow many threads run beside the main one."},
    {nullptr, nullptr, 0, nullptr}};

int adjust(PyObject* module) {
    const Ref lock = Ref::take(lock_type());
    const Ref rlock = Ref::take(rlock_type());
    if (!lock || !rlock || add_functions(module, functions, "_thread") < 0 ||
        PyObject_SetAttrString(module, "LockType", lock.get()) < 0 ||
        PyObject_SetAttrString(module, "RLock", rlock.get()) < 0)
        return -1;
    const Ref local = Ref::take(PyObject_GetAttrString(module, "_local"));
    if (!local) return -1;
    const Ref original = Ref::take(PyObject_GetAttrString(module, "_excepthook"));
    const Ref hook = original ? Ref::take(make_excepthook(original.get())) : Ref();
    if (!hook || PyObject_SetAttrString(module, "_excepthook", hook.get()) < 0) return -1;
    watch_locals(reinterpret_cast<PyTypeObject*>(local.get()));
    return 0;
}

}  // namespace

PyObject* start_new_thread(PyObject*, PyObject* args) {
    return guarded([&]() -> PyObject* {
        PyObject* function = nullptr;
        PyObject* arguments = nullptr;
        PyObject* keywords = nullptr;
        if (!PyArg_UnpackTuple(args, "start_new_thread", 2, 3, &function, &arguments, &keywords))
            return nullptr;
        const char* error = !PyCallable_Check(function) ? "first arg must be callable"
                            : !PyTuple_Check(arguments) ? "2nd arg must be a tuple"
                            : keywords && !PyDict_Check(keywords)
                                ? "optional 3rd arg must be a dictionary"
                                : nullptr;
        if (error) {
            PyErr_SetString(PyExc_TypeError, error);
            return nullptr;
        }
        Scheduler& scheduler = Scheduler::current();
        publish_thread(args);
        sched::ThreadControl& thread = create_thread("start_new_thread", true);
        python_thread(thread).body = [called = Ref::retain(function),
                                      given = Ref::retain(arguments),
                                      named = Ref::retain(keywords)] {
            before_code_of_thread();
            before_first_call(called.get(), given.get());
            const Ref result = Ref::take(PyObject_Call(called.get(), given.get(), named.get()));
            after_first_call();
            if (result) return false;
            return report_unraisable_in_thread(called.get());
        };
        scheduler.point({nullptr, trace::Operation::start, &thread});
        scheduler.start(thread);  // throws std::bad_alloc
        return PyLong_FromLongLong(thread.ident);
    });
}

Ref new_sentinel() {
    Ref lock = Ref::take(new_lock());
    if (!lock) throw PythonError();
    checked_primitive(lock.get()).internal = true;
    python_thread(Scheduler::current().running()).sentinel = lock;
    return lock;
}

PyObject* init_thread_module() {
    return extended_module(original_thread_module, adjust);
}

}  // namespace turnwise::python
