// threading.Event.
#include "core/python/arguments.h"
#include "core/python/primitive_object.h"
#include "core/python/python_like_object.h"
#include "core/python/sync_types.h"
#include "core/python/type_building.h"
#include "core/threading/event.h"

namespace turnwise::python {

using threading::Event;

namespace {

int init(PyObject* self, PyObject* args, PyObject* kwargs) {
    static const Signature signature("Event.__init__", {});
    return guarded_int([&] {
        signature.bind(args, kwargs, nullptr);
        adopt(self, std::make_unique<Event>());
        return 0;
    });
}

PyObject* is_set(PyObject* self, PyObject*) {
    return guarded([&] { return PyBool_FromLong(core_of<Event>(self).is_set()); });
}

PyObject* is_set_camel(PyObject* self, PyObject*) {
    if (PyErr_WarnEx(PyExc_DeprecationWarning, "isSet() is deprecated, use is_set() instead", 1) <
        0)
        return nullptr;
    return PyObject_CallMethod(self, "is_set", nullptr);
}

PyObject* set(PyObject* self, PyObject*) {
    return guarded([&] {
        core_of<Event>(self).set();
        return Py_NewRef(Py_None);
    });
}

PyObject* clear(PyObject* self, PyObject*) {
    return guarded([&] {
        core_of<Event>(self).clear();
        return Py_NewRef(Py_None);
    });
}

PyObject* wait(PyObject* self, PyObject* args, PyObject* kwargs) {
    static const Signature signature("Event.wait", {"timeout"});
    return guarded([&] {
        const auto [timeout] = signature.bind<1>(args, kwargs);
        return PyBool_FromLong(core_of<Event>(self).wait(optional_seconds_from(timeout)));
    });
}

PyObject* at_fork_reinit(PyObject* self, PyObject*) {
    return guarded([&] {
        core_of<Event>(self).at_fork_reinit();
        return Py_NewRef(Py_None);
    });
}

PyObject* repr(PyObject* self) {
    return guarded([&] {
        look_inside(core_of<Event>(self));
        return state_repr(self, core_of<Event>(self).flag() ? "set" : "unset");
    });
}

PyObject* flag(PyObject* self, void*) {
    return guarded([&] {
        look_inside(core_of<Event>(self));
        return PyBool_FromLong(core_of<Event>(self).flag());
    });
}

PyObject* set_state(PyObject* self, PyObject* state) {
    return guarded([&] {
        const Ref was_set = state_value(state, "_flag", Py_False);
        adopt(self, std::make_unique<Event>());
        if (PyObject_IsTrue(was_set.get()) == 1) core_of<Event>(self).set_now();
        restore_dict(self, state);
        return Py_NewRef(Py_None);
    });
}

constexpr const char* shown[] = {"_cond", "_flag", nullptr};

PyGetSetDef getset[] = {{"__dict__", dict_with_attributes, PyObject_GenericSetDict, nullptr,
                         const_cast<const char**>(shown)},
                        {"_cond", inner_condition, nullptr, nullptr, nullptr},
                        {"_flag", flag, nullptr, nullptr, nullptr},
                        {nullptr, nullptr, nullptr, nullptr, nullptr}};

PyMethodDef methods[] = {
    {"is_set", is_set, METH_NOARGS, "is_set($self)\n--\n\nWhether the flag is true."},
    {"isSet", is_set_camel, METH_NOARGS, "isSet($self)\n--\n\nDeprecated alias of is_set."},
    {"set", set, METH_NOARGS,
     "set($self)\n--\n\nMake the flag true; every thread that waits goes on."},
    {"clear", clear, METH_NOARGS, "clear($self)\n--\n\nMake the flag false."},
    {"wait", with_keywords(wait), METH_VARARGS | METH_KEYWORDS,
     "wait($self, timeout=None)\n--\n\nWait until the flag is true; False if the timeout came "
     "first."},
    {"_at_fork_reinit", at_fork_reinit, METH_NOARGS, nullptr},
    {"__reduce_ex__", reduce_like_python, METH_O, nullptr},
    {"__setstate__", set_state, METH_O, nullptr},
    {nullptr, nullptr, 0, nullptr}};

PyObject* make_type() {
    PyType_Slot slots[] = {
        {Py_tp_dealloc, slot(primitive_dealloc)},
        {Py_tp_traverse, slot(primitive_traverse)},
        {Py_tp_clear, slot(primitive_clear)},
        {Py_tp_init, slot(init)},
        {Py_tp_repr, slot(repr)},
        {Py_tp_methods, methods},
        {Py_tp_members, primitive_members_with_dict},
        {Py_tp_getset, getset},
        {Py_tp_doc, text_slot("Event()\n--\n\nA flag that threads can wait for.")},
        {0, nullptr}};
    PyType_Spec spec = {"threading.Event", sizeof(PrimitiveObject), 0,
                        Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_BASETYPE, slots};
    return named_plainly(make_primitive_type(spec));
}

}  // namespace

PyObject* event_type() {
    static PyObject* type = make_type();
    return Py_XNewRef(type);
}

}  // namespace turnwise::python
