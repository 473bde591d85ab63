#include "core/python/search_polls.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>
#include <utility>

#include "core/python/bytecode_3_11.h"
#include "core/python/primitive_object.h"
#include "core/python/thread_type.h"

namespace turnwise::python {

using explore::Kind;
using explore::Object;

namespace {

// Loops within loops; whoever needs more does not poll.
constexpr std::size_t most_loops = 8;
// Cells and primitives that a round looks at.
constexpr std::size_t most_looks = 64;

template <typename... Types>
bool is_one_of(const PyTypeObject* type, const Types&... types) {
    return ((type == &types) || ...);
}

bool is_immutable(PyObject* object) {
    return is_one_of(Py_TYPE(object), PyBool_Type, PyLong_Type, PyFloat_Type, PyUnicode_Type,
                     PyBytes_Type, PyTuple_Type, PyFrozenSet_Type, PyComplex_Type) ||
           object == Py_None;
}

// What C code computes with it changes nothing. What Python code does is looked at itself.
bool is_plain(PyObject* object) {
    return object && (is_immutable(object) ||
                      is_one_of(Py_TYPE(object), PyList_Type, PyDict_Type, PySet_Type, PyRange_Type,
                                PySlice_Type, PyDictKeys_Type, PyDictValues_Type, PyDictItems_Type,
                                PyFunction_Type, PyModule_Type, PyType_Type) ||
                      is_thread_object(object) || primitive_in(object) ||
                      std::strcmp(Py_TYPE(object)->tp_name, "collections.deque") == 0);
}

bool is_of_python_class(PyObject* object) {
    return object && (Py_TYPE(object)->tp_flags & Py_TPFLAGS_HEAPTYPE) != 0;
}

bool are_plain(const tw_change& change) {
    if (change.count > TW_MOST_OPERANDS) return false;
    return std::all_of(change.operands, change.operands + change.count, [](PyObject* operand) {
        return is_plain(operand) || is_of_python_class(operand);
    });
}

bool is_rlock(PyObject* object) {
    const sched::Primitive* primitive = primitive_in(object);
    return primitive && primitive->type() == trace::ObjectType::rlock;
}

// To fetch it runs no C code that could do something: it lies in the object or its class, or a
// Python function makes it.
bool is_fetched_quietly(PyObject* object, PyObject* name) {
    if (!object) return false;
    PyTypeObject* type = Py_TYPE(object);
    if (PyType_Check(object) || PyModule_Check(object)) return true;
    if (type->tp_getattro != PyObject_GenericGetAttr) return false;
    PyObject* described = _PyType_Lookup(type, name);
    return !described || !Py_TYPE(described)->tp_descr_get ||
           is_one_of(Py_TYPE(described), PyFunction_Type, PyMethodDescr_Type, PyMemberDescr_Type,
                     PyProperty_Type, PyStaticMethod_Type, PyClassMethod_Type);
}

bool is_method_that_looks(std::string_view name) {
    constexpr std::array names = {"is_set",     "isSet",   "locked",    "is_alive",   "acquire",
                                  "release",    "wait",    "__enter__", "__exit__",   "join",
                                  "get",        "copy",    "count",     "index",      "keys",
                                  "values",     "items",   "issubset",  "issuperset", "isdisjoint",
                                  "startswith", "endswith"};
    return std::ranges::find(names, name) != names.end();
}

bool is_function_that_looks(std::string_view name) {
    constexpr std::array names = {"len", "sum", "min",        "max",      "any", "all",
                                  "abs", "id",  "isinstance", "callable", "hash"};
    return std::ranges::find(names, name) != names.end();
}

bool is_in_module(PyObject* function, std::string_view name) {
    PyObject* module = reinterpret_cast<PyCFunctionObject*>(function)->m_module;
    const char* text = module && PyUnicode_Check(module) ? PyUnicode_AsUTF8(module) : nullptr;
    return text && text == name;
}

// What a primitive does beside looking is a step, which tells itself; but an RLock that is taken
// once more is none.
bool is_method_of(PyObject* object, std::string_view name) {
    return object && is_plain(object) && !is_rlock(object) && is_method_that_looks(name);
}

bool calls_quietly(const tw_change& change) {
    PyObject* function = change.function;
    if (!function) return false;
    if (PyFunction_Check(function)) return true;  // its instructions are looked at
    if (PyMethod_Check(function)) return PyFunction_Check(PyMethod_GET_FUNCTION(function));
    if (!are_plain(change)) return false;
    if (Py_IS_TYPE(function, &PyMethodDescr_Type))
        return is_method_of(change.self,
                            reinterpret_cast<PyMethodDescrObject*>(function)->d_method->ml_name);
    if (PyType_Check(function))
        return is_one_of(reinterpret_cast<PyTypeObject*>(function), PyBool_Type, PyLong_Type,
                         PyFloat_Type, PyUnicode_Type, PyRange_Type, PyList_Type, PyTuple_Type,
                         PySet_Type);
    if (!PyCFunction_Check(function)) return false;
    const char* name = reinterpret_cast<PyCFunctionObject*>(function)->m_ml->ml_name;
    PyObject* self = PyCFunction_GET_SELF(function);
    if (!self || PyModule_Check(self))
        return is_in_module(function, "builtins")
                   ? is_function_that_looks(name)
                   : is_in_module(function, "time") && std::string_view(name) == "sleep";
    return is_method_of(self, name);
}

}  // namespace

void PollWatch::Round::clear() {
    looks.clear();
    held.clear();
    released.clear();
    is_stale = false;
}

void PollWatch::Round::note(const explore::Operation& by_another) {
    if (is_stale) return;
    explore::for_each_touch(by_another, [this](Object object, Kind kind) {
        for (const Look& look : looks)
            if (look.object == object &&
                (explore::conflicts_of(look.kind) >> static_cast<unsigned>(kind) & 1) != 0)
                is_stale = true;
    });
}

PollWatch::PollWatch(PollWatch&& other) noexcept
    : m_loops(std::exchange(other.m_loops, {})), m_last(std::move(other.m_last)) {}

void PollWatch::stop() {
    if (m_loops.empty()) return;
    m_loops.clear();
    --s_on;
}

template <typename Condition>
void PollWatch::leave(Condition condition) {
    if (m_loops.empty()) return;
    std::erase_if(m_loops, condition);
    if (m_loops.empty()) --s_on;
}

const PollWatch::Loop* PollWatch::loop_in(PyFrameObject* frame) const {
    const auto loop = std::ranges::find(m_loops, frame, &Loop::frame);
    return loop == m_loops.end() ? nullptr : &*loop;
}

bool PollWatch::begins_round(PyFrameObject* frame, int number) {
    const int level = tw_stack_level(frame);
    const auto known = std::ranges::find_if(m_loops, [&](const Loop& loop) {
        return loop.frame == frame && loop.number == number && loop.level == level;
    });
    if (known == m_loops.end()) {
        if (m_loops.size() == most_loops) stop();
        if (m_loops.empty()) ++s_on;
        m_loops.push_back({frame, number, level, {}});
        return false;
    }
    const bool is_back = known->round.held.empty();
    if (is_back) std::swap(m_last, known->round);
    known->round.clear();
    m_loops.erase(known + 1, m_loops.end());  // begun in that round
    return is_back;
}

void PollWatch::function_begins(PyFrameObject* frame, bool is_user) {
    if (!is_user) return stop();  // what library code does is not seen
    leave([&](const Loop& loop) { return loop.frame == frame; });
}

void PollWatch::instruction(PyFrameObject* frame) {
    tw_change change;
    tw_next_change(frame, &change);
    bool is_quiet = false;
    switch (change.kind) {
        case TW_CHANGES_NOTHING:
            return;
        case TW_SETS:  // the variables of a function that began in this round end with it
            is_quiet = change.operands[0] == change.operands[1] || !loop_in(frame);
            break;
        case TW_COMPUTES:
            is_quiet = are_plain(change);
            break;
        case TW_COMPUTES_IN_PLACE:
            is_quiet = change.operands[0] && is_immutable(change.operands[0]) && are_plain(change);
            break;
        case TW_FETCHES:
            is_quiet = is_fetched_quietly(change.operands[0], change.name);
            break;
        case TW_CALLS:
            is_quiet = calls_quietly(change);
            break;
        case TW_ENTERS:
            is_quiet = change.operands[0] && primitive_in(change.operands[0]) &&
                       !is_rlock(change.operands[0]);
            break;
        case TW_ITERATES:  // an iterator is its own, and may be older than the round
            is_quiet = are_plain(change) && Py_TYPE(change.operands[0])->tp_iternext == nullptr;
            break;
        case TW_ADVANCES: {
            const Loop* loop = loop_in(frame);
            is_quiet = !loop || tw_stack_level(frame) > loop->level;
            break;
        }
        case TW_CHANGES:
            break;
    }
    if (!is_quiet) stop();
}

void PollWatch::add(Look look) {
    for (Loop& loop : m_loops) {
        if (std::ranges::find(loop.round.looks, look) != loop.round.looks.end()) continue;
        if (loop.round.looks.size() == most_looks) return stop();
        loop.round.looks.push_back(look);
    }
}

void PollWatch::take(Object lock) {
    for (Loop& loop : m_loops)
        loop.round.held.push_back(lock);
}

// A round that gives back what was taken before it has changed something.
void PollWatch::give_back(Object lock) {
    leave([&](Loop& loop) { return std::erase(loop.round.held, lock) == 0; });
    for (Loop& loop : m_loops)
        loop.round.released.push_back(lock);
}

void PollWatch::step_of_another(const explore::Operation& operation) {
    m_last.note(operation);
    for (Loop& loop : m_loops)
        loop.round.note(operation);
}

void PollWatch::step(const explore::Operation& operation, bool answer) {
    if (operation.accesses) {
        for (const explore::Access& access : *operation.accesses) {
            if (access.kind != Kind::read) return stop();
            add({access.cell, access.kind});
        }
    }
    switch (operation.kind) {
        case Kind::code:
            return;
        case Kind::read:
        case Kind::lock_look:
        case Kind::event_look:
        case Kind::thread_look:
        case Kind::barrier_look:
        case Kind::event_expire:
        case Kind::thread_expire:
            return add({operation.object, operation.kind});
        case Kind::lock_try:
        case Kind::semaphore_try:
            return answer ? stop() : add({operation.object, operation.kind});
        case Kind::event_wait:  // it goes on as soon as the flag is set
            return add({operation.object, Kind::event_look});
        case Kind::lock_request:
            return take(operation.object);
        case Kind::lock_expire:
            if (answer) return;
            for (Loop& loop : m_loops)
                std::erase(loop.round.held, operation.object);
            return add({operation.object, operation.kind});
        case Kind::lock_release:
            return give_back(operation.object);
        default:
            return stop();
    }
}

}  // namespace turnwise::python
