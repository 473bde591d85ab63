// Timer: "this class represents an action that should be run only after a certain amount of time".
#pragma once

#include <functional>

#include "core/threading/event.h"
#include "core/threading/thread.h"

namespace turnwise::threading {

class Timer : public Thread {
  public:
    // Calls `function` `interval` seconds after start().
    Timer(double interval, std::function<void()> function);

    // "Stop the timer. This will only work if the timer is still in its waiting stage."
    void cancel();
    void run() override;

  private:
    const double m_interval;
    const std::function<void()> m_function;
    Event m_finished;
};

}  // namespace turnwise::threading
