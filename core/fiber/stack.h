// C stacks for fibers: large, lazily backed by memory, and fenced by a guard.
#pragma once

#include <cstddef>
#include <vector>

namespace turnwise::fiber {

// CPython's own recursion (sorted(key=...) to the recursion limit) needs more than 1 MiB; 8 MiB is
// what the main thread has. Only pages that are touched cost memory.
inline constexpr std::size_t stack_size = std::size_t{8} << 20;

// Below each stack nothing can be read or written, so that a recursion without end is a fault at
// once. As wide as the gap that Linux keeps below a stack of its own: one page could be stepped
// over by a function with large arrays.
inline constexpr std::size_t guard_size = std::size_t{1} << 20;

struct Stack {
    std::byte* bottom = nullptr;  // lowest usable address; the guard lies below
    std::byte* top() const { return bottom + stack_size; }
};

// Keeps the stacks of ended threads for the next ones. One OS thread only.
class StackPool {
  public:
    StackPool() = default;
    StackPool(const StackPool&) = delete;
    StackPool& operator=(const StackPool&) = delete;
    ~StackPool();

    // The one that runs share. A search makes thousands of small runs, and mapping fresh stacks
    // takes more time than all the rest of such a run.
    static StackPool& of_process();

    // Throws std::bad_alloc when the system gives no more address space.
    Stack acquire();
    // Nothing on the stack is needed any more; it is used again or unmapped.
    void release(Stack stack);

  private:
    std::vector<Stack> m_free;
};

}  // namespace turnwise::fiber
