// turnwise compare: two runs of one program, and what is different.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/exit_status.h"
#include "app/cli/program_input.h"
#include "app/cli/verbs.h"
#include "core/analysis/comparison.h"
#include "core/analysis/names.h"

namespace turnwise::cli {

using Json = nlohmann::ordered_json;
using analysis::Comparison;

namespace {

// As of diff and cmp: 0 there is no difference, 1 there is one.
constexpr int exitSame = exitFinished;
constexpr int exitDifferent = exitProgramFailed;

struct CompareArguments {
    std::string a;
    std::string b;
    std::vector<std::string> schedules;
    std::vector<std::string> policies;
    std::vector<quint64> seeds;
    std::vector<quint64> runs;
    ui::RunOptions others;
    std::string report = "text";
};

int complain(const std::string& message) {
    std::fprintf(stderr, "turnwise compare: %s\n", message.c_str());
    return exitUsage;
}

// What was given once is of both runs, what was given twice of one each.
template <typename Value>
std::optional<Value> valueFor(std::size_t side, const std::vector<Value>& values) {
    if (values.empty()) return std::nullopt;
    return values[std::min(side, values.size() - 1)];
}

ProgramArguments sideOf(const CompareArguments& arguments, std::size_t side) {
    ProgramArguments program;
    program.path = side == 0 || arguments.b.empty() ? arguments.a : arguments.b;
    program.scenarioRun = valueFor(side, arguments.runs);
    // A trace or a scenario beside a program has options of its own: what was given is for the
    // program.
    if (program.isTrace() || program.isScenario()) return program;
    program.scenarioRun.reset();
    program.options = arguments.others;
    program.options.schedule =
        QString::fromStdString(valueFor(side, arguments.schedules).value_or(""));
    program.options.policy =
        QString::fromStdString(valueFor(side, arguments.policies).value_or(""));
    program.options.seed = valueFor(side, arguments.seeds);
    return program;
}

// Of both sides, as far as they tell it, as a person would call them.
std::string nameOf(const ProgramArguments& side) {
    std::string name = side.path;
    if (side.scenarioRun) name += " run " + std::to_string(*side.scenarioRun);
    if (!side.options.policy.isEmpty()) name += ' ' + side.options.policy.toStdString();
    const bool hasSeed = side.options.policy == QLatin1String("random") ||
                         side.options.policy == QLatin1String("pct");
    if (side.options.seed && hasSeed) name += " seed " + std::to_string(*side.options.seed);
    if (!side.options.schedule.isEmpty())
        name += " schedule " + side.options.schedule.toStdString();
    return name;
}

Json orNull(const std::optional<std::string>& text) {
    return text ? Json(*text) : Json();
}

Json decisionJson(const Comparison& comparison) {
    const auto& decision = comparison.decision();
    if (!decision) return {};
    const auto side = [](const trace::Trace& trace, const analysis::State& end,
                         const std::optional<EventIndex>& event, ThreadId chosen) {
        if (!event) return Json();
        return Json{{"event", *event},
                    {"virtual_seconds",
                     static_cast<double>(trace[*event].tick) / static_cast<double>(second)},
                    {"thread", thread_label(trace, end, chosen)}};
    };
    return {{"index", decision->index},
            {"a", side(comparison.trace_a(), comparison.end_a(), decision->a, decision->chosen_a)},
            {"b", side(comparison.trace_b(), comparison.end_b(), decision->b, decision->chosen_b)}};
}

Json endsJson(const Comparison& comparison) {
    const trace::Trace& a = comparison.trace_a();
    const trace::Trace& b = comparison.trace_b();
    Json threads = Json::array();
    for (const auto& difference : comparison.threads())
        threads.push_back({{"thread", difference.a != no_thread
                                          ? thread_label(a, comparison.end_a(), difference.a)
                                          : thread_label(b, comparison.end_b(), difference.b)},
                           {"a", end_text(a, comparison.end_a(), difference.a)},
                           {"b", end_text(b, comparison.end_b(), difference.b)}});
    Json objects = Json::array();
    for (const auto& difference : comparison.objects())
        objects.push_back({{"primitive", difference.a != no_object
                                             ? object_label(a, comparison.end_a(), difference.a)
                                             : object_label(b, comparison.end_b(), difference.b)},
                           {"a", value_text(a, comparison.end_a(), difference.a)},
                           {"b", value_text(b, comparison.end_b(), difference.b)}});
    return {{"threads", threads}, {"primitives", objects}};
}

Json runJson(const std::string& name, const Result& result) {
    return {{"run", name},
            {"outcome", to_string(result.outcome.kind)},
            {"events", result.trace.size()},
            {"virtual_seconds",
             static_cast<double>(result.trace.duration()) / static_cast<double>(second)}};
}

std::string jsonOf(const Comparison& comparison, const Json& a, const Json& b) {
    Json output = Json::array();
    for (const auto& difference : comparison.output())
        output.push_back({{"stream", difference.stream == 1 ? "stdout" : "stderr"},
                          {"line", difference.line},
                          {"a", orNull(difference.a)},
                          {"b", orNull(difference.b)}});
    Json variables = Json::array();
    for (const auto& difference : comparison.variables())
        variables.push_back(
            {{"name", difference.name}, {"a", orNull(difference.a)}, {"b", orNull(difference.b)}});
    Json report = {{"same_run", comparison.is_same_run()},
                   {"same_end", comparison.ends_alike()},
                   {"a", a},
                   {"b", b},
                   {"shared_events", comparison.alignment().shared()},
                   {"first_different_decision", decisionJson(comparison)},
                   {"output", output},
                   {"variables", variables}};
    report.update(endsJson(comparison));
    return report.dump(-1, ' ', false, Json::error_handler_t::replace);
}

int compare(const CompareArguments& arguments) {
    for (const std::size_t count : {arguments.schedules.size(), arguments.policies.size(),
                                    arguments.seeds.size(), arguments.runs.size()})
        if (count > 2)
            return complain(
                "--schedule, --policy, --seed and --run can be given once for both runs, or "
                "twice.");
    const ProgramArguments sides[] = {sideOf(arguments, 0), sideOf(arguments, 1)};
    if (arguments.b.empty() && nameOf(sides[0]) == nameOf(sides[1]))
        return complain(
            "two runs are compared: name a second one, or give --schedule, --policy, --seed or "
            "--run twice.");
    Result results[2];
    for (std::size_t side = 0; side < 2; ++side) {
        results[side] = obtain(sides[side], {});
        if (results[side].isRefused) return complain(results[side].outcome.message);
        if (!results[side].messages.isEmpty())
            std::fprintf(stderr, "%s\n", qPrintable(results[side].messages));
        if (exitStatusOf(results[side].outcome.kind) == exitCutShort)
            std::fprintf(stderr, "%s: %s\n", nameOf(sides[side]).c_str(),
                         results[side].outcome.message.c_str());
    }
    const Comparison comparison(results[0].trace, results[1].trace);
    const std::string a = nameOf(sides[0]);
    const std::string b = nameOf(sides[1]);
    if (arguments.report == "json")
        std::puts(jsonOf(comparison, runJson(a, results[0]), runJson(b, results[1])).c_str());
    else
        std::fputs(to_text(comparison, a, b).c_str(), stdout);
    return comparison.is_same_run() ? exitSame : exitDifferent;
}

// An option that may be given twice: for A and for B.
template <typename Value>
void addTwice(CLI::App& verb, const char* name, std::vector<Value>& values,
              const char* description) {
    verb.add_option(name, values, description)->allow_extra_args(false);
}

}  // namespace

void addCompare(CLI::App& app, Action& chosen) {
    auto arguments = std::make_shared<CompareArguments>();
    CLI::App* verb =
        app.add_subcommand("compare", "where two runs of one program part, and what that leads to");
    verb->add_option("a", arguments->a, "a Python program, a scenario, or the trace of a run")
        ->required()
        ->type_name("A");
    verb->add_option("b", arguments->b, "what it is compared with; else another run of A")
        ->type_name("B");
    addTwice(*verb, "--schedule", arguments->schedules,
             "the choices to make first; twice: those of A, those of B");
    addTwice(*verb, "--policy", arguments->policies, "who decides; twice: in A, in B");
    addTwice(*verb, "--seed", arguments->seeds,
             "seed of the policies random and pct; twice: of A, of B");
    addTwice(*verb, "--run", arguments->runs, "which run of a scenario; twice: of A, of B");
    addOtherOptions(*verb, arguments->others);
    verb->add_option("--report", arguments->report, "text (default), or json: one object on a line")
        ->check(CLI::IsMember({"json", "text"}));
    verb->footer(
        "The exit status is 0 if the runs are the same, event by event, 1 if they differ.");
    verb->callback(
        [arguments, &chosen] { chosen = {[arguments] { return compare(*arguments); }}; });
}

}  // namespace turnwise::cli
