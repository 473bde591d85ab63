#define Py_BUILD_CORE 1
/* The table that maps a specialised instruction to the one that it stands for is not exported: here
 * is a copy. */
#define NEED_OPCODE_TABLES 1
#define _PyOpcode_Deopt tw_deopt
#define _PyOpcode_Caches tw_caches
#define _PyOpcode_OpName tw_opname

#include "core/python/bytecode_3_11.h"

#include <internal/pycore_frame.h>
#include <internal/pycore_opcode.h>
#include <opcode.h>
#include <string.h>

#include "core/python/shapes.h"

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
    static const char* const symbols[] = {"+", "&",  "//", "<<", "@", "*", "%",
                                          "|", "**", ">>", "-",  "/", "^"};
    const int count = (int)(sizeof symbols / sizeof *symbols);
    return symbols[operator_number % count]; /* those in place follow in the same order */
}

/* What descrobject.c keeps in a bound slot, such as `o.__setattr__`. */
typedef struct {
    PyObject_HEAD PyWrapperDescrObject* descr;
    PyObject* self;
} method_wrapper;

static int is_called(PyTypeObject* type, const char* name) {
    return type->tp_name[0] == name[0] && strcmp(type->tp_name, name) == 0;
}

/* The methods of built-in containers, by whether they change the container. */
static tw_effect effect_by_name(const char* name) {
    static const char* const changing[] = {"append",
                                           "extend",
                                           "insert",
                                           "pop",
                                           "remove",
                                           "clear",
                                           "sort",
                                           "reverse",
                                           "update",
                                           "setdefault",
                                           "popitem",
                                           "add",
                                           "discard",
                                           "appendleft",
                                           "popleft",
                                           "extendleft",
                                           "rotate",
                                           "difference_update",
                                           "intersection_update",
                                           "symmetric_difference_update"};
    static const char* const reading[] = {"copy",         "count",
                                          "index",        "get",
                                          "items",        "keys",
                                          "values",       "issubset",
                                          "issuperset",   "isdisjoint",
                                          "union",        "intersection",
                                          "difference",   "symmetric_difference",
                                          "__contains__", "__getitem__",
                                          "__len__"};
    for (size_t i = 0; i < sizeof changing / sizeof *changing; ++i)
        if (strcmp(name, changing[i]) == 0) return TW_WRITE;
    for (size_t i = 0; i < sizeof reading / sizeof *reading; ++i)
        if (strcmp(name, reading[i]) == 0) return TW_READ;
    return TW_NOTHING;
}

static tw_effect effect_of_method(PyTypeObject* type, const char* name) {
    if (type != &PyList_Type && type != &PyDict_Type && type != &PySet_Type &&
        type != &PyByteArray_Type && !is_called(type, "collections.deque"))
        return TW_NOTHING;
    return effect_by_name(name);
}

/* method(self, arguments) as PRECALL finds it, or a call that has the container as its argument, as
 * len(). */
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
        } else if (arguments == 1 && (strcmp(name, "len") == 0 || strcmp(name, "sum") == 0 ||
                                      strcmp(name, "sorted") == 0 || strcmp(name, "min") == 0 ||
                                      strcmp(name, "max") == 0)) {
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
    if (effect == TW_READ && (!PyDict_CheckExact(dict) || !PyDict_GetItemWithError(dict, name)))
        return;
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

/* An instruction that the frame is about to execute. */
typedef struct {
    _PyInterpreterFrame* frame;
    int opcode; /* of which it may be a specialised form */
    int argument;
} decoded;

static decoded next_of(PyFrameObject* frame_object) {
    _PyInterpreterFrame* frame = frame_object->f_frame;
    const int offset = _PyInterpreterFrame_LASTI(frame);
    const decoded next = {frame, tw_deopt[opcode_at(frame, offset)], argument_at(frame, offset)};
    return next;
}

static void describe_effect(decoded next, tw_instruction* instruction) {
    _PyInterpreterFrame* frame = next.frame;
    const int opcode = next.opcode;
    const int argument = next.argument;
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
            look_at_variable(frame->f_globals, PyTuple_GET_ITEM(names, argument >> 1), TW_READ,
                             NULL, instruction);
            return;
        case STORE_GLOBAL:
        case DELETE_GLOBAL:
            look_at_variable(frame->f_globals, PyTuple_GET_ITEM(names, argument), TW_WRITE,
                             opcode == STORE_GLOBAL ? peek(frame, 1) : NULL, instruction);
            return;
        case LOAD_DEREF:
            look_at_cell(frame, argument, TW_READ, NULL, instruction);
            return;
        case STORE_DEREF:
            look_at_cell(frame, argument, TW_WRITE, peek(frame, 1), instruction);
            return;
        case DELETE_DEREF:
            look_at_cell(frame, argument, TW_WRITE, NULL, instruction);
            return;
        case LOAD_ATTR:
        case LOAD_METHOD:
            look_at_attribute(peek(frame, 1), PyTuple_GET_ITEM(names, argument), TW_READ, NULL,
                              instruction);
            return;
        case STORE_ATTR:
        case DELETE_ATTR:
            look_at_attribute(peek(frame, 1), PyTuple_GET_ITEM(names, argument), TW_WRITE,
                              opcode == STORE_ATTR ? peek(frame, 2) : NULL, instruction);
            return;
        case BINARY_SUBSCR:
            look_at_item(peek(frame, 2), peek(frame, 1), TW_READ, NULL, instruction);
            return;
        case STORE_SUBSCR:
            look_at_item(peek(frame, 2), peek(frame, 1), TW_WRITE, peek(frame, 3), instruction);
            return;
        case DELETE_SUBSCR:
            look_at_item(peek(frame, 2), peek(frame, 1), TW_WRITE, NULL, instruction);
            return;
        case CONTAINS_OP:
            look_at_item(peek(frame, 1), peek(frame, 2), TW_READ, NULL, instruction);
            return;
        case GET_ITER:
            if (peek(frame, 1) && effect_of_method(Py_TYPE(peek(frame, 1)), "copy") != TW_NOTHING) {
                instruction->effect = TW_READ;
                instruction->place = TW_CONTENT;
                instruction->owner = peek(frame, 1);
            }
            return;
        case PRECALL:
            look_at_call(frame, argument, instruction);
            return;
        case BINARY_OP:
            instruction->effect = TW_COMPUTE;
            instruction->symbol = symbol_of(argument);
            return;
        default:
            return;
    }
}

void tw_next_instruction(PyFrameObject* frame, tw_instruction* instruction) {
    describe_effect(next_of(frame), instruction);
}

/* The forms of PRECALL that make the call and skip CALL, without a look at the eval breaker. */
static int is_call_without_check(int opcode) {
    return opcode == PRECALL_NO_KW_TYPE_1 || opcode == PRECALL_NO_KW_LEN ||
           opcode == PRECALL_NO_KW_ISINSTANCE || opcode == PRECALL_NO_KW_LIST_APPEND;
}

int tw_is_in_call(PyFrameObject* frame) {
    return next_of(frame).opcode == CALL;
}

