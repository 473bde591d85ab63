// turnwise run: runs a program, or tells again what a trace holds.
#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <algorithm>
#include <cstdio>
#include <memory>

#include "app/cli/exit_status.h"
#include "app/cli/idle_options.h"
#include "app/cli/program_input.h"
#include "app/cli/report.h"
#include "app/cli/same_file.h"
#include "app/cli/trace_file.h"
#include "app/cli/verbs.h"
#include "core/analysis/describe.h"
#include "core/analysis/statistics.h"

namespace turnwise::cli {

namespace {

struct RunArguments {
    ProgramArguments program;
    std::string tracePath;
    std::string report;
    bool events = false;
};

// Prints what is new in a trace: the program's output as it is, or every event as a line.
class Printer {
  public:
    explicit Printer(bool events) : m_showsEvents(events) {}

    void print(const trace::Trace& trace) {
        for (; m_seen < trace.size(); ++m_seen) {
            m_state.apply(trace[m_seen]);
            if (m_seen >= m_printed) printEvent(trace, trace[m_seen]);
        }
        m_printed = std::max(m_printed, m_seen);
        std::fflush(stdout);
    }

    // The trace begins anew; what came after so many events is printed again.
    void goBack(EventIndex events) {
        m_state = {};
        m_seen = 0;
        m_printed = events;
    }

  private:
    void printEvent(const trace::Trace& trace, const trace::Event& event) const {
        if (m_showsEvents)
            write(describe(trace, m_state, m_seen) + '\n', stdout);
        else if (event.kind == trace::EventKind::output)
            write(trace.text(event.text), event.value == 2 ? stderr : stdout);
    }

    static void write(const std::string& text, std::FILE* file) {
        std::fwrite(text.data(), 1, text.size(), file);
    }

    EventIndex m_seen = 0;
    EventIndex m_printed = 0;
    analysis::State m_state;
    bool m_showsEvents;
};

int complain(const std::string& message) {
    std::fprintf(stderr, "turnwise run: %s\n", message.c_str());
    return exitUsage;
}

int run(const RunArguments& arguments) {
    if (const std::string why = arguments.program.whyNoOptions(); !why.empty())
        return complain(why);
    if (arguments.program.isTrace() && !arguments.tracePath.empty())
        return complain(arguments.program.path +
                        " is a trace already: --trace does not apply to it.");
    if (const std::string why = whyNotWritten(arguments.tracePath, arguments.program); !why.empty())
        return complain(why);
    TraceFile traceFile(arguments.tracePath);
    if (!traceFile.open()) return complain(traceFile.whyNot());

    Printer printer(arguments.events);
    const Result result = obtain(
        arguments.program, {.grew = [&](const trace::Trace& trace) { printer.print(trace); },
                            .received = [&](const QByteArray& bytes) { traceFile.write(bytes); },
                            .wentBack =
                                [&](EventIndex events) {
                                    printer.goBack(events);
                                    traceFile.beginAnew();
                                },
                            .keepsInterrupted = !arguments.tracePath.empty()});
    if (!result.messages.isEmpty()) std::fprintf(stderr, "%s\n", qPrintable(result.messages));
    if (result.isRefused) return complain(result.outcome.message);
    for (const std::string& sentence : idleOptions(arguments.program.options, result.trace))
        std::fprintf(stderr, "turnwise run: %s\n", sentence.c_str());
    if (const auto error = analysis::syntax_error(result.trace))
        std::fprintf(stderr, "%s\n", notUnderstood(*error).c_str());
    else if (!result.outcome.message.empty())
        std::fprintf(stderr, "%s\n", result.outcome.message.c_str());
    if (!traceFile.keep()) return complain(traceFile.whyNot());

    if (arguments.report == "json") {
        std::puts(jsonReport(result).c_str());
    } else if (arguments.report == "text") {
        const analysis::Intervals intervals(result.trace);
        std::fputs(to_text(statistics(intervals), intervals).c_str(), stdout);
    }
    return exitStatusOf(result.outcome.kind);
}

}  // namespace

void addRun(CLI::App& app, Action& chosen) {
    auto arguments = std::make_shared<RunArguments>();
    CLI::App* verb = app.add_subcommand("run", "run a program on simulated threads, and report");
    addProgramOptions(*verb, arguments->program);
    verb->add_option("--trace", arguments->tracePath, "keep the trace in this file")
        ->type_name("FILE");
    verb->add_flag("--events", arguments->events, "print a line for every event");
    verb->add_option("--report", arguments->report,
                     "json: one object, as the last line; text: tables of times and waits")
        ->check(CLI::IsMember({"json", "text"}));
    verb->callback([arguments, &chosen] { chosen = {[arguments] { return run(*arguments); }}; });
}

}  // namespace turnwise::cli
