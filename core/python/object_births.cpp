#include "core/python/object_births.h"

#include <string_view>
#include <utility>

#include "core/python/checked.h"
#include "core/python/code_info.h"
#include "core/python/errors.h"
#include "core/python/python_thread.h"
#include "core/python/ref.h"
#include "core/sched/scheduler.h"

namespace turnwise::python {

namespace {

// More than any address, less than what a hash may be; the bits of a path, a class and an index,
// and one for who calls.
constexpr std::uint64_t first_id = std::uint64_t{1} << 60;
constexpr unsigned path_bits = 19, class_bits = 16, index_bits = 20, alignment_bits = 4;

constexpr std::uint64_t low(std::uint64_t number, unsigned bits) {
    return number & ((std::uint64_t{1} << bits) - 1);
}

struct Birth {
    std::uint64_t id = 0;
    std::uint32_t execution = 0;
};

std::uint32_t execution_now = 0;
newfunc type_new = nullptr;
reprfunc object_repr = nullptr;

// By address, of whatever was born there last.
std::unordered_map<PyObject*, Birth>& births() {
    static auto& all = *new std::unordered_map<PyObject*, Birth>;  // objects die later than this
    return all;
}

std::uint64_t id_of_next(PyTypeObject* type, ThreadBirths& thread) {
    const bool is_class = PyType_HasFeature(type, Py_TPFLAGS_HEAPTYPE);
    const Py_hash_t name =
        is_class ? PyObject_Hash(reinterpret_cast<PyHeapTypeObject*>(type)->ht_qualname)
                 : static_cast<Py_hash_t>(std::hash<std::string_view>()(type->tp_name));
    // A library makes some when it is imported, which not every execution has to do.
    const bool is_of_library = !CodeInfos::caller_is_user_code();
    std::uint64_t id = low(thread.path, path_bits);
    id = id << class_bits | low(static_cast<std::uint64_t>(name), class_bits);
    id = id << 1 | (is_of_library ? 1 : 0);
    const std::uint64_t kind = static_cast<std::uint64_t>(name) << 1 | (is_of_library ? 1 : 0);
    id = id << index_bits | low(thread.objects[kind]++, index_bits);
    return first_id | id << alignment_bits;
}

PyObject* give_birth(PyTypeObject* type, Py_ssize_t items) {
    if (!sched::Scheduler::is_active()) return PyType_GenericAlloc(type, items);
    auto* thread = static_cast<PythonThread*>(sched::Scheduler::current().running().host);
    // Before it is there: whoever collects garbage looks at what is not made yet.
    const std::uint64_t id = thread ? id_of_next(type, thread->births) : 0;
    PyObject* object = PyType_GenericAlloc(type, items);
    if (object && thread) births()[object] = {id, execution_now};
    return object;
}

// Every class has its memory from PyType_GenericAlloc, whatever it derives from.
PyObject* make_type(PyTypeObject* meta, PyObject* arguments, PyObject* keywords) {
    PyObject* type = type_new(meta, arguments, keywords);
    if (!type || !PyType_Check(type)) return type;
    auto* made = reinterpret_cast<PyTypeObject*>(type);
    const bool makes_classes = PyType_IsSubtype(made, &PyType_Type) != 0;  // they have names
    if (made->tp_alloc == PyType_GenericAlloc && !makes_classes) made->tp_alloc = give_birth;
    return type;
}

const Birth* birth_of(PyObject* object) {
    if (Py_TYPE(object)->tp_alloc != give_birth) return nullptr;
    const auto known = births().find(object);
    return known == births().end() ? nullptr : &known->second;
}

// Of what lives on from one execution to the next the id may be given again, the hash must stay.
std::uint64_t id_of(PyObject* object) {
    const Birth* birth = birth_of(object);
    return birth && birth->execution == execution_now ? birth->id
                                                      : reinterpret_cast<std::uintptr_t>(object);
}

Py_hash_t hash_of(PyObject* object) {
    const Birth* birth = birth_of(object);
    return birth ? static_cast<Py_hash_t>(birth->id >> alignment_bits) : _Py_HashPointer(object);
}

// In the words of Python's own, but for the address at the end.
PyObject* repr_of(PyObject* object) {
    const Ref text = Ref::take(object_repr(object));
    if (!text || !birth_of(object)) return text ? Py_NewRef(text.get()) : nullptr;
    const Py_ssize_t end =
        PyUnicode_FindChar(text.get(), ' ', 0, PyUnicode_GET_LENGTH(text.get()), -1);
    if (end < 0) return Py_NewRef(text.get());
    const Ref words = Ref::take(PyUnicode_Substring(text.get(), 0, end));
    if (!words) return nullptr;
    return PyUnicode_FromFormat("%U %p>", words.get(), reinterpret_cast<void*>(id_of(object)));
}

PyObject* builtin_id(PyObject*, PyObject* object) {
    return PyLong_FromUnsignedLongLong(id_of(object));
}

}  // namespace

ThreadBirths ThreadBirths::child() {
    ThreadBirths births;
    births.path = low(path * 1'048'573 + ++children, path_bits);
    return births;
}

void tell_objects_by_birth() {
    if (type_new) return;
    type_new = std::exchange(PyType_Type.tp_new, make_type);
    object_repr = std::exchange(PyBaseObject_Type.tp_repr, repr_of);
    PyBaseObject_Type.tp_hash = hash_of;
    PyBaseObject_Type.tp_alloc = give_birth;
}

void tell_id_by_birth() {
    const Ref builtins = checked(PyImport_ImportModule("builtins"));
    const Ref id = checked(PyObject_GetAttrString(builtins.get(), "id"));
    reinterpret_cast<PyCFunctionObject*>(id.get())->m_ml->ml_meth = builtin_id;
}

void begin_births() {
    ++execution_now;
    python_thread(sched::Scheduler::current().running()).births = {};
}

}  // namespace turnwise::python
