#include "core/python/search_attributes.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <unordered_set>

#include "core/python/access_names.h"
#include "core/python/attributes.h"
#include "core/python/primitive_object.h"
#include "core/python/ref.h"

namespace turnwise::python {

using explore::Kind;
using explore::Object;

namespace {

// A name that the program has made, as the interned one that lives for ever: it is known by its
// address.
PyObject* kept(PyObject* name) {
    static std::unordered_set<PyObject*> names;
    if (!PyUnicode_CheckExact(name)) return nullptr;
    Py_INCREF(name);
    PyUnicode_InternInPlace(&name);
    if (!names.insert(name).second) Py_DECREF(name);
    return name;
}

struct Access {
    SharedObjects& shared;
    PyFrameObject* frame;
    const tw_instruction& instruction;
    FoundCell found;

    bool is_read() const { return instruction.effect == TW_READ; }
    Kind kind() const { return is_read() ? Kind::read : Kind::write; }
    Contention& contention() const { return shared.contention(); }
};

std::string text_of(PyObject* name) {
    const char* text = PyUnicode_AsUTF8(name);
    if (!text) PyErr_Clear();
    return text ? text : "?";
}

// __name__, __file__ and the like.
bool is_left_out(PyObject* variable) {
    const char* text = PyUnicode_AsUTF8(variable);
    return !text || (text[0] == '_' && text[1] == '_');
}

// Nobody else has a module as long as its own code goes on: whoever imports it waits for that.
bool is_of_module_in_the_making(const Access& access) {
    return access.instruction.owner != access.shared.main_variables() &&
           (tw_frame_code(access.frame)->co_flags & CO_OPTIMIZED) == 0;
}

Object module_named(SharedObjects& shared, PyObject* variables) {
    if (variables == shared.main_variables()) return shared.main_module();
    PyObject* name = variable_in(variables, "__name__");
    return shared.numbers().named(name && PyUnicode_Check(name) ? text_of(name) : "?");
}

// A class or a module by its full name, an object of another kind by its number.
Object owner_of(SharedObjects& shared, PyObject* owner) {
    if (PyType_Check(owner)) {
        auto* type = reinterpret_cast<PyTypeObject*>(owner);
        PyObject* module = variable_in(type->tp_dict, "__module__");
        return shared.numbers().named(fmt::format(
            "{}.{}", module && PyUnicode_Check(module) ? text_of(module) : "?", type->tp_name));
    }
    if (PyModule_Check(owner)) return module_named(shared, PyModule_GetDict(owner));
    return shared.find(owner);
}

Object whole_of(SharedObjects& shared, Object owner) {
    return shared.numbers().part(owner, interned("__dict__"));
}

void find_part(const Access& access, Object owner, PyObject* key, Kind kind) {
    if (owner == explore::no_object) return;
    SearchNumbers& numbers = access.shared.numbers();
    const Object cell = numbers.part(owner, key);
    if (!numbers.has_name(cell)) {
        const bool has_words =
            access.instruction.place != TW_ITEM && !access.instruction.is_by_call;
        const std::string& known = numbers.name(owner);
        if (has_words)
            numbers.set_name(cell, access_name(access.frame, access.instruction));
        else
            numbers.set_name(cell, owner == access.shared.main_module()
                                       ? text_of(key)
                                       : known + "." + text_of(key));
    }
    access.found(cell, kind);
    if (!access.contention().any_whole()) return;
    const Object whole = whole_of(access.shared, owner);
    if (access.contention().is_whole(whole)) access.found(whole, kind);
}

void find_whole(const Access& access, Object owner, Kind kind) {
    access.found(find_all_attributes(access.shared, owner), kind);
}

// The attributes of an object get to where they are accessed as items.
void take_attributes(const Access& access) {
    PyObject* owner = access.instruction.owner;
    if (access.instruction.place == TW_VARIABLE) {
        access.shared.add_attributes(owner, module_named(access.shared, owner));
        return;
    }
    const Object number = owner_of(access.shared, owner);
    if (number == explore::no_object) return;
    if (PyModule_Check(owner)) {
        access.shared.add_attributes(PyModule_GetDict(owner), number);
    } else if (PyType_Check(owner)) {
        access.shared.add_attributes(reinterpret_cast<PyTypeObject*>(owner)->tp_dict, number);
    } else if (Py_TYPE(owner)->tp_dictoffset != 0) {
        const Ref dict = Ref::take(PyObject_GenericGetDict(owner, nullptr));
        if (dict)
            access.shared.add_attributes(dict.get(), number);
        else
            PyErr_Clear();
    }
}

// Into the classes from `type` on, until one has it.
void find_in_classes(const Access& access, PyTypeObject* type, PyObject* key) {
    for (Py_ssize_t i = 0; type->tp_mro && i < PyTuple_GET_SIZE(type->tp_mro); ++i) {
        PyObject* base = PyTuple_GET_ITEM(type->tp_mro, i);
        find_part(access, owner_of(access.shared, base), key, Kind::read);
        PyObject* attributes = reinterpret_cast<PyTypeObject*>(base)->tp_dict;
        if (attributes && PyDict_GetItemWithError(attributes, key)) return;
    }
}

bool is_built_in(PyObject* name) {
    PyObject* builtins = PyEval_GetBuiltins();
    return builtins && PyDict_Check(builtins) && PyDict_GetItemWithError(builtins, name);
}

// Of an operator or a call that looks into the class, or of a call into the function, it is not
// seen that it does.
void note_unseen(const Access& access, PyObject* key) {
    static constexpr std::string_view harmless[] = {
        "__doc__",     "__name__", "__qualname__",    "__module__",
        "__wrapped__", "__dict__", "__annotations__", "__isabstractmethod__"};
    const std::string name = text_of(key);
    if (access.is_read() || !name.starts_with("__") || !name.ends_with("__") || !access.frame ||
        std::ranges::find(harmless, name) != std::end(harmless))
        return;
    access.contention().see_unseen(
        fmt::format("{} (line {})", name, PyFrame_GetLineNumber(access.frame)));
}

void find_in_class(const Access& access, PyObject* key) {
    note_unseen(access, key);
    auto* type = reinterpret_cast<PyTypeObject*>(access.instruction.owner);
    find_part(access, owner_of(access.shared, access.instruction.owner), key, access.kind());
    if (!access.is_read())
        access.contention().see_redefined(key);
    else if (access.contention().is_redefined(key))
        find_in_classes(access, type, key);
}

void find_in_instance(const Access& access, PyObject* key) {
    PyObject* owner = access.instruction.owner;
    PyObject* described = _PyType_Lookup(Py_TYPE(owner), key);
    const bool decides = described && Py_TYPE(described)->tp_descr_set &&
                         !Py_IS_TYPE(described, &PyMemberDescr_Type) &&
                         !Py_IS_TYPE(described, &PyGetSetDescr_Type);
    PyObject* const its_class = interned("__class__");
    if (!decides || (key == its_class && !access.is_read()))
        find_part(access, access.shared.find(owner), key, access.kind());
    if (key == its_class && !access.is_read()) access.contention().see_redefined(key);
    if (access.contention().is_redefined(key)) find_in_classes(access, Py_TYPE(owner), key);
    if (key != its_class && access.contention().is_redefined(its_class))
        find_part(access, access.shared.find(owner), its_class, Kind::read);
}

// super() looks into the classes of an object behind one of them.
void find_in_super(const Access& access, PyObject* key) {
    if (!access.contention().is_redefined(key)) return;
    const Ref type = Ref::take(PyObject_GetAttrString(access.instruction.owner, "__self_class__"));
    if (!type) PyErr_Clear();
    if (type && PyType_Check(type.get()))
        find_in_classes(access, reinterpret_cast<PyTypeObject*>(type.get()), key);
}

// What a property or __getattr__ does is code, which is looked at itself. An attribute need not be
// there: to find nothing is an access, too.
void find_attribute(const Access& access, PyObject* key) {
    PyObject* owner = access.instruction.owner;
    if (primitive_in(owner)) return;
    if (key == interned("__dict__") && access.is_read()) {
        take_attributes(access);
    } else if (PyCell_Check(owner)) {
        if (const Object cell = access.shared.find(owner)) access.found(cell, access.kind());
    } else if (key == interned("__globals__") && PyFunction_Check(owner)) {
        PyObject* globals = PyFunction_GET_GLOBALS(owner);
        access.shared.add_attributes(globals, module_named(access.shared, globals));
    } else if (PyFunction_Check(owner)) {
        note_unseen(access, key);
        find_in_instance(access, key);
    } else if (PyType_Check(owner)) {
        find_in_class(access, key);
    } else if (PyModule_Check(owner)) {
        if (!access.is_read() && is_built_in(key)) access.contention().see_redefined(key);
        find_part(access, owner_of(access.shared, owner), key, access.kind());
    } else if (Py_IS_TYPE(owner, &PySuper_Type)) {
        find_in_super(access, key);
    } else {
        find_in_instance(access, key);
    }
}

// What lies in a variable does not matter: in another execution it may be something else.
void find_variable(const Access& access, PyObject* key) {
    if (is_left_out(key)) return;
    if (access.instruction.is_built_in && !access.contention().is_redefined(key)) return;
    if (!access.is_read() && is_built_in(key)) access.contention().see_redefined(key);
    find_part(access, module_named(access.shared, access.instruction.owner), key, access.kind());
    if (access.instruction.is_built_in)
        find_part(access, access.shared.numbers().named("builtins"), key, Kind::read);
}

}  // namespace

Object find_all_attributes(SharedObjects& shared, Object owner) {
    const Object whole = whole_of(shared, owner);
    SearchNumbers& numbers = shared.numbers();
    if (!numbers.has_name(whole)) numbers.set_name(whole, "vars(" + numbers.name(owner) + ")");
    shared.contention().see_whole(whole);
    return whole;
}

void find_named_cells(SharedObjects& shared, PyFrameObject* frame,
                      const tw_instruction& instruction, FoundCell found) {
    if (instruction.effect != TW_READ && instruction.effect != TW_WRITE) return;
    const Access access{shared, frame, instruction, found};
    if (instruction.place == TW_CELL) {
        const Object cell = shared.find(instruction.owner);
        if (cell == explore::no_object || is_left_out(instruction.key)) return;
        if (!shared.numbers().has_name(cell))
            shared.numbers().set_name(cell, access_name(frame, instruction));
        found(cell, access.kind());
    } else if (instruction.place == TW_VARIABLE || instruction.place == TW_ATTRIBUTE) {
        if (!instruction.key) return take_attributes(access);
        PyObject* const key = instruction.is_by_call ? kept(instruction.key) : instruction.key;
        if (!key) return;
        if (instruction.place == TW_ATTRIBUTE)
            find_attribute(access, key);
        else if (!is_of_module_in_the_making(access))
            find_variable(access, key);
    }
}

bool find_attributes(SharedObjects& shared, PyObject* dict, bool changes,
                     const tw_instruction& instruction, FoundCell found) {
    const Object owner = shared.owner_of_attributes(dict);
    if (owner == explore::no_object) return false;
    const Access access{shared, nullptr, instruction, found};
    PyObject* key = instruction.place == TW_ITEM && instruction.owner == dict && instruction.key
                        ? kept(instruction.key)
                        : nullptr;
    if (key)
        find_part(access, owner, key, changes ? Kind::write : Kind::read);
    else
        find_whole(access, owner, changes ? Kind::update : Kind::read);
    return true;
}

}  // namespace turnwise::python
