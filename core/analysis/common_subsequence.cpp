#include "core/analysis/common_subsequence.h"

#include <algorithm>

namespace turnwise::analysis {

namespace {

using Index = std::ptrdiff_t;
using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

// How far one comes with d differences, on each diagonal k = x - y from -d to d.
class Front {
  public:
    explicit Front(Index d) : m_d(d), m_x(static_cast<std::size_t>(2 * d + 1)) {}
    Index& operator[](Index k) { return m_x[static_cast<std::size_t>(k + m_d)]; }
    Index operator[](Index k) const { return m_x[static_cast<std::size_t>(k + m_d)]; }
    Index d() const { return m_d; }

  private:
    Index m_d;
    std::vector<Index> m_x;
};

// Whether the best way to diagonal k comes from the one above (an element of b only).
bool comes_from_above(const Front& before, Index k, Index d) {
    return k == -d || (k != d && before[k - 1] < before[k + 1]);
}

// The way back from (x, y), a difference at a time.
Pairs pairs_along(const std::vector<Front>& fronts, Index x, Index y) {
    Pairs pairs;
    for (Index d = static_cast<Index>(fronts.size()) - 1; d >= 0; --d) {
        Index from_x = 0;
        Index from_y = 0;
        if (d > 0) {
            const Front& before = fronts[static_cast<std::size_t>(d) - 1];
            const Index k = x - y;
            const Index from_k = comes_from_above(before, k, d) ? k + 1 : k - 1;
            from_x = before[from_k];
            from_y = from_x - from_k;
        }
        for (; x > from_x && y > from_y; --x, --y)
            pairs.emplace_back(x - 1, y - 1);
        x = from_x;
        y = from_y;
    }
    std::reverse(pairs.begin(), pairs.end());
    return pairs;
}

}  // namespace

Pairs common_subsequence(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b,
                         std::size_t most_differences) {
    const auto size_a = static_cast<Index>(a.size());
    const auto size_b = static_cast<Index>(b.size());
    const Index most = std::min(static_cast<Index>(most_differences), size_a + size_b);
    std::vector<Front> fronts;
    for (Index d = 0; d <= most; ++d) {
        Front front(d);
        for (Index k = -d; k <= d; k += 2) {
            Index x = 0;
            if (d > 0) {
                const Front& before = fronts.back();
                x = comes_from_above(before, k, d) ? before[k + 1] : before[k - 1] + 1;
            }
            while (x < size_a && x - k < size_b &&
                   a[static_cast<std::size_t>(x)] == b[static_cast<std::size_t>(x - k)])
                ++x;
            front[k] = x;
            const Index y = x - k;
            if (x == size_a && y == size_b) {
                fronts.push_back(std::move(front));
                return pairs_along(fronts, x, y);
            }
        }
        fronts.push_back(std::move(front));
    }
    // The furthest point of the last front that lies inside both sequences.
    Index best_x = 0;
    Index best_y = 0;
    const Front& last = fronts.back();
    for (Index k = -last.d(); k <= last.d(); k += 2)
        if (const Index x = last[k];
            x <= size_a && x - k <= size_b && x - k >= 0 && 2 * x - k >= best_x + best_y) {
            best_x = x;
            best_y = x - k;
        }
    return pairs_along(fronts, best_x, best_y);
}

}  // namespace turnwise::analysis
