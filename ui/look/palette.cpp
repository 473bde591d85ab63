#include "ui/look/palette.h"

#include <QImage>
#include <QPainter>
#include <cmath>

#include "ui/look/hatch.h"

namespace turnwise::timeline {

namespace {

constexpr QRgb black = 0x000000;
constexpr QRgb white = 0xffffff;
constexpr QRgb orange = 0xe69f00;
constexpr QRgb sky_blue = 0x56b4e9;
constexpr QRgb bluish_green = 0x009e73;
constexpr QRgb yellow = 0xf0e442;
constexpr QRgb blue = 0x0072b2;
constexpr QRgb vermillion = 0xd55e00;
constexpr QRgb reddish_purple = 0xcc79a7;

QColor mixed(QColor one, QColor other, double share) {
    return QColor::fromRgbF(
        static_cast<float>(one.redF() + (other.redF() - one.redF()) * share),
        static_cast<float>(one.greenF() + (other.greenF() - one.greenF()) * share),
        static_cast<float>(one.blueF() + (other.blueF() - one.blueF()) * share));
}

// Relative luminance as WCAG 2 defines it.
double luminance(const QColor& colour) {
    const auto linear = [](double part) {
        return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

QColor textOn(const QColor& fill) {
    return luminance(fill) > 0.179 ? QColor(black) : QColor(white);
}

Style coloured(QColor fill, Hatch pattern = Hatch::none) {
    const QColor ink = textOn(fill);
    return {fill, ink, mixed(fill, QColor(black), 0.32), mixed(fill, QColor(black), 0.25), pattern};
}

Style printed(QColor fill, Hatch pattern) {
    return {fill, textOn(fill), QColor(0x404040), QColor(black), pattern};
}

void setOwners(Palette& palette, const QColor& main, const QColor& tint) {
    const QColor owners[owner_paints] = {
        main,
        QColor(blue),
        QColor(reddish_purple),
        QColor(orange),
        mixed(QColor(blue), tint, 0.55),
        mixed(QColor(reddish_purple), tint, 0.6),
        mixed(QColor(orange), tint, 0.6),
        mixed(main, tint, 0.45),
    };
    for (int i = 0; i < owner_paints; ++i)
        palette.styles[static_cast<int>(Paint::owner) + i] = coloured(owners[i]);
}

void setStates(Palette& palette, const QColor& background) {
    const auto set = [&](Paint paint, const Style& style) {
        palette.styles[static_cast<int>(paint)] = style;
    };
    set(Paint::created, {background, palette.dimText, palette.dimText, palette.dimText});
    set(Paint::ready, coloured(QColor(yellow), Hatch::vertical));
    set(Paint::running, coloured(QColor(bluish_green)));
    set(Paint::blocked, coloured(QColor(vermillion), Hatch::forward));
    set(Paint::sleeping, coloured(QColor(sky_blue), Hatch::horizontal));
    set(Paint::waiting, coloured(mixed(QColor(vermillion), background, 0.45), Hatch::forward));
    set(Paint::counter, coloured(mixed(QColor(bluish_green), background, 0.45)));
    set(Paint::exhausted, coloured(QColor(vermillion)));
    set(Paint::flag, coloured(mixed(QColor(bluish_green), background, 0.45)));
}

Palette lightPalette() {
    Palette palette;
    palette.background = QColor(0xffffff);
    palette.stripe = QColor(0xf5f7fa);
    palette.header = QColor(0xeef0f3);
    palette.text = QColor(0x1b1f24);
    palette.dimText = QColor(0x59636e);
    palette.grid = QColor(0xdde1e6);
    palette.cursor = QColor(0xc2185b);
    palette.selection = QColor(0, 114, 178, 48);
    palette.focus = QColor(blue);
    palette.arrow = QColor(0x3a424c);
    palette.error = QColor(0xb00020);
    palette.note = QColor(yellow);
    setStates(palette, palette.background);
    setOwners(palette, QColor(0x6b7480), QColor(white));
    return palette;
}

Palette darkPalette() {
    Palette palette;
    palette.background = QColor(0x1a1e24);
    palette.stripe = QColor(0x20252c);
    palette.header = QColor(0x262b33);
    palette.text = QColor(0xe8eaed);
    palette.dimText = QColor(0xa5adb8);
    palette.grid = QColor(0x363c45);
    palette.cursor = QColor(0xff6fa3);
    palette.selection = QColor(86, 180, 233, 56);
    palette.focus = QColor(sky_blue);
    palette.arrow = QColor(0xd5dae1);
    palette.error = QColor(0xff7a85);
    palette.note = QColor(yellow);
    setStates(palette, palette.background);
    setOwners(palette, QColor(0x9aa3af), QColor(white));
    return palette;
}

// The fills stay Okabe and Ito's, whose distances hold; what is thin is white, and hatches are
// black.
Palette contrastPalette() {
    Palette palette;
    palette.background = palette.stripe = palette.header = QColor(black);
    palette.text = palette.dimText = palette.arrow = QColor(white);
    palette.grid = QColor(0x6a6a6a);
    palette.cursor = QColor(0xff8df2);
    palette.selection = QColor(255, 224, 0, 80);
    palette.focus = QColor(0xffe000);
    palette.error = QColor(0xff9c94);
    palette.note = QColor(yellow);
    setStates(palette, palette.background);
    setOwners(palette, QColor(0xb8c0cc), QColor(white));
    for (Style& style : palette.styles) {
        style.edge = QColor(white);
        style.hatch = style.fill == palette.background ? QColor(white) : QColor(black);
    }
    return palette;
}

Palette printPalette() {
    Palette palette;
    palette.background = palette.stripe = palette.header = QColor(white);
    palette.text = palette.cursor = palette.arrow = QColor(black);
    palette.error = palette.focus = QColor(black);
    palette.note = QColor(white);
    palette.dimText = QColor(0x404040);
    palette.grid = QColor(0xc8c8c8);
    palette.selection = QColor(0, 0, 0, 32);
    const auto set = [&](Paint paint, QRgb fill, Hatch pattern) {
        palette.styles[static_cast<int>(paint)] = printed(QColor(fill), pattern);
    };
    set(Paint::created, white, Hatch::none);
    set(Paint::ready, white, Hatch::vertical);
    set(Paint::running, 0x4a4a4a, Hatch::none);
    set(Paint::blocked, white, Hatch::forward);
    set(Paint::sleeping, 0xececec, Hatch::horizontal);
    set(Paint::waiting, white, Hatch::forward);
    set(Paint::counter, 0xd0d0d0, Hatch::none);
    set(Paint::exhausted, black, Hatch::none);
    set(Paint::flag, 0xd0d0d0, Hatch::none);
    // Other hatches than those of states, and each a second time on grey.
    constexpr Hatch hatches[] = {Hatch::none, Hatch::backward, Hatch::diamonds, Hatch::cross};
    for (int i = 0; i < owner_paints; ++i) {
        const bool isGrey = i >= owner_paints / 2;
        const QRgb fill = i == 0 ? 0xb0b0b0 : isGrey ? 0xdcdcdc : white;
        palette.styles[static_cast<int>(Paint::owner) + i] = printed(QColor(fill), hatches[i % 4]);
    }
    return palette;
}

// The colours are told apart by colour-blind people already; eight owners and their tints, not by
// all of them, and not on a bad projector.
Palette colourBlindPalette() {
    Palette palette = lightPalette();
    // Each hatch twice, on fills that differ in lightness.
    constexpr Hatch hatches[owner_paints] = {Hatch::none,  Hatch::backward, Hatch::diamonds,
                                             Hatch::cross, Hatch::none,     Hatch::backward,
                                             Hatch::cross, Hatch::diamonds};
    for (int i = 0; i < owner_paints; ++i) {
        Style& owner = palette.styles[static_cast<int>(Paint::owner) + i];
        owner.pattern = hatches[i];
        owner.edge = QColor(black);
    }
    for (const Paint paint : {Paint::ready, Paint::running, Paint::blocked, Paint::sleeping})
        palette.styles[static_cast<int>(paint)].edge = QColor(black);
    return palette;
}

}  // namespace

QBrush Style::brush() const {
    if (pattern == Hatch::none) return fill;
    constexpr int spacing = 6;
    QImage tile(2 * spacing, 2 * spacing, QImage::Format_RGB32);
    tile.fill(fill);
    QPainter painter(&tile);
    painter.setPen(hatch);
    const auto lines = hatchLines(tile.rect(), pattern, spacing);
    painter.drawLines(lines.data(), static_cast<int>(lines.size()));
    painter.end();
    return QBrush(tile);
}

const Palette& paletteOf(Theme theme) {
    static const Palette light = lightPalette();
    static const Palette dark = darkPalette();
    static const Palette contrast = contrastPalette();
    static const Palette print = printPalette();
    static const Palette colourBlind = colourBlindPalette();
    switch (theme) {
        case Theme::dark:
            return dark;
        case Theme::contrast:
            return contrast;
        case Theme::print:
            return print;
        case Theme::colour_blind:
            return colourBlind;
        case Theme::light:
            break;
    }
    return light;
}

Paint paintOf(analysis::ThreadState state) {
    switch (state) {
        case analysis::ThreadState::ready:
            return Paint::ready;
        case analysis::ThreadState::running:
            return Paint::running;
        case analysis::ThreadState::blocked:
            return Paint::blocked;
        case analysis::ThreadState::sleeping:
            return Paint::sleeping;
        case analysis::ThreadState::created:
        case analysis::ThreadState::ended:
            break;
    }
    return Paint::created;
}

int ownerIndex(ThreadId thread) {
    if (thread == main_thread_id) return 0;
    return 1 + static_cast<int>((thread - 1) % (owner_paints - 1));
}

Paint ownerPaint(int index) {
    return static_cast<Paint>(static_cast<int>(Paint::owner) + index);
}

}  // namespace turnwise::timeline
