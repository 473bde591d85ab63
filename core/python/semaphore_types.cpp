// threading.Semaphore and threading.BoundedSemaphore.
#include <fmt/format.h>

#include "core/python/primitive_object.h"
#include "core/python/sync_types.h"
#include "core/python/type_building.h"
#include "core/threading/semaphore.h"

namespace turnwise::python {

using threading::BoundedSemaphore;
using threading::Semaphore;

namespace {

template <typename Core>
int init(PyObject* self, PyObject* args, PyObject* kwargs) {
    static const char* names[] = {"value", nullptr};
    return guarded_int([&] {
        long long value = 1;
        if (!PyArg_ParseTupleAndKeywords(args, kwargs, "|L:__init__", const_cast<char**>(names), &value))
            return -1;
        adopt(self, std::make_unique<Core>(value));
        return 0;
    });
}

PyObject* acquire(PyObject* self, PyObject* args, PyObject* kwargs) {
    static const char* names[] = {"blocking", "timeout", nullptr};
    return guarded([&]() -> PyObject* {
        int blocking = 1;
        PyObject* timeout = Py_None;
        if (!PyArg_ParseTupleAndKeywords(args, kwargs, "|pO:acquire", const_cast<char**>(names),
                                         &blocking, &timeout))
            return nullptr;
        return PyBool_FromLong(
            core_of<Semaphore>(self).acquire({blocking != 0, optional_seconds_from(timeout)}));
    });
}

PyObject* release(PyObject* self, PyObject* args, PyObject* kwargs) {
    static const char* names[] = {"n", nullptr};
    return guarded([&]() -> PyObject* {
        long long count = 1;
        if (!PyArg_ParseTupleAndKeywords(args, kwargs, "|L:release", const_cast<char**>(names), &count))
            return nullptr;
        core_of<Semaphore>(self).release(count);
        return Py_NewRef(Py_None);
    });
}

// Through self, so that a subclass that overrides release() is asked.
PyObject* leave(PyObject* self, PyObject*) {
    return PyObject_CallMethod(self, "release", nullptr);
}

PyObject* value(PyObject* self, void*) {
    return guarded([&] { return PyLong_FromLongLong(core_of<Semaphore>(self).value()); });
}

PyObject* repr(PyObject* self) {
    return guarded([&] {
        Semaphore& semaphore = core_of<Semaphore>(self);
        std::string state = fmt::format("value={}", semaphore.value());
        if (semaphore.type() == trace::ObjectType::bounded_semaphore)
            state += fmt::format("/{}", semaphore.initial());
        return state_repr(self, state);
    });
}

PyMethodDef methods[] = {
    {"acquire", with_keywords(acquire), METH_VARARGS | METH_KEYWORDS,
     "acquire(blocking=True, timeout=None) -> bool\n\nDecrement the counter; wait while it is zero."},
    {"__enter__", with_keywords(acquire), METH_VARARGS | METH_KEYWORDS, nullptr},
    {"release", with_keywords(release), METH_VARARGS | METH_KEYWORDS,
     "release(n=1)\n\nIncrement the counter by n; up to n threads that wait may go on."},
    {"__exit__", leave, METH_VARARGS, nullptr},
    {nullptr, nullptr, 0, nullptr}};

PyGetSetDef getset[] = {
    {"__dict__", PyObject_GenericGetDict, PyObject_GenericSetDict, nullptr, nullptr},
    {"_value", value, nullptr, nullptr, nullptr},
    {nullptr, nullptr, nullptr, nullptr, nullptr}};

template <typename Core>
PyObject* make_type(const char* name, const char* doc, PyObject* base) {
    PyType_Slot slots[] = {{Py_tp_dealloc, slot(primitive_dealloc)},
                           {Py_tp_traverse, slot(primitive_traverse)},
                           {Py_tp_clear, slot(primitive_clear)},
                           {Py_tp_init, slot(init<Core>)},
                           {Py_tp_doc, text_slot(doc)},
                           {Py_tp_members, primitive_members_with_dict},
                           {Py_tp_repr, slot(repr)},
                           {base ? 0 : Py_tp_methods, methods},
                           {base ? 0 : Py_tp_getset, getset},
                           {0, nullptr}};
    PyType_Spec spec = {name, sizeof(PrimitiveObject), 0,
                        Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_BASETYPE, slots};
    return make_primitive_type(spec, base);
}

}  // namespace

PyObject* semaphore_type() {
    static PyObject* type = make_type<Semaphore>(
        "threading.Semaphore", "A counter that acquire() decrements and release() increments.", nullptr);
    return Py_XNewRef(type);
}

PyObject* bounded_semaphore_type() {
    static PyObject* type = make_type<BoundedSemaphore>(
        "threading.BoundedSemaphore", "A semaphore whose counter may not exceed its first value.",
        Ref::take(semaphore_type()).get());
    return Py_XNewRef(type);
}

}  // namespace turnwise::python
