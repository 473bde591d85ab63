#include "core/python/search_accesses.h"

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

#include "core/python/access_names.h"
#include "core/python/accesses.h"
#include "core/python/bytecode_3_11.h"
#include "core/python/code_info.h"
#include "core/python/open_instructions.h"
#include "core/python/search_attributes.h"
#include "core/python/shapes.h"
#include "core/python/shared_objects.h"
#include "core/python/thread_type.h"
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
           shared.find(touched.into) != explore::no_object ||
           shared.owner_of_attributes(touched.into) != explore::no_object;
}

// Frames of threads in an instruction that may give a part of a shared object, which C code may
// have made just now.
std::vector<PyFrameObject*>& awaiting_result() {
    static std::vector<PyFrameObject*> frames;
    return frames;
}
std::size_t awaited = 0;

void await_result(PyFrameObject* frame) {
    auto& frames = awaiting_result();
    const ThreadId thread = sched::Scheduler::current().running().id;
    if (frames.size() <= thread) frames.resize(thread + 1);
    if (!frames[thread]) ++awaited;
    frames[thread] = frame;
}

// What the instruction may access once more when it has called the program back. Of a generator its
// own code tells.
std::vector<Access>& repeated() {
    static std::vector<Access> accesses;
    return accesses;
}

void note_unseen(SharedObjects& shared, PyFrameObject* frame, const tw_touched& touched) {
    const std::string_view name = touched.unseen ? touched.unseen : "";
    const bool executes = name == "exec" || name == "eval";
    const bool is_unseen =
        touched.is_incomplete || (!name.empty() && (!executes || touched.count > 0));
    if (!is_unseen || !frame) return;
    shared.contention().see_unseen(fmt::format(
        "{} (line {})", name.empty() ? "a large object" : name, PyFrame_GetLineNumber(frame)));
}

// Of code that is not looked at, which may access any attribute.
void add_wholes(SharedObjects& shared, const tw_touched& touched) {
    for (int i = 0; i < touched.whole_count; ++i) {
        PyObject* object = touched.wholes[i];
        const Object number = shared.find(object);
        if (number == explore::no_object || is_thread_object(object)) continue;
        const Kind kind = touched.whole_changes[i] ? Kind::update : Kind::read;
        const Object cell = find_all_attributes(shared, number);
        add(cell, kind, true);
        if (touched.again != TW_NEVER_AGAIN) repeated().push_back({cell, kind, true});
    }
}

void add_touched(SharedObjects& shared, PyFrameObject* frame, const tw_instruction& instruction,
                 const tw_touched& touched) {
    repeated().clear();
    for (int i = 0; i < touched.count; ++i) {
        PyObject* object = touched.objects[i];
        const bool changes = touched.changes[i] != 0;
        if (PyDict_CheckExact(object) &&
            find_attributes(shared, object, changes, instruction, add_named))
            continue;
        const Object cell = shared.find(object);
        if (cell == explore::no_object || is_thread_object(object)) continue;
        if (!shared.numbers().has_name(cell))
            shared.numbers().set_name(cell, frame && instruction.owner == object
                                                ? access_name(frame, instruction)
                                                : std::string("a ") + Py_TYPE(object)->tp_name);
        const Access access{cell, changes ? Kind::update : Kind::read, true};
        add(access.cell, access.kind, access.is_atomic);
        if (touched.again != TW_NEVER_AGAIN && tw_shape_of(Py_TYPE(object)) != TW_GENERATOR)
            repeated().push_back(access);
        if (touched.gives_result && frame) await_result(frame);
    }
    add_wholes(shared, touched);
    note_unseen(shared, frame, touched);
    if (touched.hidden && shared.find(touched.hidden) == explore::no_object)
        add(shared.numbers().named(Py_TYPE(touched.hidden)->tp_name), Kind::update, true);
    if (touched.published > 0 && is_seen_by_others(shared, touched))
        for (int i = 0; i < touched.published; ++i)
            shared.publish(touched.given[i]);
}

SharedAccesses all_found(PyFrameObject* frame, const tw_touched& touched) {
    if (!repeated().empty()) prepare_instruction(frame, repeated(), touched.again == TW_AT_END);
    return {found(), !repeated().empty()};
}

}  // namespace

void forget_results() {
    awaiting_result().clear();
    awaited = 0;
}

void look_for_result(PyFrameObject* frame) {
    if (awaited == 0) return;
    auto& frames = awaiting_result();
    const ThreadId thread = sched::Scheduler::current().running().id;
    if (thread >= frames.size() || frames[thread] != frame || tw_is_in_call(frame)) return;
    frames[thread] = nullptr;
    --awaited;
    SharedObjects* shared = SharedObjects::current();
    PyObject* result = tw_stack_top(frame);
    if (shared && result && Py_REFCNT(result) > 1 &&
        (PyObject_IS_GC(result) || tw_has_state(Py_TYPE(result))))
        shared->publish(result);
}

SharedAccesses shared_accesses(PyFrameObject* frame) {
    found().clear();
    SharedObjects* shared = SharedObjects::current();
    if (!shared || shared->is_empty()) return {};
    tw_instruction instruction;
    tw_touched touched;
    tw_next_accesses(frame, &instruction, &touched);
    find_named_cells(*shared, frame, instruction, add_named);
    add_touched(*shared, frame, instruction, touched);
    return all_found(frame, touched);
}

SharedAccesses shared_accesses(PyObject* function, PyObject* arguments) {
    found().clear();
    SharedObjects* shared = SharedObjects::current();
    if (!shared || shared->is_empty()) return {};
    tw_touched touched;
    tw_touched_by_call(function, arguments, &touched);
    add_touched(*shared, nullptr, {}, touched);
    return all_found(nullptr, touched);
}

}  // namespace turnwise::python

int tw_is_users_code(PyCodeObject* code) {
    return turnwise::python::CodeInfos::of(code).is_user;
}
