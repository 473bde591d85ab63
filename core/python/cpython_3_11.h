/* Everything that depends on the insides of CPython 3.11, in one place.
 *
 * The implementation is a C file because the internal headers do not compile as C++. For another
 * version of CPython this pair of files is what has to be written again; nothing else includes
 * internal headers. */
#pragma once

#include <Python.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* A new thread state of the interpreter, known to Python as thread `ident`. Not made current. */
PyThreadState* tw_thread_state_new(PyInterpreterState* interpreter, int64_t ident);

/* The thread of the state is over; the state is kept for another thread of the same interpreter,
 * for which it is made as a new one would be. */
void tw_thread_state_retire(PyThreadState* state);
void tw_thread_state_renew(PyThreadState* state, int64_t ident);

/* Gives an existing thread state (the main one) the identifier that the program shall see. */
void tw_thread_state_set_ident(PyThreadState* state, int64_t ident);

/* Makes `state` current, for PyGILState_Ensure too. The real GIL stays where it is. `is_main` says
 * whether signal handlers may run and signal.signal() may be called from now on. */
void tw_thread_state_swap(PyThreadState* state, int is_main);

/* The thread state that has let go of the interpreter last: that of the caller, between
 * PyEval_SaveThread() and PyEval_RestoreThread(). */
PyThreadState* tw_released_thread_state(void);

/* Whether a signal handler of the program, or KeyboardInterrupt, waits to be run. */
int tw_signals_pending(void);
/* Called in the main thread, before it runs the handlers of what is pending. */
void tw_clear_signals_pending(void);

/* Whether an exception that another thread has raised in the current one waits there: says so, or
 * not any more, in the flag that the eval loop looks at. */
void tw_note_async_exception(void);

/* Installs a C trace function in any thread state. */
int tw_set_trace(PyThreadState* state, Py_tracefunc function, PyObject* object);

/* The C trace function of a thread state, or NULL. */
Py_tracefunc tw_trace_function_of(PyThreadState* state);

/* frame.f_trace: borrowed, may be NULL; the second takes a reference to `function` of its own. */
PyObject* tw_frame_trace(PyFrameObject* frame);
void tw_frame_set_trace(PyFrameObject* frame, PyObject* function);

/* What sys.settrace's own machinery does around a call of the user's trace function: locals are
 * brought up to date before and written back after, a failing call gets its traceback entry. New
 * reference. */
PyObject* tw_call_trace_function(PyObject* function, PyFrameObject* frame, PyObject* event,
                                 PyObject* arg);

/* Calls visit(data, name, value) for each local variable, free variable and cell of the frame that
 * has a value; name and value are borrowed. */
typedef void (*tw_local_visitor)(void* data, PyObject* name, PyObject* value);
void tw_visit_locals(PyFrameObject* frame, tw_local_visitor visit, void* data);

/* Globals of the frame, borrowed. */
PyObject* tw_frame_globals(PyFrameObject* frame);

/* Whether the code holds a jump to itself, as `while True: pass` is: the interpreter gives no line
 * event there. */
int tw_has_self_loop(PyCodeObject* code);

/* frame.f_trace_opcodes = True: events of kind PyTrace_OPCODE, too. */
void tw_trace_opcodes(PyFrameObject* frame);

/* Whether the frame is about to execute a jump to itself. */
int tw_is_at_self_loop(PyFrameObject* frame);

/* sys.NAME, borrowed; NULL without an error if there is none. */
PyObject* tw_sys_object(PyObject* name);

/* A copy of `blank` in which the n-th key has values[n]; NULL with an error. `blank`: str keys,
 * none was ever deleted. */
PyObject* tw_dict_like(PyObject* blank, PyObject* const* values);

/* The value of `key`, an interned str, borrowed, if it is the key of the dict's entry number
 * `place`; else NULL, which says nothing. And that number, if it is one of the first; else -1. */
PyObject* tw_dict_value_at(PyObject* dict, Py_ssize_t place, PyObject* key);
Py_ssize_t tw_dict_place_of(PyObject* dict, PyObject* key);

/* A module with these variables, of which `__name__` is `name`; NULL with an error. */
PyObject* tw_module_of(PyObject* name, PyObject* dict);

/* What the interpreter knows of codecs, borrowed: a list and two dicts. There once one was asked
 * for. */
typedef struct {
    PyObject* search_path;
    PyObject* found;
    PyObject* errors;
} tw_codecs;
tw_codecs tw_codecs_of_interpreter(void);

/* The running thread has no context variables any more. */
void tw_forget_context(void);

/* Changes whenever a key of the dict is set or deleted. */
uint64_t tw_dict_version(PyObject* dict);

#ifdef __cplusplus
}
#endif
