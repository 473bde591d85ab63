// The exceptions that Python's threading module raises, with Python's names and texts.
#pragma once

#include <functional>
#include <stdexcept>
#include <string>

namespace turnwise::sched {
class Primitive;
}

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
struct AttributeError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// Reports to the trace that the program misused a primitive, then throws the error.
[[noreturn]] void raise_runtime_error(const char* text, const sched::Primitive* misused = nullptr);
[[noreturn]] void raise_value_error(const char* text, const sched::Primitive* misused = nullptr);
[[noreturn]] void raise_overflow_error(const char* text);

// Calls `activity`. The exception that left it, of any type, in the words of a traceback's last
// line: "ValueError: n must be one or more", or with its C++ type "std::logic_error: ..."; "" if
// none did.
std::string failure_of(const std::function<void()>& activity);

}  // namespace turnwise::threading
