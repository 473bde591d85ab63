#include "core/python/fixed_memory.h"

#include <Python.h>
#include <sys/mman.h>

#include <array>
#include <bit>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <new>

namespace turnwise::python {

#if defined(__SANITIZE_ADDRESS__)

// The sanitizer must see every block, so it keeps its own allocator.
void use_fixed_memory() {}

#else

namespace {

constexpr std::uintptr_t region_begin = 0x2000'0000'0000;
constexpr std::size_t region_size = std::size_t{1}
                                    << 38;  // address space; memory comes when touched
constexpr std::size_t header_size = 16;     // keeps malloc's alignment
constexpr int steps_per_doubling = 4;

class Region {
  public:
    bool reserve() {
        void* wanted = reinterpret_cast<void*>(region_begin);
        void* got = mmap(wanted, region_size, PROT_READ | PROT_WRITE,
                         MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED_NOREPLACE, -1, 0);
        if (got == MAP_FAILED) return false;
        m_next = region_begin;
        return got == wanted;
    }

    void* allocate(std::size_t size) {
        const unsigned index = class_of(size);
        if (FreeBlock* block = m_free[index]) {
            m_free[index] = block->next;
            return block;
        }
        const std::size_t whole = class_size(index) + header_size;
        if (m_next + whole > region_begin + region_size) return nullptr;
        auto* header = reinterpret_cast<std::uint64_t*>(m_next);
        *header = index;
        m_next += whole;
        return reinterpret_cast<char*>(header) + header_size;
    }

    void release(void* memory) {
        const std::uint64_t index = header_of(memory);
        m_free[index] = new (memory) FreeBlock{m_free[index]};
    }

    bool holds(const void* memory) const {
        const auto address = reinterpret_cast<std::uintptr_t>(memory);
        return address >= region_begin && address < region_begin + region_size;
    }

    std::size_t capacity(void* memory) const {
        return class_size(static_cast<unsigned>(header_of(memory)));
    }

  private:
    struct FreeBlock {
        FreeBlock* next;
    };

    static std::uint64_t header_of(void* memory) {
        return *reinterpret_cast<std::uint64_t*>(static_cast<char*>(memory) - header_size);
    }

    // Sizes 16, 20, 24, 28, 32, 40, 48, 56, 64, 80 ... rounded up to multiples of 16 in class_size.
    static unsigned class_of(std::size_t size) {
        if (size <= 16) return 0;
        const unsigned doubling = std::bit_width(size - 1) - 1;
        const std::size_t base = std::size_t{1} << doubling;
        const std::size_t step = base / steps_per_doubling;
        const auto above = static_cast<unsigned>((size - base + step - 1) / step);
        return (doubling - 4) * steps_per_doubling + above;
    }

    static std::size_t class_size(unsigned index) {
        const std::size_t base = std::size_t{16} << (index / steps_per_doubling);
        const std::size_t size = base + base / steps_per_doubling * (index % steps_per_doubling);
        return (size + 15) & ~std::size_t{15};
    }

    std::uintptr_t m_next = 0;
    std::array<FreeBlock*, 256> m_free{};
};

Region& region() {
    static Region the_region;
    return the_region;
}

void* raw_malloc(void*, std::size_t size) {
    return region().allocate(size);
}

void* raw_calloc(void*, std::size_t count, std::size_t size) {
    if (size != 0 && count > PY_SSIZE_T_MAX / size) return nullptr;
    void* memory = region().allocate(count * size);
    if (memory) std::memset(memory, 0, count * size);
    return memory;
}

// Memory from before the region was in use is the C library's.
void raw_free(void*, void* memory) {
    if (!memory) return;
    region().holds(memory) ? region().release(memory) : std::free(memory);
}

void* raw_realloc(void*, void* memory, std::size_t size) {
    if (!memory) return region().allocate(size);
    if (!region().holds(memory)) return std::realloc(memory, size);
    const std::size_t capacity = region().capacity(memory);
    if (size <= capacity) return memory;
    void* larger = region().allocate(size);
    if (!larger) return nullptr;
    std::memcpy(larger, memory, capacity);
    region().release(memory);
    return larger;
}

}  // namespace

void use_fixed_memory() {
    if (!region().reserve()) return;
    PyMemAllocatorEx raw = {nullptr, raw_malloc, raw_calloc, raw_realloc, raw_free};
    PyMem_SetAllocator(PYMEM_DOMAIN_RAW, &raw);
    PyObjectArenaAllocator arenas = {
        nullptr, [](void*, std::size_t size) { return region().allocate(size); },
        [](void*, void* memory, std::size_t) { region().release(memory); }};
    PyObject_SetArenaAllocator(&arenas);
}

#endif

}  // namespace turnwise::python
