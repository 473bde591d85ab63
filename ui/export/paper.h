// Sizes of paper and of slides, by the names that people know them by.
#pragma once

#include <QSize>
#include <QString>
#include <span>

namespace turnwise::ui {

struct Paper {
    const char* id;     // "a4": for the command line and the settings
    const char* title;  // "A4, landscape"; papers(): untranslated, see paperTitle()
    QSize size;         // in pixels, of which 96 are an inch
};

std::span<const Paper> papers();

// nullptr for a name that is none of them.
const Paper* paperNamed(const QString& id);

QString paperTitle(const Paper& paper);

}  // namespace turnwise::ui
