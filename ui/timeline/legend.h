// What the colours, hatches, letters, marks and arrows of a timeline mean.
#pragma once

#include <variant>

#include "ui/timeline/painter.h"

namespace turnwise::timeline {

struct LegendEntry {
    // A bar with a letter in it, a mark, or an arrow.
    struct Swatch {
        Paint paint;
        QString letter;
    };
    std::variant<Swatch, MarkKind, analysis::Arrow::Kind> sample;
    QString text;
};

// Only what occurs in the run, so that a small run has a short legend.
std::vector<LegendEntry> legendOf(const Rows& rows, const DisplayOptions& display);

// Entries set in lines of a given width.
class Legend {
  public:
    Legend(std::vector<LegendEntry> entries, const Metrics& metrics, double width);

    double height() const { return m_height; }
    void paint(Paintbox box, const QPointF& topLeft) const;

  private:
    struct Item {
        LegendEntry entry;
        QPointF at;  // top left corner, relative to the legend's
    };
    std::vector<Item> m_items;
    double m_height = 0;
};

}  // namespace turnwise::timeline
