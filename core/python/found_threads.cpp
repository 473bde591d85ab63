// The classes _MainThread and _DummyThread: objects for threads that no Thread() made, the main
// thread and those that were found running.
#include "core/python/thread_type.h"

#include "core/python/arguments.h"
#include "core/python/checked.h"
#include "core/python/cpython_3_11.h"
#include "core/python/primitive_object.h"
#include "core/python/python_like_object.h"
#include "core/python/python_thread.h"
#include "core/python/thread_object.h"
#include "core/python/threading_globals.h"
#include "core/python/type_building.h"
#include "core/python/utf8.h"
#include "core/threading/thread_rules.h"

namespace turnwise::python {

using sched::Scheduler;

namespace {

// _DummyThread: it was alive before it was known, and nobody knows its end.

PyObject* dummy_is_alive(PyObject* self, PyObject*) {
    return guarded([&] {
        if (is_true(attribute(self, "_is_stopped").get()) || !has_started(self)) {
            PyErr_SetNone(PyExc_AssertionError);
            throw PythonError();
        }
        return Py_NewRef(Py_True);
    });
}

PyObject* dummy_join(PyObject*, PyObject*, PyObject*) {
    PyErr_SetString(PyExc_AssertionError, "cannot join a dummy thread");
    return nullptr;
}

PyMethodDef dummy_methods[] = {
    {"is_alive", dummy_is_alive, METH_NOARGS, "is_alive($self)\n--\n\nTrue: it was found running."},
    {"join", with_keywords(dummy_join), METH_VARARGS | METH_KEYWORDS,
     "join($self, timeout=None)\n--\n\nNot possible: nobody would tell of its end."},
    {nullptr, nullptr, 0, nullptr}};

PyMethodDef no_methods[] = {{nullptr, nullptr, 0, nullptr}};

PyObject* make_subtype(const char* name, const char* doc, PyMethodDef* own_methods) {
    PyType_Slot slots[] = {{Py_tp_doc, text_slot(doc)}, {Py_tp_methods, own_methods}, {0, nullptr}};
    PyType_Spec spec = {name, 0, 0, Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE, slots};
    return named_plainly(PyType_FromSpecWithBases(&spec, Ref::take(thread_type()).get()));
}

// A Thread object for the running thread, without __init__, which would make another thread.
Ref wrap_running_thread(PyObject* type, PyObject* name, bool is_daemon) {
    auto* class_object = reinterpret_cast<PyTypeObject*>(type);
    Ref self = checked(class_object->tp_alloc(class_object, 0));
    thread_layout(self.get())->control = &Scheduler::current().running();
    initialize_thread(self.get(), Py_None, name, checked(PyTuple_New(0)).get(),
                      checked(PyDict_New()).get(), is_daemon ? Py_True : Py_False);
    return self;
}

PyObject* make_dummy_thread() {
    const Ref type = Ref::take(dummy_thread_type());
    const Ref name = text_of(new_name("Dummy-"));
    Ref dummy = wrap_running_thread(type.get(), name.get(), true);
    started_event(dummy.get()).set_now();
    checked(thread_set_ident(dummy.get(), nullptr));
    checked(thread_set_native_id(dummy.get(), nullptr));
    if (PyDict_SetItem(active_threads(), attribute(dummy.get(), "_ident").get(), dummy.get()) < 0)
        throw PythonError();
    sched::ThreadControl& running = Scheduler::current().running();
    threading::rename_thread(running, utf8(name.get()));
    threading::record_of(trace::EventKind::thread_daemon, running, 1);
    running.daemon = true;
    return dummy.release();
}

}  // namespace

PyObject* main_thread_type() {
    static PyObject* type =
        make_subtype("threading._MainThread", "The thread that Python began in.", no_methods);
    return Py_XNewRef(type);
}

PyObject* dummy_thread_type() {
    static PyObject* type = make_subtype(
        "threading._DummyThread", "A thread that was not started by threading.", dummy_methods);
    return Py_XNewRef(type);
}

PyObject* current_thread_object() {
    const Ref ident = checked(PyLong_FromLongLong(Scheduler::current().running().ident));
    if (PyObject* object = PyDict_GetItemWithError(active_threads(), ident.get()))
        return Py_NewRef(object);
    if (PyErr_Occurred()) throw PythonError();
    return make_dummy_thread();
}

PyObject* make_main_thread_object() {
    return guarded([] {
        const Ref type = Ref::take(main_thread_type());
        const Ref name = checked(PyUnicode_FromString("MainThread"));
        Ref self = wrap_running_thread(type.get(), name.get(), false);
        enter_running_thread(self.get());
        return self.release();
    });
}

}  // namespace turnwise::python
