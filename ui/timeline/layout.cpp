#include "ui/timeline/layout.h"

#include <algorithm>

namespace turnwise::timeline {

namespace {

// A thread-local value has no history in time; the inspector shows it.
bool isShown(const Row& row, const DisplayOptions& display) {
    return !row.lanes.empty() && (display.showInternal || !row.isInternal);
}

}  // namespace

Layout::Layout(const Rows& rows, const Metrics& metrics, const DisplayOptions& display)
    : m_metrics(&metrics) {
    if (display.showCores)
        for (const Row& row : rows.cores())
            add(row, false);
    for (const Row& row : rows.threads())
        add(row, row.thread == main_thread_id);
    bool isFirst = true;
    for (const Row& row : rows.objects()) {
        if (!isShown(row, display)) continue;
        add(row, isFirst);
        isFirst = false;
    }
}

void Layout::add(const Row& row, bool beginsGroup) {
    RowBox box{&row, height(), m_metrics->rowGap(), beginsGroup};
    for (const Lane& lane : row.lanes)
        box.height += laneHeight(row, lane);
    m_boxes.push_back(box);
}

double Layout::laneHeight(const Row& row, const Lane& lane) const {
    switch (lane.kind) {
        case LaneKind::states:
        case LaneKind::owners:
            return m_metrics->barHeight();
        case LaneKind::counter:
            return m_metrics->barHeight() * 1.4;
        case LaneKind::flag:
            return m_metrics->slimHeight();
        case LaneKind::waiting:
            break;
    }
    return row.lanes.size() == 1 ? m_metrics->barHeight() : m_metrics->waitingHeight();
}

QRectF Layout::laneRect(const RowBox& box, std::size_t lane) const {
    double top = box.top + m_metrics->rowGap() / 2;
    for (std::size_t i = 0; i < lane; ++i)
        top += laneHeight(*box.row, box.row->lanes[i]);
    return {0, top, 0, laneHeight(*box.row, box.row->lanes[lane])};
}

std::optional<std::size_t> Layout::rowAt(double y) const {
    const auto below = std::ranges::upper_bound(m_boxes, y, {}, &RowBox::top);
    if (below == m_boxes.begin() || y >= std::prev(below)->bottom()) return std::nullopt;
    return static_cast<std::size_t>(below - m_boxes.begin()) - 1;
}

std::optional<std::size_t> Layout::laneAt(const RowBox& box, double y) const {
    for (std::size_t i = 0; i < box.row->lanes.size(); ++i) {
        const QRectF rect = laneRect(box, i);
        if (y >= rect.top() && y < rect.bottom()) return i;
    }
    return std::nullopt;
}

std::optional<std::size_t> Layout::indexOfThread(ThreadId thread) const {
    // Threads stand next to each other in the order of their ids.
    const auto first = std::ranges::find_if(
        m_boxes, [](const RowBox& box) { return box.row->kind == Row::Kind::thread; });
    const auto index = static_cast<std::size_t>(first - m_boxes.begin()) + thread;
    if (index >= m_boxes.size() || m_boxes[index].row->thread != thread) return std::nullopt;
    return index;
}

std::optional<std::size_t> Layout::indexOf(const RowId& id) const {
    const auto box = std::ranges::find_if(
        m_boxes, [&](const RowBox& candidate) { return *candidate.row == id; });
    if (box == m_boxes.end()) return std::nullopt;
    return static_cast<std::size_t>(box - m_boxes.begin());
}

}  // namespace turnwise::timeline
