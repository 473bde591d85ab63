#include "tests/support/model/task.h"

namespace turnwise::support::model {

namespace {

// Freed frames by size in units of 64 bytes; larger ones are not kept.
std::vector<void*>& shelf(std::size_t size) {
    static std::vector<std::vector<void*>> shelves(64);
    return shelves[size / 64];
}

constexpr std::size_t largest = 64 * 63;
constexpr std::size_t rounded(std::size_t size) {
    return (size + 63) / 64 * 64;
}

}  // namespace

void* FramePool::take(std::size_t size) {
    size = rounded(size);
    if (size > largest || shelf(size).empty()) return ::operator new(size);
    void* const memory = shelf(size).back();
    shelf(size).pop_back();
    return memory;
}

void FramePool::give(void* memory, std::size_t size) {
    size = rounded(size);
    if (size > largest) return ::operator delete(memory);
    shelf(size).push_back(memory);
}

}  // namespace turnwise::support::model
