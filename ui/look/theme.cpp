#include "ui/look/theme.h"

#include <QApplication>
#include <QToolTip>
#include <cmath>

#include "ui/look/house_style.h"
#include "ui/look/palette.h"

namespace turnwise::ui {

namespace {

struct Shades {
    QRgb window, base, alternate, text, button, frame, muted, accent, soft_accent, on_accent, link,
        disabled;
};
constexpr Shades light_shades{0xfff3f5f8, 0xffffffff, 0xfff5f7fa, 0xff1b2129,
                              0xfffafbfc, 0xffc5ccd6, 0xff667180, 0xff0a64ad,
                              0xffcfe3f6, 0xffffffff, 0xff0a5ca3, 0xff667180};
constexpr Shades dark_shades{0xff1c2026, 0xff23282f, 0xff282d35, 0xffe4e8ee,
                             0xff323843, 0xff4a535f, 0xff98a2af, 0xff2f74b5,
                             0xff2b4560, 0xffffffff, 0xff7ab8f5, 0xff98a2af};
// Nothing fainter than 10 to 1, and what is out of use than 7 to 1; grounds differ by frames, not
// by shades.
constexpr Shades contrast_shades{0xff000000, 0xff000000, 0xff141414, 0xffffffff,
                                 0xff000000, 0xffffffff, 0xffbdbdbd, 0xffffe000,
                                 0xff4a4200, 0xff000000, 0xff7fe7ff, 0xffa6a6a6};

QPalette paletteOf(const Shades& shades) {
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, QRgb colour) {
        palette.setColor(role, QColor::fromRgb(colour));
    };
    set(QPalette::Window, shades.window);
    set(QPalette::WindowText, shades.text);
    set(QPalette::Base, shades.base);
    set(QPalette::AlternateBase, shades.alternate);
    set(QPalette::Text, shades.text);
    set(QPalette::PlaceholderText, shades.muted);
    set(QPalette::Button, shades.button);
    set(QPalette::ButtonText, shades.text);
    set(QPalette::BrightText, 0xffffffff);
    set(QPalette::ToolTipBase, shades.button);
    set(QPalette::ToolTipText, shades.text);
    set(QPalette::Highlight, shades.accent);
    set(QPalette::HighlightedText, shades.on_accent);
    set(QPalette::Link, shades.link);
    set(QPalette::LinkVisited, shades.link);
    const QColor frame = QColor::fromRgb(shades.frame);
    palette.setColor(QPalette::Light, QColor::fromRgb(shades.base));
    palette.setColor(QPalette::Midlight, QColor::fromRgb(shades.alternate));
    if (shades.frame == 0xffffffff)
        palette.setColor(QPalette::Light, QColor::fromRgb(shades.frame));
    palette.setColor(QPalette::Mid, frame);
    palette.setColor(QPalette::Dark, frame.darker(115));
    palette.setColor(QPalette::Shadow, frame.darker(150));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                            QPalette::HighlightedText, QPalette::ToolTipText})
        palette.setColor(QPalette::Disabled, role, QColor::fromRgb(shades.disabled));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, frame);
    // A view without the keyboard shows its row more softly, so that one sees where the keyboard
    // is.
    palette.setColor(QPalette::Inactive, QPalette::Highlight, QColor::fromRgb(shades.soft_accent));
    palette.setColor(QPalette::Inactive, QPalette::HighlightedText, QColor::fromRgb(shades.text));
    return palette;
}

struct System {
    // Taken before our own palette covers it, so that "system" still means the system's later.
    bool has_dark_palette = isDark(QApplication::palette());
    std::optional<bool> wants_dark;
    ThemeChoice choice = ThemeChoice::light;  // of the application

    bool isDarkNow() const { return wants_dark.value_or(has_dark_palette); }
};

System& theSystem() {
    static System system;
    return system;
}

double luminance(const QColor& colour) {
    const auto linear = [](double channel) {
        return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

}  // namespace

QString wordOf(ThemeChoice choice) {
    switch (choice) {
        case ThemeChoice::light:
            return QStringLiteral("light");
        case ThemeChoice::dark:
            return QStringLiteral("dark");
        case ThemeChoice::contrast:
            return QStringLiteral("contrast");
        case ThemeChoice::system:
            break;
    }
    return QStringLiteral("system");
}

ThemeChoice themeChoiceFrom(const QString& word) {
    if (word == QLatin1String("light")) return ThemeChoice::light;
    if (word == QLatin1String("dark")) return ThemeChoice::dark;
    if (word == QLatin1String("contrast")) return ThemeChoice::contrast;
    return ThemeChoice::system;
}

void setSystemDark(std::optional<bool> is_dark) {
    System& system = theSystem();
    const bool was_dark = system.isDarkNow();
    system.wants_dark = is_dark;
    if (system.choice == ThemeChoice::system && system.isDarkNow() != was_dark)
        applyTheme(system.choice);
}

void readSystemPalette() {
    System& system = theSystem();
    QApplication::setPalette(QPalette());  // the desktop's own shows
    system.has_dark_palette = isDark(QApplication::palette());
    applyTheme(system.choice);
}

void applyTheme(ThemeChoice choice) {
    System& system = theSystem();
    system.choice = choice;
    const bool dark =
        choice == ThemeChoice::dark || (choice == ThemeChoice::system && system.isDarkNow());
    QApplication::setStyle(new HouseStyle);
    const QPalette palette = paletteOf(choice == ThemeChoice::contrast ? contrast_shades
                                       : dark                          ? dark_shades
                                                                       : light_shades);
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
}

bool isDark(const QPalette& palette) {
    return luminance(palette.color(QPalette::WindowText)) >
           luminance(palette.color(QPalette::Window));
}

bool isHighContrast(const QPalette& palette) {
    return palette.color(QPalette::Active, QPalette::Highlight) ==
           QColor::fromRgb(contrast_shades.accent);
}

timeline::Theme timelineTheme(const QPalette& palette) {
    if (isHighContrast(palette)) return timeline::Theme::contrast;
    return isDark(palette) ? timeline::Theme::dark : timeline::Theme::light;
}

SignalColours signalColours(bool dark) {
    if (dark) return {QColor(0x6fcf97), QColor(0xf2c14e), QColor(0xff8f85), QColor(0x7ab8f5)};
    return {QColor(0x1a6e3c), QColor(0x8a5a00), QColor(0xb3261e), QColor(0x0a5ca3)};
}

double contrast(const QColor& one, const QColor& other) {
    const double brighter = std::max(luminance(one), luminance(other));
    const double darker = std::min(luminance(one), luminance(other));
    return (brighter + 0.05) / (darker + 0.05);
}

}  // namespace turnwise::ui
