#include "core/python/search_accesses.h"

#include <string>
#include <vector>

#include "core/python/access_names.h"
#include "core/python/accesses.h"
#include "core/python/bytecode_3_11.h"
#include "core/python/search_attributes.h"
#include "core/python/shared_objects.h"
#include "core/sched/scheduler.h"

namespace turnwise::python {

using explore::Access;
using explore::Kind;
using explore::Object;

namespace {

std::vector<Access>& found() {
    static std::vector<Access> accesses;
    return accesses;
}

void add(Object cell, Kind kind, bool is_atomic) {
    for (Access& access : found()) {
        if (access.cell != cell) continue;
        if (access.kind != kind) access.kind = Kind::update;
        return;
    }
    found().push_back({cell, kind, is_atomic});
}

void add_named(Object cell, Kind kind) {
    add(cell, kind, false);
}

// What lies in an object that only this thread has is as private as that.
bool is_seen_by_others(SharedObjects& shared, const tw_touched& touched) {
    return !touched.into || PyType_Check(touched.into) || PyModule_Check(touched.into) ||
           shared.find(touched.into) != explore::no_object;
}

std::string a_thing(PyObject* object) {
    return std::string("a ") + Py_TYPE(object)->tp_name;
}

// What is looked into, and what gets where others can find it.
template <typename MakeName>
void add_touched(SharedObjects& shared, const tw_touched& touched,
                 const tw_instruction& instruction, MakeName&& make_name) {
    for (int i = 0; i < touched.count; ++i) {
        if (PyDict_CheckExact(touched.objects[i]) &&
            find_attributes(shared, touched.objects[i], touched.changes[i] != 0, instruction,
                            add_named))
            continue;
        const Object cell = shared.find(touched.objects[i]);
        if (cell == explore::no_object) continue;
        if (!shared.numbers().has_name(cell))
            shared.numbers().set_name(cell, make_name(touched.objects[i]));
        add(cell, touched.changes[i] ? Kind::update : Kind::read, true);
    }
    if (touched.published > 0 && is_seen_by_others(shared, touched))
        for (int i = 0; i < touched.published; ++i)
            shared.publish(touched.given[i]);
}

}  // namespace

std::span<const Access> shared_accesses(PyFrameObject* frame) {
    found().clear();
    SharedObjects* shared = SharedObjects::current();
    if (!shared || shared->is_empty()) return found();
    tw_instruction instruction;
    tw_touched touched;
    tw_next_accesses(frame, &instruction, &touched);
    find_named_cells(*shared, frame, instruction, add_named);
    add_touched(*shared, touched, instruction, [&](PyObject* object) {
        return instruction.owner == object ? access_name(frame, instruction) : a_thing(object);
    });
    return found();
}

std::span<const Access> shared_accesses(PyObject* function, PyObject* arguments) {
    found().clear();
    SharedObjects* shared = SharedObjects::current();
    if (!shared || shared->is_empty()) return found();
    const tw_instruction none = {};
    tw_touched touched;
    tw_touched_by_call(function, arguments, &touched);
    add_touched(*shared, touched, none, a_thing);
    return found();
}

}  // namespace turnwise::python
