#include "core/python/shapes.h"

#include <limits.h>
#include <stdint.h>
#include <string.h>

static int is_one_of(const char* name, const char* const* names) {
    for (; *names; ++names)
        if (strcmp(name, *names) == 0) return 1;
    return 0;
}

/* Types whose objects never change, or change by their attributes alone. */
static const char* const plain[] = {"NoneType",
                                    "ellipsis",
                                    "NotImplementedType",
                                    "int",
                                    "bool",
                                    "float",
                                    "complex",
                                    "str",
                                    "bytes",
                                    "range",
                                    "slice",
                                    "object",
                                    "type",
                                    "module",
                                    "code",
                                    "frame",
                                    "traceback",
                                    "cell",
                                    "function",
                                    "method",
                                    "builtin_function_or_method",
                                    "method_descriptor",
                                    "classmethod_descriptor",
                                    "wrapper_descriptor",
                                    "method-wrapper",
                                    "getset_descriptor",
                                    "member_descriptor",
                                    "classmethod",
                                    "staticmethod",
                                    "property",
                                    "super",
                                    "PyCapsule",
                                    "weakref",
                                    "weakproxy",
                                    "weakcallableproxy",
                                    "types.GenericAlias",
                                    "types.UnionType",
                                    "types.SimpleNamespace",
                                    "Token",
                                    "re.Pattern",
                                    "re.Match",
                                    "decimal.Decimal",
                                    "_io.TextIOWrapper", /* its order is that of the output */
                                    "operator.itemgetter",
                                    "operator.attrgetter",
                                    "_struct.Struct",
                                    "_asyncio.Future",
                                    "_asyncio.Task",
                                    NULL};
static const char* const views[] = {"mappingproxy",
                                    "dict_keys",
                                    "dict_values",
                                    "dict_items",
                                    "odict_keys",
                                    "odict_values",
                                    "odict_items",
                                    "frozenset",
                                    "functools.partial",
                                    "operator.methodcaller",
                                    NULL};

/* What is done with a primitive or a thread is a step of its own. Types that look as if Python code
 * had made them have a name without a module: ours alone. */
static int is_primitive(PyTypeObject* type) {
    const char* name = type->tp_name;
    if ((type->tp_flags & Py_TPFLAGS_HEAPTYPE) && !strchr(name, '.')) return 1;
    return strncmp(name, "threading.", 10) == 0 || strncmp(name, "_thread.", 8) == 0 ||
           strncmp(name, "_queue.", 7) == 0;
}

static tw_shape shape_by_name(PyTypeObject* type) {
    const char* name = type->tp_name;
    if (PyType_FastSubclass(type, Py_TPFLAGS_TYPE_SUBCLASS | Py_TPFLAGS_BASE_EXC_SUBCLASS))
        return TW_PLAIN;
    if (is_one_of(name, plain) || strncmp(name, "datetime.", 9) == 0) return TW_PLAIN;
    if (is_primitive(type)) return TW_PLAIN;
    if (is_one_of(name, views)) return TW_VIEW;
    if (strcmp(name, "generator") == 0 || strcmp(name, "coroutine") == 0 ||
        strcmp(name, "async_generator") == 0)
        return TW_GENERATOR;
    if (type == &PyByteArray_Type || type == &PySet_Type || strcmp(name, "collections.deque") == 0)
        return TW_CONTAINER;
    return type->tp_iternext ? TW_ITERATOR : TW_STATE;
}

/* What an address stands for: the one type that has been there for ever, or, of those that can go
 * away, the one with this tag, which no other type ever gets. 0: not known yet. */
static unsigned identity_of(PyTypeObject* type) {
    if (!(type->tp_flags & Py_TPFLAGS_HEAPTYPE)) return UINT_MAX;
    return (type->tp_flags & Py_TPFLAGS_VALID_VERSION_TAG) ? type->tp_version_tag : 0;
}

static tw_shape shape_of_known(PyTypeObject* type) {
    enum { places = 256 };
    static struct {
        PyTypeObject* type;
        unsigned identity;
        tw_shape shape;
    } known[places];
    const unsigned identity = identity_of(type);
    if (identity == 0) return shape_by_name(type);
    const size_t place = ((uintptr_t)type * 0x9e3779b97f4a7c15ULL >> 40) % places;
    if (known[place].type != type || known[place].identity != identity) {
        known[place].shape = shape_by_name(type);
        known[place].type = type;
        known[place].identity = identity;
    }
    return known[place].shape;
}

/* A class statement made it, and no C code has added to what its objects hold. */
static int is_class_of_python(PyTypeObject* type) {
    return (type->tp_flags & Py_TPFLAGS_HEAPTYPE) && !((PyHeapTypeObject*)type)->_ht_tpname;
}

tw_shape tw_shape_of(PyTypeObject* type) {
    if (PyType_FastSubclass(type, Py_TPFLAGS_LONG_SUBCLASS | Py_TPFLAGS_UNICODE_SUBCLASS |
                                      Py_TPFLAGS_BYTES_SUBCLASS))
        return TW_PLAIN;
    if (PyType_FastSubclass(type, Py_TPFLAGS_LIST_SUBCLASS | Py_TPFLAGS_DICT_SUBCLASS))
        return TW_CONTAINER;
    if (PyType_FastSubclass(type, Py_TPFLAGS_TUPLE_SUBCLASS)) return TW_TUPLE;
    while (type->tp_base && is_class_of_python(type))
        type = type->tp_base;
    return shape_of_known(type);
}

int tw_is_primitive(PyTypeObject* type) {
    while (type->tp_base && is_class_of_python(type))
        type = type->tp_base;
    return is_primitive(type);
}

int tw_has_state(PyTypeObject* type) {
    const tw_shape shape = tw_shape_of(type);
    return shape != TW_PLAIN && shape != TW_TUPLE;
}
