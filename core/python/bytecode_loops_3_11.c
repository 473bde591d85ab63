/* Loops that go on until something happens, and what an instruction changes: the part of
 * bytecode_3_11.h that a search needs to see that a thread polls. Like the rest of it, it has to be
 * written again for another version. */
#define Py_BUILD_CORE 1
/* See bytecode_3_11.c. */
#define NEED_OPCODE_TABLES 1
#define _PyOpcode_Deopt tw_loops_deopt
#define _PyOpcode_Caches tw_loops_caches
#define _PyOpcode_OpName tw_loops_opname

#include "core/python/bytecode_3_11.h"

#include <internal/pycore_frame.h>
#include <internal/pycore_opcode.h>
#include <opcode.h>
#include <stdlib.h>
#include <string.h>

/* --- where the loops begin */

typedef struct {
    int offset; /* in code units */
    int opcode; /* as compiled */
    int argument;
    int next; /* offset of the next one */
} instruction;

typedef struct {
    instruction* at;
    int count;
} listing;

static listing listing_of(PyCodeObject* code) {
    listing list = {malloc(sizeof(instruction) * (size_t)Py_SIZE(code)), 0};
    const _Py_CODEUNIT* units = _PyCode_CODE(code);
    int prefix = 0;
    for (int i = 0; list.at && i < (int)Py_SIZE(code);) {
        const int opcode = tw_loops_deopt[_Py_OPCODE(units[i])];
        const int argument = prefix << 8 | _Py_OPARG(units[i]);
        const int next = i + 1 + tw_loops_caches[opcode];
        list.at[list.count++] = (instruction){i, opcode, argument, next};
        prefix = opcode == EXTENDED_ARG ? argument : 0;
        i = next;
    }
    return list;
}

/* The index of the instruction at an offset; -1 if none is there. */
static int index_of(const listing* list, int offset) {
    int low = 0, high = list->count - 1;
    while (low <= high) {
        const int middle = (low + high) / 2;
        if (list->at[middle].offset == offset) return middle;
        if (list->at[middle].offset < offset)
            low = middle + 1;
        else
            high = middle - 1;
    }
    return -1;
}

enum { NO_JUMP, ALWAYS, IF_TRUE, IF_FALSE, IF_NONE, IF_NOT_NONE };

static int condition_of(int opcode) {
    switch (opcode) {
        case JUMP_FORWARD:
        case JUMP_BACKWARD:
            return ALWAYS;
        case POP_JUMP_FORWARD_IF_TRUE:
        case POP_JUMP_BACKWARD_IF_TRUE:
            return IF_TRUE;
        case POP_JUMP_FORWARD_IF_FALSE:
        case POP_JUMP_BACKWARD_IF_FALSE:
            return IF_FALSE;
        case POP_JUMP_FORWARD_IF_NONE:
        case POP_JUMP_BACKWARD_IF_NONE:
            return IF_NONE;
        case POP_JUMP_FORWARD_IF_NOT_NONE:
        case POP_JUMP_BACKWARD_IF_NOT_NONE:
            return IF_NOT_NONE;
        default:
            return NO_JUMP;
    }
}

static int opposite_of(int condition) {
    switch (condition) {
        case IF_TRUE:
            return IF_FALSE;
        case IF_FALSE:
            return IF_TRUE;
        case IF_NONE:
            return IF_NOT_NONE;
        case IF_NOT_NONE:
            return IF_NONE;
        default:
            return NO_JUMP;
    }
}

static int is_backward(int opcode) {
    return opcode == JUMP_BACKWARD || opcode == POP_JUMP_BACKWARD_IF_TRUE ||
           opcode == POP_JUMP_BACKWARD_IF_FALSE || opcode == POP_JUMP_BACKWARD_IF_NONE ||
           opcode == POP_JUMP_BACKWARD_IF_NOT_NONE;
}

static int target_of(const instruction* jump) {
    return is_backward(jump->opcode) ? jump->next - jump->argument : jump->next + jump->argument;
}

/* Whether it makes no difference which of two places is gone to: the compiler makes copies of short
 * ways out. */
static int lead_to_the_same(const listing* list, int one, int other) {
    if (one == other) return 1;
    int a = index_of(list, one), b = index_of(list, other);
    for (int steps = 0; a >= 0 && b >= 0 && a < list->count && b < list->count && steps < 6;
         ++steps, ++a, ++b) {
        if (list->at[a].opcode != list->at[b].opcode ||
            list->at[a].argument != list->at[b].argument ||
            condition_of(list->at[a].opcode) != NO_JUMP)
            return 0;
        if (list->at[a].opcode == RETURN_VALUE) return 1;
    }
    return 0;
}

