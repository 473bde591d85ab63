#include "core/python/search_tracer.h"

#include <fmt/format.h>

#include <utility>
#include <vector>

#include "core/python/bytecode_3_11.h"
#include "core/python/code_info.h"
#include "core/python/cpython_3_11.h"
#include "core/python/errors.h"
#include "core/python/explored_program.h"
#include "core/python/open_instructions.h"
#include "core/python/ref.h"
#include "core/python/search_accesses.h"
#include "core/python/search_polls.h"
#include "core/sched/scheduler.h"

namespace turnwise::python {

using sched::Granularity;
using sched::Scheduler;
using trace::Operation;

namespace {

// A thread that does so much without a step that others could see loops for ever.
constexpr unsigned most_events_between_points = 100'000;

// Modules that were there when the first thread was started: an import of one changes nothing.
Py_ssize_t modules_before_threads = 0;

bool is_on = false;
unsigned events = 0;

void count_events() {
    if (++events < most_events_between_points) return;
    Scheduler& scheduler = Scheduler::current();
    scheduler.finish_at_limit(fmt::format("{} loops without a step that another thread could see.",
                                          scheduler.describe(scheduler.running())));
}

Granularity granularity() {
    return Scheduler::current().options().granularity;
}

void prepare(PyFrameObject* frame, const CodeInfo& code) {
    const bool lines =
        code.is_user && (granularity() == Granularity::line || granularity() == Granularity::sync);
    tw_set_frame_events(frame, lines, code.is_user);
}

// The place where the interpreter looks whether it has to give up the GIL: after the instruction
// before.
struct LastInstruction {
    PyFrameObject* frame = nullptr;
    int offset = -1;
};
std::vector<LastInstruction>& last_instruction_of_thread() {
    static std::vector<LastInstruction> last;
    return last;
}

void forget_last_instruction() {
    auto& all = last_instruction_of_thread();
    const ThreadId thread = Scheduler::current().running().id;
    if (thread < all.size()) all[thread] = {};
}

// The first thread is being started: after that call the interpreter has a look, as after every
// one.
void remember_instruction(PyFrameObject* frame) {
    auto& all = last_instruction_of_thread();
    const ThreadId thread = Scheduler::current().running().id;
    if (all.size() <= thread) all.resize(thread + 1);
    if (frame) all[thread] = {frame, tw_instruction_offset(frame)};
}

// CPython looks when a function begins; of library code only at what the program itself calls,
// for what is called from there tells the program's threads no more.
bool is_checked_on_entry(PyFrameObject* frame, const CodeInfo& code) {
    if (!tw_checks_eval_breaker_on_entry(frame)) return false;
    if (code.is_user) return true;
    const Ref caller = Ref::take(reinterpret_cast<PyObject*>(PyFrame_GetBack(frame)));
    return caller &&
           CodeInfos::of(tw_frame_code(reinterpret_cast<PyFrameObject*>(caller.get()))).is_user;
}

void look_for_check(PyFrameObject* frame) {
    auto& all = last_instruction_of_thread();
    const ThreadId thread = Scheduler::current().running().id;
    if (all.size() <= thread) all.resize(thread + 1);
    const LastInstruction before =
        std::exchange(all[thread], LastInstruction{frame, tw_instruction_offset(frame)});
    if (before.frame == frame && before.offset >= 0 &&
        tw_checks_eval_breaker_after(frame, before.offset))
        Scheduler::current().point({nullptr, Operation::check}, 0);
}

// The thread may have come to where a round of a loop begins, and may have polled in the one
// before.
void look_for_round(PyFrameObject* frame, const CodeInfo& code) {
    PollWatch* const watch = ExploredProgram::current()->poll_watch();
    if (!watch) return;
    const int offset = tw_instruction_offset(frame);
    for (std::size_t i = 0; i < code.loops.size(); ++i) {
        const tw_loop& loop = code.loops[i];
        // Where it can stop: CPython switches threads where it jumps back.
        const bool begins = granularity() == Granularity::cpython
                                ? loop.head == offset
                                : loop.begin == offset || loop.copy == offset;
        if (begins && watch->begins_round(frame, static_cast<int>(i)))
            ExploredProgram::current()->polls();
    }
}

void watch_instruction(PyFrameObject* frame) {
    PollWatch* const watch = ExploredProgram::current()->poll_watch();
    if (watch && watch->is_on()) watch->instruction(frame);
}

bool is_new_module(PyObject* name) {
    PyObject *known, *module;
    Py_ssize_t position = 0;
    for (Py_ssize_t i = 0; i < modules_before_threads; ++i)
        if (PyDict_Next(PyImport_GetModuleDict(), &position, &known, &module) &&
            (known == name || PyUnicode_Compare(known, name) == 0))
            return false;
    return true;
}

// Between here and the end of the import no other thread can see what it does, unless it takes a
// lock.
void begin_import(PyFrameObject* frame) {
    if (is_new_module(tw_imported_name(frame))) ExploredProgram::current()->begins_import(frame);
}

void before_instruction(PyFrameObject* frame) {
    count_events();
    if (open_instructions != 0) close_instruction(frame);
    const auto offset = static_cast<std::size_t>(tw_instruction_offset(frame));
    const CodeInfo& code = CodeInfos::of(tw_frame_code(frame));
    // At lines a round begins with its line.
    if ((code.interesting[offset] & TW_BEGINS_LOOP) != 0 && granularity() != Granularity::line)
        look_for_round(frame, code);
    if (granularity() == Granularity::cpython) look_for_check(frame);
    if (PollWatch::is_any_on()) watch_instruction(frame);
    look_for_result(frame);
    ExploredProgram::current()->may_end_import(frame);
    if ((code.interesting[offset] & TW_IMPORTS) != 0) begin_import(frame);
    if ((code.interesting[offset] & TW_TOUCHES) == 0) return;
    const auto [accesses, opens] = shared_accesses(frame);
    if (!accesses.empty()) ExploredProgram::current()->access(accesses);
    if (opens) open_instruction();
}

void function_begins(PyFrameObject* frame, const CodeInfo& code) {
    if (open_instructions != 0) code_begins(frame);
    if (granularity() == Granularity::cpython && is_checked_on_entry(frame, code))
        Scheduler::current().point({nullptr, Operation::check}, 0);
}

void function_ends(PyFrameObject* frame) {
    ExploredProgram* const program = ExploredProgram::current();
    program->may_end_import(frame);
    if (open_instructions == 0) return;
    const GoesOn next = code_returns(frame);
    if (next.accesses.empty()) return;
    const bool switches =
        granularity() == Granularity::bytecode && CodeInfos::of(tw_frame_code(frame)).is_user;
    instruction_goes_on(switches && program->goes_on(next));
}

int search_trace(PyObject*, PyFrameObject* frame, int what, PyObject*) {
    return guarded_int([&] {
        if (Scheduler::current().is_unwinding()) throw sched::Unwinding();
        if (what == PyTrace_OPCODE) {
            before_instruction(frame);
        } else if (what == PyTrace_LINE) {
            count_events();
            if (granularity() == Granularity::line) {
                const CodeInfo& code = CodeInfos::of(tw_frame_code(frame));
                if (!code.loops.empty()) look_for_round(frame, code);
                Scheduler::current().point({nullptr, Operation::line}, 0);
            }
        } else if (what == PyTrace_RETURN) {
            function_ends(frame);
        } else if (what == PyTrace_CALL) {
            const CodeInfo& code = CodeInfos::of(tw_frame_code(frame));
            prepare(frame, code);
            if (PollWatch::is_any_on())
                if (PollWatch* const watch = ExploredProgram::current()->poll_watch())
                    watch->function_begins(frame, code.is_user);
            forget_last_instruction();  // the caller's next one follows no call of C code
            function_begins(frame, code);
        }
        return 0;
    });
}

// Before the first thread is started there is nothing to be seen, but the program may loop for ever
// all the same.
int counting_trace(PyObject*, PyFrameObject* frame, int what, PyObject*) {
    return guarded_int([&] {
        if (what == PyTrace_CALL)
            tw_set_frame_events(frame, CodeInfos::of(tw_frame_code(frame)).is_user, 0);
        if (what == PyTrace_LINE) count_events();
        return 0;
    });
}

int unwinding_trace(PyObject*, PyFrameObject*, int, PyObject*) {
    set_unwinding_error();
    return -1;
}

}  // namespace

void begin_search_tracing() {
    if (!ExploredProgram::current()) return;
    is_on = true;
    modules_before_threads = PyDict_GET_SIZE(PyImport_GetModuleDict());
    install_search_tracer(PyThreadState_Get());
    remember_instruction(PyEval_GetFrame());
    Ref frame = Ref::retain(reinterpret_cast<PyObject*>(PyEval_GetFrame()));
    while (frame) {
        auto* its_frame = reinterpret_cast<PyFrameObject*>(frame.get());
        prepare(its_frame, CodeInfos::of(tw_frame_code(its_frame)));
        frame = Ref::take(reinterpret_cast<PyObject*>(PyFrame_GetBack(its_frame)));
    }
}

void install_search_tracer(PyThreadState* state) {
    if (is_on) tw_set_trace(state, search_trace, nullptr);
}

void reset_search_tracer() {
    is_on = false;
    events = 0;
    last_instruction_of_thread().clear();
    forget_results();
    forget_open_instructions();
    tw_set_trace(PyThreadState_Get(), counting_trace, nullptr);
}

void note_search_point() {
    events = 0;
}

void install_unwinding_tracer() {
    PyThreadState* state = PyThreadState_Get();
    if (tw_trace_function_of(state) != unwinding_trace)
        tw_set_trace(state, unwinding_trace, nullptr);
}

}  // namespace turnwise::python
