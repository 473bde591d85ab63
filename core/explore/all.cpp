// Every interleaving, one after the other: no reduction at all. For teaching, and to check the
// reductions.
#include <algorithm>

#include "core/explore/searches.h"

namespace turnwise::explore {

namespace {

class FullSearch {
  public:
    explicit FullSearch(Driver& driver) : m_driver(driver) {}

    bool run() {
        do {
            descend();
            m_driver.finish(false);
            if (!take_back()) return true;
        } while (m_driver.goes_on() && m_driver.go_back(static_cast<Position>(m_depth - 1)));
        return false;
    }

    double share() const {
        double share = 0;
        double weight = 1;
        for (std::size_t depth = 0; depth < m_depth; ++depth) {
            const auto branches = static_cast<double>(m_frames[depth].enabled.size());
            share += weight * static_cast<double>(m_frames[depth].current) / branches;
            weight /= branches;
        }
        return share;
    }

  private:
    struct Frame {
        std::vector<ThreadId> enabled;  // in the order in which they are tried
        std::size_t current = 0;
    };

    void descend() {
        if (m_depth > 0) step();
        while (true) {
            const std::span<const ThreadId> enabled = m_driver.enabled();
            if (enabled.empty()) return;
            if (m_depth == m_frames.size()) m_frames.emplace_back();
            Frame& frame = m_frames[m_depth++];
            frame.enabled.assign(enabled.begin(), enabled.end());
            frame.current = 0;
            // Who ran last is first: the first executions have the fewest preemptions.
            const Execution& execution = m_driver.execution();
            if (execution.size() > 0) {
                const auto last =
                    std::ranges::find(frame.enabled, execution[execution.size() - 1].thread);
                if (last != frame.enabled.end()) std::rotate(frame.enabled.begin(), last, last + 1);
            }
            step();
        }
    }

    void step() {
        const Frame& frame = m_frames[m_depth - 1];
        const Event& event = m_driver.step(frame.enabled[frame.current]);
        if (m_driver.observer())
            m_driver.observer()->on_descend(static_cast<Position>(m_depth - 1), event, {},
                                            std::span(frame.enabled).subspan(frame.current));
    }

    bool take_back() {
        for (; m_depth > 0; --m_depth) {
            if (m_driver.observer())
                m_driver.observer()->on_pop(static_cast<Position>(m_depth - 1));
            Frame& frame = m_frames[m_depth - 1];
            if (++frame.current < frame.enabled.size()) return true;
        }
        return false;
    }

    Driver& m_driver;
    std::vector<Frame> m_frames;  // the first m_depth are in use
    std::size_t m_depth = 0;
};

}  // namespace

Report search_all(Driver& driver) {
    FullSearch search(driver);
    driver.set_share([&search] { return search.share(); });
    const bool has_seen_all = search.run();
    return driver.take_report(has_seen_all, has_seen_all ? 1 : search.share());
}

}  // namespace turnwise::explore
