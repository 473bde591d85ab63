// Which rows are shown, and how high they stand.
#pragma once

#include <QRectF>
#include <optional>
#include <vector>

#include "ui/timeline/arrangement.h"
#include "ui/timeline/metrics.h"

namespace turnwise::timeline {

// What a person chose to see.
struct DisplayOptions {
    bool showInternal = false;  // primitives that library code made for itself
    bool showArrows = true;
    bool showCores = true;
    Arrangement arrangement = {};
};

// One row; y counts from the top of the first.
struct RowBox {
    const Row* row = nullptr;
    double top = 0;
    double height = 0;
    bool beginsGroup = false;  // the first of the threads, or of the primitives
    bool isPinned = false;     // stays on top while the others scroll
    bool isFolded = false;     // one of the thin strips of a folded group

    double bottom() const { return top + height; }
};

// Refers to the rows, and is out of date when they are updated.
class Layout {
  public:
    Layout(const Rows& rows, const Metrics& metrics, const DisplayOptions& display);

    const std::vector<RowBox>& boxes() const { return m_boxes; }
    double height() const { return m_boxes.empty() ? 0 : m_boxes.back().bottom(); }
    // Of the pinned rows, which are the first.
    double pinnedHeight() const { return m_pinned_height; }
    // How many rows a person has hidden or filtered out.
    std::size_t leftOut() const { return m_left_out; }

    // Where a lane of a row stands: x and width are 0. In a folded row only the first has a height.
    QRectF laneRect(const RowBox& box, std::size_t lane) const;

    std::optional<std::size_t> rowAt(double y) const;
    std::optional<std::size_t> laneAt(const RowBox& box, double y) const;
    std::optional<std::size_t> indexOfThread(ThreadId thread) const;
    std::optional<std::size_t> indexOf(const RowId& id) const;

  private:
    void add(const Arranged& row);
    void makeRoomForTitle();
    double laneHeight(const RowBox& box, std::size_t lane) const;

    const Metrics* m_metrics;
    std::vector<RowBox> m_boxes;
    std::vector<std::size_t> m_of_thread;  // by ThreadId: the index of its box, or nowhere
    double m_pinned_height = 0;
    std::size_t m_left_out = 0;
    bool m_folded[3] = {};
};

}  // namespace turnwise::timeline
