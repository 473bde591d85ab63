#include "ui/timeline/layout.h"

#include <algorithm>
#include <limits>

namespace turnwise::timeline {

namespace {
constexpr std::size_t nowhere = std::numeric_limits<std::size_t>::max();
}

Layout::Layout(const Rows& rows, const Metrics& metrics, const DisplayOptions& display)
    : m_metrics(&metrics), m_of_thread(rows.threads().size(), nowhere) {
    const Arrangement& arrangement = display.arrangement;
    std::ranges::copy(arrangement.folded, m_folded);
    const auto shown = arranged(rows, arrangement, display.showCores, display.showInternal);
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const bool ends_folded =
            i > 0 && m_boxes.back().isFolded &&
            (shown[i].isPinned || shown[i].row->kind != m_boxes.back().row->kind);
        if (ends_folded) makeRoomForTitle();
        add(shown[i]);
    }
    if (!m_boxes.empty() && m_boxes.back().isFolded) makeRoomForTitle();
    if (arrangement.leavesOut())
        m_left_out = timeline::leftOut(rows, arrangement, display.showCores, display.showInternal);
}

void Layout::add(const Arranged& arranged) {
    const Row& row = *arranged.row;
    RowBox box{&row, height()};
    box.isPinned = arranged.isPinned;
    box.isFolded = !arranged.isPinned && m_folded[static_cast<std::size_t>(row.kind)];
    // The main thread's group and that of the primitives have a line above; so have the rows below
    // the pinned ones.
    if (m_boxes.empty())
        box.beginsGroup = row.kind != Row::Kind::core;
    else
        box.beginsGroup =
            !box.isPinned && (m_boxes.back().isPinned || m_boxes.back().row->kind != row.kind);
    box.height = box.isFolded ? m_metrics->foldedGap() : m_metrics->rowGap();
    for (std::size_t lane = 0; lane < row.lanes.size(); ++lane)
        box.height += laneHeight(box, lane);
    if (row.kind == Row::Kind::thread) m_of_thread[row.thread] = m_boxes.size();
    m_boxes.push_back(box);
    if (box.isPinned) m_pinned_height = height();
}

// A folded group has one title, which needs a line.
void Layout::makeRoomForTitle() {
    std::size_t first = m_boxes.size() - 1;
    while (first > 0 && m_boxes[first - 1].isFolded &&
           m_boxes[first - 1].row->kind == m_boxes.back().row->kind)
        --first;
    const double needed = m_metrics->barHeight() + m_metrics->rowGap();
    const double missing = needed - (height() - m_boxes[first].top);
    if (missing > 0) m_boxes.back().height += missing;
}

double Layout::laneHeight(const RowBox& box, std::size_t index) const {
    const Lane& lane = box.row->lanes[index];
    if (box.isFolded) return index == 0 ? m_metrics->foldedHeight() : 0;
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
    return box.row->lanes.size() == 1 ? m_metrics->barHeight() : m_metrics->waitingHeight();
}

QRectF Layout::laneRect(const RowBox& box, std::size_t lane) const {
    double top = box.top + (box.isFolded ? m_metrics->foldedGap() : m_metrics->rowGap()) / 2;
    for (std::size_t i = 0; i < lane; ++i)
        top += laneHeight(box, i);
    return {0, top, 0, laneHeight(box, lane)};
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
    if (thread >= m_of_thread.size() || m_of_thread[thread] == nowhere) return std::nullopt;
    return m_of_thread[thread];
}

std::optional<std::size_t> Layout::indexOf(const RowId& id) const {
    const auto box = std::ranges::find_if(
        m_boxes, [&](const RowBox& candidate) { return *candidate.row == id; });
    if (box == m_boxes.end()) return std::nullopt;
    return static_cast<std::size_t>(box - m_boxes.begin());
}

}  // namespace turnwise::timeline
