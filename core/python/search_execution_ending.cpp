// How an execution ends: errors of threads, and who waits.
#include "core/python/exception_text.h"
#include "core/python/search_execution.h"

namespace turnwise::python {

using explore::Ending;
using sched::ThreadControl;

void ExploredProgram::Execution::failed(PyObject* exception) {
    if (m_is_ended) return;  // a daemon that is not there any more
    const std::string type = Py_TYPE(exception)->tp_name;
    explore::Failure failure;
    failure.kind = type == "AssertionError" ? explore::Failure::Kind::assertion
                                            : explore::Failure::Kind::exception;
    failure.thread = record_of(m_scheduler->running()).number;
    failure.step = m_position;
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
    if (ending.kind == Ending::Kind::deadlock)
        for (const auto& thread : m_scheduler->threads())
            if (thread->state == sched::RunState::blocked && !thread->daemon) wait_of(*thread);
    ending.failures = m_failures;
    ending.output = m_output;
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
