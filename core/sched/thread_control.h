// What the scheduler keeps of one thread, and the FIFO list in which threads wait.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "core/clock/deadlines.h"
#include "core/fiber/fiber.h"
#include "core/trace/event.h"

namespace turnwise::sched {

class Primitive;
class ThreadControl;

// First in, first out, as CPython's waiters are. A thread is in one list at most, that of what it
// waits for. Intrusive: joining and leaving allocate nothing.
//
// A list that goes while threads wait in it (a primitive was destroyed that somebody waits for,
// which is an error of the C++ program) leaves them waiting for ever.
class ThreadList {
  public:
    ThreadList() = default;
    ThreadList(const ThreadList&) = delete;
    ThreadList& operator=(const ThreadList&) = delete;
    ~ThreadList();

    void push_back(ThreadControl& thread);
    void remove(ThreadControl& thread);  // must be in this list
    void clear();                        // lets go of all threads, waking none
    ThreadControl* front() const { return m_first; }
    static ThreadControl* next(const ThreadControl& thread);  // nullptr after the last
    bool is_empty() const { return m_first == nullptr; }
    std::size_t size() const { return m_size; }

  private:
    ThreadControl* m_first = nullptr;
    ThreadControl* m_last = nullptr;
    std::size_t m_size = 0;
};

// `abandoned`: stopped abruptly, its stack as it was.
enum class RunState : std::uint8_t { created, ready, running, blocked, sleeping, abandoned, ended };

// How long a call that cannot be served at once may wait.
enum class Patience : std::uint8_t { endless, none, timed };

// What a thread is about to do, or waits to be granted.
struct Request {
    const Primitive* primitive = nullptr;
    trace::Operation operation = trace::Operation::none;
    ThreadControl* thread = nullptr;  // the one that join() or start() is about
    Patience patience = Patience::endless;
    const Primitive* lock = nullptr;  // of Condition.wait: what it releases
    std::int64_t count = 1;           // of a release or notify: how many it lets go on
    bool is_expiry = false;   // in abstract time: the time of a wait is over, or might have been
    bool has_waited = false;  // it comes back from waiting in the operation, to end it
};

struct Core;

class ThreadControl {
  public:
    ThreadControl(ThreadId thread_id, std::string thread_name)
        : id(thread_id), name(std::move(thread_name)) {}

    const ThreadId id;
    std::string name;
    std::int64_t ident = 0;  // small, non-zero, reused after the thread's end; 0 before its start
    ThreadId started_by = no_thread;
    bool daemon = false;
    bool is_within_line = false;  // what it printed last did not end a line
    bool failed = false;          // an uncaught exception ended it
    RunState state = RunState::created;

    // The source line that it executes, for reports and for the events of its operations.
    std::string_view file_name;  // storage outlives the run
    StringId file = 0;           // the same, in the trace
    std::uint32_t line = 0;

    Request blockage;  // while blocked
    Request next;  // what it does when it goes on from the scheduling point that it reached last
    std::uint32_t next_line = 0;                       // of that, where it is a line
    std::string next_text;                             // of that, where it is an access: what
    trace::WakeReason wake = trace::WakeReason::none;  // why it last became ready
    std::optional<Deadlines::Entry> deadline;          // while blocked or sleeping, if any
    ThreadList joiners;                                // threads that wait for its end
    ThreadList starter;                                // the thread that waits for its begin
    bool has_begun = false;
    // It stands at a scheduling point: `next` is what it does when it goes on.
    bool is_at_point = false;
    bool is_over = false;  // nobody needs to join it: it has ended or, the main thread, come to the
                           // program's end

    std::function<void()> entry;  // what it does; emptied when it begins
    void* host = nullptr;         // belongs to the interpreter that runs on it
    void* object = nullptr;       // the threading.Thread that the program knows it by

    bool is_alive() const { return state != RunState::created && !is_over; }

  private:
    friend class ThreadList;
    friend class Scheduler;

    std::optional<fiber::Fiber> m_fiber;
    Tick m_cpu_time = 0;  // of the turns that are over
    Tick m_running_since = 0;
    Core* m_core = nullptr;         // free-threaded: the core that it runs on
    std::uint32_t m_last_core = 0;  // the core that it had last
    Tick m_own_time = 0;            // in abstract time: how late it is for this thread
    bool m_may_be_asked = true;     // the point where it stands is one of the granularity
    bool m_holds_ident = false;
    ThreadList* m_list = nullptr;
    ThreadControl* m_previous = nullptr;
    ThreadControl* m_next = nullptr;
};

inline ThreadControl* ThreadList::next(const ThreadControl& thread) {
    return thread.m_next;
}

}  // namespace turnwise::sched
