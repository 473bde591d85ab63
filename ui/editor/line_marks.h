// Which threads stand at which line of a program: the marks beside the code, as data.
#pragma once

#include <QString>
#include <string_view>
#include <vector>

#include "core/analysis/state.h"

namespace turnwise::ui {

struct LineMark {
    ThreadId thread = no_thread;
    analysis::ThreadState state = analysis::ThreadState::ready;
    QString words;  // "worker: blocked"
};

struct MarkedLine {
    std::uint32_t line = 0;       // 1-based
    std::vector<LineMark> marks;  // the thread that runs first, then in the order of creation
};

// The threads that are alive and stand in `file`, by line, ascending.
std::vector<MarkedLine> markedLines(const trace::Trace& trace, const analysis::State& state,
                                    std::string_view file);

// The line in `file` of the thread that runs; of the one that acted last where none does. 0:
// neither.
std::uint32_t activeLine(const trace::Trace& trace, const analysis::State& state,
                         std::string_view file);

}  // namespace turnwise::ui
