// The first counter of a semaphore and the parties of a barrier may be larger than `extra`: then
// `other`, which means nothing in their events, holds the upper half. So a trace without such
// numbers is what it has always been.
#pragma once

#include "core/trace/event.h"

namespace turnwise::trace {

inline void set_wide_extra(Event& event, std::int64_t number) {
    event.extra = static_cast<std::int32_t>(number);
    if (event.extra != number)
        event.other = static_cast<ThreadId>(static_cast<std::uint64_t>(number) >> 32);
}

inline bool is_wide(const Event& event) {
    const bool may_be =
        event.kind == EventKind::object_created || event.kind == EventKind::barrier_arrived;
    return may_be && event.other != no_thread;
}

// Of an event of any kind.
inline ThreadId other_thread(const Event& event) {
    return is_wide(event) ? no_thread : event.other;
}

inline std::int64_t wide_extra(const Event& event) {
    if (!is_wide(event)) return event.extra;
    return static_cast<std::int64_t>(std::uint64_t{event.other} << 32 |
                                     static_cast<std::uint32_t>(event.extra));
}

}  // namespace turnwise::trace
