// A simulated thread as the interpreter knows it.
#pragma once

#include <functional>
#include <string>

#include "core/python/object_births.h"
#include "core/python/ref.h"
#include "core/python/tracer.h"
#include "core/sched/thread_control.h"

namespace turnwise::python {

// What the interpreter keeps for one thread.
struct PythonThread {
    PyInterpreterState* interpreter = nullptr;  // the one that it was started in
    PyThreadState* state = nullptr;             // from the first switch to the thread until its end
    std::function<bool()> body;                 // what it does; true if an exception ended it
    ThreadTrace trace;
    ThreadBirths births;
    bool is_listed = false;  // in threading._active, until its end, which is a step of its own
    Ref sentinel;            // a lock that is released when nothing of the thread is left, or none
};
PythonThread& python_thread(const sched::ThreadControl& thread);

// A thread that will call its PythonThread's body with a thread state of its own; not started yet.
sched::ThreadControl& create_thread(std::string name, bool daemon);

}  // namespace turnwise::python
