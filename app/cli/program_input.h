// What `run` and `export` take: a Python program, which the engine runs, or the trace of an earlier
// run.
#pragma once

#include <QByteArray>
#include <QString>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/trace/trace.h"
#include "ui/session/run_options.h"

namespace CLI {
class App;
}

namespace turnwise::cli {

struct ProgramArguments {
    std::string path;
    std::vector<std::string> arguments;
    ui::RunOptions options;

    bool isTrace() const;        // by its first bytes
    bool hasRunOptions() const;  // any that only make sense for a program
    ui::RunOptions runOptions() const;
};

// The positional arguments and the options that are passed on to the engine.
void addProgramOptions(CLI::App& verb, ProgramArguments& arguments);

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
    // --policy manual: one line of answer to what the trace's last inquiry asks; nullopt: no more
    // answers.
    std::function<std::optional<QString>(const trace::Trace&)> asked = {};
};

// Runs the program or reads the trace. Needs a QCoreApplication.
Result obtain(const ProgramArguments& arguments, const Listeners& listeners);

}  // namespace turnwise::cli
