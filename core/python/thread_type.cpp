// The class Thread: how an object is made, and its attributes.
#include "core/python/thread_type.h"
#include "core/python/accesses.h"

#include <structmember.h>

#include <array>
#include <cstddef>

#include "core/python/arguments.h"
#include "core/python/checked.h"
#include "core/python/cpython_3_11.h"
#include "core/python/explored_program.h"
#include "core/python/primitive_object.h"
#include "core/python/python_like_object.h"
#include "core/python/python_thread.h"
#include "core/python/sync_types.h"
#include "core/python/thread_object.h"
#include "core/python/threading_globals.h"
#include "core/python/type_building.h"
#include "core/python/utf8.h"
#include "core/threading/thread_rules.h"

namespace turnwise::python {

namespace {

// "Thread-3 (task)": the number, and the target's name where it has one.
Ref default_name(PyObject* target) {
    const std::string name = new_name("Thread-");
    if (target == Py_None) return text_of(name);
    const Ref target_name = Ref::take(PyObject_GetAttr(target, interned("__name__")));
    if (target_name && PyUnicode_CheckExact(target_name.get()) &&
        PyUnicode_IS_ASCII(target_name.get()))
        return text_of(name + " (" + utf8(target_name.get()) + ")");
    if (target_name)
        return checked(PyUnicode_FromFormat("%s (%S)", name.c_str(), target_name.get()));
    if (!PyErr_ExceptionMatches(PyExc_AttributeError)) throw PythonError();
    PyErr_Clear();
    return text_of(name);
}

// The Event that is set when the thread has begun: the thread's own affair, which no trace shows.
Ref make_started_event() {
    const Ref type = Ref::take(event_type());
    Ref event = checked(PyObject_CallNoArgs(type.get()));
    checked_primitive(event.get()).internal = true;
    return event;
}

void remember_dangling(PyObject* self) {
    if (ExploredProgram::current()) return;  // only a fork, which no search survives, asks for it
    const Ref dangling = global("_dangling");
    const Untraced untraced;
    checked(PyObject_CallMethod(dangling.get(), "add", "O", self));
}

// All that a Thread keeps, in CPython's order.
constexpr std::array attribute_names = {
    "_target",           "_name",        "_args",    "_kwargs",     "_daemonic",    "_ident",
    "_native_id",        "_tstate_lock", "_started", "_is_stopped", "_initialized", "_stderr",
    "_invoke_excepthook"};
using AttributeValues = std::array<PyObject*, attribute_names.size()>;

PyObject* blank_attributes() {
    static PyObject* blank = [] {
        Ref dict = checked(PyDict_New());
        for (const char* name : attribute_names)
            if (PyDict_SetItem(dict.get(), interned(name), Py_None) < 0) throw PythonError();
        return dict.release();
    }();
    return blank;
}

// Whether `self.name = value` puts the value into the object's dict, for all of those names.
bool keeps_all_in_dict(PyTypeObject* type) {
    static unsigned known = 0;  // the version of a class that does
    if (known != 0 && type->tp_version_tag == known &&
        PyType_HasFeature(type, Py_TPFLAGS_VALID_VERSION_TAG))
        return true;
    if (type->tp_setattro != PyObject_GenericSetAttr) return false;
    for (const char* name : attribute_names)
        if (PyObject* described = _PyType_Lookup(type, interned(name));
            described && Py_TYPE(described)->tp_descr_set)
            return false;
    known = PyType_HasFeature(type, Py_TPFLAGS_VALID_VERSION_TAG) ? type->tp_version_tag : 0;
    return true;
}

// Nearly always all at once: the new object's dict is made of them.
void set_attributes(PyObject* self, const AttributeValues& values) {
    PyObject*& dict = thread_layout(self)->dict;
    const bool is_in_use = dict && (Py_REFCNT(dict) > 1 || PyDict_GET_SIZE(dict) > 0);
    if (!is_in_use && keeps_all_in_dict(Py_TYPE(self))) {
        Py_XSETREF(dict, checked(tw_dict_like(blank_attributes(), values.data())).release());
        return;
    }
    for (std::size_t i = 0; i < values.size(); ++i)
        set_attribute(self, attribute_names[i], values[i]);
}

int init(PyObject* self, PyObject* args, PyObject* kwargs) {
    static const Signature signature("Thread.__init__",
                                     {"group", "target", "name", "args", "kwargs", "daemon"}, 0, 1);
    return guarded_int([&] {
        const auto [group, target_given, name_given, arguments, keywords, daemon_given] =
            signature.bind<6>(args, kwargs);
        if (group && group != Py_None) {
            PyErr_SetString(PyExc_AssertionError, "group argument must be None for now");
            return -1;
        }
        PyObject* target = target_given ? target_given : Py_None;
        const bool has_name = name_given && is_true(name_given);
        const Ref name = has_name ? checked(PyObject_Str(name_given)) : default_name(target);
        const bool is_inherited = !daemon_given || daemon_given == Py_None;
        const Ref daemon = is_inherited ? daemon_of(Ref::take(current_thread_object()).get())
                                        : Ref::retain(daemon_given);
        thread_layout(self)->control = &create_thread(utf8(name.get()), is_true(daemon.get()));
        const Ref no_arguments = checked(PyTuple_New(0));
        const Ref no_keywords = checked(PyDict_New());
        initialize_thread(self, target, name.get(), arguments ? arguments : no_arguments.get(),
                          !keywords || keywords == Py_None ? no_keywords.get() : keywords,
                          daemon.get());
        return 0;
    });
}

PyObject* get_name(PyObject* self, void*) {
    return guarded([&] {
        assert_initialized(self);
        return attribute(self, "_name").release();
    });
}

int set_name(PyObject* self, PyObject* value, void*) {
    return guarded_int([&] {
        if (!value) return no_setter(self, value, text_slot("name"));
        assert_initialized(self);
        const Ref name = checked(PyObject_Str(value));
        set_attribute(self, "_name", name.get());
        if (thread_layout(self)->control)
            threading::rename_thread(*thread_layout(self)->control, utf8(name.get()));
        return 0;
    });
}

PyObject* get_daemon(PyObject* self, void*) {
    return guarded([&] {
        assert_initialized(self);
        return attribute(self, "_daemonic").release();
    });
}

int set_daemon(PyObject* self, PyObject* value, void*) {
    return guarded_int([&] {
        if (!value) return no_setter(self, value, text_slot("daemon"));
        require_initialized(self);
        const bool is_daemon = is_true(value);
        sched::ThreadControl* control = thread_layout(self)->control;
        if (has_started(self) && !control) {
            PyErr_SetString(PyExc_RuntimeError, "cannot set daemon status of active thread");
            return -1;
        }
        if (control) threading::set_thread_daemon(*control, is_daemon);
        set_attribute(self, "_daemonic", value);
        return 0;
    });
}

void look_at_other_thread(PyObject* self) {
    if (thread_layout(self)->control != &sched::Scheduler::current().running())
        before_look_at_threads();
}

template <const char* const& name>
PyObject* get_known(PyObject* self, void*) {
    return guarded([&] {
        assert_initialized(self);
        look_at_other_thread(self);
        return attribute(self, name).release();
    });
}
constexpr const char* ident_name = "_ident";
constexpr const char* native_id_name = "_native_id";

PyObject* deprecated_set(PyObject* self, const char* name, PyObject* value, const char* text) {
    if (PyErr_WarnEx(PyExc_DeprecationWarning, text, 1) < 0) return nullptr;
    return PyObject_SetAttrString(self, name, value) < 0 ? nullptr : Py_NewRef(Py_None);
}

PyObject* deprecated_get(PyObject* self, const char* name, const char* text) {
    if (PyErr_WarnEx(PyExc_DeprecationWarning, text, 1) < 0) return nullptr;
    return PyObject_GetAttrString(self, name);
}

PyObject* get_name_camel(PyObject* self, PyObject*) {
    return deprecated_get(self, "name", "getName() is deprecated, get the name attribute instead");
}
PyObject* set_name_camel(PyObject* self, PyObject* value) {
    return deprecated_set(self, "name", value,
                          "setName() is deprecated, set the name attribute instead");
}
PyObject* is_daemon_camel(PyObject* self, PyObject*) {
    return deprecated_get(self, "daemon",
                          "isDaemon() is deprecated, get the daemon attribute instead");
}
PyObject* set_daemon_camel(PyObject* self, PyObject* value) {
    return deprecated_set(self, "daemon", value,
                          "setDaemon() is deprecated, set the daemon attribute instead");
}

PyObject* repr(PyObject* self) {
    return guarded([&] {
        assert_initialized(self, "Thread.__init__() was not called");
        look_at_other_thread(self);
        const char* status = has_started(self) ? "started" : "initial";
        checked(
            PyObject_CallMethod(self, "is_alive", nullptr));  // finds out whether it has stopped
        if (is_true(attribute(self, "_is_stopped").get())) status = "stopped";
        const bool is_daemon = is_true(attribute(self, "_daemonic").get());
        const Ref ident = attribute(self, "_ident");
        const Ref number = ident.get() == Py_None
                               ? checked(PyUnicode_FromString(""))
                               : checked(PyUnicode_FromFormat(" %S", ident.get()));
        const Ref type = attribute(reinterpret_cast<PyObject*>(Py_TYPE(self)), "__name__");
        return PyUnicode_FromFormat("<%U(%S, %s%s%U)>", type.get(), attribute(self, "_name").get(),
                                    status, is_daemon ? " daemon" : "", number.get());
    });
}

void dealloc(PyObject* self) {
    PyTypeObject* type = Py_TYPE(self);
    PyObject_GC_UnTrack(self);
    if (thread_layout(self)->weakrefs) PyObject_ClearWeakRefs(self);
    Py_CLEAR(thread_layout(self)->dict);
    type->tp_free(self);
    Py_DECREF(type);
}

int traverse(PyObject* self, visitproc visit, void* arg) {
    Py_VISIT(Py_TYPE(self));
    Py_VISIT(thread_layout(self)->dict);
    return 0;
}

int clear(PyObject* self) {
    Py_CLEAR(thread_layout(self)->dict);
    return 0;
}

PyMemberDef members[] = {
    {"__weaklistoffset__", T_PYSSIZET, offsetof(ThreadObject, weakrefs), READONLY, nullptr},
    {"__dictoffset__", T_PYSSIZET, offsetof(ThreadObject, dict), READONLY, nullptr},
    {nullptr, 0, 0, 0, nullptr}};

PyMethodDef methods[] = {
    {"start", thread_start, METH_NOARGS,
     "start($self)\n--\n\nStart the thread; returns when it runs. Only once."},
    {"run", thread_run, METH_NOARGS,
     "run($self)\n--\n\nWhat the thread does; override it in a subclass."},
    {"join", with_keywords(thread_join), METH_VARARGS | METH_KEYWORDS,
     "join($self, timeout=None)\n--\n\nWait until the thread has ended, or for timeout seconds."},
    {"is_alive", thread_is_alive, METH_NOARGS,
     "is_alive($self)\n--\n\nWhether it was started and has not ended."},
    {"getName", get_name_camel, METH_NOARGS,
     "getName($self)\n--\n\nDeprecated: use the name attribute."},
    {"setName", set_name_camel, METH_O,
     "setName($self, name)\n--\n\nDeprecated: use the name attribute."},
    {"isDaemon", is_daemon_camel, METH_NOARGS,
     "isDaemon($self)\n--\n\nDeprecated: use the daemon attribute."},
    {"setDaemon", set_daemon_camel, METH_O,
     "setDaemon($self, daemonic)\n--\n\nDeprecated: use the daemon attribute."},
    {"_bootstrap", thread_bootstrap, METH_NOARGS, nullptr},
    {"_bootstrap_inner", thread_bootstrap_inner, METH_NOARGS, nullptr},
    {"_delete", thread_delete, METH_NOARGS, nullptr},
    {"_reset_internal_locks", thread_reset_internal_locks, METH_O, nullptr},
    {"_set_ident", thread_set_ident, METH_NOARGS, nullptr},
    {"_set_native_id", thread_set_native_id, METH_NOARGS, nullptr},
    {"_set_tstate_lock", thread_set_tstate_lock, METH_NOARGS, nullptr},
    {"_stop", thread_stop, METH_NOARGS, nullptr},
    {"_wait_for_tstate_lock", with_keywords(thread_wait_for_tstate_lock),
     METH_VARARGS | METH_KEYWORDS, nullptr},
    {"__reduce_ex__", reduce_like_python, METH_O, nullptr},
    {nullptr, nullptr, 0, nullptr}};

PyGetSetDef getset[] = {
    {"__dict__", PyObject_GenericGetDict, PyObject_GenericSetDict, nullptr, nullptr},
    {"name", get_name, set_name, "A string that identifies the thread to people.", nullptr},
    {"daemon", get_daemon, set_daemon, "Whether the program may end while the thread runs.",
     nullptr},
    {"ident", get_known<ident_name>, no_setter, "The thread's identifier; None before start().",
     text_slot("ident")},
    {"native_id", get_known<native_id_name>, no_setter, "As the operating system would number it.",
     text_slot("native_id")},
    {nullptr, nullptr, nullptr, nullptr, nullptr}};

PyObject* make_type() {
    PyType_Slot slots[] = {
        {Py_tp_dealloc, slot(dealloc)},
        {Py_tp_traverse, slot(traverse)},
        {Py_tp_clear, slot(clear)},
        {Py_tp_init, slot(init)},
        {Py_tp_repr, slot(repr)},
        {Py_tp_methods, methods},
        {Py_tp_members, members},
        {Py_tp_getset, getset},
        {Py_tp_doc, text_slot("Thread(group=None, target=None, name=None, args=(), kwargs=None, "
                              "*, daemon=None)\n--\n\nAn activity that runs in a thread of its "
                              "own.")},
        {0, nullptr}};
    PyType_Spec spec = {"threading.Thread", sizeof(ThreadObject), 0,
                        Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_BASETYPE, slots};
    PyObject* type = named_plainly(PyType_FromSpec(&spec));
    if (type && PyObject_SetAttrString(type, "_initialized", Py_False) < 0) Py_CLEAR(type);
    return type;
}

}  // namespace

void initialize_thread(PyObject* self, PyObject* target, PyObject* name, PyObject* args,
                       PyObject* kwargs, PyObject* daemon) {
    const Ref started = make_started_event();
    PyObject* stream = tw_sys_object(interned("stderr"));
    const Ref hook = checked(PyObject_CallNoArgs(global("_make_invoke_excepthook").get()));
    set_attributes(self, {target, name, args, kwargs, daemon, Py_None, Py_None, Py_None,
                          started.get(), Py_False, Py_True, stream ? stream : Py_None, hook.get()});
    remember_dangling(self);
}

PyObject* thread_type() {
    static PyObject* type = make_type();
    return Py_XNewRef(type);
}

bool is_as_made(PyObject* thread) {
    PyObject* dict = thread_layout(thread)->dict;
    return dict && PyDict_GET_SIZE(dict) == static_cast<Py_ssize_t>(attribute_names.size()) &&
           variable_in(dict, "_target");
}

bool is_thread_object(PyObject* object) {
    static auto* type = reinterpret_cast<PyTypeObject*>(thread_type());
    return type && PyObject_TypeCheck(object, type);
}

const sched::ThreadControl* control_of(PyObject* thread) {
    return thread_layout(thread)->control;
}

}  // namespace turnwise::python
