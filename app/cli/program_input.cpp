#include "app/cli/program_input.h"

#include <CLI/CLI.hpp>
#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>

#include "app/cli/terminal_run.h"
#include "core/sched/options.h"
#include "core/sched/policy.h"
#include "core/trace/stream.h"
#include "ui/lessons/examples.h"
#include "ui/scenario/file_kind.h"
#include "ui/session/program_text.h"

namespace turnwise::cli {

namespace {

template <typename Value>
void addOptional(CLI::App& verb, const std::string& name, std::optional<Value>& value,
                 const std::string& description) {
    CLI::Option* option = verb.add_option(name, value, description);
    // Else a whole number would be taken modulo 2^64.
    if constexpr (std::is_unsigned_v<Value>)
        option->check([](const std::string& text) {
            return text.starts_with('-') ? "a number from 0 on is expected, not " + text
                                         : std::string();
        });
}

void addText(CLI::App& verb, const std::string& name, QString& value,
             const std::string& description, const std::vector<std::string>& choices) {
    auto* option = verb.add_option_function<std::string>(
        name, [&value](const std::string& text) { value = QString::fromStdString(text); },
        description);
    if (!choices.empty()) option->check(CLI::IsMember(choices));
}

template <typename Words>
std::string listOf(const Words& words) {
    std::string list;
    for (const std::string& word : words)
        list += (list.empty() ? "" : ", ") + word;
    return list;
}

void addPolicyOptions(CLI::App& verb, ui::RunOptions& options) {
    addOptional(verb, "--depth", options.depth,
                "pct: how many ordered steps the bug may need that it looks for");
    addOptional(verb, "--length", options.length, "pct: how many decisions a run has, about");
    verb.add_option_function<std::vector<std::string>>(
            "--priority",
            [&options](const std::vector<std::string>& texts) {
                for (const std::string& text : texts)
                    options.priorities << QString::fromStdString(text);
            },
            "priority: that of the threads of this name; others have 0")
        ->type_name("NAME=NUMBER")
        ->allow_extra_args(false);
    verb.add_flag(
        "--inherit-priority", options.inheritPriority,
        "priority: who holds a lock has the priority of whoever waits for it, if that is higher");
    verb.add_flag("--choose-woken", options.chooseWoken,
                  "which waiter a release or a notify wakes is a decision, too");
    verb.add_flag("--spurious-wakeups", options.spuriousWakeups,
                  "Condition.wait may end for no reason, as a decision");
}

void addModelOptions(CLI::App& verb, ui::RunOptions& options) {
    addText(verb, "--model", options.model,
            "gil: one thread runs at a time; free-threaded: one on every core",
            {"gil", "free-threaded"});
    addOptional(verb, "--cores", options.cores, "free-threaded: how many cores there are, 1 to 64");
    std::vector<std::string> granularities;
    for (const sched::Granularity granularity : sched::all_granularities)
        granularities.emplace_back(to_string(granularity));
    addText(verb, "--granularity", options.granularity,
            "where threads may be switched: " + listOf(granularities), granularities);
    addOptional(verb, "--switch-interval", options.switchInterval,
                "virtual seconds before the GIL is handed over");
    addOptional(verb, "--line-cost", options.lineCost, "virtual seconds that a source line takes");
    addOptional(verb, "--bytecode-cost", options.bytecodeCost,
                "virtual seconds of a bytecode that is a scheduling point");
    addOptional(verb, "--switch-cost", options.switchCost, "virtual seconds that a switch takes");
}

Result read(const ProgramArguments& arguments, const Listeners& listeners) {
    Result result;
    try {
        if (trace::read_trace_file(arguments.path, result.trace))
            result.outcome = result.trace.trailer().outcome;
        else
            result.outcome.message = "The trace was cut off: it ends before its run does.";
    } catch (const trace::DamagedStream& error) {
        result.outcome.message = error.what();
    } catch (const trace::StreamError& error) {
        result.isRefused = true;
        result.outcome = {OutcomeKind::crashed, error.what()};
    }
    if (listeners.grew) listeners.grew(result.trace);
    return result;
}

constexpr qint64 head_bytes = 4096;
constexpr qint64 most_input = 8 << 20;

QString headOf(const std::string& path) {
    QFile file(QString::fromStdString(path));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.read(head_bytes)) : QString();
}

}  // namespace

