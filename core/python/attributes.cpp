#include "core/python/attributes.h"

#include <array>
#include <cstdint>

#include "core/python/cpython_3_11.h"
#include "core/python/errors.h"

namespace turnwise::python {

namespace {

struct Name {
    const char* literal = nullptr;
    PyObject* text = nullptr;
    Py_ssize_t place = -1;  // in the dict where it was last found; nearly always it is there again
};

constexpr std::size_t places = 1024;  // far more than there are literals; a power of two

std::size_t place_of(const char* literal) {
    return reinterpret_cast<std::uintptr_t>(literal) * 0x9e3779b97f4a7c15ULL >> 40 & (places - 1);
}

Name& name_of(const char* literal) {
    static std::array<Name, places> names;
    std::size_t place = place_of(literal);
    while (names[place].literal != literal) {
        if (!names[place].literal) {
            names[place] = {literal, PyUnicode_InternFromString(literal)};
            break;
        }
        place = (place + 1) & (places - 1);
    }
    return names[place];
}

// Borrowed; nullptr if it is not there.
PyObject* find(PyObject* dict, Name& name) {
    if (PyObject* value = tw_dict_value_at(dict, name.place, name.text)) return value;
    PyObject* value = PyDict_GetItemWithError(dict, name.text);
    if (value) name.place = tw_dict_place_of(dict, name.text);
    return value;
}

// Where an object keeps its attributes, if its class has no say in what this one is; else nullptr.
PyObject* deciding_dict(PyObject* self, PyObject* name) {
    PyTypeObject* type = Py_TYPE(self);
    if (type->tp_dictoffset <= 0) return nullptr;
    PyObject* described = _PyType_Lookup(type, name);
    if (described && Py_TYPE(described)->tp_descr_set) return nullptr;
    return *reinterpret_cast<PyObject**>(reinterpret_cast<char*>(self) + type->tp_dictoffset);
}

}  // namespace

PyObject* interned(const char* name) {
    return name_of(name).text;
}

Ref attribute(PyObject* self, const char* name) {
    Name& known = name_of(name);
    if (Py_TYPE(self)->tp_getattro == PyObject_GenericGetAttr)
        if (PyObject* dict = deciding_dict(self, known.text))
            if (PyObject* value = find(dict, known)) return Ref::retain(value);
    Ref value = Ref::take(PyObject_GetAttr(self, known.text));
    if (!value) throw PythonError();
    return value;
}

void set_attribute(PyObject* self, const char* name, PyObject* value) {
    PyObject* text = interned(name);
    PyObject* dict =
        Py_TYPE(self)->tp_setattro == PyObject_GenericSetAttr ? deciding_dict(self, text) : nullptr;
    if ((dict ? PyDict_SetItem(dict, text, value) : PyObject_SetAttr(self, text, value)) < 0)
        throw PythonError();
}

void delete_attribute(PyObject* self, const char* name) {
    PyObject* text = interned(name);
    PyObject* dict =
        Py_TYPE(self)->tp_setattro == PyObject_GenericSetAttr ? deciding_dict(self, text) : nullptr;
    if ((dict ? PyDict_DelItem(dict, text) : PyObject_SetAttr(self, text, nullptr)) < 0)
        PyErr_Clear();
}

PyObject* variable_in(PyObject* dict, const char* name) {
    PyObject* value = find(dict, name_of(name));
    if (!value) PyErr_Clear();
    return value;
}

}  // namespace turnwise::python
