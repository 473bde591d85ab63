#include "core/python/exception_text.h"

#include "core/python/ref.h"
#include "core/sched/scheduler.h"
#include "core/threading/thread_rules.h"

namespace turnwise::python {

namespace {

std::string text_of(PyObject* object) {
    const Ref text = Ref::take(PyObject_Str(object));
    const char* bytes = text ? PyUnicode_AsUTF8(text.get()) : nullptr;
    if (!bytes) PyErr_Clear();
    return bytes ? bytes : "";
}

// The whole traceback as traceback.format_exception gives it, "" if that fails.
std::string traceback_of(PyObject* exception) {
    const Ref module = Ref::take(PyImport_ImportModule("traceback"));
    const Ref lines =
        module ? Ref::take(PyObject_CallMethod(module.get(), "format_exception", "O", exception)) : Ref();
    const Ref empty = Ref::take(PyUnicode_FromString(""));
    const Ref joined = lines ? Ref::take(PyUnicode_Join(empty.get(), lines.get())) : Ref();
    if (!joined) PyErr_Clear();
    return joined ? text_of(joined.get()) : "";
}

}  // namespace

std::string exception_line(PyObject* exception) {
    const std::string message = text_of(exception);
    const std::string type = Py_TYPE(exception)->tp_name;
    const auto dot = type.rfind('.');
    const std::string name = dot == std::string::npos ? type : type.substr(dot + 1);
    return message.empty() ? name : name + ": " + message;
}

void record_exception(PyObject* exception) {
    threading::record_of(trace::EventKind::thread_exception, sched::Scheduler::current().running(), 0,
                         exception_line(exception), traceback_of(exception));
}

}  // namespace turnwise::python
