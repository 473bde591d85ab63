#include "ui/explore/search_report.h"

#include <algorithm>
#include <utility>

#include "ui/explore/json_parts.h"

namespace turnwise::ui {

namespace {

using json::count;
using json::member;
using json::number;
using json::text;
using json::texts;

template <typename Part, typename From>
std::vector<Part> partsOf(const Json& object, const char* name, From from) {
    std::vector<Part> parts;
    json::each(object, name, [&](const Json& part) { parts.push_back(from(part)); });
    return parts;
}

FoundPlace placeFrom(const Json& object) {
    FoundPlace place{text(object, "file"), static_cast<int>(count(object, "line").value_or(0)),
                     text(object, "function"), partsOf<FoundPlace>(object, "stack", placeFrom)};
    if (!place.callers.empty()) place.callers.pop_back();  // the place itself
    std::ranges::reverse(place.callers);
    return place;
}

FoundAccess accessFrom(const Json& object) {
    FoundAccess access{placeFrom(object), texts(object, "threads"), text(object, "kind"),
                       texts(object, "locks")};
    if (const QString thread = text(object, "thread"); !thread.isEmpty())
        access.threads = QStringList{thread};
    return access;
}

FoundStep stepFrom(const Json& object) {
    return {count(object, "step").value_or(0), text(object, "thread"), text(object, "operation"),
            placeFrom(object)};
}

FoundProblem::Kind kindFrom(const QString& word) {
    using enum FoundProblem::Kind;
    constexpr std::pair<const char*, FoundProblem::Kind> words[] = {
        {"deadlock", deadlock},   {"polling", polling},
        {"exception", exception}, {"assertion", assertion},
        {"race", race},           {"lock-order", lock_order},
        {"lock-held", lock_held}, {"not-joined", not_joined},
        {"livelock", livelock},   {"limit", limit}};
    for (const auto& [name, kind] : words)
        if (word == QLatin1String(name)) return kind;
    return other;
}

FoundOutcome outcomeFrom(const Json& object) {
    return {text(object, "kind"),      text(object, "stdout"),
            text(object, "exception"), count(object, "count").value_or(0),
            text(object, "schedule"),  static_cast<int>(count(object, "preemptions").value_or(0))};
}

}  // namespace

bool isFailure(FoundProblem::Kind kind) {
    return kind <= FoundProblem::Kind::assertion;
}

FoundProblem problemFrom(const Json& object) {
    FoundProblem problem;
    problem.kind = kindFrom(text(object, "kind"));
    problem.message = text(object, "message");
    problem.threads = texts(object, "threads");
    problem.objects = texts(object, "objects");
    problem.places = partsOf<FoundPlace>(object, "places", placeFrom);
    problem.race = partsOf<FoundAccess>(object, "accesses", accessFrom);
    const Json& variable = member(object, "variable");
    problem.accesses = partsOf<FoundAccess>(variable, "accesses", accessFrom);
    problem.areAllAccesses = member(variable, "complete") != Json(false);
    problem.schedule = text(object, "schedule");
    problem.preemptions = static_cast<int>(count(object, "preemptions").value_or(0));
    problem.executions = count(object, "executions").value_or(0);
    problem.reproduced = text(object, "reproduced");
    problem.traceback = text(object, "traceback");
    problem.onCpython = text(object, "on_cpython_3_11");
    problem.step = count(object, "step");
    if (const Json& step = member(object, "critical"); step.is_object())
        problem.critical = stepFrom(step);
    if (const Json& sibling = member(object, "sibling"); sibling.is_object())
        problem.sibling = FoundSibling{text(sibling, "schedule"), stepFrom(sibling)};
    problem.everyScheduleFails = member(object, "every_schedule_fails") == Json(true);
    return problem;
}

SearchReport reportFrom(const Json& object) {
    SearchReport report;
    report.isComplete = member(object, "complete") == Json(true);
    report.incomplete = text(object, "incomplete");
    json::each(object, "unseen", [&](const Json& what) {
        if (what.is_string()) report.unseen << QString::fromStdString(what.get<std::string>());
    });
    report.difference = text(object, "difference");
    // What a search counts beside them is no interleaving of its own.
    report.executions =
        count(object, "executions").value_or(0) - count(object, "polling_executions").value_or(0);
    report.ended = report.executions -
                   std::min(report.executions, count(object, "blocked_executions").value_or(0));
    report.estimatedExecutions = number(object, "estimated_executions");
    report.seconds = number(object, "seconds");
    report.granularity = text(object, "granularity");
    report.mode = text(object, "mode");
    report.time = text(object, "time");
    report.problems = partsOf<FoundProblem>(object, "findings", problemFrom);
    // What fails comes before what is advice.
    std::ranges::stable_sort(report.problems, {}, &FoundProblem::kind);
    report.outcomes = partsOf<FoundOutcome>(object, "outcomes", outcomeFrom);
    report.problemsLeftOut = count(object, "findings_left_out").value_or(0);
    report.outcomesLeftOut = count(object, "outcomes_left_out").value_or(0);
    report.areLeftOutCounted = member(object, "left_out_are_counted") != Json(false);
    return report;
}

}  // namespace turnwise::ui
