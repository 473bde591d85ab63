// How many different texts there were, without keeping them: each is known by 64 bits of it.
//
// Two are taken for one once in 2^64 pairs. The memory has a bound: beyond `most` texts it is known
// only that there were more.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace turnwise::explore {

class Distinct {
  public:
    static constexpr std::size_t most = 1'000'000;  // 16 MB

    void add(std::string_view text) {
        const std::uint64_t number = std::hash<std::string_view>()(text) | 1;  // 0 is a free place
        std::size_t place = place_of(number);
        if (!m_table.empty() && m_table[place] == number) return;
        if (m_count >= most) {
            m_has_all = false;
            return;
        }
        if (2 * m_count >= m_table.size()) {
            grow();
            place = place_of(number);
        }
        m_table[place] = number;
        ++m_count;
    }

    std::uint64_t count() const { return m_count; }
    // False: there were more.
    bool has_all() const { return m_has_all; }

  private:
    std::size_t place_of(std::uint64_t number) const {
        if (m_table.empty()) return 0;
        const std::size_t mask = m_table.size() - 1;
        std::size_t place = number >> 1 & mask;
        while (m_table[place] != 0 && m_table[place] != number)
            place = (place + 1) & mask;
        return place;
    }

    void grow() {
        std::vector<std::uint64_t> old(m_table.empty() ? 1024 : 2 * m_table.size());
        old.swap(m_table);
        for (const std::uint64_t number : old)
            if (number != 0) m_table[place_of(number)] = number;
    }

    std::vector<std::uint64_t> m_table;  // open addressing; a power of two
    std::size_t m_count = 0;
    bool m_has_all = true;
};

}  // namespace turnwise::explore
