// A thread that asks the same question again and again, without sleeping and without changing
// anything.
#pragma once

#include <map>

#include "core/analysis/pattern_list.h"

namespace turnwise::analysis {

class PollingPatterns {
  public:
    // So many lines in a row that only ask are no coincidence.
    static constexpr std::size_t patience = 60;

    PollingPatterns(const trace::Trace& trace, PatternList& list) : m_trace(trace), m_list(list) {}

    void take(EventIndex at, const State& before);

  private:
    struct Run {
        EventIndex first = 0;
        std::size_t lines = 0;
        std::uint32_t from = 0;  // the lines of code that it stays in
        std::uint32_t to = 0;
        std::int64_t depth = 0;
    };
    const trace::Trace& m_trace;
    PatternList& m_list;
    std::map<ThreadId, Run> m_runs;
};

}  // namespace turnwise::analysis
