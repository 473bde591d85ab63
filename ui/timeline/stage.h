// One run on one axis, laid out for a widget: which part of the widget shows what. Knows no events
// of mouse or keyboard.
#pragma once

#include "ui/timeline/hit.h"
#include "ui/timeline/legend.h"
#include "ui/timeline/painter.h"

namespace turnwise::timeline {

struct Areas {
    QRectF corner;
    QRectF ruler;
    QRectF headers;
    QRectF body;
    QRectF legend;
};

class Stage {
  public:
    Stage(const analysis::Intervals& intervals, const analysis::Steps& steps, Axis axis,
          const QFont& font, const DisplayOptions& display);
    Stage(const Stage&) = delete;
    Stage& operator=(const Stage&) = delete;

    // The run has grown, or words have been translated.
    void update();
    void setFont(const QFont& font);
    void setDisplay(const DisplayOptions& display);
    void setSize(const QSizeF& size);
    // How far the rows are scrolled up; held within bounds.
    void setScroll(double pixels);

    const Rows& rows() const { return m_rows; }
    const AxisMap& map() const { return m_rows.map(); }
    const Layout& layout() const { return m_layout; }
    const Metrics& metrics() const { return m_metrics; }
    const Areas& areas() const { return m_areas; }
    double scroll() const { return m_scroll; }
    double highestScroll() const;

    Window window(const Range& range) const;
    // Where pinned rows stand, or those that scroll; across names and rows.
    QRectF bandOf(Window::Part part) const;
    std::optional<Hit> hitAt(const Range& range, const QPointF& point) const;
    // Whether the legend stands below the rows if there is room.
    void setLegendBelow(bool isWanted);
    // True if it does not, because nobody wants it or the rows need the room: paintLegend() shows
    // it over them.
    bool isLegendHidden() const { return m_areas.legend.height() <= 0; }
    // At the foot of the rows.
    void paintLegend(QPainter& painter, const Palette& palette) const;
    // Scrolls as little as needed to show a row.
    void revealRow(std::size_t row);

    // Everything but what follows the mouse and the cursor.
    void paint(QPainter& painter, const Palette& palette, const Range& range,
               std::optional<std::size_t> currentRow) const;

  private:
    void arrange();
    void paintRows(Paintbox box, Window::Part part, Window window,
                   const std::vector<RulerMark>& marks,
                   std::optional<std::size_t> currentRow) const;
    double legendHeight() const;

    Rows m_rows;
    DisplayOptions m_display;
    Metrics m_metrics;
    Layout m_layout;
    Legend m_legend;
    QSizeF m_size{1, 1};
    Areas m_areas;
    double m_scroll = 0;
    bool m_wants_legend = true;
};

}  // namespace turnwise::timeline
