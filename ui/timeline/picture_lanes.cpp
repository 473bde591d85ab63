// The bars of a lane: a rectangle for each that is wide enough, stacked shares for those that are
// not.
#include <algorithm>

#include "ui/timeline/labels.h"
#include "ui/timeline/picture.h"

namespace turnwise::timeline {

using analysis::ThreadState;
using trace::ObjectType;

namespace {

// What covers little of a pixel is shown this high, lest it be overlooked.
constexpr double least_cover = 0.5;

// A thread that runs is a full bar, one that does not is slimmer: the turns stand out.
constexpr double slim_share = 0.8;

// States from the bottom of a merged piece to its top.
constexpr ThreadState stacking[] = {ThreadState::running, ThreadState::ready, ThreadState::blocked,
                                    ThreadState::sleeping, ThreadState::created};

bool isSemaphore(ObjectType type) {
    return type == ObjectType::semaphore || type == ObjectType::bounded_semaphore;
}

Paint paintFor(const Row& row, const Lane& lane, const Bar& bar) {
    switch (lane.kind) {
        case LaneKind::states:
            return paintOf(static_cast<ThreadState>(bar.category));
        case LaneKind::owners:
            return ownerPaint(bar.category);
        case LaneKind::waiting:
            return Paint::waiting;
        case LaneKind::flag:
            return Paint::flag;
        case LaneKind::counter:
            break;
    }
    return isSemaphore(row.type) && bar.level == 0 ? Paint::exhausted : Paint::counter;
}

// How high a counter's bar is; a semaphore at zero is a thick line on the ground, any other
// nothing.
double counterHeight(const Row& row, const Lane& lane, std::int32_t level, double whole) {
    if (level == 0) return isSemaphore(row.type) ? whole * 0.12 : 0;
    return whole * 0.95 * level / static_cast<double>(std::max<std::int64_t>(lane.highest, 1));
}

QRectF barRect(const Row& row, const Lane& lane, const Bar& bar, QRectF rect) {
    if (lane.kind == LaneKind::states && bar.category != static_cast<int>(ThreadState::running)) {
        const double margin = rect.height() * (1 - slim_share) / 2;
        return rect.adjusted(0, margin, 0, -margin);
    }
    if (lane.kind == LaneKind::counter)
        rect.setTop(rect.bottom() - counterHeight(row, lane, bar.level, rect.height()));
    if (lane.kind == LaneKind::flag && bar.level == 0) rect.setTop(rect.bottom());
    return rect;
}

bool hasGround(const Lane& lane) {
    return lane.kind == LaneKind::counter || lane.kind == LaneKind::flag;
}

// A value is written into its bar if the bar is high enough, else on top of it.
QRectF textOver(const QRectF& bar, const QRectF& strip, const Metrics& metrics) {
    if (bar.height() >= metrics.lineHeight()) return bar;
    const double top = std::max(bar.top() - metrics.lineHeight(), strip.top());
    return {strip.left(), top, strip.width(), metrics.lineHeight()};
}

// `share` of the height of `rect`, from its ground up.
void addColumn(Picture& picture, QRectF& rect, double share, double whole, Paint paint) {
    const double height = std::min(std::max(share * whole, 1.0), rect.height());
    if (height <= 0) return;
    picture.densities.push_back(
        {{rect.left(), rect.bottom() - height, rect.width(), height}, paint});
    rect.setBottom(rect.bottom() - height);
}

void addDensity(Picture& picture, const Row& row, const Lane& lane, const Piece& piece,
                QRectF rect) {
    rect.setLeft(piece.left);
    rect.setRight(piece.right);
    const double whole = rect.height();
    const double cover = std::max<double>(piece.cover, least_cover);
    switch (lane.kind) {
        case LaneKind::states:
            for (const ThreadState state : stacking)
                if (const float share = piece.share[static_cast<std::size_t>(state)]; share > 0)
                    addColumn(picture, rect, share, whole, paintOf(state));
            return;
        case LaneKind::owners:
            for (int i = 0; i < owner_paints; ++i)
                if (const float share = piece.share[static_cast<std::size_t>(i)]; share > 0)
                    addColumn(picture, rect, share * cover, whole, ownerPaint(i));
            return;
        case LaneKind::waiting:
            return addColumn(picture, rect, cover, whole, Paint::waiting);
        case LaneKind::flag:
            if (piece.share[1] > 0) addColumn(picture, rect, piece.share[1], whole, Paint::flag);
            return;
        case LaneKind::counter:
            break;
    }
    if (piece.lowest == 0 && isSemaphore(row.type))
        addColumn(picture, rect, counterHeight(row, lane, 0, 1), whole, Paint::exhausted);
    const double top = counterHeight(row, lane, piece.highest, 1);
    if (piece.highest > 0)
        addColumn(picture, rect, top - (whole - rect.height()) / whole, whole, Paint::counter);
}

void addBar(Picture& picture, const Rows& rows, const Row& row, const Lane& lane,
            const Piece& piece, QRectF strip, const Metrics& metrics) {
    strip.setLeft(piece.left);
    strip.setRight(piece.right);
    const Bar& bar = lane.track.bars()[piece.first];
    BarBox box{barRect(row, lane, bar, strip), paintFor(row, lane, bar), {}, {}};
    box.textRect = hasGround(lane) ? textOver(box.rect, strip, metrics) : box.rect;
    const double room = strip.width() - 2 * metrics.padding();
    // A strip of a folded group has no room for words.
    const bool is_high = box.textRect.height() >= metrics.lineHeight() * 0.8;
    if (room > 0 && is_high)
        box.text = metrics.fitting(barTexts(rows, row, lane, piece.first), room);
    picture.bars.push_back(box);
}

}  // namespace

void addLane(Picture& picture, const Rows& rows, const Row& row, const Lane& lane,
             const QRectF& strip, const Metrics& metrics, const Scale& scale) {
    if (hasGround(lane) && !lane.track.bars().empty()) {
        const double left = scale.toPixelInside(lane.track.bars().front().from);
        const double right = scale.toPixelInside(lane.track.bars().back().to);
        if (right > left)
            picture.baselines.emplace_back(left, strip.bottom(), right, strip.bottom());
    }
    for (const Piece& piece : lane.track.pieces(scale)) {
        if (piece.isMerged)
            addDensity(picture, row, lane, piece, strip);
        else if (piece.right > piece.left)
            addBar(picture, rows, row, lane, piece, strip, metrics);
    }
}

}  // namespace turnwise::timeline
