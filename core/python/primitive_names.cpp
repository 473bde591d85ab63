#include "core/python/primitive_names.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/python/primitive_object.h"
#include "core/python/short_repr.h"
#include "core/python/thread_type.h"

namespace turnwise::python {

namespace {

constexpr Py_ssize_t max_elements = 64;

// Few values are primitives: only for these is the name made.
template <typename MakeName>
void name_one(PyObject* value, MakeName&& make_name) {
    sched::Primitive* primitive = primitive_in(value);
    if (!primitive) return;
    const std::string name = make_name();
    const bool is_provisional = primitive->name().starts_with("self.") && !name.starts_with("self");
    if (primitive->name().empty() || is_provisional)
        sched::Scheduler::current().name(*primitive, name);
}

void name_elements(PyObject* sequence, const std::string& name) {
    const Py_ssize_t size = std::min(max_elements, PySequence_Fast_GET_SIZE(sequence));
    for (Py_ssize_t i = 0; i < size; ++i)
        name_one(PySequence_Fast_GET_ITEM(sequence, i),
                 [&] { return fmt::format("{}[{}]", name, i); });
}

template <typename MakeName>
void name_values(PyObject* dict, MakeName&& make_name) {
    PyObject *key, *value;
    Py_ssize_t position = 0;
    for (Py_ssize_t i = 0; i < max_elements && PyDict_Next(dict, &position, &key, &value); ++i)
        name_one(value, [&] { return make_name(key); });
}

// What the classes of threading are made of inside; the program has not made it.
bool is_inner_part(std::string_view key) {
    return key == "_started" || key == "_tstate_lock" || key == "_cond";
}

void name_attributes(PyObject* object, PyObject* attributes, const std::string& name) {
    const bool is_thread = is_thread_object(object);
    if (is_thread && is_as_made(object)) return;
    const bool is_ours = is_thread || primitive_in(object);
    PyObject *key, *value;
    Py_ssize_t position = 0;
    for (Py_ssize_t i = 0; i < max_elements && PyDict_Next(attributes, &position, &key, &value);
         ++i) {
        if (!primitive_in(value)) continue;
        const char* text = PyUnicode_Check(key) ? PyUnicode_AsUTF8(key) : nullptr;
        if (!text) PyErr_Clear();
        if (!text || !(is_ours && is_inner_part(text)))
            name_one(value, [&] { return fmt::format("{}.{}", name, text ? text : "?"); });
    }
}

}  // namespace

void name_primitives(PyObject* value, const std::string& name) {
    name_one(value, [&] { return name; });
    if (is_immutable(value)) return;
    if (PyList_CheckExact(value) || PyTuple_CheckExact(value)) {
        name_elements(value, name);
    } else if (PyDict_CheckExact(value)) {
        name_values(value,
                    [&](PyObject* key) { return fmt::format("{}[{}]", name, short_repr(key)); });
    } else if (PyObject* attributes = instance_dict(value)) {
        name_attributes(value, attributes, name);
    }
}

}  // namespace turnwise::python
