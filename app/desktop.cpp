#include "app/desktop.h"

#include <QApplication>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "app/cli/exit_status.h"
#include "ui/look/theme.h"
#include "ui/shell/language.h"
#include "ui/shell/main_window.h"
#include "ui/shell/settings.h"
#include "ui/shell/shots.h"

namespace turnwise {

namespace {

bool hasDisplay(int argc, char** argv) {
    for (int i = 1; i < argc; ++i)
        if (std::strcmp(argv[i], "-platform") == 0) return true;
    for (const char* name : {"QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"})
        if (!qEnvironmentVariableIsEmpty(name)) return true;
    return false;
}

int explainDisplay(const char* what) {
    std::fprintf(stderr,
                 "turnwise: %s, so the window cannot open. Start it in a desktop session or with\n"
                 "`ssh -X`, or use what needs no display:\n"
                 "    turnwise run PROG.py --events\n"
                 "    turnwise export PROG.py -o picture.png\n"
                 "    turnwise --help\n",
                 what);
    return cli::exitUsage;
}

// Qt's answer to a display that does not answer is to abort.
void explainInsteadOfAborting(QtMsgType type, const QMessageLogContext&, const QString& message) {
    if (type == QtFatalMsg) std::_Exit(explainDisplay("the display cannot be used"));
    if (type == QtCriticalMsg) std::fprintf(stderr, "%s\n", qPrintable(message));
}

}  // namespace

int runDesktop(int argc, char** argv) {
    if (!hasDisplay(argc, argv))
        return explainDisplay(
            "there is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set)");
    QCoreApplication::setOrganizationName("Turnwise");
    QCoreApplication::setApplicationName("Turnwise");
    QCoreApplication::setApplicationVersion(TURNWISE_VERSION);
    const QtMessageHandler usual = qInstallMessageHandler(explainInsteadOfAborting);
    const QApplication application(argc, argv);
    qInstallMessageHandler(usual);

    const QStringList arguments = QCoreApplication::arguments();
    // For ./dev shots: a picture of every view, and no window.
    if (arguments.size() == 3 && arguments[1] == "--shots") return ui::takeShots(arguments[2]);
    if (arguments.size() > 2 || (arguments.size() == 2 && arguments[1].startsWith('-'))) {
        std::fprintf(stderr,
                     "turnwise: one program or trace can be opened, and '%s' is not a verb. See "
                     "turnwise --help.\n",
                     qPrintable(arguments[1]));
        return cli::exitUsage;
    }
    {
        const ui::Settings settings;
        ui::setLanguage(settings.language());
        ui::applyTheme(settings.theme());
    }
    ui::MainWindow window;
    window.show();
    if (arguments.size() == 2) window.openPath(arguments[1]);
    return QApplication::exec();
}

}  // namespace turnwise