int tw_is_call_to_come(PyFrameObject* frame_object, int previous) {
    _PyInterpreterFrame* frame = frame_object->f_frame;
    return tw_deopt[opcode_at(frame, previous)] == PRECALL &&
           tw_deopt[opcode_at(frame, _PyInterpreterFrame_LASTI(frame))] == CALL;
}

int tw_checks_eval_breaker_after(PyFrameObject* frame_object, int previous) {
    _PyInterpreterFrame* frame = frame_object->f_frame;
    const int now = _PyInterpreterFrame_LASTI(frame);
    const int executed = opcode_at(frame, previous);
    switch (tw_deopt[executed]) {
        case JUMP_BACKWARD:
            return 1;
        case POP_JUMP_BACKWARD_IF_TRUE:
        case POP_JUMP_BACKWARD_IF_FALSE:
        case POP_JUMP_BACKWARD_IF_NONE:
        case POP_JUMP_BACKWARD_IF_NOT_NONE:
        case COMPARE_OP: /* one of its forms is fused with the jump that follows */
            return now <= previous;
        case CALL:
        case CALL_FUNCTION_EX:
            return 1;
        case PRECALL: /* CALL is still to come, unless this form has done its work */
            return tw_deopt[opcode_at(frame, now)] != CALL && !is_call_without_check(executed);
        default:
            return 0;
    }
}

int tw_checks_eval_breaker_on_entry(PyFrameObject* frame_object) {
    _PyInterpreterFrame* frame = frame_object->f_frame;
    const int offset = _PyInterpreterFrame_LASTI(frame);
    if (offset < 0 || tw_deopt[opcode_at(frame, offset)] != RESUME) return 0;
    return argument_at(frame, offset) < 2; /* 2 and 3: after `yield from` and `await` */
}

int tw_drops_result(PyFrameObject* frame_object) {
    _PyInterpreterFrame* frame = frame_object->f_frame;
    int offset = _PyInterpreterFrame_LASTI(frame);
    if (offset < 0) return 0;
    int opcode = tw_deopt[opcode_at(frame, offset)];
    if (opcode == PRECALL) {
        offset += 1 + tw_caches[PRECALL];
        opcode = tw_deopt[opcode_at(frame, offset)];
    }
    if (opcode != CALL && opcode != CALL_FUNCTION_EX) return 0;
    return tw_deopt[opcode_at(frame, offset + 1 + tw_caches[opcode])] == POP_TOP;
}

/* --- what a search has to know */

/* Why an instruction has to be looked at. Those that are not listed touch nothing that others could
 * see. */
typedef enum {
    IN_NOTHING,
    IN_OPERANDS, /* the functions above and below know which */
    IN_THE_TOP   /* it looks into the container on top of the stack */
} interest;

static const unsigned char interest_in[256] = {
    [LOAD_NAME] = IN_OPERANDS,
    [STORE_NAME] = IN_OPERANDS,
    [DELETE_NAME] = IN_OPERANDS,
    [LOAD_GLOBAL] = IN_OPERANDS,
    [STORE_GLOBAL] = IN_OPERANDS,
    [DELETE_GLOBAL] = IN_OPERANDS,
    [LOAD_DEREF] = IN_OPERANDS,
    [STORE_DEREF] = IN_OPERANDS,
    [DELETE_DEREF] = IN_OPERANDS,
    [LOAD_ATTR] = IN_OPERANDS,
    [LOAD_METHOD] = IN_OPERANDS,
    [STORE_ATTR] = IN_OPERANDS,
    [DELETE_ATTR] = IN_OPERANDS,
    [BINARY_SUBSCR] = IN_OPERANDS,
    [STORE_SUBSCR] = IN_OPERANDS,
    [DELETE_SUBSCR] = IN_OPERANDS,
    [CONTAINS_OP] = IN_OPERANDS,
    [COMPARE_OP] = IN_OPERANDS,
    [BINARY_OP] = IN_OPERANDS,
    [FORMAT_VALUE] = IN_OPERANDS,
    [PRECALL] = IN_OPERANDS,
    [CALL_FUNCTION_EX] = IN_OPERANDS,
    [YIELD_VALUE] = IN_OPERANDS, /* of a generator, as the next */
    [RETURN_VALUE] = IN_OPERANDS,
    [RERAISE] = IN_OPERANDS,
    [RAISE_VARARGS] = IN_OPERANDS,
    [MATCH_CLASS] = IN_OPERANDS,
    [MATCH_KEYS] = IN_OPERANDS,
    [UNARY_NEGATIVE] = IN_THE_TOP,
    [UNARY_POSITIVE] = IN_THE_TOP,
    [UNARY_INVERT] = IN_THE_TOP,
    [SEND] = IN_THE_TOP,
    [FOR_ITER] = IN_THE_TOP,
    [GET_ITER] = IN_THE_TOP,
    [GET_LEN] = IN_THE_TOP,
    [UNARY_NOT] = IN_THE_TOP,
    [POP_JUMP_FORWARD_IF_FALSE] = IN_THE_TOP,
    [POP_JUMP_FORWARD_IF_TRUE] = IN_THE_TOP,
    [POP_JUMP_BACKWARD_IF_FALSE] = IN_THE_TOP,
    [POP_JUMP_BACKWARD_IF_TRUE] = IN_THE_TOP,
    [JUMP_IF_FALSE_OR_POP] = IN_THE_TOP,
    [JUMP_IF_TRUE_OR_POP] = IN_THE_TOP,
    [UNPACK_SEQUENCE] = IN_THE_TOP,
    [UNPACK_EX] = IN_THE_TOP,
    [LIST_TO_TUPLE] = IN_THE_TOP,
    [LIST_EXTEND] = IN_THE_TOP,
    [SET_UPDATE] = IN_THE_TOP,
    [DICT_UPDATE] = IN_THE_TOP,
    [DICT_MERGE] = IN_THE_TOP,
};

static void touch_itself(tw_touched* touched, PyObject* object, int changes) {
    for (int i = 0; i < touched->count; ++i) {
        if (touched->objects[i] != object) continue;
        touched->changes[i] |= changes;
        return;
    }
    if (touched->count == TW_MOST_TOUCHED) {
        touched->is_incomplete = 1;
        return;
    }
    touched->objects[touched->count] = object;
    touched->changes[touched->count++] = (unsigned char)changes;
}

enum { a_few = 3 };

typedef struct {
    tw_touched* touched;
    int changes;
    int depth; /* how far to follow what objects lead to */
} following;

static void touch_following(following* how, PyObject* object);
static void touch_deeply(tw_touched* touched, PyObject* object, int changes, int depth);

/* What map and filter go over, for the function that they call with what it holds. */
static int touch_source_of_map(PyObject* object, void* touched) {
    if (!object) return 0;
    const tw_shape shape = tw_shape_of(Py_TYPE(object));
    if (shape == TW_ITERATOR || shape == TW_TUPLE)
        Py_TYPE(object)->tp_traverse(object, touch_source_of_map, touched);
    else if (shape == TW_CONTAINER)
        touch_deeply(touched, object, 0, a_few);
    return 0;
}

static int touch_referent(PyObject* object, void* how) {
    if (object) touch_following(how, object);
    return 0;
}

