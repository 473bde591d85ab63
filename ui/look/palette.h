// What colours and patterns mean, for the timeline, its exports and the charts alike.
//
// Colours are Okabe and Ito's, which colour-blind people tell apart. Four stand for states; owners
// take the others and their tints, so that a colour never has two meanings. Nothing is told by
// colour alone: a state has a letter and a hatch too, an owner has its name.
#pragma once

#include <QBrush>
#include <QColor>
#include <cstdint>

#include "core/analysis/state.h"

namespace turnwise::timeline {

enum class Theme : std::uint8_t {
    light,
    dark,
    contrast,      // white on black, for low sight
    print,         // black on white: what colours say, hatches say
    colour_blind,  // as light, and what colours say of owners, hatches say too
};

enum class Hatch : std::uint8_t { none, forward, backward, horizontal, vertical, cross, diamonds };

// What a bar is painted as.
enum class Paint : std::uint8_t {
    created,
    ready,
    running,
    blocked,
    sleeping,
    waiting,    // threads wait for a primitive
    counter,    // a counter above zero
    exhausted,  // a counter at zero: the next one must wait
    flag,       // an Event whose flag is set
    owner,      // the first of owner_paints; owner + i is ownerIndex i
};
inline constexpr int owner_paints = 8;
inline constexpr int paint_count = static_cast<int>(Paint::owner) + owner_paints;

struct Style {
    QColor fill;
    QColor text;   // readable on fill
    QColor hatch;  // lines on the fill
    QColor edge;   // outline; invalid for none
    Hatch pattern = Hatch::none;

    // Fill and hatch as a tile, for the screen only: for painters that know no hatches of ours.
    QBrush brush() const;
};

struct Palette {
    Style styles[paint_count];
    QColor background;
    QColor stripe;  // every second row
    QColor header;  // behind row names and ruler
    QColor text;
    QColor dimText;
    QColor grid;
    QColor cursor;
    QColor selection;  // translucent
    QColor focus;
    QColor arrow;
    QColor error;
    QColor note;  // a flag of a note; black is readable on it

    const Style& operator[](Paint paint) const { return styles[static_cast<int>(paint)]; }
};

const Palette& paletteOf(Theme theme);

Paint paintOf(analysis::ThreadState state);
// The main thread has a colour of its own; the others take turns at the rest.
int ownerIndex(ThreadId thread);
Paint ownerPaint(int index);

}  // namespace turnwise::timeline
