#include "core/python/thread_object.h"

#include "core/python/checked.h"
#include "core/python/lock_types.h"
#include "core/python/primitive_object.h"
#include "core/python/sync_types.h"
#include "core/python/thread_type.h"

namespace turnwise::python {

Ref daemon_of(PyObject* thread) {
    static auto* type = reinterpret_cast<PyTypeObject*>(thread_type());
    static PyObject* own = _PyType_Lookup(type, interned("daemon"));
    const bool is_own = Py_TYPE(thread)->tp_getattro == PyObject_GenericGetAttr &&
                        _PyType_Lookup(Py_TYPE(thread), interned("daemon")) == own;
    return attribute(thread, is_own ? "_daemonic" : "daemon");
}

Ref text_of(const std::string& text) {
    return checked(PyUnicode_FromStringAndSize(text.data(), static_cast<Py_ssize_t>(text.size())));
}

bool is_true(PyObject* value) {
    const int truth = PyObject_IsTrue(value);
    if (truth < 0) throw PythonError();
    return truth != 0;
}

bool is_initialized(PyObject* thread) {
    return is_true(attribute(thread, "_initialized").get());
}

void assert_initialized(PyObject* thread, const char* message) {
    if (is_initialized(thread)) return;
    PyErr_SetString(PyExc_AssertionError, message);
    throw PythonError();
}

void require_initialized(PyObject* thread, const char* message) {
    if (is_initialized(thread)) return;
    PyErr_SetString(PyExc_RuntimeError, message);
    throw PythonError();
}

bool has_started(PyObject* thread) {
    return started_event(thread).flag();
}

threading::Event& started_event(PyObject* thread) {
    const Ref event = attribute(thread, "_started");
    const Ref type = Ref::take(event_type());
    if (PyObject_TypeCheck(event.get(), reinterpret_cast<PyTypeObject*>(type.get())))
        return core_of<threading::Event>(event.get());
    PyErr_SetString(PyExc_TypeError, "Thread._started must be an Event");
    throw PythonError();
}

threading::Lock& lock_in(PyObject* object) {
    const Ref type = Ref::take(lock_type());
    if (Py_IS_TYPE(object, reinterpret_cast<PyTypeObject*>(type.get())))
        return core_of<threading::Lock>(object);
    PyErr_SetString(PyExc_TypeError, "the lock of a thread must be a _thread.lock");
    throw PythonError();
}

}  // namespace turnwise::python
