#include "core/python/errors.h"

#include <new>

#include "core/python/search_tracer.h"
#include "core/sched/driver.h"

namespace turnwise::python {

namespace {
PyObject* broken_barrier_error = nullptr;
}

void set_broken_barrier_error(PyObject* type) {
    broken_barrier_error = type;
}

void set_unwinding_error() {
    static PyObject* type = PyErr_NewException("turnwise.RunIsOver", PyExc_BaseException, nullptr);
    PyErr_SetNone(type);
    install_unwinding_tracer();
}

void set_error_from_exception() {
    try {
        throw;
    } catch (const PythonError&) {
    } catch (const sched::Unwinding&) {
        set_unwinding_error();
    } catch (const threading::BrokenBarrierError&) {
        PyErr_SetNone(broken_barrier_error);
    } catch (const threading::RuntimeError& error) {
        PyErr_SetString(PyExc_RuntimeError, error.what());
    } catch (const threading::ValueError& error) {
        PyErr_SetString(PyExc_ValueError, error.what());
    } catch (const threading::OverflowError& error) {
        PyErr_SetString(PyExc_OverflowError, error.what());
    } catch (const std::bad_alloc&) {
        PyErr_NoMemory();
    } catch (const std::exception& error) {
        PyErr_SetString(PyExc_SystemError, error.what());
    }
}

}  // namespace turnwise::python
