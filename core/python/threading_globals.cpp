#include "core/python/threading_globals.h"

#include <array>
#include <cstdint>
#include <vector>

#include "core/python/errors.h"
#include "core/python/primitive_object.h"

namespace turnwise::python {

namespace {

// One for each interpreter of the process; nearly always there is one interpreter.
struct Namespace {
    PyInterpreterState* interpreter;
    PyObject* globals;
};
std::vector<Namespace>& namespaces() {
    static std::vector<Namespace> all;
    return all;
}

PyObject* dict_named(const char* name) {
    return global(name).get();  // the module keeps it
}

Namespace last_namespace = {nullptr, nullptr};  // that was asked for

// What a variable was when the dict was last changed.
struct Known {
    const char* name = nullptr;
    std::uint64_t version = 0;
    PyObject* value = nullptr;  // the dict keeps it
};

// By the address of the literal; one pushes out another.
Known& known(const char* name) {
    static std::array<Known, 256> all;
    return all[reinterpret_cast<std::uintptr_t>(name) * 0x9e3779b97f4a7c15ULL >> 40 & 255];
}

}  // namespace

PyObject* threading_globals() {
    PyInterpreterState* interpreter = PyInterpreterState_Get();
    if (interpreter == last_namespace.interpreter) return last_namespace.globals;
    for (const Namespace& known : namespaces())
        if (known.interpreter == interpreter) return (last_namespace = known).globals;
    return nullptr;
}

void set_threading_globals(PyObject* dict) {
    last_namespace = {nullptr, nullptr};
    PyInterpreterState* interpreter = PyInterpreterState_Get();
    std::erase_if(namespaces(),
                  [&](const Namespace& known) { return known.interpreter == interpreter; });
    namespaces().push_back({interpreter, dict});
}

Ref global(const char* name) {
    PyObject* globals = threading_globals();
    // No two dicts, and no two states of one, have the same version.
    const std::uint64_t version =
        globals ? reinterpret_cast<PyDictObject*>(globals)->ma_version_tag : 0;
    Known& seen = known(name);
    if (globals && (seen.name != name || seen.version != version))
        seen = {name, version, PyDict_GetItemWithError(globals, interned(name))};
    if (globals && seen.value) return Ref::retain(seen.value);
    PyErr_Format(PyExc_NameError, "name '%s' is not defined", name);
    throw PythonError();
}

PyObject* active_threads() {
    return dict_named("_active");
}

PyObject* limbo() {
    return dict_named("_limbo");
}

Ref new_name(PyObject* name_template) {
    const Ref number = Ref::take(PyObject_CallNoArgs(global("_counter").get()));
    Ref name = number ? Ref::take(PyNumber_Remainder(name_template, number.get())) : Ref();
    if (!name) throw PythonError();
    return name;
}

std::string new_name(std::string_view prefix) {
    const Ref number = Ref::take(PyObject_CallNoArgs(global("_counter").get()));
    const long long value = number ? PyLong_AsLongLong(number.get()) : -1;
    if (value == -1 && PyErr_Occurred()) throw PythonError();
    return std::string(prefix).append(std::to_string(value));
}

Untraced::Untraced() {
    PyThreadState_EnterTracing(PyThreadState_Get());
}

Untraced::~Untraced() {
    PyThreadState_LeaveTracing(PyThreadState_Get());
}

}  // namespace turnwise::python
