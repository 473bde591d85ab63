// threading.local: CPython's own type, which keeps its data with the thread state and so is right
// already. Only its two slots that set and that free are wrapped, so that the trace shows whose
// attribute became what.
#include <memory>
#include <unordered_map>

#include "core/python/modules.h"
#include "core/python/primitive_object.h"
#include "core/python/short_repr.h"

namespace turnwise::python {

using sched::Scheduler;
using trace::EventKind;

namespace {

class LocalPrimitive final : public sched::Primitive {
  public:
    LocalPrimitive() : Primitive(trace::ObjectType::local) {}
};

setattrofunc original_setattr = nullptr;
destructor original_dealloc = nullptr;

// invariant: only looked up by object, never iterated
std::unordered_map<PyObject*, std::unique_ptr<LocalPrimitive>>& primitives() {
    static std::unordered_map<PyObject*, std::unique_ptr<LocalPrimitive>> all;
    return all;
}

LocalPrimitive& primitive_of(PyObject* local) {
    auto& primitive = primitives()[local];
    if (!primitive) primitive = std::make_unique<LocalPrimitive>();
    return *primitive;
}

int setattr(PyObject* self, PyObject* name, PyObject* value) {
    if (original_setattr(self, name, value) < 0) return -1;
    Scheduler& scheduler = Scheduler::current();
    if (!scheduler.recorder()) return 0;
    const char* attribute = PyUnicode_AsUTF8(name);
    if (!attribute) {
        PyErr_Clear();
        return 0;
    }
    trace::Event record = scheduler.event(value ? EventKind::local_set : EventKind::local_deleted);
    record.object = scheduler.introduce(primitive_of(self));
    record.text = scheduler.intern(attribute);
    if (value) record.detail = scheduler.intern(short_repr(value));
    scheduler.record(record);
    return 0;
}

void dealloc(PyObject* self) {
    primitives().erase(self);
    original_dealloc(self);
}

}  // namespace

void watch_locals(PyTypeObject* type) {
    original_setattr = type->tp_setattro;
    original_dealloc = type->tp_dealloc;
    type->tp_setattro = setattr;
    type->tp_dealloc = dealloc;
    PyType_Modified(type);
    watch_local_type(type,
                     [](PyObject* local) -> sched::Primitive* { return &primitive_of(local); });
}

}  // namespace turnwise::python
