#include "ui/timeline/related.h"

#include <algorithm>

namespace turnwise::timeline {

namespace {

// Collects what is in sight of one row and one use; what touches the same pixel is one box.
class Strip {
  public:
    Strip(std::size_t row, RelatedBox::Use use, const Layout& layout, const Window& window)
        : m_row(row),
          m_use(use),
          m_scale(window.scale),
          m_rect(layout.laneRect(layout.boxes()[row], 0)
                     .translated(0, window.originOf(layout.boxes()[row]))) {}

    void add(Position from, Position to, std::vector<RelatedBox>& boxes) {
        const double left = m_scale.toPixelInside(from);
        const double right = std::max(m_scale.toPixelInside(to), left + 1);
        if (m_has_box && left <= boxes.back().rect.right() + 1) {
            boxes.back().rect.setRight(std::max(right, boxes.back().rect.right()));
            return;
        }
        QRectF rect = m_rect;
        rect.setLeft(left);
        rect.setRight(right);
        boxes.push_back({rect, m_use, m_row});
        m_has_box = true;
    }

  private:
    std::size_t m_row;
    RelatedBox::Use m_use;
    const Scale& m_scale;
    QRectF m_rect;
    bool m_has_box = false;
};

// The spans of one thread follow each other, so that those in a pixel that is lit already are leapt
// over.
void addUses(const RelatedUses::Thread& thread, RelatedBox::Use use,
             const std::vector<Range>& spans, const Layout& layout, const Window& window,
             std::vector<RelatedBox>& boxes) {
    const auto row = layout.indexOfThread(thread.id);
    if (!row || !window.shows(layout.boxes()[*row])) return;
    const Range& seen = window.scale.range;
    Strip strip(*row, use, layout, window);
    auto span = std::ranges::lower_bound(spans, seen.from, {}, &Range::to);
    while (span != spans.end() && span->from <= seen.to) {
        strip.add(span->from, span->to, boxes);
        const Position lit = window.scale.toPosition(boxes.back().rect.right());
        ++span;
        if (span == spans.end() || span->to > lit) continue;
        // A few spans further, or very many.
        auto far = span;
        for (std::ptrdiff_t step = 8; far != spans.end() && far->to <= lit; step *= 2) {
            span = far;
            far += std::min(step, spans.end() - far);
        }
        span = std::ranges::upper_bound(span, far, lit, {}, &Range::to);
    }
}

}  // namespace

RelatedUses::RelatedUses(ObjectId object, const Rows& rows) : m_object(object) {
    const auto& objects = rows.intervals().objects();
    if (object == no_object || object > objects.size()) return;
    for (const analysis::ThreadRow& thread : rows.intervals().threads())
        m_threads.push_back({thread.id, {}, {}});
    const auto add = [&](std::vector<Range>& spans, const analysis::Span& span) {
        const Range range{rows.map().at(span.from, span.from_tick),
                          rows.map().at(span.to, span.to_tick)};
        // Whoever holds a semaphore twice holds it.
        if (!spans.empty() && range.from < spans.back().to)
            spans.back().to = std::max(spans.back().to, range.to);
        else
            spans.push_back(range);
    };
    for (const analysis::OwnerSpan& span : objects[object - 1].owners)
        if (span.owner < m_threads.size()) add(m_threads[span.owner].holds, span);
    for (Thread& thread : m_threads)
        for (const analysis::ThreadSpan& span : rows.intervals().threads()[thread.id].spans)
            if (span.object == object && span.state == analysis::ThreadState::blocked)
                add(thread.waits, span);
}

std::vector<RelatedBox> RelatedUses::inSight(const Layout& layout, const Window& window) const {
    std::vector<RelatedBox> boxes;
    RowId id;
    id.kind = RowId::Kind::object;
    id.object = m_object;
    if (m_threads.empty()) return boxes;
    if (const auto row = layout.indexOf(id); row && window.shows(layout.boxes()[*row]))
        Strip(*row, RelatedBox::Use::row, layout, window)
            .add(window.scale.range.from, window.scale.range.to, boxes);
    for (const Thread& thread : m_threads)
        addUses(thread, RelatedBox::Use::holds, thread.holds, layout, window, boxes);
    for (const Thread& thread : m_threads)
        addUses(thread, RelatedBox::Use::waits, thread.waits, layout, window, boxes);
    return boxes;
}

std::optional<ObjectId> objectOf(const Rows& rows, const Layout& layout, const Hit& hit) {
    const Row& row = *layout.boxes()[hit.row].row;
    if (row.kind == Row::Kind::object) return row.object;
    if (row.kind != Row::Kind::thread || !hit.hasBars() || hit.isMerged()) return std::nullopt;
    const analysis::ThreadSpan& span = rows.intervals().threads()[row.thread].spans[hit.first];
    if (span.object == no_object) return std::nullopt;
    return span.object;
}

std::vector<RelatedBox> relatedTo(ObjectId object, const Rows& rows, const Layout& layout,
                                  const Window& window) {
    return RelatedUses(object, rows).inSight(layout, window);
}

}  // namespace turnwise::timeline
