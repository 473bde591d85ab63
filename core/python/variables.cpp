#include "core/python/variables.h"

#include "core/python/cpython_3_11.h"
#include "core/python/primitive_names.h"
#include "core/python/short_repr.h"
#include "core/sched/scheduler.h"

namespace turnwise::python {

using sched::Scheduler;
using trace::EventKind;

namespace {

// Names that tell a learner nothing: dunders, modules, functions and classes of the program.
bool is_worth_showing(PyObject* name, PyObject* value) {
    const char* text = PyUnicode_AsUTF8(name);
    if (!text) {
        PyErr_Clear();
        return false;
    }
    const std::string_view view = text;
    if (view.starts_with("__") || view.starts_with('.')) return false;
    return !PyModule_Check(value) && !PyFunction_Check(value) && !PyCFunction_Check(value) &&
           !PyType_Check(value);
}

}  // namespace

void VariableWatch::begin() {
    m_next = 0;
    for (Variable& variable : m_variables)
        variable.seen = false;
}

void VariableWatch::see(PyObject* name, PyObject* value) {
    // Variables come in the same order each time, so the next one is nearly always the right one.
    std::size_t at = m_next;
    for (std::size_t tried = 0; tried < m_variables.size(); ++tried, ++at) {
        if (at == m_variables.size()) at = 0;
        if (m_variables[at].name != name) continue;
        m_variables[at].seen = true;
        m_next = at + 1;
        tell(m_variables[at], value);
        return;
    }
    if (m_variables.size() == max_variables || !is_worth_showing(name, value)) return;
    Variable& added = m_variables.emplace_back();
    added.name = name;
    added.seen = true;
    m_next = m_variables.size();
    tell(added, value);
}

void VariableWatch::end() {
    for (const Variable& variable : m_variables)
        if (!variable.seen) record(EventKind::variable_deleted, variable.name, 0);
    std::erase_if(m_variables, [](const Variable& variable) { return !variable.seen; });
}

void VariableWatch::look_into_mutable_values() {
    for (Variable& variable : m_variables)
        if (!variable.held) tell(variable, variable.value);
}

void VariableWatch::tell(Variable& variable, PyObject* value) {
    if (variable.held.get() == value) return;
    const bool is_other_object = variable.value != value;
    variable.value = value;
    variable.held = is_immutable(value) ? Ref::retain(value) : Ref();
    const std::uint64_t print = variable.held ? 0 : fingerprint(value);
    if (!is_other_object && print == variable.fingerprint) return;
    variable.fingerprint = print;
    if (is_other_object) name_primitives(value, PyUnicode_AsUTF8(variable.name));
    const StringId text = Scheduler::current().intern(short_repr(value));
    if (text == variable.text) return;
    variable.text = text;
    if (!is_other_object) name_primitives(value, PyUnicode_AsUTF8(variable.name));
    record(EventKind::variable, variable.name, text);
}

void VariableWatch::record(EventKind kind, PyObject* name, StringId text) const {
    Scheduler& scheduler = Scheduler::current();
    trace::Event event = scheduler.event(kind);
    event.text = scheduler.intern(m_prefix + PyUnicode_AsUTF8(name));
    event.detail = text;
    event.value = m_depth;
    event.file = 0;
    event.line = 0;
    scheduler.record(event);
}

void GlobalsWatch::look(PyObject* globals) {
    auto& module = m_modules[globals];
    if (!module) {
        PyObject* name = PyDict_GetItemString(globals, "__name__");
        const char* text = name && PyUnicode_Check(name) ? PyUnicode_AsUTF8(name) : nullptr;
        const std::string prefix =
            !text || std::string_view(text) == "__main__" ? "" : std::string(text) + ".";
        module.reset(new Module{0, VariableWatch(0, prefix), Ref::retain(globals)});
    }
    const std::uint64_t version = tw_dict_version(globals);
    if (version == module->version) {
        module->variables.look_into_mutable_values();
        return;
    }
    module->version = version;
    module->variables.begin();
    PyObject *name, *value;
    Py_ssize_t position = 0;
    while (PyDict_Next(globals, &position, &name, &value))
        if (PyUnicode_Check(name)) module->variables.see(name, value);
    module->variables.end();
}

}  // namespace turnwise::python
