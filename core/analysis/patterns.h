// What has a name among people who write threads (a lost update, a deadly embrace), found in a run.
//
// A pattern is something that happened in this very trace, not something that might happen in
// another: each comes with the events that prove it. Where the trace does not prove it, nothing is
// said. What is read and written is known from the text of the source lines and, in the granularity
// `bytecode`, from the events read and write; shared are global variables, containers in them and
// attributes of objects in them (`account.balance`, but not `self.balance`, of which nobody knows
// whose it is).
#pragma once

#include <cstddef>
#include <limits>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/analysis/state.h"

namespace turnwise::analysis {

enum class PatternKind : std::uint8_t {
    lost_update,  // evidence: the read, the write of another thread that is lost, the write over it
    check_then_act,     // evidence: the check, the write of another thread, the act
    deadly_embrace,     // evidence: of each thread in the circle where it took what it holds (if it
                        // holds something), and where it blocks
    self_deadlock,      // evidence: where the thread took the lock, where it waits for it
    forgotten_release,  // evidence: where the thread took it, where the thread was over, and where
                        // another one waits for it for ever, if any does
    lost_wake_up,    // evidence: the notify or set (and the clear after it), the wait that came too
                     // late
    missing_signal,  // evidence: the wait that nobody will ever end
    foreign_release,  // evidence: the call that Python refused: a lock that is not held (or not by
                      // this thread) is released, or a condition is used without its lock
    busy_wait,        // evidence: first and last of the lines that only ask again and again
};
inline constexpr int pattern_kind_count = static_cast<int>(PatternKind::busy_wait) + 1;

// "lost-update": the word of its page in the glossary.
std::string_view to_string(PatternKind kind);

struct Pattern {
    PatternKind kind = PatternKind::lost_update;
    EventIndex at = 0;              // the event with which it is complete
    std::vector<ThreadId> threads;  // who takes part, ascending
    ObjectId object = no_object;
    std::string variable = {};         // lost_update, check_then_act: what was shared
    std::vector<EventIndex> evidence;  // ascending, but for deadly_embrace: thread by thread
    std::size_t times = 1;             // how often the same happened in this run; the first is told
};

class PatternFinder {
  public:
    // The trace must outlive the finder; it may grow meanwhile.
    explicit PatternFinder(const trace::Trace& trace);
    ~PatternFinder();

    // Takes in at most so many events of those that the trace has gained. True: there are no more.
    bool update(std::size_t most = std::numeric_limits<std::size_t>::max());

    // Those known so far, by `at`.
    const std::vector<Pattern>& found() const;

  private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

// All patterns of a whole trace.
std::vector<Pattern> patterns(const trace::Trace& trace);

}  // namespace turnwise::analysis
