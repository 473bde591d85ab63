/* What an object is for a search that asks what C code does to it: whether it has a state of its
 * own that calls, operators and loops may change. */
#pragma once

#include <Python.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum {
    TW_PLAIN,     /* never changes, or only by its attributes: numbers, texts, functions, objects of
                     the program's classes */
    TW_TUPLE,     /* never changes; what it holds may */
    TW_CONTAINER, /* list, dict, set, bytearray, deque: which methods change it is known */
    TW_VIEW,      /* looks into something else */
    TW_ITERATOR,  /* the same, and whoever takes a value from it changes it */
    TW_GENERATOR, /* whoever goes on with it changes it; its code is looked at itself */
    TW_STATE      /* anything else that C code made: whatever is done with it may change it */
} tw_shape;

/* Of objects of this type; of a class of the program's, what it derives from. */
tw_shape tw_shape_of(PyTypeObject* type);

/* Whether calls may change it, or what it leads to. */
int tw_has_state(PyTypeObject* type);

/* A lock, a thread, ...: what is done with it is a step of its own. */
int tw_is_primitive(PyTypeObject* type);

#ifdef __cplusplus
}
#endif