namespace {

// A scenario keeps it, as text. Throws CLI::ValidationError.
QString inputFrom(const std::string& path) {
    QFile file(QString::fromStdString(path));
    const auto refuse = [&](const std::string& why) {
        throw CLI::ValidationError("--stdin", path + " " + why);
    };
    if (QFileInfo(file).isDir())
        refuse("is a folder. Name a file with what the program shall read.");
    if (!file.open(QIODevice::ReadOnly))
        refuse("cannot be read: " + file.errorString().toStdString() + ".");
    if (file.size() > most_input) refuse("is larger than 8 MiB, the most that is read of it.");
    QStringDecoder utf8(QStringDecoder::Utf8);
    const QString text = utf8(file.readAll());
    if (utf8.hasError()) refuse("is no text in UTF-8.");
    return text;
}

}  // namespace

bool ProgramArguments::isTrace() const {
    return ui::kindOfFile(QString::fromStdString(path)) == ui::FileKind::trace;
}

bool ProgramArguments::isScenario() const {
    return ui::kindOfFile(QString::fromStdString(path)) == ui::FileKind::scenario;
}

ui::Scenario scenarioAt(const std::string& path) {
    return ui::readScenarioFile(QString::fromStdString(path));
}

const ui::ScenarioRun* runOf(const ui::Scenario& scenario, const ProgramArguments& arguments) {
    const quint64 wanted = arguments.scenarioRun.value_or(static_cast<quint64>(scenario.shown));
    return wanted < 2'000'000'000 ? scenario.run(static_cast<int>(wanted)) : nullptr;
}

std::string ProgramArguments::whyNoOptions() const {
    if (!hasRunOptions()) return {};
    if (isTrace())
        return path + " is the trace of a run that is over: options of a run do not apply to it.";
    if (isScenario())
        return path +
               " is a scenario, which holds the options of its runs: others do not apply. Run its "
               "program instead.";
    return {};
}

// As in the window, a program may say in its head how it is to be run; who says it here knows
// better.
ui::RunOptions ProgramArguments::runOptions() const {
    ui::RunOptions run = options;
    if (ui::engineArguments(run, {}) == ui::engineArguments({}, {}))
        run = ui::asProgramWishes(std::move(run), headOf(path));
    run.program = QString::fromStdString(path);
    for (const std::string& argument : arguments)
        run.arguments << QString::fromStdString(argument);
    run.forwardInput = true;
    return run;
}

bool ProgramArguments::hasRunOptions() const {
    return !arguments.empty() || !options.input.isEmpty() ||
           ui::engineArguments(options, {}) != ui::engineArguments({}, {});
}

void addChoiceOptions(CLI::App& verb, ui::RunOptions& options) {
    const auto names = sched::policy_names();
    const std::vector<std::string> policies(names.begin(), names.end());
    addText(verb, "--policy", options.policy, "who runs at a decision: " + listOf(policies),
            policies);
    addOptional(verb, "--seed", options.seed, "seed of the policies random and pct");
    verb.add_option_function<std::vector<std::string>>(
            "--break",
            [&options](const std::vector<std::string>& texts) {
                for (const std::string& text : texts)
                    options.breakpoints << QString::fromStdString(text);
            },
            "manual: stop \"line 12\", \"owner mutex\", \"value 0 semaphore\", \"use mutex\", "
            "\"event thread_ended\"")
        ->type_name("WHERE")
        ->allow_extra_args(false);
    verb.add_option_function<std::vector<quint32>>(
            "--freeze",
            [&options](const std::vector<quint32>& threads) {
                for (const quint32 thread : threads)
                    options.frozen << thread;
            },
            "manual: a thread that `go` and `to` do not let go on, by its number")
        ->type_name("N")
        ->check(CLI::NonNegativeNumber)
        ->allow_extra_args(false);
    addText(verb, "--schedule", options.schedule,
            "the choices to make first, as a report shows them", {});
}

void addOtherOptions(CLI::App& verb, ui::RunOptions& options) {
    addPolicyOptions(verb, options);
    addModelOptions(verb, options);
    addOptional(
        verb, "--max-steps", options.maxSteps,
        "end the run after that many scheduling points, as `steps` in the report counts them");
    addOptional(verb, "--max-time", options.maxTime, "end the run after that many virtual seconds");
    addOptional(verb, "--max-threads", options.maxThreads,
                "end the run when it creates more threads");
    addOptional(verb, "--max-output", options.maxOutput, "end the run when it prints more bytes");
}

