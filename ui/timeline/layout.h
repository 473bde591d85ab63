// Which rows are shown, and how high they stand.
#pragma once

#include <QRectF>
#include <optional>
#include <vector>

#include "ui/timeline/metrics.h"
#include "ui/timeline/rows.h"

namespace turnwise::timeline {

// What a person chose to see.
struct DisplayOptions {
    bool showInternal = false;  // primitives that library code made for itself
    bool showArrows = true;
    bool showCores = true;
};

// One row; y counts from the top of the first.
struct RowBox {
    const Row* row = nullptr;
    double top = 0;
    double height = 0;
    bool beginsGroup = false;  // the first of the threads, or of the primitives

    double bottom() const { return top + height; }
};

// Refers to the rows, and is out of date when they are updated.
class Layout {
  public:
    Layout(const Rows& rows, const Metrics& metrics, const DisplayOptions& display);

    const std::vector<RowBox>& boxes() const { return m_boxes; }
    double height() const { return m_boxes.empty() ? 0 : m_boxes.back().bottom(); }

    // Where a lane of a row stands: x and width are 0.
    QRectF laneRect(const RowBox& box, std::size_t lane) const;

    std::optional<std::size_t> rowAt(double y) const;
    std::optional<std::size_t> laneAt(const RowBox& box, double y) const;
    std::optional<std::size_t> indexOfThread(ThreadId thread) const;
    std::optional<std::size_t> indexOf(const RowId& id) const;

  private:
    void add(const Row& row, bool beginsGroup);
    double laneHeight(const Row& row, const Lane& lane) const;

    const Metrics* m_metrics;
    std::vector<RowBox> m_boxes;
};

}  // namespace turnwise::timeline
