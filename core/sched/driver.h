// Who drives a run step by step: a search (core/explore), in place of a policy.
//
// A driver is asked at every scheduling point, also where one thread alone could go on, and told
// who makes whom go on. It runs on the stack of the thread that has come to the point and may leave
// it for a fiber of its own meanwhile.
//
// A run with a driver unwinds its threads at its end, so that thousands of runs in one process
// leave nothing behind: each that has not ended goes on once more, and whatever it asks of the
// scheduler throws Unwinding.
#pragma once

#include "core/base/outcome.h"
#include "core/sched/policy.h"

namespace turnwise::sched {

// Ends a thread of a run that is over. Not to be caught for good.
struct Unwinding {};

class Driver {
  public:
    virtual ~Driver() = default;

    // One of the candidates. Those from decision.first_spurious() on wait with a timeout, or sleep,
    // in abstract time: to choose one means that its time is over.
    virtual const ThreadControl* choose(const Decision& decision) = 0;

    // `thread` waits no longer, or has what it would have waited for: the running thread did it or,
    // if `by_time`, time.
    virtual void granted(ThreadControl& thread, bool by_time) = 0;
    // The run is over; threads are as they are, and will be unwound.
    virtual void over(const Outcome& outcome) = 0;
    // The running thread has created `thread`, or started it.
    virtual void created(ThreadControl& thread) = 0;
    virtual void started(ThreadControl& thread) = 0;
    // The running thread knows from now on that `thread` has ended.
    virtual void joined(const ThreadControl& thread) = 0;
    virtual void ended(ThreadControl& thread) = 0;
};

}  // namespace turnwise::sched
