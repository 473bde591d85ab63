// turnwise models: a program with the GIL and on several cores, and how much virtual time each
// takes.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <cstdio>
#include <memory>

#include "app/cli/exit_status.h"
#include "app/cli/program_input.h"
#include "app/cli/verbs.h"
#include "ui/session/model_comparison.h"

namespace turnwise::cli {

namespace {

double seconds(Tick tick) {
    return static_cast<double>(tick) / second;
}

// fmt::print would throw where the disk is full.
void print(const std::string& text) {
    std::fputs(text.c_str(), stdout);
}

int compareModels(const ProgramArguments& arguments) {
    std::vector<ui::RunOptions> programs;
    ui::RunOptions options = arguments.runOptions();
    options.arguments.clear();
    programs.push_back(options);
    for (const std::string& path : arguments.arguments) {
        options.program = QString::fromStdString(path);
        programs.push_back(options);
    }
    ui::ModelComparison comparison(programs);
    for (const ui::RunOptions& program : programs)
        if (const std::string why = whyNoProgram(program.program.toStdString()); !why.empty()) {
            std::fprintf(stderr, "turnwise models: %s\n", why.c_str());
            return exitUsage;
        }
    QObject::connect(&comparison, &ui::ModelComparison::finished, qApp, &QCoreApplication::quit,
                     Qt::QueuedConnection);
    comparison.start();
    QCoreApplication::exec();

    bool isComplete = true;
    print(fmt::format("{:<28} {:>12} {:>12} {:>10} {:>16}\n", "program", "GIL",
                      fmt::format("{} cores", comparison.results().front().cores), "faster",
                      "waited for GIL"));
    for (const ui::ModelTimes& times : comparison.results()) {
        const std::string name = times.name.toStdString();
        if (times.isMeasured)
            print(fmt::format("{:<28} {:>11.6f}s {:>11.6f}s {:>9.2f}x {:>15.6f}s\n", name,
                              seconds(times.withGil), seconds(times.onCores), times.speedUp(),
                              seconds(times.waitedForGil)));
        else
            fmt::print(stderr, "turnwise models: {}: {}\n", name, times.failure.toStdString());
        isComplete &= times.isMeasured;
    }
    return isComplete ? exitFinished : exitProgramFailed;
}

}  // namespace

void addModels(CLI::App& app, Action& chosen) {
    auto arguments = std::make_shared<ProgramArguments>();
    CLI::App* verb = app.add_subcommand(
        "models", "compare programs with the GIL and on several cores, in virtual time");
    addProgramOptions(*verb, *arguments);
    verb->get_option("program")->description("a Python program");
    verb->get_option("arguments")
        ->description("other programs, to be compared the same way")
        ->type_name("PROG.py ...");
    verb->callback(
        [arguments, &chosen] { chosen = {[arguments] { return compareModels(*arguments); }}; });
}

}  // namespace turnwise::cli
