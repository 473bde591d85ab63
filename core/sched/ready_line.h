// The threads that could run, in the order in which they became ready.
#pragma once

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <vector>

#include "core/sched/thread_control.h"

namespace turnwise::sched {

// Not a ThreadList, because a policy asks for the n-th thread or for one of a given number: among a
// thousand ready threads that is a look into one array instead of a walk through the memory of all
// of them.
class ReadyLine {
  public:
    void push_back(ThreadControl& thread) { m_places.push_back({thread.id, &thread}); }

    // Must be in line.
    void remove(const ThreadControl& thread) {
        const auto place = find_place(thread.id);
        assert(place != m_places.end());
        if (place != begin())
            m_places.erase(place);
        else
            leave_front();
    }

    bool is_empty() const { return size() == 0; }
    std::size_t size() const { return m_places.size() - m_gone; }
    ThreadControl* front() const { return is_empty() ? nullptr : begin()->thread; }
    ThreadControl* at(std::size_t position) const { return m_places[m_gone + position].thread; }

    // nullptr: not in line.
    ThreadControl* find(ThreadId id) const {
        const auto place = find_place(id);
        return place == m_places.end() ? nullptr : place->thread;
    }

  private:
    struct Place {
        ThreadId id;
        ThreadControl* thread;
    };

    std::vector<Place>::const_iterator begin() const {
        return m_places.begin() + static_cast<std::ptrdiff_t>(m_gone);
    }

    std::vector<Place>::const_iterator find_place(ThreadId id) const {
        return std::find_if(begin(), m_places.end(),
                            [id](const Place& place) { return place.id == id; });
    }

    // The first in line goes; its place is cleared away with many others.
    void leave_front() {
        ++m_gone;
        if (2 * m_gone < m_places.size()) return;
        m_places.erase(m_places.begin(), begin());
        m_gone = 0;
    }

    std::vector<Place> m_places;
    std::size_t m_gone = 0;  // places at the front whose threads have left
};

}  // namespace turnwise::sched
