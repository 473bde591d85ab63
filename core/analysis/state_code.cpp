// How an event changes the place of a thread in the program, its frames and the variables.
#include <algorithm>

#include "core/analysis/state.h"

namespace turnwise::analysis {

using trace::Event;
using trace::EventKind;

namespace {

// More variables than this in one scope are no help to anyone, and looking one up is linear.
constexpr std::size_t variables_limit = 1000;

void set_variable(std::vector<Variable>& scope, const Event& event, EventIndex at) {
    const auto known = std::find_if(scope.begin(), scope.end(), [&](const Variable& variable) {
        return variable.name == event.text;
    });
    if (known != scope.end())
        *known = {event.text, event.detail, at};
    else if (scope.size() < variables_limit)
        scope.push_back({event.text, event.detail, at});
}

void leave_frames_above(std::vector<Frame>& stack, std::int64_t depth) {
    while (!stack.empty() && stack.back().depth > depth)
        stack.pop_back();
}

}  // namespace

Frame* State::frame_at(ThreadId id, std::int64_t depth) {
    if (depth < 1 || id >= m_frames.size()) return nullptr;
    auto& stack = m_frames[id];
    leave_frames_above(stack, depth);
    if (stack.empty() || stack.back().depth < depth) stack.push_back(Frame{.depth = depth});
    return &stack.back();
}

// The frame of a variable may lie below the top: a closure that changed the cell of its caller.
std::vector<Variable>* State::scope_of(const Event& event) {
    if (event.value == 0) return &m_globals;
    if (event.thread >= m_frames.size()) return nullptr;
    auto& stack = m_frames[event.thread];
    const auto frame = std::find_if(stack.rbegin(), stack.rend(), [&](const Frame& candidate) {
        return candidate.depth == event.value;
    });
    if (frame != stack.rend()) return &frame->variables;
    Frame* made = frame_at(event.thread, event.value);
    return made ? &made->variables : nullptr;
}

void State::apply_to_code(const Event& event) {
    ThreadInfo* self = thread_ref(event.thread);
    const auto go_to = [&](const Frame& frame) {
        self->file = frame.file;
        self->line = frame.line;
        self->function = frame.function;
        self->depth = frame.depth;
    };
    switch (event.kind) {
        case EventKind::call:
        case EventKind::line:
            if (!self || self->state == ThreadState::ended) return;
            if (event.kind == EventKind::call)
                leave_frames_above(m_frames[event.thread], event.value - 1);
            if (Frame* frame = frame_at(event.thread, event.value)) {
                if (event.kind == EventKind::call) frame->function = event.text;
                frame->file = event.file;
                frame->line = event.line;
                go_to(*frame);
            }
            return;
        case EventKind::return_: {
            if (!self) return;
            auto& stack = m_frames[event.thread];
            leave_frames_above(stack, event.value - 1);
            if (stack.empty())
                self->depth = 0;
            else
                go_to(stack.back());
            return;
        }
        case EventKind::variable:
            if (auto* scope = scope_of(event)) set_variable(*scope, event, m_position);
            return;
        case EventKind::variable_deleted:
            if (auto* scope = scope_of(event))
                std::erase_if(
                    *scope, [&](const Variable& variable) { return variable.name == event.text; });
            return;
        default:
            return;
    }
}

}  // namespace turnwise::analysis
