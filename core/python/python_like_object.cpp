#include "core/python/python_like_object.h"

#include "core/python/checked.h"
#include "core/python/lock_types.h"
#include "core/python/primitive_object.h"
#include "core/python/sync_types.h"
#include "core/python/type_building.h"

#include <cstring>

namespace turnwise::python {

PyObject* named_plainly(PyObject* type) {
    if (!type) return nullptr;
    const char* name = reinterpret_cast<PyTypeObject*>(type)->tp_name;
    const char* dot = std::strrchr(name, '.');
    const Ref plain = Ref::take(PyUnicode_FromString(dot ? dot + 1 : name));
    if (!plain || PyObject_SetAttrString(type, "__name__", plain.get()) < 0) Py_CLEAR(type);
    return type;
}

int no_setter(PyObject* self, PyObject* value, void* name) {
    PyErr_Format(PyExc_AttributeError, "property '%s' of '%s' object has no %s",
                 static_cast<const char*>(name), Py_TYPE(self)->tp_name,
                 value ? "setter" : "deleter");
    return -1;
}

PyObject* reduce_like_python(PyObject* self, PyObject*) {
    return guarded([&] {
        const Ref copyreg = checked(PyImport_ImportModule("copyreg"));
        const Ref make = checked(PyObject_GetAttrString(copyreg.get(), "__newobj__"));
        const Ref dict = checked(PyObject_GetAttrString(self, "__dict__"));
        const Ref state = checked(PyDict_Copy(dict.get()));
        return Py_BuildValue("O(O)O", make.get(), Py_TYPE(self), state.get());
    });
}

PyObject* dict_with_attributes(PyObject* self, void* names) {
    return guarded([&]() -> PyObject* {
        Ref dict = checked(PyObject_GenericGetDict(self, nullptr));
        if (!reinterpret_cast<PrimitiveObject*>(self)->primitive) return dict.release();
        for (auto* name = static_cast<const char* const*>(names); *name; ++name) {
            const Ref value = checked(PyObject_GetAttrString(self, *name));
            if (PyDict_SetItemString(dict.get(), *name, value.get()) < 0) throw PythonError();
        }
        return dict.release();
    });
}

PyObject* inner_condition(PyObject* self, void*) {
    return guarded([&]() -> PyObject* {
        checked_primitive(self);
        const Ref dict = checked(PyObject_GenericGetDict(self, nullptr));
        if (PyObject* made = PyDict_GetItemString(dict.get(), "_cond")) return Py_NewRef(made);
        const Ref lock = checked(new_lock());
        checked_primitive(lock.get()).internal = true;
        const Ref type = Ref::take(condition_type());
        Ref condition = checked(PyObject_CallOneArg(type.get(), lock.get()));
        checked_primitive(condition.get()).internal = true;
        if (PyDict_SetItemString(dict.get(), "_cond", condition.get()) < 0) throw PythonError();
        return condition.release();
    });
}

Ref state_value(PyObject* state, const char* key, PyObject* otherwise) {
    if (!PyDict_Check(state)) {
        PyErr_SetString(PyExc_TypeError, "state must be a dict");
        throw PythonError();
    }
    PyObject* value = PyDict_GetItemString(state, key);
    return Ref::retain(value ? value : otherwise);
}

void restore_dict(PyObject* self, PyObject* state) {
    const Ref dict = checked(PyObject_GenericGetDict(self, nullptr));
    if (PyDict_Update(dict.get(), state) < 0) throw PythonError();
}

}  // namespace turnwise::python
