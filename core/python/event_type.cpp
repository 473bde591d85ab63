// threading.Event.
#include "core/python/primitive_object.h"
#include "core/python/sync_types.h"
#include "core/python/type_building.h"
#include "core/threading/event.h"

namespace turnwise::python {

using threading::Event;

namespace {

int init(PyObject* self, PyObject* args, PyObject* kwargs) {
    static const char* names[] = {nullptr};
    return guarded_int([&] {
        if (!PyArg_ParseTupleAndKeywords(args, kwargs, ":__init__", const_cast<char**>(names))) return -1;
        adopt(self, std::make_unique<Event>());
        return 0;
    });
}

PyObject* is_set(PyObject* self, PyObject*) {
    return guarded([&] { return PyBool_FromLong(core_of<Event>(self).is_set()); });
}

PyObject* is_set_camel(PyObject* self, PyObject*) {
    if (PyErr_WarnEx(PyExc_DeprecationWarning, "isSet() is deprecated, use is_set() instead", 1) < 0)
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
    static const char* names[] = {"timeout", nullptr};
    return guarded([&]() -> PyObject* {
        PyObject* timeout = Py_None;
        if (!PyArg_ParseTupleAndKeywords(args, kwargs, "|O:wait", const_cast<char**>(names), &timeout))
            return nullptr;
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
    return guarded([&] { return state_repr(self, core_of<Event>(self).flag() ? "set" : "unset"); });
}

PyMethodDef methods[] = {
    {"is_set", is_set, METH_NOARGS, "is_set() -> bool\n\nWhether the flag is true."},
    {"isSet", is_set_camel, METH_NOARGS, "Deprecated alias of is_set."},
    {"set", set, METH_NOARGS, "set()\n\nMake the flag true; every thread that waits goes on."},
    {"clear", clear, METH_NOARGS, "clear()\n\nMake the flag false."},
    {"wait", with_keywords(wait), METH_VARARGS | METH_KEYWORDS,
     "wait(timeout=None) -> bool\n\nWait until the flag is true; False if the timeout came first."},
    {"_at_fork_reinit", at_fork_reinit, METH_NOARGS, nullptr},
    {nullptr, nullptr, 0, nullptr}};

PyObject* make_type() {
    PyType_Slot slots[] = {{Py_tp_dealloc, slot(primitive_dealloc)},
                           {Py_tp_traverse, slot(primitive_traverse)},
                           {Py_tp_clear, slot(primitive_clear)},
                           {Py_tp_init, slot(init)},
                           {Py_tp_repr, slot(repr)},
                           {Py_tp_methods, methods},
                           {Py_tp_members, primitive_members_with_dict},
                           {Py_tp_getset, primitive_dict_getset},
                           {Py_tp_doc, text_slot("A flag that threads can wait for.")},
                           {0, nullptr}};
    PyType_Spec spec = {"threading.Event", sizeof(PrimitiveObject), 0,
                        Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_BASETYPE, slots};
    return make_primitive_type(spec);
}

}  // namespace

PyObject* event_type() {
    static PyObject* type = make_type();
    return Py_XNewRef(type);
}

}  // namespace turnwise::python
