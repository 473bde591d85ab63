// HOW a timeline looks. One set of functions paints the screen, PNG, SVG, PDF and print alike, so
// nothing here may rely on clipping or pattern brushes, which not all of them know.
#pragma once

#include <QPainter>
#include <optional>

#include "ui/timeline/picture.h"
#include "ui/timeline/ruler.h"

namespace turnwise::timeline {

struct Paintbox {
    QPainter& painter;
    const Palette& palette;
    const Metrics& metrics;
};

// The ground that rows stand on, with a line below every group, and the grid of the ruler.
void paintGround(Paintbox box, const Layout& layout, const Window& window,
                 const std::vector<RulerMark>& marks);

void paintPicture(Paintbox box, const Picture& picture);
// The same in four parts, each over the one before, for a picture that is painted piece by piece.
void paintBars(Paintbox box, std::span<const BarBox> bars);  // without their texts
void paintBaselines(Paintbox box, const Picture& picture);
void paintDensities(Paintbox box, std::span<const DensityBox> densities);
void paintOverBars(Paintbox box, const Picture& picture);

// The column of row names. `current` is the row that has the keyboard, if any.
void paintHeaders(Paintbox box, const QRectF& area, const Rows& rows, const Layout& layout,
                  const Window& window, std::optional<std::size_t> current);
// How wide that column would like to be.
double headerWidth(const Rows& rows, const Layout& layout, const Metrics& metrics);

// Where the column of names and the ruler meet.
void paintCorner(Paintbox box, const QRectF& area, Axis axis);

void paintRuler(Paintbox box, const QRectF& area, const Scale& scale,
                const std::vector<RulerMark>& marks);

// A flag with a text in the ruler, above the line of the cursor at pixel `x`, in place of the
// texts of the marks that it would cover.
void paintCursorFlag(Paintbox box, const QRectF& ruler, const Scale& scale,
                     const std::vector<RulerMark>& marks, double x, const QString& text);

// Part of paintPicture().

// Small parts, for the legend too.
void paintBar(Paintbox box, const BarBox& bar);  // without its text
void paintBarText(Paintbox box, const BarBox& bar);
void paintMark(Paintbox box, const MarkBox& mark);
void paintArrow(Paintbox box, const ArrowBox& arrow);

}  // namespace turnwise::timeline
