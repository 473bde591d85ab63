// Small words for writing tables of methods and slots.
#pragma once

#include <Python.h>

namespace turnwise::python {

// A function with keyword arguments, as a method table wants it.
template <typename Function>
PyCFunction with_keywords(Function function) {
    return reinterpret_cast<PyCFunction>(reinterpret_cast<void (*)(void)>(function));
}

template <typename Function>
void* slot(Function function) {
    return reinterpret_cast<void*>(function);
}

inline void* text_slot(const char* text) {
    return const_cast<char*>(text);
}

}  // namespace turnwise::python
