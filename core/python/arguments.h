// Arguments as a function written in Python takes them, with the messages that the interpreter
// gives for such a function: threading is Python in CPython, and programs see the text of its
// errors.
#pragma once

#include <Python.h>

#include <array>
#include <initializer_list>
#include <vector>

namespace turnwise::python {

// The signature of a method. Parameters are in order; the first `required` have no default.
class Signature {
  public:
    // `function` is the qualified name, "Thread.__init__"; `keyword_only` counts from the end.
    Signature(const char* function, std::initializer_list<const char*> parameters,
              std::size_t required = 0, std::size_t keyword_only = 0)
        : m_function(function),
          m_names(parameters),
          m_required(required),
          m_keyword_only(keyword_only) {}

    // Fills one borrowed reference for each parameter; nullptr where the call gave none. Throws
    // PythonError with the TypeError set that Python raises.
    void bind(PyObject* args, PyObject* kwargs, PyObject** values) const;

    template <std::size_t count>
    std::array<PyObject*, count> bind(PyObject* args, PyObject* kwargs) const {
        std::array<PyObject*, count> values{};
        bind(args, kwargs, values.data());
        return values;
    }

  private:
    std::size_t positional() const { return m_names.size() - m_keyword_only; }
    void bind_keyword(PyObject* name, PyObject* value, PyObject** values) const;
    [[noreturn]] void too_many(std::size_t given) const;
    [[noreturn]] void missing(const std::vector<const char*>& names) const;

    const char* m_function;
    std::vector<const char*> m_names;
    std::size_t m_required;
    std::size_t m_keyword_only;
};

}  // namespace turnwise::python
