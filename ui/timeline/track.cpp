#include "ui/timeline/track.h"

#include <cmath>

namespace turnwise::timeline {

void Track::Sum::add(const Bar& bar) {
    length[bar.category] += bar.to - bar.from;
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
    if (m_bars.size() % block_size == 0) m_blocks.emplace_back();
    m_bars.push_back(bar);
    m_blocks.back().add(bar);
}

void Track::truncate(std::size_t count) {
    if (count >= m_bars.size()) return;
    const std::size_t begun = count / block_size * block_size;
    const std::vector<Bar> kept(m_bars.begin() + static_cast<std::ptrdiff_t>(begun),
                                m_bars.begin() + static_cast<std::ptrdiff_t>(count));
    m_bars.resize(begun);
    m_blocks.resize(begun / block_size);
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
    const auto isWide = [&](const Bar& bar) {
        return (bar.to - bar.from) * scale.pixelsPerUnit() >= 1;
    };
    auto i = static_cast<std::size_t>(first - m_bars.begin());
    while (i < m_bars.size() && m_bars[i].from <= scale.range.to) {
        if (isWide(m_bars[i])) {
            pieces.push_back(single(i++, scale));
            continue;
        }
        const double column = std::floor(scale.toPixel(m_bars[i].from));
        std::size_t end = endOfColumn(i + 1, scale.toPosition(column + 1));
        // Only the last bar that begins in the column can reach far beyond it.
        if (end > i + 1 && isWide(m_bars[end - 1])) --end;
        pieces.push_back(merged(i, end, scale));
        i = end;
    }
    return pieces;
}

std::size_t Track::endOfColumn(std::size_t first, Position end) const {
    // Steps that double find the neighbourhood, since a column mostly holds few bars.
    std::size_t step = 1;
    std::size_t low = first;
    while (low + step < m_bars.size() && m_bars[low + step].from < end) {
        low += step;
        step *= 2;
    }
    const auto begin = m_bars.begin();
    const auto high = std::min(low + step + 1, m_bars.size());
    return static_cast<std::size_t>(
        std::partition_point(begin + static_cast<std::ptrdiff_t>(low),
                             begin + static_cast<std::ptrdiff_t>(high),
                             [end](const Bar& bar) { return bar.from < end; }) -
        begin);
}

Track::Sum Track::sumOf(std::size_t first, std::size_t last) const {
    Sum sum;
    while (first < last) {
        if (first % block_size == 0 && first + block_size <= last) {
            sum.add(m_blocks[first / block_size]);
            first += block_size;
        } else {
            sum.add(m_bars[first++]);
        }
    }
    return sum;
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

Piece Track::merged(std::size_t first, std::size_t last, const Scale& scale) const {
    const Sum sum = sumOf(first, last);
    Piece piece;
    piece.isMerged = true;
    piece.first = first;
    piece.last = last;
    const double column = std::floor(scale.toPixel(m_bars[first].from));
    piece.left = std::max(column, scale.left);
    piece.right = std::clamp(scale.toPixel(m_bars[last - 1].to), column + 1, scale.right() + 1);
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
