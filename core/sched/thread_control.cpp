#include "core/sched/thread_control.h"

#include <cassert>

#include "core/sched/scheduler.h"

namespace turnwise::sched {

ThreadList::~ThreadList() {
    if (m_first) Scheduler::current().strand(*this);
}

void ThreadList::push_back(ThreadControl& thread) {
    assert(thread.m_list == nullptr);
    thread.m_list = this;
    thread.m_previous = m_last;
    thread.m_next = nullptr;
    (m_last ? m_last->m_next : m_first) = &thread;
    m_last = &thread;
    ++m_size;
}

void ThreadList::remove(ThreadControl& thread) {
    assert(thread.m_list == this);
    (thread.m_previous ? thread.m_previous->m_next : m_first) = thread.m_next;
    (thread.m_next ? thread.m_next->m_previous : m_last) = thread.m_previous;
    thread.m_list = nullptr;
    --m_size;
}

void ThreadList::clear() {
    while (m_first)
        remove(*m_first);
}

}  // namespace turnwise::sched
