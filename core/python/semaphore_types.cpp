// threading.Semaphore and threading.BoundedSemaphore.
#include <type_traits>

#include "core/python/arguments.h"
#include "core/python/primitive_object.h"
#include "core/python/python_like_object.h"
#include "core/python/sync_types.h"
#include "core/python/type_building.h"
#include "core/threading/semaphore.h"

namespace turnwise::python {

using threading::BoundedSemaphore;
using threading::Semaphore;

namespace {

// Python's Semaphore counts from whatever can be compared with 0 and has 1 taken from it. What is
// no int is never equal to 0, so that nobody ever waits: in C++ it counts from far above.
constexpr std::int64_t never_zero = std::int64_t{1} << 62;

std::int64_t first_value(PyObject* value) {
    const Ref zero = Ref::take(PyLong_FromLong(0));
    const int is_negative = PyObject_RichCompareBool(value, zero.get(), Py_LT);
    if (is_negative < 0) throw PythonError();
    if (is_negative) return -1;
    if (!PyLong_Check(value)) return never_zero;
    const long long number = PyLong_AsLongLong(value);
    if (number != -1 || !PyErr_Occurred()) return number;
    PyErr_Clear();
    return never_zero;
}

template <typename Core>
class PythonSemaphore final : public Core {
  public:
    explicit PythonSemaphore(PyObject* value)
        : Core(first_value(value)), given(Ref::retain(value)) {}

