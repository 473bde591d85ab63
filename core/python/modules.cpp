#include "core/python/modules.h"

#include <cstring>
#include <vector>

#include "core/python/primitive_object.h"
#include "core/python/switch_interval.h"
#include "core/python/tracer.h"
#include "core/threading/lock.h"

namespace turnwise::python {

namespace {

using Init = PyObject* (*)();

Init thread_original = nullptr;
Init time_original = nullptr;

void replace(const char* name, Init init, Init& original) {
    for (_inittab* entry = PyImport_Inittab; entry->name; ++entry) {
        if (std::strcmp(entry->name, name) != 0) continue;
        original = entry->initfunc;
        entry->initfunc = init;
    }
}

// The lock that importlib takes through _imp. CPython's own belongs to an OS thread, which all
// threads share.
threading::RLock& import_lock() {
    static threading::RLock lock;
    lock.internal = true;
    return lock;
}

PyObject* acquire_import_lock(PyObject*, PyObject*) {
    return guarded([] {
        import_lock().acquire();
        return Py_NewRef(Py_None);
    });
}

PyObject* release_import_lock(PyObject*, PyObject*) {
    return guarded([]() -> PyObject* {
        if (!import_lock().is_owned()) {
            PyErr_SetString(PyExc_RuntimeError, "not holding the import lock");
            return nullptr;
        }
        import_lock().release();
        return Py_NewRef(Py_None);
    });
}

PyObject* import_lock_held(PyObject*, PyObject*) {
    return PyBool_FromLong(import_lock().depth() > 0);
}

PyMethodDef import_functions[] = {
    {"acquire_lock", acquire_import_lock, METH_NOARGS, "Acquires the interpreter's import lock."},
    {"release_lock", release_import_lock, METH_NOARGS, "Releases the interpreter's import lock."},
    {"lock_held", import_lock_held, METH_NOARGS, "Whether the import lock is held by any thread."},
    {nullptr, nullptr, 0, nullptr}};

}  // namespace

void reset_import_lock() {
    import_lock().at_fork_reinit();
}

void replace_modules() {
    replace("_thread", init_thread_module, thread_original);
    replace("time", init_time_module, time_original);
    PyImport_AppendInittab("threading", init_threading_module);
    PyImport_AppendInittab("_queue", init_queue_module);
}

PyObject* original_thread_module() {
    return thread_original();
}

PyObject* original_time_module() {
    return time_original();
}

bool replace_in_running_interpreter() {
    const Ref import_module = Ref::take(PyImport_ImportModule("_imp"));
    return import_module && add_functions(import_module.get(), import_functions, "_imp") == 0 &&
           replace_trace_functions() == 0 && replace_switch_interval() == 0;
}

PyObject* extended_module(PyObject* (*original)(), Adjust adjust) {
    auto* definition = reinterpret_cast<PyModuleDef*>(original());
    // The definition itself is extended, not a copy of it: types of the module find their module by
    // its address. The table lives as long as the process; another interpreter comes here again.
    auto* slots = new std::vector<PyModuleDef_Slot>;
    for (PyModuleDef_Slot* slot = definition->m_slots; slot && slot->slot; ++slot) {
        if (slot->value == reinterpret_cast<void*>(adjust))
            return reinterpret_cast<PyObject*>(definition);
        slots->push_back(*slot);
    }
    slots->push_back({Py_mod_exec, reinterpret_cast<void*>(adjust)});
    slots->push_back({0, nullptr});
    definition->m_slots = slots->data();
    return reinterpret_cast<PyObject*>(definition);
}

int add_functions(PyObject* module, PyMethodDef* functions, const char* module_name) {
    const Ref name = Ref::take(PyUnicode_FromString(module_name));
    for (PyMethodDef* function = functions; function->ml_name; ++function) {
        Ref object = Ref::take(PyCFunction_NewEx(function, module, name.get()));
        if (!object || PyObject_SetAttrString(module, function->ml_name, object.get()) < 0)
            return -1;
    }
    return 0;
}

}  // namespace turnwise::python
