// threading.Condition, over a lock of ours or over anything that has acquire() and release().
#include "core/python/arguments.h"
#include "core/python/lock_types.h"
#include "core/python/primitive_object.h"
#include "core/python/python_like_object.h"
#include "core/python/sync_types.h"
#include "core/python/type_building.h"
#include "core/threading/condition.h"

#include <algorithm>
#include <cmath>

namespace turnwise::python {

namespace {

Ref call(PyObject* object, const char* method, PyObject* argument = nullptr) {
    Ref name = Ref::take(PyUnicode_InternFromString(method));
    Ref result = Ref::take(argument ? PyObject_CallMethodOneArg(object, name.get(), argument)
                                    : PyObject_CallMethodNoArgs(object, name.get()));
    if (!result) throw PythonError();
    return result;
}

bool is_true(const Ref& value) {
    const int truth = PyObject_IsTrue(value.get());
    if (truth < 0) throw PythonError();
    return truth != 0;
}

// A lock that the program wrote itself. What it lacks of RLock's inner methods is made up for as
// CPython's Condition does.
class ForeignLock final : public threading::Lockable {
  public:
    explicit ForeignLock(PyObject* lock) : m_lock(Ref::retain(lock)) {}

    PyObject* object() const { return m_lock.get(); }
    void let_go() { m_lock = Ref::retain(Py_None); }

    bool acquire(threading::AcquireArguments) override {
        return is_true(call(m_lock.get(), "acquire"));
    }
    void release() override { call(m_lock.get(), "release"); }

    Saved release_save() override {
        if (!has("_release_save")) {
            release();
            return 0;
        }
        return reinterpret_cast<Saved>(call(m_lock.get(), "_release_save").release());
    }

    void acquire_restore(Saved saved) override {
        if (!has("_acquire_restore")) {
            acquire({});
            return;
        }
        const Ref state = Ref::take(reinterpret_cast<PyObject*>(saved));
        call(m_lock.get(), "_acquire_restore", state.get());
    }

    bool is_owned() override {
        if (has("_is_owned")) return is_true(call(m_lock.get(), "_is_owned"));
        if (!is_true(call(m_lock.get(), "acquire", Py_False))) return true;
        release();
        return false;
    }

  private:
    bool has(const char* name) const { return PyObject_HasAttrString(m_lock.get(), name) != 0; }

    Ref m_lock;
};

class PythonCondition final : public threading::Condition, public ObjectHolder {
  public:
    PythonCondition(threading::Lockable* lock, PyObject* lock_object)
        : Condition(lock), m_ours(Ref::retain(lock_object)) {}
    explicit PythonCondition(std::unique_ptr<ForeignLock> lock)
        : Condition(lock.get()), m_foreign(std::move(lock)) {}

    int traverse(visitproc visit, void* arg) const override {
        if (m_foreign) Py_VISIT(m_foreign->object());
        return 0;
    }
    void let_go() override {
        if (m_foreign) m_foreign->let_go();
    }

