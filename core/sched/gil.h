// The global interpreter lock, or the right to run on a core: one holder, and since when others
// have been kept waiting.
//
// As in CPython, a thread that wants the GIL waits for the switch interval and only then asks the
// holder to drop it; so the time that counts starts when the holder got it or when the first other
// thread came to want it, whichever is later.
#pragma once

#include <algorithm>

#include "core/base/ids.h"

namespace turnwise::sched {

class Gil {
  public:
    ThreadId holder() const { return m_holder; }

    void take(ThreadId thread, Tick now) {
        m_holder = thread;
        m_taken = now;
    }
    void drop() { m_holder = no_thread; }

    // The first thread came to want the GIL; called when none did before.
    void wanted(Tick now) { m_wanted = now; }

    // How long the holder has kept others waiting, given that there are others.
    Tick slice_used(Tick now) const { return now - std::max(m_taken, m_wanted); }

  private:
    ThreadId m_holder = no_thread;
    Tick m_taken = 0;
    Tick m_wanted = 0;
};

}  // namespace turnwise::sched