static void follow(const following* how, PyObject* object, int changes) {
    if (how->depth == 0 || !PyObject_IS_GC(object) || !Py_TYPE(object)->tp_traverse) return;
    following deeper = {how->touched, changes, how->depth - 1};
    Py_TYPE(object)->tp_traverse(object, touch_referent, &deeper);
}

/* An iterator or a view looks into the one that it goes over; a function that is given away may be
 * called. */
static void touch_following(following* how, PyObject* object) {
    switch (tw_shape_of(Py_TYPE(object))) {
        case TW_PLAIN:
            if (PyCFunction_Check(object) && PyCFunction_GET_SELF(object) &&
                tw_has_state(Py_TYPE(PyCFunction_GET_SELF(object))))
                touch_itself(
                    how->touched, PyCFunction_GET_SELF(object),
                    effect_by_name(((PyCFunctionObject*)object)->m_ml->ml_name) != TW_READ);
            return;
        case TW_TUPLE: /* an iterator goes over what it holds */
            if (how->changes || how->depth < a_few) follow(how, object, how->changes);
            return;
        case TW_CONTAINER:
            touch_itself(how->touched, object, how->changes);
            return;
        case TW_VIEW:
            follow(how, object, how->changes);
            return;
        case TW_ITERATOR:
            touch_itself(how->touched, object, 1);
            if (Py_IS_TYPE(object, &PyMap_Type) || Py_IS_TYPE(object, &PyFilter_Type))
                Py_TYPE(object)->tp_traverse(object, touch_source_of_map, how->touched);
            follow(how, object, 0);
            return;
        case TW_GENERATOR:
            touch_itself(how->touched, object, 1);
            return;
        case TW_STATE:
            touch_itself(how->touched, object, how->changes);
            follow(how, object, how->changes);
            return;
    }
}

static void touch(tw_touched* touched, PyObject* object, int changes) {
    if (!object) return;
    following how = {touched, changes, a_few};
    touch_following(&how, object);
}

/* --- objects whose attributes others look at than code of the program */

static int synchronises_itself(PyObject* module);

static int is_weak(PyObject* module) {
    return module && PyUnicode_Check(module) &&
           (PyUnicode_CompareWithASCIIString(module, "weakref") == 0 ||
            PyUnicode_CompareWithASCIIString(module, "_weakrefset") == 0);
}

/* A method that a decorator has made, as those of a dataclass, or of a library. */
static int has_foreign_method(PyObject* attributes) {
    PyObject *name, *value;
    Py_ssize_t position = 0;
    while (PyDict_Next(attributes, &position, &name, &value))
        if (PyFunction_Check(value) &&
            !tw_is_users_code((PyCodeObject*)((PyFunctionObject*)value)->func_code))
            return 1;
    return 0;
}

typedef enum { OWN_METHODS, FOREIGN_METHODS, WEAK_METHODS } methods;

static methods find_methods(PyTypeObject* type) {
    if (PyType_FastSubclass(type, Py_TPFLAGS_BASE_EXC_SUBCLASS)) return FOREIGN_METHODS;
    PyObject* mro = type->tp_mro;
    for (Py_ssize_t i = 0; mro && i < PyTuple_GET_SIZE(mro); ++i) {
        PyTypeObject* base = (PyTypeObject*)PyTuple_GET_ITEM(mro, i);
        if (is_called(base, "types.SimpleNamespace")) return FOREIGN_METHODS;
        if (!(base->tp_flags & Py_TPFLAGS_HEAPTYPE)) continue;
        PyObject* module = PyDict_GetItemString(base->tp_dict, "__module__");
        if (is_weak(module)) return WEAK_METHODS;
        if (!synchronises_itself(module) && has_foreign_method(base->tp_dict))
            return FOREIGN_METHODS;
    }
    return OWN_METHODS;
}

/* What an operator or C code may call of an object whose class Python code has made. */
static methods methods_of(PyTypeObject* type) {
    enum { places = 64 };
    static struct {
        PyTypeObject* type;
        unsigned int version;
        methods which;
    } known[places];
    if (!(type->tp_flags & Py_TPFLAGS_HEAPTYPE) && !is_called(type, "types.SimpleNamespace") &&
        !PyType_FastSubclass(type, Py_TPFLAGS_BASE_EXC_SUBCLASS))
        return OWN_METHODS;
    const size_t place = ((uintptr_t)type * 0x9e3779b97f4a7c15ULL >> 40) % places;
    const unsigned int version = type->tp_version_tag;
    if (version == 0 || known[place].type != type || known[place].version != version) {
        known[place].which = find_methods(type);
        known[place].type = type;
        known[place].version = version;
    }
    return known[place].which;
}

static int has_attributes(PyObject* object) {
    PyTypeObject* type = Py_TYPE(object);
    return tw_shape_of(type) == TW_PLAIN && !PyType_Check(object) && !PyModule_Check(object) &&
           !PyFunction_Check(object) &&
           ((type->tp_flags & Py_TPFLAGS_HEAPTYPE) || type->tp_dictoffset != 0) &&
           !tw_is_primitive(type);
}

static int touch_part(PyObject* object, void* data);

/* And what its attributes hold. */
static void touch_object(tw_touched* touched, PyObject* object, int changes, int depth) {
    if (!object || !has_attributes(object)) return;
    for (int i = 0; i < touched->whole_count; ++i)
        if (touched->wholes[i] == object) {
            touched->whole_changes[i] |= changes;
            return;
        }
    if (touched->whole_count == TW_MOST_TOUCHED) {
        touched->is_incomplete = 1;
        return;
    }
    touched->wholes[touched->whole_count] = object;
    touched->whole_changes[touched->whole_count++] = (unsigned char)changes;
    if (depth == 0 || !PyObject_IS_GC(object) || !Py_TYPE(object)->tp_traverse) return;
    following deeper = {touched, changes, depth - 1};
    Py_TYPE(object)->tp_traverse(object, touch_part, &deeper);
}

/* An operand of an operator. */
static void touch_operand(tw_touched* touched, PyObject* object, int changes) {
    if (!object || !has_attributes(object)) return;
    switch (methods_of(Py_TYPE(object))) {
        case OWN_METHODS:
            return;
        case FOREIGN_METHODS:
            touch_object(touched, object, changes, a_few);
            return;
        case WEAK_METHODS:
            touched->unseen = Py_TYPE(object)->tp_name;
            return;
    }
}

/* And what it holds, for what compares or shows it all, or a library that may change it all. */
static void touch_deeply(tw_touched* touched, PyObject* object, int changes, int depth) {
    if (!object) return;
    const tw_shape shape = tw_shape_of(Py_TYPE(object));
    if (shape == TW_PLAIN) touch_operand(touched, object, changes);
    if (shape != TW_TUPLE) touch(touched, object, changes);
    if ((shape != TW_CONTAINER && shape != TW_TUPLE && shape != TW_VIEW) || depth == 0) return;
    if (!PyObject_IS_GC(object) || !Py_TYPE(object)->tp_traverse) return;
    following deeper = {touched, changes, depth - 1};
    Py_TYPE(object)->tp_traverse(object, touch_part, &deeper);
}

