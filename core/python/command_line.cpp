#include "core/python/command_line.h"

#include <Python.h>

#include <cstdio>

#include "core/python/code_info.h"
#include "core/python/errors.h"
#include "core/python/interpreter_host.h"
#include "core/python/modules.h"
#include "core/python/python_thread.h"
#include "core/python/ref.h"
#include "core/python/virtual_system.h"

namespace turnwise::python {

using sched::Scheduler;

namespace {

constexpr int ended_by_scheduler = 3;

bool initialize(int argc, char** argv, const std::string& executable, int& status_code) {
    PyConfig config;
    PyConfig_InitPythonConfig(&config);
    PyStatus status = PyConfig_SetBytesArgv(&config, argc, argv);
    if (!PyStatus_Exception(status))
        status = PyConfig_SetBytesString(&config, &config.executable, executable.c_str());
    if (!PyStatus_Exception(status)) status = Py_InitializeFromConfig(&config);
    PyConfig_Clear(&config);
    if (PyStatus_IsExit(status)) {
        status_code = status.exitcode;  // --version, --help, a wrong option
        return false;
    }
    if (PyStatus_Exception(status)) Py_ExitStatusException(status);
    return true;
}

// The other threads end for good when the interpreter begins to take itself apart. Registered
// first, so called last of all exit functions: until then daemons may run.
PyObject* stop_other_threads(PyObject*, PyObject*) {
    return guarded([] {
        Scheduler::current().stop_daemons();
        return Py_NewRef(Py_None);
    });
}

PyMethodDef stop_definition = {"_stop_other_threads", stop_other_threads, METH_NOARGS, nullptr};

bool register_stop() {
    const Ref atexit = Ref::take(PyImport_ImportModule("atexit"));
    const Ref stop = Ref::take(PyCFunction_New(&stop_definition, nullptr));
    return atexit && stop &&
           Ref::take(PyObject_CallMethod(atexit.get(), "register", "O", stop.get()));
}

int run_python() {
    adopt_main_thread();
    CodeInfos::initialize("");
    if (!replace_in_running_interpreter() || !register_stop()) {
        PyErr_Print();
        return ended_by_scheduler;
    }
    Scheduler::current().begin_program(nullptr);
    begin_virtual_time();
    install_tracer(PyThreadState_Get());
    return Py_RunMain();
}

}  // namespace

int run_command_line(int argc, char** argv, const std::string& executable, sched::Policy& policy,
                     const sched::Options& options) {
    replace_modules();
    InterpreterHost host;
    Scheduler scheduler(policy, options);
    scheduler.set_host(&host);
    int status = ended_by_scheduler;
    const sched::Summary summary = scheduler.run([&] {
        if (initialize(argc, argv, executable, status)) status = run_python();
        end_virtual_time();
        scheduler.finish({OutcomeKind::finished, ""});
    });
    end_virtual_time();
    if (summary.outcome.kind == OutcomeKind::finished) return status;
    std::fprintf(stderr, "turnwise-python: %s\n", summary.outcome.message.c_str());
    return ended_by_scheduler;
}

}  // namespace turnwise::python
