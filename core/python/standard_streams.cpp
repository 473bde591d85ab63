// sys.stdout and sys.stderr: CPython's own text layer over a raw stream that prints into the trace.
#include <unistd.h>

#include "core/python/explored_program.h"
#include "core/python/modules.h"
#include "core/python/primitive_object.h"
#include "core/python/type_building.h"

namespace turnwise::python {

using sched::Scheduler;

namespace {

constexpr std::int64_t standard_output = 1;
constexpr std::int64_t standard_error = 2;

template <std::int64_t stream>
PyObject* write(PyObject*, PyObject* bytes) {
    return guarded([&]() -> PyObject* {
        Py_buffer buffer;
        if (PyObject_GetBuffer(bytes, &buffer, PyBUF_SIMPLE) < 0) return nullptr;
        const std::string text(static_cast<const char*>(buffer.buf),
                               static_cast<std::size_t>(buffer.len));
        PyBuffer_Release(&buffer);
        Scheduler& scheduler = Scheduler::current();
        scheduler.count_output(text.size());
        sched::ThreadControl& thread = scheduler.running();
        // What a daemon prints may come before the program ends, or never be seen: a line at once.
        if (stream == standard_output &&
            (scheduler.options().observes_output || (thread.daemon && !thread.is_within_line)))
            scheduler.explored_point({nullptr, trace::Operation::put});
        if (stream == standard_output) thread.is_within_line = !text.ends_with('\n');
        if (ExploredProgram* search = ExploredProgram::current()) {
            if (stream == standard_output) search->print(text);
        } else if (!scheduler.recorder()) {
            // The child of a fork: it is not part of the run that is recorded.
            const ssize_t written = ::write(static_cast<int>(stream), text.data(), text.size());
            if (written < 0) return PyErr_SetFromErrno(PyExc_OSError);
        } else {
            trace::Event record = scheduler.event(trace::EventKind::output);
            record.value = stream;
            scheduler.recorder()->output(record, text);
        }
        return PyLong_FromSize_t(text.size());
    });
}

PyObject* writable(PyObject*, PyObject*) {
    return Py_NewRef(Py_True);
}

template <std::int64_t stream>
PyMethodDef methods[] = {{"write", write<stream>, METH_O, "write(bytes) -> int"},
                         {"writable", writable, METH_NOARGS, "writable() -> bool"},
                         {nullptr, nullptr, 0, nullptr}};

template <std::int64_t stream>
Ref make_raw(PyObject* io, const char* type_name, const char* name) {
    const Ref base = Ref::take(PyObject_GetAttrString(io, "RawIOBase"));
    if (!base) return {};
    PyType_Slot slots[] = {{Py_tp_methods, methods<stream>}, {0, nullptr}};
    PyType_Spec spec = {type_name, 0, 0, Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE, slots};
    const Ref type = Ref::take(PyType_FromSpecWithBases(&spec, base.get()));
    Ref raw = type ? Ref::take(PyObject_CallNoArgs(type.get())) : Ref();
    const Ref text = Ref::take(PyUnicode_FromString(name));
    if (!raw || PyObject_SetAttrString(raw.get(), "name", text.get()) < 0) return {};
    return raw;
}

// Unbuffered, so that text is in the trace at the moment at which it is printed.
int replace_stream(PyObject* io, const char* name, const Ref& raw, const char* errors) {
    const Ref type = Ref::take(PyObject_GetAttrString(io, "TextIOWrapper"));
    const Ref args = Ref::take(Py_BuildValue("(O)", raw.get()));
    const Ref kwargs = Ref::take(Py_BuildValue("{s:s,s:s,s:s,s:O}", "encoding", "utf-8", "errors",
                                               errors, "newline", "\n", "write_through", Py_True));
    if (!type || !args || !kwargs) return -1;
    const Ref stream = Ref::take(PyObject_Call(type.get(), args.get(), kwargs.get()));
    if (!stream) return -1;
    const std::string original = std::string("__") + name + "__";
    return PySys_SetObject(name, stream.get()) < 0
               ? -1
               : PySys_SetObject(original.c_str(), stream.get());
}

}  // namespace

int replace_standard_streams() {
    const Ref io = Ref::take(PyImport_ImportModule("io"));
    if (!io) return -1;
    const Ref output = make_raw<standard_output>(io.get(), "turnwise.StandardOutput", "<stdout>");
    const Ref error = make_raw<standard_error>(io.get(), "turnwise.StandardError", "<stderr>");
    if (!output || !error || replace_stream(io.get(), "stdout", output, "strict") < 0) return -1;
    return replace_stream(io.get(), "stderr", error, "backslashreplace");
}

}  // namespace turnwise::python