void addProgramOptions(CLI::App& verb, ProgramArguments& arguments) {
    ui::RunOptions& options = arguments.options;
    verb.add_option("program", arguments.path,
                    "a Python program, a scenario, or the trace of a run")
        ->required()
        ->type_name("PROG.py|SCENARIO|TRACE");
    addOptional(verb, "--run", arguments.scenarioRun,
                "of a scenario: which run, by its id; else the one it shows");
    verb.add_option("arguments", arguments.arguments,
                    "what the program finds in sys.argv, after --")
        ->type_name("ARGS");
    addInputOption(verb, options.input);
    addChoiceOptions(verb, options);
    addOtherOptions(verb, options);
}

void addInputOption(CLI::App& verb, QString& input) {
    verb.add_option_function<std::string>(
            "--stdin", [&input](const std::string& path) { input = inputFrom(path); },
            "what the program reads on standard input, a file; else what comes in by a pipe or is "
            "typed")
        ->type_name("FILE");
}

std::string whyNoProgram(const std::string& path) {
    ProgramArguments input;
    input.path = path;
    if (input.isTrace())
        return path +
               " is the trace of a run that is over. Name the Python program that is to be run.";
    if (input.isScenario())
        return path +
               " is a scenario, which holds runs that were made already. Name the Python "
               "program that is to be run.";
    const QString name = QString::fromStdString(path);
    QFile file(name);
    const QString base = QFileInfo(name).completeBaseName();
    if (!file.exists() && !ui::exampleNamed(base).name.isEmpty()) {
        const std::string example = base.toStdString();
        return "There is no file " + path +
               ", but an example of this name. Write it into one: turnwise examples " + example +
               " > " + example + ".py";
    }
    if (!file.open(QIODevice::ReadOnly)) return {};  // the engine says why
    return ui::decodedProgram(file.readAll(), name).error.toStdString();
}

std::string notUnderstood(const analysis::SyntaxError& error) {
    return "Line " + std::to_string(error.line) +
           ": Python does not understand this, so nothing was run. " + error.message;
}

namespace {

Result refusal(std::string why) {
    return {{}, {OutcomeKind::crashed, std::move(why)}, true, {}};
}

// The message of a run that is not what it was when the scenario was saved: another version of the
// program, of Python or of Turnwise.
QString whatChanged(const ui::ScenarioRun& saved, const Result& result) {
    const std::string_view outcome = to_string(result.outcome.kind);
    const bool sameLength = !saved.events || *saved.events == result.trace.size();
    const bool sameEnd = saved.outcome.isEmpty() || saved.outcome.toStdString() == outcome;
    if (sameLength && sameEnd) return {};
    return QStringLiteral(
               "This run is not what it was when the scenario was saved: %1 after %2 events.")
        .arg(QString::fromUtf8(outcome.data(), static_cast<qsizetype>(outcome.size())))
        .arg(result.trace.size());
}

Result runScenario(const ProgramArguments& arguments, const Listeners& listeners) {
    try {
        const ui::Scenario scenario = scenarioAt(arguments.path);
        const ui::ScenarioRun* run = runOf(scenario, arguments);
        if (!run)
            return refusal(arguments.path + " has no run " +
                           std::to_string(arguments.scenarioRun.value_or(0)) + ".");
        ui::RunOptions options = runOptionsOf(scenario, *run);
        options.forwardInput = true;
        Result result = TerminalRun(std::move(options), listeners).toEnd();
        if (const QString change = whatChanged(*run, result);
            !result.isRefused && !change.isEmpty())
            result.messages +=
                (result.messages.isEmpty() ? QString() : QStringLiteral("\n")) + change;
        return result;
    } catch (const ui::ScenarioError& error) {
        return refusal(error.what());
    }
}

}  // namespace

Result obtain(const ProgramArguments& arguments, const Listeners& listeners) {
    if (arguments.isTrace()) return read(arguments, listeners);
    if (arguments.isScenario()) return runScenario(arguments, listeners);
    if (arguments.scenarioRun)
        return refusal("--run chooses a run of a scenario; " + arguments.path + " is none.");
    if (std::string why = whyNoProgram(arguments.path); !why.empty())
        return refusal(std::move(why));
    return TerminalRun(arguments.runOptions(), listeners).toEnd();
}

}  // namespace turnwise::cli