static int touch_part(PyObject* object, void* data) {
    const following* how = data;
    if (!object || PyType_Check(object)) return 0;
    const tw_shape shape = tw_shape_of(Py_TYPE(object));
    if (shape == TW_CONTAINER || shape == TW_TUPLE || shape == TW_PLAIN)
        touch_deeply(how->touched, object, how->changes, how->depth);
    return 0;
}

/* The objects that a library gets. */
static int touch_given(PyObject* object, void* data) {
    const following* how = data;
    if (!object || PyType_Check(object)) return 0;
    const tw_shape shape = tw_shape_of(Py_TYPE(object));
    if (shape == TW_PLAIN) {
        touch_object(how->touched, object, how->changes, how->depth);
    } else if (shape == TW_CONTAINER || shape == TW_TUPLE) {
        if (shape == TW_CONTAINER) touch(how->touched, object, how->changes);
        if (how->depth == 0 || !PyObject_IS_GC(object) || !Py_TYPE(object)->tp_traverse) return 0;
        following deeper = {how->touched, how->changes, how->depth - 1};
        Py_TYPE(object)->tp_traverse(object, touch_given, &deeper);
    } else {
        touch(how->touched, object, how->changes);
    }
    return 0;
}

static void give(tw_touched* touched, PyObject* object) {
    if (object && (PyObject_IS_GC(object) || tw_has_state(Py_TYPE(object))) &&
        touched->published < TW_MOST_TOUCHED)
        touched->given[touched->published++] = object;
}

static int is_one_of(const char* name, const char* const* names) {
    for (; *names; ++names)
        if (strcmp(name, *names) == 0) return 1;
    return 0;
}

/* Functions that look at an object, but not into it, and keep nothing of it. */
static const char* const looking_at[] = {
    "isinstance", "issubclass", "id",      "type",     "callable", "hash",
    "getattr",    "hasattr",    "setattr", "delattr",  "vars",     "dir",
    "globals",    "locals",     "super",   "property", NULL};
/* Functions that look into their arguments and keep nothing of them. */
static const char* const looking_into[] = {
    "len", "sum",    "sorted", "min",    "max",   "any",       "all",      "print",     "repr",
    "str", "list",   "tuple",  "set",    "dict",  "frozenset", "reversed", "enumerate", "zip",
    "map", "filter", "next",   "format", "bytes", "bytearray", "int",      "float",     "bool",
    "abs", "round",  "join",   "ascii",  "iter",  NULL};

typedef enum { TW_KEEPS, TW_LOOKS_INTO, TW_LOOKS_AT } tw_call;

static tw_call call_named(const char* name) {
    return is_one_of(name, looking_at)     ? TW_LOOKS_AT
           : is_one_of(name, looking_into) ? TW_LOOKS_INTO
                                           : TW_KEEPS;
}

/* The same for a function of C, whose name is where it is for ever. */
static tw_call call_of(const char* name) {
    enum { places = 256 };
    static struct {
        const char* name;
        tw_call call;
    } known[places];
    const size_t place = ((uintptr_t)name * 0x9e3779b97f4a7c15ULL >> 40) % places;
    if (known[place].name != name) {
        known[place].name = name;
        known[place].call = call_named(name);
    }
    return known[place].call;
}

static int is_built_in_function(PyObject* function, const char* name, const char* other) {
    if (!PyCFunction_Check(function) || !PyCFunction_GET_SELF(function) ||
        !PyModule_Check(PyCFunction_GET_SELF(function)))
        return 0;
    const char* its_name = ((PyCFunctionObject*)function)->m_ml->ml_name;
    return strcmp(its_name, name) == 0 || strcmp(its_name, other) == 0;
}

/* Of the library that the program knows as functions of Python: they synchronise themselves. */
static int synchronises_itself(PyObject* module) {
    static const char* const modules[] = {"threading", "queue",  "_threading_local", "contextlib",
                                          "weakref",   "enum",   "dataclasses",      "abc",
                                          "functools", "typing", "collections.abc",  "_weakrefset",
                                          NULL};
    const char* name = module && PyUnicode_Check(module) ? PyUnicode_AsUTF8(module) : NULL;
    if (!name) PyErr_Clear();
    return !name || is_one_of(name, modules) || strncmp(name, "concurrent.", 11) == 0 ||
           strncmp(name, "logging", 7) == 0 || strncmp(name, "multiprocessing", 15) == 0 ||
           strncmp(name, "asyncio", 7) == 0;
}

static const char* const only_reads[] = {"copy",   "deepcopy", "dumps",  "dump",    "choice",
                                         "pprint", "pformat",  "sample", "choices", "mean",
                                         "median", "dedent",   "reduce", NULL};

/* A call of what is not the program's own Python code. */
typedef struct {
    const char* name;
    tw_call call;
    PyObject* bound;
    int changes_arguments;
} called;

static called called_function(PyObject* function, PyObject* self) {
    called it = {"", TW_KEEPS, self, 0};
    if (Py_IS_TYPE(function, &PyMethodDescr_Type)) {
        it.name = ((PyMethodDescrObject*)function)->d_method->ml_name;
        it.call = call_of(it.name);
    } else if (PyCFunction_Check(function)) {
        it.name = ((PyCFunctionObject*)function)->m_ml->ml_name;
        it.call = call_of(it.name);
        it.bound = PyCFunction_GET_SELF(function);
        it.changes_arguments = 1;
        if (it.bound && PyModule_Check(it.bound)) it.bound = NULL;
    } else if (Py_IS_TYPE(function, &PyWrapperDescr_Type)) {
        it.name = ((PyWrapperDescrObject*)function)->d_base->name;
    } else if (PyType_Check(function)) {
        it.name = ((PyTypeObject*)function)->tp_name;
        it.call = call_named(it.name);
    } else if (PyFunction_Check(function)) {
        it.name = PyUnicode_AsUTF8(((PyFunctionObject*)function)->func_name);
        if (!it.name) it.name = "";
        it.changes_arguments = !synchronises_itself(((PyFunctionObject*)function)->func_module) &&
                               !is_one_of(it.name, only_reads);
    } else if (tw_has_state(Py_TYPE(function))) { /* it is called itself */
        it.bound = function;
        it.changes_arguments = 1;
    }
    if (it.bound && tw_shape_of(Py_TYPE(it.bound)) == TW_CONTAINER) it.changes_arguments = 0;
    if (it.call == TW_LOOKS_INTO) it.changes_arguments = 0;
    return it;
}

static int is_deep(const char* name) {
    static const char* const deep[] = {"print", "repr",     "str",  "format", "ascii", "sorted",
                                       "min",   "max",      "sort", "index",  "count", "remove",
                                       "dumps", "deepcopy", "any",  "all",    "sum",   NULL};
    return is_one_of(name, deep);
}

/* Whether it is code that is looked at itself. */
static int is_looked_at(PyObject* function) {
    return PyFunction_Check(function) &&
           tw_is_users_code((PyCodeObject*)((PyFunctionObject*)function)->func_code);
}

