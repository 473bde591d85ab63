#include "core/analysis/syntax_error.h"

namespace turnwise::analysis {

// What runs is called first, also the program itself.
std::optional<SyntaxError> syntax_error(const trace::Trace& trace) {
    for (const trace::Event& event : trace.events()) {
        if (event.kind == trace::EventKind::call || event.kind == trace::EventKind::line) return {};
        if (event.kind != trace::EventKind::thread_exception || event.other != main_thread_id)
            continue;
        if (event.line == 0) return {};
        return SyntaxError{event.line, trace.text(event.text)};
    }
    return {};
}

}  // namespace turnwise::analysis
