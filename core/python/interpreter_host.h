// The interpreter's side of a switch between threads.
#pragma once

#include "core/sched/scheduler.h"

namespace turnwise::python {

// Keeps the thread state of the thread that runs current: makes one before a thread's first turn,
// and deletes it after its last. Wakes the main thread for a signal, and threads that wait for the
// world outside (outside.h).
class InterpreterHost final : public sched::Host {
  public:
    InterpreterHost();
    void before_switch(sched::ThreadControl& from, sched::ThreadControl& to) override;
    void attend() override;
    bool before_jump(Tick length) override;
    void interrupted() override;
};

// Gives the running thread the interpreter's own thread state, which is current.
void adopt_main_thread();
// What the interpreter keeps of the threads of a run that is over.
void drop_threads_of_run();

}  // namespace turnwise::python
