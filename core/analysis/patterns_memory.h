// Patterns of shared memory: who read what, who wrote it meanwhile, who wrote over it.
//
// A line is executed between its own event and the next one of its thread at the same depth. What
// it read is followed through the local variables that it assigned, so that `seen = counter` and,
// lines later, `counter = seen + 1` belong together.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/analysis/pattern_list.h"
#include "core/analysis/source_line.h"

namespace turnwise::analysis {

class MemoryPatterns {
  public:
    MemoryPatterns(const trace::Trace& trace, PatternList& list) : m_trace(trace), m_list(list) {}

    // `before` is the state just before the event.
    void take(EventIndex at, const State& before);

  private:
    struct Read {
        std::string variable;
        EventIndex at = 0;  // the line, or the event `read`
        EventIndex by = 0;  // by then it had surely been read
    };
    struct Check {  // a condition that held, in whose block the thread is
        EventIndex at = 0;
        const SourceLine* text = nullptr;
    };
    struct Frame {
        std::int64_t depth = 0;
        EventIndex line_at = 0;
        const SourceLine* text = nullptr;  // of the line that it executes; nullptr: not known
        std::map<std::string, std::vector<Read>> locals;  // what the value of a local came from
        std::vector<Read> reads;                          // of this line, by events `read`
        std::vector<std::string> written;                 // of its targets, by this line
        std::vector<Check> checks;
    };
    struct Write {
        EventIndex at = 0;
        ThreadId thread = no_thread;
    };
    struct Thread {
        std::vector<Frame> frames;  // outermost first
        EventIndex last = 0;        // the last event in which it did something
    };
    // Where a thread is, for looking up names.
    struct Place {
        const State& state;
        ThreadId thread;
        std::int64_t depth;
    };

    bool is_exact() const { return m_trace.header().granularity == "bytecode"; }
    const SourceLine* text_of(StringId file, std::uint32_t line);
    Frame* frame_of(ThreadId thread, std::int64_t depth);

    void take_call(const trace::Event& event);
    void take_line(EventIndex at, const trace::Event& event, const State& before);
    void leave_line(ThreadId thread, Frame& frame, const State& before);
    void take_return(const trace::Event& event, const State& before);
    void take_exception(EventIndex at, const trace::Event& event, const State& before);
    void take_variable(EventIndex at, const trace::Event& event, const State& before);
    void take_local(EventIndex at, const std::string& name, Frame& frame, const Place& place);
    void take_access(EventIndex at, const trace::Event& event, const State& before);
    void take_write(EventIndex at, const std::string& variable, Frame& frame, const Place& place);
    void look_at_checks(EventIndex at, const std::string& variable, const Place& place);

    std::optional<Read> origin(const std::string& variable, const Frame& frame) const;
    // The last write of another thread between two events.
    const Write* write_between(const std::string& variable, ThreadId thread, EventIndex from,
                               EventIndex to) const;
    bool is_shared(std::string_view name, const Place& place) const;
    bool is_one_place(const std::string& access, const Place& place) const;
    std::optional<std::string> value_of(const std::string& path, const Place& place) const;

    const trace::Trace& m_trace;
    PatternList& m_list;
    std::map<StringId, std::vector<SourceLine>> m_texts;
    std::map<ThreadId, Thread> m_threads;
    std::map<std::string, std::vector<Write>> m_writes;  // of a variable, ascending; the last ones
    struct Written {
        EventIndex at = 0;
        StringId value = 0;
    };
    std::map<std::string, Written> m_written;  // by events `write`
};

}  // namespace turnwise::analysis
