#include "core/python/short_repr.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>

#include "core/python/primitive_object.h"
#include "core/python/thread_type.h"
#include "core/python/utf8.h"

namespace turnwise::python {

namespace {

constexpr int max_depth = 2;
constexpr const char* ellipsis = "…";

// The first `limit` characters, not bytes.
std::string shortened(const std::string& text, std::size_t limit) {
    std::size_t characters = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool starts_character = (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80;
        if (starts_character && characters++ == limit) return text.substr(0, i) + ellipsis;
    }
    return text;
}

std::string builtin_repr(PyObject* object) {
    const Ref text = Ref::take(PyObject_Repr(object));
    if (!text) PyErr_Clear();
    return text ? utf8(text.get()) : "?";
}

std::string type_name(PyObject* object) {
    const std::string name = Py_TYPE(object)->tp_name;
    const auto dot = name.rfind('.');
    return dot == std::string::npos ? name : name.substr(dot + 1);
}

std::string repr_at(PyObject* object, int depth);

std::string str_repr(PyObject* object) {
    const auto limit = static_cast<Py_ssize_t>(short_repr_length);
    if (PyUnicode_GET_LENGTH(object) <= limit) return builtin_repr(object);
    const Ref front = Ref::take(PyUnicode_Substring(object, 0, limit));
    return front ? builtin_repr(front.get()) + ellipsis : "?";
}

std::string int_repr(PyObject* object) {
    // Very long numbers take quadratic time, and CPython refuses to print them.
    const std::size_t bits = _PyLong_NumBits(object);
    return bits > 1000 ? fmt::format("<int of {} bits>", bits) : builtin_repr(object);
}

// Elements by an index or an iterator that belongs to the built-in type itself.
std::string sequence_repr(PyObject* object, const char* open, const char* close, int depth) {
    std::string text = open;
    const Ref iterator = Ref::take(PyObject_GetIter(object));
    Py_ssize_t count = 0;
    while (iterator) {
        const Ref item = Ref::take(PyIter_Next(iterator.get()));
        if (!item) break;
        if (count) text += ", ";
        if (count++ == short_repr_elements) {
            text += ellipsis;
            break;
        }
        text += repr_at(item.get(), depth + 1);
    }
    PyErr_Clear();
    if (PyTuple_CheckExact(object) && count == 1) text += ",";
    return text + close;
}

std::string dict_repr(PyObject* object, int depth) {
    std::string text = "{";
    PyObject *key, *value;
    Py_ssize_t position = 0, count = 0;
    while (PyDict_Next(object, &position, &key, &value)) {
        if (count) text += ", ";
        if (count++ == short_repr_elements) {
            text += ellipsis;
            break;
        }
        text += repr_at(key, depth + 1) + ": " + repr_at(value, depth + 1);
    }
    return text + "}";
}

std::string instance_repr(PyObject* object, int depth) {
    std::string text = "<" + type_name(object);
    PyObject* dict = depth < max_depth ? instance_dict(object) : nullptr;
    PyObject *key, *value;
    Py_ssize_t position = 0, count = 0;
    while (dict && PyDict_Next(dict, &position, &key, &value)) {
        if (!PyUnicode_Check(key) || utf8(key).starts_with('_')) continue;
        if (count++ == short_repr_elements) {
            text += std::string(" ") + ellipsis;
            break;
        }
        text += " " + utf8(key) + "=" + repr_at(value, depth + 1);
    }
    return text + ">";
}

std::string named_repr(PyObject* object, const char* what) {
    const Ref name = Ref::take(PyObject_GetAttrString(object, "__name__"));
    if (!name) PyErr_Clear();
    return fmt::format("<{} {}>", what,
                       name && PyUnicode_Check(name.get()) ? utf8(name.get()) : "?");
}

std::string exception_repr(PyObject* object, int depth) {
    PyObject* args = reinterpret_cast<PyBaseExceptionObject*>(object)->args;
    return type_name(object) + (args && PyTuple_GET_SIZE(args) == 1
                                    ? "(" + repr_at(PyTuple_GET_ITEM(args, 0), depth + 1) + ")"
                                    : "()");
}

std::string thread_repr(PyObject* object) {
    const sched::ThreadControl* control = control_of(object);
    return control ? fmt::format("<{} {}>", type_name(object), control->name)
                   : "<" + type_name(object) + ">";
}

std::string repr_at(PyObject* object, int depth) {
    if (object == Py_None || PyBool_Check(object) || PyFloat_CheckExact(object))
        return builtin_repr(object);
    if (PyLong_CheckExact(object)) return int_repr(object);
    if (PyUnicode_CheckExact(object)) return str_repr(object);
    if (PyBytes_CheckExact(object)) return shortened(builtin_repr(object), short_repr_length);
    const bool is_shallow = depth < max_depth;
    if (PyList_CheckExact(object))
        return is_shallow ? sequence_repr(object, "[", "]", depth) : "[…]";
    if (PyTuple_CheckExact(object))
        return is_shallow ? sequence_repr(object, "(", ")", depth) : "(…)";
    if (PyAnySet_CheckExact(object))
        return is_shallow ? sequence_repr(object, "{", "}", depth) : "{…}";
    if (PyDict_CheckExact(object)) return is_shallow ? dict_repr(object, depth) : "{…}";
    if (PyFunction_Check(object) || PyCFunction_Check(object))
        return named_repr(object, "function");
    if (PyType_Check(object))
        return "<class " + std::string(((PyTypeObject*)object)->tp_name) + ">";
    if (PyModule_Check(object)) return named_repr(object, "module");
    if (PyMethod_Check(object)) return named_repr(PyMethod_GET_FUNCTION(object), "method");
    if (PyExceptionInstance_Check(object)) return exception_repr(object, depth);
    if (const sched::Primitive* primitive = primitive_in(object))
        return primitive->name().empty()
                   ? "<" + type_name(object) + ">"
                   : fmt::format("<{} {}>", type_name(object), primitive->name());
    if (is_thread_object(object)) return thread_repr(object);
    return instance_repr(object, depth);
}

// Follows repr_at: what that shows, this counts in.
class Fingerprint {
  public:
    std::uint64_t value() const { return m_value; }

