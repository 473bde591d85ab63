// threading: the module that the program imports.
#include "core/python/accesses.h"
#include "core/python/checked.h"
#include "core/python/lock_types.h"
#include "core/python/modules.h"
#include "core/python/primitive_object.h"
#include "core/python/python_thread.h"
#include "core/python/short_repr.h"
#include "core/python/sync_types.h"
#include "core/python/thread_errors.h"
#include "core/python/thread_object.h"
#include "core/python/thread_type.h"
#include "core/python/threading_globals.h"
#include "core/python/type_building.h"

namespace turnwise::python {

using sched::Scheduler;

namespace {

void set_global(const char* name, PyObject* value) {
    if (PyDict_SetItemString(threading_globals(), name, value) < 0) throw PythonError();
}

PyObject* current_thread(PyObject*, PyObject*) {
    return guarded([] { return current_thread_object(); });
}

PyObject* main_thread(PyObject*, PyObject*) {
    return guarded([] { return global("_main_thread").release(); });
}

// Those that are alive, then those that are being started.
PyObject* enumerate(PyObject*, PyObject*) {
    return guarded([] {
        before_look_at_threads();
        Ref list = checked(PyDict_Values(active_threads()));
        const Ref starting = checked(PyDict_Values(limbo()));
        return PySequence_InPlaceConcat(list.get(), starting.get());
    });
}

PyObject* active_count(PyObject*, PyObject*) {
    return guarded([] {
        before_look_at_threads();
        return PyLong_FromSsize_t(PyDict_Size(active_threads()) + PyDict_Size(limbo()));
    });
}

PyObject* deprecated(PyObject* (*function)(PyObject*, PyObject*), PyObject* module,
                     const char* text) {
    if (PyErr_WarnEx(PyExc_DeprecationWarning, text, 1) < 0) return nullptr;
    return function(module, nullptr);
}

PyObject* current_thread_camel(PyObject* module, PyObject*) {
    return deprecated(current_thread, module,
                      "currentThread() is deprecated, use current_thread() instead");
}

PyObject* active_count_camel(PyObject* module, PyObject*) {
    return deprecated(active_count, module,
                      "activeCount() is deprecated, use active_count() instead");
}

// The hook for threads started from now on; the trace tells of it.
PyObject* set_hook(const char* name, const char* variable, PyObject* function) {
    return guarded([&] {
        Scheduler& scheduler = Scheduler::current();
        if (scheduler.recorder()) {
            trace::Event record = scheduler.event(trace::EventKind::hook_set);
            record.text = scheduler.intern(name);
            if (function != Py_None) record.detail = scheduler.intern(short_repr(function));
            scheduler.record(record);
        }
        set_global(variable, function);
        return Py_NewRef(Py_None);
    });
}

PyObject* settrace(PyObject*, PyObject* function) {
    return set_hook("threading.settrace", "_trace_hook", function);
}
PyObject* setprofile(PyObject*, PyObject* function) {
    return set_hook("threading.setprofile", "_profile_hook", function);
}
PyObject* gettrace(PyObject*, PyObject*) {
    return guarded([] { return global("_trace_hook").release(); });
}
PyObject* getprofile(PyObject*, PyObject*) {
    return guarded([] { return global("_profile_hook").release(); });
}

PyObject* make_hook(PyObject*, PyObject*) {
    return make_invoke_excepthook();
}

PyObject* newname(PyObject*, PyObject* name_template) {
    return guarded([&] { return new_name(name_template).release(); });
}

PyObject* maintain_locks(PyObject*, PyObject*) {
    return guarded([] {
        maintain_shutdown_locks();
        return Py_NewRef(Py_None);
    });
}

PyObject* register_atexit(PyObject*, PyObject* args, PyObject* kwargs) {
    return guarded([&] {
        if (is_true(global("_SHUTTING_DOWN").get())) {
            PyErr_SetString(PyExc_RuntimeError, "can't register atexit after shutdown");
            throw PythonError();
        }
        if (PyTuple_GET_SIZE(args) == 0) {
            PyErr_SetString(PyExc_TypeError,
                            "_register_atexit() missing 1 required positional argument: 'func'");
            throw PythonError();
        }
        const Ref partial = attribute(global("functools").get(), "partial");
        const Ref call = checked(PyObject_Call(partial.get(), args, kwargs));
        if (PyList_Append(global("_threading_atexits").get(), call.get()) < 0) throw PythonError();
        return Py_NewRef(Py_None);
    });
}

void call_exit_functions() {
    const Ref functions = checked(PySequence_List(global("_threading_atexits").get()));
    for (Py_ssize_t i = PyList_GET_SIZE(functions.get()); i-- > 0;)
        checked(PyObject_CallNoArgs(PyList_GET_ITEM(functions.get(), i)));
}

// What is left after the main interpreter's threads were waited for: all of another interpreter's.
void join_threads_of_interpreter() {
    const Ref locks = global("_shutdown_locks");
    while (PySet_GET_SIZE(locks.get()) > 0) {
        const Ref lock = checked(PySet_Pop(locks.get()));
        lock_in(lock.get()).acquire();
        lock_in(lock.get()).release();
    }
}

// Called when the main thread has ended: runs what _register_atexit was given, then waits for the
// non-daemon threads.
PyObject* shutdown(PyObject*, PyObject*) {
    return guarded([] {
        const Ref main = global("_main_thread");
        if (is_true(attribute(main.get(), "_is_stopped").get())) return Py_NewRef(Py_None);
        set_global("_SHUTTING_DOWN", Py_True);
        call_exit_functions();
        Scheduler& scheduler = Scheduler::current();
        if (control_of(main.get()) == &scheduler.running()) {
            if (const Ref lock = attribute(main.get(), "_tstate_lock"); lock.get() != Py_None)
                lock_in(lock.get()).release_now();
            checked(thread_stop(main.get(), nullptr));
        }
        if (PyInterpreterState_Get() == PyInterpreterState_Main()) scheduler.join_non_daemons();
        join_threads_of_interpreter();
        return Py_NewRef(Py_None);
    });
}

// The locks that guard the module's variables in CPython. Here nothing can come between; after a
// fork they are new all the same.
void make_locks() {
    const Ref rlock = Ref::take(rlock_type());
    const Ref active_limbo_lock = checked(PyObject_CallNoArgs(rlock.get()));
    const Ref shutdown_locks_lock = checked(new_lock());
    for (PyObject* lock : {active_limbo_lock.get(), shutdown_locks_lock.get()})
        checked_primitive(lock).internal = true;
    set_global("_active_limbo_lock", active_limbo_lock.get());
    set_global("_shutdown_locks_lock", shutdown_locks_lock.get());
    set_global("_shutdown_locks", checked(PySet_New(nullptr)).get());
}

// All Thread objects there are: running ones, and those that nobody has thrown away yet.
Ref all_threads() {
    Ref all = checked(PySet_New(checked(enumerate(nullptr, nullptr)).get()));
    const Ref dangling = checked(PySequence_List(global("_dangling").get()));
    checked(PyObject_CallMethod(all.get(), "update", "O", dangling.get()));
    return all;
}

// In the child of a fork the thread that forked is the only one, and the main one.
PyObject* after_fork(PyObject*, PyObject*) {
    return guarded([] {
        make_locks();
        const Ref ident = checked(PyLong_FromLongLong(Scheduler::current().running().ident));
        Ref current = Ref::retain(PyDict_GetItemWithError(active_threads(), ident.get()));
        if (!current) current = checked(make_main_thread_object());
        set_global("_main_thread", current.get());
        const Ref threads = checked(PySequence_List(all_threads().get()));
        for (Py_ssize_t i = 0; i < PyList_GET_SIZE(threads.get()); ++i) {
            PyObject* thread = PyList_GET_ITEM(threads.get(), i);
            PyObject* is_current = thread == current.get() ? Py_True : Py_False;
            checked(thread_reset_internal_locks(thread, is_current));
        }
        PyDict_Clear(limbo());
        PyDict_Clear(active_threads());
        if (PyDict_SetItem(active_threads(), ident.get(), current.get()) < 0) throw PythonError();
        return Py_NewRef(Py_None);
    });
}

PyMethodDef functions[] = {
    {"current_thread", current_thread, METH_NOARGS,
     "current_thread()\n--\n\nThe Thread object of the calling thread."},
    {"currentThread", current_thread_camel, METH_NOARGS,
     "currentThread()\n--\n\nDeprecated alias of current_thread."},
    {"main_thread", main_thread, METH_NOARGS,
     "main_thread()\n--\n\nThe Thread object of the main thread."},
    {"enumerate", enumerate, METH_NOARGS,
     "enumerate()\n--\n\nA list of all Thread objects that are alive."},
    {"_enumerate", enumerate, METH_NOARGS, nullptr},
    {"active_count", active_count, METH_NOARGS,
     "active_count()\n--\n\nHow many Thread objects are alive."},
    {"activeCount", active_count_camel, METH_NOARGS,
     "activeCount()\n--\n\nDeprecated alias of active_count."},
    {"settrace", settrace, METH_O,
     "settrace($module, func, /)\n--\n\nSet a trace function for threads started from now on."},
    {"gettrace", gettrace, METH_NOARGS, "gettrace()\n--\n\nThe trace function set by settrace()."},
    {"setprofile", setprofile, METH_O,
     "setprofile($module, func, /)\n--\n\nSet a profile function for threads started from now on."},
    {"getprofile", getprofile, METH_NOARGS,
     "getprofile()\n--\n\nThe profile function set by setprofile()."},
    {"_register_atexit", with_keywords(register_atexit), METH_VARARGS | METH_KEYWORDS,
     "Call a function before the threads are joined at exit."},
    {"_shutdown", shutdown, METH_NOARGS, "Wait for the non-daemon threads."},
    {"_after_fork", after_fork, METH_NOARGS, nullptr},
    {"_newname", newname, METH_O, nullptr},
    {"_maintain_shutdown_locks", maintain_locks, METH_NOARGS, nullptr},
    {"_make_invoke_excepthook", make_hook, METH_NOARGS, nullptr},
    {nullptr, nullptr, 0, nullptr}};

// What threading takes over from other modules, under which name.
struct Taken {
    const char* name;
    const char* module;
    const char* original;  // nullptr: the module itself
};
constexpr Taken taken[] = {{"Lock", "_thread", "allocate_lock"},
                           {"_allocate_lock", "_thread", "allocate_lock"},
                           {"get_ident", "_thread", "get_ident"},
                           {"get_native_id", "_thread", "get_native_id"},
                           {"stack_size", "_thread", "stack_size"},
                           {"ThreadError", "_thread", "error"},
                           {"local", "_thread", "_local"},
                           {"TIMEOUT_MAX", "_thread", "TIMEOUT_MAX"},
                           {"excepthook", "_thread", "_excepthook"},
                           {"__excepthook__", "_thread", "_excepthook"},
                           {"ExceptHookArgs", "_thread", "_ExceptHookArgs"},
                           {"_start_new_thread", "_thread", "start_new_thread"},
                           {"_set_sentinel", "_thread", "_set_sentinel"},
                           {"_CRLock", "_thread", "RLock"},
                           {"_os", "os", nullptr},
                           {"_sys", "sys", nullptr},
                           {"functools", "functools", nullptr},
                           {"_time", "time", "monotonic"},
                           {"WeakSet", "_weakrefset", "WeakSet"},
                           {"_deque", "_collections", "deque"},
                           {"_islice", "itertools", "islice"},
                           {"_count", "itertools", "count"}};

constexpr std::pair<const char*, PyObject* (*)()> types[] = {
    {"Thread", thread_type},
    {"Timer", timer_type},
    {"_MainThread", main_thread_type},
    {"_DummyThread", dummy_thread_type},
    {"_RLock", python_rlock_type},
    {"_PyRLock", python_rlock_type},
    {"Condition", condition_type},
    {"Semaphore", semaphore_type},
    {"BoundedSemaphore", bounded_semaphore_type},
    {"Event", event_type},
    {"Barrier", barrier_type}};

constexpr const char* public_names[] = {
    "get_ident",    "active_count",     "Condition",      "current_thread", "enumerate",
    "main_thread",  "TIMEOUT_MAX",      "Event",          "Lock",           "RLock",
    "Semaphore",    "BoundedSemaphore", "Thread",         "Barrier",        "BrokenBarrierError",
    "Timer",        "ThreadError",      "setprofile",     "settrace",       "local",
    "stack_size",   "excepthook",       "ExceptHookArgs", "gettrace",       "getprofile",
    "get_native_id"};

// A function of Python, not of C, so that it looks like one: threading.Lock is the other way round.
constexpr const char* rlock_source =
    "def RLock(*args, **kwargs):\n"
    "    return _PyRLock(*args, **kwargs) if _CRLock is None else _CRLock(*args, **kwargs)\n";

void take_over() {
    for (const auto& [name, module_name, original] : taken) {
        const Ref module = checked(PyImport_ImportModule(module_name));
        set_global(name, original ? attribute(module.get(), original).get() : module.get());
    }
}

void add_types() {
    for (const auto& [name, type] : types)
        set_global(name, checked(type()).get());
    const Ref broken =
        checked(PyErr_NewException("threading.BrokenBarrierError", PyExc_RuntimeError, nullptr));
    set_global("BrokenBarrierError", broken.get());
    set_broken_barrier_error(Py_NewRef(broken.get()));
    const Ref code =
        checked(Py_CompileStringObject(rlock_source, threading_file(), Py_file_input, nullptr, -1));
    checked(PyEval_EvalCode(code.get(), threading_globals(), threading_globals()));
}

void add_variables() {
    const Ref numbers = checked(PyObject_CallFunction(global("_count").get(), "i", 1));
    set_global("_counter", attribute(numbers.get(), "__next__").get());
    for (const char* name : {"_active", "_limbo"})
        set_global(name, checked(PyDict_New()).get());
    set_global("_dangling", checked(PyObject_CallNoArgs(global("WeakSet").get())).get());
    set_global("_threading_atexits", checked(PyList_New(0)).get());
    for (const char* name : {"_trace_hook", "_profile_hook"})
        set_global(name, Py_None);
    set_global("_SHUTTING_DOWN", Py_False);
    set_global("_HAVE_THREAD_NATIVE_ID", Py_True);
    make_locks();
    Ref all = checked(PyList_New(0));
    for (const char* name : public_names)
        if (PyList_Append(all.get(), checked(PyUnicode_FromString(name)).get()) < 0)
            throw PythonError();
    set_global("__all__", all.get());
}

// The file that CPython's module is read from, and that entries of tracebacks name. This module is
// not, but is taken for that one by whoever looks where it is.
void add_file() {
    const Ref builtins = checked(PyImport_ImportModule("builtins"));
    set_global("__builtins__", checked(PyObject_GetAttrString(builtins.get(), "__dict__")).get());
    set_global("__file__", threading_file());
    const Ref importlib = checked(PyImport_ImportModule("_frozen_importlib_external"));
    set_global("__cached__", checked(PyObject_CallMethod(importlib.get(), "cache_from_source", "O",
                                                         threading_file()))
                                 .get());
}

int fill(PyObject* module) {
    return guarded_int([&] {
        set_threading_globals(PyModule_GetDict(module));
        add_file();
        take_over();
        add_types();
        add_variables();
        set_global("_main_thread", checked(make_main_thread_object()).get());
        const Ref after = attribute(module, "_after_fork");
        const Ref arguments = checked(PyTuple_New(0));
        const Ref keywords = checked(Py_BuildValue("{s:O}", "after_in_child", after.get()));
        checked(PyObject_Call(attribute(global("_os").get(), "register_at_fork").get(),
                              arguments.get(), keywords.get()));
        return 0;
    });
}

PyModuleDef_Slot module_slots[] = {{Py_mod_exec, slot(fill)}, {0, nullptr}};
PyModuleDef definition = {PyModuleDef_HEAD_INIT,
                          "threading",
                          "Thread-based parallelism, on virtual time.",
                          0,
                          functions,
                          module_slots,
                          nullptr,
                          nullptr,
                          nullptr};

}  // namespace

PyObject* init_threading_module() {
    return PyModuleDef_Init(&definition);
}

}  // namespace turnwise::python
