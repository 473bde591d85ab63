#include "ui/explore/search_report.h"

#include <iterator>
#include <utility>

#include "ui/explore/report_merge.h"

namespace turnwise::ui {

namespace {

const Json& member(const Json& json, const char* name) {
    static const Json nothing;
    const auto found = json.is_object() ? json.find(name) : json.end();
    return found == json.end() ? nothing : *found;
}

QString text(const Json& json, const char* name) {
    const Json& value = member(json, name);
    return value.is_string() ? QString::fromStdString(value.get<std::string>()) : QString();
}

std::optional<std::uint64_t> count(const Json& json, const char* name) {
    const Json& value = member(json, name);
    if (value.is_number_unsigned()) return value.get<std::uint64_t>();
    return std::nullopt;
}

double number(const Json& json, const char* name) {
    const Json& value = member(json, name);
    return value.is_number() ? value.get<double>() : 0;
}

QStringList texts(const Json& json, const char* name) {
    QStringList list;
    for (const Json& value : member(json, name))
        if (value.is_string()) list << QString::fromStdString(value.get<std::string>());
    return list;
}

template <typename Part, typename From>
std::vector<Part> partsOf(const Json& json, const char* name, From from) {
    std::vector<Part> parts;
    const Json& list = member(json, name);
    if (list.is_array())
        for (const Json& part : list)
            parts.push_back(from(part));
    return parts;
}

FoundPlace placeFrom(const Json& json) {
    return {text(json, "file"), static_cast<int>(count(json, "line").value_or(0)),
            text(json, "function"), text(json, "stack")};
}

FoundAccess accessFrom(const Json& json) {
    FoundAccess access{placeFrom(json), texts(json, "threads"), text(json, "kind"),
                       texts(json, "locks")};
    if (const QString thread = text(json, "thread"); !thread.isEmpty())
        access.threads = QStringList{thread};
    return access;
}

FoundStep stepFrom(const Json& json) {
    return {count(json, "step").value_or(0), text(json, "thread"), text(json, "operation"),
            placeFrom(json)};
}

FoundProblem::Kind kindFrom(const QString& word) {
    using enum FoundProblem::Kind;
    constexpr std::pair<const char*, FoundProblem::Kind> words[] = {{"deadlock", deadlock},
                                                                    {"exception", exception},
                                                                    {"assertion", assertion},
                                                                    {"race", race},
                                                                    {"lock-order", lock_order},
                                                                    {"lock-held", lock_held},
                                                                    {"not-joined", not_joined},
                                                                    {"livelock", livelock},
                                                                    {"limit", limit}};
    for (const auto& [name, kind] : words)
        if (word == QLatin1String(name)) return kind;
    return other;
}

FoundOutcome outcomeFrom(const Json& json) {
    return {text(json, "kind"),      text(json, "stdout"),
            text(json, "exception"), count(json, "count").value_or(0),
            text(json, "schedule"),  static_cast<int>(count(json, "preemptions").value_or(0))};
}

}  // namespace

bool isFailure(FoundProblem::Kind kind) {
    return kind <= FoundProblem::Kind::assertion;
}

FoundProblem problemFrom(const Json& json) {
    FoundProblem problem;
    problem.kind = kindFrom(text(json, "kind"));
    problem.message = text(json, "message");
    problem.threads = texts(json, "threads");
    problem.objects = texts(json, "objects");
    problem.places = partsOf<FoundPlace>(json, "places", placeFrom);
    problem.race = partsOf<FoundAccess>(json, "accesses", accessFrom);
    const Json& variable = member(json, "variable");
    problem.accesses = partsOf<FoundAccess>(variable, "accesses", accessFrom);
    problem.areAllAccesses = member(variable, "complete") != Json(false);
    problem.schedule = text(json, "schedule");
    problem.preemptions = static_cast<int>(count(json, "preemptions").value_or(0));
    problem.executions = count(json, "executions").value_or(0);
    problem.reproduced = text(json, "reproduced");
    problem.traceback = text(json, "traceback");
    problem.onCpython = text(json, "on_cpython_3_11");
    problem.step = count(json, "step");
    if (const Json& step = member(json, "critical"); step.is_object())
        problem.critical = stepFrom(step);
    if (const Json& sibling = member(json, "sibling"); sibling.is_object())
        problem.sibling = FoundSibling{text(sibling, "schedule"), stepFrom(sibling)};
    problem.everyScheduleFails = member(json, "every_schedule_fails") == Json(true);
    return problem;
}

SearchReport reportFrom(const Json& json) {
    SearchReport report;
    report.isComplete = member(json, "complete") == Json(true);
    report.incomplete = text(json, "incomplete");
    report.difference = text(json, "difference");
    report.executions = count(json, "executions").value_or(0);
    report.estimatedExecutions = number(json, "estimated_executions");
    report.seconds = number(json, "seconds");
    report.granularity = text(json, "granularity");
    report.mode = text(json, "mode");
    report.time = text(json, "time");
    report.problems = partsOf<FoundProblem>(json, "findings", problemFrom);
    report.outcomes = partsOf<FoundOutcome>(json, "outcomes", outcomeFrom);
    return report;
}

}  // namespace turnwise::ui
