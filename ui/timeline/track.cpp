#include "ui/timeline/track.h"

#include <algorithm>
#include <cmath>

namespace turnwise::timeline {

void Track::Sum::add(const Bar& bar) {
    length[bar.category] += static_cast<float>(bar.to - bar.from);
    ++count[bar.category];
    lowest = std::min(lowest, bar.level);
    highest = std::max(highest, bar.level);
}

void Track::Sum::add(const Sum& other) {
    for (std::size_t i = 0; i < category_count; ++i) {
        length[i] += other.length[i];
        count[i] += other.count[i];
    }
    lowest = std::min(lowest, other.lowest);
    highest = std::max(highest, other.highest);
}

void Track::append(const Bar& bar) {
    for (std::size_t size = 0; size < block_sizes.size(); ++size) {
        if (m_bars.size() % block_sizes[size] == 0) m_blocks[size].emplace_back();
        m_blocks[size].back().add(bar);
    }
    m_bars.push_back(bar);
}

void Track::truncate(std::size_t count) {
    if (count >= m_bars.size()) return;
    const std::size_t begun = count / block_sizes.back() * block_sizes.back();
    const std::vector<Bar> kept(m_bars.begin() + static_cast<std::ptrdiff_t>(begun),
                                m_bars.begin() + static_cast<std::ptrdiff_t>(count));
    m_bars.resize(begun);
    for (std::size_t size = 0; size < block_sizes.size(); ++size)
        m_blocks[size].resize(begun / block_sizes[size]);
    for (const Bar& bar : kept)
        append(bar);
}

std::size_t Track::barAt(Position position) const {
    const auto later = std::upper_bound(m_bars.begin(), m_bars.end(), position,
                                        [](Position at, const Bar& bar) { return at < bar.from; });
    if (later == m_bars.begin() || std::prev(later)->to < position) return m_bars.size();
    return static_cast<std::size_t>(later - m_bars.begin()) - 1;
}

std::vector<Piece> Track::pieces(const Scale& scale) const {
    std::vector<Piece> pieces;
    const auto first = std::lower_bound(m_bars.begin(), m_bars.end(), scale.range.from,
                                        [](const Bar& bar, Position at) { return bar.to < at; });
    auto i = static_cast<std::size_t>(first - m_bars.begin());
    while (i < m_bars.size() && m_bars[i].from <= scale.range.to) {
        if (isWide(m_bars[i], scale)) {
            pieces.push_back(single(i++, scale));
            continue;
        }
        const Column column = columnFrom(i, scale);
        pieces.push_back(merged(i, column, scale));
        i = column.end;
    }
    return pieces;
}

bool Track::isWide(const Bar& bar, const Scale& scale) {
    return (bar.to - bar.from) * scale.pixelsPerUnit() >= 1;
}

// One walk: bar by bar to where a block begins, then block by block, the large ones first. Only the
// last bar that begins in the column can reach far beyond it; a wide one is a piece of its own.
Track::Column Track::columnFrom(std::size_t first, const Scale& scale) const {
    const Position end = scale.toPosition(std::floor(scale.toPixel(m_bars[first].from)) + 1);
    const double narrow = 1 / scale.pixelsPerUnit();
    const auto isPart = [&](std::size_t index) {
        const Bar& bar = m_bars[index];
        return bar.from < end && bar.to - bar.from < narrow;
    };
    Column column{{}, first + 1};
    column.sum.add(m_bars[first]);
    const std::size_t count = m_bars.size();
    for (std::size_t& at = column.end; at < count;) {
        std::size_t fitting = 0;  // as many of the sizes
        while (fitting < block_sizes.size() && at % block_sizes[fitting] == 0 &&
               at + block_sizes[fitting] <= count && isPart(at + block_sizes[fitting] - 1))
            ++fitting;
        if (fitting > 0) {
            const std::size_t size = block_sizes[fitting - 1];
            column.sum.add(m_blocks[fitting - 1][at / size]);
            at += size;
        } else if (isPart(at)) {
            column.sum.add(m_bars[at++]);
        } else {
            break;
        }
    }
    return column;
}

Piece Track::single(std::size_t index, const Scale& scale) const {
    const Bar& bar = m_bars[index];
    Piece piece;
    piece.left = scale.toPixelInside(bar.from);
    piece.right = scale.toPixelInside(bar.to);
    piece.first = index;
    piece.last = index + 1;
    piece.share[bar.category] = 1;
    piece.lowest = piece.highest = bar.level;
    return piece;
}

Piece Track::merged(std::size_t first, const Column& column, const Scale& scale) const {
    const Sum& sum = column.sum;
    const std::size_t last = column.end;
    Piece piece;
    piece.isMerged = true;
    piece.first = first;
    piece.last = last;
    const double left = std::floor(scale.toPixel(m_bars[first].from));
    piece.left = std::max(left, scale.left);
    piece.right = std::clamp(scale.toPixel(m_bars[last - 1].to), left + 1, scale.right() + 1);
    piece.lowest = sum.lowest;
    piece.highest = sum.highest;

    double covered = 0;
    double bars = 0;
    for (std::size_t i = 0; i < category_count; ++i) {
        covered += sum.length[i];
        bars += sum.count[i];
    }
    const double pixels = piece.right - piece.left;
    piece.cover =
        static_cast<float>(std::min(1.0, covered * scale.pixelsPerUnit() / std::max(pixels, 1.0)));
    // Bars without any length still happened: the smallest share keeps each category in sight.
    const double whole = covered > 0 ? covered : bars;
    for (std::size_t i = 0; i < category_count; ++i) {
        const double part = covered > 0 ? sum.length[i] : sum.count[i];
        if (sum.count[i] > 0)
            piece.share[i] =
                std::max(static_cast<float>(part / whole), std::numeric_limits<float>::min());
    }
    return piece;
}

}  // namespace turnwise::timeline
