// threading.Timer: a Thread that waits and then calls a function, unless it was cancelled.
#include "core/python/primitive_object.h"
#include "core/python/sync_types.h"
#include "core/python/thread_type.h"
#include "core/python/type_building.h"
#include "core/threading/thread_rules.h"

namespace turnwise::python {

using sched::Scheduler;
using trace::EventKind;

namespace {

Ref attribute(PyObject* self, const char* name) {
    Ref value = Ref::take(PyObject_GetAttrString(self, name));
    if (!value) throw PythonError();
    return value;
}

int init(PyObject* self, PyObject* args, PyObject* kwargs) {
    static const char* names[] = {"interval", "function", "args", "kwargs", nullptr};
    return guarded_int([&] {
        PyObject* interval = nullptr;
        PyObject* function = nullptr;
        PyObject* arguments = Py_None;
        PyObject* keywords = Py_None;
        if (!PyArg_ParseTupleAndKeywords(args, kwargs, "OO|OO:__init__", const_cast<char**>(names),
                                         &interval, &function, &arguments, &keywords))
            return -1;
        const Ref base = Ref::take(thread_type());
        const Ref nothing = Ref::take(PyTuple_New(0));
        auto* base_type = reinterpret_cast<PyTypeObject*>(base.get());
        if (base_type->tp_init(self, nothing.get(), nullptr) < 0) return -1;
        const Ref type = Ref::take(event_type());
        const Ref finished = Ref::take(PyObject_CallNoArgs(type.get()));
        if (!finished) return -1;
        set_attribute(self, "interval", interval);
        set_attribute(self, "function", function);
        set_attribute(self, "args", arguments == Py_None ? Ref::take(PyList_New(0)).get() : arguments);
        set_attribute(self, "kwargs", keywords == Py_None ? Ref::take(PyDict_New()).get() : keywords);
        set_attribute(self, "finished", finished.get());
        if (sched::Primitive* event = primitive_in(finished.get()); event && !event->internal)
            Scheduler::current().name(*event, "finished");
        return 0;
    });
}

PyObject* cancel(PyObject* self, PyObject*) {
    return guarded([&] {
        threading::record_of(EventKind::timer_cancelled, thread_control(self));
        return PyObject_CallMethod(attribute(self, "finished").get(), "set", nullptr);
    });
}

PyObject* run(PyObject* self, PyObject*) {
    return guarded([&]() -> PyObject* {
        const Ref finished = attribute(self, "finished");
        if (!Ref::take(PyObject_CallMethod(finished.get(), "wait", "O", attribute(self, "interval").get())))
            return nullptr;
        const Ref cancelled = Ref::take(PyObject_CallMethod(finished.get(), "is_set", nullptr));
        if (!cancelled) return nullptr;
        if (PyObject_IsTrue(cancelled.get()) == 0) {
            threading::record_of(EventKind::timer_fired, thread_control(self));
            const Ref arguments = Ref::take(PySequence_Tuple(attribute(self, "args").get()));
            if (!arguments ||
                !Ref::take(PyObject_Call(attribute(self, "function").get(), arguments.get(),
                                         attribute(self, "kwargs").get())))
                return nullptr;
        }
        return PyObject_CallMethod(finished.get(), "set", nullptr);
    });
}

PyMethodDef methods[] = {
    {"cancel", cancel, METH_NOARGS, "cancel()\n\nStop the timer if it has not fired yet."},
    {"run", run, METH_NOARGS, nullptr},
    {nullptr, nullptr, 0, nullptr}};

PyObject* make_type() {
    PyType_Slot slots[] = {{Py_tp_init, slot(init)},
                           {Py_tp_methods, methods},
                           {Py_tp_doc, text_slot("Calls a function after some seconds.")},
                           {0, nullptr}};
    PyType_Spec spec = {"threading.Timer", 0, 0,
                        Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE, slots};
    return PyType_FromSpecWithBases(&spec, Ref::take(thread_type()).get());
}

}  // namespace

PyObject* timer_type() {
    static PyObject* type = make_type();
    return Py_XNewRef(type);
}

}  // namespace turnwise::python
