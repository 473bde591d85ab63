// threading.Barrier.
#include <fmt/format.h>

#include "core/python/primitive_object.h"
#include "core/python/sync_types.h"
#include "core/python/type_building.h"
#include "core/threading/barrier.h"

namespace turnwise::python {

using threading::Barrier;

namespace {

int init(PyObject* self, PyObject* args, PyObject* kwargs) {
    static const char* names[] = {"parties", "action", "timeout", nullptr};
    return guarded_int([&] {
        long long parties = 0;
        PyObject* action = Py_None;
        PyObject* timeout = Py_None;
        if (!PyArg_ParseTupleAndKeywords(args, kwargs, "L|OO:__init__", const_cast<char**>(names),
                                         &parties, &action, &timeout))
            return -1;
        threading::BarrierArguments arguments;
        arguments.timeout = optional_seconds_from(timeout);
        if (action != Py_None)
            arguments.action = [function = Ref::retain(action)] {
                if (!Ref::take(PyObject_CallNoArgs(function.get()))) throw PythonError();
            };
        adopt(self, std::make_unique<Barrier>(parties, std::move(arguments)));
        return 0;
    });
}

PyObject* wait(PyObject* self, PyObject* args, PyObject* kwargs) {
    static const char* names[] = {"timeout", nullptr};
    return guarded([&]() -> PyObject* {
        PyObject* timeout = Py_None;
        if (!PyArg_ParseTupleAndKeywords(args, kwargs, "|O:wait", const_cast<char**>(names), &timeout))
            return nullptr;
        return PyLong_FromLongLong(core_of<Barrier>(self).wait(optional_seconds_from(timeout)));
    });
}

PyObject* reset(PyObject* self, PyObject*) {
    return guarded([&] {
        core_of<Barrier>(self).reset();
        return Py_NewRef(Py_None);
    });
}

PyObject* abort(PyObject* self, PyObject*) {
    return guarded([&] {
        core_of<Barrier>(self).abort();
        return Py_NewRef(Py_None);
    });
}

PyObject* parties(PyObject* self, void*) {
    return guarded([&] { return PyLong_FromLongLong(core_of<Barrier>(self).parties()); });
}

PyObject* n_waiting(PyObject* self, void*) {
    return guarded([&] { return PyLong_FromLongLong(core_of<Barrier>(self).n_waiting()); });
}

PyObject* broken(PyObject* self, void*) {
    return guarded([&] { return PyBool_FromLong(core_of<Barrier>(self).broken()); });
}

PyObject* repr(PyObject* self) {
    return guarded([&] {
        Barrier& barrier = core_of<Barrier>(self);
        return state_repr(self, barrier.broken() ? "broken"
                                                 : fmt::format("waiters={}/{}", barrier.n_waiting(),
                                                               barrier.parties()));
    });
}

PyMethodDef methods[] = {
    {"wait", with_keywords(wait), METH_VARARGS | METH_KEYWORDS,
     "wait(timeout=None) -> int\n\nWait until all parties have arrived; returns the arrival index."},
    {"reset", reset, METH_NOARGS, "reset()\n\nEmpty the barrier; who waits gets BrokenBarrierError."},
    {"abort", abort, METH_NOARGS, "abort()\n\nBreak the barrier."},
    {nullptr, nullptr, 0, nullptr}};

PyGetSetDef getset[] = {
    {"__dict__", PyObject_GenericGetDict, PyObject_GenericSetDict, nullptr, nullptr},
    {"parties", parties, nullptr, "How many threads have to arrive.", nullptr},
    {"n_waiting", n_waiting, nullptr, "How many threads wait.", nullptr},
    {"broken", broken, nullptr, "Whether the barrier is broken.", nullptr},
    {nullptr, nullptr, nullptr, nullptr, nullptr}};

PyObject* make_type() {
    PyType_Slot slots[] = {{Py_tp_dealloc, slot(primitive_dealloc)},
                           {Py_tp_traverse, slot(primitive_traverse)},
                           {Py_tp_clear, slot(primitive_clear)},
                           {Py_tp_init, slot(init)},
                           {Py_tp_repr, slot(repr)},
                           {Py_tp_methods, methods},
                           {Py_tp_members, primitive_members_with_dict},
                           {Py_tp_getset, getset},
                           {Py_tp_doc, text_slot("Threads wait here for each other.")},
                           {0, nullptr}};
    PyType_Spec spec = {"threading.Barrier", sizeof(PrimitiveObject), 0,
                        Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_BASETYPE, slots};
    return make_primitive_type(spec);
}

}  // namespace

PyObject* barrier_type() {
    static PyObject* type = make_type();
    return Py_XNewRef(type);
}

}  // namespace turnwise::python
