// The interpreter as it was before the program ran: what one execution of a search must not leave
// to the next.
//
// `__main__` is made anew. Modules that an execution imported are forgotten if they are the
// program's own or may hold state; those of the standard library that hold none stay, which saves
// their import. sys, builtins, threading, the random number generator and the clocks are put back.
// The garbage collector runs between executions alone, now and then, for when it runs depends on
// how much was allocated before.
#pragma once

#include <Python.h>

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/python/interpreter.h"
#include "core/python/process_state.h"
#include "core/python/ref.h"

namespace turnwise::python {

class FreshProgram {
  public:
    // In the main thread of a run, once: starts the interpreter and compiles the program. Throws
    // std::runtime_error if that is not possible; the message of a SyntaxError is that of Python.
    void prepare(const Program& program);

    // In the main thread, first thing of an execution.
    void begin();
    // Executes the program's text. "" or what ended it; the exception was reported to the search.
    std::string execute();
    // The end of the interpreter, as far as the program can see it: functions to be called and
    // threads to be waited for, then what its variables hold.
    void end_threads();
    void end_interpreter();
    // The execution is over and its threads are gone; their thread states are not needed any more.
    void clean_up();

  private:
    struct Snapshot {
        Ref module;  // or a class
        Ref copy;    // of its dict
        std::uint64_t version = 0;
    };
    void remember(const char* module);
    void remember_classes_of_threading();
    void put_back();
    void put_back_classes();
    void forget_modules();
    void reset_threading();

    Program m_program;
    Ref m_code;
    Ref m_file;
    Ref m_main;
    Ref m_name;       // "__main__"
    Ref m_variables;  // with which it begins
    std::vector<Snapshot> m_snapshots;
    std::vector<Snapshot> m_classes;
    Ref m_known_modules;  // a set of names
    Py_ssize_t m_module_count = 0;
    Ref m_main_thread, m_main_thread_attributes, m_main_lock;
    ProcessState m_process;
    std::uint64_t m_main_thread_version = 0;  // of its dict, as long as that is as it was
    unsigned m_executions = 0;
};

}  // namespace turnwise::python
