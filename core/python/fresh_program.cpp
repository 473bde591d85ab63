#include "core/python/fresh_program.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string_view>

#include "core/python/access_names.h"
#include "core/python/attributes.h"
#include "core/python/checked.h"
#include "core/python/code_info.h"
#include "core/python/cpython_3_11.h"
#include "core/python/exception_text.h"
#include "core/python/interpreter_host.h"
#include "core/python/interpreter_life.h"
#include "core/python/modules.h"
#include "core/python/object_births.h"
#include "core/python/primitive_object.h"
#include "core/python/python_thread.h"
#include "core/python/search_tracer.h"
#include "core/python/short_repr.h"
#include "core/python/standard_input.h"
#include "core/python/thread_object.h"
#include "core/python/thread_type.h"
#include "core/python/threading_globals.h"
#include "core/python/virtual_system.h"
#include "core/threading/lock.h"

namespace turnwise::python {

using sched::Scheduler;

namespace {

// Modules of the standard library that keep nothing of a program that uses them. All others are
// imported anew.
constexpr std::string_view stateless[] = {
    "abc",           "argparse",  "array",       "ast",         "base64",    "binascii",
    "bisect",        "cmath",     "codecs",      "collections", "colorsys",  "contextlib",
    "copy",          "copyreg",   "dataclasses", "datetime",    "decimal",   "difflib",
    "dis",           "enum",      "errno",       "fnmatch",     "fractions", "functools",
    "genericpath",   "gettext",   "glob",        "hashlib",     "heapq",     "hmac",
    "html",          "importlib", "inspect",     "io",          "itertools", "json",
    "keyword",       "linecache", "locale",      "marshal",     "math",      "numbers",
    "opcode",        "operator",  "os",          "pathlib",     "pickle",    "platform",
    "pprint",        "queue",     "random",      "re",          "reprlib",   "sched",
    "select",        "selectors", "shutil",      "signal",      "socket",    "sre_compile",
    "sre_constants", "sre_parse", "stat",        "statistics",  "string",    "struct",
    "subprocess",    "sysconfig", "tempfile",    "textwrap",    "time",      "timeit",
    "token",         "tokenize",  "traceback",   "types",       "typing",    "unicodedata",
    "urllib",        "uuid",      "warnings",    "weakref",     "zlib"};

// How many executions between two runs of the garbage collector.
constexpr unsigned executions_between_collections = 256;

bool keeps_no_state(std::string_view name) {
    const std::string_view root = name.substr(0, name.find('.'));
    return root.starts_with('_') || std::ranges::binary_search(stateless, root);
}

void check(int status) {
    if (status < 0) throw PythonError();
}

Ref module_named(const char* name) {
    return checked(PyImport_ImportModule(name));
}

PyObject* do_nothing(PyObject*, PyObject*, PyObject*) {
    return Py_NewRef(Py_None);
}
PyMethodDef nothing = {"register_at_fork",
                       reinterpret_cast<PyCFunction>(reinterpret_cast<void (*)()>(do_nothing)),
                       METH_VARARGS | METH_KEYWORDS, nullptr};

bool holds_code_of_program(PyObject* attributes) {
    PyObject *name, *value;
    Py_ssize_t place = 0;
    while (PyDict_Next(attributes, &place, &name, &value))
        if (PyFunction_Check(value) &&
            CodeInfos::of(reinterpret_cast<PyCodeObject*>(PyFunction_GET_CODE(value))).is_user)
            return true;
    return false;
}

// `json.dumps = mine` or `queue.Queue.put = mine`.
bool is_changed_by_program(PyObject* module) {
    if (!PyModule_Check(module)) return false;
    PyObject* attributes = PyModule_GetDict(module);
    if (holds_code_of_program(attributes)) return true;
    PyObject *name, *value;
    Py_ssize_t place = 0;
    while (PyDict_Next(attributes, &place, &name, &value))
        if (PyType_Check(value) &&
            holds_code_of_program(reinterpret_cast<PyTypeObject*>(value)->tp_dict))
            return true;
    return false;
}

[[noreturn]] void refuse() {
    PyObject *type, *value, *traceback;
    PyErr_Fetch(&type, &value, &traceback);
    PyErr_NormalizeException(&type, &value, &traceback);
    const Ref text = Ref::take(PyObject_Str(value));
    const char* words = text ? PyUnicode_AsUTF8(text.get()) : nullptr;
    throw std::runtime_error(std::string(Py_TYPE(value)->tp_name) + ": " + (words ? words : "?"));
}

}  // namespace

void FreshProgram::prepare(const Program& program) {
    m_program = program;
    start_interpreter(program);
    try {
        m_file = checked(PyUnicode_DecodeFSDefault(program.path.c_str()));
        m_name = checked(PyUnicode_InternFromString("__main__"));
        m_code = checked(Py_CompileStringObject(program.source.c_str(), m_file.get(), Py_file_input,
                                                nullptr, -1));
        set_source(program.path, program.source);
        // Registers itself with every import of logging or concurrent.futures, for ever.
        check(PyObject_SetAttrString(module_named("os").get(), "register_at_fork",
                                     checked(PyCFunction_New(&nothing, nullptr)).get()));
        module_named("threading");
        tell_id_by_birth();
        const Ref gc = module_named("gc");
        m_main_thread = global("_main_thread");
        m_main_thread_attributes = checked(PyDict_Copy(instance_dict(m_main_thread.get())));
        m_main_lock = attribute(m_main_thread.get(), "_tstate_lock");
        for (const char* name : {"sys", "builtins", "threading", "os", "time"})
            remember(name);
        remember_classes_of_threading();
        m_process.remember();
        const Ref main = checked(PyModule_NewObject(m_name.get()));
        m_variables = checked(PyDict_Copy(PyModule_GetDict(main.get())));
        check(PyDict_SetItemString(m_variables.get(), "__builtins__",
                                   module_named("builtins").get()));
        check(PyDict_SetItemString(m_variables.get(), "__file__", m_file.get()));
        m_known_modules = checked(PySet_New(PyImport_GetModuleDict()));
        m_module_count = PyDict_GET_SIZE(PyImport_GetModuleDict());
        PyGC_Collect();
        checked(PyObject_CallMethod(gc.get(), "freeze", nullptr));
        PyGC_Disable();
    } catch (const PythonError&) {
        refuse();
    }
}

void FreshProgram::remember(const char* name) {
    Snapshot snapshot;
    snapshot.module = module_named(name);
    PyObject* dict = PyModule_GetDict(snapshot.module.get());
    snapshot.copy = checked(PyDict_Copy(dict));
    snapshot.version = tw_dict_version(dict);
    m_snapshots.push_back(std::move(snapshot));
}

void FreshProgram::put_back() {
    for (Snapshot& snapshot : m_snapshots) {
        PyObject* dict = PyModule_GetDict(snapshot.module.get());
        if (tw_dict_version(dict) == snapshot.version) continue;
        PyDict_Clear(dict);
        check(PyDict_Update(dict, snapshot.copy.get()));
        snapshot.version = tw_dict_version(dict);
    }
}

void FreshProgram::remember_classes_of_threading() {
    PyObject *name, *value;
    Py_ssize_t place = 0;
    while (PyDict_Next(threading_globals(), &place, &name, &value)) {
        if (!PyType_Check(value) ||
            !(PyType_HasFeature(reinterpret_cast<PyTypeObject*>(value), Py_TPFLAGS_HEAPTYPE)))
            continue;
        PyObject* attributes = reinterpret_cast<PyTypeObject*>(value)->tp_dict;
        m_classes.push_back(
            {Ref::retain(value), checked(PyDict_Copy(attributes)), tw_dict_version(attributes)});
    }
}

// What the program has set in them, `Thread.run = mine`.
void FreshProgram::put_back_classes() {
    for (Snapshot& snapshot : m_classes) {
        PyObject* type = snapshot.module.get();
        PyObject* attributes = reinterpret_cast<PyTypeObject*>(type)->tp_dict;
        if (tw_dict_version(attributes) == snapshot.version) continue;
        const Ref names = checked(PyDict_Keys(attributes));
        for (Py_ssize_t i = 0; i < PyList_GET_SIZE(names.get()); ++i) {
            PyObject* name = PyList_GET_ITEM(names.get(), i);
            PyObject* before = PyDict_GetItemWithError(snapshot.copy.get(), name);
            if (!before) check(PyObject_DelAttr(type, name));
        }
        PyObject *name, *value;
        Py_ssize_t place = 0;
        while (PyDict_Next(snapshot.copy.get(), &place, &name, &value))
            if (PyDict_GetItemWithError(attributes, name) != value)
                check(PyObject_SetAttr(type, name, value));
        snapshot.version = tw_dict_version(attributes);
    }
}

void FreshProgram::forget_modules() {
    PyObject* modules = PyImport_GetModuleDict();
    if (PyDict_GET_SIZE(modules) == m_module_count) return;
    const Ref names = checked(PyDict_Keys(modules));
    for (Py_ssize_t i = 0; i < PyList_GET_SIZE(names.get()); ++i) {
        PyObject* name = PyList_GET_ITEM(names.get(), i);
        if (PySet_Contains(m_known_modules.get(), name) != 0) continue;
        const Ref module = Ref::retain(PyDict_GetItem(modules, name));
        const Ref file = PyModule_Check(module.get())
                             ? Ref::take(PyModule_GetFilenameObject(module.get()))
                             : Ref();
        PyErr_Clear();
        const char* path = file ? PyUnicode_AsUTF8(file.get()) : nullptr;
        const char* text = PyUnicode_AsUTF8(name);
        if (text && keeps_no_state(text) && !(path && CodeInfos::is_user_file(path)) &&
            !is_changed_by_program(module.get()))
            check(PySet_Add(m_known_modules.get(), name));
        else
            check(PyDict_DelItem(modules, name));
    }
    m_module_count = PyDict_GET_SIZE(modules);
}

// The main thread's object lives on; what it says of itself is as it was.
void FreshProgram::reset_threading() {
    auto& running = Scheduler::current().running();
    PyObject* attributes = instance_dict(m_main_thread.get());
    if (tw_dict_version(attributes) != m_main_thread_version) {
        PyDict_Clear(attributes);
        check(PyDict_Update(attributes, m_main_thread_attributes.get()));
        m_main_thread_version = tw_dict_version(attributes);
    }
    thread_layout(m_main_thread.get())->control = &running;
    auto& lock = lock_in(m_main_lock.get());
    lock.at_fork_reinit();
    lock.take_now();
    python_thread(running).sentinel = m_main_lock;
    const Ref ident = checked(PyLong_FromLongLong(running.ident));
    PyObject* active = active_threads();
    const bool is_main_alone =
        PyDict_GET_SIZE(active) == 1 && PyDict_GetItem(active, ident.get()) == m_main_thread.get();
    if (!is_main_alone) {
        PyDict_Clear(active);
        check(PyDict_SetItem(active, ident.get(), m_main_thread.get()));
    }
    PyDict_Clear(limbo());
    PySet_Clear(global("_shutdown_locks").get());
    const Ref atexits = global("_threading_atexits");
    check(PyList_SetSlice(atexits.get(), 0, PyList_GET_SIZE(atexits.get()), nullptr));
    const Ref numbers = checked(PyObject_CallFunction(global("_count").get(), "i", 1));
    check(PyDict_SetItem(threading_globals(), interned("_counter"),
                         attribute(numbers.get(), "__next__").get()));
    for (Snapshot& snapshot : m_snapshots)  // which is how it shall be
        if (PyModule_GetDict(snapshot.module.get()) == threading_globals())
            snapshot.version = tw_dict_version(threading_globals());
}

void FreshProgram::begin() {
    adopt_main_thread();
    begin_births();
    reset_search_tracer();
    reset_import_lock();
    call_if_imported("atexit", "_clear");  // an execution that was left half-way did not call them
    put_back();
    put_back_classes();
    m_process.put_back();
    if (!m_program.input_path.empty()) rewind_standard_input(m_program.input_path);
    forget_modules();
    reset_threading();
    restart_random_bytes();
    begin_virtual_time();
    PyObject* modules = PyImport_GetModuleDict();
    if (PyObject* random = variable_in(modules, "random"))
        checked(PyObject_CallMethod(attribute(random, "_inst").get(), "seed", nullptr));
    const Ref variables = checked(PyDict_Copy(m_variables.get()));
    m_main = checked(tw_module_of(m_name.get(), variables.get()));
    check(PyDict_SetItem(modules, m_name.get(), m_main.get()));
}

std::string FreshProgram::execute() {
    PyObject* globals = PyModule_GetDict(m_main.get());
    const Ref result = Ref::take(PyEval_EvalCode(m_code.get(), globals, globals));
    if (result) return {};
    if (Scheduler::current().is_unwinding()) throw sched::Unwinding();
    return report_main_exception();
}

void FreshProgram::end_threads() {
    const Ref functions = global("_threading_atexits");
    if (PyList_GET_SIZE(functions.get()) > 0) call_if_imported("threading", "_shutdown");
    call_if_imported("atexit", "_run_exitfuncs");
    Scheduler::current().join_non_daemons();
}

void FreshProgram::end_interpreter() {
    Scheduler::current().stop_daemons();
    let_go_of(std::exchange(m_main, {}));  // destructors may print
}

void FreshProgram::clean_up() {
    if (m_main) let_go_of(std::exchange(m_main, {}));
    PyErr_Clear();
    if (++m_executions % executions_between_collections != 0) return;
    PyGC_Enable();  // switched off it does not collect even when it is told to
    PyGC_Collect();
    PyGC_Disable();
}

}  // namespace turnwise::python
