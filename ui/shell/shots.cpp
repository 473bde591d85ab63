#include "ui/shell/shots.h"

#include <QCoreApplication>
#include <QDir>
#include <cstdio>
#include <stdexcept>
#include <utility>

#include "ui/look/language.h"
#include "ui/look/scale.h"
#include "ui/look/theme.h"
#include "ui/shell/recovery.h"
#include "ui/shell/settings.h"
#include "ui/shell/shots/photographer.h"
#include "ui/shell/shots/views.h"

namespace turnwise::ui {

namespace {

constexpr std::pair<const char*, void (*)(Photographer&)> all_views[] = {
    {"timeline", photographTimeline}, {"dialog", photographDialogs},
    {"finding", photographFinding},   {"inspector", photographInspector},
    {"learning", photographLearning}, {"hand", photographByHand},
    {"model", photographModels},      {"run", photographRuns},
    {"explore", photographExploring},
};

}  // namespace

int takeShots(const QString& directory, const QString& only) {
    // Settings and safety copies of its own, and none left from the last time.
    QCoreApplication::setApplicationName(QStringLiteral("turnwise-shots"));
    Settings().clear();
    QDir(Recovery::defaultFolder()).removeRecursively();
    const QDir folder(directory);
    try {
        if (!folder.mkpath(QStringLiteral(".")))
            throw std::runtime_error("cannot make the folder " + directory.toStdString());
        for (const QString& language : languages())
            for (const auto& [theme, scale] : {std::pair{ThemeChoice::light, 1.0},
                                               {ThemeChoice::dark, 1.0},
                                               {ThemeChoice::contrast, 1.0},
                                               {ThemeChoice::light, 1.5},
                                               {ThemeChoice::dark, 1.5},
                                               {ThemeChoice::contrast, 1.5}}) {
                setLanguage(language);
                setInterfaceScale(scale);
                applyTheme(theme);
                QString suffix = QStringLiteral("%1-%2").arg(language, wordOf(theme));
                if (scale != 1) suffix += QStringLiteral("-%1").arg(scale * 100);
                Photographer camera(folder, suffix);
                for (const auto& [name, photograph] : all_views)
                    if (only.isEmpty() || only == QLatin1String(name)) photograph(camera);
            }
    } catch (const std::exception& error) {
        std::fprintf(stderr, "turnwise: no pictures: %s\n", error.what());
        return 1;
    }
    return 0;
}

}  // namespace turnwise::ui