    void add(PyObject* object, int depth) {
        add(reinterpret_cast<std::uintptr_t>(Py_TYPE(object)));
        if (PyLong_CheckExact(object) || PyUnicode_CheckExact(object) ||
            PyFloat_CheckExact(object) || PyBytes_CheckExact(object))
            add(static_cast<std::uint64_t>(PyObject_Hash(object)));
        else if (PyList_CheckExact(object) || PyTuple_CheckExact(object))
            add_sequence(object, depth);
        else if (PyAnySet_CheckExact(object))
            add_set(object, depth);
        else if (PyDict_CheckExact(object))
            add_dict(object, depth);
        else
            add_object(object, depth);
    }

  private:
    void add(std::uint64_t number) {
        m_value = (std::rotl(m_value, 23) ^ number) * 0x9E3779B97F4A7C15u;
    }

    void add_sequence(PyObject* object, int depth) {
        const Py_ssize_t size = PySequence_Fast_GET_SIZE(object);
        add(static_cast<std::uint64_t>(size));
        if (depth >= max_depth) return;
        for (Py_ssize_t i = 0; i < std::min(size, short_repr_elements); ++i)
            add(PySequence_Fast_GET_ITEM(object, i), depth + 1);
    }

    void add_set(PyObject* object, int depth) {
        add(static_cast<std::uint64_t>(PySet_GET_SIZE(object)));
        PyObject* item;
        Py_hash_t hash;
        Py_ssize_t position = 0, count = 0;
        while (depth < max_depth && count++ < short_repr_elements &&
               _PySet_NextEntry(object, &position, &item, &hash))
            add(item, depth + 1);
    }

    void add_dict(PyObject* object, int depth) {
        add(static_cast<std::uint64_t>(PyDict_GET_SIZE(object)));
        PyObject *key, *value;
        Py_ssize_t position = 0, count = 0;
        while (depth < max_depth && count++ < short_repr_elements &&
               PyDict_Next(object, &position, &key, &value)) {
            add(key, depth + 1);
            add(value, depth + 1);
        }
    }

    void add_object(PyObject* object, int depth) {
        if (const sched::Primitive* primitive = primitive_in(object))
            add(std::hash<std::string>{}(primitive->name()));
        else if (is_thread_object(object))
            add(std::hash<std::string>{}(thread_repr(object)));
        else if (PyObject* dict = depth < max_depth ? instance_dict(object) : nullptr)
            add_dict(dict, depth);
        else
            add(reinterpret_cast<std::uintptr_t>(object));
    }

    std::uint64_t m_value = 0;
};

}  // namespace

std::uint64_t fingerprint(PyObject* object) {
    Fingerprint result;
    result.add(object, 0);
    return result.value();
}

std::string short_repr(PyObject* object) {
    return shortened(repr_at(object, 0), short_repr_length);
}

bool is_immutable(PyObject* object) {
    return object == Py_None || PyBool_Check(object) || PyLong_CheckExact(object) ||
           PyFloat_CheckExact(object) || PyUnicode_CheckExact(object) || PyBytes_CheckExact(object);
}

PyObject* instance_dict(PyObject* object) {
    if (Py_TYPE(object)->tp_dictoffset == 0) return nullptr;
    PyObject* dict = PyObject_GenericGetDict(object, nullptr);
    if (!dict) {
        PyErr_Clear();
        return nullptr;
    }
    Py_DECREF(dict);  // the object keeps it
    return dict;
}

}  // namespace turnwise::python
