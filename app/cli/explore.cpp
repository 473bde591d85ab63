// turnwise explore: what a program can do, under every interleaving of its threads.
#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <cstdio>
#include <memory>

#include "app/cli/exit_status.h"
#include "app/cli/explore_report.h"
#include "app/cli/interruption.h"
#include "app/cli/program_input.h"
#include "app/cli/verbs.h"
#include "core/explore/options.h"
#include "ui/explore/search_engine.h"
#include "ui/explore/tree_text.h"
#include "ui/session/engine_process.h"

namespace turnwise::cli {

namespace {

struct ExploreArguments {
    std::string path;
    std::vector<std::string> arguments;
    std::string granularity = "bytecode";
    std::string mode = "optimal";
    std::string time = "abstract";
    std::uint64_t maxExecutions = 0;
    std::uint32_t maxSteps = 0;
    double maxSeconds = 0;
    std::uint64_t seed = 0;
    unsigned depth = 3;
    std::string report = "text";
    std::vector<std::string> observed;
    std::vector<std::string> failOn;
    bool quiet = false;
    unsigned jobs = 1;
    std::string input;  // a file
    bool tree = false;

    QStringList engineArguments() const;
    // What `turnwise run` is told to do the same: the program, and what it reads.
    std::string replayed() const { return input.empty() ? path : path + " --stdin " + input; }
};

// A random mode does not end of itself.
constexpr std::uint64_t samplesByDefault = 10'000;
// Of the executions that --tree tells; more nobody reads.
constexpr int most_told = 1000;

QStringList ExploreArguments::engineArguments() const {
    const bool samples = !explore::is_exhaustive(*explore::mode_from(mode));
    const bool isEndless = samples && maxExecutions == 0 && maxSeconds == 0;
    QStringList list = {"--explore",
                        "--explore-granularity",
                        QString::fromStdString(granularity),
                        "--explore-mode",
                        QString::fromStdString(mode),
                        "--explore-time",
                        QString::fromStdString(time),
                        "--explore-executions",
                        QString::number(isEndless ? samplesByDefault : maxExecutions),
                        "--explore-seconds",
                        QString::number(maxSeconds),
                        "--seed",
                        QString::number(seed),
                        "--depth",
                        QString::number(depth),
                        "--explore-jobs",
                        QString::number(jobs)};
    for (const std::string& what : observed)
        list << "--explore-observe" << QString::fromStdString(what);
    if (maxSteps > 0) list << "--explore-steps" << QString::number(maxSteps);
    if (tree) list << "--explore-tree" << QString::number(most_told);
    if (!input.empty()) list << "--stdin" << QString::fromStdString(input);
    list << "--" << QString::fromStdString(path);
    for (const std::string& argument : arguments)
        list << QString::fromStdString(argument);
    return list;
}

int refuse(const std::string& why) {
    std::fprintf(stderr, "turnwise: %s\n", why.c_str());
    return exitUsage;
}

void write(const Json& report, const ExploreArguments& arguments) {
    std::string text;
    if (arguments.report == "json") text = jsonText(report);
    if (arguments.report == "text") text = plainText(report, arguments.replayed());
    if (arguments.report == "github") text = githubText(report);
    if (arguments.report == "sarif") text = sarifText(report);
    std::fputs(text.c_str(), stdout);
}

void tellProgress(const Json& progress) {
    std::fprintf(stderr, "%llu executions, %.1f s\n", progress.value("executions", 0ULL),
                 progress.value("seconds", 0.0));
}

// Before the report, which is the shorter one of the two.
void write(const ui::SearchTree& tree, const Json& report) {
    std::fputs(qUtf8Printable(ui::treeText(tree)), stdout);
    const auto told = static_cast<unsigned long long>(tree.executions().size());
    if (const auto all = report.value("executions", 0ULL); all > told)
        std::printf("This is the tree of the first %llu of %llu executions.\n", told, all);
    std::puts("");
}

std::string whyNoTree(const ExploreArguments& arguments) {
    if (!arguments.tree) return {};
    if (arguments.report != "text") return "--tree is text: it does not go with --report.";
    if (arguments.jobs > 1) return "--tree needs one process: leave --jobs out.";
    if (!explore::is_exhaustive(*explore::mode_from(arguments.mode)))
        return "--tree needs the mode optimal, source or dfs: samples make no tree.";
    return {};
}

int explore(const ExploreArguments& arguments) {
    if (const std::string why = whyNoTree(arguments); !why.empty()) return refuse(why);
    if (const std::string why = whyNoProgram(arguments.path); !why.empty()) return refuse(why);
    if (ui::EngineProcess::enginePath().isEmpty())
        return refuse(ui::EngineProcess::notFoundWords().toStdString());
    ui::SearchEngine engine;
    if (!arguments.quiet)
        QObject::connect(&engine, &ui::SearchEngine::progressed,
                         [&engine] { tellProgress(engine.progress()); });
    QObject::connect(&engine, &ui::SearchEngine::over, qApp, &QCoreApplication::quit,
                     Qt::QueuedConnection);
    ui::SearchTree tree;
    QObject::connect(&engine, &ui::SearchEngine::treeGrew,
                     [&tree](const Json& line) { tree.add(line); });
    engine.start(arguments.engineArguments(), {});
    {
        const Interruption interruption([&engine] { engine.stop(); });
        QCoreApplication::exec();
    }
    if (const Json& report = engine.report(); report.is_object()) {
        if (arguments.tree) write(tree, report);
        write(report, arguments);
        if (hasFinding(report, arguments.failOn)) return exitProgramFailed;
        return report.value("complete", false) ? exitFinished : exitCutShort;
    }
    const QString why = engine.why().isEmpty()
                            ? "The search was stopped before it could tell what it had found."
                            : engine.why();
    std::fprintf(stderr, "turnwise: %s: %s\n", arguments.path.c_str(), qUtf8Printable(why));
    return engine.wasRefused() && !engine.isInconclusive() ? exitUsage : exitCutShort;
}

}  // namespace

void addExplore(CLI::App& app, Action& chosen) {
    auto arguments = std::make_shared<ExploreArguments>();
    CLI::App* verb = app.add_subcommand(
        "explore",
        "execute a program under every interleaving of its threads, and tell what can happen");
    verb->add_option("program", arguments->path, "a Python program")
        ->required()
        ->type_name("PROG.py");
    verb->add_option("arguments", arguments->arguments,
                     "what the program finds in sys.argv, after --")
        ->type_name("ARGS");
    verb->add_option("--granularity", arguments->granularity,
                     "where threads may be switched: sync (at primitives), line, bytecode (what "
                     "the language allows; the "
                     "default), cpython (what CPython 3.11 does)")
        ->check(CLI::IsMember({"sync", "line", "bytecode", "cpython"}));
    const auto names = explore::mode_names();
    verb->add_option(
            "--mode", arguments->mode,
            "optimal (the default), source, dfs: everything; random, pct, pos, urw, surw: samples")
        ->check(CLI::IsMember(std::vector<std::string>(names.begin(), names.end())));
    verb->add_option("--max-executions", arguments->maxExecutions,
                     "end the search after so many executions; 0: no limit");
    verb->add_option("--max-seconds", arguments->maxSeconds,
                     "end the search after so many seconds; 0: no limit")
        ->check(CLI::NonNegativeNumber);
    verb->add_option("--max-steps", arguments->maxSteps, "end an execution after that many steps")
        ->check(CLI::PositiveNumber);
    verb->add_option("--time", arguments->time,
                     "abstract: a timeout may come whenever its thread waits (the default); "
                     "faithful: in its order")
        ->check(CLI::IsMember({"abstract", "faithful"}));
    verb->add_option("--observe", arguments->observed,
                     "stdout: the order in which threads print makes another outcome")
        ->check(CLI::IsMember({"stdout"}))
        ->allow_extra_args(false);
    verb->add_flag("--tree", arguments->tree,
                   "print the tree of the search, too: a line a step, branches further right");
    verb->add_option("--stdin", arguments->input,
                     "what the program reads on standard input in every execution, a file; else "
                     "it finds none")
        ->type_name("FILE");
    verb->add_option("--seed", arguments->seed, "seed of the modes that sample");
    verb->add_option("--depth", arguments->depth,
                     "pct: how many ordered steps the bug may need that it looks for")
        ->check(CLI::Range(1u, 100u));
    verb->add_option("--fail-on", arguments->failOn,
                     "which findings make the exit status 1: " + failWords() +
                         "; all of them if it is not given")
        ->delimiter(',')
        ->check(CLI::IsMember(failWordList()));
    verb->add_option("--report", arguments->report, "text (the default), json, github, sarif")
        ->check(CLI::IsMember({"text", "json", "github", "sarif"}));
    verb->add_option("--jobs", arguments->jobs, "how many processes share the search")
        ->check(CLI::Range(1u, 64u));
    verb->add_flag("--quiet", arguments->quiet, "no progress on standard error");
    verb->callback(
        [arguments, &chosen] { chosen = {[arguments] { return explore(*arguments); }}; });
}

}  // namespace turnwise::cli
