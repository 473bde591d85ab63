// Who has to be woken when: deadlines in the order in which they come due.
#pragma once

#include <cstdint>
#include <optional>
#include <set>

#include "core/base/ids.h"

namespace turnwise {

// Equal deadlines come due in the order in which they were set.
class Deadlines {
  public:
    struct Entry {
        Tick tick = no_deadline;
        std::uint64_t order = 0;
        ThreadId thread = no_thread;
        auto operator<=>(const Entry&) const = default;
    };

    // Returns what cancel() wants.
    Entry set(Tick tick, ThreadId thread) {
        const Entry entry{tick, ++m_order, thread};
        m_entries.insert(entry);
        return entry;
    }

    void cancel(const Entry& entry) { m_entries.erase(entry); }

    bool is_empty() const { return m_entries.empty(); }
    Tick next() const { return m_entries.empty() ? no_deadline : m_entries.begin()->tick; }

    // Takes out the first deadline that is not after `now`.
    std::optional<ThreadId> take_due(Tick now) {
        if (m_entries.empty() || m_entries.begin()->tick > now) return std::nullopt;
        const ThreadId thread = m_entries.begin()->thread;
        m_entries.erase(m_entries.begin());
        return thread;
    }

  private:
    std::set<Entry> m_entries;
    std::uint64_t m_order = 0;
};

}  // namespace turnwise
