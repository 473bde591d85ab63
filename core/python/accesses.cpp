#include "core/python/accesses.h"

#include <utility>

#include "core/python/access_names.h"
#include "core/python/code_info.h"
#include "core/python/explored_program.h"
#include "core/python/open_instructions.h"
#include "core/python/primitive_object.h"
#include "core/python/search_accesses.h"
#include "core/python/short_repr.h"
#include "core/python/thread_type.h"
#include "core/sched/scheduler.h"

namespace turnwise::python {

using sched::Scheduler;
using trace::EventKind;

namespace {

// A name for one of these is bound once, before the threads are there; telling of every use would
// hide the rest.
bool is_fixture(PyObject* value) {
    return PyModule_Check(value) || PyType_Check(value) || PyFunction_Check(value) ||
           PyCFunction_Check(value) || PyMethod_Check(value) || primitive_in(value) ||
           is_thread_object(value);
}

// Nothing but the frame itself refers to the object, so no other thread can have it.
bool is_private_to(PyFrameObject* frame, PyObject* object) {
    return Py_REFCNT(object) <= tw_references_from(frame, object);
}

enum class Attribute { other, data, fixture };

// An attribute that lies in the object or its class. Of what runs code (a property, __getattr__),
// that code is traced.
Attribute attribute_of(PyObject* owner, PyObject* name) {
    PyTypeObject* type = Py_TYPE(owner);
    if (PyType_Check(owner)) {
        PyObject* value = _PyType_Lookup(reinterpret_cast<PyTypeObject*>(owner), name);
        if (!value) return Attribute::other;
        return is_fixture(value) || Py_TYPE(value)->tp_descr_get ? Attribute::fixture
                                                                 : Attribute::data;
    }
    if (type->tp_getattro != PyObject_GenericGetAttr && !PyModule_Check(owner))
        return Attribute::other;
    PyObject* described = _PyType_Lookup(type, name);
    if (described && Py_TYPE(described)->tp_descr_set)
        return Py_IS_TYPE(described, &PyMemberDescr_Type) ? Attribute::data : Attribute::other;
    PyObject* dict = instance_dict(owner);
    if (PyObject* value = dict ? PyDict_GetItemWithError(dict, name) : nullptr)
        return is_fixture(value) ? Attribute::fixture : Attribute::data;
    return described && !Py_TYPE(described)->tp_descr_get ? Attribute::data : Attribute::other;
}

bool is_attribute_access(const tw_instruction& instruction) {
    PyObject* owner = instruction.owner;
    if (primitive_in(owner) || is_thread_object(owner)) return false;
    const Attribute attribute = attribute_of(owner, instruction.key);
    if (instruction.effect == TW_READ) return attribute == Attribute::data;
    // A new attribute is a write, too; a property runs code.
    PyObject* described =
        PyType_Check(owner) ? nullptr : _PyType_Lookup(Py_TYPE(owner), instruction.key);
    return !(described && Py_TYPE(described)->tp_descr_set) || attribute == Attribute::data;
}

bool is_variable_access(const tw_instruction& instruction) {
    const char* name = PyUnicode_AsUTF8(instruction.key);
    if (!name || (name[0] == '_' && name[1] == '_')) return false;
    PyObject* value = instruction.value;
    if (instruction.place == TW_CELL && instruction.effect == TW_READ)
        value = PyCell_GET(instruction.owner);
    if (instruction.place == TW_VARIABLE && instruction.effect == TW_READ)
        value = PyDict_GetItemWithError(instruction.owner, instruction.key);
    return value ? !is_fixture(value) : instruction.effect == TW_WRITE;
}

bool is_shared(PyFrameObject* frame, const tw_instruction& instruction) {
    switch (instruction.place) {
        case TW_VARIABLE:
            return is_variable_access(instruction);
        case TW_CELL:
            return is_variable_access(instruction) && !is_private_to(frame, instruction.owner);
        case TW_ATTRIBUTE:
            return is_attribute_access(instruction) && !is_private_to(frame, instruction.owner);
        case TW_ITEM:
        case TW_CONTENT:
            return !is_private_to(frame, instruction.owner);
    }
    return false;
}

StringId text_of(PyObject* value) {
    return value ? Scheduler::current().intern(short_repr(value)) : 0;
}

void record(EventKind kind, StringId text, StringId value) {
    Scheduler& scheduler = Scheduler::current();
    trace::Event event = scheduler.event(kind);
    event.text = text;
    event.detail = value;
    scheduler.record(event);
}

// What the last bytecode left on the stack. It left nothing of the kind if it raised or called
// Python code.
void finish(BytecodeWatch& watch, PyFrameObject* frame) {
    if (watch.unfinished == TW_WRITE) return;  // its call is still to come
    const tw_effect effect = std::exchange(watch.unfinished, TW_NOTHING);
    if (effect == TW_NOTHING || tw_instruction_offset(frame) <= watch.previous) return;
    record(effect == TW_READ ? EventKind::read : EventKind::compute, watch.text,
           text_of(tw_stack_top(frame)));
}

void look_at(BytecodeWatch& watch, PyFrameObject* frame) {
    Scheduler& scheduler = Scheduler::current();
    tw_instruction instruction;
    tw_next_instruction(frame, &instruction);
    const bool is_explored = scheduler.options().is_explored;
    if (is_explored) look_for_result(frame);
    const auto [accesses, opens] = is_explored ? shared_accesses(frame) : SharedAccesses();
    if (instruction.effect == TW_COMPUTE && watch.has_read) {
        watch.unfinished = TW_COMPUTE;
        watch.text = scheduler.intern(instruction.symbol);
    }
    const bool is_access = instruction.effect == TW_READ || instruction.effect == TW_WRITE;
    if (is_explored) {
        if (accesses.empty()) return;
        if (!is_access) {  // none that the trace has words for
            scheduler.point({nullptr, trace::Operation::access}, scheduler.options().bytecode_cost);
            if (opens) open_instruction();
            return;
        }
    } else if (!is_access || !scheduler.has_several_threads() || !is_shared(frame, instruction)) {
        return;
    }

    scheduler.running().next_text = access_name(frame, instruction);
    watch.text = scheduler.intern(scheduler.running().next_text);
    scheduler.point({nullptr, trace::Operation::access}, scheduler.options().bytecode_cost);
    if (opens) open_instruction();
    if (instruction.effect == TW_WRITE) {
        watch.unfinished = TW_WRITE;
        const bool is_content = instruction.place == TW_CONTENT;
        watch.value = is_content ? 0 : text_of(instruction.value);
        watch.container = is_content ? Ref::retain(instruction.owner) : Ref();
    } else if (instruction.place == TW_CONTENT) {
        record(EventKind::read, watch.text, text_of(instruction.owner));
    } else {
        watch.unfinished = TW_READ;
    }
    watch.has_read |= instruction.effect == TW_READ;
}

}  // namespace

bool wants_bytecodes() {
    const sched::Granularity granularity = Scheduler::current().options().granularity;
    return granularity == sched::Granularity::bytecode ||
           granularity == sched::Granularity::cpython;
}

bool has_unfinished_write(const BytecodeWatch& watch) {
    return watch.unfinished == TW_WRITE;
}

void record_write(BytecodeWatch& watch) {
    watch.unfinished = TW_NOTHING;
    const Ref container = std::exchange(watch.container, Ref());
    record(EventKind::write, watch.text, container ? text_of(container.get()) : watch.value);
}

void forget_write(BytecodeWatch& watch) {
    watch.unfinished = TW_NOTHING;
    watch.container = Ref();
}

void before_bytecode(BytecodeWatch& watch, PyFrameObject* frame) {
    if (Scheduler::current().options().granularity == sched::Granularity::bytecode) {
        if (open_instructions != 0) close_instruction(frame);
        finish(watch, frame);
        look_at(watch, frame);
    } else if (watch.previous >= 0 && tw_checks_eval_breaker_after(frame, watch.previous)) {
        Scheduler::current().point({nullptr, trace::Operation::check}, 0);
    }
    watch.previous = tw_instruction_offset(frame);
}

void before_code_of_thread() {
    Scheduler& scheduler = Scheduler::current();
    if (scheduler.options().is_explored &&
        scheduler.options().granularity == sched::Granularity::sync)
        scheduler.point({nullptr, trace::Operation::check}, 0);
}

void before_first_call(PyObject* function, PyObject* arguments) {
    Scheduler& scheduler = Scheduler::current();
    const sched::Granularity granularity = scheduler.options().granularity;
    if (!scheduler.options().is_explored) return;
    const bool is_python = PyFunction_Check(function) || PyMethod_Check(function);
    if (is_python && PyTuple_CheckExact(arguments)) return;  // its code tells
    // Where a function written in Python would have its first point.
    if (granularity == sched::Granularity::line && !is_python)
        scheduler.point({nullptr, trace::Operation::line}, 0);
    if (granularity == sched::Granularity::cpython && !is_python)
        scheduler.point({nullptr, trace::Operation::check}, 0);
    const Ref values = PyList_CheckExact(arguments) && !is_python
                           ? Ref::take(PyList_AsTuple(arguments))
                           : Ref::retain(arguments);
    if (!values) return PyErr_Clear();
    const auto [accesses, opens] = shared_accesses(function, values.get());
    if (accesses.empty()) return;
    if (ExploredProgram* program = ExploredProgram::current())
        program->access(accesses);
    else
        scheduler.point({nullptr, trace::Operation::access}, scheduler.options().bytecode_cost);
    if (opens) open_instruction();
}

void after_first_call() {
    if (open_instructions != 0) close_instruction(nullptr);
}

void before_look_at_threads() {
    Scheduler& scheduler = Scheduler::current();
    if (!scheduler.options().is_explored || !CodeInfos::caller_is_user_code()) return;
    if (ExploredProgram* program = ExploredProgram::current())
        program->looks_at_threads();
    else
        scheduler.explored_point({nullptr, trace::Operation::access});
}

void on_entry(PyFrameObject* frame) {
    if (tw_checks_eval_breaker_on_entry(frame))
        Scheduler::current().point({nullptr, trace::Operation::check}, 0);
}

void on_exit(PyFrameObject* frame) {
    if (open_instructions == 0) return;
    Scheduler& scheduler = Scheduler::current();
    if (code_returns(frame).accesses.empty()) return;
    if (scheduler.options().granularity == sched::Granularity::bytecode)
        scheduler.point({nullptr, trace::Operation::access}, scheduler.options().bytecode_cost);
    instruction_goes_on(true);
}

}  // namespace turnwise::python
