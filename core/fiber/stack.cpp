#include "core/fiber/stack.h"

#include <sys/mman.h>

#include <new>

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/asan_interface.h>
#endif

namespace turnwise::fiber {

namespace {

// Beyond this many idle stacks their memory goes back to the system.
constexpr std::size_t kept = 64;

void unmap(Stack stack) {
    munmap(stack.bottom - guard_size, guard_size + stack_size);
}

// The frames that were on a stack are gone without having returned, so the address sanitizer still
// holds their variables' surroundings to be poisonous: for the next fiber, or for whatever is
// mapped there next.
void unpoison([[maybe_unused]] Stack stack) {
#if defined(__SANITIZE_ADDRESS__)
    __asan_unpoison_memory_region(stack.bottom, stack_size);
#endif
}

}  // namespace

StackPool::~StackPool() {
    for (Stack stack : m_free)
        unmap(stack);
}

StackPool& StackPool::of_process() {
    static StackPool pool;
    return pool;
}

Stack StackPool::acquire() {
    if (!m_free.empty()) {
        const Stack stack = m_free.back();
        m_free.pop_back();
        return stack;
    }
    void* memory = mmap(nullptr, guard_size + stack_size, PROT_READ | PROT_WRITE,
                        MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_STACK, -1, 0);
    if (memory == MAP_FAILED) throw std::bad_alloc();
    const Stack stack{static_cast<std::byte*>(memory) + guard_size};
    if (mprotect(memory, guard_size, PROT_NONE) != 0) {  // too many mappings
        unmap(stack);
        throw std::bad_alloc();
    }
    return stack;
}

void StackPool::release(Stack stack) {
    unpoison(stack);
    if (m_free.size() < kept)
        m_free.push_back(stack);
    else
        unmap(stack);
}

}  // namespace turnwise::fiber
