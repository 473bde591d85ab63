#include "core/python/thread_type.h"

#include <fmt/format.h>
#include <Python.h>
#include <structmember.h>

#include <cstddef>

#include "core/python/exception_text.h"
#include "core/python/python_thread.h"
#include "core/sched/scheduler.h"
#include "core/python/primitive_object.h"
#include "core/python/type_building.h"
#include "core/threading/thread_rules.h"

namespace turnwise::python {

using sched::Scheduler;
using trace::EventKind;

namespace {

struct ThreadObject {
    PyObject_HEAD
    PyObject* dict;
    PyObject* weakrefs;
    sched::ThreadControl* control;  // owned by the scheduler; nullptr before __init__
};

std::uint64_t name_counter = 0;
std::uint64_t dummy_counter = 0;

ThreadObject* layout(PyObject* self) {
    return reinterpret_cast<ThreadObject*>(self);
}

sched::ThreadControl& control_or(PyObject* self, const char* error) {
    if (sched::ThreadControl* control = layout(self)->control) return *control;
    PyErr_SetString(PyExc_RuntimeError, error);
    throw PythonError();
}

std::string utf8(PyObject* text) {
    const char* bytes = PyUnicode_AsUTF8(text);
    if (!bytes) throw PythonError();
    return bytes;
}

Ref checked(PyObject* object) {
    Ref ref = Ref::take(object);
    if (!ref) throw PythonError();
    return ref;
}

// "Thread-3 (task)": the number, and the target's name where it has one.
std::string default_name(PyObject* target) {
    std::string name = fmt::format("Thread-{}", ++name_counter);
    if (target == Py_None) return name;
    const Ref target_name = Ref::take(PyObject_GetAttrString(target, "__name__"));
    if (target_name) return fmt::format("{} ({})", name, utf8(checked(PyObject_Str(target_name.get())).get()));
    if (!PyErr_ExceptionMatches(PyExc_AttributeError)) throw PythonError();
    PyErr_Clear();
    return name;
}

bool inherited_daemon() {
    return Scheduler::current().running().daemon;
}

// Installs what threading.settrace and setprofile were given, through sys, as CPython does.
void install_hooks() {
    auto install = [](const char* setter, PyObject* hook) {
        if (!hook) return;
        PyObject* function = PySys_GetObject(setter);
        if (function && !Ref::take(PyObject_CallOneArg(function, hook))) PyErr_WriteUnraisable(function);
    };
    install("settrace", thread_hooks().trace);
    install("setprofile", thread_hooks().profile);
}

// The activity of a started Thread object. True if an exception ended it.
bool run_thread_object(PyObject* self) {
    install_hooks();
    if (Ref::take(PyObject_CallMethod(self, "run", nullptr))) return false;
    return report_thread_exception(self);
}

void give_control(PyObject* self, std::string name, bool daemon) {
    layout(self)->control = &create_thread(std::move(name), daemon);
}

int init(PyObject* self, PyObject* args, PyObject* kwargs) {
    static const char* names[] = {"group", "target", "name", "args", "kwargs", "daemon", nullptr};
    return guarded_int([&] {
        PyObject* group = Py_None;
        PyObject* target = Py_None;
        PyObject* name = Py_None;
        PyObject* arguments = nullptr;
        PyObject* keywords = Py_None;
        PyObject* daemon = Py_None;
        if (!PyArg_ParseTupleAndKeywords(args, kwargs, "|OOOOO$O:__init__", const_cast<char**>(names),
                                         &group, &target, &name, &arguments, &keywords, &daemon))
            return -1;
        if (group != Py_None) {
            PyErr_SetString(PyExc_AssertionError, "group argument must be None for now");
            return -1;
        }
        const std::string text = name != Py_None ? utf8(checked(PyObject_Str(name)).get()) : "";
        const int is_daemon = daemon == Py_None ? inherited_daemon() : PyObject_IsTrue(daemon);
        if (is_daemon < 0) return -1;
        give_control(self, text.empty() ? default_name(target) : text, is_daemon != 0);
        set_attribute(self, "_target", target);
        set_attribute(self, "_args", arguments ? arguments : checked(PyTuple_New(0)).get());
        set_attribute(self, "_kwargs",
                      keywords == Py_None ? checked(PyDict_New()).get() : keywords);
        return 0;
    });
}

PyObject* start(PyObject* self, PyObject*) {
    return guarded([&] {
        sched::ThreadControl& control = control_or(self, "thread.__init__() not called");
        if (control.state == sched::RunState::created) {
            control.object = self;
            // The running thread keeps its object alive.
            auto body = [object = Ref::retain(self)]() mutable {
                const Ref self_until_the_end = std::move(object);
                return run_thread_object(self_until_the_end.get());
            };
            python_thread(control).body = std::move(body);
        }
        threading::start_thread(control);
        return Py_NewRef(Py_None);
    });
}

// What the thread does, unless a subclass says so itself; afterwards target and arguments are let go.
PyObject* run(PyObject* self, PyObject*) {
    return guarded([&] {
        const Ref target = checked(PyObject_GetAttrString(self, "_target"));
        Ref result = Ref::retain(Py_None);
        if (target.get() != Py_None) {
            const Ref given = checked(PyObject_GetAttrString(self, "_args"));
            const Ref arguments = checked(PySequence_Tuple(given.get()));
            const Ref keywords = checked(PyObject_GetAttrString(self, "_kwargs"));
            result = Ref::take(PyObject_Call(target.get(), arguments.get(), keywords.get()));
        }
        PyObject *type, *value, *traceback;
        PyErr_Fetch(&type, &value, &traceback);
        for (const char* name : {"_target", "_args", "_kwargs"})
            if (PyObject_DelAttrString(self, name) < 0) PyErr_Clear();
        PyErr_Restore(type, value, traceback);
        return result ? Py_NewRef(Py_None) : nullptr;
    });
}

PyObject* join(PyObject* self, PyObject* args, PyObject* kwargs) {
    static const char* names[] = {"timeout", nullptr};
    return guarded([&]() -> PyObject* {
        PyObject* timeout = Py_None;
        if (!PyArg_ParseTupleAndKeywords(args, kwargs, "|O:join", const_cast<char**>(names), &timeout))
            return nullptr;
        threading::join_thread(thread_control(self), optional_seconds_from(timeout));
        return Py_NewRef(Py_None);
    });
}

PyObject* is_alive(PyObject* self, PyObject*) {
    return guarded([&] {
        Scheduler::current().point(trace::Operation::test);
        return PyBool_FromLong(thread_control(self).is_alive());
    });
}

PyObject* get_name(PyObject* self, void*) {
    return guarded([&] {
        const std::string& name = thread_control(self).name;
        return PyUnicode_FromStringAndSize(name.data(), static_cast<Py_ssize_t>(name.size()));
    });
}

int set_name(PyObject* self, PyObject* value, void*) {
    return guarded_int([&] {
        if (!value) {
            PyErr_SetString(PyExc_AttributeError, "can't delete attribute");
            return -1;
        }
        threading::rename_thread(thread_control(self), utf8(checked(PyObject_Str(value)).get()));
        return 0;
    });
}

PyObject* get_daemon(PyObject* self, void*) {
    return guarded([&] { return PyBool_FromLong(thread_control(self).daemon); });
}

int set_daemon(PyObject* self, PyObject* value, void*) {
    return guarded_int([&] {
        const int daemon = value ? PyObject_IsTrue(value) : -1;
        if (daemon < 0) return -1;
        threading::set_thread_daemon(thread_control(self), daemon != 0);
        return 0;
    });
}

PyObject* get_ident(PyObject* self, void*) {
    return guarded([&] {
        const std::int64_t ident = thread_control(self).ident;
        return ident == 0 ? Py_NewRef(Py_None) : PyLong_FromLongLong(ident);
    });
}

template <int (*setter)(PyObject*, PyObject*, void*), typename Text>
PyObject* deprecated_set(PyObject* self, PyObject* value, Text text) {
    if (PyErr_WarnEx(PyExc_DeprecationWarning, text, 1) < 0) return nullptr;
    return setter(self, value, nullptr) < 0 ? nullptr : Py_NewRef(Py_None);
}

PyObject* deprecated_get(PyObject* self, const char* attribute, const char* text) {
    if (PyErr_WarnEx(PyExc_DeprecationWarning, text, 1) < 0) return nullptr;
    return PyObject_GetAttrString(self, attribute);
}

PyObject* get_name_camel(PyObject* self, PyObject*) {
    return deprecated_get(self, "name", "getName() is deprecated, get the name attribute instead");
}
PyObject* set_name_camel(PyObject* self, PyObject* value) {
    return deprecated_set<set_name>(self, value,
                                    "setName() is deprecated, set the name attribute instead");
}
PyObject* is_daemon_camel(PyObject* self, PyObject*) {
    return deprecated_get(self, "daemon", "isDaemon() is deprecated, get the daemon attribute instead");
}
PyObject* set_daemon_camel(PyObject* self, PyObject* value) {
    return deprecated_set<set_daemon>(self, value,
                                      "setDaemon() is deprecated, set the daemon attribute instead");
}

PyObject* repr(PyObject* self) {
    return guarded([&] {
        const sched::ThreadControl& control = thread_control(self);
        std::string status = control.state == sched::RunState::created ? "initial"
                             : control.state == sched::RunState::ended ? "stopped"
                                                                       : "started";
        if (control.daemon) status += " daemon";
        if (control.ident) status += fmt::format(" {}", control.ident);
        const Ref type = checked(PyObject_GetAttrString((PyObject*)Py_TYPE(self), "__name__"));
        return PyUnicode_FromFormat("<%U(%s, %s)>", type.get(), control.name.c_str(), status.c_str());
    });
}

void dealloc(PyObject* self) {
    PyTypeObject* type = Py_TYPE(self);
    PyObject_GC_UnTrack(self);
    if (layout(self)->weakrefs) PyObject_ClearWeakRefs(self);
    if (layout(self)->control && layout(self)->control->object == self)
        layout(self)->control->object = nullptr;
    Py_CLEAR(layout(self)->dict);
    type->tp_free(self);
    Py_DECREF(type);
}

int traverse(PyObject* self, visitproc visit, void* arg) {
    Py_VISIT(Py_TYPE(self));
    Py_VISIT(layout(self)->dict);
    return 0;
}

int clear(PyObject* self) {
    Py_CLEAR(layout(self)->dict);
    return 0;
}

PyMemberDef members[] = {
    {"__weaklistoffset__", T_PYSSIZET, offsetof(ThreadObject, weakrefs), READONLY, nullptr},
    {"__dictoffset__", T_PYSSIZET, offsetof(ThreadObject, dict), READONLY, nullptr},
    {nullptr, 0, 0, 0, nullptr}};

PyMethodDef methods[] = {
    {"start", start, METH_NOARGS, "start()\n\nStart the thread; returns when it runs. Only once."},
    {"run", run, METH_NOARGS, "run()\n\nWhat the thread does; override it in a subclass."},
    {"join", with_keywords(join), METH_VARARGS | METH_KEYWORDS,
     "join(timeout=None)\n\nWait until the thread has ended, or for timeout seconds."},
    {"is_alive", is_alive, METH_NOARGS, "is_alive() -> bool\n\nWhether it was started and has not ended."},
    {"getName", get_name_camel, METH_NOARGS, "Deprecated: use the name attribute."},
    {"setName", set_name_camel, METH_O, "Deprecated: use the name attribute."},
    {"isDaemon", is_daemon_camel, METH_NOARGS, "Deprecated: use the daemon attribute."},
    {"setDaemon", set_daemon_camel, METH_O, "Deprecated: use the daemon attribute."},
    {nullptr, nullptr, 0, nullptr}};

PyGetSetDef getset[] = {
    {"__dict__", PyObject_GenericGetDict, PyObject_GenericSetDict, nullptr, nullptr},
    {"name", get_name, set_name, "A string that identifies the thread to people.", nullptr},
    {"daemon", get_daemon, set_daemon, "Whether the program may end while the thread runs.", nullptr},
    {"ident", get_ident, nullptr, "The thread's identifier; None before start().", nullptr},
    {"native_id", get_ident, nullptr, "As the operating system would number it.", nullptr},
    {nullptr, nullptr, nullptr, nullptr, nullptr}};

PyObject* make_type() {
    PyType_Slot slots[] = {{Py_tp_dealloc, slot(dealloc)},
                           {Py_tp_traverse, slot(traverse)},
                           {Py_tp_clear, slot(clear)},
                           {Py_tp_init, slot(init)},
                           {Py_tp_repr, slot(repr)},
                           {Py_tp_methods, methods},
                           {Py_tp_members, members},
                           {Py_tp_getset, getset},
                           {Py_tp_doc, text_slot("An activity that runs in a thread of its own.")},
                           {0, nullptr}};
    PyType_Spec spec = {"threading.Thread", sizeof(ThreadObject), 0,
                        Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_BASETYPE, slots};
    return PyType_FromSpec(&spec);
}

// A Thread object for a thread that runs already.
PyObject* wrap(PyObject* type, sched::ThreadControl& control) {
    auto* class_object = reinterpret_cast<PyTypeObject*>(type);
    PyObject* self = class_object->tp_alloc(class_object, 0);
    if (!self) return nullptr;
    layout(self)->control = &control;
    control.object = self;
    return self;
}

PyObject* make_subtype(const char* name, const char* doc) {
    PyType_Slot slots[] = {{Py_tp_doc, text_slot(doc)}, {0, nullptr}};
    PyType_Spec spec = {name, 0, 0,
                        Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE, slots};
    return PyType_FromSpecWithBases(&spec, Ref::take(thread_type()).get());
}

}  // namespace

PyObject* thread_type() {
    static PyObject* type = make_type();
    return Py_XNewRef(type);
}

bool is_thread_object(PyObject* object) {
    static auto* type = reinterpret_cast<PyTypeObject*>(thread_type());
    return type && PyObject_TypeCheck(object, type);
}

sched::ThreadControl& thread_control(PyObject* thread) {
    return control_or(thread, "Thread.__init__() not called");
}

PyObject* main_thread_type() {
    static PyObject* type = make_subtype("threading._MainThread", "The thread that Python began in.");
    return Py_XNewRef(type);
}

PyObject* dummy_thread_type() {
    static PyObject* type =
        make_subtype("threading._DummyThread", "A thread that was not started by threading.");
    return Py_XNewRef(type);
}

PyObject* make_main_thread_object() {
    const Ref type = Ref::take(main_thread_type());
    return wrap(type.get(), *Scheduler::current().threads().front());
}

PyObject* thread_object_of(sched::ThreadControl& thread) {
    if (thread.object) return Py_NewRef(static_cast<PyObject*>(thread.object));
    const Ref type = Ref::take(dummy_thread_type());
    PyObject* dummy = wrap(type.get(), thread);
    if (!dummy) return nullptr;
    threading::rename_thread(thread, fmt::format("Dummy-{}", ++dummy_counter));
    threading::record_of(EventKind::thread_daemon, thread, 1);
    thread.daemon = true;
    return Py_NewRef(dummy);  // one reference stays with the thread, as in threading._active
}

ThreadHooks& thread_hooks() {
    static ThreadHooks hooks;
    return hooks;
}

bool report_thread_exception(PyObject* thread) {
    const bool is_exit = PyErr_ExceptionMatches(PyExc_SystemExit) != 0;
    PyObject *type, *value, *traceback;
    PyErr_Fetch(&type, &value, &traceback);
    PyErr_NormalizeException(&type, &value, &traceback);
    if (traceback) PyException_SetTraceback(value, traceback);
    if (!is_exit) record_exception(value);
    const Ref arguments = Ref::take(Py_BuildValue("(NNNO)", type, value,
                                                  traceback ? traceback : Py_NewRef(Py_None), thread));
    const Ref module = Ref::take(PyImport_ImportModule("threading"));
    const Ref make = module ? Ref::take(PyObject_GetAttrString(module.get(), "ExceptHookArgs")) : Ref();
    const Ref details = make ? Ref::take(PyObject_CallOneArg(make.get(), arguments.get())) : Ref();
    const Ref hook = details ? Ref::take(PyObject_GetAttrString(module.get(), "excepthook")) : Ref();
    if (!hook || !Ref::take(PyObject_CallOneArg(hook.get(), details.get()))) {
        PySys_WriteStderr("Exception in threading.excepthook:\n");
        PyErr_PrintEx(0);
    }
    return !is_exit;
}

}  // namespace turnwise::python
