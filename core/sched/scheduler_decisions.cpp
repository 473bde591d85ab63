// Who goes on, and who is woken: the questions that a policy answers.
#include <cassert>
#include <utility>

#include "core/sched/scheduler.h"

namespace turnwise::sched {

using trace::EventKind;
using trace::WakeReason;

// Who goes on: `able`, if there is one, or somebody who is ready. A thread that wakes for no reason
// becomes ready here.
ThreadControl& Scheduler::decide(ThreadControl* able, const Gil& gil) {
    const auto others = m_options.is_time_abstract ? candidates_of_time() : spurious_candidates();
    Decision decision(able, m_ready, others);
    const bool is_choice = decision.count() > 1 || m_driver;
    if (!is_choice && m_policy_looks_on) show(Decision(decision));
    ThreadControl& chosen = is_choice ? ask_about(decision, gil) : *m_threads[decision.at(0)->id];
    if (chosen.state == RunState::blocked)
        wake(chosen, m_options.is_time_abstract ? WakeReason::timed_out : WakeReason::spurious);
    return chosen;
}

ThreadControl& Scheduler::ask_about(Decision& decision, const Gil& gil) {
    decision.slice_used = gil.slice_used(now());
    return ask(decision);
}

// Those that Condition.wait may send back for no reason.
std::vector<ThreadControl*> Scheduler::spurious_candidates() const {
    std::vector<ThreadControl*> candidates;
    if (!m_options.wakes_spuriously) return candidates;
    for (const auto& thread : m_threads) {
        const Primitive* waited_for = thread->blockage.primitive;
        if (thread->state == RunState::blocked &&
            thread->blockage.operation == trace::Operation::wait && waited_for &&
            waited_for->type() == trace::ObjectType::condition && !waited_for->internal)
            candidates.push_back(thread.get());
    }
    return candidates;
}

const ThreadControl& Scheduler::whom_to_wake(const Primitive* primitive,
                                             std::span<ThreadControl* const> waiting) {
    if (!m_options.chooses_woken || waiting.size() == 1 || !primitive || primitive->internal)
        return *waiting.front();
    Decision decision(trace::Question::who_is_woken, waiting);
    decision.primitive = primitive;
    return ask(decision);
}

namespace {

// "0,2": the candidates. Which clocks agree is the one thing that cannot be seen from the events
// before.
std::string numbers_of(const Decision& decision) {
    std::string text;
    for (std::size_t i = 0; i < decision.count(); ++i)
        text += (i ? "," : "") + std::to_string(decision.at(i)->id);
    return text;
}

}  // namespace

void Scheduler::describe_to_policy(Decision& decision) const {
    decision.index = m_summary.decisions;
    decision.switch_interval = m_options.switch_interval;
    decision.now = now();
    decision.threads = &m_threads;
}

// Ends the run if the policy has no answer, though not inside the handler, which must be left
// first.
template <typename Ask>
void Scheduler::consult(Ask ask) {
    Outcome refusal;
    try {
        ask();
        return;
    } catch (const NobodyDecides& error) {
        refusal = {OutcomeKind::unfinished, error.what()};
    } catch (const ScheduleError& error) {
        refusal = {OutcomeKind::crashed, error.what()};
    }
    finish(std::move(refusal));
}

void Scheduler::show(Decision&& only) {
    if (!m_recorder) return;  // the program has not begun
    describe_to_policy(only);
    consult([&] { m_policy.pass(only); });
}

ThreadControl& Scheduler::ask(Decision& decision) {
    if (m_driver) return *m_threads[ask_driver(decision)];
    describe_to_policy(decision);
    ++m_summary.decisions;
    const ThreadControl* chosen = nullptr;
    consult([&] { chosen = m_policy.choose(decision); });
    assert(decision.find(chosen->id) == chosen);
    if (m_options.keeps_schedule) m_summary.schedule.append(chosen->id);
    if (m_recorder) {
        trace::Event record = event(EventKind::decision);
        record.value = static_cast<std::int64_t>(decision.index);
        record.other = chosen->id;
        record.extra = static_cast<std::int32_t>(decision.count());
        record.op = static_cast<std::uint8_t>(decision.question);
        if (decision.primitive) record.object = introduce(*decision.primitive);
        if (decision.question == trace::Question::who_is_first)
            record.text = intern(numbers_of(decision));
        record.file = 0;
        record.line = 0;
        m_recorder->record(record);
    }
    return *m_threads[chosen->id];
}

}  // namespace turnwise::sched
