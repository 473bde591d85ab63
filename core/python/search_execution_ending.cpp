// How an execution ends: errors of threads, and who waits.
#include "core/python/exception_text.h"
#include "core/python/search_execution.h"

namespace turnwise::python {

using explore::Ending;
using sched::ThreadControl;

// Of the running thread, which may have been let go on by the step of another one.
explore::Moment ExploredProgram::Execution::now() const {
    const Thread& thread = m_threads[m_scheduler->running().id];
    explore::Moment moment;
    moment.step = m_position;
    moment.after.push_back(thread.has_stepped ? thread.last : explore::Moment::nowhere);
    for (const auto* grants : {&thread.grants, &thread.late_grants})
        moment.after.insert(moment.after.end(), grants->begin(), grants->end());
    return moment;
}

void ExploredProgram::Execution::print(std::string_view text) {
    if (m_is_ended) return;
    m_output += text;
    const ThreadId thread = m_scheduler->running().id;
    if (!m_pieces.empty() && m_printing != thread) do_several_threads_print = true;
    if (m_pieces.empty() || m_printing != thread || m_pieces.back().moment.step != m_position)
        m_pieces.push_back({now(), 0});
    m_printing = thread;
    m_pieces.back().end = m_output.size();
}

void ExploredProgram::Execution::failed(PyObject* exception) {
    if (m_is_ended) return;  // a daemon that is not there any more
    const std::string type = Py_TYPE(exception)->tp_name;
    explore::Failure failure;
    failure.kind = type == "AssertionError" ? explore::Failure::Kind::assertion
                                            : explore::Failure::Kind::exception;
    failure.thread = record_of(m_scheduler->running()).number;
    failure.moment = now();
    failure.type = type;
    failure.message = exception_line(exception);
    failure.place = places.raised_at(exception, record_of(m_scheduler->running()).place);
    if (!PyErr_GivenExceptionMatches(exception, PyExc_SystemExit))  // which Python shows without
        failure.traceback = places.traceback(type, failure.message, failure.place,
                                             [exception] { return traceback_of(exception); });
    m_failures.push_back(std::move(failure));
}

void ExploredProgram::Execution::over(const Outcome& outcome) {
    ending.kind = outcome.kind == OutcomeKind::deadlock  ? Ending::Kind::deadlock
                  : outcome.kind == OutcomeKind::limit   ? Ending::Kind::limit
                  : outcome.kind == OutcomeKind::crashed ? Ending::Kind::crashed
                                                         : Ending::Kind::finished;
    ending.limit = ending.kind == Ending::Kind::limit || ending.kind == Ending::Kind::crashed
                       ? outcome.message
                       : "";
    ending.waits.clear();
    ending.polls.clear();
    ending.is_livelock = false;
    if (ending.kind == Ending::Kind::deadlock)
        for (const auto& thread : m_scheduler->threads())
            if (thread->state == sched::RunState::blocked && !thread->daemon) wait_of(*thread);
    ending.failures = m_failures;
    ending.output = m_output;
    ending.pieces = m_pieces;
    ending.ended = m_ended;
}

void ExploredProgram::Execution::wait_of(const ThreadControl& thread) {
    explore::Wait wait;
    wait.thread = record_of(thread).number;
    wait.place = record_of(thread).place;
    wait.request = m_objects.operation(thread.blockage, numbers, m_shared);
    const sched::Request& request = thread.blockage;
    const ThreadControl* owner = request.thread      ? request.thread
                                 : request.primitive ? request.primitive->owner()
                                                     : nullptr;
    if (owner) wait.owner = record_of(*owner).number;
    ending.waits.push_back(std::move(wait));
}

}  // namespace turnwise::python
