// What a search found, in sentences.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "app/cli/explore_report.h"

namespace turnwise::cli {

namespace {

constexpr std::size_t most_outcomes = 10;

std::string counted(unsigned long long number, const char* one, const char* many) {
    return fmt::format("{} {}", number, number == 1 ? one : many);
}

struct Word {
    const char* name;
    const char* text;
};

std::string find(const std::vector<Word>& words, const std::string& name) {
    const auto word = std::ranges::find(words, name, &Word::name);
    return word == words.end() ? name : word->text;
}

std::string kindText(const std::string& kind) {
    return find({{"deadlock", "Deadlock"},
                 {"polling", "Polling for ever"},
                 {"exception", "Uncaught exception"},
                 {"assertion", "Failed assertion"},
                 {"race", "Data race"},
                 {"lock-order", "Locks in two orders"},
                 {"lock-held", "Lock never released"},
                 {"not-joined", "Thread never joined"},
                 {"livelock", "Livelock, perhaps"},
                 {"limit", "No end in sight"}},
                kind);
}

// What the search took for granted: without it, a number of interleavings says little.
std::string assumptionText(const Json& report) {
    const std::string places =
        find({{"sync", "at every operation on a lock or the like"},
              {"line", "before every line"},
              {"bytecode", "at every bytecode that touches what threads share"},
              {"cpython", "where CPython 3.11 looks whether to switch"}},
             report.value("granularity", ""));
    const std::string time = find({{"abstract", "sleeps and timeouts may take any time"},
                                   {"faithful", "sleeps and timeouts take the time they say"}},
                                  report.value("time", ""));
    return fmt::format("Threads may switch {} ({}); {} ({} time).", places,
                       report.value("granularity", ""), time, report.value("time", ""));
}

std::string reasonText(const std::string& reason) {
    return find({{"max-executions", "the limit --max-executions was reached"},
                 {"max-steps", "an execution was longer than --max-steps allows"},
                 {"stopped", "its time was over, or it was stopped"},
                 {"sampled", "this mode takes samples"}},
                reason);
}

// " at FILE:LINE", or nothing if it is not known.
std::string placeOf(const Json& place) {
    const std::string file = place.value("file", "");
    return file.empty() ? "" : fmt::format(" at {}:{}", file, place.value("line", 0));
}

std::string indented(const std::string& text, const char* indent) {
    std::string result = indent;
    for (const char c : text) {
        result += c;
        if (c == '\n') result += indent;
    }
    while (!result.empty() && (result.back() == ' ' || result.back() == '\n'))
        result.pop_back();
    return result;
}

std::string quoted(const std::string& text) {
    return Json(text).dump();
}

std::string replayText(const std::string& program, const Json& from) {
    return fmt::format("turnwise run {} --schedule {}\n", program, from.value("schedule", ""));
}

std::string stepText(const Json& step) {
    return fmt::format("{} ({}{})", step.value("thread", ""), step.value("operation", ""),
                       placeOf(step));
}

// After which step it was too late, and who should have gone there instead.
std::string explanationText(const Json& finding, const std::string& program) {
    if (finding.value("every_schedule_fails", false))
        return "  Every schedule fails: no order of the threads ends well.\n";
    if (!finding["critical_step"].is_number()) return "";
    std::string text =
        fmt::format("  After step {} nothing could save it: {}.\n",
                    finding.value("critical_step", 0ULL), stepText(finding["critical"]));
    const Json& sibling = finding["sibling"];
    if (sibling.is_object())
        text += fmt::format("  Had {} gone first there, it could have ended well:\n    {}",
                            stepText(sibling), replayText(program, sibling));
    return text;
}

std::string onCpythonText(const std::string& answer) {
    if (answer == "impossible") return "  Possible in Python, not on CPython 3.11.\n";
    if (answer == "possible") return "  Possible on CPython 3.11, too.\n";
    if (answer == "not found")
        return "  Not found on CPython 3.11, in a search that was not complete.\n";
    return "";
}

std::string findingText(const Json& finding, const std::string& time, const std::string& program) {
    std::string text =
        fmt::format("\n{}{}\n", kindText(finding.value("kind", "")), placeOf(finding["location"]));
    text += indented(finding.value("message", ""), "  ") + "\n";
    if (const std::string traceback = finding.value("traceback", ""); !traceback.empty())
        text += indented(traceback, "    ") + "\n";
    const bool is_at_limit =
        finding.value("kind", "") == "livelock" && finding.value("objects", Json::array()).empty();
    if (is_at_limit && time == "abstract")
        text +=
            "  In this search a timeout may come at once, every time; --time faithful has it "
            "come when it is due.\n";
    text += onCpythonText(finding.value("on_cpython_3_11", ""));
    const auto preemptions = finding.value("preemptions", 0ULL);
    text += preemptions == 0 ? "  No thread has to be interrupted for it"
                             : "  A thread has to be interrupted " +
                                   (preemptions == 1 ? "once for it"
                                                     : fmt::format("{} times for it", preemptions));
    text += fmt::format("; seen in {} of the executions; reproduced {}:\n",
                        finding.value("executions", 0), finding.value("reproduced", ""));
    if (!finding.value("schedule", "").empty()) text += "    " + replayText(program, finding);
    return text + explanationText(finding, program);
}

std::string outcomeText(const Json& outcome, const std::string& program) {
    std::string text =
        fmt::format("  {:>8} x {}", outcome.value("count", 0ULL), outcome.value("kind", ""));
    if (outcome["exception"].is_string()) text += " " + quoted(outcome["exception"]);
    if (const std::string output = outcome.value("stdout", ""); !output.empty())
        text += ", prints " + quoted(output);
    text += "\n";
    if (!outcome.value("schedule", "").empty())
        text += "               " + replayText(program, outcome);
    return text;
}

// How many there are of which the report has `kept`.
std::string totalText(const Json& report, const char* left_out, std::size_t kept, const char* one,
                      const char* several) {
    const auto left = report.value(left_out, 0ULL);
    const bool is_exact = left == 0 || report.value("left_out_are_counted", true);
    return (is_exact ? "" : "at least ") + counted(kept + left, one, several);
}

// The frequent ones first; a hundred of them nobody reads, and the JSON has those that were kept.
std::string outcomesText(const Json& report, const std::string& program) {
    std::vector<Json> outcomes(report["outcomes"].begin(), report["outcomes"].end());
    std::ranges::stable_sort(outcomes, std::ranges::greater(),
                             [](const Json& outcome) { return outcome.value("count", 0ULL); });
    std::string text =
        fmt::format("\n{}, each with the number of interleavings that end so:\n",
                    totalText(report, "outcomes_left_out", outcomes.size(), "outcome", "outcomes"));
    for (std::size_t at = 0; at < std::min(outcomes.size(), most_outcomes); ++at)
        text += outcomeText(outcomes[at], program);
    const auto left_out = report.value("outcomes_left_out", 0ULL);
    if (outcomes.size() + left_out <= most_outcomes) return text;
    text += fmt::format("  and {} more: --report json has ",
                        outcomes.size() + left_out - std::min(outcomes.size(), most_outcomes));
    return text + (left_out == 0 ? "all of them\n"
                                 : fmt::format("the {} that were seen first; the others were "
                                               "counted, not kept\n",
                                               outcomes.size()));
}

// One interleaving may print "a" before "b", and stand for another that prints them the other way.
std::string unobservedText(const Json& report) {
    if (!report.value("several_threads_print", false) || report.value("observes_stdout", true))
        return "";
    return "\nThe order of what threads print was not observed: it may differ from what stands "
           "here. "
           "--observe stdout searches for it, too.\n";
}

// Executions that are no interleavings of their own.
std::string pollingText(unsigned long long executions) {
    if (executions == 0) return "";
    return fmt::format(
        "In {} more a thread polled and found nothing new; what it does when it has, the others "
        "show.\n",
        executions);
}

// What the search knows that it did not see.
std::string unseenText(const Json& report) {
    const Json unseen = report.value("unseen", Json::array());
    if (unseen.empty()) return "";
    std::string all;
    for (const Json& what : unseen)
        all += (all.empty() ? "" : ", ") + what.get<std::string>();
    return "It is not seen what these do to objects that threads share: " + all + ".\n";
}

// As many digits as an estimate knows.
std::string roughly(double number) {
    const double unit = number < 100 ? 1 : std::pow(10.0, std::floor(std::log10(number)) - 1);
    std::string digits = fmt::format("{:.0f}", std::round(number / unit) * unit);
    for (std::size_t place = digits.size(); place > 3; place -= 3)
        digits.insert(place - 3, ",");
    return digits;
}

std::string remainingText(const Json& report, double executions) {
    const double estimate = report.value("estimated_executions", 0.0);
    const double spread = report.value("estimate_spread", 0.0);
    if (estimate <= executions) return "";
    if (spread > 0)
        return fmt::format(" There are about {} interleavings, by an estimate that may be {} off.",
                           roughly(estimate), roughly(2 * spread));
    return estimate > 1e6 ? " More remain than can be executed: millions, as far as can be told."
                          : fmt::format(" About {} more remain, as far as can be told.",
                                        roughly(std::max(estimate - executions, 1.0)));
}

}  // namespace

std::string verdictText(const Json& report) {
    const auto polling = report.value("polling_executions", 0ULL);
    // Those that were cut off are none of their own: others show how they go on.
    const auto executions =
        report.value("executions", 0ULL) - polling - report.value("blocked_executions", 0ULL);
    const std::size_t findings = report["findings"].size();
    const std::string reason = report.value("incomplete", "");
    if (reason == "not-deterministic")
        return "The program is not deterministic: " + report.value("difference", "");
    const std::string assumption = assumptionText(report);
    const std::string found =
        findings == 0 ? "nothing was found"
                      : totalText(report, "findings_left_out", findings, "finding", "findings") +
                            (report.value("findings_left_out", 0ULL) == 0
                                 ? ""
                                 : fmt::format(", of which the {} that were seen first are listed",
                                               findings));
    if (report.value("complete", false)) {
        const std::string all = executions == 1
                                    ? "the only interleaving was executed"
                                    : fmt::format("all {} interleavings were executed", executions);
        const std::string unseen = unseenText(report);
        const std::string verdict = findings != 0    ? "Complete: "
                                    : unseen.empty() ? "Verified: "
                                                     : "Verified, but for what is not seen: ";
        return verdict + all + (findings == 0 ? ", and nothing was found" : ", with " + found) +
               ".\n" + unseen + pollingText(polling) + assumption;
    }
    std::string text = fmt::format("Not complete: {}. {} until then, {}.", reasonText(reason),
                                   counted(executions, "execution", "executions"), found);
    if (reason != "sampled") text += remainingText(report, static_cast<double>(executions));
    return text + "\n" + assumption;
}

std::string plainText(const Json& report, const std::string& program) {
    std::string text = verdictText(report) + "\n";
    for (const Json& finding : report["findings"])
        text += findingText(finding, report.value("time", ""), program);
    return text + outcomesText(report, program) + unobservedText(report);
}

}  // namespace turnwise::cli
