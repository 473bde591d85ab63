#include "app/cli/report.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/analysis/state.h"

namespace turnwise::cli {

using Json = nlohmann::ordered_json;

namespace {

Json threadsOf(const trace::Trace& trace, const analysis::State& last) {
    Json threads = Json::array();
    for (const analysis::ThreadInfo& thread : last.threads())
        threads.push_back({{"name", trace.text(thread.name)},
                           {"ident", thread.ident == 0 ? Json() : Json(thread.ident)},
                           {"state", to_string(thread.state)}});
    return threads;
}

std::string standardOutput(const trace::Trace& trace) {
    std::string text;
    for (const trace::Event& event : trace.events())
        if (event.kind == trace::EventKind::output && event.value == 1)
            text += trace.text(event.text);
    return text;
}

}  // namespace

std::string jsonReport(const Result& result) {
    const trace::Trace& trace = result.trace;
    analysis::StateAt states(trace);
    const bool hasEnded = trace.has_ended();
    const auto decisions =
        std::count_if(trace.events().begin(), trace.events().end(),
                      [](const auto& event) { return event.kind == trace::EventKind::decision; });
    const Tick end = hasEnded ? trace.trailer().end_tick : trace.duration();
    const Json report = {
        {"outcome", to_string(result.outcome.kind)},
        {"message", result.outcome.message},
        {"threads", threadsOf(trace, states.after(trace.size()))},
        {"virtual_seconds", static_cast<double>(end) / static_cast<double>(second)},
        {"steps", trace.trailer().steps},
        {"decisions", decisions},
        {"schedule", trace.trailer().schedule},
        {"stdout", standardOutput(trace)},
    };
    return report.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace turnwise::cli