/* Two instructions that do the same and then go to the same places, or each on its own way. */
static int are_copies(const listing* list, const instruction* a, const instruction* b) {
    const int condition = condition_of(a->opcode);
    if (condition != condition_of(b->opcode)) return 0;
    if (condition == NO_JUMP) return a->opcode == b->opcode && a->argument == b->argument;
    const int one = target_of(a), other = target_of(b);
    return one - a->offset == other - b->offset || lead_to_the_same(list, one, other);
}

static int effect_on_stack(const instruction* at) {
    return PyCompile_OpcodeStackEffectWithJump(at->opcode,
                                               at->opcode >= HAVE_ARGUMENT ? at->argument : 0, 0);
}

/* Whether something outside of the instructions from `index` to `last` leads to the first of them.
 */
static int is_led_to(const listing* list, int index, int last) {
    for (int i = 0; i < list->count; ++i)
        if ((i < index || i > last) && condition_of(list->at[i].opcode) != NO_JUMP &&
            target_of(&list->at[i]) == list->at[index].offset)
            return 1;
    return 0;
}

/* `while test: body` is compiled as `if test: do: body; while test`. Where the second copy of the
 * test begins that `jump` ends, and the first one, before the body: a thread that comes to either
 * is about to do the same. */
static void find_test(const listing* list, int jump, tw_loop* loop) {
    const int head = index_of(list, loop->head);
    int b = jump, a = head - 1;
    if (a < 0 || condition_of(list->at[a].opcode) != opposite_of(condition_of(list->at[b].opcode)))
        return;
    if (!lead_to_the_same(list, target_of(&list->at[a]), list->at[b].next)) return;
    int level = effect_on_stack(&list->at[b]);
    while (b > head && a > 0 && !is_led_to(list, b, jump) && !is_led_to(list, a, head - 1) &&
           are_copies(list, &list->at[a - 1], &list->at[b - 1])) {
        --a, --b;
        level += effect_on_stack(&list->at[b]);
        if (level != 0) continue;
        loop->begin = list->at[b].offset;
        loop->copy = list->at[a].offset;
    }
}

int tw_find_loops(PyCodeObject* code, tw_loop* loops, int most) {
    const listing list = listing_of(code);
    int count = 0;
    for (int i = 0; i < list.count && count < most; ++i) {
        if (!is_backward(list.at[i].opcode)) continue;
        tw_loop loop = {target_of(&list.at[i]), -1, target_of(&list.at[i])};
        const int head = index_of(&list, loop.head);
        if (head < 0 || list.at[head].opcode == FOR_ITER || list.at[head].opcode == SEND) continue;
        if (list.at[i].opcode != JUMP_BACKWARD) find_test(&list, i, &loop);
        int is_known = 0;
        for (int j = 0; j < count; ++j)
            is_known |= loops[j].begin == loop.begin || loops[j].copy == loop.begin;
        if (!is_known) loops[count++] = loop;
    }
    free(list.at);
    return count;
}

/* --- what an instruction changes */

static PyObject* peek(_PyInterpreterFrame* frame, int n) {
    const int position = frame->stacktop - n;
    return position >= frame->f_code->co_nlocalsplus ? frame->localsplus[position] : NULL;
}

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

int tw_stack_level(PyFrameObject* frame) {
    return frame->f_frame->stacktop - frame->f_frame->f_code->co_nlocalsplus;
}

static void take_operands(_PyInterpreterFrame* frame, int count, tw_change* change) {
    change->kind = TW_COMPUTES;
    change->count = count;
    for (int i = 0; i < count; ++i)
        change->operands[i] = peek(frame, count - i);
}

static void take_call(_PyInterpreterFrame* frame, int arguments, tw_change* change) {
    PyObject* method = peek(frame, arguments + 2);
    PyObject* self = peek(frame, arguments + 1);
    change->kind = TW_CALLS;
    change->function = method ? method : self;
    change->self = method ? self : NULL;
    change->count = arguments > TW_MOST_OPERANDS ? TW_MOST_OPERANDS + 1 : arguments;
    for (int i = 0; i < arguments && i < TW_MOST_OPERANDS; ++i)
        change->operands[i] = peek(frame, arguments - i);
}

