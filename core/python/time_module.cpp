// time: CPython's own module, whose clocks read virtual time (virtual_system.h) and whose sleep()
// sleeps it.
#include "core/python/modules.h"
#include "core/python/primitive_object.h"
#include "core/threading/module.h"

namespace turnwise::python {

namespace {

PyObject* sleep(PyObject*, PyObject* seconds) {
    return guarded([&] {
        const double length = seconds_from(seconds);
        if (length < 0) {
            PyErr_SetString(PyExc_ValueError, "sleep length must be non-negative");
            throw PythonError();
        }
        threading::sleep(length);
        return Py_NewRef(Py_None);
    });
}

PyMethodDef functions[] = {
    {"sleep", sleep, METH_O, "sleep(seconds)\n\nLet the thread sleep for that much virtual time."},
    {nullptr, nullptr, 0, nullptr}};

int adjust(PyObject* module) {
    return add_functions(module, functions, "time");
}

}  // namespace

PyObject* init_time_module() {
    return extended_module(original_time_module, adjust);
}

}  // namespace turnwise::python
