#define Py_BUILD_CORE 1

#include "core/python/cpython_3_11.h"

#include <internal/pycore_dict.h>
#include <internal/pycore_frame.h>
#include <internal/pycore_gc.h>
#include <internal/pycore_interp.h>
#include <internal/pycore_moduleobject.h>
#include <internal/pycore_pystate.h>
#include <internal/pycore_runtime.h>
#include <opcode.h>

#if PY_VERSION_HEX < 0x030b0000 || PY_VERSION_HEX >= 0x030c0000
#error "Turnwise embeds CPython 3.11; for another version this file has to be written for it."
#endif

/* Exported by libpython, declared in no header that it installs. */
extern int _PyEval_SetTrace(PyThreadState* state, Py_tracefunc function, PyObject* object);
extern int PyFrame_FastToLocalsWithError(PyFrameObject* frame);
extern void PyFrame_LocalsToFast(PyFrameObject* frame, int clear);

PyThreadState* tw_thread_state_new(PyInterpreterState* interpreter, int64_t ident) {
    PyThreadState* state = PyThreadState_New(interpreter);
    if (state) tw_thread_state_set_ident(state, ident);
    return state;
}

void tw_thread_state_retire(PyThreadState* state) {
    PyThreadState_Clear(state);
    tw_thread_state_set_ident(state, -1); /* found by nobody who looks for a thread */
}

void tw_thread_state_renew(PyThreadState* state, int64_t ident) {
    PyInterpreterState* interpreter = state->interp;
    Py_CLEAR(state->async_exc);
    state->recursion_limit = state->recursion_remaining = interpreter->ceval.recursion_limit;
    state->tracing = 0;
    state->cframe = &state->root_cframe;
    state->root_cframe.use_tracing = 0;
    state->root_cframe.current_frame = NULL;
    state->exc_info = &state->exc_state;
    state->gilstate_counter = 1;
    state->trash_delete_nesting = 0;
    state->on_delete = NULL;
    state->on_delete_data = NULL;
    state->coroutine_origin_tracking_depth = 0;
    state->context_ver = 1;
    state->id = ++interpreter->threads.next_unique_id;
    tw_thread_state_set_ident(state, ident);
}

void tw_thread_state_set_ident(PyThreadState* state, int64_t ident) {
    state->thread_id = (unsigned long)ident;
    state->native_thread_id = (unsigned long)ident;
}

/* As ceval.c does. Under a trace function an eval loop that sees the flag and may not do what it is
   set for would look at it for ever. */
static void compute_eval_breaker(PyThreadState* state, int is_main) {
    struct _ceval_state* ceval = &state->interp->ceval;
    const int for_main =
        tw_signals_pending() || _Py_atomic_load_relaxed(&ceval->pending.calls_to_do);
    _Py_atomic_store_relaxed(&ceval->eval_breaker,
                             _Py_atomic_load_relaxed(&ceval->gil_drop_request) ||
                                 ceval->pending.async_exc || (is_main && for_main));
}

void tw_thread_state_swap(PyThreadState* state, int is_main) {
    PyThread_tss_set(&_PyRuntime.gilstate.autoTSSkey, state);
    PyThreadState_Swap(state);
    if (is_main) _PyRuntime.main_thread = state->thread_id; /* another one after a fork */
    compute_eval_breaker(state, is_main);
}

void tw_clear_signals_pending(void) {
    _Py_atomic_store_relaxed(&_PyRuntime.ceval.signals_pending, 0);
    compute_eval_breaker(PyThreadState_Get(), 1);
}

void tw_note_async_exception(void) {
    PyThreadState* state = PyThreadState_Get();
    struct _ceval_state* ceval = &state->interp->ceval;
    if (state->async_exc) {
        ceval->pending.async_exc = 1;
        _Py_atomic_store_relaxed(&ceval->eval_breaker, 1);
    } else if (ceval->pending.async_exc) {
        ceval->pending.async_exc = 0;
        compute_eval_breaker(state, state->thread_id == _PyRuntime.main_thread);
    }
}

PyThreadState* tw_released_thread_state(void) {
    return (PyThreadState*)_Py_atomic_load_relaxed(&_PyRuntime.ceval.gil.last_holder);
}

int tw_signals_pending(void) {
    return _Py_atomic_load_relaxed(&_PyRuntime.ceval.signals_pending);
}

int tw_set_trace(PyThreadState* state, Py_tracefunc function, PyObject* object) {
    return _PyEval_SetTrace(state, function, object);
}

Py_tracefunc tw_trace_function_of(PyThreadState* state) {
    return state->c_tracefunc;
}

PyObject* tw_frame_trace(PyFrameObject* frame) {
    return frame->f_trace;
}

void tw_frame_set_trace(PyFrameObject* frame, PyObject* function) {
    Py_XINCREF(function);
    Py_XSETREF(frame->f_trace, function);
}

