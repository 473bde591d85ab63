#include "ui/editor/line_marks.h"

#include <map>

#include "ui/explain/names.h"
#include "ui/explain/words.h"

namespace turnwise::ui {

std::vector<MarkedLine> markedLines(const trace::Trace& trace, const analysis::State& state,
                                    std::string_view file) {
    std::map<std::uint32_t, MarkedLine> lines;
    for (const analysis::ThreadInfo& thread : state.threads()) {
        if (!thread.is_alive() || thread.line == 0 || trace.text(thread.file) != file) continue;
        MarkedLine& line = lines[thread.line];
        line.line = thread.line;
        const LineMark mark{thread.id, thread.state,
                            QStringLiteral("%1: %2").arg(threadName(trace, state, thread.id),
                                                         stateWord(thread.state))};
        const bool runs = thread.state == analysis::ThreadState::running;
        line.marks.insert(runs ? line.marks.begin() : line.marks.end(), mark);
    }
    std::vector<MarkedLine> sorted;
    for (auto& [number, line] : lines)
        sorted.push_back(std::move(line));
    return sorted;
}

std::uint32_t activeLine(const trace::Trace& trace, const analysis::State& state,
                         std::string_view file) {
    ThreadId active = state.running();
    if (active == no_thread && state.position() > 0 && state.position() <= trace.size())
        active = trace[state.position() - 1].thread;
    const analysis::ThreadInfo* thread = state.thread(active);
    if (!thread || trace.text(thread->file) != file) return 0;
    return thread->line;
}

}  // namespace turnwise::ui
