#include "ui/timeline/related.h"

#include <algorithm>
#include <limits>

namespace turnwise::timeline {

namespace {

class Collector {
  public:
    Collector(const Rows& rows, const Layout& layout, const Window& window)
        : m_rows(rows),
          m_layout(layout),
          m_window(window),
          m_first(rows.map().cursorAt(window.scale.range.from)),
          m_beyond(rows.map().cursorAt(window.scale.range.to) + 1),
          m_last_of_row(layout.boxes().size(), none) {}

    // Whether any of these events is in sight.
    bool isSeen(const analysis::Span& span) const {
        return span.to + 1 >= m_first && span.from <= m_beyond;
    }
    EventIndex first() const { return m_first; }

    void add(std::size_t row, const analysis::Span& span, RelatedBox::Use use) {
        if (isSeen(span))
            add(row, m_rows.map().at(span.from, span.from_tick),
                m_rows.map().at(span.to, span.to_tick), use);
    }

    // invariant: spans of a row and use come in their order.
    void add(std::size_t row, Position from, Position to, RelatedBox::Use use) {
        const Range& seen = m_window.scale.range;
        const RowBox& box = m_layout.boxes()[row];
        if (to < seen.from || from > seen.to || !m_window.shows(box)) return;
        const double left = m_window.scale.toPixelInside(from);
        const double right = std::max(m_window.scale.toPixelInside(to), left + 1);
        if (std::size_t& last = m_last_of_row[row];
            last != none && m_boxes[last].use == use && left <= m_boxes[last].rect.right() + 1) {
            m_boxes[last].rect.setRight(std::max(right, m_boxes[last].rect.right()));
        } else {
            QRectF rect = m_layout.laneRect(box, 0).translated(0, m_window.originOf(box));
            rect.setLeft(left);
            rect.setRight(right);
            last = m_boxes.size();
            m_boxes.push_back({rect, use, row});
        }
    }

    std::vector<RelatedBox> take() { return std::move(m_boxes); }

  private:
    static constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

    const Rows& m_rows;
    const Layout& m_layout;
    const Window& m_window;
    EventIndex m_first;  // the events in sight
    EventIndex m_beyond;
    std::vector<RelatedBox> m_boxes;
    std::vector<std::size_t> m_last_of_row;  // into m_boxes
};

// Holders of a semaphore overlap, so only the beginnings ascend.
void addHolders(Collector& found, const analysis::ObjectRow& object, const Layout& layout) {
    for (const analysis::OwnerSpan& span : object.owners)
        if (const auto row = layout.indexOfThread(span.owner))
            found.add(*row, span, RelatedBox::Use::holds);
}

void addWaiters(Collector& found, ObjectId object, const Rows& rows, const Layout& layout) {
    for (const analysis::ThreadRow& thread : rows.intervals().threads()) {
        const auto row = layout.indexOfThread(thread.id);
        if (!row) continue;
        // The spans of a thread follow each other without overlap.
        auto span =
            std::ranges::lower_bound(thread.spans, found.first(), {},
                                     [](const analysis::ThreadSpan& each) { return each.to + 1; });
        for (; span != thread.spans.end() && found.isSeen(*span); ++span)
            if (span->object == object && span->state == analysis::ThreadState::blocked)
                found.add(*row, *span, RelatedBox::Use::waits);
    }
}

}  // namespace

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
    const auto& objects = rows.intervals().objects();
    if (object == no_object || object > objects.size()) return {};
    Collector found(rows, layout, window);
    RowId id;
    id.kind = RowId::Kind::object;
    id.object = object;
    if (const auto row = layout.indexOf(id))
        found.add(*row, window.scale.range.from, window.scale.range.to, RelatedBox::Use::row);
    addHolders(found, objects[object - 1], layout);
    addWaiters(found, object, rows, layout);
    return found.take();
}

}  // namespace turnwise::timeline
