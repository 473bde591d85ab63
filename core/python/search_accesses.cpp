#include "core/python/search_accesses.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "core/python/access_names.h"
#include "core/python/accesses.h"
#include "core/python/attributes.h"
#include "core/python/bytecode_3_11.h"
#include "core/python/primitive_object.h"
#include "core/python/shared_objects.h"
#include "core/sched/scheduler.h"

namespace turnwise::python {

using explore::Access;
using explore::Kind;
using explore::Object;

namespace {

std::vector<Access>& found() {
    static std::vector<Access> accesses;
    return accesses;
}

void add(Object cell, Kind kind, bool is_atomic = false) {
    for (Access& access : found()) {
        if (access.cell != cell) continue;
        if (access.kind != kind) access.kind = Kind::update;
        return;
    }
    found().push_back({cell, kind, is_atomic});
}

void name(SearchNumbers& numbers, Object cell, PyFrameObject* frame,
          const tw_instruction& instruction) {
    if (!numbers.has_name(cell)) numbers.set_name(cell, access_name(frame, instruction));
}

// The module whose variables these are, or the class, by its full name. An object of another kind:
// its number.
Object owner_of(SharedObjects& shared, const tw_instruction& instruction) {
    SearchNumbers& numbers = shared.numbers();
    PyObject* owner = instruction.owner;
    if (instruction.place == TW_VARIABLE) {
        if (owner == shared.main_variables()) return shared.main_module();
        PyObject* module = variable_in(owner, "__name__");
        const char* text = module && PyUnicode_Check(module) ? PyUnicode_AsUTF8(module) : nullptr;
        return numbers.named(text ? text : "?");
    }
    if (PyType_Check(owner)) {
        PyObject* module =
            variable_in(reinterpret_cast<PyTypeObject*>(owner)->tp_dict, "__module__");
        const char* text = module && PyUnicode_Check(module) ? PyUnicode_AsUTF8(module) : nullptr;
        return numbers.named(fmt::format("{}.{}", text ? text : "?",
                                         reinterpret_cast<PyTypeObject*>(owner)->tp_name));
    }
    if (PyModule_Check(owner)) {
        const char* text = PyModule_GetName(owner);
        if (!text) PyErr_Clear();
        return numbers.named(text ? text : "?");
    }
    return shared.find(owner);
}

// An attribute that lies in an object or class: what a property or __getattr__ does is code, which
// is looked at itself. It need not be there: to find nothing is an access, too.
bool is_stored_attribute(const tw_instruction& instruction) {
    PyObject* owner = instruction.owner;
    if (primitive_in(owner)) return false;
    if (PyType_Check(owner) || PyModule_Check(owner)) return true;
    PyTypeObject* type = Py_TYPE(owner);
    if (type->tp_getattro != PyObject_GenericGetAttr) return false;
    PyObject* described = _PyType_Lookup(type, instruction.key);
    return !described || !Py_TYPE(described)->tp_descr_set ||
           Py_IS_TYPE(described, &PyMemberDescr_Type);
}

// What lies in a variable does not matter: in another execution it may be something else.
bool is_cell(const tw_instruction& instruction) {
    if (instruction.place == TW_ATTRIBUTE) return is_stored_attribute(instruction);
    const char* name = PyUnicode_AsUTF8(instruction.key);
    return name && !(name[0] == '_' && name[1] == '_');
}

// A variable, an attribute or the variable of a closure.
void add_named_cell(SharedObjects& shared, PyFrameObject* frame,
                    const tw_instruction& instruction) {
    const bool is_place = instruction.place == TW_VARIABLE || instruction.place == TW_ATTRIBUTE ||
                          instruction.place == TW_CELL;
    if (!is_place || (instruction.effect != TW_READ && instruction.effect != TW_WRITE)) return;
    if (!is_cell(instruction)) return;
    const Object owner = owner_of(shared, instruction);
    if (owner == explore::no_object) return;
    const Object cell =
        instruction.place == TW_CELL ? owner : shared.numbers().part(owner, instruction.key);
    name(shared.numbers(), cell, frame, instruction);
    add(cell, instruction.effect == TW_READ ? Kind::read : Kind::write);
}

// What lies in an object that only this thread has is as private as that.
bool is_seen_by_others(SharedObjects& shared, const tw_touched& touched) {
    return !touched.into || PyType_Check(touched.into) || PyModule_Check(touched.into) ||
           shared.find(touched.into) != explore::no_object;
}

}  // namespace

std::span<const Access> shared_accesses(PyFrameObject* frame) {
    found().clear();
    SharedObjects* shared = SharedObjects::current();
    if (!shared || shared->is_empty()) return found();
    tw_instruction instruction;
    tw_touched touched;
    tw_next_accesses(frame, &instruction, &touched);
    add_named_cell(*shared, frame, instruction);
    for (int i = 0; i < touched.count; ++i) {
        const Object cell = shared->find(touched.objects[i]);
        if (cell == explore::no_object) continue;
        if (!shared->numbers().has_name(cell))
            shared->numbers().set_name(
                cell, instruction.owner == touched.objects[i]
                          ? access_name(frame, instruction)
                          : std::string("a ") + Py_TYPE(touched.objects[i])->tp_name);
        add(cell, touched.changes[i] ? Kind::update : Kind::read, true);
    }
    if (touched.published > 0 && is_seen_by_others(*shared, touched))
        for (int i = 0; i < touched.published; ++i)
            shared->publish(touched.given[i]);
    return found();
}

}  // namespace turnwise::python
