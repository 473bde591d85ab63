// WHAT to paint: the rows in sight as plain rectangles, texts, marks and arrows. How they look is
// the painter's business (painter.h).
#pragma once

#include <QLineF>
#include <QRectF>
#include <QString>
#include <vector>

#include "ui/look/palette.h"
#include "ui/timeline/layout.h"

namespace turnwise::timeline {

struct BarBox {
    QRectF rect;
    Paint paint;
    QRectF textRect;
    QString text;  // fits into textRect; may be ""

    // Some texts stand on the ground beside or above their bar.
    bool hasTextInside() const { return rect.contains(textRect); }
};

// A part of a merged piece: plain colour, next to others of its kind.
struct DensityBox {
    QRectF rect;
    Paint paint;
};

struct MarkBox {
    QPointF centre;
    MarkKind kind;
    double width = 0;  // above 0: of several marks, this far apart around the centre
};

struct ArrowBox {
    QLineF line;  // from cause to effect
    analysis::Arrow::Kind kind;
    bool hasHead;  // false: its end is out of sight
    bool isFaint;  // so many that they only show where they are
};

struct Picture {
    std::vector<BarBox> bars;
    std::vector<DensityBox> densities;  // over the bars: what is small must not be covered
    std::vector<QLineF> baselines;      // on which counters and flags stand
    std::vector<MarkBox> marks;
    std::vector<ArrowBox> arrows;
};

// Where the rows are seen: `scale` says which part of the run and between which verticals, `origin`
// where the top of the first row stands, and only rows between `top` and `bottom` are in the
// picture.
struct Window {
    enum class Part : std::uint8_t { all, pinned, scrolled };

    Scale scale;
    double origin = 0;
    double top = 0;
    double bottom = 0;
    // Pinned rows stand that much lower: they do not scroll with the others.
    double pinnedShift = 0;
    Part part = Part::all;  // which rows are meant

    double originOf(const RowBox& box) const { return origin + (box.isPinned ? pinnedShift : 0); }
    // Whether any of a row is in sight.
    bool shows(const RowBox& box) const {
        if (part != Part::all && (part == Part::pinned) != box.isPinned) return false;
        return originOf(box) + box.bottom() > top && originOf(box) + box.top < bottom;
    }
};

Picture pictureOf(const Rows& rows, const Layout& layout, const Metrics& metrics,
                  const DisplayOptions& display, const Window& window);

// Whether the parts of lines are in the picture: when they have room beside each other.
bool showsParts(const Row& row, const Scale& scale, const Metrics& metrics);

// Parts of the above, a file each.
void addLane(Picture& picture, const Rows& rows, const Row& row, const Lane& lane,
             const QRectF& strip, const Metrics& metrics, const Scale& scale);
void addMarks(Picture& picture, const Row& row, const QRectF& strip, const Metrics& metrics,
              const Scale& scale);
void addArrows(Picture& picture, const Rows& rows, const Layout& layout, const Metrics& metrics,
               const Window& window);

}  // namespace turnwise::timeline
