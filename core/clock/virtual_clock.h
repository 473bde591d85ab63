// Virtual time: it passes only when the simulation says so.
#pragma once

#include <cassert>

#include "core/base/ids.h"

namespace turnwise {

class VirtualClock {
  public:
    Tick now() const { return m_now; }

    void advance_by(Tick duration) {
        assert(duration >= 0);
        m_now += duration;
    }

    // Does nothing if `tick` is past already.
    void advance_to(Tick tick) {
        if (tick > m_now) m_now = tick;
    }

  private:
    Tick m_now = 0;
};

}  // namespace turnwise
