// threading: the module that the program imports.
#include "core/python/python_thread.h"
#include "core/sched/scheduler.h"
#include "core/python/lock_types.h"
#include "core/python/modules.h"
#include "core/python/primitive_object.h"
#include "core/python/sync_types.h"
#include "core/python/short_repr.h"
#include "core/python/thread_type.h"
#include "core/python/type_building.h"
#include "core/threading/timeout.h"

namespace turnwise::python {

using sched::Scheduler;

namespace {

PyObject* main_thread_object = nullptr;
std::vector<Ref>& exit_functions() {
    static std::vector<Ref> functions;
    return functions;
}
bool shut_down = false;

PyObject* current_thread(PyObject*, PyObject*) {
    return guarded([] { return thread_object_of(Scheduler::current().running()); });
}

PyObject* main_thread(PyObject*, PyObject*) {
    return Py_NewRef(main_thread_object);
}

PyObject* enumerate(PyObject*, PyObject*) {
    return guarded([]() -> PyObject* {
        Ref list = Ref::take(PyList_New(0));
        for (const auto& thread : Scheduler::current().threads()) {
            auto* object = static_cast<PyObject*>(thread->object);
            if (thread->is_alive() && object && PyList_Append(list.get(), object) < 0) return nullptr;
        }
        return list.release();
    });
}

PyObject* active_count(PyObject* module, PyObject*) {
    const Ref list = Ref::take(enumerate(module, nullptr));
    return list ? PyLong_FromSsize_t(PyList_GET_SIZE(list.get())) : nullptr;
}

PyObject* deprecated(PyObject* (*function)(PyObject*, PyObject*), PyObject* module, const char* text) {
    if (PyErr_WarnEx(PyExc_DeprecationWarning, text, 1) < 0) return nullptr;
    return function(module, nullptr);
}

PyObject* current_thread_camel(PyObject* module, PyObject*) {
    return deprecated(current_thread, module,
                      "currentThread() is deprecated, use current_thread() instead");
}

PyObject* active_count_camel(PyObject* module, PyObject*) {
    return deprecated(active_count, module, "activeCount() is deprecated, use active_count() instead");
}

PyObject* make_rlock(PyObject*, PyObject* args, PyObject* kwargs) {
    const Ref type = Ref::take(rlock_type());
    return PyObject_Call(type.get(), args, kwargs);
}

// The hook for threads started from now on; the trace tells of it.
PyObject* set_hook(const char* name, PyObject*& hook, PyObject* function) {
    Scheduler& scheduler = Scheduler::current();
    if (scheduler.recorder()) {
        trace::Event record = scheduler.event(trace::EventKind::hook_set);
        record.text = scheduler.intern(name);
        if (function != Py_None) record.detail = scheduler.intern(short_repr(function));
        scheduler.record(record);
    }
    Py_XSETREF(hook, Py_NewRef(function));
    return Py_NewRef(Py_None);
}

PyObject* settrace(PyObject*, PyObject* function) {
    return set_hook("threading.settrace", thread_hooks().trace, function);
}
PyObject* setprofile(PyObject*, PyObject* function) {
    return set_hook("threading.setprofile", thread_hooks().profile, function);
}
PyObject* gettrace(PyObject*, PyObject*) {
    return Py_NewRef(thread_hooks().trace ? thread_hooks().trace : Py_None);
}
PyObject* getprofile(PyObject*, PyObject*) {
    return Py_NewRef(thread_hooks().profile ? thread_hooks().profile : Py_None);
}

PyObject* register_atexit(PyObject*, PyObject* args, PyObject* kwargs) {
    if (shut_down) {
        PyErr_SetString(PyExc_RuntimeError, "can't register atexit after shutdown");
        return nullptr;
    }
    if (PyTuple_GET_SIZE(args) == 0) {
        PyErr_SetString(PyExc_TypeError, "_register_atexit() missing 1 required positional argument: 'func'");
        return nullptr;
    }
    const Ref functools = Ref::take(PyImport_ImportModule("functools"));
    const Ref partial = functools ? Ref::take(PyObject_GetAttrString(functools.get(), "partial")) : Ref();
    Ref call = partial ? Ref::take(PyObject_Call(partial.get(), args, kwargs)) : Ref();
    if (!call) return nullptr;
    exit_functions().push_back(std::move(call));
    return Py_NewRef(Py_None);
}

// Called when the main thread has ended: runs what _register_atexit was given, then waits for the
// non-daemon threads.
PyObject* shutdown(PyObject*, PyObject*) {
    return guarded([]() -> PyObject* {
        if (shut_down) return Py_NewRef(Py_None);
        shut_down = true;
        while (!exit_functions().empty()) {
            const Ref function = std::move(exit_functions().back());
            exit_functions().pop_back();
            if (!Ref::take(PyObject_CallNoArgs(function.get()))) return nullptr;
        }
        Scheduler::current().join_non_daemons();
        return Py_NewRef(Py_None);
    });
}

PyMethodDef functions[] = {
    {"current_thread", current_thread, METH_NOARGS, "The Thread object of the calling thread."},
    {"currentThread", current_thread_camel, METH_NOARGS, "Deprecated alias of current_thread."},
    {"main_thread", main_thread, METH_NOARGS, "The Thread object of the main thread."},
    {"enumerate", enumerate, METH_NOARGS, "A list of all Thread objects that are alive."},
    {"active_count", active_count, METH_NOARGS, "How many Thread objects are alive."},
    {"activeCount", active_count_camel, METH_NOARGS, "Deprecated alias of active_count."},
    {"RLock", with_keywords(make_rlock), METH_VARARGS | METH_KEYWORDS, "A new reentrant lock."},
    {"settrace", settrace, METH_O, "Set a trace function for threads started from now on."},
    {"gettrace", gettrace, METH_NOARGS, "The trace function set by settrace()."},
    {"setprofile", setprofile, METH_O, "Set a profile function for threads started from now on."},
    {"getprofile", getprofile, METH_NOARGS, "The profile function set by setprofile()."},
    {"_register_atexit", with_keywords(register_atexit), METH_VARARGS | METH_KEYWORDS,
     "Call a function before the threads are joined at exit."},
    {"_shutdown", shutdown, METH_NOARGS, "Wait for the non-daemon threads."},
    {nullptr, nullptr, 0, nullptr}};

// What threading takes over from _thread, under which name.
constexpr std::pair<const char*, const char*> from_thread[] = {
    {"Lock", "allocate_lock"},         {"_allocate_lock", "allocate_lock"},
    {"get_ident", "get_ident"},        {"get_native_id", "get_native_id"},
    {"stack_size", "stack_size"},      {"ThreadError", "error"},
    {"local", "_local"},               {"TIMEOUT_MAX", "TIMEOUT_MAX"},
    {"excepthook", "_excepthook"},     {"__excepthook__", "_excepthook"},
    {"ExceptHookArgs", "_ExceptHookArgs"}, {"_start_new_thread", "start_new_thread"}};

constexpr std::pair<const char*, PyObject* (*)()> types[] = {
    {"Thread", thread_type},
    {"Timer", timer_type},
    {"_MainThread", main_thread_type},
    {"_DummyThread", dummy_thread_type},
    {"Condition", condition_type},
    {"Semaphore", semaphore_type},
    {"BoundedSemaphore", bounded_semaphore_type},
    {"Event", event_type},
    {"Barrier", barrier_type}};

constexpr const char* public_names[] = {
    "get_ident",    "active_count", "Condition",    "current_thread", "enumerate",     "main_thread",
    "TIMEOUT_MAX",  "Event",        "Lock",         "RLock",          "Semaphore",     "BoundedSemaphore",
    "Thread",       "Barrier",      "BrokenBarrierError", "Timer",    "ThreadError",   "setprofile",
    "settrace",     "local",        "stack_size",   "excepthook",     "ExceptHookArgs", "getprofile",
    "gettrace",     "get_native_id"};

bool add_all(PyObject* module) {
    Ref all = Ref::take(PyList_New(0));
    for (const char* name : public_names) {
        const Ref text = Ref::take(PyUnicode_FromString(name));
        if (!text || PyList_Append(all.get(), text.get()) < 0) return false;
    }
    return PyModule_AddObjectRef(module, "__all__", all.get()) == 0;
}

int fill(PyObject* module) {
    const Ref thread = Ref::take(PyImport_ImportModule("_thread"));
    if (!thread) return -1;
    for (const auto& [name, original] : from_thread) {
        const Ref value = Ref::take(PyObject_GetAttrString(thread.get(), original));
        if (!value || PyModule_AddObjectRef(module, name, value.get()) < 0) return -1;
    }
    for (const auto& [name, type] : types) {
        const Ref object = Ref::take(type());
        if (!object || PyModule_AddObjectRef(module, name, object.get()) < 0) return -1;
    }
    const Ref broken = Ref::take(
        PyErr_NewException("threading.BrokenBarrierError", PyExc_RuntimeError, nullptr));
    if (!broken || PyModule_AddObjectRef(module, "BrokenBarrierError", broken.get()) < 0) return -1;
    set_broken_barrier_error(Py_NewRef(broken.get()));
    main_thread_object = make_main_thread_object();
    if (!main_thread_object || PyModule_AddObjectRef(module, "_main_thread", main_thread_object) < 0)
        return -1;
    if (PyModule_AddObjectRef(module, "_HAVE_THREAD_NATIVE_ID", Py_True) < 0) return -1;
    return add_all(module) ? 0 : -1;
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
