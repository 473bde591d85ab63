#define Py_BUILD_CORE 1
/* The table that maps a specialised instruction to the one that it stands for is not exported: here is a copy. */
#define NEED_OPCODE_TABLES 1
#define _PyOpcode_Deopt tw_deopt
#define _PyOpcode_Caches tw_caches
#define _PyOpcode_OpName tw_opname

#include "core/python/bytecode_3_11.h"

#include <internal/pycore_frame.h>
#include <internal/pycore_opcode.h>
#include <opcode.h>
#include <string.h>

#if PY_VERSION_HEX < 0x030b0000 || PY_VERSION_HEX >= 0x030c0000
#error "Turnwise embeds CPython 3.11; for another version this file has to be written for it."
#endif

static int opcode_at(_PyInterpreterFrame* frame, int offset) {
    return _Py_OPCODE(_PyCode_CODE(frame->f_code)[offset]);
}

/* With the prefixes of EXTENDED_ARG that stand before it. */
static int argument_at(_PyInterpreterFrame* frame, int offset) {
    const _Py_CODEUNIT* code = _PyCode_CODE(frame->f_code);
    int argument = _Py_OPARG(code[offset]);
    for (int shift = 8; --offset >= 0 && shift < 32; shift += 8) {
        const int opcode = _Py_OPCODE(code[offset]);
        if (opcode != EXTENDED_ARG && opcode != EXTENDED_ARG_QUICK) break;
        argument |= _Py_OPARG(code[offset]) << shift;
    }
    return argument;
}

int tw_instruction_offset(PyFrameObject* frame) {
    return _PyInterpreterFrame_LASTI(frame->f_frame);
}

/* The n-th value from the top of the stack, from 1; NULL if there is none. */
static PyObject* peek(_PyInterpreterFrame* frame, int n) {
    const int position = frame->stacktop - n;
    return position >= frame->f_code->co_nlocalsplus ? frame->localsplus[position] : NULL;
}

PyObject* tw_stack_top(PyFrameObject* frame) {
    return peek(frame->f_frame, 1);
}

Py_ssize_t tw_references_from(PyFrameObject* frame_object, PyObject* object) {
    _PyInterpreterFrame* frame = frame_object->f_frame;
    Py_ssize_t count = 0;
    for (int i = 0; i < frame->stacktop; ++i)
        if (frame->localsplus[i] == object) ++count;
    return count;
}

static const char* symbol_of(int operator_number) {
    static const char* const symbols[] = {"+", "&", "//", "<<", "@", "*", "%", "|", "**", ">>", "-", "/", "^"};
    const int count = (int)(sizeof symbols / sizeof *symbols);
    return symbols[operator_number % count]; /* those in place follow in the same order */
}

/* The built-in containers: their methods, by whether they change the container. */
static tw_effect effect_of_method(PyTypeObject* type, const char* name) {
    static const char* const changing[] = {"append", "extend", "insert", "pop", "remove", "clear", "sort", "reverse",
                                           "update", "setdefault", "popitem", "add", "discard", "appendleft",
                                           "popleft", "extendleft", "rotate", "difference_update",
                                           "intersection_update", "symmetric_difference_update"};
    static const char* const reading[] = {"copy", "count", "index", "get", "items", "keys", "values", "issubset",
                                          "issuperset", "isdisjoint", "union", "intersection", "difference",
                                          "symmetric_difference"};
    if (type != &PyList_Type && type != &PyDict_Type && type != &PySet_Type && type != &PyByteArray_Type &&
        strcmp(type->tp_name, "collections.deque") != 0)
        return TW_NOTHING;
    for (size_t i = 0; i < sizeof changing / sizeof *changing; ++i)
        if (strcmp(name, changing[i]) == 0) return TW_WRITE;
    for (size_t i = 0; i < sizeof reading / sizeof *reading; ++i)
        if (strcmp(name, reading[i]) == 0) return TW_READ;
    return TW_NOTHING;
}

