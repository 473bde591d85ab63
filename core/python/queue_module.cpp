// _queue: SimpleQueue on the simulator. CPython's own blocks the OS thread, and with it every
// thread.
#include <deque>

#include "core/python/modules.h"
#include "core/python/primitive_object.h"
#include "core/python/type_building.h"
#include "core/threading/timeout.h"

namespace turnwise::python {

using sched::Scheduler;
using trace::EventKind;
using trace::Operation;

namespace {

PyObject* empty_error = nullptr;

class SimpleQueue final : public sched::Primitive, public ObjectHolder {
  public:
    SimpleQueue() : Primitive(trace::ObjectType::simple_queue) {}

    std::int64_t initial() const override { return static_cast<std::int64_t>(items.size()); }
    int traverse(visitproc visit, void* arg) const override {
        for (const Ref& item : items)
            Py_VISIT(item.get());
        return 0;
    }
    // Moved out first: what an item's destructor does may come back to this queue.
    void let_go() override { std::exchange(items, {}); }

    std::deque<Ref> items;
    sched::ThreadList waiters;
};

SimpleQueue& queue(PyObject* self) {
    return core_of<SimpleQueue>(self);
}

PyObject* make(PyTypeObject* type, PyObject* args, PyObject* kwargs) {
    static const char* names[] = {nullptr};
    return guarded([&]() -> PyObject* {
        if (!PyArg_ParseTupleAndKeywords(args, kwargs, ":SimpleQueue", const_cast<char**>(names)))
            return nullptr;
        PyObject* self = type->tp_alloc(type, 0);
        if (self) adopt(self, std::make_unique<SimpleQueue>());
        return self;
    });
}

void put_item(SimpleQueue& self, PyObject* item) {
    Scheduler& scheduler = Scheduler::current();
    scheduler.point({&self, Operation::put});
    self.items.push_back(Ref::retain(item));
    scheduler.record(EventKind::queue_put, self, static_cast<std::int64_t>(self.items.size()));
    scheduler.wake(self.waiters, 1);
}

PyObject* put(PyObject* self, PyObject* args, PyObject* kwargs) {
    static const char* names[] = {"item", "block", "timeout", nullptr};
    return guarded([&]() -> PyObject* {
        PyObject *item = nullptr, *block = nullptr,
                 *timeout = nullptr;  // the last two change nothing
        if (!PyArg_ParseTupleAndKeywords(args, kwargs, "O|OO:put", const_cast<char**>(names), &item,
                                         &block, &timeout))
            return nullptr;
        put_item(queue(self), item);
        return Py_NewRef(Py_None);
    });
}

PyObject* put_nowait(PyObject* self, PyObject* item) {
    return guarded([&] {
        put_item(queue(self), item);
        return Py_NewRef(Py_None);
    });
}

PyObject* get_item(SimpleQueue& self, bool block, Tick deadline) {
    Scheduler& scheduler = Scheduler::current();
    const sched::Patience patience =
        block ? threading::patience_until(deadline) : sched::Patience::none;
    scheduler.point({&self, Operation::get, nullptr, patience});
    while (self.items.empty()) {
        const bool in_time =
            block && scheduler.wait(self.waiters, deadline, {&self, Operation::get, nullptr}) !=
                         trace::WakeReason::timed_out;
        if (in_time || !self.items.empty()) continue;
        PyErr_SetNone(empty_error);
        return nullptr;
    }
    Ref item = std::move(self.items.front());
    self.items.pop_front();
    scheduler.record(EventKind::queue_got, self, static_cast<std::int64_t>(self.items.size()));
    if (patience == sched::Patience::timed) scheduler.expiry_point(&self);
    return item.release();
}

PyObject* get(PyObject* self, PyObject* args, PyObject* kwargs) {
    static const char* names[] = {"block", "timeout", nullptr};
    return guarded([&]() -> PyObject* {
        int block = 1;
        PyObject* timeout = Py_None;
        if (!PyArg_ParseTupleAndKeywords(args, kwargs, "|pO:get", const_cast<char**>(names), &block,
                                         &timeout))
            return nullptr;
        const std::optional<double> seconds = block ? optional_seconds_from(timeout) : std::nullopt;
        if (seconds && *seconds < 0) {
            PyErr_SetString(PyExc_ValueError, "'timeout' must be a non-negative number");
            return nullptr;
        }
        return get_item(queue(self), block != 0, threading::deadline_after(seconds));
    });
}

PyObject* get_nowait(PyObject* self, PyObject*) {
    return guarded([&] { return get_item(queue(self), false, no_deadline); });
}

PyObject* is_empty(PyObject* self, PyObject*) {
    return guarded([&] {
        Scheduler::current().explored_point({&queue(self), Operation::test});
        return PyBool_FromLong(queue(self).items.empty());
    });
}

PyObject* size(PyObject* self, PyObject*) {
    return guarded([&] {
        Scheduler::current().explored_point({&queue(self), Operation::test});
        return PyLong_FromSize_t(queue(self).items.size());
    });
}

PyMethodDef methods[] = {
    {"put", with_keywords(put), METH_VARARGS | METH_KEYWORDS,
     "put(item, block=True, timeout=None)\n\nPut the item at the end; never waits."},
    {"put_nowait", put_nowait, METH_O, "put_nowait(item)\n\nThe same as put(item)."},
    {"get", with_keywords(get), METH_VARARGS | METH_KEYWORDS,
     "get(block=True, timeout=None)\n\nTake the first item; wait for one while there is none."},
    {"get_nowait", get_nowait, METH_NOARGS, "get_nowait()\n\nThe same as get(block=False)."},
    {"empty", is_empty, METH_NOARGS, "empty() -> bool\n\nWhether there is no item now."},
    {"qsize", size, METH_NOARGS, "qsize() -> int\n\nHow many items there are now."},
    {"__class_getitem__", Py_GenericAlias, METH_O | METH_CLASS, "See PEP 585."},
    {nullptr, nullptr, 0, nullptr}};

PyObject* make_type() {
    PyType_Slot slots[] = {{Py_tp_dealloc, slot(primitive_dealloc)},
                           {Py_tp_traverse, slot(primitive_traverse)},
                           {Py_tp_clear, slot(primitive_clear)},
                           {Py_tp_new, slot(make)},
                           {Py_tp_methods, methods},
                           {Py_tp_members, primitive_members},
                           {Py_tp_doc, text_slot("An unbounded first-in, first-out queue.")},
                           {0, nullptr}};
    PyType_Spec spec = {"_queue.SimpleQueue", sizeof(PrimitiveObject), 0,
                        Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_BASETYPE, slots};
    return make_primitive_type(spec);
}

int fill(PyObject* module) {
    empty_error =
        PyErr_NewExceptionWithDoc("_queue.Empty", "The queue holds no item.", nullptr, nullptr);
    const Ref type = Ref::take(make_type());
    if (!empty_error || !type) return -1;
    return PyModule_AddObjectRef(module, "Empty", empty_error) < 0 ||
                   PyModule_AddObjectRef(module, "SimpleQueue", type.get()) < 0
               ? -1
               : 0;
}

PyModuleDef_Slot module_slots[] = {{Py_mod_exec, slot(fill)}, {0, nullptr}};
PyModuleDef definition = {PyModuleDef_HEAD_INIT, "_queue", nullptr, 0,      nullptr,
                          module_slots,          nullptr,  nullptr, nullptr};

}  // namespace

PyObject* init_queue_module() {
    return PyModuleDef_Init(&definition);
}

}  // namespace turnwise::python
