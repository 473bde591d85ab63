#include "core/hand/inquiry.h"

#include "core/sched/primitive.h"

namespace turnwise::hand {

using sched::Decision;
using sched::RunState;
using sched::ThreadControl;
using trace::Operation;

namespace {

bool is_to_be_told(const ThreadControl& thread) {
    return thread.state != RunState::created && thread.state != RunState::ended &&
           thread.state != RunState::abandoned;
}

trace::Prospect prospect_of(const ThreadControl& thread) {
    trace::Prospect prospect;
    prospect.thread = thread.id;
    // What a blocked thread waits for may be gone: the blockage knows, what it asked for does not.
    const sched::Request& next = thread.state == RunState::blocked ? thread.blockage : thread.next;
    prospect.operation = thread.has_begun ? next.operation : Operation::none;
    prospect.may_wait = next.patience != sched::Patience::none;
    prospect.has_waited = thread.next.has_waited;
    if (next.primitive) {
        prospect.object = next.primitive->id();
        if (prospect.object == no_object) prospect.object_name = next.primitive->describe();
    }
    if (next.thread) prospect.other = next.thread->id;
    prospect.file = thread.file_name;
    prospect.line = next.operation == Operation::line ? thread.next_line : thread.line;
    if (next.operation == Operation::access) prospect.text = thread.next_text;
    return prospect;
}

}  // namespace

trace::Inquiry inquiry_about(const Decision& decision, const std::set<ThreadId>& frozen) {
    trace::Inquiry inquiry;
    inquiry.decision = decision.index;
    inquiry.is_decision = decision.count() > 1;
    inquiry.question = decision.question;
    if (decision.primitive) inquiry.object = decision.primitive->id();
    for (const auto& thread : *decision.threads) {
        if (!is_to_be_told(*thread)) continue;
        trace::Prospect prospect = prospect_of(*thread);
        prospect.is_candidate = decision.find(thread->id) != nullptr;
        prospect.is_frozen = frozen.contains(thread->id);
        inquiry.threads.push_back(std::move(prospect));
    }
    return inquiry;
}

}  // namespace turnwise::hand
