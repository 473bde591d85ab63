#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <cmath>

#include "app/cli/export.h"
#include "ui/export/paper.h"
#include "ui/look/language.h"

namespace turnwise::cli {

namespace {

constexpr double smallest_scale = 0.5;
constexpr double largest_scale = 4;
constexpr int coarsest = 48;  // pixels an inch
constexpr int finest = 1200;
constexpr int largest_side = 20'000;  // pixels; about 1.6 GB a picture

template <typename Number>
bool readWhole(const std::string& text, Number& number) {
    const char* end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, number);
    return error == std::errc() && rest == end;
}

QSize sizeFrom(const std::string& text) {
    constexpr int smallest = 100;  // pixels: below, not even a name fits
    const auto cross = text.find('x');
    int width = 0;
    int height = 0;
    const bool isSize = cross != std::string::npos && readWhole(text.substr(0, cross), width) &&
                        readWhole(text.substr(cross + 1), height);
    if (!isSize || width < smallest || height < smallest || width > largest_side ||
        height > largest_side)
        throw UsageError(
            "--size takes WIDTHxHEIGHT in pixels, each from 100 to 20000, for example 1600x900; "
            "not '" +
            text + "'.");
    return {width, height};
}

double scaleFrom(const std::string& text) {
    double scale = 1;
    if (!readWhole(text, scale) || !(scale >= smallest_scale && scale <= largest_scale))
        throw UsageError("--scale takes a number from 0.5 to 4, for example 1.5; not '" + text +
                         "'.");
    return scale;
}

int resolutionFrom(const std::string& text) {
    int resolution = 0;
    if (!readWhole(text, resolution) || resolution < coarsest || resolution > finest)
        throw UsageError("--dpi takes a number from 48 to 1200, for example 300; not '" + text +
                         "'.");
    return resolution;
}

[[noreturn]] void refuseMoment(const char* option, const std::string& text) {
    throw UsageError(
        std::string(option) +
        " takes the number of an event, as --events shows it, a step such as step:12, or "
        "a time such as 1.5s or 300ms; not '" +
        text + "'.");
}

// The number of events that have happened when the first event has that is not before `tick`.
EventIndex momentAt(const trace::Trace& trace, Tick tick) {
    const auto first = std::lower_bound(
        trace.events().begin(), trace.events().end(), tick,
        [](const trace::Event& event, Tick wanted) { return event.tick < wanted; });
    return static_cast<EventIndex>(first - trace.events().begin());
}

Tick tickFrom(const char* option, const std::string& text) {
    constexpr std::pair<const char*, Tick> units[] = {
        {"ms", millisecond}, {"us", microsecond}, {"s", second}};
    for (const auto& [unit, ticks] : units) {
        if (!text.ends_with(unit)) continue;
        double number = 0;
        const std::string digits = text.substr(0, text.size() - std::strlen(unit));
        if (!readWhole(digits, number) || !(number >= 0 && number < 9e9)) break;
        return static_cast<Tick>(std::llround(number * static_cast<double>(ticks)));
    }
    refuseMoment(option, text);
}

// A part holds its first and its last step or event; of a time, all that happens before it.
EventIndex momentFrom(const char* option, const std::string& text, const trace::Trace& trace,
                      const analysis::Steps& steps) {
    constexpr std::string_view step_mark = "step:";
    if (text.starts_with(step_mark)) {
        std::size_t step = 0;
        if (!readWhole(text.substr(step_mark.size()), step)) refuseMoment(option, text);
        return steps.events_at(std::min(step, steps.count()));
    }
    EventIndex number = 0;
    if (!text.empty() && readWhole(text, number))
        return std::min<EventIndex>(number, trace.size() - 1) + 1;
    return momentAt(trace, tickFrom(option, text));
}

timeline::Theme themeOf(const std::string& style) {
    if (style == "colour-blind") return timeline::Theme::colour_blind;
    if (style == "dark") return timeline::Theme::dark;
    if (style == "black-and-white") return timeline::Theme::print;
    return timeline::Theme::light;
}

std::vector<std::string> paperNames() {
    std::vector<std::string> names;
    for (const ui::Paper& paper : ui::papers())
        names.emplace_back(paper.id);
    return names;
}

std::string listOf(const std::vector<std::string>& words) {
    std::string list;
    for (const std::string& word : words)
        list += (list.empty() ? "" : ", ") + word;
    return list;
}

}  // namespace

