// Ends a search that got stuck inside the program: in a wait for something outside of it (a socket,
// another process), or in a computation that never comes to its next operation. The search itself
// cannot: it has no turn then.
#pragma once

#include <atomic>
#include <thread>

#include "app/engine/json_lines.h"

namespace turnwise::engine {

class Watchdog {
  public:
    // `patience`: how many real seconds may pass between two calls of alive(). Then `last_words`
    // are written and the process ends with status 0; if they are null, a line `refused`, and 3.
    Watchdog(JsonLines& lines, double patience, Json last_words = {});
    Watchdog(const Watchdog&) = delete;
    Watchdog& operator=(const Watchdog&) = delete;
    ~Watchdog();

    void alive();
    // Until the next alive() it may take as long as it likes.
    void pause();

  private:
    void watch();

    JsonLines& m_lines;
    double m_patience;
    const Json m_last_words;
    std::atomic<double> m_last;
    std::atomic<bool> m_is_over{false};
    std::thread m_thread;
};

}  // namespace turnwise::engine
