#include "core/python/shared_objects.h"

#include <algorithm>
#include <unordered_map>

#include "core/python/attributes.h"
#include "core/python/bytecode_3_11.h"
#include "core/python/code_info.h"
#include "core/python/cpython_3_11.h"
#include "core/python/primitive_names.h"
#include "core/python/primitive_object.h"
#include "core/python/search_tracer.h"
#include "core/python/shapes.h"
#include "core/python/short_repr.h"
#include "core/python/thread_type.h"
#include "core/sched/scheduler.h"

namespace turnwise::python {

using explore::Object;

namespace {

// More is the library's affair, or data that no search could go through.
constexpr std::size_t most_objects = 100'000;

bool has_file_of_program(PyObject* module) {
    PyObject* file = variable_in(PyModule_GetDict(module), "__file__");
    const char* text = file && PyUnicode_Check(file) ? PyUnicode_AsUTF8(file) : nullptr;
    if (!text) PyErr_Clear();
    return text && CodeInfos::is_user_file(text);
}

// A module that is imported anew is the same by its name.
bool is_module_of_program(PyObject* name, PyObject* module) {
    static std::unordered_map<PyObject*, bool> known;  // names that live for ever
    if (!module || !PyModule_Check(module) || !PyUnicode_Check(name)) return false;
    const auto place = known.find(name);
    if (place != known.end()) return place->second;
    const bool is_of_program = has_file_of_program(module);
    if (PyUnicode_CHECK_INTERNED(name)) known.emplace(Py_NewRef(name), is_of_program);
    return is_of_program;
}

bool is_class_of_program(PyObject* object) {
    if (!PyType_HasFeature(reinterpret_cast<PyTypeObject*>(object), Py_TPFLAGS_HEAPTYPE))
        return false;
    PyObject* attributes = reinterpret_cast<PyTypeObject*>(object)->tp_dict;
    PyObject* name = attributes ? variable_in(attributes, "__module__") : nullptr;
    if (!name || !PyUnicode_Check(name)) return false;
    return PyUnicode_CompareWithASCIIString(name, "__main__") == 0 ||
           is_module_of_program(name, PyDict_GetItemWithError(PyImport_GetModuleDict(), name));
}

// Objects that hold nothing, and what every program shares from its begin: to follow it would lead
// through the whole interpreter.
bool is_of_no_interest(PyObject* object) {
    if (!PyObject_IS_GC(object)) return !tw_has_state(Py_TYPE(object));
    if (PyType_Check(object)) return !is_class_of_program(object);
    return PyModule_Check(object) || PyCode_Check(object) || PyFrame_Check(object);
}

bool has_finalizer(PyTypeObject* type) {
    return type->tp_finalize || type->tp_del;
}

// Objects whose parts can change.
bool has_cells(PyObject* object) {
    return !PyTuple_CheckExact(object) && !PyMethod_Check(object) && !PyCFunction_Check(object) &&
           !PyType_Check(object) && !primitive_in(object);
}

}  // namespace

SharedObjects::~SharedObjects() {
    if (s_current == this) s_current = nullptr;
}

void SharedObjects::begin(SearchNumbers& numbers, Contention& contention) {
    m_numbers = &numbers;
    m_contention = &contention;
    m_threads.assign(1, {});
    s_current = this;
}

void SharedObjects::end() {
    for (const std::uint32_t place : m_order) {
        const Entry entry = std::exchange(m_table[place], {});
        if (entry.is_held) Py_DECREF(entry.object);
    }
    m_order.clear();
    m_main_variables = {};
    m_attributes.clear();
    s_current = nullptr;
}

void SharedObjects::add_attributes(PyObject* dict, Object owner) {
    if (owner_of_attributes(dict) == explore::no_object)
        m_attributes.push_back({Ref::retain(dict), owner});
}

Object SharedObjects::owner_of_attributes(PyObject* dict) const {
    for (const Attributes& attributes : m_attributes)
        if (attributes.dict.get() == dict) return attributes.owner;
    return explore::no_object;
}

std::size_t SharedObjects::place_of(PyObject* object) const {
    const std::size_t mask = m_table.size() - 1;
    std::size_t place =
        (reinterpret_cast<std::uintptr_t>(object) >> 4) * 0x9e3779b97f4a7c15ULL >> 20 & mask;
    while (m_table[place].object && m_table[place].object != object)
        place = (place + 1) & mask;
    return place;
}

Object SharedObjects::find(PyObject* object) const {
    return m_table[place_of(object)].number;
}

// False if it was there.
bool SharedObjects::add(PyObject* object) {
    if (m_order.size() >= most_objects) {
        m_contention->see_unseen("objects beyond the first 100,000");
        return false;
    }
    std::size_t place = place_of(object);
    if (m_table[place].object) return false;
    if (2 * m_order.size() >= m_table.size()) {
        grow();
        place = place_of(object);
    }
    Entry& entry = m_table[place];
    entry.object = object;
    m_order.push_back(static_cast<std::uint32_t>(place));
    entry.is_held = !has_finalizer(Py_TYPE(object));
    if (entry.is_held) Py_INCREF(object);
    if (!has_cells(object)) return true;
    Thread& thread = m_threads[sched::Scheduler::current().running().id];
    entry.number = m_numbers->shared(thread.number, thread.published++);
    return true;
}

void SharedObjects::grow() {
    std::vector<Entry> old(2 * m_table.size());
    old.swap(m_table);
    for (std::uint32_t& place : m_order) {
        const Entry& entry = old[place];
        place = static_cast<std::uint32_t>(place_of(entry.object));
        m_table[place] = entry;
    }
}

int SharedObjects::visit(PyObject* object, void* self) {
    if (object && !is_of_no_interest(object))
        static_cast<SharedObjects*>(self)->m_to_visit.push_back(object);
    return 0;
}

// What the class itself keeps in a Thread leads to streams and hooks.
void SharedObjects::visit_thread(PyObject* thread) {
    PyObject* attributes = instance_dict(thread);
    if (is_as_made(thread)) {
        for (const char* given : {"_target", "_args", "_kwargs"})
            visit(variable_in(attributes, given), this);
        return;
    }
    PyObject *name, *value;
    Py_ssize_t position = 0;
    while (attributes && PyDict_Next(attributes, &position, &name, &value)) {
        if (is_of_no_interest(value)) continue;
        const char* text = PyUnicode_Check(name) ? PyUnicode_AsUTF8(name) : nullptr;
        const std::string_view word = text ? text : "";
        if (!word.starts_with('_') || word == "_target" || word == "_args" || word == "_kwargs")
            visit(value, this);
    }
}

void SharedObjects::visit_class(PyTypeObject* type) {
    PyObject *name, *value;
    Py_ssize_t position = 0;
    while (PyDict_Next(type->tp_dict, &position, &name, &value))
        visit(value, this);
    visit(type->tp_bases, this);
}

// The objects are numbered in the order in which the first one found leads to them. What is visited
// later is pushed first.
void SharedObjects::publish(PyObject* object) {
    if (!object || is_of_no_interest(object)) return;
    m_to_visit.push_back(object);
    while (!m_to_visit.empty()) {
        PyObject* next = m_to_visit.back();
        m_to_visit.pop_back();
        if (!add(next)) continue;
        const std::size_t begin = m_to_visit.size();
        // A function leads to the globals of its module, which are shared in any case and have
        // numbers of their own.
        if (is_thread_object(next)) {
            visit_thread(next);
        } else if (PyType_Check(next)) {
            visit_class(reinterpret_cast<PyTypeObject*>(next));
        } else if (PyFunction_Check(next)) {
            auto* function = reinterpret_cast<PyFunctionObject*>(next);
            for (PyObject* part : {function->func_closure, function->func_defaults,
                                   function->func_kwdefaults, function->func_dict})
                visit(part, this);
        } else if (Py_TYPE(next)->tp_traverse) {
            Py_TYPE(next)->tp_traverse(next, visit, this);
        }
        std::reverse(m_to_visit.begin() + static_cast<std::ptrdiff_t>(begin), m_to_visit.end());
    }
}

void SharedObjects::thread_created(ThreadId creator, ThreadId id) {
    if (m_threads.size() <= id) m_threads.resize(id + 1);
    Thread& parent = m_threads[creator];
    const ThreadId number = m_numbers->thread(parent.number, parent.children++);
    m_threads[id] = {number, 0, 0, 0};
}

Object SharedObjects::new_primitive(ThreadId creator) {
    Thread& thread = m_threads[creator];
    return m_numbers->primitive(thread.number, thread.primitives++);
}

namespace {

// With names for people: what a variable of the program holds is called as the variable.
void publish_variable(SharedObjects& shared, PyObject* name, PyObject* value) {
    if (!value) return;
    shared.publish(value);
    const char* text = PyUnicode_Check(name) ? PyUnicode_AsUTF8(name) : nullptr;
    if (!text || text[0] == '_') return;
    name_primitives(value, text);
    if (const Object number = shared.find(value)) shared.numbers().set_name(number, text);
}

// What the interpreter keeps in containers that programs change.
void publish_of_library(SharedObjects& shared, PyObject* module) {
    if (!PyModule_Check(module)) return;
    PyObject* variables = PyModule_GetDict(module);
    const char* name = PyModule_GetName(module);
    if (!name) return PyErr_Clear();
    const std::string_view text = name;
    if (text == "os")
        publish_variable(shared, interned("environ"), variable_in(variables, "environ"));
    if (text != "sys") return;
    for (const char* variable : {"path", "modules", "argv"})
        publish_variable(shared, interned(variable), variable_in(variables, variable));
}

// Of a module, and what it reaches through modules that it has imported.
void publish_variables(SharedObjects& shared, PyObject* variables) {
    PyObject *name, *value;
    Py_ssize_t position = 0;
    while (PyDict_Next(variables, &position, &name, &value)) {
        publish_variable(shared, name, value);
        publish_of_library(shared, value);
    }
}

}  // namespace

void SharedObjects::publish_roots() {
    PyObject* main = variable_in(PyImport_GetModuleDict(), "__main__");
    if (main && PyModule_Check(main)) m_main_variables = Ref::retain(PyModule_GetDict(main));
    m_main_module = m_numbers->named("__main__");
    if (m_main_variables) add_attributes(m_main_variables.get(), m_main_module);
    if (m_main_variables) publish_variables(*this, m_main_variables.get());
    publish_modules();
    Ref frame = Ref::retain(reinterpret_cast<PyObject*>(PyEval_GetFrame()));
    while (frame) {
        auto* its_frame = reinterpret_cast<PyFrameObject*>(frame.get());
        if (CodeInfos::of(tw_frame_code(its_frame)).is_user)
            tw_visit_locals(
                its_frame,
                [](void* self, PyObject* local, PyObject* held) {
                    publish_variable(*static_cast<SharedObjects*>(self), local, held);
                },
                this);
        frame = Ref::take(reinterpret_cast<PyObject*>(PyFrame_GetBack(its_frame)));
    }
}

// Of those that the program is made of, beside the main one.
void SharedObjects::publish_modules() {
    // Nearly all are of others, and the same in each execution, in the same order.
    static std::vector<PyObject*> of_others;  // names that live for ever
    PyObject *name, *module;
    std::size_t number = 0;
    for (Py_ssize_t place = 0; PyDict_Next(PyImport_GetModuleDict(), &place, &name, &module);
         ++number) {
        if (number >= of_others.size()) of_others.resize(number + 1);
        if (of_others[number] == name) continue;
        if (!is_module_of_program(name, module)) {
            of_others[number] = PyUnicode_CheckExact(name) && PyUnicode_CHECK_INTERNED(name) &&
                                        module && PyModule_Check(module)
                                    ? name
                                    : nullptr;
        } else if (PyModule_GetDict(module) != m_main_variables.get()) {
            publish_variables(*this, PyModule_GetDict(module));
        }
    }
}

void publish_thread(PyObject* started) {
    SharedObjects* shared = SharedObjects::current();
    if (!shared) return;
    if (shared->is_empty()) {
        shared->publish_roots();
        begin_search_tracing();
    }
    shared->publish(started);
}

}  // namespace turnwise::python
