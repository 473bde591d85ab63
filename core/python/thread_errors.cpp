#include "core/python/thread_errors.h"

#include <filesystem>
#include <fstream>
#include <string>

#include "core/python/cpython_3_11.h"
#include "core/python/errors.h"
#include "core/python/exception_text.h"
#include "core/python/explored_program.h"
#include "core/python/primitive_object.h"
#include "core/python/thread_object.h"
#include "core/python/threading_globals.h"
#include "core/sched/scheduler.h"

// Exported by libpython, declared in no header that it installs.
extern "C" {
void _PyTraceback_Add(const char* function, const char* file, int line);
void _PyErr_WriteUnraisableMsg(const char* message, PyObject* object);
}

namespace turnwise::python {

namespace {

constexpr const char* module_path = "/usr/lib/python3.11/threading.py";

// Where the calls stand in that file, which a security update may move.
struct Lines {
    int run = 0;
    int timer_run = 0;
    int bootstrap = 0;
    int hook = 0;
};

Lines find_lines() {
    Lines lines;
    std::ifstream file(module_path);
    std::string text;
    for (int number = 1; std::getline(file, text); ++number) {
        text.erase(0, text.find_first_not_of(' '));
        if (text == "self.run()") lines.bootstrap = number;
        if (text == "hook(args)") lines.hook = number;
        if (text == "self._target(*self._args, **self._kwargs)") lines.run = number;
        if (text == "self.function(*self.args, **self.kwargs)") lines.timer_run = number;
    }
    return lines;
}

void add_to_traceback(const char* function, int Lines::*line) {
    static const Lines lines = find_lines();
    if (lines.*line > 0) _PyTraceback_Add(function, module_path, lines.*line);
}

Ref new_reference(PyObject* object) {
    Ref ref = Ref::take(object);
    if (!ref) throw PythonError();
    return ref;
}

Ref sys_object(const char* name) {
    PyObject* object = tw_sys_object(interned(name));
    return Ref::retain(object ? object : Py_None);
}

// (type, value, traceback) of the exception being handled.
struct Handled {
    Ref type, value, traceback;
};

Handled handled_exception() {
    PyObject *type, *value, *traceback;
    PyErr_GetExcInfo(&type, &value, &traceback);
    auto or_none = [](PyObject* object) {
        return object ? Ref::take(object) : Ref::retain(Py_None);
    };
    return {or_none(type), or_none(value), or_none(traceback)};
}

// Prints that the hook failed, and how, to a stream of those that are left.
void report_failed_hook(PyObject* thread, PyObject* old_sys_excepthook) {
    PyObject *type, *value, *traceback;
    PyErr_Fetch(&type, &value, &traceback);
    PyErr_NormalizeException(&type, &value, &traceback);
    if (traceback) PyException_SetTraceback(value, traceback);
    const Ref exception = Ref::take(value);
    const Ref its_type = Ref::take(type);
    const Ref its_traceback = traceback ? Ref::take(traceback) : Ref::retain(Py_None);
    set_attribute(exception.get(), "__suppress_context__", Py_True);
    Ref stream = sys_object("stderr");
    if (stream.get() == Py_None) stream = attribute(thread, "_stderr");
    if (stream.get() != Py_None) {
        PyFile_WriteString("Exception in threading.excepthook:\n", stream.get());
        new_reference(PyObject_CallMethod(stream.get(), "flush", nullptr));
    }
    Ref hook = sys_object("excepthook");
    if (hook.get() == Py_None) hook = Ref::retain(old_sys_excepthook);
    new_reference(PyObject_CallFunctionObjArgs(hook.get(), its_type.get(), exception.get(),
                                               its_traceback.get(), nullptr));
}

// `saved` is (threading.excepthook, sys.excepthook) when the thread was made.
PyObject* invoke_excepthook(PyObject* saved, PyObject* thread) {
    return guarded([&] {
        const Handled exception = handled_exception();
        try {
            Ref hook = global("excepthook");
            if (hook.get() == Py_None) hook = Ref::retain(PyTuple_GET_ITEM(saved, 0));
            const Ref given = new_reference(PyTuple_Pack(
                4, exception.type.get(), exception.value.get(), exception.traceback.get(), thread));
            const Ref args =
                new_reference(PyObject_CallOneArg(global("ExceptHookArgs").get(), given.get()));
            new_reference(PyObject_CallOneArg(hook.get(), args.get()));
        } catch (const PythonError&) {
            if (!PyErr_ExceptionMatches(PyExc_Exception)) throw;
            add_to_traceback("invoke_excepthook", &Lines::hook);
            report_failed_hook(thread, PyTuple_GET_ITEM(saved, 1));
        }
        return Py_NewRef(Py_None);
    });
}

PyMethodDef invoke_definition = {"invoke_excepthook", invoke_excepthook, METH_O, nullptr};

// CPython's own function names a thread that has no Thread object by its number in the operating
// system; here it gets one to name.
PyObject* original_excepthook = nullptr;

PyObject* excepthook(PyObject*, PyObject* args) {
    return guarded([&] {
        PyObject* original = original_excepthook;
        const Ref hook_args = global("ExceptHookArgs");
        const bool is_nameless = PyObject_IsInstance(args, hook_args.get()) == 1 &&
                                 attribute(args, "thread").get() == Py_None;
        if (!is_nameless) return PyObject_CallOneArg(original, args);
        const Ref types = new_reference(PyImport_ImportModule("types"));
        const Ref name = new_reference(PyUnicode_FromFormat(
            "%lld", static_cast<long long>(sched::Scheduler::current().running().ident)));
        const Ref none = Ref::retain(Py_None);
        const Ref make = attribute(types.get(), "SimpleNamespace");
        const Ref fields =
            new_reference(Py_BuildValue("{s:O,s:O}", "name", name.get(), "_stderr", none.get()));
        const Ref empty = new_reference(PyTuple_New(0));
        const Ref thread = new_reference(PyObject_Call(make.get(), empty.get(), fields.get()));
        const Ref given = new_reference(
            PyTuple_Pack(4, attribute(args, "exc_type").get(), attribute(args, "exc_value").get(),
                         attribute(args, "exc_traceback").get(), thread.get()));
        const Ref named = new_reference(PyObject_CallOneArg(hook_args.get(), given.get()));
        return PyObject_CallOneArg(original, named.get());
    });
}

PyMethodDef excepthook_definition = {
    "_excepthook", excepthook, METH_O,
    "_excepthook(args)\n\nHandle uncaught Thread.run() exception."};

}  // namespace

void add_run_to_traceback() {
    add_to_traceback("run", &Lines::run);
}

void add_timer_run_to_traceback() {
    add_to_traceback("run", &Lines::timer_run);
}

void add_bootstrap_to_traceback() {
    add_to_traceback("_bootstrap_inner", &Lines::bootstrap);
}

PyObject* threading_file() {
    static PyObject* path = PyUnicode_InternFromString(module_path);
    return path;
}

// Whether the program has put a function of its own into threading.excepthook.
static bool has_own_hook() {
    return global("excepthook").get() != global("__excepthook__").get();
}

bool report_thread_exception(PyObject* thread) {
    const bool is_exit = PyErr_ExceptionMatches(PyExc_SystemExit) != 0;
    PyObject *type, *value, *traceback;
    PyErr_Fetch(&type, &value, &traceback);
    PyErr_NormalizeException(&type, &value, &traceback);
    if (traceback) PyException_SetTraceback(value, traceback);
    // Like what a daemon prints: it may come before the program ends, or never be seen.
    if (!is_exit && sched::Scheduler::current().running().daemon)
        sched::Scheduler::current().explored_point({nullptr, trace::Operation::put});
    if (!is_exit) record_exception(value);
    if (ExploredProgram::current() && !has_own_hook()) {  // nobody reads what it would print
        Py_XDECREF(type);
        Py_XDECREF(value);
        Py_XDECREF(traceback);
        return !is_exit;
    }
    // Handled, so that sys.exc_info() in the hook shows it.
    PyErr_SetExcInfo(type, value, traceback);
    const Ref report = Ref::take(PyObject_GetAttrString(thread, "_invoke_excepthook"));
    if (!report || !Ref::take(PyObject_CallOneArg(report.get(), thread)))
        if (!sched::Scheduler::current().is_unwinding()) PyErr_WriteUnraisable(thread);
    PyErr_SetExcInfo(nullptr, nullptr, nullptr);
    if (sched::Scheduler::current().is_unwinding()) throw PythonError();
    return !is_exit;
}

bool report_unraisable_in_thread(PyObject* function) {
    if (PyErr_ExceptionMatches(PyExc_SystemExit)) {
        PyErr_Clear();
        return false;
    }
    if (ExploredProgram::current()) {
        PyObject *type, *value, *traceback;
        PyErr_Fetch(&type, &value, &traceback);
        PyErr_NormalizeException(&type, &value, &traceback);
        if (!sched::Scheduler::current().is_unwinding()) record_exception(value);
        Py_XDECREF(type);
        Py_XDECREF(value);
        Py_XDECREF(traceback);
        return true;
    }
    _PyErr_WriteUnraisableMsg("in thread started by", function);
    return true;
}

PyObject* make_invoke_excepthook() {
    return guarded([] {
        const Ref saved = new_reference(
            PyTuple_Pack(2, global("excepthook").get(), sys_object("excepthook").get()));
        return PyCFunction_New(&invoke_definition, saved.get());
    });
}

PyObject* make_excepthook(PyObject* original) {
    const Ref module_name = Ref::take(PyUnicode_FromString("_thread"));
    Py_XSETREF(original_excepthook, Py_NewRef(original));
    return module_name ? PyCFunction_NewEx(&excepthook_definition, nullptr, module_name.get())
                       : nullptr;
}

}  // namespace turnwise::python