/* method(self, arguments) as PRECALL finds it, or a call that has the container as its argument, as len(). */
static void look_at_call(_PyInterpreterFrame* frame, int arguments, tw_instruction* instruction) {
    PyObject* method = peek(frame, arguments + 2);
    PyObject* self = peek(frame, arguments + 1);
    if (!self) return;
    tw_effect effect = TW_NOTHING;
    PyObject* container = NULL;
    if (method && Py_IS_TYPE(method, &PyMethodDescr_Type)) {
        container = self;
        effect = effect_of_method(Py_TYPE(self), ((PyMethodDescrObject*)method)->d_method->ml_name);
    } else if (!method && PyCFunction_Check(self)) {
        PyObject* bound = PyCFunction_GET_SELF(self);
        const char* name = ((PyCFunctionObject*)self)->m_ml->ml_name;
        if (bound && !PyModule_Check(bound)) {
            container = bound;
            effect = effect_of_method(Py_TYPE(bound), name);
        } else if (arguments == 1 && (strcmp(name, "len") == 0 || strcmp(name, "sum") == 0 || strcmp(name, "sorted") == 0 ||
                                      strcmp(name, "min") == 0 || strcmp(name, "max") == 0)) {
            container = peek(frame, 1);
            effect = container ? effect_of_method(Py_TYPE(container), "copy") : TW_NOTHING;
        }
    }
    if (effect == TW_NOTHING) return;
    instruction->effect = effect;
    instruction->place = TW_CONTENT;
    instruction->owner = container;
}

static void look_at_item(PyObject* container, PyObject* key, tw_effect effect, PyObject* value,
                         tw_instruction* instruction) {
    if (!container || !key || effect_of_method(Py_TYPE(container), "copy") == TW_NOTHING) return;
    instruction->effect = effect;
    instruction->place = TW_ITEM;
    instruction->owner = container;
    instruction->key = key;
    instruction->value = value;
}

static void look_at_variable(PyObject* dict, PyObject* name, tw_effect effect, PyObject* value,
                             tw_instruction* instruction) {
    if (effect == TW_READ && (!PyDict_CheckExact(dict) || !PyDict_GetItemWithError(dict, name))) return;
    instruction->effect = effect;
    instruction->place = TW_VARIABLE;
    instruction->owner = dict;
    instruction->key = name;
    instruction->value = value;
}

static void look_at_cell(_PyInterpreterFrame* frame, int slot, tw_effect effect, PyObject* value,
                         tw_instruction* instruction) {
    PyObject* cell = frame->localsplus[slot];
    if (!cell || !PyCell_Check(cell)) return;
    instruction->effect = effect;
    instruction->place = TW_CELL;
    instruction->owner = cell;
    instruction->key = PyTuple_GET_ITEM(frame->f_code->co_localsplusnames, slot);
    instruction->value = value;
}

static void look_at_attribute(PyObject* owner, PyObject* name, tw_effect effect, PyObject* value,
                              tw_instruction* instruction) {
    if (!owner) return;
    instruction->effect = effect;
    instruction->place = TW_ATTRIBUTE;
    instruction->owner = owner;
    instruction->key = name;
    instruction->value = value;
}