void tw_next_change(PyFrameObject* frame_object, tw_change* change) {
    _PyInterpreterFrame* frame = frame_object->f_frame;
    const int offset = _PyInterpreterFrame_LASTI(frame);
    const int opcode = tw_loops_deopt[_Py_OPCODE(_PyCode_CODE(frame->f_code)[offset])];
    const int argument = argument_at(frame, offset);
    memset(change, 0, sizeof *change);
    switch (opcode) {
        case NOP:
        case RESUME:
        case EXTENDED_ARG:
        case POP_TOP:
        case PUSH_NULL:
        case COPY:
        case SWAP:
        case LOAD_CONST:
        case LOAD_FAST:
        case LOAD_GLOBAL:
        case LOAD_NAME:
        case LOAD_DEREF:
        case LOAD_CLOSURE:
        case COPY_FREE_VARS:
        case MAKE_CELL:
        case KW_NAMES:
        case CALL: /* PRECALL was looked at */
        case IS_OP:
        case GET_LEN:
        case JUMP_FORWARD:
        case JUMP_BACKWARD:
        case POP_JUMP_FORWARD_IF_NONE:
        case POP_JUMP_FORWARD_IF_NOT_NONE:
        case POP_JUMP_BACKWARD_IF_NONE:
        case POP_JUMP_BACKWARD_IF_NOT_NONE:
        case BUILD_TUPLE:
        case BUILD_LIST:
        case BUILD_SET:
        case BUILD_MAP:
        case BUILD_CONST_KEY_MAP:
        case BUILD_STRING:
        case BUILD_SLICE:
        case LIST_APPEND: /* to one that the expression makes */
        case SET_ADD:
        case MAP_ADD:
        case LIST_TO_TUPLE:
        case MAKE_FUNCTION:
        case RETURN_VALUE:
        case PUSH_EXC_INFO: /* an exception came from a call that was looked at */
        case CHECK_EXC_MATCH:
        case POP_EXCEPT:
        case RERAISE:
            change->kind = TW_CHANGES_NOTHING;
            return;
        case STORE_FAST:
            change->kind = TW_SETS;
            change->operands[0] = frame->localsplus[argument];
            change->operands[1] = peek(frame, 1);
            return;
        case UNARY_NOT:
        case UNARY_NEGATIVE:
        case UNARY_POSITIVE:
        case UNARY_INVERT:
        case FORMAT_VALUE:
        case POP_JUMP_FORWARD_IF_TRUE:
        case POP_JUMP_FORWARD_IF_FALSE:
        case POP_JUMP_BACKWARD_IF_TRUE:
        case POP_JUMP_BACKWARD_IF_FALSE:
        case JUMP_IF_TRUE_OR_POP:
        case JUMP_IF_FALSE_OR_POP:
        case UNPACK_SEQUENCE:
            take_operands(frame, 1, change);
            return;
        case BINARY_SUBSCR:
        case COMPARE_OP:
        case CONTAINS_OP:
            take_operands(frame, 2, change);
            return;
        case BINARY_OP:
            take_operands(frame, 2, change);
            if (argument >= NB_INPLACE_ADD) change->kind = TW_COMPUTES_IN_PLACE;
            return;
        case LOAD_ATTR:
        case LOAD_METHOD:
            change->kind = TW_FETCHES;
            change->operands[0] = peek(frame, 1);
            change->name = PyTuple_GET_ITEM(frame->f_code->co_names, argument);
            return;
        case GET_ITER:
            take_operands(frame, 1, change);
            change->kind = TW_ITERATES;
            return;
        case FOR_ITER:
            change->kind = TW_ADVANCES;
            return;
        case BEFORE_WITH:
            take_operands(frame, 1, change);
            change->kind = TW_ENTERS;
            return;
        case WITH_EXCEPT_START: {
            PyObject* exit = peek(frame, 4);
            change->kind = TW_ENTERS;
            change->operands[0] =
                exit && PyCFunction_Check(exit) ? PyCFunction_GET_SELF(exit) : NULL;
            return;
        }
        case PRECALL:
            take_call(frame, argument, change);
            return;
        default:
            return;
    }
}

PyObject* tw_first_variable(PyFrameObject* frame) {
    return frame->f_frame->f_code->co_nlocalsplus > 0 ? frame->f_frame->localsplus[0] : NULL;
}

static int is_code(PyObject* object) {
    return object && (PyModule_Check(object) || PyType_Check(object) || PyFunction_Check(object) ||
                      PyCFunction_Check(object));
}

int tw_reads_code(PyFrameObject* frame_object) {
    _PyInterpreterFrame* frame = frame_object->f_frame;
    const int offset = _PyInterpreterFrame_LASTI(frame);
    const int opcode = tw_loops_deopt[_Py_OPCODE(_PyCode_CODE(frame->f_code)[offset])];
    const int argument = argument_at(frame, offset);
    PyObject* names = frame->f_code->co_names;
    if (opcode == LOAD_GLOBAL)
        return is_code(PyDict_GetItem(frame->f_globals, PyTuple_GET_ITEM(names, argument >> 1)));
    if (opcode == LOAD_NAME)
        return is_code(PyDict_GetItem(frame->f_globals, PyTuple_GET_ITEM(names, argument)));
    if (opcode != LOAD_ATTR && opcode != LOAD_METHOD) return 0;
    PyObject* owner = peek(frame, 1);
    return owner && PyModule_Check(owner) &&
           is_code(PyDict_GetItem(PyModule_GetDict(owner), PyTuple_GET_ITEM(names, argument)));
}
