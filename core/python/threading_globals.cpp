#include "core/python/threading_globals.h"

#include "core/python/errors.h"

namespace turnwise::python {

namespace {

PyObject* the_globals = nullptr;

PyObject* dict_named(const char* name) {
    return global(name).get();  // the module keeps it
}

}  // namespace

PyObject* threading_globals() {
    return the_globals;
}

void set_threading_globals(PyObject* dict) {
    the_globals = dict;
}

Ref global(const char* name) {
    Ref value = Ref::retain(PyDict_GetItemString(the_globals, name));
    if (value) return value;
    PyErr_Format(PyExc_NameError, "name '%s' is not defined", name);
    throw PythonError();
}

PyObject* active_threads() {
    return dict_named("_active");
}

PyObject* limbo() {
    return dict_named("_limbo");
}

Ref new_name(const char* name_template) {
    const Ref number = Ref::take(PyObject_CallNoArgs(global("_counter").get()));
    const Ref text = Ref::take(PyUnicode_FromString(name_template));
    Ref name = number && text ? Ref::take(PyNumber_Remainder(text.get(), number.get())) : Ref();
    if (!name) throw PythonError();
    return name;
}

Untraced::Untraced() {
    PyThreadState_EnterTracing(PyThreadState_Get());
}

Untraced::~Untraced() {
    PyThreadState_LeaveTracing(PyThreadState_Get());
}

}  // namespace turnwise::python
