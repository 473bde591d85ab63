#include "core/python/open_instructions.h"

#include <vector>

#include "core/python/bytecode_3_11.h"
#include "core/python/explored_program.h"
#include "core/sched/scheduler.h"

namespace turnwise::python {

using explore::Access;

int open_instructions = 0;

namespace {

struct Open {
    PyFrameObject* frame = nullptr;
    std::vector<Access> accesses;
    bool at_end_only = false;
    std::uint64_t step = 0;  // the last one to which the accesses were told
};

// The innermost last. What is closed keeps its memory.
struct OpenOfThread {
    std::vector<Open> all;
    std::size_t count = 0;

    Open* last() { return count > 0 ? &all[count - 1] : nullptr; }
};

std::vector<OpenOfThread>& threads() {
    static std::vector<OpenOfThread> of_threads;
    return of_threads;
}

OpenOfThread& of_running() {
    const ThreadId thread = sched::Scheduler::current().running().id;
    if (threads().size() <= thread) threads().resize(thread + 1);
    return threads()[thread];
}

std::uint64_t step_now() {
    const ExploredProgram* program = ExploredProgram::current();
    return program ? program->step_now() : 0;
}

void access_again(Open& open) {
    if (open.step == step_now()) return;
    open.step = step_now();
    if (ExploredProgram* program = ExploredProgram::current()) program->access_again(open.accesses);
}

void close_last(OpenOfThread& open) {
    access_again(*open.last());
    --open.count;
    --open_instructions;
}

// The instruction whose C code goes on when `frame` is left, or that calls it.
Open* caller_of(PyFrameObject* frame) {
    OpenOfThread& open = of_running();
    Open* const last = open.last();
    return last && last->frame != frame && tw_is_called_by(frame, last->frame) ? last : nullptr;
}

}  // namespace

void forget_open_instructions() {
    for (OpenOfThread& thread : threads())
        thread.count = 0;
    open_instructions = 0;
}

void prepare_instruction(PyFrameObject* frame, std::span<const Access> accesses, bool at_end_only) {
    OpenOfThread& open = of_running();
    if (open.count == open.all.size()) open.all.emplace_back();
    Open& next = open.all[open.count];
    next.frame = frame;
    next.accesses.assign(accesses.begin(), accesses.end());
    next.at_end_only = at_end_only;
}

void open_instruction() {
    OpenOfThread& open = of_running();
    open.all[open.count++].step = step_now();
    ++open_instructions;
}

void close_instruction(PyFrameObject* frame) {
    OpenOfThread& open = of_running();
    const Open* const last = open.last();
    if (last && last->frame == frame && !(frame && tw_is_in_call(frame))) close_last(open);
}

void code_begins(PyFrameObject* frame) {
    if (Open* const caller = caller_of(frame); caller && !caller->at_end_only)
        access_again(*caller);
}

GoesOn code_returns(PyFrameObject* frame) {
    OpenOfThread& open = of_running();
    if (const Open* const own = open.last(); own && own->frame == frame) close_last(open);
    const Open* const caller = caller_of(frame);
    return caller ? GoesOn{caller->accesses, caller->at_end_only} : GoesOn{};
}

void instruction_goes_on(bool is_told) {
    Open* const last = of_running().last();
    if (!last) return;
    if (is_told)
        last->step = step_now();
    else if (!last->at_end_only)
        access_again(*last);
}

bool point_in_open_instruction() {
    if (open_instructions == 0) return false;
    Open* const last = of_running().last();
    if (!last || !tw_is_innermost(last->frame)) return false;
    if (!last->at_end_only) access_again(*last);
    return true;
}

}  // namespace turnwise::python
