#include "app/cli/command_line.h"

#include <CLI/CLI.hpp>
#include <QGuiApplication>
#include <cerrno>
#include <cstdio>
#include <cstring>

#include "app/cli/exit_status.h"
#include "app/cli/verbs.h"

namespace turnwise::cli {

namespace {

// Standard error is for what the program and Turnwise have to say, not for Qt's remarks on the
// system.
void keepQtQuiet(QtMsgType type, const QMessageLogContext&, const QString& message) {
    if (type == QtCriticalMsg || type == QtFatalMsg)
        std::fprintf(stderr, "%s\n", qPrintable(message));
}

// A full disk is noticed when the last bytes are to be written.
int flushed(int status) {
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return status;
    std::fprintf(stderr, "turnwise: not everything could be written to standard output: %s.\n",
                 std::strerror(errno));
    return exitUsage;
}

}  // namespace

bool isCommand(int argc, char** argv) {
    for (const char* word : {"run", "explore", "compare", "policies", "models", "export",
                             "examples", "-h", "--help", "--version"})
        if (argc > 1 && std::strcmp(argv[1], word) == 0) return true;
    return false;
}

int runCommand(int argc, char** argv) {
    CLI::App app(
        "Turnwise: watch Python threads take turns, in virtual time.\n"
        "`turnwise [PROG.py|SCENARIO|TRACE]` opens the window; `turnwise VERB --help` says more of "
        "a verb.");
    app.name("turnwise");
    app.set_version_flag("--version", "turnwise " TURNWISE_VERSION);
    app.require_subcommand(1);
    Action chosen;
    addRun(app, chosen);
    addExplore(app, chosen);
    addCompare(app, chosen);
    addPolicies(app, chosen);
    addExport(app, chosen);
    addModels(app, chosen);
    addExamples(app, chosen);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return flushed(app.exit(error) == 0 ? exitFinished : exitUsage);
    }
    qInstallMessageHandler(keepQtQuiet);
    if (!chosen.paints) {
        const QCoreApplication application(argc, argv);
        return flushed(chosen.work());
    }
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    return flushed(chosen.work());
}

}  // namespace turnwise::cli