/* Outside of the process, where no execution begins anew. */
static int is_outside(PyObject* function, const char* name) {
    static const char* const in_posix[] = {
        "remove",  "unlink", "rename", "replace", "mkdir",    "rmdir", "listdir", "scandir",
        "stat",    "lstat",  "open",   "read",    "write",    "chdir", "getcwd",  "link",
        "symlink", "access", "chmod",  "utime",   "truncate", NULL};
    PyObject* module = PyCFunction_Check(function) ? ((PyCFunctionObject*)function)->m_module
                                                   : ((PyFunctionObject*)function)->func_module;
    if (!module || !PyUnicode_Check(module)) return 0;
    if (PyUnicode_CompareWithASCIIString(module, "pathlib") == 0) return 1;
    if (PyUnicode_CompareWithASCIIString(module, "posix") == 0) return is_one_of(name, in_posix);
    return strcmp(name, "open") == 0 && (PyUnicode_CompareWithASCIIString(module, "io") == 0 ||
                                         PyUnicode_CompareWithASCIIString(module, "_io") == 0);
}

/* Which code an isinstance() or a single dispatch goes to from now on. */
static int registers(PyObject* function, const char* name) {
    if (!PyFunction_Check(function) || strcmp(name, "register") != 0) return 0;
    PyObject* module = ((PyFunctionObject*)function)->func_module;
    return module && PyUnicode_Check(module) &&
           (PyUnicode_CompareWithASCIIString(module, "abc") == 0 ||
            PyUnicode_CompareWithASCIIString(module, "functools") == 0);
}

static void touch_unseen(PyObject* function, PyObject* self, const called* it,
                         tw_touched* touched) {
    if (PyWeakref_Check(function)) {
        touched->unseen = "a weak reference";
    } else if (PyFunction_Check(function)) {
        if (is_weak(((PyFunctionObject*)function)->func_module) || is_outside(function, it->name) ||
            registers(function, it->name))
            touched->unseen = it->name;
    } else if (PyCFunction_Check(function) && is_outside(function, it->name)) {
        touched->unseen = it->name;
    }
    if (self && !Py_IS_TYPE(function, &PyMethodDescr_Type) && it->bound == self &&
        tw_shape_of(Py_TYPE(self)) == TW_STATE)
        touched->hidden = self;
}

/* What a library is called with, a method of it with its self. */
static void touch_for_library(PyObject* function, PyObject* object, const char* name,
                              tw_touched* touched) {
    static const char* const of_dataclasses[] = {"asdict", "astuple", "replace", NULL};
    static const char* const readers[] = {
        "__repr__",    "__eq__",   "__lt__",  "__le__",      "__gt__",
        "__ge__",      "__hash__", "__len__", "__getitem__", "__contains__",
        "__iter__",    "get",      "items",   "keys",        "values",
        "copy",        "index",    "count",   "substitute",  "safe_substitute",
        "most_common", "elements", "total",   NULL};
    PyObject* module = ((PyFunctionObject*)function)->func_module;
    if (!object || is_weak(module)) return;
    const int is_reader = is_one_of(name, only_reads) || is_one_of(name, readers);
    if (synchronises_itself(module) && !is_one_of(name, of_dataclasses)) return;
    following how = {touched, !is_reader && !is_one_of(name, of_dataclasses), a_few};
    touch_given(object, &how);
}

/* Methods that keep what they are given, and do not look at it. */
static int only_keeps(const char* name) {
    static const char* const keeping[] = {"append", "appendleft", "insert",
                                          "put",    "put_nowait", NULL};
    return is_one_of(name, keeping);
}

/* That of an iterator that is made: of a list it takes nothing yet. */
static void touch_source(tw_touched* touched, PyObject* object) {
    const tw_shape shape = tw_shape_of(Py_TYPE(object));
    if (PyList_CheckExact(object) || shape == TW_ITERATOR || shape == TW_GENERATOR) return;
    touch(touched, object, 0);
    touch_operand(touched, object, 0);
}

/* "{0.name}".format(object) */
static int formats_attributes(const called* it) {
    return it->bound && PyUnicode_Check(it->bound) && strcmp(it->name, "format") == 0 &&
           PyUnicode_FindChar(it->bound, '.', 0, PyUnicode_GET_LENGTH(it->bound), 1) >= 0;
}

static void touch_argument(PyObject* function, const called* it, PyObject* argument,
                           tw_touched* touched) {
    if (!argument) return;
    if (is_called(Py_TYPE(argument), "operator.attrgetter")) touched->unseen = "attrgetter";
    if (PyFunction_Check(function)) touch_for_library(function, argument, it->name, touched);
    if (is_called(Py_TYPE(function), "operator.attrgetter") || formats_attributes(it))
        touch_object(touched, argument, 0, 0);
    if (it->changes_arguments) {
        touch(touched, argument, 1);
    } else if (strcmp(it->name, "iter") == 0) {
        touch_source(touched, argument);
    } else if (is_deep(it->name)) {
        touch_deeply(touched, argument, 0, a_few);
    } else {
        touch(touched, argument, 0);
        if (!only_keeps(it->name)) touch_operand(touched, argument, 0);
    }
    if (it->call == TW_KEEPS) give(touched, argument);
}

static void touch_bound(const called* it, tw_touched* touched) {
    PyObject* bound = it->bound;
    if (!bound || !tw_has_state(Py_TYPE(bound))) return;
    if (tw_shape_of(Py_TYPE(bound)) == TW_CONTAINER) touched->into = bound;
    touch(touched, bound, effect_by_name(it->name) != TW_READ);
    if (is_deep(it->name)) touch_deeply(touched, bound, 0, a_few);
}

/* functools.partial, as _functools makes it. */
typedef struct {
    PyObject_HEAD PyObject* function;
    PyObject* arguments;
    PyObject* keywords;
} partial;

static int is_partial(PyObject* function) {
    return is_called(Py_TYPE(function), "functools.partial");
}

static PyObject* in_type(PyObject* type, const char* name) {
    PyObject* interned = PyUnicode_InternFromString(name);
    PyObject* found = interned ? _PyType_Lookup((PyTypeObject*)type, interned) : NULL;
    Py_XDECREF(interned);
    return found;
}

/* A class whose objects are made by nothing but code of the program. */
static int is_made_by_program(PyObject* type) {
    if (!Py_IS_TYPE(type, &PyType_Type) ||
        ((PyTypeObject*)type)->tp_new != PyBaseObject_Type.tp_new)
        return 0;
    PyObject* init = in_type(type, "__init__");
    return init && (is_looked_at(init) || Py_IS_TYPE(init, &PyWrapperDescr_Type));
}

/* What may call the program back. sort() hides what is in the list until it is at its end; sorted()
 * has a copy. */
static tw_again again_of(PyObject* function, const called* it, PyObject* first) {
    if (PyFunction_Check(function))
        return synchronises_itself(((PyFunctionObject*)function)->func_module) ? TW_NEVER_AGAIN
                                                                               : TW_AGAIN;
    if (it->bound && strcmp(it->name, "sort") == 0) return TW_AT_END;
    if (first && strcmp(it->name, "sorted") == 0 && tw_shape_of(Py_TYPE(first)) == TW_CONTAINER)
        return TW_NEVER_AGAIN;
    return TW_AGAIN;
}

static void touch_call_of(PyObject* function, PyObject* arguments, PyObject* keywords,
                          tw_touched* touched);

