#include "core/python/search_polls.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>
#include <utility>

#include "core/python/bytecode_3_11.h"
#include "core/python/primitive_object.h"
#include "core/python/thread_type.h"
#include "core/sched/scheduler.h"
#include "core/threading/condition.h"

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

// The RLock that it is, or that it has.
const threading::RLock* rlock_of(PyObject* object) {
    const sched::Primitive* primitive = primitive_in(object);
    if (primitive && primitive->type() == trace::ObjectType::condition)
        primitive = static_cast<const threading::Condition*>(primitive)->lock().primitive();
    return primitive && primitive->type() == trace::ObjectType::rlock
               ? static_cast<const threading::RLock*>(primitive)
               : nullptr;
}

bool is_condition(PyObject* object) {
    const sched::Primitive* primitive = primitive_in(object);
    return primitive && primitive->type() == trace::ObjectType::condition;
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
    constexpr std::array names = {"is_set",   "isSet",      "locked",     "is_alive",   "acquire",
                                  "release",  "wait",       "__enter__",  "__exit__",   "join",
                                  "get",      "get_nowait", "qsize",      "empty",      "copy",
                                  "count",    "index",      "keys",       "values",     "items",
                                  "issubset", "issuperset", "isdisjoint", "startswith", "endswith"};
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

// What a primitive does beside looking is a step, which tells itself; see also PollWatch::Use.
bool is_method_of(PyObject* object, std::string_view name) {
    return object && is_plain(object) && is_method_that_looks(name);
}

// Whose method is called, and which.
struct Method {
    PyObject* object = nullptr;
    std::string_view name;
};
Method method_of(const tw_change& change) {
    PyObject* function = change.function;
    if (!function) return {};
    if (Py_IS_TYPE(function, &PyMethodDescr_Type))
        return {change.self, reinterpret_cast<PyMethodDescrObject*>(function)->d_method->ml_name};
    if (!PyCFunction_Check(function)) return {};
    return {PyCFunction_GET_SELF(function),
            reinterpret_cast<PyCFunctionObject*>(function)->m_ml->ml_name};
}

// Methods of queue.Queue that look, or take or put something, which they tell by a notify.
bool is_function_of_queue(PyFrameObject* frame) {
    PyCodeObject* code = tw_frame_code(frame);
    const char* file = PyUnicode_AsUTF8(code->co_filename);
    if (!file || !std::string_view(file).ends_with("/queue.py")) return false;
    constexpr std::array names = {"get",  "get_nowait", "put",  "put_nowait", "qsize", "empty",
                                  "full", "_qsize",     "_get", "_put",       "_init"};
    const char* name = PyUnicode_AsUTF8(code->co_name);
    return name && std::ranges::find(names, std::string_view(name)) != names.end();
}

explore::Object number_of(PyObject* object, const char* attribute) {
    PyObject** dict = _PyObject_GetDictPtr(object);
    PyObject* value = dict && *dict ? PyDict_GetItemString(*dict, attribute) : nullptr;
    const sched::Primitive* primitive = value ? primitive_in(value) : nullptr;
    return primitive ? primitive->number : explore::no_object;
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

void PollWatch::Round::clear(explore::Position now) {
    looks.clear();
    held.clear();
    released.clear();
    conditions.clear();
    found_held.clear();
    uses.clear();
    begin = end = now;
    begins_with_wait = is_stale = is_given_back = false;
}

void PollWatch::Round::note(const explore::Operation& by_another) {
    if (is_stale) return;
    explore::for_each_touch(by_another, [this](Object object, Kind kind) {
        for (const Look& look : looks)
            if (look.object == object &&
                (explore::conflicts_of(look.kind) >> static_cast<unsigned>(kind) & 1) != 0)
                (look.kind == Kind::lock_try || look.kind == Kind::lock_expire ? is_given_back
                                                                               : is_stale) = true;
    });
}

PollWatch::PollWatch(PollWatch&& other) noexcept
    : m_loops(std::exchange(other.m_loops, {})),
      m_last(std::move(other.m_last)),
      m_failed(std::move(other.m_failed)),
      m_wait(other.m_wait),
      m_queue_call(other.m_queue_call),
      m_thread(other.m_thread) {}

void PollWatch::forget() {
    if (!m_loops.empty()) --s_on;
    m_loops.clear();
    m_failed.clear();
    m_wait = {};
    m_queue_call = {};
}

void PollWatch::stop() {
    tell_all();
    forget();
}

template <typename Condition>
void PollWatch::leave(Condition condition) {
    if (m_loops.empty()) return;
    std::erase_if(m_loops, condition);
    if (m_loops.empty()) {
        --s_on;
        stop();
    } else {
        tell_failed();
    }
}

// What was found held in no round that goes on has had a consequence.
void PollWatch::tell_failed() {
    std::size_t first = m_failed.size();
    for (const Loop& loop : m_loops)
        first = std::min(first, loop.failed);
    s_noticed.insert(s_noticed.end(), m_failed.begin(),
                     m_failed.begin() + static_cast<std::ptrdiff_t>(first));
    m_failed.erase(m_failed.begin(), m_failed.begin() + static_cast<std::ptrdiff_t>(first));
    for (Loop& loop : m_loops)
        loop.failed -= first;
}

void PollWatch::tell_all() {
    s_noticed.insert(s_noticed.end(), m_failed.begin(), m_failed.end());
    m_failed.clear();
    for (Loop& loop : m_loops)
        loop.failed = 0;
}

std::vector<Object> PollWatch::take_noticed() {
    return std::exchange(s_noticed, {});
}

bool PollWatch::held_meanwhile(const Held& held) const {
    return m_last.begin <= held.at && held.at <= m_last.end &&
           std::ranges::find(m_last.released, held.lock) != m_last.released.end();
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
        m_loops.push_back({frame, number, level, m_failed.size(), {}});
        m_loops.back().round.clear(s_now);
        return false;
    }
    m_loops.erase(known + 1, m_loops.end());  // begun in that round
    Loop& loop = m_loops.back();
    const bool has_polled = loop.round.held.empty() && is_back(loop.round);
    if (has_polled) {
        end_round(loop);
    } else {
        loop.failed = m_failed.size();
        tell_failed();
    }
    loop.round.clear(s_now);
    return has_polled;
}

// It has changed nothing: what it found held has had no consequence.
void PollWatch::end_round(Loop& loop) {
    m_failed.resize(loop.failed);
    loop.round.end = s_now;
    std::swap(m_last, loop.round);
}

bool PollWatch::is_back(const Round& round) const {
    return std::ranges::all_of(round.uses, [this](const Use& use) {
        return use.depth == (use.lock->owner() == m_thread ? use.lock->depth() : 0);
    });
}

void PollWatch::use(PyObject* object) {
    m_thread = &sched::Scheduler::current().running();
    const threading::RLock* lock = object ? rlock_of(object) : nullptr;
    if (!lock) return;
    const std::int64_t depth = lock->owner() == m_thread ? lock->depth() : 0;
    for (Loop& loop : m_loops)
        if (std::ranges::find(loop.round.uses, lock, &Use::lock) == loop.round.uses.end())
            loop.round.uses.push_back({lock, depth});
}

void PollWatch::function_begins(PyFrameObject* frame, bool is_user) {
    if (!is_user) {  // what library code does is not seen
        if (!begins_call_of_queue(frame)) stop();
        return;
    }
    leave([&](const Loop& loop) { return loop.frame == frame; });
}

bool PollWatch::is_in_call_of_queue() {
    PyFrameObject* frame = PyEval_GetFrame();
    return frame && is_function_of_queue(frame);
}

bool PollWatch::begins_call_of_queue(PyFrameObject* frame) {
    if (!is_function_of_queue(frame)) return false;
    if (m_queue_call.is_on) return true;
    PyObject* queue = tw_first_variable(frame);
    if (!queue) return false;
    m_wait = {};
    m_queue_call = {true, number_of(queue, "not_empty"), number_of(queue, "not_full")};
    return m_queue_call.not_empty != explore::no_object &&
           m_queue_call.not_full != explore::no_object;
}

void PollWatch::instruction(PyFrameObject* frame) {
    m_queue_call.is_on = false;
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
            if (is_quiet) look_at_call(frame, change);
            break;
        case TW_ENTERS:
            is_quiet = change.operands[0] && primitive_in(change.operands[0]);
            if (is_quiet) use(change.operands[0]);
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

void PollWatch::look_at_call(PyFrameObject* frame, const tw_change& change) {
    const Method method = method_of(change);
    if (!method.object) return;
    use(method.object);
    m_wait = {};
    if (method.name == "wait" && is_condition(method.object))
        m_wait = {frame, tw_instruction_offset(frame), tw_stack_level(frame)};
}

void PollWatch::add(Look look) {
    for (Loop& loop : m_loops) {
        if (std::ranges::find(loop.round.looks, look) != loop.round.looks.end()) continue;
        if (loop.round.looks.size() == most_looks) return stop();
        loop.round.looks.push_back(look);
    }
}

// It has found a lock held.
void PollWatch::fail(Look look, const Step& step) {
    if (m_loops.empty()) return s_noticed.push_back(look.object);
    add(look);
    if (m_loops.empty()) return;
    m_failed.push_back(look.object);
    for (Loop& loop : m_loops)
        loop.round.found_held.push_back({look.object, step.owner, step.position});
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
    if (!m_queue_call.is_on) return;
    add({m_queue_call.not_empty, Kind::condition_expire});
    add({m_queue_call.not_full, Kind::condition_expire});
}

// Where a loop goes round with a lock that was taken before it, a round is what the thread does
// from one wait to the next: to give the lock away meanwhile is no effect of the round then, but
// the end of it. Two waits in vain are like one that takes longer.
bool PollWatch::waits_again(Object condition, Object lock) {
    const Call call = std::exchange(m_wait, {});
    const int number = -1 - call.offset;
    const auto known = std::ranges::find_if(m_loops, [&](const Loop& loop) {
        return loop.frame == call.frame && loop.number == number && loop.level == call.level;
    });
    const bool is_known = call.frame && known != m_loops.end();
    bool has_polled = false;
    if (is_known) {
        Loop& loop = *known;
        has_polled = loop.round.held == std::vector{lock} && is_back(loop.round);
        if (has_polled) {
            loop.round.released.push_back(lock);
            loop.round.begins_with_wait = true;
            end_round(loop);
        } else {
            loop.failed = m_failed.size();
        }
        loop.round.clear(s_now);
        loop.round.held.push_back(lock);  // to be given back below
        m_loops.erase(known + 1, m_loops.end());
    }
    const bool is_new = !is_known && call.frame && loop_in(call.frame);
    Loop fresh{call.frame, number, call.level, m_failed.size(), {}};
    fresh.round.clear(s_now);
    fresh.round.held.push_back(lock);
    if (is_new && m_loops.size() < most_loops) m_loops.push_back(std::move(fresh));
    if (m_loops.empty()) return false;
    give_back(lock);
    for (Loop& loop : m_loops)
        loop.round.conditions.push_back(condition);
    return has_polled;
}

void PollWatch::step_of_another(const explore::Operation& operation) {
    m_last.note(operation);
    for (Loop& loop : m_loops)
        loop.round.note(operation);
}

bool PollWatch::step(const Step& step) {
    const explore::Operation& operation = step.operation;
    const bool answer = step.answer;
    s_now = step.position;
    const Look look{operation.object, operation.kind};
    if (m_loops.empty()) {
        const bool is_found_held = operation.kind == Kind::lock_look
                                       ? answer
                                       : !answer && (operation.kind == Kind::lock_try ||
                                                     operation.kind == Kind::lock_expire);
        if (is_found_held) fail(look, step);
        return false;
    }
    if (operation.accesses) {
        for (const explore::Access& access : *operation.accesses) {
            if (access.kind != Kind::read) return stop(), false;
            add({access.cell, access.kind});
        }
    }
    switch (operation.kind) {
        case Kind::code:
            break;
        case Kind::read:
        case Kind::event_look:
        case Kind::thread_look:
        case Kind::barrier_look:
        case Kind::event_expire:
        case Kind::thread_expire:
            add(look);
            break;
        case Kind::lock_look:
            answer ? fail(look, step) : add(look);
            break;
        case Kind::lock_try:
            answer ? take(operation.object) : fail(look, step);
            break;
        case Kind::semaphore_try:
        case Kind::semaphore_expire:
        case Kind::condition_expire:
            answer ? stop() : add(look);
            break;
        case Kind::event_wait:  // it goes on as soon as the flag is set
            add({operation.object, Kind::event_look});
            break;
        case Kind::lock_request:
            take(operation.object);
            break;
        case Kind::lock_expire:
            if (answer) break;
            for (Loop& loop : m_loops)
                std::erase(loop.round.held, operation.object);
            fail(look, step);
            break;
        case Kind::lock_release:
            give_back(operation.object);
            break;
        case Kind::semaphore_request:  // without a timeout it goes on with what it waited for
            if (!step.has_timeout) stop();
            break;
        case Kind::condition_wait:
            if (step.has_timeout) return waits_again(operation.object, operation.second);
            stop();
            break;
        default:
            stop();
    }
    return false;
}

}  // namespace turnwise::python