    const Ref given;
};

// The counter, as the type that it was given in.
Ref shown_value(const Semaphore& semaphore, PyObject* given) {
    const std::int64_t first = first_value(given);
    if (first != never_zero) return Ref::take(PyLong_FromLongLong(semaphore.value()));
    const Ref change = Ref::take(PyLong_FromLongLong(semaphore.value() - first));
    Ref value = Ref::take(PyNumber_Add(given, change.get()));
    if (!value) throw PythonError();
    return value;
}

bool is_bounded(const Semaphore& semaphore) {
    return semaphore.type() == trace::ObjectType::bounded_semaphore;
}

PyObject* given_value(PyObject* self) {
    Semaphore& core = core_of<Semaphore>(self);
    return is_bounded(core) ? static_cast<PythonSemaphore<BoundedSemaphore>&>(core).given.get()
                            : static_cast<PythonSemaphore<Semaphore>&>(core).given.get();
}

template <typename Core>
int init(PyObject* self, PyObject* args, PyObject* kwargs) {
    static const Signature signature(
        std::is_same_v<Core, Semaphore> ? "Semaphore.__init__" : "BoundedSemaphore.__init__",
        {"value"});
    return guarded_int([&] {
        const auto [value] = signature.bind<1>(args, kwargs);
        const Ref one = Ref::take(PyLong_FromLong(1));
        adopt(self, std::make_unique<PythonSemaphore<Core>>(value ? value : one.get()));
        return 0;
    });
}

template <typename Core>
PyObject* set_state(PyObject* self, PyObject* state) {
    return guarded([&] {
        const Ref zero = Ref::take(PyLong_FromLong(0));
        const Ref value = state_value(state, "_value", zero.get());
        adopt(self, std::make_unique<PythonSemaphore<Core>>(
                        state_value(state, "_initial_value", value.get()).get()));
        core_of<Semaphore>(self).set_value_now(first_value(value.get()));
        restore_dict(self, state);
        return Py_NewRef(Py_None);
    });
}

PyObject* acquire(PyObject* self, PyObject* args, PyObject* kwargs) {
    static const Signature signature("Semaphore.acquire", {"blocking", "timeout"});
    return guarded([&] {
        const auto [blocking, timeout] = signature.bind<2>(args, kwargs);
        const int is_blocking = blocking ? PyObject_IsTrue(blocking) : 1;
        if (is_blocking < 0) throw PythonError();
        return PyBool_FromLong(
            core_of<Semaphore>(self).acquire({is_blocking != 0, optional_seconds_from(timeout)}));
    });
}

PyObject* release(PyObject* self, PyObject* args, PyObject* kwargs) {
    static const Signature signature("Semaphore.release", {"n"});
    return guarded([&] {
        const auto [n] = signature.bind<1>(args, kwargs);
        const long long count = n ? PyLong_AsLongLong(n) : 1;
        if (count == -1 && PyErr_Occurred()) throw PythonError();
        core_of<Semaphore>(self).release(count);
        return Py_NewRef(Py_None);
    });
}

// Through self, so that a subclass that overrides release() is asked.
PyObject* leave(PyObject* self, PyObject*) {
    return PyObject_CallMethod(self, "release", nullptr);
}

PyObject* value(PyObject* self, void*) {
    return guarded([&] {
        look_inside(core_of<Semaphore>(self));
        return shown_value(core_of<Semaphore>(self), given_value(self)).release();
    });
}

PyObject* initial_value(PyObject* self, void*) {
    return guarded([&] { return Py_NewRef(given_value(self)); });
}

PyObject* repr(PyObject* self) {
    return guarded([&] {
        const Semaphore& semaphore = core_of<Semaphore>(self);
        look_inside(semaphore);
        const Ref now = shown_value(semaphore, given_value(self));
        const Ref text =
            Ref::take(is_bounded(semaphore)
                          ? PyUnicode_FromFormat("value=%S/%S", now.get(), given_value(self))
                          : PyUnicode_FromFormat("value=%S", now.get()));
        const char* state = text ? PyUnicode_AsUTF8(text.get()) : nullptr;
        if (!state) throw PythonError();
        return state_repr(self, state);
    });
}

PyMethodDef methods[] = {
    {"acquire", with_keywords(acquire), METH_VARARGS | METH_KEYWORDS,
     "acquire($self, blocking=True, timeout=None)\n--\n\nDecrement the counter; wait while it is "
     "zero."},
    {"__enter__", with_keywords(acquire), METH_VARARGS | METH_KEYWORDS, nullptr},
    {"release", with_keywords(release), METH_VARARGS | METH_KEYWORDS,
     "release($self, n=1)\n--\n\nIncrement the counter by n; up to n threads that wait may go on."},
    {"__exit__", leave, METH_VARARGS, nullptr},
    {"__reduce_ex__", reduce_like_python, METH_O, nullptr},
    {"__setstate__", set_state<Semaphore>, METH_O, nullptr},
    {nullptr, nullptr, 0, nullptr}};

template <typename Core>
PyMethodDef own_methods[] = {{"__setstate__", set_state<Core>, METH_O, nullptr},
                             {nullptr, nullptr, 0, nullptr}};

constexpr const char* shown[] = {"_cond", "_value", nullptr};
constexpr const char* bounded_shown[] = {"_cond", "_value", "_initial_value", nullptr};

PyGetSetDef getset[] = {{"__dict__", dict_with_attributes, PyObject_GenericSetDict, nullptr,
                         const_cast<const char**>(shown)},
                        {"_cond", inner_condition, nullptr, nullptr, nullptr},
                        {"_value", value, nullptr, nullptr, nullptr},
                        {nullptr, nullptr, nullptr, nullptr, nullptr}};

PyGetSetDef bounded_getset[] = {{"__dict__", dict_with_attributes, PyObject_GenericSetDict, nullptr,
                                 const_cast<const char**>(bounded_shown)},
                                {"_initial_value", initial_value, nullptr, nullptr, nullptr},
                                {nullptr, nullptr, nullptr, nullptr, nullptr}};

template <typename Core>
PyObject* make_type(const char* name, const char* doc, PyObject* base) {
    PyType_Slot slots[] = {{Py_tp_dealloc, slot(primitive_dealloc)},
                           {Py_tp_traverse, slot(primitive_traverse)},
                           {Py_tp_clear, slot(primitive_clear)},
                           {Py_tp_init, slot(init<Core>)},
                           {Py_tp_doc, text_slot(doc)},
                           {Py_tp_members, primitive_members_with_dict},
                           {Py_tp_repr, slot(repr)},
                           {Py_tp_methods, base ? own_methods<BoundedSemaphore> : methods},
                           {Py_tp_getset, base ? bounded_getset : getset},
                           {0, nullptr}};
    PyType_Spec spec = {name, sizeof(PrimitiveObject), 0,
                        Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_BASETYPE, slots};
    return named_plainly(make_primitive_type(spec, base));
}

}  // namespace

PyObject* semaphore_type() {
    static PyObject* type = make_type<Semaphore>(
        "threading.Semaphore",
        "Semaphore(value=1)\n--\n\nA counter that acquire() decrements and release() increments.",
        nullptr);
    return Py_XNewRef(type);
}

PyObject* bounded_semaphore_type() {
    static PyObject* type =
        make_type<BoundedSemaphore>("threading.BoundedSemaphore",
                                    "BoundedSemaphore(value=1)\n--\n\nA semaphore whose counter "
                                    "may not exceed its first value.",
                                    Ref::take(semaphore_type()).get());
    return Py_XNewRef(type);
}

}  // namespace turnwise::python
