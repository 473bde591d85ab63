// Where a person has looked, to go back there and forward again, as in a browser.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "core/base/ids.h"
#include "ui/timeline/coordinates.h"

namespace turnwise::timeline {

struct Place {
    Range range;            // what was in view
    EventIndex cursor = 0;  // where the cursor was

    bool operator==(const Place&) const = default;
};

class Places {
  public:
    static constexpr std::size_t limit = 200;  // the oldest are forgotten

    enum class Motion : std::uint8_t {
        slide,  // wheel, drag, zoom: many small ones in a row are one way, kept where it began
        jump,   // to somewhere else
    };
    // A jump shows less than half of what was in view, or of more than twice as much.
    static Motion motionBetween(Range from, Range to);

    // The view leaves `place`.
    void leave(const Place& place, Motion motion);
    // Where to go from `present`; nullopt at the end of the way.
    std::optional<Place> back(const Place& present);
    std::optional<Place> forward(const Place& present);
    bool canGoBack() const { return !m_past.empty(); }
    bool canGoForward() const { return !m_future.empty(); }

    void clear();
    // Every range is said anew, on another axis.
    void translate(const std::function<Range(Range)>& translated);

  private:
    std::vector<Place> m_past;    // the latest is the last
    std::vector<Place> m_future;  // the next is the last
    bool m_is_sliding = false;
};

}  // namespace turnwise::timeline
