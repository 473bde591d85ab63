#include "core/trace/event.h"

#include <array>
#include <cstddef>

namespace turnwise::trace {

namespace {

constexpr std::array<std::string_view, event_kind_count> kinds = {"thread_created",
                                                                  "thread_renamed",
                                                                  "thread_daemon",
                                                                  "thread_started",
                                                                  "thread_began",
                                                                  "thread_exception",
                                                                  "thread_ended",
                                                                  "thread_stopped",
                                                                  "decision",
                                                                  "run",
                                                                  "block",
                                                                  "sleep",
                                                                  "wake",
                                                                  "object_created",
                                                                  "object_named",
                                                                  "acquire",
                                                                  "acquire_failed",
                                                                  "release",
                                                                  "wait_ended",
                                                                  "notify",
                                                                  "event_set",
                                                                  "event_cleared",
                                                                  "event_tested",
                                                                  "barrier_arrived",
                                                                  "barrier_tripped",
                                                                  "barrier_broken",
                                                                  "barrier_reset",
                                                                  "timer_cancelled",
                                                                  "timer_fired",
                                                                  "local_set",
                                                                  "local_deleted",
                                                                  "queue_put",
                                                                  "queue_got",
                                                                  "read",
                                                                  "write",
                                                                  "compute",
                                                                  "call",
                                                                  "line",
                                                                  "return",
                                                                  "exception",
                                                                  "variable",
                                                                  "variable_deleted",
                                                                  "output",
                                                                  "hook_set",
                                                                  "misuse",
                                                                  "program_ended",
                                                                  "run_ended"};
constexpr std::array<std::string_view, 19> operations = {
    "none",  "acquire", "release", "wait",   "notify", "set",  "clear",  "test",    "start", "join",
    "sleep", "get",     "put",     "cancel", "line",   "exit", "access", "outside", "check"};
constexpr std::array<std::string_view, 3> questions = {"who_runs", "who_is_woken", "who_is_first"};
constexpr std::array<std::string_view, 7> switch_reasons = {
    "none", "blocked", "sleeping", "interval", "ended", "chosen", "idle"};
constexpr std::array<std::string_view, 5> wake_reasons = {"none", "notified", "timed_out",
                                                          "interrupted", "spurious"};
constexpr std::array<std::string_view, 9> object_types = {
    "Lock",  "RLock",   "Condition", "Semaphore",  "BoundedSemaphore",
    "Event", "Barrier", "local",     "SimpleQueue"};

// A trace may come from a newer or damaged file: a number outside the table is not an error here.
template <std::size_t size>
std::string_view name_in(const std::array<std::string_view, size>& names, std::size_t index) {
    return index < size ? names[index] : std::string_view("unknown");
}

}  // namespace

std::string_view to_string(EventKind kind) {
    return name_in(kinds, static_cast<std::size_t>(kind));
}
std::string_view to_string(Operation operation) {
    return name_in(operations, static_cast<std::size_t>(operation));
}
std::string_view to_string(Question question) {
    return name_in(questions, static_cast<std::size_t>(question));
}
std::string_view to_string(SwitchReason reason) {
    return name_in(switch_reasons, static_cast<std::size_t>(reason));
}
std::string_view to_string(WakeReason reason) {
    return name_in(wake_reasons, static_cast<std::size_t>(reason));
}
std::string_view to_string(ObjectType type) {
    return name_in(object_types, static_cast<std::size_t>(type));
}

}  // namespace turnwise::trace
