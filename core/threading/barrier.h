// Barrier.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "core/sched/primitive.h"

namespace turnwise::threading {

// Keyword arguments of Barrier beside the number of parties.
struct BarrierArguments {
    // Called by the last thread to arrive, before the others go on.
    std::function<void()> action = {};
    std::optional<double> timeout = {};  // seconds; the default of wait()
    std::string name = {};
};

// "A fixed number of threads need to wait for each other": they go on all at once when all have
// arrived.
//
// While the action runs, CPython's barrier holds an inner lock that every call wants first. Here
// the thread that runs the action is its owner meanwhile: newcomers, abort() and reset() wait for
// the end of the action, and so does a thread whose timeout is over; called by the action itself
// they wait for ever.
class Barrier : public sched::Primitive {
  public:
    explicit Barrier(std::int64_t parties, BarrierArguments arguments = {});

    // The arrival index, 0 to parties - 1. Throws BrokenBarrierError when the barrier is or becomes
    // broken or is reset while it waits; a timeout, which counts from the arrival, breaks it.
    std::int64_t wait(std::optional<double> timeout = std::nullopt);
    // "Return the barrier to the default, empty state." Who waits gets BrokenBarrierError.
    void reset();
    // "Put the barrier into a broken state."
    void abort();

    std::int64_t parties() const { return m_parties; }
    std::int64_t n_waiting() const { return m_state == State::filling ? m_count : 0; }
    bool has_action() const { return static_cast<bool>(m_action); }
    bool broken() const { return m_state == State::broken; }
    // As CPython's Barrier numbers its states: 0 filling, 1 draining, -1 resetting, -2 broken.
    int state_number() const { return static_cast<int>(m_state); }
    std::int64_t inside() const {
        return m_count;
    }  // threads that have arrived and not gone on yet
    std::int64_t initial() const override { return static_cast<std::int64_t>(m_parties); }
    const sched::ThreadControl* owner() const override { return m_actor; }

  private:
    // The states of CPython's Barrier: while it drains or resets, newcomers wait outside.
    enum class State { filling = 0, draining = 1, resetting = -1, broken = -2 };

    void enter();
    void leave();
    void trip();
    void act();
    void await_action(trace::Operation operation);
    void wait_for_others(std::optional<double> timeout);
    void look_again(sched::Patience patience);
    void break_it();
    void wake_all();

    const std::int64_t m_parties;
    const std::function<void()> m_action;
    const std::optional<double> m_timeout;
    State m_state = State::filling;
    std::int64_t m_count = 0;  // threads inside
    // The thread that runs the action, while it does.
    const sched::ThreadControl* m_actor = nullptr;
    sched::ThreadList m_waiters;  // inside, waiting for the last to arrive
    sched::ThreadList m_outside;  // waiting for the barrier to be empty
    sched::ThreadList m_behind;   // waiting for the action to end
};

}  // namespace turnwise::threading
