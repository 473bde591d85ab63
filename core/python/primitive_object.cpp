#include "core/python/primitive_object.h"

#include <Python.h>
#include <structmember.h>

#include <array>
#include <cstddef>
#include <vector>

#include "core/python/code_info.h"
#include "core/python/shared_objects.h"

namespace turnwise::python {

namespace {

std::vector<PyTypeObject*>& primitive_types() {
    static std::vector<PyTypeObject*> types;
    return types;
}

// Rare, and few: __init__ was called twice. Never empty again, for nobody knows who waits in them.
std::vector<std::unique_ptr<sched::Primitive>>& replaced_primitives() {
    // Outlives the interpreter's objects.
    static auto* all = new std::vector<std::unique_ptr<sched::Primitive>>;
    return *all;
}

PyTypeObject* local_type = nullptr;
sched::Primitive* (*primitive_of_local)(PyObject*) = nullptr;

// Classes without primitives, by the version that a class has until it is changed. No two have the
// same; 0 is none.
std::array<unsigned, 256> versions_without_primitives;

unsigned version_of(PyTypeObject* type) {
    return PyType_HasFeature(type, Py_TPFLAGS_VALID_VERSION_TAG) ? type->tp_version_tag : 0;
}

bool is_known_to_hold_none(PyTypeObject* type) {
    const unsigned version = version_of(type);
    return version != 0 && versions_without_primitives[version & 255] == version;
}

void remember_to_hold_none(PyTypeObject* type) {
    const unsigned version = version_of(type);
    versions_without_primitives[version & 255] = version;
}

PrimitiveObject* layout(PyObject* self) {
    return reinterpret_cast<PrimitiveObject*>(self);
}

}  // namespace

PyMemberDef primitive_members[] = {
    {"__weaklistoffset__", T_PYSSIZET, offsetof(PrimitiveObject, weakrefs), READONLY, nullptr},
    {nullptr, 0, 0, 0, nullptr}};

PyMemberDef primitive_members_with_dict[] = {
    {"__weaklistoffset__", T_PYSSIZET, offsetof(PrimitiveObject, weakrefs), READONLY, nullptr},
    {"__dictoffset__", T_PYSSIZET, offsetof(PrimitiveObject, dict), READONLY, nullptr},
    {nullptr, 0, 0, 0, nullptr}};

PyGetSetDef primitive_dict_getset[] = {
    {"__dict__", PyObject_GenericGetDict, PyObject_GenericSetDict, nullptr, nullptr},
    {nullptr, nullptr, nullptr, nullptr, nullptr}};

void primitive_dealloc(PyObject* self) {
    PyTypeObject* type = Py_TYPE(self);
    PyObject_GC_UnTrack(self);
    if (layout(self)->weakrefs) PyObject_ClearWeakRefs(self);
    primitive_clear(self);
    delete layout(self)->primitive;
    type->tp_free(self);
    Py_DECREF(type);
}

int primitive_traverse(PyObject* self, visitproc visit, void* arg) {
    Py_VISIT(Py_TYPE(self));
    Py_VISIT(layout(self)->dict);
    return layout(self)->holder ? layout(self)->holder->traverse(visit, arg) : 0;
}

int primitive_clear(PyObject* self) {
    if (layout(self)->holder) layout(self)->holder->let_go();
    Py_CLEAR(layout(self)->dict);
    return 0;
}

void adopt(PyObject* self, std::unique_ptr<sched::Primitive> primitive, ObjectHolder* holder) {
    SharedObjects* shared = SharedObjects::current();
    if (shared) primitive->number = shared->new_primitive(sched::Scheduler::current().running().id);
    const bool is_told_of = !shared || sched::Scheduler::current().recorder();
    primitive->internal = is_told_of && !CodeInfos::caller_is_user_code();
    if (layout(self)->primitive) replaced_primitives().emplace_back(layout(self)->primitive);
    layout(self)->primitive = primitive.release();
    layout(self)->holder = holder;
}

sched::Primitive& checked_primitive(PyObject* self) {
    if (sched::Primitive* primitive = layout(self)->primitive) return *primitive;
    PyErr_Format(PyExc_AttributeError, "'%s' object has no attribute '_cond'",
                 Py_TYPE(self)->tp_name);
    throw PythonError();
}

sched::Primitive* primitive_in(PyObject* object) {
    // All of these types are made at run time and have room for weak references, which functions
    // and plain data have not: a quick way to say no.
    PyTypeObject* its_type = Py_TYPE(object);
    if (!PyType_HasFeature(its_type, Py_TPFLAGS_HEAPTYPE)) return nullptr;
    if (its_type->tp_weaklistoffset == 0 || is_known_to_hold_none(its_type)) return nullptr;
    for (PyTypeObject* type : primitive_types())
        if (PyObject_TypeCheck(object, type)) return layout(object)->primitive;
    if (local_type && PyObject_TypeCheck(object, local_type)) return primitive_of_local(object);
    remember_to_hold_none(its_type);
    return nullptr;
}

void watch_local_type(PyTypeObject* type, sched::Primitive* (*primitive_of)(PyObject*)) {
    local_type = type;
    primitive_of_local = primitive_of;
}

PyObject* make_primitive_type(PyType_Spec& spec, PyObject* bases) {
    PyObject* type = PyType_FromSpecWithBases(&spec, bases);
    if (type && !bases) primitive_types().push_back(reinterpret_cast<PyTypeObject*>(type));
    return type;
}

double seconds_from(PyObject* object) {
    if (PyFloat_Check(object)) return PyFloat_AS_DOUBLE(object);
    const long long seconds = PyLong_AsLongLong(object);
    if (seconds == -1 && PyErr_Occurred()) {
        if (PyErr_ExceptionMatches(PyExc_OverflowError))
            PyErr_SetString(PyExc_OverflowError, "timestamp too large to convert to C _PyTime_t");
        throw PythonError();
    }
    return static_cast<double>(seconds);
}

std::optional<double> optional_seconds_from(PyObject* object) {
    if (!object || object == Py_None) return std::nullopt;
    if (PyFloat_Check(object) || PyLong_Check(object)) return seconds_from(object);
    const Ref zero = Ref::take(PyLong_FromLong(0));
    if (PyObject_RichCompareBool(object, zero.get(), Py_GT) < 0) throw PythonError();
    return seconds_from(object);
}

void look_inside(const sched::Primitive& primitive) {
    if (sched::Scheduler::current().options().is_explored && CodeInfos::caller_is_user_code())
        sched::Scheduler::current().explored_point(
            {const_cast<sched::Primitive*>(&primitive), trace::Operation::test});
}

PyObject* state_repr(PyObject* self, const std::string& state) {
    auto* type = reinterpret_cast<PyObject*>(Py_TYPE(self));
    Ref module = Ref::take(PyObject_GetAttrString(type, "__module__"));
    Ref name = Ref::take(PyObject_GetAttrString(type, "__qualname__"));
    if (!module || !name) throw PythonError();
    return PyUnicode_FromFormat("<%S.%S at %p: %s>", module.get(), name.get(), self, state.c_str());
}

}  // namespace turnwise::python
