// What a program can tell of an object's address, told by the object's birth instead: the same in
// every execution of a search, and in the run that replays one.
//
// That is id(), and the hash and the repr that an object has from `object`: a set of objects has
// another order where they lie elsewhere, and concurrent.futures takes locks in the order of id().
// A birth is the thread (who made it, as the how-manieth), the name of the class, and the
// how-manieth of that name code of the program, or of libraries, has made in the thread. Objects of
// classes are born so, and those of types whose memory comes from PyType_GenericAlloc; not
// functions, modules, classes, containers.
#pragma once

#include <Python.h>

#include <cstdint>
#include <unordered_map>

namespace turnwise::python {

// What a thread has made so far; a part of PythonThread.
struct ThreadBirths {
    std::uint64_t path = 0;  // who made whom down to this thread, in 19 bits
    std::uint32_t children = 0;
    std::unordered_map<Py_hash_t, std::uint32_t>
        objects;  // by the name of their class, and who called

    // Of the next thread that this one makes.
    ThreadBirths child();
};

// From now on. Before Py_Initialize; builtins after it.
void tell_objects_by_birth();
void tell_id_by_birth();
// An execution begins: of what was born before, the address is told, for it stays where it is.
void begin_births();

}  // namespace turnwise::python
