// Light, dark and high contrast: the application's palette and the few colours that a palette has
// no role for.
#pragma once

#include <QColor>
#include <QPalette>
#include <QString>
#include <cstdint>
#include <optional>

namespace turnwise::timeline {
enum class Theme : std::uint8_t;
}

namespace turnwise::ui {

enum class ThemeChoice { system, light, dark, contrast };

// "system", "light", "dark", "contrast": as the settings spell them. An unknown word means system.
QString wordOf(ThemeChoice choice);
ThemeChoice themeChoiceFrom(const QString& word);

// As the desktop wishes while the choice is to follow it; nothing: as Qt's palette for it is.
// Applies the theme anew if it follows.
void setSystemDark(std::optional<bool> is_dark);
// The desktop has another palette now.
void readSystemPalette();

// Sets style, palette and tool tips of the application. Open windows follow by PaletteChange.
void applyTheme(ThemeChoice choice);

// True if text on this palette is lighter than what it stands on.
bool isDark(const QPalette& palette);

// True for the palette of the high contrast theme: white on black, with yellow for the keyboard's
// place.
bool isHighContrast(const QPalette& palette);

// The colours of timeline and charts that go with a palette.
timeline::Theme timelineTheme(const QPalette& palette);

// Each is readable (contrast of at least 4.5 to 1) on the window colour of the same theme.
struct SignalColours {
    QColor success;
    QColor warning;
    QColor error;
    QColor information;
};
SignalColours signalColours(bool dark);

// WCAG contrast between two opaque colours, from 1 to 21.
double contrast(const QColor& one, const QColor& other);

}  // namespace turnwise::ui
