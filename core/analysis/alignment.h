// Which moment of one run is the same as which of another: two runs of one program, event by event.
//
// Up to their first difference they are the same, byte for byte. From there on the threads are
// interleaved in another way, but each thread still runs its own code: so each is compared with
// itself, and what it does in both runs is matched (the longest common subsequence, as `diff` finds
// it), wherever the schedule put it.
#pragma once

#include <optional>

#include "core/analysis/pairing.h"

namespace turnwise::analysis {

class Alignment {
  public:
    // Differences of a thread beyond this are given up: what comes later is not matched.
    static constexpr std::size_t most_differences = 2000;

    Alignment(const trace::Trace& a, const trace::Trace& b, const Pairing& pairing);

    // How many events at the beginning are the same.
    EventIndex shared() const { return m_shared; }
    // The same event of the other run, if it has one.
    std::optional<EventIndex> in_b(EventIndex a) const { return at(m_in_b, a); }
    std::optional<EventIndex> in_a(EventIndex b) const { return at(m_in_a, b); }

    // The moment of the other run that fits a number of events of this one: just after the last
    // event that happened in both.
    EventIndex moment_in_b(EventIndex a) const { return moment(m_in_b, a); }
    EventIndex moment_in_a(EventIndex b) const { return moment(m_in_a, b); }

    // Of a thread's own events that a person can stop at: how many are in both runs, and in one of
    // them only.
    struct Share {
        std::size_t both = 0;
        std::size_t only_a = 0;
        std::size_t only_b = 0;
    };
    const std::vector<Share>& shares() const {
        return m_shares;
    }  // by ThreadId of a; threads of b only are left out

  private:
    // By index of the event: its partner's plus 1; 0 is none.
    using Partners = std::vector<EventIndex>;

    static std::optional<EventIndex> at(const Partners& partners, EventIndex event) {
        if (event >= partners.size() || partners[event] == 0) return std::nullopt;
        return partners[event] - 1;
    }
    EventIndex moment(const Partners& partners, EventIndex events) const;

    EventIndex m_shared = 0;
    Partners m_in_b;
    Partners m_in_a;
    std::vector<Share> m_shares;
};

}  // namespace turnwise::analysis
