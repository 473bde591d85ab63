// The icons of the house: line drawings in resources/icons, coloured by the palette when painted.
#pragma once

#include <QIcon>
#include <QString>

namespace turnwise::ui {

enum class Tint { text, success, warning, error, information };

// `name` is a file of resources/icons without its suffix. Follows the theme by itself; disabled
// icons are grey whatever their tint.
QIcon icon(const QString& name, Tint tint = Tint::text);

// The application's own icon, in its own colours.
QIcon applicationIcon();

}  // namespace turnwise::ui
