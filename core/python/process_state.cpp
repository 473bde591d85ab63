#include "core/python/process_state.h"

#include <sys/stat.h>
#include <unistd.h>

#include <climits>
#include <clocale>
#include <csignal>
#include <utility>

#include "core/python/attributes.h"
#include "core/python/checked.h"
#include "core/python/cpython_3_11.h"
#include "core/python/errors.h"
#include "core/python/switch_interval.h"

namespace turnwise::python {

namespace {

std::string working_directory() {
    char path[PATH_MAX];
    return ::getcwd(path, sizeof path) ? path : "";
}

std::uint64_t version_of(const Ref& environment) {
    const Ref data = attribute(environment.get(), "_data");
    return PyDict_Check(data.get()) ? tw_dict_version(data.get()) : 0;
}

}  // namespace

void ProcessState::remember_list(const char* module, const char* name) {
    const Ref holder = checked(PyImport_ImportModule(module));
    List list;
    list.list = attribute(holder.get(), name);
    if (!PyList_Check(list.list.get())) return;
    for (Py_ssize_t i = 0; i < PyList_GET_SIZE(list.list.get()); ++i)
        list.items.push_back(Ref::retain(PyList_GET_ITEM(list.list.get(), i)));
    m_lists.push_back(std::move(list));
}

void ProcessState::remember() {
    const Ref os = checked(PyImport_ImportModule("os"));
    m_environment = attribute(os.get(), "environ");
    m_variables = checked(PyObject_CallMethod(m_environment.get(), "copy", nullptr));
    m_version = version_of(m_environment);
    m_directory = working_directory();
    m_mask = ::umask(0);
    ::umask(m_mask);
    m_recursion = Py_GetRecursionLimit();
    m_locale = ::setlocale(LC_ALL, nullptr);
    remember_list("_warnings", "filters");
    m_filters = std::move(m_lists.back());
    m_lists.clear();
    for (const char* name : {"path", "argv", "meta_path", "path_hooks"})
        remember_list("sys", name);
    remember_list("gc", "callbacks");
    const Ref signals = checked(PyImport_ImportModule("_signal"));
    for (int number = 1; number < NSIG; ++number)
        m_handlers.push_back(checked(PyObject_CallMethod(signals.get(), "getsignal", "i", number)));
    const Ref gc = checked(PyImport_ImportModule("gc"));
    m_get_threshold = attribute(gc.get(), "get_threshold");
    m_set_threshold = attribute(gc.get(), "set_threshold");
    m_threshold = checked(PyObject_CallNoArgs(m_get_threshold.get()));
    checked(PyCodec_Encoder("utf-8"));  // the registry is there from the first time on
    const tw_codecs codecs = tw_codecs_of_interpreter();
    m_codecs = PyList_GET_SIZE(codecs.search_path);
    m_found_codecs = checked(PyDict_Copy(codecs.found));
    m_errors = checked(PyDict_Copy(codecs.errors));
    m_errors_version = tw_dict_version(codecs.errors);
}

void ProcessState::put_back() {
    put_environment_back();
    for (const List& list : m_lists)
        put_back(list);
    if (put_back(m_filters)) {
        const Ref warnings = checked(PyImport_ImportModule("_warnings"));
        checked(PyObject_CallMethod(warnings.get(), "_filters_mutated", nullptr));
    }
    if (!m_directory.empty() && ::chdir(m_directory.c_str()) != 0) m_directory.clear();
    ::umask(m_mask);
    if (Py_GetRecursionLimit() != m_recursion) Py_SetRecursionLimit(m_recursion);
    if (m_locale != ::setlocale(LC_ALL, nullptr)) ::setlocale(LC_ALL, m_locale.c_str());
    adopt_switch_interval();
    tw_forget_context();
    if (PyThreadState_Get()->c_profilefunc) PyEval_SetProfile(nullptr, nullptr);
    put_collector_back();
    put_codecs_back();
    PyObject* modules = PyImport_GetModuleDict();
    if (variable_in(modules, "signal")) put_signals_back();
    if (variable_in(modules, "_decimal")) put_decimal_back();
}

void ProcessState::put_environment_back() {
    if (version_of(m_environment) == m_version) return;
    checked(PyObject_CallMethod(m_environment.get(), "clear", nullptr));
    checked(PyObject_CallMethod(m_environment.get(), "update", "O", m_variables.get()));
    m_version = version_of(m_environment);
}

// Whether it was changed.
bool ProcessState::put_back(const List& list) {
    PyObject* const now = list.list.get();
    const auto size = static_cast<Py_ssize_t>(list.items.size());
    bool is_same = PyList_GET_SIZE(now) == size;
    for (Py_ssize_t i = 0; is_same && i < size; ++i)
        is_same = PyList_GET_ITEM(now, i) == list.items[static_cast<std::size_t>(i)].get();
    if (is_same) return false;
    const Ref items = checked(PyList_New(0));
    for (const Ref& item : list.items)
        if (PyList_Append(items.get(), item.get()) < 0) throw PythonError();
    if (PyList_SetSlice(now, 0, PyList_GET_SIZE(now), items.get()) < 0) throw PythonError();
    return true;
}

// Only the program can have changed any, and it has to import the module for that.
void ProcessState::put_signals_back() {
    const Ref signals = checked(PyImport_ImportModule("_signal"));
    for (int number = 1; number < NSIG; ++number) {
        PyObject* const handler = m_handlers[static_cast<std::size_t>(number - 1)].get();
        const Ref now = checked(PyObject_CallMethod(signals.get(), "getsignal", "i", number));
        if (now.get() == handler || handler == Py_None) continue;
        const int is_equal = PyObject_RichCompareBool(now.get(), handler, Py_EQ);
        if (is_equal < 0) throw PythonError();
        if (is_equal == 0)
            checked(PyObject_CallMethod(signals.get(), "signal", "iO", number, handler));
    }
}

void ProcessState::put_collector_back() {
    PyGC_Disable();
    const Ref now = checked(PyObject_CallNoArgs(m_get_threshold.get()));
    const int is_equal = PyObject_RichCompareBool(now.get(), m_threshold.get(), Py_EQ);
    if (is_equal < 0) throw PythonError();
    if (is_equal == 0) checked(PyObject_CallObject(m_set_threshold.get(), m_threshold.get()));
}

void ProcessState::put_codecs_back() {
    const tw_codecs codecs = tw_codecs_of_interpreter();
    const Py_ssize_t size = PyList_GET_SIZE(codecs.search_path);
    if (size > m_codecs) {
        if (PyList_SetSlice(codecs.search_path, m_codecs, size, nullptr) < 0) throw PythonError();
        PyDict_Clear(codecs.found);
        if (PyDict_Update(codecs.found, m_found_codecs.get()) < 0) throw PythonError();
    }
    if (tw_dict_version(codecs.errors) == m_errors_version) return;
    PyDict_Clear(codecs.errors);
    if (PyDict_Update(codecs.errors, m_errors.get()) < 0) throw PythonError();
    m_errors_version = tw_dict_version(codecs.errors);
}

// It keeps the context of the thread that asked last beside that of the thread.
void ProcessState::put_decimal_back() {
    const Ref decimal = checked(PyImport_ImportModule("_decimal"));
    checked(PyObject_CallMethod(decimal.get(), "setcontext", "O",
                                attribute(decimal.get(), "DefaultContext").get()));
}

}  // namespace turnwise::python
