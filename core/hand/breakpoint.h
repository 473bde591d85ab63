// Where a run by hand shall stop and ask: before a line, after an operation on a primitive, after a
// kind of event.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/trace/event.h"

namespace turnwise::hand {

// Text:
// - "line [FILE:]NUMBER": a thread is about to execute the line; without FILE, of the program
// itself
// - "owner NAME": a Lock or RLock gets another owner, or none
// - "value NUMBER NAME": a counter comes to NUMBER: semaphore, RLock, Barrier, SimpleQueue; 1 and 0
//   of an Event
// - "use NAME": anything is done with a primitive
// - "event KIND": an event of this kind, as `turnwise run --events` calls it: thread_ended
// NAME is that of the variable that holds the primitive, and the rest of the text.
struct Breakpoint {
    enum class Kind : std::uint8_t { line, owner, value, use, event };

    Kind kind = Kind::line;
    std::string name = {};    // of a file or a primitive
    std::int64_t number = 0;  // the line, or the value
    trace::EventKind event = trace::EventKind::line;

    bool operator==(const Breakpoint&) const = default;

    // Throws std::invalid_argument, with a sentence that says what is expected.
    static Breakpoint parse(std::string_view text);
    std::string text() const;

    // Whether an event hits it; `object_name` is that of the event's primitive. Never a line.
    bool is_hit(const trace::Event& event, std::string_view object_name) const;
    // Whether a thread hits it that is about to execute a line. A file counts by the end of its
    // path.
    bool is_hit(std::string_view file, std::uint32_t line, std::string_view program) const;
};

}  // namespace turnwise::hand
