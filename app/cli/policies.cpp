// turnwise policies: one program under every policy, side by side.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/exit_status.h"
#include "app/cli/program_input.h"
#include "app/cli/verbs.h"
#include "core/analysis/policy_table.h"
#include "ui/policies/policies.h"

namespace turnwise::cli {

using Json = nlohmann::ordered_json;
using analysis::PolicyResult;

namespace {

struct PoliciesArguments {
    ProgramArguments program;
    std::string report = "text";
};

int complain(const std::string& message) {
    std::fprintf(stderr, "turnwise policies: %s\n", message.c_str());
    return exitUsage;
}

Json seconds(const std::optional<Tick>& tick) {
    return tick ? Json(static_cast<double>(*tick) / static_cast<double>(second)) : Json();
}

Json jsonOf(const PolicyResult& result) {
    const analysis::Averages& means = result.averages;
    return {{"policy", result.policy},
            {"outcome", to_string(result.outcome.kind)},
            {"virtual_seconds", seconds(result.duration)},
            {"idle_seconds", seconds(result.idle)},
            {"utilisation", result.utilisation()},
            {"switches", result.switches},
            {"decisions", result.decisions},
            {"threads", means.threads},
            {"ended", means.ended},
            {"mean_response", seconds(means.response)},
            {"mean_waiting", seconds(means.waiting)},
            {"mean_turnaround", seconds(means.turnaround)},
            {"schedule", result.schedule}};
}

int policies(const PoliciesArguments& arguments) {
    if (arguments.program.isTrace() || arguments.program.isScenario())
        return complain(
            arguments.program.path +
            " holds runs that were made already. Name the Python program that is to be run.");
    std::vector<PolicyResult> results;
    for (const QString& policy : ui::comparablePolicies()) {
        ProgramArguments program = arguments.program;
        program.options = ui::withPolicy(program.options, policy);
        const Result result = obtain(program, {});
        if (result.isRefused) return complain(result.outcome.message);
        if (const auto error = analysis::syntax_error(result.trace))
            return complain(notUnderstood(*error));
        results.push_back(
            analysis::policy_result(policy.toStdString(), result.trace, result.outcome));
    }
    if (arguments.report == "json") {
        Json report = Json::array();
        for (const PolicyResult& result : results)
            report.push_back(jsonOf(result));
        std::puts(report.dump(-1, ' ', false, Json::error_handler_t::replace).c_str());
    } else {
        std::fputs(to_text(results).c_str(), stdout);
    }
    return exitFinished;
}

}  // namespace

void addPolicies(CLI::App& app, Action& chosen) {
    auto arguments = std::make_shared<PoliciesArguments>();
    CLI::App* verb =
        app.add_subcommand("policies", "run a program under every policy, and compare the times");
    verb->add_option("program", arguments->program.path, "a Python program")
        ->required()
        ->type_name("PROG.py");
    verb->add_option("arguments", arguments->program.arguments,
                     "what the program finds in sys.argv, after --")
        ->type_name("ARGS");
    verb->add_option("--seed", arguments->program.options.seed,
                     "seed of the policies random and pct");
    addOtherOptions(*verb, arguments->program.options);
    verb->add_option("--report", arguments->report, "text (default), or json: one list on a line")
        ->check(CLI::IsMember({"json", "text"}));
    verb->callback(
        [arguments, &chosen] { chosen = {[arguments] { return policies(*arguments); }}; });
}

}  // namespace turnwise::cli
