#include "core/python/arguments.h"

#include <fmt/format.h>

#include <string>

#include "core/python/errors.h"

namespace turnwise::python {

namespace {

[[noreturn]] void raise_type_error(const std::string& message) {
    PyErr_SetString(PyExc_TypeError, message.c_str());
    throw PythonError();
}

// 'a', 'a' and 'b', 'a', 'b', and 'c'
std::string enumerated(const std::vector<const char*>& names) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const bool is_last = i + 1 == names.size();
        if (i > 0) text += names.size() == 2 ? " and " : is_last ? ", and " : ", ";
        text += fmt::format("'{}'", names[i]);
    }
    return text;
}

}  // namespace

void Signature::bind(PyObject* args, PyObject* kwargs, PyObject** values) const {
    const auto given = static_cast<std::size_t>(PyTuple_GET_SIZE(args));
    for (std::size_t i = 0; i < m_names.size(); ++i)
        values[i] = i < given && i < positional()
                        ? PyTuple_GET_ITEM(args, static_cast<Py_ssize_t>(i))
                        : nullptr;
    PyObject *name, *value;
    Py_ssize_t position = 0;
    while (kwargs && PyDict_Next(kwargs, &position, &name, &value))
        bind_keyword(name, value, values);
    if (given > positional()) too_many(given);
    std::vector<const char*> absent;
    for (std::size_t i = 0; i < m_required; ++i)
        if (!values[i]) absent.push_back(m_names[i]);
    if (!absent.empty()) missing(absent);
}

void Signature::bind_keyword(PyObject* name, PyObject* value, PyObject** values) const {
    const char* text = PyUnicode_AsUTF8(name);
    if (!text) throw PythonError();
    for (std::size_t i = 0; i < m_names.size(); ++i) {
        if (std::string_view(text) != m_names[i]) continue;
        if (values[i])
            raise_type_error(
                fmt::format("{}() got multiple values for argument '{}'", m_function, text));
        values[i] = value;
        return;
    }
    raise_type_error(fmt::format("{}() got an unexpected keyword argument '{}'", m_function, text));
}

// Both numbers count self.
void Signature::too_many(std::size_t given) const {
    const std::size_t most = positional() + 1;
    const std::size_t least = m_required + 1;
    const std::string takes =
        least == most ? fmt::format("{} positional argument{}", most, most == 1 ? "" : "s")
                      : fmt::format("from {} to {} positional arguments", least, most);
    raise_type_error(fmt::format("{}() takes {} but {} were given", m_function, takes, given + 1));
}

void Signature::missing(const std::vector<const char*>& names) const {
    raise_type_error(fmt::format("{}() missing {} required positional argument{}: {}", m_function,
                                 names.size(), names.size() == 1 ? "" : "s", enumerated(names)));
}

}  // namespace turnwise::python
