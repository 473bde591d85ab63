// The icons of the house: line drawings in resources/icons, coloured by the palette when painted.
#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

namespace turnwise::ui {

// `name` is a file of resources/icons without its suffix. Follows the theme by itself; with a
// `colour`, keeps it (disabled icons are always grey).
QIcon icon(const QString& name, const QColor& colour = {});

// The application's own icon, in its own colours.
QIcon applicationIcon();

}  // namespace turnwise::ui
