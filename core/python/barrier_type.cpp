// threading.Barrier.
#include <fmt/format.h>

#include "core/python/arguments.h"
#include "core/python/primitive_object.h"
#include "core/python/python_like_object.h"
#include "core/python/sync_types.h"
#include "core/python/type_building.h"
#include "core/threading/barrier.h"

namespace turnwise::python {

using threading::Barrier;

namespace {

// Python's Barrier takes anything for the number of its parties: with what is no number, or less
// than one, all wait for ever.
class PythonBarrier final : public Barrier, public ObjectHolder {
  public:
    PythonBarrier(PyObject* the_parties, PyObject* the_action, PyObject* the_timeout)
        : Barrier(number_in(the_parties), arguments_for(this, the_action, the_timeout)),
          parties(Ref::retain(the_parties)),
          action(Ref::retain(the_action)),
          timeout(Ref::retain(the_timeout)) {}

    Ref parties, action, timeout;

    int traverse(visitproc visit, void* arg) const override {
        Py_VISIT(parties.get());
        Py_VISIT(action.get());
        Py_VISIT(timeout.get());
        return 0;
    }
    void let_go() override { parties = action = timeout = Ref::retain(Py_None); }

  private:
    static std::int64_t number_in(PyObject* parties) {
        const long long number = PyLong_Check(parties) ? PyLong_AsLongLong(parties) : -1;
        if (PyErr_Occurred()) PyErr_Clear();
        return number;
    }

    static threading::BarrierArguments arguments_for(PythonBarrier* self, PyObject* the_action,
                                                     PyObject* the_timeout) {
        threading::BarrierArguments arguments;
        arguments.timeout = optional_seconds_from(the_timeout);
        if (the_action != Py_None)
            arguments.action = [self] {
                const Ref called = self->action;
                if (!Ref::take(PyObject_CallNoArgs(called.get()))) throw PythonError();
            };
        return arguments;
    }
};

PythonBarrier& barrier(PyObject* self) {
    return core_of<PythonBarrier>(self);
}

int init(PyObject* self, PyObject* args, PyObject* kwargs) {
    static const Signature signature("Barrier.__init__", {"parties", "action", "timeout"}, 1);
    return guarded_int([&] {
        const auto [parties, action, timeout] = signature.bind<3>(args, kwargs);
        adopt(self, std::make_unique<PythonBarrier>(parties, action ? action : Py_None,
                                                    timeout ? timeout : Py_None));
        return 0;
    });
}

PyObject* set_state(PyObject* self, PyObject* state) {
    return guarded([&] {
        const Ref parties = state_value(state, "_parties", Py_None);
        const Ref action = state_value(state, "_action", Py_None);
        adopt(self, std::make_unique<PythonBarrier>(parties.get(), action.get(),
                                                    state_value(state, "_timeout", Py_None).get()));
        restore_dict(self, state);
        return Py_NewRef(Py_None);
    });
}

PyObject* wait(PyObject* self, PyObject* args, PyObject* kwargs) {
    static const Signature signature("Barrier.wait", {"timeout"});
    return guarded([&] {
        const auto [timeout] = signature.bind<1>(args, kwargs);
        return PyLong_FromLongLong(core_of<Barrier>(self).wait(optional_seconds_from(timeout)));
    });
}

PyObject* reset(PyObject* self, PyObject*) {
    return guarded([&] {
        core_of<Barrier>(self).reset();
        return Py_NewRef(Py_None);
    });
}

PyObject* abort(PyObject* self, PyObject*) {
    return guarded([&] {
        core_of<Barrier>(self).abort();
        return Py_NewRef(Py_None);
    });
}

PyObject* parties(PyObject* self, void*) {
    return guarded([&] { return Py_NewRef(barrier(self).parties.get()); });
}

PyObject* action(PyObject* self, void*) {
    return guarded([&] { return Py_NewRef(barrier(self).action.get()); });
}

PyObject* timeout(PyObject* self, void*) {
    return guarded([&] { return Py_NewRef(barrier(self).timeout.get()); });
}

// 0 filling, 1 draining, -1 resetting, -2 broken.
PyObject* state(PyObject* self, void*) {
    return guarded([&] {
        look_inside(core_of<Barrier>(self));
        return PyLong_FromLong(barrier(self).state_number());
    });
}

PyObject* count(PyObject* self, void*) {
    return guarded([&] {
        look_inside(core_of<Barrier>(self));
        return PyLong_FromLongLong(barrier(self).inside());
    });
}

PyObject* n_waiting(PyObject* self, void*) {
    return guarded([&] {
        look_inside(core_of<Barrier>(self));
        return PyLong_FromLongLong(core_of<Barrier>(self).n_waiting());
    });
}

PyObject* broken(PyObject* self, void*) {
    return guarded([&] {
        look_inside(core_of<Barrier>(self));
        return PyBool_FromLong(core_of<Barrier>(self).broken());
    });
}

PyObject* repr(PyObject* self) {
    return guarded([&] {
        look_inside(core_of<Barrier>(self));
        if (barrier(self).broken()) return state_repr(self, "broken");
        const Ref of_parties = Ref::take(PyObject_Str(barrier(self).parties.get()));
        const char* text = of_parties ? PyUnicode_AsUTF8(of_parties.get()) : nullptr;
        if (!text) throw PythonError();
        return state_repr(self, fmt::format("waiters={}/{}", barrier(self).n_waiting(), text));
    });
}

PyMethodDef methods[] = {
    {"wait", with_keywords(wait), METH_VARARGS | METH_KEYWORDS,
     "wait($self, timeout=None)\n--\n\nWait until all parties have arrived; returns the arrival "
     "index."},
    {"reset", reset, METH_NOARGS,
     "reset($self)\n--\n\nEmpty the barrier; who waits gets BrokenBarrierError."},
    {"abort", abort, METH_NOARGS, "abort($self)\n--\n\nBreak the barrier."},
    {"__reduce_ex__", reduce_like_python, METH_O, nullptr},
    {"__setstate__", set_state, METH_O, nullptr},
    {nullptr, nullptr, 0, nullptr}};

constexpr const char* shown[] = {"_cond",  "_action", "_timeout", "_parties",
                                 "_state", "_count",  nullptr};

PyGetSetDef getset[] = {
    {"__dict__", dict_with_attributes, PyObject_GenericSetDict, nullptr,
     const_cast<const char**>(shown)},
    {"_cond", inner_condition, nullptr, nullptr, nullptr},
    {"_action", action, nullptr, nullptr, nullptr},
    {"_timeout", timeout, nullptr, nullptr, nullptr},
    {"_parties", parties, nullptr, nullptr, nullptr},
    {"_state", state, nullptr, nullptr, nullptr},
    {"_count", count, nullptr, nullptr, nullptr},
    {"parties", parties, no_setter, "How many threads have to arrive.", text_slot("parties")},
    {"n_waiting", n_waiting, no_setter, "How many threads wait.", text_slot("n_waiting")},
    {"broken", broken, no_setter, "Whether the barrier is broken.", text_slot("broken")},
    {nullptr, nullptr, nullptr, nullptr, nullptr}};

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
        {Py_tp_doc, text_slot("Barrier(parties, action=None, timeout=None)\n--\n\nThreads wait "
                              "here for each other.")},
        {0, nullptr}};
    PyType_Spec spec = {"threading.Barrier", sizeof(PrimitiveObject), 0,
                        Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_BASETYPE, slots};
    return named_plainly(make_primitive_type(spec));
}

}  // namespace

PyObject* barrier_type() {
    static PyObject* type = make_type();
    return Py_XNewRef(type);
}

}  // namespace turnwise::python
