// The interpreter's side of a switch between threads.
#pragma once

#include "core/sched/scheduler.h"

namespace turnwise::python {

// Keeps the thread state of the thread that runs current: makes one before a thread's first turn, and deletes
// it after its last.
class InterpreterHost final : public sched::Host {
  public:
    void before_switch(sched::ThreadControl& from, sched::ThreadControl& to) override;
};

// Gives the running thread, which has just initialised the interpreter, that interpreter's thread state.
void adopt_main_thread();

}  // namespace turnwise::python
