#include "app/engine/explore_json.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/explore/words.h"

namespace turnwise::engine {

namespace {

Json place_json(const explore::Source& source) {
    Json stack = Json::array();
    for (const explore::Frame& frame : source.stack)
        stack.push_back({{"file", frame.file}, {"line", frame.line}, {"function", frame.function}});
    return {{"file", source.file},
            {"line", source.line},
            {"function", source.function},
            {"stack", std::move(stack)}};
}

// The exceptions that ended threads, one a line.
std::string exception_of(const explore::Ending& ending) {
    std::string text;
    for (const explore::Failure& failure : ending.failures)
        text += (text.empty() ? "" : "\n") + failure.message;
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

Json names_of(const std::vector<explore::Object>& objects, const explore::Program& program) {
    Json names = Json::array();
    for (const explore::Object object : objects)
        names.push_back(program.object_name(object));
    return names;
}

// A step of a thread, for a person to find.
Json step_json(const Step& step, const explore::Program& program) {
    const explore::Source source = program.source(step.place);
    return {{"step", step.choice},
            {"thread", program.thread_name(step.thread)},
            {"operation", explore::words_of(program, step.operation)},
            {"file", source.file},
            {"line", source.line},
            {"function", source.function}};
}

void add_explanation(Json& json, const Confirmation& confirmation,
                     const explore::Program& program) {
    json["critical_step"] = nullptr;
    json["critical"] = nullptr;
    json["sibling"] = nullptr;
    json["every_schedule_fails"] = false;
    if (!confirmation.explanation) return;
    const explore::Explanation& explanation = *confirmation.explanation;
    if (explanation.kind == explore::Explanation::Kind::every_schedule) {
        json["every_schedule_fails"] = true;
        return;
    }
    const std::vector<Step>& steps = confirmation.replayed.steps;
    if (explanation.step >= steps.size()) return;
    json["critical_step"] = steps[explanation.step].choice;
    json["critical"] = step_json(steps[explanation.step], program);
    const Replayed& sibling = confirmation.sibling;
    if (sibling.schedule.empty() || explanation.step >= sibling.steps.size()) return;
    json["sibling"] = step_json(sibling.steps[explanation.step], program);
    json["sibling"]["schedule"] = sibling.schedule;
}

Json site_json(const explore::AccessSite& site, const explore::Program& program) {
    Json json = {{"kind", to_string(site.kind)}};
    json.update(place_json(program.source(site.place)));
    json["locks"] = names_of(site.locks, program);
    return json;
}

// Both accesses of a race, and all that were seen of its variable: those that differ in nothing but
// the thread are one.
void add_accesses(Json& json, const explore::Finding& finding, const Confirmation& confirmation,
                  const explore::Program& program) {
    json["accesses"] = Json::array();
    for (const explore::AccessSite& site : finding.accesses) {
        Json access = site_json(site, program);
        access["thread"] = program.thread_name(site.thread);
        access["step"] = confirmation.replayed.choice_of(site.step);
        json["accesses"].push_back(std::move(access));
    }
    Json all = Json::array();
    for (const explore::AccessSite& site : finding.all_accesses) {
        Json access = site_json(site, program);
        const std::string thread = program.thread_name(site.thread);
        const auto known = std::ranges::find_if(all, [&](const Json& other) {
            return other["kind"] == access["kind"] && other["stack"] == access["stack"] &&
                   other["line"] == access["line"] && other["locks"] == access["locks"];
        });
        if (known != all.end()) {
            Json& threads = (*known)["threads"];
            if (std::ranges::find(threads, Json(thread)) == threads.end())
                threads.push_back(thread);
            continue;
        }
        access["threads"] = Json::array({thread});
        all.push_back(std::move(access));
    }
    json["variable"] = {{"name", program.object_name(finding.objects.front())},
                        {"accesses", all},
                        {"complete", finding.has_all_accesses}};
}

}  // namespace

std::string reason_of(explore::Incomplete incomplete) {
    switch (incomplete) {
        case explore::Incomplete::no:
            return "";
        case explore::Incomplete::sampled:
            return "sampled";
        case explore::Incomplete::executions:
            return "max-executions";
        case explore::Incomplete::stopped:
            return "stopped";
        case explore::Incomplete::steps:
            return "max-steps";
        case explore::Incomplete::not_deterministic:
            return "not-deterministic";
    }
    return "";
}

Json finding_json(const explore::Finding& finding, const Confirmation& confirmation,
                  const explore::Program& program) {
    Json places = Json::array();
    for (const explore::Place place : finding.places)
        places.push_back(place_json(program.source(place)));
    const explore::Source first =
        finding.places.empty() ? explore::Source() : program.source(finding.places[0]);
    Json json = {
        {"kind", to_string(finding.kind)},
        {"message", finding.message},
        {"threads", finding.names},
        {"objects", names_of(finding.objects, program)},
        {"location", {{"file", first.file}, {"line", first.line}}},
        {"places", places},
        {"schedule", confirmation.replayed.schedule},
        {"preemptions", finding.preemptions},
        {"fewest_preemptions", finding.is_fewest},
        {"executions", finding.executions},
        {"step", confirmation.replayed.choice_of(finding.step)},
        {"reproduced", fmt::format("{}/{}", confirmation.reproduced, confirmation.executions)}};
    if (is_error_of_thread(finding.kind))
        json["traceback"] = traceback_of(finding, confirmation.replayed.ending);
    add_explanation(json, confirmation, program);
    if (finding.kind == explore::Finding::Kind::race)
        add_accesses(json, finding, confirmation, program);
    if (!confirmation.on_cpython.empty()) json["on_cpython_3_11"] = confirmation.on_cpython;
    return json;
}

Json outcome_json(const explore::Outcome& outcome, const std::string& schedule) {
    const std::string exception = exception_of(outcome.ending);
    const char* kind = outcome.ending.kind == explore::Ending::Kind::finished   ? "finished"
                       : outcome.ending.kind == explore::Ending::Kind::deadlock ? "deadlock"
                       : outcome.ending.kind == explore::Ending::Kind::polling  ? "polling"
                       : outcome.ending.kind == explore::Ending::Kind::limit    ? "limit"
                                                                                : "crashed";
    return {{"kind", exception.empty() || outcome.ending.kind != explore::Ending::Kind::finished
                         ? kind
                         : "exception"},
            {"stdout", outcome.ending.output},
            {"exception", exception.empty() ? Json() : Json(exception)},
            {"count", outcome.executions},
            {"schedule", schedule},
            {"preemptions", outcome.preemptions}};
}

}  // namespace turnwise::engine
