// Which Python objects threads share, in an explored run, and by what number a search knows them.
//
// An object is private to its thread until it gets to a place where another can find it: what the
// globals of the program, the target and the arguments of a started thread lead to is shared, and
// what is stored into something shared afterwards. Only accesses to what is shared are scheduling
// points.
//
// A shared object lives as long as the run, so that no other gets its address. One with a finalizer
// does not: its end may be something that the program waits for.
#pragma once

#include <Python.h>

#include <vector>

#include "core/python/contention.h"
#include "core/python/ref.h"
#include "core/python/search_numbers.h"

namespace turnwise::python {

class SharedObjects {
  public:
    SharedObjects() = default;
    SharedObjects(const SharedObjects&) = delete;
    SharedObjects& operator=(const SharedObjects&) = delete;
    ~SharedObjects();

    // The objects of the run that goes on; nullptr where none is explored.
    static SharedObjects* current() { return s_current; }

    // A run begins, in which things are known by `numbers`.
    void begin(SearchNumbers& numbers, Contention& contention);
    // It is over: lets go of all objects.
    void end();

    SearchNumbers& numbers() { return *m_numbers; }
    Contention& contention() { return *m_contention; }

    // `dict` is where `owner` keeps its attributes, or a module its variables.
    void add_attributes(PyObject* dict, explore::Object owner);
    // Whose attributes these are; 0 if that is not known.
    explore::Object owner_of_attributes(PyObject* dict) const;

    // The variables of the program and of the functions that run in the running thread.
    void publish_roots();
    // Whatever `object` leads to is shared from now on; the running thread did it.
    void publish(PyObject* object);
    // The number of a shared object, 0 of a private one.
    explore::Object find(PyObject* object) const;
    // Nothing was published yet: there are no threads but the main one.
    bool is_empty() const { return m_order.empty(); }

    // The variables of `__main__`, borrowed, and the number of that module.
    PyObject* main_variables() const { return m_main_variables.get(); }
    explore::Object main_module() const { return m_main_module; }

    // The number of the running thread, and of primitives and threads that it makes.
    ThreadId thread_number(ThreadId id) const { return m_threads[id].number; }
    void thread_created(ThreadId creator, ThreadId id);
    explore::Object new_primitive(ThreadId creator);

  private:
    struct Entry {
        PyObject* object = nullptr;
        explore::Object number = 0;  // 0: only passed on the way
        bool is_held = false;
    };
    struct Thread {
        ThreadId number = 0;
        std::uint32_t children = 0;
        std::uint32_t primitives = 0;
        std::uint32_t published = 0;
    };

    std::size_t place_of(PyObject* object) const;
    bool add(PyObject* object);
    void grow();
    void visit_thread(PyObject* thread);
    void visit_class(PyTypeObject* type);
    void publish_modules();
    static int visit(PyObject* object, void* self);

    static inline SharedObjects* s_current = nullptr;

    struct Attributes {
        Ref dict;
        explore::Object owner = explore::no_object;
    };

    SearchNumbers* m_numbers = nullptr;
    Contention* m_contention = nullptr;
    std::vector<Attributes> m_attributes;
    std::vector<Entry> m_table = std::vector<Entry>(256);  // open addressing; a power of two
    std::vector<std::uint32_t> m_order;  // places in use, in the order in which they were filled
    std::vector<PyObject*> m_to_visit;
    std::vector<Thread> m_threads;  // by ThreadId of the run
    Ref m_main_variables;
    explore::Object m_main_module = explore::no_object;
};

// The running thread starts another one: what it is started with is shared from now on (explored
// runs alone). Before the first start that is whatever the running thread can reach.
void publish_thread(PyObject* started);

}  // namespace turnwise::python
