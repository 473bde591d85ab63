// What the verbs take: a Python program, which the engine runs, a scenario, whose run it makes
// again, or the trace of an earlier run.
#pragma once

#include <QByteArray>
#include <QString>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/analysis/syntax_error.h"
#include "core/trace/trace.h"
#include "ui/scenario/scenario.h"
#include "ui/session/run_options.h"

namespace CLI {
class App;
}

namespace turnwise::cli {

struct ProgramArguments {
    std::string path;
    std::vector<std::string> arguments;
    ui::RunOptions options;
    // Which of a scenario's runs; else the one that it shows.
    std::optional<quint64> scenarioRun = {};

    bool isTrace() const;        // by its first bytes
    bool isScenario() const;     // by its first bytes, or by its suffix
    bool hasRunOptions() const;  // any that only make sense for a program
    // Why options of a run cannot be given with this input; empty if they can, or if there are
    // none.
    std::string whyNoOptions() const;
    ui::RunOptions runOptions() const;
};

// The scenario at this path. Throws ui::ScenarioError.
ui::Scenario scenarioAt(const std::string& path);

// The one of its runs that the arguments mean; nullptr if there is none.
const ui::ScenarioRun* runOf(const ui::Scenario& scenario, const ProgramArguments& arguments);

// The positional arguments and the options that are passed on to the engine.
void addProgramOptions(CLI::App& verb, ProgramArguments& arguments);

// "--stdin FILE": the text of the file. It is refused if it cannot be read.
void addInputOption(CLI::App& verb, QString& input);

// Parts of the above: who decides, in which order; everything else that is passed on.
void addChoiceOptions(CLI::App& verb, ui::RunOptions& options);
void addOtherOptions(CLI::App& verb, ui::RunOptions& options);

// A whole trace and how its run ended.
struct Result {
    trace::Trace trace;
    Outcome outcome;
    bool isRefused = false;  // there was no run: outcome.message says why
    QString messages;        // what the engine said beside the trace
};

struct Listeners {
    std::function<void(const trace::Trace&)> grew = {};    // also once at the end
    std::function<void(const QByteArray&)> received = {};  // not for a trace
    // --policy manual: a choice was taken back, and the stream begins anew; its first `events` are
    // those of before.
    std::function<void(EventIndex events)> wentBack = {};
    // Ctrl+C ends the run and not the process: what there is of the run is kept somewhere.
    bool keepsInterrupted = false;
};

// Why a file cannot be Python's source; empty for one that the engine shall read, or miss, itself.
// Python would call it a syntax error, and print the bytes.
std::string whyNoProgram(const std::string& path);

// Words for a program of which nothing was run.
std::string notUnderstood(const analysis::SyntaxError& error);

// Runs the program or reads the trace. Needs a QCoreApplication.
Result obtain(const ProgramArguments& arguments, const Listeners& listeners);

}  // namespace turnwise::cli
