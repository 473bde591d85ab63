// Sees that a thread polls: that it went once round a loop in which it did nothing but look, and is
// where it was before, with the same in its variables (core/explore/README.md, "Polling").
//
// Whatever the thread executes is asked meanwhile whether it could have changed anything, and the
// first that could ends the watch: a thread that does not poll is asked once or twice in each round
// of a loop. What it asks of primitives is told by the steps that it takes.
#pragma once

#include <Python.h>

#include <cstddef>
#include <vector>

#include "core/base/ids.h"
#include "core/explore/program.h"
#include "core/python/bytecode_3_11.h"
#include "core/sched/thread_control.h"
#include "core/threading/lock.h"

namespace turnwise::python {

class PollWatch {
  public:
    PollWatch() = default;
    PollWatch(const PollWatch&) = delete;
    PollWatch& operator=(const PollWatch&) = delete;
    PollWatch(PollWatch&& other) noexcept;
    ~PollWatch() { forget(); }

    // The thread is in a loop, and has only looked so far.
    bool is_on() const { return !m_loops.empty(); }
    // Whether any thread is.
    static bool is_any_on() { return s_on > 0; }
    void stop();
    // The execution is over.
    void forget();

    // The frame is about to begin a round of its loop `number`. True if the one before was spent on
    // looking; then this is what that round came to, and the watch goes on with the next.
    bool begins_round(PyFrameObject* frame, int number);
    // What it looked at: objects, and what was done to see them.
    struct Look {
        explore::Object object;
        explore::Kind kind;
        bool operator==(const Look&) const = default;
    };
    const std::vector<Look>& looks() const { return m_last.looks; }
    // Locks that were taken and released in it, and conditions that were waited for in vain.
    const std::vector<explore::Object>& locks() const { return m_last.released; }
    const std::vector<explore::Object>& conditions() const { return m_last.conditions; }
    // It is one from a wait to the next: to leave it out is to stay in line, not to come again.
    bool stays_in_line() const { return m_last.begins_with_wait; }
    // Something of that has been changed by others since.
    bool is_stale() const { return m_last.is_stale || m_last.is_given_back; }

    // A lock that was found held: by whom, and in which step.
    struct Held {
        explore::Object lock = explore::no_object;
        ThreadId owner = no_thread;
        explore::Position at = 0;
    };
    const std::vector<Held>& found_held() const { return m_last.found_held; }
    // Nothing of what the round looked at has been changed but that such locks were given back.
    bool is_in_the_way_alone() const { return !m_last.is_stale; }
    // Whether that lock was held at that time by what the round did, and for no longer.
    bool held_meanwhile(const Held& held) const;

    // The running thread is in a method of queue.Queue, which reads a clock to see how much of its
    // timeout is left: nobody else learns of that.
    static bool is_in_call_of_queue();

    // Locks that somebody has found held and done something about it that was more than to go round
    // once more: who held them in vain has been noticed. Empties it.
    static std::vector<explore::Object> take_noticed();
    // The thread will do nothing any more: what it found held has brought it where it is.
    void tell_all();

    // The frame is about to execute an instruction; a function begins in a frame.
    void instruction(PyFrameObject* frame);
    void function_begins(PyFrameObject* frame, bool is_user);
    // The thread reads a cell.
    void read(explore::Object cell) { add({cell, explore::Kind::read}); }
    // It takes a step, with that answer; of one about a lock, by whom that is held. Another thread
    // has taken one.
    struct Step {
        const explore::Operation& operation;
        bool answer = false;
        bool has_timeout = false;
        ThreadId owner = no_thread;
        explore::Position position = 0;
    };
    // True if it begins to wait for a condition with a timeout where it has done so before, and
    // nothing came of it: it has polled.
    bool step(const Step& step);
    void step_of_another(const explore::Operation& operation);

  private:
    // An RLock, or a Condition with one, and how often the thread has acquired it: once more is no
    // step.
    struct Use {
        const threading::RLock* lock;
        std::int64_t depth;
    };
    struct Round {
        std::vector<Look> looks;
        std::vector<explore::Object> held;  // locks
        std::vector<explore::Object> released;
        std::vector<explore::Object> conditions;
        std::vector<Held> found_held;
        std::vector<Use> uses;
        explore::Position begin = 0;
        explore::Position end = 0;
        bool begins_with_wait = false;
        bool is_stale = false;       // but for what follows
        bool is_given_back = false;  // a lock that was found held

        void clear(explore::Position now);
        void note(const explore::Operation& by_another);
    };
    // Of the frame; one that begins with a wait for a condition has the number of no loop.
    struct Loop {
        PyFrameObject* frame;
        int number;
        int level;               // of the frame's stack
        std::size_t failed = 0;  // how many there were of m_failed when the round began
        Round round;
    };
    // Where Condition.wait is about to be called.
    struct Call {
        PyFrameObject* frame = nullptr;
        int offset = 0;
        int level = 0;
    };
    // A call of a method of queue.Queue, of which what its primitives do is all there is to see.
    struct QueueCall {
        bool is_on = false;
        explore::Object not_empty = explore::no_object;
        explore::Object not_full = explore::no_object;
    };

    void look_at_call(PyFrameObject* frame, const tw_change& change);
    void add(Look look);
    void fail(Look look, const Step& step);
    void take(explore::Object lock);
    void give_back(explore::Object lock);
    void use(PyObject* object);
    bool is_back(const Round& round) const;
    bool waits_again(explore::Object condition, explore::Object lock);
    bool begins_call_of_queue(PyFrameObject* frame);
    const Loop* loop_in(PyFrameObject* frame) const;
    void end_round(Loop& loop);
    void tell_failed();
    template <typename Condition>
    void leave(Condition condition);

    static inline int s_on = 0;
    static inline explore::Position s_now = 0;  // the step that was taken last
    static inline std::vector<explore::Object> s_noticed;

    std::vector<Loop> m_loops;  // outermost first
    Round m_last;
    std::vector<explore::Object> m_failed;  // locks found held, in the rounds that go on
    Call m_wait;
    QueueCall m_queue_call;
    const sched::ThreadControl* m_thread = nullptr;
};

}  // namespace turnwise::python
