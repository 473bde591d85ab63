// turnwise export: a run as pictures, pages, tables or words.
#include "app/cli/export.h"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <QFileInfo>
#include <cstdio>
#include <memory>

#include "app/cli/exit_status.h"
#include "app/cli/program_input.h"
#include "app/cli/same_file.h"
#include "app/cli/verbs.h"
#include "ui/export/caption.h"
#include "ui/look/language.h"
#include "ui/session/run_tree.h"

namespace turnwise::cli {

namespace {

struct ExportArguments {
    ProgramArguments program;
    PictureArguments picture;
    std::string path;
    std::string what;
};

constexpr std::size_t many_pages = 300;
constexpr const char* how_to_choose =
    " --from and --to choose it, as in --from step:20 --to step:60.";

// How many steps have a page or a place of their own; 0 for what is not made of steps.
std::size_t pagesOf(const ui::ExportRequest& request, const analysis::Intervals& intervals,
                    const analysis::Steps& steps) {
    if (request.content != ui::Content::steps && request.content != ui::Content::page) return 0;
    return ui::stepsOf(request.options, steps, intervals.size()).count();
}

// The request, as far as it can be known without the trace.
ui::ExportRequest requestFrom(const ExportArguments& arguments) {
    ui::ExportRequest request;
    request.path = QString::fromStdString(arguments.path);
    const auto content = arguments.what.empty()
                             ? ui::contentOf(request.path)
                             : ui::contentFrom(QString::fromStdString(arguments.what));
    if (!content)
        throw UsageError(
            "-o takes a file that ends in .png, .svg, .pdf, .html, .csv, .txt or .json.");
    request.content = *content;
    const QStringList suffixes = ui::suffixesOf(*content);
    if (!suffixes.contains(QFileInfo(request.path).suffix().toLower()))
        throw UsageError("--what " + arguments.what + " goes into a file that ends in ." +
                         suffixes.join(" or .").toStdString() + '.');
    refuseIdleOptions(arguments.picture, request);
    return request;
}

// For a person who waits; a log has no use for it.
void showProgress(double part) {
    if (isatty(STDERR_FILENO) != 0) std::fprintf(stderr, "\r%3d %%", static_cast<int>(part * 100));
}

void work(ui::Job& job) {
    bool hasShown = false;
    while (job.advance()) {
        showProgress(job.progress());
        hasShown = true;
    }
    if (hasShown && isatty(STDERR_FILENO) != 0) std::fprintf(stderr, "\r     \r");
    if (!job.error().isEmpty()) throw UsageError(job.error().toStdString());
}

// What the scenario shows, unless the command line says otherwise.
void takeView(ui::ExportRequest& request, const ExportArguments& arguments,
              const trace::Trace& trace) {
    if (request.content != ui::Content::timeline) return;
    const ui::ScenarioView view = scenarioAt(arguments.program.path).view;
    const PictureArguments& asked = arguments.picture;
    if (asked.axis.empty() && view.steps) request.options.axis = timeline::Axis::steps;
    const bool isOther = !asked.from.empty() || !asked.to.empty() || arguments.program.scenarioRun;
    if (isOther || !view.from || !view.to) return;
    const EventIndex to = std::min<EventIndex>(*view.to, trace.size());
    if (*view.from >= to) return;
    request.options.from = *view.from;
    request.options.to = to;
}

// What is known of a run beside its trace.
void describeRun(timeline::ExportOptions& options, const ProgramArguments& program) {
    if (program.isTrace()) return;
    if (!program.isScenario()) {
        options.decidedBy = ui::decidedBy(program.runOptions());
        return;
    }
    const ui::Scenario scenario = scenarioAt(program.path);
    const ui::ScenarioRun* run = runOf(scenario, program);
    if (!run) return;
    ui::RunRecord record;
    record.options = run->options;
    // It is that of the run, and tells no more than the policy that made it.
    if (record.options.policy != QLatin1String("replay")) record.options.schedule.clear();
    record.decision = run->decision;
    options.decidedBy = ui::decidedBy(record);
    for (const ui::ScenarioNote& note : scenario.notes)
        if (note.run == run->id) options.notes.push_back({note.from, note.to, note.text});
}

int exportTrace(const ExportArguments& arguments) {
    ui::ExportRequest request = requestFrom(arguments);
    if (const std::string why = arguments.program.whyNoOptions(); !why.empty())
        throw UsageError(why);
    if (const std::string why = whyNotWritten(arguments.path, arguments.program); !why.empty())
        throw UsageError(why);

    const Result result = obtain(arguments.program, {});
    if (result.isRefused) throw UsageError(result.outcome.message);
    if (const auto error = analysis::syntax_error(result.trace))
        throw UsageError(notUnderstood(*error));
    if (!result.outcome.message.empty())
        std::fprintf(stderr, "%s\n", result.outcome.message.c_str());
    if (result.trace.size() == 0)
        throw UsageError("nothing happened in this run: there is nothing to draw.");

    const analysis::Intervals intervals(result.trace);
    const analysis::Steps steps(result.trace);
    ui::setLanguage(QString::fromStdString(arguments.picture.language));
    request.options = optionsFrom(arguments.picture, request.content, result.trace, steps);
    describeRun(request.options, arguments.program);
    if (arguments.program.isScenario()) takeView(request, arguments, result.trace);
    const std::size_t pages = pagesOf(request, intervals, steps);
    if (const QString objection = objectionTo(request, intervals, steps); !objection.isEmpty())
        throw UsageError(objection.toStdString() +
                         (pages > ui::most_step_pages ? how_to_choose : ""));
    if (request.content == ui::Content::steps && pages > many_pages)
        std::fprintf(stderr,
                     "turnwise export: %zu pages; --from step:1 --to step:%zu makes fewer.\n",
                     pages, many_pages);
    work(*makeJob(request, intervals, steps));
    // A deadlock makes as good a picture as any: only what is not the whole run is a failure here.
    const bool isWhole = exitStatusOf(result.outcome.kind) != exitCutShort ||
                         result.outcome.kind == OutcomeKind::limit;
    return isWhole ? exitFinished : exitCutShort;
}

int exportOrComplain(const ExportArguments& arguments) {
    try {
        return exportTrace(arguments);
    } catch (const std::runtime_error& error) {  // or a scenario that went away meanwhile
        std::fprintf(stderr, "turnwise export: %s\n", error.what());
        return exitUsage;
    }
}

}  // namespace

void addExport(CLI::App& app, Action& chosen) {
    auto arguments = std::make_shared<ExportArguments>();
    CLI::App* verb = app.add_subcommand(
        "export", "a run as pictures, steps, a web page, tables, words, or for Perfetto");
    addProgramOptions(*verb, arguments->program);
    verb->add_option("-o,--output", arguments->path,
                     "a .png, .svg or .pdf picture, a .html page, a .csv table, a .txt transcript, "
                     "or .json for Perfetto")
        ->required()
        ->type_name("FILE");
    std::vector<std::string> contents;
    for (const ui::Content content : ui::all_contents)
        contents.push_back(wordOf(content).toStdString());
    verb->add_option("--what", arguments->what,
                     "what is in it, where its ending leaves a choice: timeline, or steps: a page "
                     "or a numbered picture each; events, or statistics")
        ->check(CLI::IsMember(contents));
    addPictureOptions(*verb, arguments->picture);
    verb->callback([arguments, &chosen] {
        chosen = {[arguments] { return exportOrComplain(*arguments); }, true};
    });
}

}  // namespace turnwise::cli
