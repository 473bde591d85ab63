// How a Python object holds a primitive of the threading core.
#pragma once

#include <Python.h>

#include <concepts>
#include <memory>
#include <optional>
#include <string>

#include "core/python/attributes.h"
#include "core/python/errors.h"
#include "core/python/ref.h"
#include "core/sched/scheduler.h"

namespace turnwise::python {

// A primitive that keeps Python objects (the action of a Barrier, the lock that the program wrote
// itself): the garbage collector has to know of them, or what they lead back to would never go.
class ObjectHolder {
  public:
    virtual int traverse(visitproc visit, void* arg) const = 0;  // named so for Py_VISIT
    virtual void let_go() = 0;

  protected:
    ~ObjectHolder() = default;
};

// The layout of Lock, RLock, Condition, Semaphore, Event, Barrier and all their subclasses.
struct PrimitiveObject {
    PyObject_HEAD PyObject* dict;  // instance attributes; stays nullptr where the class has none
    PyObject* weakrefs;
    sched::Primitive* primitive;  // owned; nullptr before __init__ has run
    ObjectHolder* holder;         // the primitive, if it keeps Python objects
};

// The slots that all of these types share.
void primitive_dealloc(PyObject* self);
int primitive_traverse(PyObject* self, visitproc visit, void* arg);
int primitive_clear(PyObject* self);
extern PyMemberDef primitive_members[];            // __weaklistoffset__
extern PyMemberDef primitive_members_with_dict[];  // and __dictoffset__
extern PyGetSetDef primitive_dict_getset[];        // __dict__, where nothing has to be put into it

// Gives `self` its primitive. It counts as internal when library code, not the program, makes it.
// One that it has already (__init__ was called once more) stays for the threads that wait there.
void adopt(PyObject* self, std::unique_ptr<sched::Primitive> primitive,
           ObjectHolder* holder = nullptr);

template <std::derived_from<ObjectHolder> Core>
void adopt(PyObject* self, std::unique_ptr<Core> primitive) {
    ObjectHolder* const holder = primitive.get();
    adopt(self, std::move(primitive), holder);
}

// Throws PythonError with an AttributeError set if __init__ of the base class was never called.
sched::Primitive& checked_primitive(PyObject* self);

template <typename Core>
Core& core_of(PyObject* self) {
    return static_cast<Core&>(checked_primitive(self));
}

// The primitive in any Python object, or nullptr if there is none.
sched::Primitive* primitive_in(PyObject* object);

// For threading.local, whose objects hold their primitive elsewhere: where primitive_in() finds it.
void watch_local_type(PyTypeObject* type, sched::Primitive* (*primitive_of)(PyObject*));

// A new type from a spec; remembers it for primitive_in() if it holds primitives.
PyObject* make_primitive_type(PyType_Spec& spec, PyObject* bases = nullptr);

// A number of seconds as Python's own locks take it: float, or int through __index__.
// Throws PythonError.
double seconds_from(PyObject* object);
// As the classes take it that CPython writes in Python: None and nullptr are "no timeout"; what is
// no number is first compared with 0, and that is the error.
std::optional<double> optional_seconds_from(PyObject* object);

// "<threading.Event at 0x7f...: STATE>", with the name of a subclass where it is one. Throws
// PythonError.
PyObject* state_repr(PyObject* self, const std::string& state);

// Code of the program looks at what other threads may change in a primitive: a point of explored
// runs.
void look_inside(const sched::Primitive& primitive);

}  // namespace turnwise::python
