// time: CPython's own module, whose clocks read virtual time (virtual_system.h) and whose sleep()
// sleeps it.
#include "core/python/explored_program.h"
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

// `original` is the module's own function.
PyObject* read_clock(PyObject* original, PyObject*) {
    ExploredProgram::current()->clock_is_read();
    return PyObject_CallNoArgs(original);
}

PyMethodDef clocks[] = {{"time", read_clock, METH_NOARGS, nullptr},
                        {"time_ns", read_clock, METH_NOARGS, nullptr},
                        {"monotonic", read_clock, METH_NOARGS, nullptr},
                        {"monotonic_ns", read_clock, METH_NOARGS, nullptr},
                        {"perf_counter", read_clock, METH_NOARGS, nullptr},
                        {"perf_counter_ns", read_clock, METH_NOARGS, nullptr}};

// A search wants to know who reads a clock. Beneath, the interpreter itself reads clocks, too.
int tell_of_clocks(PyObject* module) {
    const Ref name = Ref::take(PyUnicode_FromString("time"));
    for (PyMethodDef& clock : clocks) {
        const Ref original = Ref::take(PyObject_GetAttrString(module, clock.ml_name));
        const Ref told =
            original ? Ref::take(PyCFunction_NewEx(&clock, original.get(), name.get())) : Ref();
        if (!told || PyModule_AddObjectRef(module, clock.ml_name, told.get()) < 0) return -1;
    }
    return 0;
}

int adjust(PyObject* module) {
    if (add_functions(module, functions, "time") < 0) return -1;
    return ExploredProgram::current() ? tell_of_clocks(module) : 0;
}

}  // namespace

PyObject* init_time_module() {
    return extended_module(original_time_module, adjust);
}

}  // namespace turnwise::python
