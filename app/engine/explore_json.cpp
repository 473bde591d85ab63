#include "app/engine/explore_json.h"

#include <algorithm>

namespace turnwise::engine {

namespace {

Json place_json(const explore::Source& source) {
    return {{"file", source.file}, {"line", source.line}, {"function", source.function}, {"stack", source.stack}};
}

// The exceptions that ended threads, one a line.
std::string exception_of(const explore::Ending& ending) {
    std::string text;
    for (const explore::Failure& failure : ending.failures) text += (text.empty() ? "" : "\n") + failure.message;
    return text;
}

std::string traceback_of(const explore::Finding& finding, const explore::Ending& ending) {
    for (const explore::Failure& failure : ending.failures)
        if (std::ranges::count(finding.threads, failure.thread) > 0 && !failure.traceback.empty())
            return failure.traceback;
    return {};
}

bool is_error_of_thread(explore::Finding::Kind kind) {
    return kind == explore::Finding::Kind::exception || kind == explore::Finding::Kind::assertion;
}

}  // namespace

std::string reason_of(explore::Incomplete incomplete) {
    switch (incomplete) {
        case explore::Incomplete::no: return "";
        case explore::Incomplete::sampled: return "sampled";
        case explore::Incomplete::executions: return "max-executions";
        case explore::Incomplete::stopped: return "stopped";
        case explore::Incomplete::steps: return "max-steps";
        case explore::Incomplete::not_deterministic: return "not-deterministic";
    }
    return "";
}

Json finding_json(const explore::Finding& finding, const Confirmation& confirmation, const explore::Ending& ending,
                  explore::Program& program) {
    Json places = Json::array();
    for (const explore::Place place : finding.places) places.push_back(place_json(program.source(place)));
    const explore::Source first = finding.places.empty() ? explore::Source() : program.source(finding.places[0]);
    Json objects = Json::array();
    for (const explore::Object object : finding.objects) objects.push_back(program.object_name(object));
    Json json = {{"kind", to_string(finding.kind)},
                 {"message", finding.message},
                 {"threads", finding.names},
                 {"objects", objects},
                 {"location", {{"file", first.file}, {"line", first.line}}},
                 {"places", places},
                 {"schedule", confirmation.schedule},
                 {"preemptions", finding.preemptions},
                 {"fewest_preemptions", finding.is_fewest},
                 {"executions", finding.executions},
                 {"step", finding.step},
                 {"reproduced", std::to_string(confirmation.reproduced) + "/" + std::to_string(confirmation.executions)}};
    if (is_error_of_thread(finding.kind)) json["traceback"] = traceback_of(finding, ending);
    if (!confirmation.on_cpython.empty()) json["on_cpython_3_11"] = confirmation.on_cpython;
    return json;
}

Json outcome_json(const explore::Outcome& outcome, const std::string& schedule) {
    const std::string exception = exception_of(outcome.ending);
    const char* kind = outcome.ending.kind == explore::Ending::Kind::finished   ? "finished"
                       : outcome.ending.kind == explore::Ending::Kind::deadlock ? "deadlock"
                       : outcome.ending.kind == explore::Ending::Kind::limit    ? "limit"
                                                                                : "crashed";
    return {{"kind", exception.empty() || outcome.ending.kind != explore::Ending::Kind::finished ? kind : "exception"},
            {"stdout", outcome.ending.output},
            {"exception", exception.empty() ? Json() : Json(exception)},
            {"count", outcome.executions},
            {"schedule", schedule},
            {"preemptions", outcome.preemptions}};
}

}  // namespace turnwise::engine
