// Owned references to Python objects.
//
// The verb says who owns: take() for a "new reference" that a function returned, retain() for a
// "borrowed" one. Empty after a failed call, with the Python error set.
#pragma once

#include <Python.h>

#include <utility>

namespace turnwise::python {

class Ref {
  public:
    Ref() = default;
    static Ref take(PyObject* object) { return Ref(object); }
    static Ref retain(PyObject* object) { return Ref(Py_XNewRef(object)); }

    Ref(const Ref& other) : m_object(Py_XNewRef(other.m_object)) {}
    Ref(Ref&& other) noexcept : m_object(std::exchange(other.m_object, nullptr)) {}
    Ref& operator=(Ref other) noexcept {
        std::swap(m_object, other.m_object);
        return *this;
    }
    ~Ref() { Py_XDECREF(m_object); }

    PyObject* get() const { return m_object; }
    PyObject* release() { return std::exchange(m_object, nullptr); }
    explicit operator bool() const { return m_object != nullptr; }

  private:
    explicit Ref(PyObject* object) : m_object(object) {}
    PyObject* m_object = nullptr;
};

}  // namespace turnwise::python
