#include "core/python/lock_types.h"

#include "core/python/primitive_object.h"
#include "core/python/python_like_object.h"
#include "core/python/threading_globals.h"
#include "core/python/type_building.h"
#include "core/threading/lock.h"

#include <algorithm>
#include <array>

namespace turnwise::python {

using threading::Lock;
using threading::RLock;

namespace {

PyObject* the_lock_type = nullptr;
PyObject* the_rlock_type = nullptr;

threading::AcquireArguments acquire_arguments(PyObject* args, PyObject* kwargs) {
    static const char* names[] = {"blocking", "timeout", nullptr};
    int blocking = 1;
    PyObject* timeout = nullptr;
    if (!PyArg_ParseTupleAndKeywords(args, kwargs, "|iO:acquire", const_cast<char**>(names),
                                     &blocking, &timeout))
        throw PythonError();
    return {blocking != 0, timeout ? seconds_from(timeout) : -1};
}

template <typename Core>
PyObject* acquire(PyObject* self, PyObject* args, PyObject* kwargs) {
    return guarded([&] {
        return PyBool_FromLong(core_of<Core>(self).acquire(acquire_arguments(args, kwargs)));
    });
}

template <typename Core>
PyObject* release(PyObject* self, PyObject*) {
    return guarded([&] {
        core_of<Core>(self).release();
        return Py_NewRef(Py_None);
    });
}

PyObject* locked(PyObject* self, PyObject*) {
    return guarded([&] {
        Lock& lock = core_of<Lock>(self);
        sched::Scheduler::current().explored_point({&lock, trace::Operation::test});
        return PyBool_FromLong(lock.locked());
    });
}

template <typename Core>
PyObject* at_fork_reinit(PyObject* self, PyObject*) {
    return guarded([&] {
        core_of<Core>(self).at_fork_reinit();
        return Py_NewRef(Py_None);
    });
}

PyObject* lock_repr(PyObject* self) {
    return guarded([&] {
        look_inside(core_of<Lock>(self));
        return PyUnicode_FromFormat("<%s %s object at %p>",
                                    core_of<Lock>(self).locked() ? "locked" : "unlocked",
                                    Py_TYPE(self)->tp_name, self);
    });
}

PyObject* rlock_repr(PyObject* self) {
    return guarded([&] {
        RLock& lock = core_of<RLock>(self);
        look_inside(lock);
        return PyUnicode_FromFormat(
            "<%s %s object owner=%lld count=%lld at %p>", lock.depth() ? "locked" : "unlocked",
            Py_TYPE(self)->tp_name,
            lock.owner() ? static_cast<long long>(lock.owner()->ident) : 0LL,
            static_cast<long long>(lock.depth()), self);
    });
}

// The owner by its name, as the class shows it that CPython has written in Python.
PyObject* python_rlock_repr(PyObject* self) {
    return guarded([&] {
        RLock& lock = core_of<RLock>(self);
        look_inside(lock);
        Ref owner = Ref::retain(Py_None);
        if (lock.owner()) {
            const Ref ident = Ref::take(PyLong_FromLongLong(lock.owner()->ident));
            PyObject* thread =
                ident ? PyDict_GetItemWithError(active_threads(), ident.get()) : nullptr;
            owner = thread ? Ref::take(PyObject_GetAttrString(thread, "name")) : ident;
        }
        const Ref type = Ref::retain(reinterpret_cast<PyObject*>(Py_TYPE(self)));
        const Ref module = Ref::take(PyObject_GetAttrString(type.get(), "__module__"));
        const Ref name = Ref::take(PyObject_GetAttrString(type.get(), "__qualname__"));
        if (!owner || !module || !name) throw PythonError();
        return PyUnicode_FromFormat("<%s %S.%S object owner=%R count=%lld at %p>",
                                    lock.depth() ? "locked" : "unlocked", module.get(), name.get(),
                                    owner.get(), static_cast<long long>(lock.depth()), self);
    });
}

PyObject* owner_ident(PyObject* self, void*) {
    return guarded([&] {
        look_inside(core_of<RLock>(self));
        const sched::ThreadControl* owner = core_of<RLock>(self).owner();
        return owner ? PyLong_FromLongLong(owner->ident) : Py_NewRef(Py_None);
    });
}

PyObject* depth(PyObject* self, void*) {
    return guarded([&] {
        look_inside(core_of<RLock>(self));
        return PyLong_FromLongLong(core_of<RLock>(self).depth());
    });
}

// The lock inside: free or taken as the whole is, and no more than something to look at.
PyObject* inner_lock(PyObject* self, void*) {
    return guarded([&] {
        look_inside(core_of<RLock>(self));
        Ref lock = Ref::take(new_lock());
        if (!lock) throw PythonError();
        checked_primitive(lock.get()).internal = true;
        if (core_of<RLock>(self).depth() > 0) core_of<Lock>(lock.get()).take_now();
        return lock.release();
    });
}

constexpr const char* shown[] = {"_block", "_owner", "_count", nullptr};

PyGetSetDef python_rlock_getset[] = {{"__dict__", dict_with_attributes, PyObject_GenericSetDict,
                                      nullptr, const_cast<const char**>(shown)},
                                     {"_block", inner_lock, nullptr, nullptr, nullptr},
                                     {"_owner", owner_ident, nullptr, nullptr, nullptr},
                                     {"_count", depth, nullptr, nullptr, nullptr},
                                     {nullptr, nullptr, nullptr, nullptr, nullptr}};

PyObject* rlock_new(PyTypeObject* type, PyObject*, PyObject*) {
    return guarded([&] {
        PyObject* self = type->tp_alloc(type, 0);
        if (self) adopt(self, std::make_unique<RLock>());
        return self;
    });
}

PyObject* is_owned(PyObject* self, PyObject*) {
    return guarded([&] { return PyBool_FromLong(core_of<RLock>(self).is_owned()); });
}

// The saved state is a pair as in CPython: how often, and by whom.
PyObject* release_save(PyObject* self, PyObject*) {
    return guarded([&] {
        RLock& lock = core_of<RLock>(self);
        const long long owner = lock.owner() ? lock.owner()->ident : 0;
        return Py_BuildValue("LL", static_cast<long long>(lock.release_save()), owner);
    });
}

PyObject* acquire_restore(PyObject* self, PyObject* args) {
    return guarded([&]() -> PyObject* {
        long long depth = 0;
        long long owner = 0;
        if (!PyArg_ParseTuple(args, "(LL):_acquire_restore", &depth, &owner)) return nullptr;
        core_of<RLock>(self).acquire_restore(depth);
        return Py_NewRef(Py_None);
    });
}

PyMethodDef lock_methods[] = {
    {"acquire_lock", with_keywords(acquire<Lock>), METH_VARARGS | METH_KEYWORDS,
     "Obsolete for acquire."},
    {"acquire", with_keywords(acquire<Lock>), METH_VARARGS | METH_KEYWORDS,
     "acquire(blocking=True, timeout=-1) -> bool\n\nLock the lock; wait for it if it is locked."},
    {"release_lock", release<Lock>, METH_NOARGS, "Obsolete for release."},
    {"release", release<Lock>, METH_NOARGS,
     "release()\n\nRelease the lock; one thread that waits for it may go on."},
    {"locked_lock", locked, METH_NOARGS, "Obsolete for locked."},
    {"locked", locked, METH_NOARGS, "locked() -> bool\n\nWhether the lock is locked."},
    {"__enter__", with_keywords(acquire<Lock>), METH_VARARGS | METH_KEYWORDS, "Lock the lock."},
    {"__exit__", release<Lock>, METH_VARARGS, "Release the lock."},
    {"_at_fork_reinit", at_fork_reinit<Lock>, METH_NOARGS, nullptr},
    {nullptr, nullptr, 0, nullptr}};

PyMethodDef rlock_methods[] = {
    {"acquire", with_keywords(acquire<RLock>), METH_VARARGS | METH_KEYWORDS,
     "acquire(blocking=True, timeout=-1) -> bool\n\nLock the lock, once more if it is ours "
     "already."},
    {"release", release<RLock>, METH_NOARGS,
     "release()\n\nRelease the lock once; it is free when released as often as acquired."},
    {"_is_owned", is_owned, METH_NOARGS, nullptr},
    {"_release_save", release_save, METH_NOARGS, nullptr},
    {"_acquire_restore", acquire_restore, METH_VARARGS, nullptr},
    {"__enter__", with_keywords(acquire<RLock>), METH_VARARGS | METH_KEYWORDS, "Lock the lock."},
    {"__exit__", release<RLock>, METH_VARARGS, "Release the lock."},
    {"_at_fork_reinit", at_fork_reinit<RLock>, METH_NOARGS, nullptr},
    {nullptr, nullptr, 0, nullptr}};

// The same, and copy and pickle see a class written in Python.
auto python_rlock_methods = [] {
    std::array<PyMethodDef, std::size(rlock_methods) + 1> methods{};
    methods[0] = {"__reduce_ex__", reduce_like_python, METH_O, nullptr};
    std::copy(std::begin(rlock_methods), std::end(rlock_methods), methods.begin() + 1);
    return methods;
}();

PyObject* make_lock_type() {
    PyType_Slot slots[] = {{Py_tp_dealloc, slot(primitive_dealloc)},
                           {Py_tp_traverse, slot(primitive_traverse)},
                           {Py_tp_clear, slot(primitive_clear)},
                           {Py_tp_repr, slot(lock_repr)},
                           {Py_tp_methods, lock_methods},
                           {Py_tp_members, primitive_members},
                           {Py_tp_doc, text_slot("A lock: locked or unlocked, owned by nobody.")},
                           {0, nullptr}};
    PyType_Spec spec = {"_thread.lock", sizeof(PrimitiveObject), 0,
                        Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC |
                            Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_IMMUTABLETYPE,
                        slots};
    return make_primitive_type(spec);
}

PyObject* make_rlock_type() {
    PyType_Slot slots[] = {{Py_tp_dealloc, slot(primitive_dealloc)},
                           {Py_tp_traverse, slot(primitive_traverse)},
                           {Py_tp_clear, slot(primitive_clear)},
                           {Py_tp_repr, slot(rlock_repr)},
                           {Py_tp_new, slot(rlock_new)},
                           {Py_tp_methods, rlock_methods},
                           {Py_tp_members, primitive_members},
                           {0, nullptr}};
    PyType_Spec spec = {
        "_thread.RLock", sizeof(PrimitiveObject), 0,
        Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_BASETYPE | Py_TPFLAGS_IMMUTABLETYPE,
        slots};
    return make_primitive_type(spec);
}

// threading._RLock: what threading.RLock() would be without _thread.RLock.
PyObject* make_python_rlock_type() {
    PyType_Slot slots[] = {{Py_tp_dealloc, slot(primitive_dealloc)},
                           {Py_tp_traverse, slot(primitive_traverse)},
                           {Py_tp_clear, slot(primitive_clear)},
                           {Py_tp_repr, slot(python_rlock_repr)},
                           {Py_tp_new, slot(rlock_new)},
                           {Py_tp_methods, python_rlock_methods.data()},
                           {Py_tp_members, primitive_members_with_dict},
                           {Py_tp_getset, python_rlock_getset},
                           {Py_tp_doc, text_slot("_RLock()\n--\n\nA reentrant lock.")},
                           {0, nullptr}};
    PyType_Spec spec = {"threading._RLock", sizeof(PrimitiveObject), 0,
                        Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_BASETYPE, slots};
    return named_plainly(make_primitive_type(spec));
}

}  // namespace

PyObject* python_rlock_type() {
    static PyObject* type = make_python_rlock_type();
    return Py_XNewRef(type);
}

PyObject* lock_type() {
    if (!the_lock_type) the_lock_type = make_lock_type();
    return Py_XNewRef(the_lock_type);
}

PyObject* rlock_type() {
    if (!the_rlock_type) the_rlock_type = make_rlock_type();
    return Py_XNewRef(the_rlock_type);
}

PyObject* new_lock() {
    auto* type = reinterpret_cast<PyTypeObject*>(the_lock_type);
    PyObject* self = type->tp_alloc(type, 0);
    if (self) adopt(self, std::make_unique<Lock>());
    return self;
}

threading::Lockable* lockable_in(PyObject* object) {
    if (Py_IS_TYPE(object, reinterpret_cast<PyTypeObject*>(the_lock_type)))
        return &core_of<Lock>(object);
    if (Py_IS_TYPE(object, reinterpret_cast<PyTypeObject*>(the_rlock_type)))
        return &core_of<RLock>(object);
    return nullptr;
}

}  // namespace turnwise::python
