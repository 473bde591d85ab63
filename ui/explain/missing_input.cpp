#include "ui/explain/missing_input.h"

namespace turnwise::ui {

namespace {

// Where the exception was in the program's own code at last, before it reached the end of it.
std::uint32_t lineOf(const trace::Trace& trace, const analysis::ThreadInfo& thread) {
    for (EventIndex at = trace.size(); at-- > 0;) {
        const trace::Event& event = trace[at];
        if (event.kind == trace::EventKind::exception && event.thread == thread.id &&
            event.text == thread.exception && trace.text(event.file) == trace.header().program)
            return event.line;
    }
    return 0;
}

}  // namespace

std::optional<MissingInput> missingInput(const trace::Trace& trace, const analysis::State& last) {
    for (const analysis::ThreadInfo& thread : last.threads())
        if (thread.failed && trace.text(thread.exception).starts_with("EOFError: EOF when reading"))
            return MissingInput{thread.id, lineOf(trace, thread)};
    return std::nullopt;
}

}  // namespace turnwise::ui
