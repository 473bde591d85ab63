#include "core/python/interpreter.h"

#include <filesystem>

#include "core/base/source_encoding.h"
#include "core/python/access_names.h"
#include "core/python/exception_text.h"
#include "core/python/explored_program.h"
#include "core/python/fixed_memory.h"
#include "core/python/interpreter_host.h"
#include "core/python/interpreter_life.h"
#include "core/python/modules.h"
#include "core/python/object_births.h"
#include "core/python/python_thread.h"
#include "core/python/shared_objects.h"
#include "core/python/standard_input.h"
#include "core/python/switch_interval.h"
#include "core/python/utf8.h"
#include "core/python/virtual_system.h"

// Exported by libpython, declared in no header that it installs.
extern "C" void _PyModule_Clear(PyObject* module);

namespace turnwise::python {

using sched::Scheduler;

namespace {

// Debian's CPython, whatever `python3` on PATH may be.
constexpr const wchar_t* python_program = L"/usr/bin/python3.11";

void throw_on_failure(const PyStatus& status) {
    if (PyStatus_Exception(status))
        throw std::runtime_error(std::string("Python could not be started: ") +
                                 (status.err_msg ? status.err_msg : "unknown error"));
}

void append_argument(PyConfig& config, const std::string& argument) {
    wchar_t* wide = Py_DecodeLocale(argument.c_str(), nullptr);
    throw_on_failure(PyWideStringList_Append(&config.argv, wide ? wide : L"?"));
    PyMem_RawFree(wide);
}

void initialize(const Program& program) {
    PyPreConfig preconfig;
    PyPreConfig_InitIsolatedConfig(&preconfig);
    preconfig.utf8_mode = 1;
    throw_on_failure(Py_PreInitialize(&preconfig));

    PyConfig config;
    PyConfig_InitIsolatedConfig(&config);
    config.use_hash_seed = 1;  // 0 means: fixed, not random
    config.hash_seed = 0;
    config.write_bytecode = 0;
    config.install_signal_handlers = 1;  // KeyboardInterrupt, for _thread.interrupt_main() as well
    throw_on_failure(PyConfig_SetString(&config, &config.program_name, python_program));
    throw_on_failure(PyConfig_SetString(&config, &config.executable, python_program));
    append_argument(config, program.path);
    for (const std::string& argument : program.arguments)
        append_argument(config, argument);
    const PyStatus status = Py_InitializeFromConfig(&config);
    PyConfig_Clear(&config);
    throw_on_failure(status);
}

// Imports find the modules that lie beside the program.
void put_folder_on_path(const Program& program) {
    std::error_code error;
    const std::string folder =
        std::filesystem::absolute(program.path, error).parent_path().string();
    const Ref text = Ref::take(PyUnicode_DecodeFSDefault(folder.c_str()));
    if (PyObject* path = PySys_GetObject("path"); path && text) PyList_Insert(path, 0, text.get());
}

}  // namespace

// What ends the main thread: "" or the last line of the traceback. The exception that is set is
// shown as CPython shows it.
std::string report_main_exception() {
    PyObject *type, *value, *traceback;
    PyErr_Fetch(&type, &value, &traceback);
    PyErr_NormalizeException(&type, &value, &traceback);
    if (traceback) PyException_SetTraceback(value, traceback);
    std::string failure;
    if (PyErr_GivenExceptionMatches(value, PyExc_SystemExit)) {
        const Ref code = Ref::take(PyObject_GetAttrString(value, "code"));
        const bool is_success = !code || code.get() == Py_None ||
                                (PyLong_Check(code.get()) && PyLong_AsLong(code.get()) == 0);
        if (!is_success) failure = exception_line(value);
        if (ExploredProgram* search = ExploredProgram::current()) {
            if (!is_success) search->failed(value);
        } else if (code && code.get() != Py_None && !PyLong_Check(code.get())) {
            const Ref line = Ref::take(PyUnicode_FromFormat("%S\n", code.get()));
            if (line) PySys_FormatStderr("%U", line.get());
        }
        Py_XDECREF(type);
        Py_XDECREF(value);
        Py_XDECREF(traceback);
    } else {
        failure = exception_line(value);
        record_exception(value);
        PyErr_Restore(type, value, traceback);
        if (!ExploredProgram::current()) PyErr_PrintEx(0);
    }
    PyErr_Clear();
    return failure;
}

namespace {

// The line that Python does not understand is where the thread stands when it fails.
void go_to_syntax_error(const Program& program) {
    PyObject *type, *value, *traceback;
    PyErr_Fetch(&type, &value, &traceback);
    PyErr_NormalizeException(&type, &value, &traceback);
    const Ref line = PyErr_GivenExceptionMatches(value, PyExc_SyntaxError)
                         ? Ref::take(PyObject_GetAttrString(value, "lineno"))
                         : Ref();
    if (line && PyLong_Check(line.get())) {
        Scheduler& scheduler = Scheduler::current();
        scheduler.running().file_name = program.path;
        scheduler.running().file = scheduler.intern(program.path);
        scheduler.running().line = static_cast<std::uint32_t>(PyLong_AsUnsignedLong(line.get()));
    }
    PyErr_Clear();
    PyErr_Restore(type, value, traceback);
}

// The program's text as the module __main__.
std::string execute(const Program& program) {
    const Ref main = Ref::retain(PyImport_AddModule("__main__"));
    PyObject* globals = PyModule_GetDict(main.get());
    const Ref file = Ref::take(PyUnicode_DecodeFSDefault(program.path.c_str()));
    PyDict_SetItemString(globals, "__file__", file.get());
    const Ref code = Ref::take(
        Py_CompileStringObject(program.source.c_str(), file.get(), Py_file_input, nullptr, -1));
    if (!code) go_to_syntax_error(program);
    const Ref result = code ? Ref::take(PyEval_EvalCode(code.get(), globals, globals)) : Ref();
    return result ? "" : report_main_exception();
}

}  // namespace

// What stops it is told, and stops nothing else: threads that an interrupt has left running are not
// waited for.
void call_if_imported(const char* module_name, const char* function) {
    PyObject* modules = PyImport_GetModuleDict();
    PyObject* module = modules ? PyDict_GetItemString(modules, module_name) : nullptr;
    if (module && !Ref::take(PyObject_CallMethod(module, function, nullptr)))
        PyErr_WriteUnraisable(module);
}

// As the interpreter does at its end: the variables of the program's modules go, and with them what
// nothing else refers to, whose destructors may print. The interpreter itself stays, for threads
// that were cut off have frames of it.
void let_go_of_the_program() {
    std::vector<Ref> modules;
    PyObject *name, *module;
    Py_ssize_t position = 0;
    while (PyDict_Next(PyImport_GetModuleDict(), &position, &name, &module)) {
        if (!PyModule_Check(module)) continue;
        const Ref file = Ref::take(PyModule_GetFilenameObject(module));
        if (!file) PyErr_Clear();
        const char* path = file ? PyUnicode_AsUTF8(file.get()) : nullptr;
        if (path && CodeInfos::is_user_file(path)) modules.push_back(Ref::retain(module));
    }
    for (auto last = modules.rbegin(); last != modules.rend(); ++last)
        let_go_of(std::move(*last));
    PyGC_Collect();
}

void let_go_of(Ref module) {
    _PyModule_Clear(module.get());
}

void start_interpreter(const Program& program) {
    if (!program.input_path.empty()) open_standard_input(program.input_path);
    initialize(program);
    adopt_main_thread();
    CodeInfos::initialize(program.path);
    put_folder_on_path(program);
    if (!replace_in_running_interpreter() || replace_standard_streams() < 0) {
        PyErr_Print();
        throw std::runtime_error("Python's modules could not be replaced.");
    }
    adopt_switch_interval();
}

namespace {

// A trace holds UTF-8, in whatever encoding the program was written.
std::string source_as_utf8(const std::string& source) {
    const std::string encoding = source_encoding(source);
    if (encoding.empty()) return source;
    const Ref text = Ref::take(PyUnicode_Decode(
        source.data(), static_cast<Py_ssize_t>(source.size()), encoding.c_str(), "replace"));
    if (!text) PyErr_Clear();
    return text ? utf8(text.get()) : source;
}

[[noreturn]] void run_main_thread(const Program& program, trace::Recorder& recorder) {
    Scheduler& scheduler = Scheduler::current();
    start_interpreter(program);
    SharedObjects shared;
    SearchNumbers numbers;
    Contention contention;
    contention.look_everywhere(true);
    if (scheduler.options().is_explored) {
        shared.begin(numbers, contention);
        tell_id_by_birth();
        begin_births();
    }
    scheduler.begin_program(&recorder);
    const std::string source = source_as_utf8(program.source);
    recorder.source(program.path, source);
    set_source(program.path, source);
    begin_virtual_time();
    install_tracer(PyThreadState_Get());
    const std::string failure = execute(program);
    scheduler.explored_point({nullptr, trace::Operation::exit, &scheduler.running()});
    call_if_imported("threading", "_shutdown");
    scheduler.end_of_program();
    call_if_imported("atexit", "_run_exitfuncs");
    scheduler.stop_daemons();
    let_go_of_the_program();
    simulation::end_program(failure);
}

}  // namespace

sched::Summary simulate(const Program& program, sched::Policy& policy,
                        const sched::Options& options, trace::Sink& sink, trace::Header header) {
    trace::Recorder recorder(sink);
    header.program = program.path;
    header.arguments = program.arguments;
    simulation::describe_options(options, header);
    recorder.begin(header);
    use_fixed_memory();
    if (options.is_explored) tell_objects_by_birth();
    replace_modules();
    InterpreterHost host;
    Scheduler scheduler(policy, options);
    scheduler.set_host(&host);
    std::string failure;
    const sched::Summary summary = scheduler.run([&] {
        try {
            run_main_thread(program, recorder);
        } catch (const std::exception& error) {
            failure = error.what();
        }
        scheduler.finish({OutcomeKind::crashed, failure});
    });
    end_virtual_time();
    recorder.end(simulation::trailer_of(summary));
    return summary;
}

}  // namespace turnwise::python
