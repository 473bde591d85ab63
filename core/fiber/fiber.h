// A C stack with a place in it to go on from, and the switch between two of them.
//
// Only what every simulated thread needs is here: no queue, no state, no owner. The switch also
// carries over what a C++ program keeps per OS thread and a fiber must have for itself: the
// exceptions that are being handled (__cxa_get_globals) and errno. With the address sanitizer it
// tells the sanitizer which stack is in use.
//
// **Invariant**: all fibers live on one OS thread.
// **Invariant**: no exception leaves a fiber's entry, and no switch happens inside a catch block.
#pragma once

#include "core/fiber/stack.h"

namespace turnwise::fiber {

class Fiber {
  public:
    using Entry = void (*)(void* argument);

    // The fiber that runs already: the OS thread's own stack. It can be left and come back to.
    Fiber() = default;

    // A fiber that calls entry(argument) on `stack` when first switched to. `entry` must not
    // return: it ends by switching away for good. The stack must outlive the fiber.
    Fiber(Stack stack, Entry entry, void* argument);

    Fiber(const Fiber&) = delete;
    Fiber& operator=(const Fiber&) = delete;

    // Leaves `from`, which must be the fiber that runs, and goes on in `to`. Returns when somebody
    // switches back to `from`.
    static void switch_to(Fiber& from, Fiber& to) { jump(from, to, false); }

    // As switch_to, for a `from` that nobody will ever come back to.
    [[noreturn]] static void leave_for_ever(Fiber& from, Fiber& to);

    Stack stack() const { return m_stack; }

  private:
    static void jump(Fiber& from, Fiber& to, bool for_ever);
    static void arrived(void* came_from, void* context);

    void* m_context = nullptr;  // where to go on; meaningless while the fiber runs
    Stack m_stack;
    Entry m_entry = nullptr;
    void* m_argument = nullptr;

    struct CxaGlobals {  // layout fixed by the Itanium C++ ABI
        void* caught_exceptions = nullptr;
        unsigned int uncaught_exceptions = 0;
    } m_cxa;
    int m_errno = 0;

    // What the address sanitizer wants back at each switch; unused without it.
    void* m_fake_stack = nullptr;
    const void* m_sanitizer_bottom = nullptr;
    std::size_t m_sanitizer_size = 0;
};

}  // namespace turnwise::fiber
