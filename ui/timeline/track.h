// The bars of one lane of a timeline, and how they look from any distance.
//
// A lane may hold a million bars while a screen is 2,000 pixels wide. Bars that are narrower than a
// pixel are merged, pixel by pixel, into pieces that say how much of each category they hold, so
// nothing ever disappears. Sums over blocks of bars, of three sizes, make the cost of a picture
// depend on its width, not on the length of the run.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "ui/timeline/coordinates.h"

namespace turnwise::timeline {

inline constexpr std::size_t category_count = 8;

struct Bar {
    Position from = 0;
    Position to = 0;
    std::int32_t level = 0;     // a counter's value, or how many wait
    std::uint8_t category = 0;  // what it is coloured by, below category_count
};

// What is to be painted of one bar, or of several that share a pixel.
struct Piece {
    double left = 0;  // pixels
    double right = 0;
    std::size_t first = 0;  // the bars [first, last)
    std::size_t last = 0;
    bool isMerged = false;
    // Merged: the share of each category in what the bars cover, 1 in all; above 0 where there is
    // one.
    std::array<float, category_count> share{};
    float cover = 1;  // merged: the covered share of the pixels between left and right
    std::int32_t lowest = 0;
    std::int32_t highest = 0;
};

class Track {
  public:
    // invariant: ascending, and without overlap
    const std::vector<Bar>& bars() const { return m_bars; }

    void append(const Bar& bar);
    void truncate(std::size_t count);  // keeps the first `count` bars

    // The bar at `position`, the later of two that meet there; bars().size() if there is none.
    std::size_t barAt(Position position) const;

    // What is seen through `scale`, from left to right.
    std::vector<Piece> pieces(const Scale& scale) const;

  private:
    // Small: what a picture costs is how many of these are read. Shares need no more digits.
    struct Sum {
        std::array<float, category_count> length{};
        std::array<std::uint32_t, category_count> count{};
        std::int32_t lowest = std::numeric_limits<std::int32_t>::max();
        std::int32_t highest = std::numeric_limits<std::int32_t>::min();

        void add(const Bar& bar);
        void add(const Sum& other);
    };
    // In bars, from small to large; each holds a whole number of those before it. A column of a
    // large run holds some twenty bars, that of a huge one thousands.
    static constexpr std::array<std::size_t, 3> block_sizes{8, 64, 512};

    // The bars from some first one on that begin in the same pixel.
    struct Column {
        Sum sum;
        std::size_t end = 0;
    };

    static bool isWide(const Bar& bar, const Scale& scale);
    Column columnFrom(std::size_t first, const Scale& scale) const;
    Piece single(std::size_t index, const Scale& scale) const;
    Piece merged(std::size_t first, const Column& column, const Scale& scale) const;

    std::vector<Bar> m_bars;
    // By size: of each full or begun block.
    std::array<std::vector<Sum>, block_sizes.size()> m_blocks;
};

}  // namespace turnwise::timeline
