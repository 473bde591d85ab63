// threading.Condition, over a lock of ours or over anything that has acquire() and release().
#include "core/python/lock_types.h"
#include "core/python/primitive_object.h"
#include "core/python/sync_types.h"
#include "core/python/type_building.h"
#include "core/threading/condition.h"

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

    bool acquire(threading::AcquireArguments) override { return is_true(call(m_lock.get(), "acquire")); }
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

class PythonCondition final : public threading::Condition {
  public:
    explicit PythonCondition(threading::Lockable* lock) : Condition(lock) {}
    explicit PythonCondition(std::unique_ptr<ForeignLock> lock)
        : Condition(lock.get()), m_foreign(std::move(lock)) {}

  private:
    std::unique_ptr<ForeignLock> m_foreign;
};

PythonCondition& condition(PyObject* self) {
    return core_of<PythonCondition>(self);
}

int init(PyObject* self, PyObject* args, PyObject* kwargs) {
    static const char* names[] = {"lock", nullptr};
    return guarded_int([&] {
        PyObject* given = Py_None;
        if (!PyArg_ParseTupleAndKeywords(args, kwargs, "|O:__init__", const_cast<char**>(names), &given))
            return -1;
        Ref lock = Ref::retain(given);
        if (given == Py_None) {
            Ref type = Ref::take(rlock_type());
            lock = Ref::take(PyObject_CallNoArgs(type.get()));
            if (!lock) return -1;
        }
        if (threading::Lockable* ours = lockable_in(lock.get()))
            adopt(self, std::make_unique<PythonCondition>(ours));
        else
            adopt(self, std::make_unique<PythonCondition>(std::make_unique<ForeignLock>(lock.get())));
        set_attribute(self, "_lock", lock.get());
        for (const char* name : {"acquire", "release"}) {
            Ref method = Ref::take(PyObject_GetAttrString(lock.get(), name));
            if (!method) return -1;
            set_attribute(self, name, method.get());
        }
        return 0;
    });
}

PyObject* wait(PyObject* self, PyObject* args, PyObject* kwargs) {
    static const char* names[] = {"timeout", nullptr};
    return guarded([&]() -> PyObject* {
        PyObject* timeout = Py_None;
        if (!PyArg_ParseTupleAndKeywords(args, kwargs, "|O:wait", const_cast<char**>(names), &timeout))
            return nullptr;
        return PyBool_FromLong(condition(self).wait(optional_seconds_from(timeout)));
    });
}

// Returns what the predicate returned last, whatever its type.
PyObject* wait_for(PyObject* self, PyObject* args, PyObject* kwargs) {
    static const char* names[] = {"predicate", "timeout", nullptr};
    return guarded([&]() -> PyObject* {
        PyObject* predicate = nullptr;
        PyObject* timeout = Py_None;
        if (!PyArg_ParseTupleAndKeywords(args, kwargs, "O|O:wait_for", const_cast<char**>(names),
                                         &predicate, &timeout))
            return nullptr;
        Ref result;
        condition(self).wait_for(
            [&] {
                result = Ref::take(PyObject_CallNoArgs(predicate));
                if (!result) throw PythonError();
                return is_true(result);
            },
            optional_seconds_from(timeout));
        return result.release();
    });
}

PyObject* notify(PyObject* self, PyObject* args, PyObject* kwargs) {
    static const char* names[] = {"n", nullptr};
    return guarded([&]() -> PyObject* {
        long long count = 1;
        if (!PyArg_ParseTupleAndKeywords(args, kwargs, "|L:notify", const_cast<char**>(names), &count))
            return nullptr;
        condition(self).notify(count);
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
    if (PyErr_WarnEx(PyExc_DeprecationWarning, "notifyAll() is deprecated, use notify_all() instead", 1) < 0)
        return nullptr;
    return PyObject_CallMethod(self, "notify_all", nullptr);
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
        return PyUnicode_FromFormat("<Condition(%R, %zd)>", lock.get(), condition(self).waiting());
    });
}

PyMethodDef methods[] = {
    {"wait", with_keywords(wait), METH_VARARGS | METH_KEYWORDS,
     "wait(timeout=None) -> bool\n\nWait until notified; False if the timeout came first."},
    {"wait_for", with_keywords(wait_for), METH_VARARGS | METH_KEYWORDS,
     "wait_for(predicate, timeout=None)\n\nWait until the predicate is true; returns its value."},
    {"notify", with_keywords(notify), METH_VARARGS | METH_KEYWORDS,
     "notify(n=1)\n\nWake at most n of the threads that wait."},
    {"notify_all", notify_all, METH_NOARGS, "notify_all()\n\nWake every thread that waits."},
    {"notifyAll", notify_all_camel, METH_NOARGS, "Deprecated alias of notify_all."},
    {"__enter__", enter, METH_NOARGS, nullptr},
    {"__exit__", leave, METH_VARARGS, nullptr},
    {"_is_owned", is_owned, METH_NOARGS, nullptr},
    {"_at_fork_reinit", at_fork_reinit, METH_NOARGS, nullptr},
    {nullptr, nullptr, 0, nullptr}};

PyObject* make_type() {
    PyType_Slot slots[] = {{Py_tp_dealloc, slot(primitive_dealloc)},
                           {Py_tp_traverse, slot(primitive_traverse)},
                           {Py_tp_clear, slot(primitive_clear)},
                           {Py_tp_init, slot(init)},
                           {Py_tp_repr, slot(repr)},
                           {Py_tp_methods, methods},
                           {Py_tp_members, primitive_members_with_dict},
                           {Py_tp_getset, primitive_dict_getset},
                           {Py_tp_doc, text_slot("Lets threads wait until another thread notifies them.")},
                           {0, nullptr}};
    PyType_Spec spec = {"threading.Condition", sizeof(PrimitiveObject), 0,
                        Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_BASETYPE, slots};
    return make_primitive_type(spec);
}

}  // namespace

PyObject* condition_type() {
    static PyObject* type = make_type();
    return Py_XNewRef(type);
}

}  // namespace turnwise::python
