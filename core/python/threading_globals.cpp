#include "core/python/threading_globals.h"

#include <vector>

#include "core/python/errors.h"
#include "core/python/primitive_object.h"

namespace turnwise::python {

namespace {

// One for each interpreter of the process; nearly always there is one interpreter.
struct Namespace {
    PyInterpreterState* interpreter;
    PyObject* globals;
};
std::vector<Namespace>& namespaces() {
    static std::vector<Namespace> all;
    return all;
}

PyObject* dict_named(const char* name) {
    return global(name).get();  // the module keeps it
}

}  // namespace

PyObject* threading_globals() {
    PyInterpreterState* interpreter = PyInterpreterState_Get();
    for (const Namespace& known : namespaces())
        if (known.interpreter == interpreter) return known.globals;
    return nullptr;
}

void set_threading_globals(PyObject* dict) {
    PyInterpreterState* interpreter = PyInterpreterState_Get();
    std::erase_if(namespaces(),
                  [&](const Namespace& known) { return known.interpreter == interpreter; });
    namespaces().push_back({interpreter, dict});
}

Ref global(const char* name) {
    PyObject* globals = threading_globals();
    Ref value = Ref::retain(globals ? PyDict_GetItemWithError(globals, interned(name)) : nullptr);
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
