#include "core/python/exception_text.h"

#include "core/python/explored_program.h"
#include "core/python/ref.h"
#include "core/python/utf8.h"
#include "core/sched/scheduler.h"
#include "core/threading/thread_rules.h"

namespace turnwise::python {

namespace {

std::string text_of(PyObject* object) {
    const Ref text = Ref::take(PyObject_Str(object));
    if (!text) PyErr_Clear();
    return text ? utf8(text.get()) : "";
}

}  // namespace

std::string exception_line(PyObject* exception) {
    const std::string message = text_of(exception);
    const std::string type = Py_TYPE(exception)->tp_name;
    const auto dot = type.rfind('.');
    const std::string name = dot == std::string::npos ? type : type.substr(dot + 1);
    return message.empty() ? name : name + ": " + message;
}

std::string traceback_of(PyObject* exception) {
    const Ref traceback = Ref::take(PyException_GetTraceback(exception));
    if (!traceback) return {};
    const Ref io = Ref::take(PyImport_ImportModule("_io"));
    const Ref file = io ? Ref::take(PyObject_CallMethod(io.get(), "StringIO", nullptr)) : Ref();
    const bool is_written = file && PyTraceBack_Print(traceback.get(), file.get()) == 0;
    const Ref text =
        is_written ? Ref::take(PyObject_CallMethod(file.get(), "getvalue", nullptr)) : Ref();
    if (!text) PyErr_Clear();
    return text ? text_of(text.get()) + exception_line(exception) + "\n" : "";
}

void record_exception(PyObject* exception) {
    if (ExploredProgram* search = ExploredProgram::current()) {
        search->failed(exception);
        return;
    }
    threading::record_of(trace::EventKind::thread_exception, sched::Scheduler::current().running(),
                         0, exception_line(exception), traceback_of(exception));
}

}  // namespace turnwise::python
