// threading.Timer: a Thread that waits and then calls a function, unless it was cancelled.
#include "core/python/accesses.h"
#include "core/python/arguments.h"
#include "core/python/calls.h"
#include "core/python/primitive_object.h"
#include "core/python/sync_types.h"
#include "core/python/thread_errors.h"
#include "core/python/thread_object.h"
#include "core/python/thread_type.h"
#include "core/python/type_building.h"
#include "core/threading/thread_rules.h"

namespace turnwise::python {

using sched::Scheduler;
using trace::EventKind;

namespace {

bool is_none(PyObject* argument) {
    return !argument || argument == Py_None;
}

int init(PyObject* self, PyObject* args, PyObject* kwargs) {
    static const Signature signature("Timer.__init__", {"interval", "function", "args", "kwargs"},
                                     2);
    return guarded_int([&] {
        const auto [interval, function, arguments, keywords] = signature.bind<4>(args, kwargs);
        const Ref base = Ref::take(thread_type());
        if (!Ref::take(PyObject_CallMethod(base.get(), "__init__", "O", self))) return -1;
        const Ref type = Ref::take(event_type());
        const Ref finished = Ref::take(PyObject_CallNoArgs(type.get()));
        if (!finished) return -1;
        set_attribute(self, "interval", interval);
        set_attribute(self, "function", function);
        const Ref no_arguments = Ref::take(PyList_New(0));
        const Ref no_keywords = Ref::take(PyDict_New());
        set_attribute(self, "args", is_none(arguments) ? no_arguments.get() : arguments);
        set_attribute(self, "kwargs", is_none(keywords) ? no_keywords.get() : keywords);
        set_attribute(self, "finished", finished.get());
        if (sched::Primitive* event = primitive_in(finished.get()); event && !event->internal)
            Scheduler::current().name(*event, "finished");
        return 0;
    });
}

PyObject* cancel(PyObject* self, PyObject*) {
    return guarded([&] {
        if (const sched::ThreadControl* control = control_of(self))
            threading::record_of(EventKind::timer_cancelled, *control);
        return PyObject_CallMethod(attribute(self, "finished").get(), "set", nullptr);
    });
}

PyObject* run(PyObject* self, PyObject*) {
    return guarded([&]() -> PyObject* {
        const Ref finished = attribute(self, "finished");
        if (!Ref::take(PyObject_CallMethod(finished.get(), "wait", "O",
                                           attribute(self, "interval").get())))
            return nullptr;
        const Ref cancelled = Ref::take(PyObject_CallMethod(finished.get(), "is_set", nullptr));
        if (!cancelled) return nullptr;
        if (PyObject_IsTrue(cancelled.get()) == 0) {
            if (const sched::ThreadControl* control = control_of(self))
                threading::record_of(EventKind::timer_fired, *control);
            const Ref function = attribute(self, "function");
            const Ref arguments = attribute(self, "args");
            before_first_call(function.get(), arguments.get());
            const Ref result =
                call_with(function.get(), arguments.get(), attribute(self, "kwargs").get());
            after_first_call();
            if (!result) {
                add_timer_run_to_traceback();
                return nullptr;
            }
        }
        return PyObject_CallMethod(finished.get(), "set", nullptr);
    });
}

PyMethodDef methods[] = {
    {"cancel", cancel, METH_NOARGS, "cancel($self)\n--\n\nStop the timer if it has not fired yet."},
    {"run", run, METH_NOARGS, nullptr},
    {nullptr, nullptr, 0, nullptr}};

PyObject* make_type() {
    PyType_Slot slots[] = {
        {Py_tp_init, slot(init)},
        {Py_tp_methods, methods},
        {Py_tp_doc, text_slot("Timer(interval, function, args=None, kwargs=None)\n--\n\nCalls a "
                              "function after some seconds.")},
        {0, nullptr}};
    PyType_Spec spec = {"threading.Timer", 0, 0, Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE, slots};
    return named_plainly(PyType_FromSpecWithBases(&spec, Ref::take(thread_type()).get()));
}

}  // namespace

PyObject* timer_type() {
    static PyObject* type = make_type();
    return Py_XNewRef(type);
}

}  // namespace turnwise::python