/* `arguments` values lie on top of the stack, below them the function or, for a method, the
 * function and its self. */
static void touch_call(_PyInterpreterFrame* frame, int arguments, tw_touched* touched) {
    PyObject* method = peek(frame, arguments + 2);
    PyObject* self = peek(frame, arguments + 1);
    if (!self) return;
    PyObject* function = method ? method : self;
    if (PyMethod_Check(function)) {
        method = PyMethod_GET_FUNCTION(function);
        self = PyMethod_GET_SELF(function);
        function = method;
    }
    if (is_looked_at(function)) return;
    if (is_partial(function)) {
        const partial* whole = (const partial*)function;
        touch(touched, whole->keywords, 0);
        touch_call_of(whole->function, whole->arguments, whole->keywords, touched);
        function = whole->function;
        method = self = NULL;
        if (is_looked_at(function)) return;
    }
    const called it = called_function(function, method ? self : NULL);
    if (arguments == 1 && is_built_in_function(function, "dir", "dir"))
        touch_object(touched, peek(frame, 1), 0, 0);
    if (arguments == 3 && is_built_in_function(function, "setattr", "setattr")) {
        touched->into = peek(frame, 3);
        give(touched, peek(frame, 1));
    }
    if (it.call == TW_LOOKS_AT) return;
    if (PyType_Check(function) && is_made_by_program(function)) {
        for (int i = arguments; i >= 1; --i)
            give(touched, peek(frame, i));
        return;
    }
    touched->gives_result = 1;
    touched->again = again_of(function, &it, arguments > 0 ? peek(frame, arguments) : NULL);
    touch_bound(&it, touched);
    touch_unseen(function,
                 PyCFunction_Check(function) ? it.bound
                 : method                    ? self
                                             : NULL,
                 &it, touched);
    const int executes = is_built_in_function(function, "exec", "eval");
    if (executes) touched->unseen = it.name;
    if (executes && arguments == 1) touch(touched, frame->f_globals, 1);
    if (method && PyFunction_Check(function)) touch_for_library(function, self, it.name, touched);
    for (int i = arguments; i >= 1; --i)
        touch_argument(function, &it, peek(frame, i), touched);
}

static void touch_call_of(PyObject* function, PyObject* arguments, PyObject* keywords,
                          tw_touched* touched) {
    if (!function) return;
    PyObject* self = NULL;
    if (PyMethod_Check(function)) {
        self = PyMethod_GET_SELF(function);
        function = PyMethod_GET_FUNCTION(function);
    }
    if (arguments && !PyTuple_CheckExact(arguments)) touch(touched, arguments, 0);
    touched->again = TW_NEVER_AGAIN;
    if (is_looked_at(function)) return;
    if (is_partial(function)) {
        const partial* whole = (const partial*)function;
        touch(touched, whole->keywords, 0);
        touch_call_of(whole->function, whole->arguments, whole->keywords, touched);
        touch_call_of(whole->function, arguments, keywords, touched);
        return;
    }
    called it = called_function(function, self);
    if (it.call == TW_LOOKS_AT) return;
    touched->gives_result = 1;
    const int is_tuple = arguments && PyTuple_CheckExact(arguments);
    touched->again = again_of(
        function, &it,
        is_tuple && PyTuple_GET_SIZE(arguments) > 0 ? PyTuple_GET_ITEM(arguments, 0) : NULL);
    Py_ssize_t first = 0;
    if (!it.bound && is_tuple && PyTuple_GET_SIZE(arguments) > 0 &&
        Py_IS_TYPE(function, &PyMethodDescr_Type)) {
        it.bound = PyTuple_GET_ITEM(arguments, 0);
        first = 1;
    }
    touch_bound(&it, touched);
    touch_unseen(function, self, &it, touched);
    if (self && PyFunction_Check(function)) touch_for_library(function, self, it.name, touched);
    for (Py_ssize_t i = first; is_tuple && i < PyTuple_GET_SIZE(arguments); ++i)
        touch_argument(function, &it, PyTuple_GET_ITEM(arguments, i), touched);
    if (keywords) give(touched, keywords);
}

void tw_touched_by_call(PyObject* function, PyObject* arguments, tw_touched* touched) {
    memset(touched, 0, sizeof *touched);
    touched->again = TW_AGAIN;
    touch_call_of(function, arguments, NULL, touched);
}

static void touch_whole_call(_PyInterpreterFrame* frame, int has_keywords, tw_touched* touched) {
    touch_call_of(peek(frame, has_keywords ? 3 : 2), peek(frame, has_keywords ? 2 : 1),
                  has_keywords ? peek(frame, 1) : NULL, touched);
}

/* To ask an iterator for itself, or whether it is true, changes nothing. */
static int leaves_iterators(int opcode) {
    return opcode != FOR_ITER && opcode != UNPACK_SEQUENCE && opcode != UNPACK_EX &&
           opcode != LIST_EXTEND && opcode != SET_UPDATE && opcode != DICT_UPDATE &&
           opcode != SEND && opcode != LIST_TO_TUPLE;
}

static void touch_top(const decoded* next, tw_touched* touched) {
    PyObject* top = peek(next->frame, next->opcode == SEND ? 2 : 1);
    if (!top) return;
    const tw_shape shape = tw_shape_of(Py_TYPE(top));
    if (shape == TW_PLAIN) touch_operand(touched, top, next->opcode == FOR_ITER);
    if (shape == TW_PLAIN || shape == TW_TUPLE) return;
    if ((shape == TW_ITERATOR || shape == TW_GENERATOR) && leaves_iterators(next->opcode)) return;
    touch(touched, top, 0);
}

/* The generator whose code the frame executes lets go of it. */
static void touch_generator(_PyInterpreterFrame* frame, tw_touched* touched) {
    if (frame->owner == FRAME_OWNED_BY_GENERATOR)
        touch_itself(touched, (PyObject*)_PyFrame_GetGenerator(frame), 1);
}

/* Of what synchronises itself, what it keeps for itself. */
static int is_inner(PyObject* name) {
    static const char* const inner[] = {
        "queue",      "unfinished_tasks", "_queue",   "_state",    "_result",
        "_exception", "_work_queue",      "_threads", "_shutdown", NULL};
    const char* text = PyUnicode_AsUTF8(name);
    return text && is_one_of(text, inner);
}

static int is_of_self_synchronising_class(PyObject* object) {
    PyObject* mro = Py_TYPE(object)->tp_mro;
    for (Py_ssize_t i = 0; mro && i < PyTuple_GET_SIZE(mro); ++i) {
        PyTypeObject* base = (PyTypeObject*)PyTuple_GET_ITEM(mro, i);
        PyObject* module = base->tp_flags & Py_TPFLAGS_HEAPTYPE
                               ? PyDict_GetItemString(base->tp_dict, "__module__")
                               : NULL;
        const char* name = module && PyUnicode_Check(module) ? PyUnicode_AsUTF8(module) : NULL;
        if (name && (strcmp(name, "queue") == 0 || strncmp(name, "concurrent.", 11) == 0)) return 1;
    }
    return 0;
}

