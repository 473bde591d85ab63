#include "app/desktop.h"

#include <QApplication>
#include <QFileInfo>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "app/cli/exit_status.h"
#include "ui/look/language.h"
#include "ui/look/scale.h"
#include "ui/look/theme.h"
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

int explainArguments(const char* word) {
    std::fprintf(stderr,
                 "turnwise: '%s' is neither a file nor a verb, and one program or trace can be "
                 "opened. See\nturnwise --help.\n",
                 word);
    return cli::exitUsage;
}

// A mistyped verb is no matter of displays.
bool isNothing(const char* word) {
    return !std::strchr(word, '.') && !std::strchr(word, '/') && !QFileInfo::exists(word);
}

}  // namespace

int runDesktop(int argc, char** argv) {
    if (argc == 2 && argv[1][0] != '-' && isNothing(argv[1])) return explainArguments(argv[1]);
    if (argc == 2 && std::strncmp(argv[1], "--", 2) == 0) return explainArguments(argv[1]);
    if (!hasDisplay(argc, argv))
        return explainDisplay(
            "there is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set)");
    QCoreApplication::setOrganizationName("Turnwise");
    QCoreApplication::setApplicationName("Turnwise");
    QCoreApplication::setApplicationVersion(TURNWISE_VERSION);
    // By which a desktop finds the entry of its menu, and so the icon of the window.
    QGuiApplication::setDesktopFileName("turnwise");
    const QtMessageHandler usual = qInstallMessageHandler(explainInsteadOfAborting);
    const QApplication application(argc, argv);
    qInstallMessageHandler(usual);

    const QStringList arguments = QCoreApplication::arguments();
    // For ./dev shots: a picture of every view, and no window.
    if ((arguments.size() == 3 || arguments.size() == 4) && arguments[1] == "--shots")
        return ui::takeShots(arguments[2], arguments.value(3));
    if (arguments.size() > 2 || (arguments.size() == 2 && arguments[1].startsWith('-')))
        return explainArguments(qPrintable(arguments[1]));
    {
        const ui::Settings settings;
        ui::setLanguage(settings.language());
        ui::setInterfaceScale(settings.scale());
        ui::applyTheme(settings.theme());
    }
    ui::MainWindow window;
    window.show();
    if (arguments.size() == 2) window.openPath(arguments[1]);
    return QApplication::exec();
}

}  // namespace turnwise
