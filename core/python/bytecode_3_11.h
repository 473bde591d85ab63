/* The second half of what depends on the insides of CPython 3.11: its instructions, and the
 * operands that they are about to use. Like cpython_3_11.h it has to be written again for another
 * version. */
#pragma once

#include <Python.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum {
    TW_NOTHING, /* nothing that another thread could see */
    TW_READ,
    TW_WRITE,  /* or delete */
    TW_COMPUTE /* a binary operator on values that only this thread has */
} tw_effect;

typedef enum { TW_VARIABLE, TW_ATTRIBUTE, TW_ITEM, TW_CELL, TW_CONTENT } tw_place;

/* What the instruction does that the frame is about to execute. All objects are borrowed. */
typedef struct {
    tw_effect effect;
    tw_place place;
    PyObject* owner; /* the dict of globals, the object, the container, the cell */
    PyObject* key;   /* the name, the index or key; NULL for TW_CONTENT */
    PyObject*
        value; /* what a write will store; NULL if it deletes, or if that is not known before */
    const char* symbol; /* of an operator: "+" */
    int is_built_in;    /* a variable that is read, and is not there but built in */
    int is_by_call;     /* an attribute, by a function such as setattr(); without a key: all */
} tw_instruction;

/* To be called at a PyTrace_OPCODE event. */
void tw_next_instruction(PyFrameObject* frame, tw_instruction* instruction);

/* What an instruction may touch, for a search: up to TW_MOST_TOUCHED objects and whether it changes
 * their contents. Wider than tw_instruction: everything that looks into a container, by whatever
 * operator or function. */
#define TW_MOST_TOUCHED 16

/* Whether an instruction that calls Python code touches its objects afterwards once more. */
typedef enum {
    TW_NEVER_AGAIN,
    TW_AGAIN, /* whenever that code returns */
    TW_AT_END /* when it is at its end */
} tw_again;

typedef struct {
    int count;
    PyObject* objects[TW_MOST_TOUCHED]; /* borrowed */
    unsigned char changes[TW_MOST_TOUCHED];
    PyObject* into; /* where that goes; NULL: to somewhere that others may look at */
    int published;  /* of what follows: objects that get where other threads may find them */
    PyObject* given[TW_MOST_TOUCHED];
    int gives_result; /* it leaves an object on the stack that may be part of what it touched */
    tw_again again;
    /* Objects of which code that is not looked at may read or change any attribute. */
    int whole_count;
    PyObject* wholes[TW_MOST_TOUCHED];
    unsigned char whole_changes[TW_MOST_TOUCHED];
    int is_incomplete;  /* there was more */
    PyObject* hidden;   /* an object that a library keeps for itself and calls a method of */
    const char* unseen; /* what it does cannot be seen: its name, or NULL */
} tw_touched;

/* What tw_next_instruction says, and what is touched. If it reads a global variable that is neither
 * there nor built in, that is a read of it, too. */
void tw_next_accesses(PyFrameObject* frame, tw_instruction* instruction, tw_touched* touched);

/* What a call that no instruction makes touches; `arguments` is a tuple. */
void tw_touched_by_call(PyObject* function, PyObject* arguments, tw_touched* touched);

/* Whether code is the program's own, which is looked at itself. Defined by who includes this. */
int tw_is_users_code(PyCodeObject* code);

/* Whether the frame is about to make the call that the instruction before has prepared. */
int tw_is_in_call(PyFrameObject* frame);

/* For each code unit of the code whether it has to be looked at by either of these, 0,
 * TW_TOUCHES or TW_IMPORTS: `interesting` has room for Py_SIZE(code) of them. */
#define TW_TOUCHES 1
#define TW_BEGINS_LOOP 2 /* set by who knows tw_find_loops */
#define TW_IMPORTS 4
void tw_find_interesting(PyCodeObject* code, unsigned char* interesting);
/* The name that the IMPORT_NAME which the frame is about to execute has for its module. */
PyObject* tw_imported_name(PyFrameObject* frame);

/* A loop that goes on until something happens, as `while` makes it; in code units. */
typedef struct {
    int begin; /* its test or, where it has none, its body */
    int copy;  /* the same test once more, before the loop; -1: there is none */
    int head;  /* where it jumps back to */
} tw_loop;

/* The loops of the code, up to `most`; returns how many. */
int tw_find_loops(PyCodeObject* code, tw_loop* loops, int most);

