#include "core/fiber/stack.h"

#include <sys/mman.h>
#include <unistd.h>

#include <new>

namespace turnwise::fiber {

namespace {

// Beyond this many idle stacks their memory goes back to the system.
constexpr std::size_t kept = 64;

std::size_t guard_size() {
    static const auto size = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
    return size;
}

void unmap(Stack stack) {
    munmap(stack.bottom - guard_size(), stack_size + guard_size());
}

}  // namespace

StackPool::~StackPool() {
    for (Stack stack : m_free) unmap(stack);
}

Stack StackPool::acquire() {
    if (!m_free.empty()) {
        const Stack stack = m_free.back();
        m_free.pop_back();
        return stack;
    }
    void* memory = mmap(nullptr, stack_size + guard_size(), PROT_READ | PROT_WRITE,
                        MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_STACK, -1, 0);
    if (memory == MAP_FAILED) throw std::bad_alloc();
    mprotect(memory, guard_size(), PROT_NONE);
    return {static_cast<std::byte*>(memory) + guard_size()};
}

void StackPool::release(Stack stack) {
    if (m_free.size() < kept)
        m_free.push_back(stack);
    else
        unmap(stack);
}

}  // namespace turnwise::fiber