void tw_next_instruction(PyFrameObject* frame_object, tw_instruction* instruction) {
    _PyInterpreterFrame* frame = frame_object->f_frame;
    const int offset = _PyInterpreterFrame_LASTI(frame);
    const int opcode = tw_deopt[opcode_at(frame, offset)];
    const int argument = argument_at(frame, offset);
    PyObject* names = frame->f_code->co_names;
    memset(instruction, 0, sizeof *instruction);
    switch (opcode) {
        case LOAD_NAME:
        case STORE_NAME:
        case DELETE_NAME: /* the body of a module; that of a class has names of its own */
            if (frame->f_locals && frame->f_locals == frame->f_globals)
                look_at_variable(frame->f_globals, PyTuple_GET_ITEM(names, argument),
                                 opcode == LOAD_NAME ? TW_READ : TW_WRITE,
                                 opcode == STORE_NAME ? peek(frame, 1) : NULL, instruction);
            return;
        case LOAD_GLOBAL:
            look_at_variable(frame->f_globals, PyTuple_GET_ITEM(names, argument >> 1), TW_READ, NULL, instruction);
            return;
        case STORE_GLOBAL:
        case DELETE_GLOBAL:
            look_at_variable(frame->f_globals, PyTuple_GET_ITEM(names, argument), TW_WRITE,
                             opcode == STORE_GLOBAL ? peek(frame, 1) : NULL, instruction);
            return;
        case LOAD_DEREF: look_at_cell(frame, argument, TW_READ, NULL, instruction); return;
        case STORE_DEREF: look_at_cell(frame, argument, TW_WRITE, peek(frame, 1), instruction); return;
        case DELETE_DEREF: look_at_cell(frame, argument, TW_WRITE, NULL, instruction); return;
        case LOAD_ATTR:
        case LOAD_METHOD:
            look_at_attribute(peek(frame, 1), PyTuple_GET_ITEM(names, argument), TW_READ, NULL, instruction);
            return;
        case STORE_ATTR:
        case DELETE_ATTR:
            look_at_attribute(peek(frame, 1), PyTuple_GET_ITEM(names, argument), TW_WRITE,
                              opcode == STORE_ATTR ? peek(frame, 2) : NULL, instruction);
            return;
        case BINARY_SUBSCR: look_at_item(peek(frame, 2), peek(frame, 1), TW_READ, NULL, instruction); return;
        case STORE_SUBSCR:
            look_at_item(peek(frame, 2), peek(frame, 1), TW_WRITE, peek(frame, 3), instruction);
            return;
        case DELETE_SUBSCR: look_at_item(peek(frame, 2), peek(frame, 1), TW_WRITE, NULL, instruction); return;
        case CONTAINS_OP: look_at_item(peek(frame, 1), peek(frame, 2), TW_READ, NULL, instruction); return;
        case GET_ITER:
            if (peek(frame, 1) && effect_of_method(Py_TYPE(peek(frame, 1)), "copy") != TW_NOTHING) {
                instruction->effect = TW_READ;
                instruction->place = TW_CONTENT;
                instruction->owner = peek(frame, 1);
            }
            return;
        case PRECALL: look_at_call(frame, argument, instruction); return;
        case BINARY_OP:
            instruction->effect = TW_COMPUTE;
            instruction->symbol = symbol_of(argument);
            return;
        default: return;
    }
}

/* The forms of PRECALL that make the call and skip CALL, without a look at the eval breaker. */
static int is_call_without_check(int opcode) {
    return opcode == PRECALL_NO_KW_TYPE_1 || opcode == PRECALL_NO_KW_LEN || opcode == PRECALL_NO_KW_ISINSTANCE ||
           opcode == PRECALL_NO_KW_LIST_APPEND;
}

int tw_checks_eval_breaker_after(PyFrameObject* frame_object, int previous) {
    _PyInterpreterFrame* frame = frame_object->f_frame;
    const int now = _PyInterpreterFrame_LASTI(frame);
    const int executed = opcode_at(frame, previous);
    switch (tw_deopt[executed]) {
        case JUMP_BACKWARD: return 1;
        case POP_JUMP_BACKWARD_IF_TRUE:
        case POP_JUMP_BACKWARD_IF_FALSE:
        case POP_JUMP_BACKWARD_IF_NONE:
        case POP_JUMP_BACKWARD_IF_NOT_NONE:
        case COMPARE_OP: /* one of its forms is fused with the jump that follows */
            return now <= previous;
        case CALL:
        case CALL_FUNCTION_EX: return 1;
        case PRECALL: /* CALL is still to come, unless this form has done its work */
            return tw_deopt[opcode_at(frame, now)] != CALL && !is_call_without_check(executed);
        default: return 0;
    }
}

int tw_checks_eval_breaker_on_entry(PyFrameObject* frame_object) {
    _PyInterpreterFrame* frame = frame_object->f_frame;
    const int offset = _PyInterpreterFrame_LASTI(frame);
    if (offset < 0 || tw_deopt[opcode_at(frame, offset)] != RESUME) return 0;
    return argument_at(frame, offset) < 2; /* 2 and 3: after `yield from` and `await` */
}
