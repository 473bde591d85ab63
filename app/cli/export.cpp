// turnwise export: the timeline of a run as a picture, or its trace for Perfetto.
#include <CLI/CLI.hpp>
#include <QFileInfo>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <memory>
#include <stdexcept>

#include "app/cli/exit_status.h"
#include "app/cli/program_input.h"
#include "app/cli/verbs.h"
#include "core/analysis/perfetto.h"
#include "ui/export/timeline_export.h"
#include "ui/shell/language.h"

namespace turnwise::cli {

namespace {

struct ExportArguments {
    ProgramArguments program;
    std::string path;
    std::string size;
    std::string axis;
    std::string theme;
    std::string language;
    std::string from;
    std::string to;

    bool hasPictureOptions() const {
        return !(size.empty() && axis.empty() && theme.empty() && language.empty() &&
                 from.empty() && to.empty());
    }
};

class UsageError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

QSize sizeFrom(const std::string& text) {
    constexpr int smallest = 100;    // pixels: below, not even a name fits
    constexpr int largest = 20'000;  // about 1.6 GB a picture
    const auto cross = text.find('x');
    int width = 0;
    int height = 0;
    const char* end = text.data() + text.size();
    const char* middle = text.data() + std::min(cross, text.size());
    const bool isSize = cross != std::string::npos &&
                        std::from_chars(text.data(), middle, width).ptr == middle &&
                        std::from_chars(middle + 1, end, height).ptr == end;
    if (!isSize || width < smallest || height < smallest || width > largest || height > largest)
        throw UsageError(
            "--size takes WIDTHxHEIGHT in pixels, each from 100 to 20000, for example 1600x900; not '" +
            text + "'.");
    return {width, height};
}

// "120" is a number of events, "1.5s" a virtual time: the first event that is not before it.
EventIndex momentFrom(const char* option, const std::string& text, const trace::Trace& trace) {
    const char* begin = text.data();
    const char* end = begin + text.size();
    EventIndex count = 0;
    if (std::from_chars(begin, end, count).ptr == end && !text.empty())
        return std::min<EventIndex>(count, trace.size());
    double seconds = 0;
    const auto [rest, error] = std::from_chars(begin, end, seconds);
    if (error != std::errc() || rest + 1 != end || *rest != 's' || !(seconds >= 0 && seconds < 9e9))
        throw UsageError(
            std::string(option) +
            " takes the number of an event, as --events shows it, or a time such as 1.5s; not '" +
            text + "'.");
    const auto tick = static_cast<Tick>(std::llround(seconds * static_cast<double>(second)));
    const auto first = std::lower_bound(
        trace.events().begin(), trace.events().end(), tick,
        [](const trace::Event& event, Tick wanted) { return event.tick < wanted; });
    return static_cast<EventIndex>(first - trace.events().begin());
}

timeline::ExportOptions pictureOptions(const ExportArguments& arguments,
                                       const trace::Trace& trace) {
    timeline::ExportOptions options;
    if (!arguments.size.empty()) options.size = sizeFrom(arguments.size);
    if (arguments.axis == "steps") options.axis = timeline::Axis::steps;
    if (arguments.theme == "dark") options.theme = timeline::Theme::dark;
    if (arguments.theme == "print") options.theme = timeline::Theme::print;
    if (!arguments.from.empty()) options.from = momentFrom("--from", arguments.from, trace);
    if (!arguments.to.empty()) options.to = momentFrom("--to", arguments.to, trace);
    if (options.from.value_or(0) >= options.to.value_or(trace.size()))
        throw UsageError("--from has to lie before --to, and both inside the run.");
    return options;
}

void exportPerfetto(const analysis::Intervals& intervals, const std::string& path) {
    std::ofstream file(path, std::ios::binary);
    write_perfetto(intervals, file);
    file.close();
    if (!file) throw UsageError(path + " cannot be written.");
}

void exportPicture(const analysis::Intervals& intervals, const timeline::ExportOptions& options,
                   const std::string& path) {
    const analysis::Steps steps(intervals.trace());
    QString error;
    if (!exportTimeline(intervals, steps, options, QString::fromStdString(path), &error))
        throw UsageError(error.toStdString());
}

int exportTrace(const ExportArguments& arguments) {
    const std::string suffix =
        QFileInfo(QString::fromStdString(arguments.path)).suffix().toLower().toStdString();
    const bool isJson = suffix == "json";
    if (!isJson && suffix != "png" && suffix != "svg" && suffix != "pdf")
        throw UsageError("-o takes a file that ends in .png, .svg, .pdf or .json.");
    if (isJson && arguments.hasPictureOptions())
        throw UsageError(
            "a .json holds the whole trace: --size, --axis, --theme, --language, --from and --to "
            "do not apply.");
    if (!arguments.size.empty()) sizeFrom(arguments.size);
    if (arguments.program.isTrace() && arguments.program.hasRunOptions())
        throw UsageError(
            arguments.program.path +
            " is the trace of a run that is over: options of a run do not apply to it.");

    const Result result = obtain(arguments.program, {});
    if (result.isRefused) throw UsageError(result.outcome.message);
    if (!result.outcome.message.empty())
        std::fprintf(stderr, "%s\n", result.outcome.message.c_str());
    if (result.trace.size() == 0)
        throw UsageError("nothing happened in this run: there is nothing to draw.");

    const analysis::Intervals intervals(result.trace);
    if (isJson) {
        exportPerfetto(intervals, arguments.path);
    } else {
        ui::setLanguage(QString::fromStdString(arguments.language));
        exportPicture(intervals, pictureOptions(arguments, result.trace), arguments.path);
    }
    // A deadlock makes as good a picture as any: only what is not the whole run is a failure here.
    const bool isWhole = exitStatusOf(result.outcome.kind) != exitCutShort ||
                         result.outcome.kind == OutcomeKind::limit;
    return isWhole ? exitFinished : exitCutShort;
}

int exportOrComplain(const ExportArguments& arguments) {
    try {
        return exportTrace(arguments);
    } catch (const UsageError& error) {
        std::fprintf(stderr, "turnwise export: %s\n", error.what());
        return exitUsage;
    }
}

}  // namespace

void addExport(CLI::App& app, Action& chosen) {
    auto arguments = std::make_shared<ExportArguments>();
    CLI::App* verb = app.add_subcommand(
        "export", "the timeline of a run as a picture, or its trace for Perfetto");
    addProgramOptions(*verb, arguments->program);
    verb->add_option("-o,--output", arguments->path,
                     "a .png, .svg or .pdf picture, or .json for Perfetto")
        ->required()
        ->type_name("FILE");
    verb->add_option("--size", arguments->size,
                     "WIDTHxHEIGHT in pixels; as high as the rows need if absent")
        ->type_name("WxH");
    verb->add_option("--axis", arguments->axis, "time (default) or steps, each equally wide")
        ->check(CLI::IsMember({"time", "steps"}));
    verb->add_option("--theme", arguments->theme,
                     "light (default), dark, or print: black and white")
        ->check(CLI::IsMember({"light", "dark", "print"}));
    std::vector<std::string> languages;
    for (const QString& language : ui::languages()) languages.push_back(language.toStdString());
    verb->add_option("--language", arguments->language,
                     "of the words in the picture; the system's if absent")
        ->check(CLI::IsMember(languages));
    verb->add_option("--from", arguments->from, "an event's number, or a time such as 1.5s")
        ->type_name("MOMENT");
    verb->add_option("--to", arguments->to, "an event's number, or a time such as 1.5s")
        ->type_name("MOMENT");
    verb->callback([arguments, &chosen] {
        chosen = {[arguments] { return exportOrComplain(*arguments); }, true};
    });
}

}  // namespace turnwise::cli