void addPictureOptions(CLI::App& verb, PictureArguments& arguments) {
    const std::vector<std::string> papers = paperNames();
    verb.add_option("--size", arguments.size,
                    "WIDTHxHEIGHT in pixels; as high as the rows need if absent")
        ->type_name("WxH");
    verb.add_option("--paper", arguments.paper, "in place of --size: " + listOf(papers))
        ->check(CLI::IsMember(papers))
        ->excludes("--size");
    verb.add_option("--scale", arguments.scale, "how large texts and rows are; 1 is usual")
        ->type_name("FACTOR");
    verb.add_option("--dpi", arguments.resolution, "pixels an inch of a .png; 96 is usual")
        ->type_name("NUMBER");
    verb.add_option("--axis", arguments.axis, "time (default) or steps, each equally wide")
        ->check(CLI::IsMember({"time", "steps"}));
    const std::map<std::string, std::string> styles = {{"colour", "colour"},
                                                       {"light", "colour"},
                                                       {"colour-blind", "colour-blind"},
                                                       {"dark", "dark"},
                                                       {"black-and-white", "black-and-white"},
                                                       {"print", "black-and-white"}};
    verb.add_option("--style,--theme", arguments.style,
                    "colour (default), colour-blind: hatches too, black-and-white (or print), dark")
        ->transform(CLI::Transformer(styles))
        ->check(CLI::IsMember({"colour", "colour-blind", "dark", "black-and-white"}));
    verb.add_option("--title", arguments.title, "of the picture; the program's name if absent");
    verb.add_flag("--no-legend", arguments.hasNoLegend, "leave the legend away");
    std::vector<std::string> languages;
    for (const QString& language : ui::languages())
        languages.push_back(language.toStdString());
    verb.add_option("--language", arguments.language, "of all words; the system's if absent")
        ->check(CLI::IsMember(languages));
    const char* moment = "an event's number, a step such as step:12, or a time such as 1.5s";
    verb.add_option("--from", arguments.from, moment)->type_name("MOMENT");
    verb.add_option("--to", arguments.to, moment)->type_name("MOMENT");
}

void refuseIdleOptions(const PictureArguments& arguments, const ui::ExportRequest& request) {
    std::vector<std::string> idle;
    const auto refuse = [&](const std::string& value, const char* option, bool applies) {
        if (!value.empty() && !applies) idle.emplace_back(option);
    };
    const bool isPicture = hasPicture(request.content);
    refuse(arguments.size, "--size", isPicture);
    refuse(arguments.paper, "--paper", isPicture);
    refuse(arguments.scale, "--scale", isPicture);
    refuse(arguments.resolution, "--dpi", isPicture);
    refuse(arguments.axis, "--axis", isPicture);
    refuse(arguments.style, "--style", isPicture);
    refuse(arguments.title, "--title", hasLanguage(request.content));
    refuse(arguments.language, "--language", hasLanguage(request.content));
    refuse(arguments.from, "--from", hasPart(request.content));
    refuse(arguments.to, "--to", hasPart(request.content));
    if (arguments.hasNoLegend && !isPicture) idle.emplace_back("--no-legend");
    if (!idle.empty())
        throw UsageError("options that do not apply to " + request.path.toStdString() + ": " +
                         listOf(idle) + '.');
    if (!arguments.size.empty()) sizeFrom(arguments.size);
    if (!arguments.scale.empty()) scaleFrom(arguments.scale);
    if (!arguments.resolution.empty()) resolutionFrom(arguments.resolution);
}

timeline::ExportOptions optionsFrom(const PictureArguments& arguments, ui::Content content,
                                    const trace::Trace& trace, const analysis::Steps& steps) {
    timeline::ExportOptions options;
    // A page of a step is for a slide and shows an interleaving, unless somebody wants it else.
    if (content == ui::Content::steps) {
        options.size = ui::paperNamed(QStringLiteral("slide-16-9"))->size;
        options.axis = timeline::Axis::steps;
    }
    if (!arguments.paper.empty())
        options.size = ui::paperNamed(QString::fromStdString(arguments.paper))->size;
    if (!arguments.size.empty()) options.size = sizeFrom(arguments.size);
    if (!arguments.scale.empty()) options.scale = scaleFrom(arguments.scale);
    if (!arguments.resolution.empty()) options.resolution = resolutionFrom(arguments.resolution);
    if (!arguments.axis.empty())
        options.axis = arguments.axis == "steps" ? timeline::Axis::steps : timeline::Axis::time;
    options.theme = themeOf(arguments.style);
    options.title = QString::fromStdString(arguments.title);
    options.showLegend = !arguments.hasNoLegend;
    if (!arguments.from.empty()) options.from = momentFrom("--from", arguments.from, trace, steps);
    if (!arguments.to.empty()) options.to = momentFrom("--to", arguments.to, trace, steps);
    const bool isBySteps = content != ui::Content::timeline;
    const EventIndex from = options.from.value_or(0);
    const EventIndex to = options.to.value_or(trace.size());
    if (isBySteps ? from > to : from >= to)
        throw UsageError("--from has to lie before --to, and both inside the run.");
    return options;
}

}  // namespace turnwise::cli