/* A property of a library, and what C code keeps behind an attribute. */
static void touch_owner(PyObject* owner, PyObject* name, int changes, tw_touched* touched) {
    if (!owner) return;
    const tw_shape shape = tw_shape_of(Py_TYPE(owner));
    if (shape == TW_GENERATOR) touch_itself(touched, owner, 0);
    if (PyWeakref_CheckProxy(owner)) touched->unseen = "a weak reference";
    if (shape == TW_PLAIN && has_attributes(owner)) {
        if (is_inner(name) && is_of_self_synchronising_class(owner))
            touched->unseen = PyUnicode_AsUTF8(name);
        PyObject* property = _PyType_Lookup(Py_TYPE(owner), name);
        if (property && Py_IS_TYPE(property, &PyProperty_Type))
            touch_operand(touched, owner, changes);
    }
    if (shape != TW_STATE) return;
    PyObject* described = _PyType_Lookup(Py_TYPE(owner), name);
    if (described && Py_TYPE(described)->tp_descr_set) touch(touched, owner, changes);
}

/* A missing key is made by some. */
static int makes_missing(PyObject* container, PyObject* key) {
    if (!container || !key || PyDict_CheckExact(container) || !PyDict_Check(container)) return 0;
    if (!is_called(Py_TYPE(container), "collections.defaultdict")) return 0;
    if (!PyUnicode_CheckExact(key) && !PyLong_CheckExact(key)) return 1;
    return !PyDict_GetItemWithError(container, key);
}

/* No code of the program decides what is under the key. */
static int is_plain_item(PyObject* container, PyObject* key) {
    if (!container || !key) return 0;
    return PyList_CheckExact(container) || PyByteArray_CheckExact(container) ||
           (PyDict_CheckExact(container) && (PyUnicode_CheckExact(key) || PyLong_CheckExact(key)));
}

static void collect_touched(decoded next, tw_touched* touched) {
    _PyInterpreterFrame* frame = next.frame;
    const int argument = next.argument;
    touched->count = touched->published = touched->gives_result = touched->is_incomplete = 0;
    touched->whole_count = 0;
    touched->again =
        next.opcode == YIELD_VALUE || next.opcode == RETURN_VALUE ? TW_NEVER_AGAIN : TW_AGAIN;
    touched->into = touched->hidden = NULL;
    touched->unseen = NULL;
    switch (next.opcode) {
        case BINARY_SUBSCR:
            touch(touched, peek(frame, 2), makes_missing(peek(frame, 2), peek(frame, 1)));
            touch_operand(touched, peek(frame, 2), 0);
            touch_operand(touched, peek(frame, 1), 0);
            touched->gives_result = 1;
            if (is_plain_item(peek(frame, 2), peek(frame, 1))) touched->again = TW_NEVER_AGAIN;
            return;
        case YIELD_VALUE:
        case RETURN_VALUE:
            touch_generator(frame, touched);
            return;
        case LOAD_ATTR:
            touch_owner(peek(frame, 1), PyTuple_GET_ITEM(frame->f_code->co_names, argument), 0,
                        touched);
            return;
        case STORE_SUBSCR:
            touch(touched, peek(frame, 2), 1);
            touch_operand(touched, peek(frame, 2), 1);
            touch_operand(touched, peek(frame, 1), 0);
            touched->into = peek(frame, 2);
            give(touched, peek(frame, 3));
            if (is_plain_item(peek(frame, 2), peek(frame, 1))) touched->again = TW_NEVER_AGAIN;
            return;
        case DELETE_SUBSCR:
            touch(touched, peek(frame, 2), 1);
            touch_operand(touched, peek(frame, 2), 1);
            touch_operand(touched, peek(frame, 1), 0);
            return;
        case STORE_ATTR:
            touch_owner(peek(frame, 1), PyTuple_GET_ITEM(frame->f_code->co_names, argument), 1,
                        touched);
            touched->into = peek(frame, 1);
            give(touched, peek(frame, 2));
            return;
        case STORE_DEREF:
            touched->into = frame->localsplus[argument];
            give(touched, peek(frame, 1));
            return;
        case STORE_GLOBAL:
        case STORE_NAME:
            give(touched, peek(frame, 1));
            return;
        case CONTAINS_OP: /* a list is compared with what it holds */
            touch_operand(touched, peek(frame, 2), 0);
            if (peek(frame, 1) && PyAnySet_Check(peek(frame, 1)))
                touch(touched, peek(frame, 1), 0);
            else
                touch_deeply(touched, peek(frame, 1), 0,
                             peek(frame, 1) && PyDict_Check(peek(frame, 1)) ? 0 : a_few);
            return;
        case COMPARE_OP:
            touch_deeply(touched, peek(frame, 2), 0, a_few);
            touch_deeply(touched, peek(frame, 1), 0, a_few);
            return;
        case BINARY_OP: /* in place, a list or a set changes */
            touch(touched, peek(frame, 2), argument >= NB_INPLACE_ADD);
            touch(touched, peek(frame, 1), 0);
            touch_operand(touched, peek(frame, 2), argument >= NB_INPLACE_ADD);
            touch_operand(touched, peek(frame, 1), 0);
            if (argument == NB_REMAINDER || argument == NB_INPLACE_REMAINDER)
                touch_deeply(touched, peek(frame, 1), 0, a_few); /* "%s" % it */
            if (argument < NB_INPLACE_ADD) return;
            touched->into = peek(frame, 2);
            give(touched, peek(frame, 1));
            return;
        case FORMAT_VALUE:
            touch_deeply(touched, peek(frame, (argument & 4) ? 2 : 1), 0, a_few);
            return;
        case MATCH_CLASS: /* of the attributes that the class names */
            touch_object(touched, peek(frame, 3), 0, 0);
            return;
        case MATCH_KEYS:
            touch(touched, peek(frame, 2), 0);
            touch_operand(touched, peek(frame, 2), 0);
            return;
        case RERAISE:
            touch_generator(frame, touched);
            return;
        case RAISE_VARARGS: /* what is raised gets a traceback and a context */
            touch_generator(frame, touched);
            if (argument > 0) touch_object(touched, peek(frame, argument), 1, 0);
            return;
        case PRECALL:
            touch_call(frame, argument, touched);
            return;
        case CALL_FUNCTION_EX:
            touch_whole_call(frame, argument & 1, touched);
            return;
        default:
            if (interest_in[next.opcode] == IN_THE_TOP) touch_top(&next, touched);
            return;
    }
}

static void describe_missing_variable(decoded next, tw_instruction* instruction) {
    _PyInterpreterFrame* frame = next.frame;
    if (instruction->effect != TW_NOTHING) return;
    if (next.opcode != LOAD_GLOBAL &&
        !(next.opcode == LOAD_NAME && frame->f_locals == frame->f_globals))
        return;
    PyObject* name = PyTuple_GET_ITEM(
        frame->f_code->co_names, next.opcode == LOAD_GLOBAL ? next.argument >> 1 : next.argument);
    instruction->is_built_in =
        PyDict_Check(frame->f_builtins) && PyDict_GetItemWithError(frame->f_builtins, name);
    instruction->effect = TW_READ;
    instruction->place = TW_VARIABLE;
    instruction->owner = frame->f_globals;
    instruction->key = name;
}