PyObject* tw_call_trace_function(PyObject* function, PyFrameObject* frame, PyObject* event,
                                 PyObject* arg) {
    if (PyFrame_FastToLocalsWithError(frame) < 0) return NULL;
    PyObject* arguments[3] = {(PyObject*)frame, event, arg ? arg : Py_None};
    PyObject* result = PyObject_Vectorcall(function, arguments, 3, NULL);
    PyFrame_LocalsToFast(frame, 1);
    if (!result) PyTraceBack_Here(frame);
    return result;
}

void tw_visit_locals(PyFrameObject* frame, tw_local_visitor visit, void* data) {
    _PyInterpreterFrame* inner = frame->f_frame;
    PyCodeObject* code = inner->f_code;
    for (int i = 0; i < code->co_nlocalsplus; ++i) {
        PyObject* value = inner->localsplus[i];
        if (!value) continue;
        const _PyLocals_Kind kind = _PyLocals_GetKind(code->co_localspluskinds, i);
        /* Before MAKE_CELL has run, the slot of a cell variable holds the plain value. */
        if ((kind & (CO_FAST_CELL | CO_FAST_FREE)) && PyCell_Check(value))
            value = PyCell_GET(value);
        if (value) visit(data, PyTuple_GET_ITEM(code->co_localsplusnames, i), value);
    }
}

PyObject* tw_frame_globals(PyFrameObject* frame) {
    return frame->f_frame->f_globals;
}

/* A backward jump by one code unit lands on itself. */
static int is_self_jump(_Py_CODEUNIT unit) {
    const int opcode = _Py_OPCODE(unit);
    return (opcode == JUMP_BACKWARD || opcode == JUMP_BACKWARD_QUICK) && _Py_OPARG(unit) == 1;
}

int tw_has_self_loop(PyCodeObject* code) {
    PyObject* bytes = PyCode_GetCode(code);
    if (!bytes) {
        PyErr_Clear();
        return 0;
    }
    const _Py_CODEUNIT* units = (const _Py_CODEUNIT*)PyBytes_AS_STRING(bytes);
    int found = 0;
    for (Py_ssize_t i = 0; i < Py_SIZE(code); ++i)
        if (is_self_jump(units[i])) found = 1;
    Py_DECREF(bytes);
    return found;
}

void tw_trace_opcodes(PyFrameObject* frame) {
    frame->f_trace_opcodes = 1;
}

int tw_is_at_self_loop(PyFrameObject* frame) {
    return is_self_jump(*frame->f_frame->prev_instr);
}

PyObject* tw_sys_object(PyObject* name) {
    PyObject* dict = PyThreadState_Get()->interp->sysdict;
    return dict ? PyDict_GetItemWithError(dict, name) : NULL;
}

PyObject* tw_dict_like(PyObject* blank, PyObject* const* values) {
    PyObject* dict = PyDict_Copy(blank);
    if (!dict) return NULL;
    PyDictUnicodeEntry* entries = DK_UNICODE_ENTRIES(((PyDictObject*)dict)->ma_keys);
    for (Py_ssize_t i = 0; i < PyDict_GET_SIZE(dict); ++i) {
        Py_INCREF(values[i]);
        Py_SETREF(entries[i].me_value, values[i]);
    }
    if (!_PyObject_GC_IS_TRACKED(dict)) PyObject_GC_Track(dict);
    return dict;
}

PyObject* tw_dict_value_at(PyObject* dict, Py_ssize_t place, PyObject* key) {
    PyDictKeysObject* keys = ((PyDictObject*)dict)->ma_keys;
    if (((PyDictObject*)dict)->ma_values || !DK_IS_UNICODE(keys) ||
        (size_t)place >= (size_t)keys->dk_nentries)
        return NULL;
    const PyDictUnicodeEntry* entry = &DK_UNICODE_ENTRIES(keys)[place];
    return entry->me_key == key ? entry->me_value : NULL;
}

Py_ssize_t tw_dict_place_of(PyObject* dict, PyObject* key) {
    for (Py_ssize_t place = 0; place < 16; ++place)
        if (tw_dict_value_at(dict, place, key)) return place;
    return -1;
}

PyObject* tw_module_of(PyObject* name, PyObject* dict) {
    PyObject* module = PyModule_Type.tp_new(&PyModule_Type, NULL, NULL);
    if (!module) return NULL;
    Py_INCREF(dict);
    Py_XSETREF(((PyModuleObject*)module)->md_dict, dict);
    Py_INCREF(name);
    Py_XSETREF(((PyModuleObject*)module)->md_name, name);
    return module;
}

tw_codecs tw_codecs_of_interpreter(void) {
    const PyInterpreterState* interpreter = PyInterpreterState_Get();
    const tw_codecs codecs = {interpreter->codec_search_path, interpreter->codec_search_cache,
                              interpreter->codec_error_registry};
    return codecs;
}

void tw_forget_context(void) {
    PyThreadState* state = PyThreadState_Get();
    if (!state->context) return;
    Py_CLEAR(state->context);
    ++state->context_ver;
}

uint64_t tw_dict_version(PyObject* dict) {
    return ((PyDictObject*)dict)->ma_version_tag;
}
