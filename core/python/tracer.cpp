#include "core/python/tracer.h"

#include "core/python/cpython_3_11.h"
#include "core/python/errors.h"
#include "core/python/exception_text.h"
#include "core/python/modules.h"
#include "core/python/python_thread.h"
#include "core/python/short_repr.h"
#include "core/sched/scheduler.h"

namespace turnwise::python {

using sched::Scheduler;
using trace::EventKind;

namespace {

// Library code is no lesson: it costs little virtual time and others may run only now and then.
constexpr Tick library_line_cost = 1 * microsecond;
constexpr unsigned library_lines_between_points = 256;

GlobalsWatch& globals_watch() {
    static GlobalsWatch watch;
    return watch;
}

// The code that the running thread is in, for every event that it causes from now on.
void set_location(sched::ThreadControl& thread, const ThreadTrace& trace) {
    if (trace.calls.empty()) return;
    const ThreadTrace::Call& call = trace.calls.back();
    thread.file_name = call.code->file;
    thread.file = call.code->file_id;
    thread.line = call.line;
}

void record_code(EventKind kind, const ThreadTrace& trace, StringId text = 0, StringId detail = 0) {
    Scheduler& scheduler = Scheduler::current();
    trace::Event event = scheduler.event(kind);
    event.value = static_cast<std::int64_t>(trace.calls.size());
    event.text = text;
    event.detail = detail;
    scheduler.record(event);
}

void look_at_variables(ThreadTrace::Call& call) {
    globals_watch().look(tw_frame_globals(call.frame));
    call.variables.begin();
    tw_visit_locals(
        call.frame,
        [](void* watch, PyObject* name, PyObject* value) {
            static_cast<VariableWatch*>(watch)->see(name, value);
        },
        &call.variables);
    call.variables.end();
}

// A write has been done as soon as the thread comes to anything else: nobody else can have run in
// between. The variables come first, so that a reader who stops at the write sees its value
// everywhere.
void tell_of_write(ThreadTrace& trace, PyFrameObject* frame, int what) {
    if (trace.calls.empty()) return;
    ThreadTrace::Call& call = trace.calls.back();
    if (!has_unfinished_write(call.bytecodes)) return;
    // A method of a container that calls Python code is not at its end yet: list.sort() with a key.
    if (call.bytecodes.container && call.frame != frame) return;
    if (what == PyTrace_OPCODE && call.frame == frame &&
        tw_is_call_to_come(frame, call.bytecodes.previous))
        return;
    if (what == PyTrace_EXCEPTION && call.frame == frame) {
        forget_write(call.bytecodes);
        return;
    }
    look_at_variables(call);
    record_write(call.bytecodes);
}

void on_call(ThreadTrace& trace, PyFrameObject* frame, CodeInfo& code) {
    Scheduler& scheduler = Scheduler::current();
    if (code.file_id == 0) {
        code.file_id = scheduler.intern(code.file);
        code.function_id = scheduler.intern(code.function);
    }
    const auto depth = static_cast<std::int64_t>(trace.calls.size() + 1);
    const auto line = static_cast<std::uint32_t>(PyFrame_GetLineNumber(frame));
    if (!trace.calls.empty() && !has_unfinished_write(trace.calls.back().bytecodes))
        trace.calls.back().bytecodes = {};  // its next bytecode follows no call of C code
    trace.calls.push_back({frame, &code, line, VariableWatch(depth), {}});
    set_location(scheduler.running(), trace);
    record_code(EventKind::call, trace, code.function_id);
}

void on_line(ThreadTrace& trace, PyFrameObject* frame) {
    Scheduler& scheduler = Scheduler::current();
    ThreadTrace::Call& call = trace.calls.back();
    look_at_variables(call);
    const auto line = static_cast<std::uint32_t>(PyFrame_GetLineNumber(frame));
    scheduler.running().next_line = line;
    scheduler.point({nullptr, trace::Operation::line}, scheduler.options().line_cost);
    call.line = line;
    call.bytecodes.has_read = false;
    set_location(scheduler.running(), trace);
    record_code(EventKind::line, trace);
}

void on_return(ThreadTrace& trace, PyFrameObject* frame, PyObject* result) {
    Scheduler& scheduler = Scheduler::current();
    on_exit(frame);
    look_at_variables(trace.calls.back());
    record_code(EventKind::return_, trace, trace.calls.back().code->function_id,
                result ? scheduler.intern(short_repr(result)) : 0);
    trace.calls.pop_back();
    set_location(scheduler.running(), trace);
}

// `info` is the triple (type, value, traceback); the value may not be normalised yet.
void on_exception(const ThreadTrace& trace, PyObject* info) {
    PyObject* value = PyTuple_GET_ITEM(info, 1);
    const std::string text = PyExceptionInstance_Check(value)
                                 ? exception_line(value)
                                 : std::string(((PyTypeObject*)PyTuple_GET_ITEM(info, 0))->tp_name);
    record_code(EventKind::exception, trace, Scheduler::current().intern(text));
}

void on_library_line(ThreadTrace& trace) {
    Scheduler& scheduler = Scheduler::current();
    if (++trace.library_lines < library_lines_between_points) {
        scheduler.spend(library_line_cost);
        return;
    }
    trace.library_lines = 0;
    scheduler.running().next_line = 0;
    scheduler.point({nullptr, trace::Operation::line}, library_line_cost);
}

void record_event(ThreadTrace& trace, PyFrameObject* frame, int what, PyObject* arg) {
    tell_of_write(trace, frame, what);
    PyCodeObject* code_object = PyFrame_GetCode(frame);
    CodeInfo& code = CodeInfos::of(code_object);
    Py_DECREF(code_object);  // the frame keeps it
    if (what == PyTrace_CALL && code.has_self_loop) tw_trace_opcodes(frame);
    if (what == PyTrace_OPCODE && code.has_self_loop && tw_is_at_self_loop(frame))
        what = PyTrace_LINE;
    if (!code.is_user) {
        if (what == PyTrace_LINE) on_library_line(trace);
        if (what == PyTrace_CALL && !trace.calls.empty())
            trace.calls.back().bytecodes.previous = -1;
        return;
    }
    if (what == PyTrace_CALL) {
        on_call(trace, frame, code);
        if (wants_bytecodes()) {
            tw_trace_opcodes(frame);
            on_entry(frame);
        }
        return;
    }
    // A generator that is thrown into goes on, and ends, without a call event.
    if (trace.calls.empty() || trace.calls.back().frame != frame) return;
    if (what == PyTrace_LINE) on_line(trace, frame);
    if (what == PyTrace_OPCODE && wants_bytecodes())
        before_bytecode(trace.calls.back().bytecodes, frame);
    if (what == PyTrace_RETURN) on_return(trace, frame, arg);
    if (what == PyTrace_EXCEPTION) on_exception(trace, arg);
}

// Nobody looks on: what is left is that lines take time and that threads take turns.
void only_schedule(PyFrameObject* frame, int what) {
    if (what == PyTrace_LINE || (what == PyTrace_OPCODE && tw_is_at_self_loop(frame))) {
        Scheduler& scheduler = Scheduler::current();
        scheduler.point({nullptr, trace::Operation::line}, scheduler.options().line_cost);
    } else if (what == PyTrace_CALL) {
        PyCodeObject* code = PyFrame_GetCode(frame);
        Py_DECREF(code);  // the frame keeps it
        if (CodeInfos::of(code).has_self_loop) tw_trace_opcodes(frame);
    }
}

PyObject* event_name(int what) {
    static PyObject* names[] = {
        PyUnicode_InternFromString("call"),     PyUnicode_InternFromString("exception"),
        PyUnicode_InternFromString("line"),     PyUnicode_InternFromString("return"),
        PyUnicode_InternFromString("c_call"),   PyUnicode_InternFromString("c_exception"),
        PyUnicode_InternFromString("c_return"), PyUnicode_InternFromString("opcode")};
    return names[what];
}

// CPython's trace_trampoline: the function given to sys.settrace is called for new frames, what it
// returned for events inside them.
int call_user_function(ThreadTrace& trace, PyFrameObject* frame, int what, PyObject* arg) {
    const Ref function =
        Ref::retain(what == PyTrace_CALL ? trace.user_function.get() : tw_frame_trace(frame));
    if (!function) return 0;
    const Ref result =
        Ref::take(tw_call_trace_function(function.get(), frame, event_name(what), arg));
    if (!result) {
        trace.user_function = Ref();
        tw_frame_set_trace(frame, nullptr);
        return -1;
    }
    if (result.get() != Py_None) tw_frame_set_trace(frame, result.get());
    return 0;
}

int trace_function(PyObject*, PyFrameObject* frame, int what, PyObject* arg) {
    return guarded_int([&] {
        ThreadTrace& trace = python_thread(Scheduler::current().running()).trace;
        if (Scheduler::current().recorder())
            record_event(trace, frame, what, arg);
        else
            only_schedule(frame, what);
        return trace.user_function ? call_user_function(trace, frame, what, arg) : 0;
    });
}

PyObject* settrace(PyObject*, PyObject* function) {
    // The destructor of the function that goes may come here again.
    static bool is_being_set = false;
    return guarded([&]() -> PyObject* {
        if (is_being_set) {
            PyErr_SetString(
                PyExc_RuntimeError,
                "Cannot install a trace function while another trace function is being installed");
            return nullptr;
        }
        ThreadTrace& trace = python_thread(Scheduler::current().running()).trace;
        is_being_set = true;
        std::exchange(trace.user_function, function == Py_None ? Ref() : Ref::retain(function)) =
            Ref();
        is_being_set = false;
        // An extension may have put a trace function of its own in the place of ours, which this
        // one ends.
        if (tw_trace_function_of(PyThreadState_Get()) != trace_function)
            install_tracer(PyThreadState_Get());
        return Py_NewRef(Py_None);
    });
}

PyObject* gettrace(PyObject*, PyObject*) {
    return guarded([] {
        const ThreadTrace& trace = python_thread(Scheduler::current().running()).trace;
        return Py_NewRef(trace.user_function ? trace.user_function.get() : Py_None);
    });
}

PyMethodDef functions[] = {
    {"settrace", settrace, METH_O,
     "settrace(function)\n\nSet the trace function of the current thread."},
    {"gettrace", gettrace, METH_NOARGS, "gettrace()\n\nThe trace function of the current thread."},
    {nullptr, nullptr, 0, nullptr}};

}  // namespace

void install_tracer(PyThreadState* state) {
    tw_set_trace(state, trace_function, nullptr);
}

int replace_trace_functions() {
    const Ref sys = Ref::take(PyImport_ImportModule("sys"));
    return sys ? add_functions(sys.get(), functions, "sys") : -1;
}

}  // namespace turnwise::python
