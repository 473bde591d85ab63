// The exceptions that Python's threading module raises, with Python's names and texts.
#pragma once

#include <stdexcept>

namespace turnwise::threading {

struct RuntimeError : std::runtime_error {
    using std::runtime_error::runtime_error;
};
struct BrokenBarrierError : RuntimeError {
    BrokenBarrierError() : RuntimeError("") {}
};
struct ValueError : std::runtime_error {
    using std::runtime_error::runtime_error;
};
struct OverflowError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// Reports to the trace that the program misused a primitive, then throws `Error(text)`.
[[noreturn]] void raise_runtime_error(const char* text);
[[noreturn]] void raise_value_error(const char* text);

}  // namespace turnwise::threading
