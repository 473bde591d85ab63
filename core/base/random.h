// The one generator of pseudo-random numbers: the same seed gives the same numbers on every
// machine.
//
// std::mt19937_64 is fixed by the standard; the distributions of <random> are not, so below() is
// ours.
#pragma once

#include <cstdint>
#include <random>

namespace turnwise {

class Random {
  public:
    explicit Random(std::uint64_t seed) : m_engine(seed) {}

    std::uint64_t next() { return m_engine(); }

    // Uniform in [0, bound), bound > 0; without the bias of a plain remainder.
    std::uint64_t below(std::uint64_t bound) {
        const std::uint64_t rest = (~std::uint64_t{0} % bound + 1) % bound;  // 2^64 mod bound
        std::uint64_t number = next();
        while (number < rest)
            number = next();
        return number % bound;
    }

  private:
    std::mt19937_64 m_engine;
};

}  // namespace turnwise