  private:
    // A lock of ours leads to nothing else. It stays whatever the program does with the attribute
    // _lock.
    const Ref m_ours;
    std::unique_ptr<ForeignLock> m_foreign;
};

PythonCondition& condition(PyObject* self) {
    return core_of<PythonCondition>(self);
}

// The lock's own methods become the condition's, those of an RLock for wait() too.
void take_over_methods(PyObject* self, PyObject* lock) {
    for (const char* name :
         {"acquire", "release", "_release_save", "_acquire_restore", "_is_owned"}) {
        const bool is_needed = name[0] != '_';
        const Ref method = Ref::take(PyObject_GetAttrString(lock, name));
        if (method) {
            set_attribute(self, name, method.get());
            continue;
        }
        if (is_needed || !PyErr_ExceptionMatches(PyExc_AttributeError)) throw PythonError();
        PyErr_Clear();
    }
}

void initialize(PyObject* self, Ref lock) {
    if (lock.get() == Py_None) {
        const Ref type = Ref::take(rlock_type());
        lock = Ref::take(PyObject_CallNoArgs(type.get()));
        if (!lock) throw PythonError();
    }
    if (threading::Lockable* ours = lockable_in(lock.get()))
        adopt(self, std::make_unique<PythonCondition>(ours, lock.get()));
    else
        adopt(self, std::make_unique<PythonCondition>(std::make_unique<ForeignLock>(lock.get())));
    set_attribute(self, "_lock", lock.get());
    take_over_methods(self, lock.get());
}

int init(PyObject* self, PyObject* args, PyObject* kwargs) {
    static const Signature signature("Condition.__init__", {"lock"});
    return guarded_int([&] {
        const auto [lock] = signature.bind<1>(args, kwargs);
        initialize(self, Ref::retain(lock ? lock : Py_None));
        return 0;
    });
}

PyObject* set_state(PyObject* self, PyObject* state) {
    return guarded([&] {
        initialize(self, state_value(state, "_lock", Py_None));
        restore_dict(self, state);
        return Py_NewRef(Py_None);
    });
}

PyObject* wait(PyObject* self, PyObject* args, PyObject* kwargs) {
    static const Signature signature("Condition.wait", {"timeout"});
    return guarded([&]() -> PyObject* {
        const auto [timeout] = signature.bind<1>(args, kwargs);
        return PyBool_FromLong(condition(self).wait(optional_seconds_from(timeout)));
    });
}

// Returns what the predicate returned last, whatever its type.
PyObject* wait_for(PyObject* self, PyObject* args, PyObject* kwargs) {
    static const Signature signature("Condition.wait_for", {"predicate", "timeout"}, 1);
    return guarded([&]() -> PyObject* {
        const auto [predicate, timeout] = signature.bind<2>(args, kwargs);
        Ref result;
        condition(self).wait_for(
            [&, predicate = predicate] {
                result = Ref::take(PyObject_CallNoArgs(predicate));
                if (!result) throw PythonError();
                return is_true(result);
            },
            optional_seconds_from(timeout));
        return result.release();
    });
}

// How many to wake: any number, which is looked at only if somebody waits.
std::int64_t count_from(PyObject* number) {
    if (PyLong_Check(number)) {
        int overflow = 0;
        const long long count = PyLong_AsLongLongAndOverflow(number, &overflow);
        return overflow > 0 ? PY_SSIZE_T_MAX : overflow < 0 ? 0 : count;
    }
    const Ref zero = Ref::take(PyLong_FromLong(0));
    if (PyObject_RichCompareBool(number, zero.get(), Py_GT) < 0) throw PythonError();
    const double count = PyFloat_AsDouble(number);
    if (count == -1 && PyErr_Occurred()) throw PythonError();
    return static_cast<std::int64_t>(std::ceil(std::clamp(count, 0.0, 1e18)));
}

PyObject* notify(PyObject* self, PyObject* args, PyObject* kwargs) {
    static const Signature signature("Condition.notify", {"n"});
    return guarded([&]() -> PyObject* {
        const auto [n] = signature.bind<1>(args, kwargs);
        PythonCondition& core = condition(self);
        const bool is_counted = n && (core.waiting() > 0 || PyLong_Check(n));
        core.notify(is_counted ? count_from(n) : 1);
        return Py_NewRef(Py_None);
    });
}

PyObject* notify_all(PyObject* self, PyObject*) {
    return guarded([&] {
        condition(self).notify_all();
        return Py_NewRef(Py_None);
    });
}

PyObject* notify_all_camel(PyObject* self, PyObject*) {
    if (PyErr_WarnEx(PyExc_DeprecationWarning,
                     "notifyAll() is deprecated, use notify_all() instead", 1) < 0)
        return nullptr;
    return PyObject_CallMethod(self, "notify_all", nullptr);
}

// As many as wait. Which locks they would wait for in CPython, no program can know.
PyObject* waiters(PyObject* self, void*) {
    return guarded([&]() -> PyObject* {
        look_inside(condition(self));
        const auto count = static_cast<Py_ssize_t>(condition(self).waiting());
        const Ref collections = Ref::take(PyImport_ImportModule("_collections"));
        const Ref list = Ref::take(PyList_New(0));
        for (Py_ssize_t i = 0; list && i < count; ++i) {
            const Ref lock = Ref::take(new_lock());
            if (!lock || PyList_Append(list.get(), lock.get()) < 0) return nullptr;
            checked_primitive(lock.get()).internal = true;
        }
        return collections && list
                   ? PyObject_CallMethod(collections.get(), "deque", "O", list.get())
                   : nullptr;
    });
}

PyObject* enter(PyObject* self, PyObject*) {
    Ref lock = Ref::take(PyObject_GetAttrString(self, "_lock"));
    return lock ? PyObject_CallMethod(lock.get(), "__enter__", nullptr) : nullptr;
}

PyObject* leave(PyObject* self, PyObject* args) {
    Ref lock = Ref::take(PyObject_GetAttrString(self, "_lock"));
    Ref method = lock ? Ref::take(PyObject_GetAttrString(lock.get(), "__exit__")) : Ref();
    return method ? PyObject_CallObject(method.get(), args) : nullptr;
}

PyObject* is_owned(PyObject* self, PyObject*) {
    return guarded([&] { return PyBool_FromLong(condition(self).lock().is_owned()); });
}

PyObject* at_fork_reinit(PyObject* self, PyObject*) {
    return guarded([&] {
        condition(self).at_fork_reinit();
        Ref lock = Ref::take(PyObject_GetAttrString(self, "_lock"));
        return lock ? PyObject_CallMethod(lock.get(), "_at_fork_reinit", nullptr) : nullptr;
    });
}

PyObject* repr(PyObject* self) {
    return guarded([&] {
        Ref lock = Ref::take(PyObject_GetAttrString(self, "_lock"));
        if (!lock) throw PythonError();
        look_inside(condition(self));
        return PyUnicode_FromFormat("<Condition(%R, %zd)>", lock.get(), condition(self).waiting());
    });
}

constexpr const char* shown[] = {"_waiters", nullptr};

PyGetSetDef getset[] = {{"__dict__", dict_with_attributes, PyObject_GenericSetDict, nullptr,
                         const_cast<const char**>(shown)},
                        {"_waiters", waiters, nullptr, nullptr, nullptr},
                        {nullptr, nullptr, nullptr, nullptr, nullptr}};

PyMethodDef methods[] = {
    {"wait", with_keywords(wait), METH_VARARGS | METH_KEYWORDS,
     "wait($self, timeout=None)\n--\n\nWait until notified; False if the timeout came first."},
    {"wait_for", with_keywords(wait_for), METH_VARARGS | METH_KEYWORDS,
     "wait_for($self, predicate, timeout=None)\n--\n\nWait until the predicate is true; returns "
     "its value."},
    {"notify", with_keywords(notify), METH_VARARGS | METH_KEYWORDS,
     "notify($self, n=1)\n--\n\nWake at most n of the threads that wait."},
    {"notify_all", notify_all, METH_NOARGS,
     "notify_all($self)\n--\n\nWake every thread that waits."},
    {"notifyAll", notify_all_camel, METH_NOARGS,
     "notifyAll($self)\n--\n\nDeprecated alias of notify_all."},
    {"__enter__", enter, METH_NOARGS, nullptr},
    {"__exit__", leave, METH_VARARGS, nullptr},
    {"_is_owned", is_owned, METH_NOARGS, nullptr},
    {"_at_fork_reinit", at_fork_reinit, METH_NOARGS, nullptr},
    {"__reduce_ex__", reduce_like_python, METH_O, nullptr},
    {"__setstate__", set_state, METH_O, nullptr},
    {nullptr, nullptr, 0, nullptr}};

PyObject* make_type() {
    PyType_Slot slots[] = {
        {Py_tp_dealloc, slot(primitive_dealloc)},
        {Py_tp_traverse, slot(primitive_traverse)},
        {Py_tp_clear, slot(primitive_clear)},
        {Py_tp_init, slot(init)},
        {Py_tp_repr, slot(repr)},
        {Py_tp_methods, methods},
        {Py_tp_members, primitive_members_with_dict},
        {Py_tp_getset, getset},
        {Py_tp_doc,
         text_slot(
             "Condition(lock=None)\n--\n\nLets threads wait until another thread notifies them.")},
        {0, nullptr}};
    PyType_Spec spec = {"threading.Condition", sizeof(PrimitiveObject), 0,
                        Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_BASETYPE, slots};
    return named_plainly(make_primitive_type(spec));
}

}  // namespace

PyObject* condition_type() {
    static PyObject* type = make_type();
    return Py_XNewRef(type);
}

}  // namespace turnwise::python