/* By getattr(owner, "name"), owner.__setattr__("name", value) and the like. */
static void look_at_attribute_call(const char* name, PyObject* owner, PyObject* key,
                                   tw_instruction* instruction) {
    if (!owner || !key || !PyUnicode_CheckExact(key)) return;
    if (strcmp(name, "getattr") == 0 || strcmp(name, "hasattr") == 0 ||
        strcmp(name, "__getattribute__") == 0)
        look_at_attribute(owner, key, TW_READ, NULL, instruction);
    else if (strcmp(name, "setattr") == 0 || strcmp(name, "delattr") == 0 ||
             strcmp(name, "__setattr__") == 0 || strcmp(name, "__delattr__") == 0)
        look_at_attribute(owner, key, TW_WRITE, NULL, instruction);
    instruction->is_by_call = instruction->effect != TW_NOTHING;
}

/* All variables at once: globals(), vars(owner), exec(). */
static void look_at_variables_call(_PyInterpreterFrame* frame, const char* name, int arguments,
                                   tw_instruction* instruction) {
    const int is_of_all = strcmp(name, "globals") == 0 || strcmp(name, "exec") == 0 ||
                          strcmp(name, "eval") == 0 ||
                          (frame->f_locals == frame->f_globals &&
                           (strcmp(name, "locals") == 0 || strcmp(name, "vars") == 0));
    const int is_of_one = arguments == 1 && (strcmp(name, "vars") == 0 || strcmp(name, "dir") == 0);
    if (!is_of_all && !is_of_one) return;
    instruction->effect = TW_READ;
    instruction->place = is_of_one ? TW_ATTRIBUTE : TW_VARIABLE;
    instruction->owner = is_of_one ? peek(frame, 1) : frame->f_globals;
    instruction->is_by_call = 1;
}

/* Of the library, not to be taken for functions of the program's. */
static void look_at_named_call(decoded next, tw_instruction* instruction) {
    _PyInterpreterFrame* frame = next.frame;
    const int arguments = next.argument;
    PyObject* method = peek(frame, arguments + 2);
    PyObject* self = peek(frame, arguments + 1);
    if (!self) return;
    PyObject* function = method ? method : self;
    if (method && Py_IS_TYPE(function, &PyWrapperDescr_Type)) {
        look_at_attribute_call(((PyWrapperDescrObject*)function)->d_base->name, self,
                               arguments > 0 ? peek(frame, arguments) : NULL, instruction);
    } else if (Py_IS_TYPE(function, &PyWrapperDescr_Type)) {
        if (arguments >= 2)
            look_at_attribute_call(((PyWrapperDescrObject*)function)->d_base->name,
                                   peek(frame, arguments), peek(frame, arguments - 1), instruction);
    } else if (Py_IS_TYPE(function, &_PyMethodWrapper_Type)) {
        const method_wrapper* wrapper = (const method_wrapper*)function;
        look_at_attribute_call(wrapper->descr->d_base->name, wrapper->self,
                               arguments > 0 ? peek(frame, arguments) : NULL, instruction);
    } else if (!method && PyCFunction_Check(function) && PyCFunction_GET_SELF(function) &&
               PyModule_Check(PyCFunction_GET_SELF(function))) {
        const char* name = ((PyCFunctionObject*)function)->m_ml->ml_name;
        if (arguments >= 2)
            look_at_attribute_call(name, peek(frame, arguments), peek(frame, arguments - 1),
                                   instruction);
        if (instruction->effect == TW_NOTHING)
            look_at_variables_call(frame, name, arguments, instruction);
    }
}

void tw_next_accesses(PyFrameObject* frame, tw_instruction* instruction, tw_touched* touched) {
    const decoded next = next_of(frame);
    const int is_only_touch = interest_in[next.opcode] == IN_THE_TOP && next.opcode != GET_ITER;
    if (is_only_touch) {
        memset(instruction, 0, sizeof *instruction);
    } else {
        describe_effect(next, instruction);
        describe_missing_variable(next, instruction);
        if (next.opcode == PRECALL && instruction->effect == TW_NOTHING)
            look_at_named_call(next, instruction);
    }
    collect_touched(next, touched);
}

PyObject* tw_imported_name(PyFrameObject* frame) {
    const decoded next = next_of(frame);
    return PyTuple_GET_ITEM(next.frame->f_code->co_names, next.argument);
}

void tw_find_interesting(PyCodeObject* code, unsigned char* interesting) {
    const _Py_CODEUNIT* units = _PyCode_CODE(code);
    const Py_ssize_t size = Py_SIZE(code);
    const int is_generator = (code->co_flags & CO_GENERATOR) != 0;
    memset(interesting, 0, (size_t)size);
    for (Py_ssize_t i = 0; i < size; ++i) {
        const int opcode = tw_deopt[_Py_OPCODE(units[i])];
        const int is_end = opcode == YIELD_VALUE || opcode == RETURN_VALUE || opcode == RERAISE;
        const int touches = interest_in[opcode] != IN_NOTHING && (!is_end || is_generator);
        interesting[i] = opcode == IMPORT_NAME ? TW_IMPORTS : touches ? TW_TOUCHES : 0;
        i += tw_caches[opcode]; /* what follows is no instruction */
    }
}

PyCodeObject* tw_frame_code(PyFrameObject* frame) {
    return frame->f_frame->f_code;
}

static _PyInterpreterFrame* innermost_frame(void) {
    _PyInterpreterFrame* frame = PyThreadState_Get()->cframe->current_frame;
    while (frame && _PyFrame_IsIncomplete(frame))
        frame = frame->previous;
    return frame;
}

uint64_t tw_stack_digest(uint32_t (*id_of)(PyCodeObject* code)) {
    uint64_t digest = 0;
    for (_PyInterpreterFrame* frame = innermost_frame(); frame; frame = frame->previous) {
        const uint32_t id = id_of(frame->f_code);
        if (id != 0) digest = tw_digest_with(digest, id, _PyInterpreterFrame_LASTI(frame));
    }
    return digest;
}

static int is_first_of_users(_PyInterpreterFrame* frame, PyFrameObject* users_frame) {
    while (frame && (_PyFrame_IsIncomplete(frame) || !tw_is_users_code(frame->f_code)))
        frame = frame->previous;
    return frame == (users_frame ? users_frame->f_frame : NULL);
}

int tw_is_innermost(PyFrameObject* users_frame) {
    return is_first_of_users(PyThreadState_Get()->cframe->current_frame, users_frame);
}

int tw_is_called_by(PyFrameObject* frame, PyFrameObject* users_frame) {
    return is_first_of_users(frame->f_frame->previous, users_frame);
}

void tw_visit_frames(tw_frame_visitor visit, void* data) {
    for (_PyInterpreterFrame* frame = innermost_frame(); frame; frame = frame->previous)
        visit(data, frame->f_code, _PyInterpreterFrame_LASTI(frame) * (int)sizeof(_Py_CODEUNIT));
}

void tw_set_frame_events(PyFrameObject* frame, int lines, int opcodes) {
    frame->f_trace_lines = (char)lines;
    frame->f_trace_opcodes = (char)opcodes;
}
