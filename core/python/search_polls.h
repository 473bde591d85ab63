// Sees that a thread polls: that it went once round a loop in which it did nothing but look, and is
// where it was before, with the same in its variables (core/explore/README.md, "Polling").
//
// Whatever the thread executes is asked meanwhile whether it could have changed anything, and the
// first that could ends the watch: a thread that does not poll is asked once or twice in each round
// of a loop. What it asks of primitives is told by the steps that it takes.
#pragma once

#include <Python.h>

#include <vector>

#include "core/explore/operation.h"

namespace turnwise::python {

class PollWatch {
  public:
    PollWatch() = default;
    PollWatch(const PollWatch&) = delete;
    PollWatch& operator=(const PollWatch&) = delete;
    PollWatch(PollWatch&& other) noexcept;
    ~PollWatch() { stop(); }

    // The thread is in a loop, and has only looked so far.
    bool is_on() const { return !m_loops.empty(); }
    // Whether any thread is.
    static bool is_any_on() { return s_on > 0; }
    void stop();

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
    // Locks that were taken and released in it.
    const std::vector<explore::Object>& locks() const { return m_last.released; }
    // Something of that has been changed by others since.
    bool is_stale() const { return m_last.is_stale; }

    // The frame is about to execute an instruction; a function begins in a frame.
    void instruction(PyFrameObject* frame);
    void function_begins(PyFrameObject* frame, bool is_user);
    // The thread reads a cell.
    void read(explore::Object cell) { add({cell, explore::Kind::read}); }
    // It has taken a step, with that answer; another thread has taken one.
    void step(const explore::Operation& operation, bool answer);
    void step_of_another(const explore::Operation& operation);

  private:
    struct Round {
        std::vector<Look> looks;
        std::vector<explore::Object> held;  // locks
        std::vector<explore::Object> released;
        bool is_stale = false;

        void clear();
        void note(const explore::Operation& by_another);
    };
    struct Loop {
        PyFrameObject* frame;
        int number;
        int level;  // of the frame's stack
        Round round;
    };

    void add(Look look);
    void take(explore::Object lock);
    void give_back(explore::Object lock);
    const Loop* loop_in(PyFrameObject* frame) const;
    template <typename Condition>
    void leave(Condition condition);

    static inline int s_on = 0;

    std::vector<Loop> m_loops;  // outermost first
    Round m_last;
};

}  // namespace turnwise::python
