#include "core/python/calls.h"

namespace turnwise::python {

namespace {

void raise_about_argument(PyObject* callable, const char* rule, PyObject* argument) {
    PyErr_Clear();
    const Ref name = Ref::take(_PyObject_FunctionStr(callable));
    if (name)
        PyErr_Format(PyExc_TypeError, "%U argument after %s, not %.200s", name.get(), rule,
                     Py_TYPE(argument)->tp_name);
}

// A dict of its own for the callee, who may keep and change it.
Ref keywords_from(PyObject* callable, PyObject* kwargs) {
    Ref keywords = Ref::take(PyDict_New());
    if (!keywords || PyDict_Update(keywords.get(), kwargs) == 0) return keywords;
    if (PyErr_ExceptionMatches(PyExc_AttributeError))
        raise_about_argument(callable, "** must be a mapping", kwargs);
    return {};
}

Ref positional_from(PyObject* callable, PyObject* args) {
    if (Py_TYPE(args)->tp_iter || PySequence_Check(args)) return Ref::take(PySequence_Tuple(args));
    raise_about_argument(callable, "* must be an iterable", args);
    return {};
}

}  // namespace

Ref call_with(PyObject* callable, PyObject* args, PyObject* kwargs) {
    if (PyTuple_CheckExact(args) && PyDict_CheckExact(kwargs) && PyDict_GET_SIZE(kwargs) == 0)
        return Ref::take(PyObject_Call(callable, args, nullptr));
    const Ref keywords = keywords_from(callable, kwargs);
    const Ref positional = keywords ? positional_from(callable, args) : Ref();
    return positional ? Ref::take(PyObject_Call(callable, positional.get(), keywords.get()))
                      : Ref();
}

}  // namespace turnwise::python