/* How many values lie on the frame's stack. */
int tw_stack_level(PyFrameObject* frame);

/* What the instruction that the frame is about to execute changes, as far as that can be told from
 * it alone. */
typedef enum {
    TW_CHANGES,         /* something, or who knows what */
    TW_CHANGES_NOTHING, /* but what lies on the frame's stack */
    TW_SETS,            /* a variable of the frame: operands[0] is in it, operands[1] will be */
    TW_COMPUTES, /* nothing, if the operands are such that computing with them changes nothing */
    TW_COMPUTES_IN_PLACE, /* the same; the first operand may change */
    TW_FETCHES,           /* nothing, if `name` of operands[0] is no more than a value */
    TW_CALLS,  /* what `function` does, called with the operands; of a method: with `self` before */
    TW_ENTERS, /* what the context operands[0] does when it is entered, or left by an exception */
    TW_ITERATES, /* nothing, if an iterator is made of operands[0] */
    TW_ADVANCES  /* the iterator on top of the stack */
} tw_change_kind;

#define TW_MOST_OPERANDS 4
typedef struct {
    tw_change_kind kind;
    int count; /* of operands; more than TW_MOST_OPERANDS: there are more */
    PyObject* operands[TW_MOST_OPERANDS]; /* all borrowed; may be NULL */
    PyObject* function;
    PyObject* self;
    PyObject* name;
} tw_change;
void tw_next_change(PyFrameObject* frame, tw_change* change);

/* The first variable of the frame, which a method has its object in; borrowed, may be NULL. */
PyObject* tw_first_variable(PyFrameObject* frame);

/* Whether the instruction that the frame is about to execute reads the name of a module, class or
 * function. */
int tw_reads_code(PyFrameObject* frame);

/* The code that the frame executes, borrowed. */
PyCodeObject* tw_frame_code(PyFrameObject* frame);

/* A digest of where the running thread stands: the user's frames. `id_of` gives the number of a
 * piece of code, 0 for one that is not the user's. */
uint64_t tw_stack_digest(uint32_t (*id_of)(PyCodeObject* code));

/* What such a digest becomes with one frame more around the others: the number of its code and the
 * offset in it, in code units. That of no frame is 0. */
static inline uint64_t tw_digest_with(uint64_t digest, uint32_t id, int offset) {
    digest = (digest ^ ((uint64_t)id << 32 | (uint32_t)offset)) * 0x9e3779b97f4a7c15ULL;
    return digest ^ digest >> 29;
}

/* Whether the innermost frame of the program's own code is this one, or none if it is NULL: of the
 * running thread, or from who called `frame` on. */
int tw_is_innermost(PyFrameObject* users_frame);
int tw_is_called_by(PyFrameObject* frame, PyFrameObject* users_frame);

/* Calls visit(data, code, offset in bytes) for each Python frame of the running thread, innermost
 * first. */
typedef void (*tw_frame_visitor)(void* data, PyCodeObject* code, int offset);
void tw_visit_frames(tw_frame_visitor visit, void* data);

/* Which events the tracing of a frame gives beside calls. */
void tw_set_frame_events(PyFrameObject* frame, int lines, int opcodes);

/* Where that instruction stands in the code, in code units. */
int tw_instruction_offset(PyFrameObject* frame);

/* The bytecode `previous` has prepared a call, and the next one makes it. */
int tw_is_call_to_come(PyFrameObject* frame, int previous);

/* Whether CPython looks at its eval breaker between the instruction at `previous`, which the frame
 * has executed and which entered no Python function, and the one that it is about to execute. */
int tw_checks_eval_breaker_after(PyFrameObject* frame, int previous);

/* Whether it does so where the function begins, or the generator goes on; to be called at a
 * PyTrace_CALL event. */
int tw_checks_eval_breaker_on_entry(PyFrameObject* frame);

/* Whether the frame is in a call whose result it drops, as that of a statement. */
int tw_drops_result(PyFrameObject* frame);

/* The value on top of the frame's stack, borrowed, or NULL; to be called at a PyTrace_OPCODE event.
 */
PyObject* tw_stack_top(PyFrameObject* frame);

/* How many of the references to `object` are those of the frame's variables and stack. */
Py_ssize_t tw_references_from(PyFrameObject* frame, PyObject* object);

#ifdef __cplusplus
}
#endif
