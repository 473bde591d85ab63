// A schedule: the choices made at decisions, as data and as short text.
//
// Text: runs of one thread, "THREAD" or "THREADxTIMES", joined by commas: "0x12,1,2x3" means that
// the main thread was chosen twelve times, then thread 1 once, then thread 2 three times. A
// schedule that a search has found begins with the rules under which it was made,
// "bytecode/abstract:0x12,1,2x3", because it fits no run under others (options.h). No character of
// it needs quoting in a shell.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/ids.h"

namespace turnwise::sched {

class ScheduleError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

// Nobody answers any more: whoever decided by hand has gone. The run ends `unfinished`.
class NobodyDecides : public ScheduleError {
  public:
    using ScheduleError::ScheduleError;
};

class Schedule {
  public:
    struct Run {
        ThreadId thread = no_thread;
        std::uint64_t times = 0;
        bool operator==(const Run&) const = default;
    };

    // Throws ScheduleError, naming the place, for anything but such runs. "" is the empty schedule;
    // blanks and line breaks are ignored, so that a schedule can be pasted from a letter.
    static Schedule parse(std::string_view text);
    std::string text() const;

    void append(ThreadId thread, std::uint64_t times = 1);

    // "bytecode/abstract", or "" if the schedule is that of an ordinary run.
    const std::string& mode() const { return m_mode; }
    void set_mode(std::string mode) { m_mode = std::move(mode); }

    std::uint64_t size() const { return m_size; }  // how many choices
    const std::vector<Run>& runs() const { return m_runs; }

    bool operator==(const Schedule&) const = default;

  private:
    std::vector<Run> m_runs;  // invariant: none is empty, neighbours are of different threads
    std::uint64_t m_size = 0;
    std::string m_mode;
};

}  // namespace turnwise::sched
