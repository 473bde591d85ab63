// Where a recorder puts a trace, and where a reader of a stream puts what it reads.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/outcome.h"
#include "core/trace/event.h"
#include "core/trace/inquiry.h"

namespace turnwise::trace {

// What was run, and how: enough to run it again.
struct Header {
    std::string program;  // path as it was given
    std::vector<std::string> arguments = {};
    std::string policy = {};  // "round-robin", "fifo", "random", "replay"
    std::uint64_t seed = 0;
    std::string granularity = {};  // as sched::to_string() says: "line"
    Tick switch_interval = 0;
    Tick line_cost = 0;
    Tick bytecode_cost = 0;
    Tick switch_cost = 0;
    std::uint32_t cores = 0;  // of the free-threaded model; 0: there is a GIL
    bool chooses_woken = false;
    bool wakes_spuriously = false;

    bool operator==(const Header&) const = default;
};

struct Trailer {
    Outcome outcome;
    Tick end_tick = 0;
    std::uint64_t steps = 0;
    std::uint64_t decisions = 0;
    std::string schedule;  // replays this run exactly
};

// Calls come in this order: begin, then any mix of string, source, event and inquiry, then end. A
// string is always defined before the first event that names it; ids are 1, 2, 3, ... in order.
class Sink {
  public:
    virtual ~Sink() = default;
    virtual void begin(const Header& header) = 0;
    virtual void string(StringId id, std::string_view text) = 0;
    virtual void source(std::string_view path, std::string_view text) = 0;  // a file of the program
    virtual void event(const Event& event) = 0;
    virtual void end(const Trailer& trailer) = 0;
    // Somebody is asked, and the run waits for the answer.
    virtual void inquiry(const Inquiry&) {}
};

}  // namespace turnwise::trace
