// Timer: "this class represents an action that should be run only after a certain amount of time".
#pragma once

#include <functional>
#include <memory>

#include "core/threading/thread.h"

namespace turnwise::threading {

// Its object may go before its time has come.
class Timer : public Thread {
  public:
    // Calls `function` `interval` seconds after start().
    Timer(double interval, std::function<void()> function);

    // "Stop the timer. This will only work if the timer is still in its waiting stage."
    void cancel();

  private:
    struct Waiting;
    explicit Timer(const std::shared_ptr<Waiting>& waiting);

    std::shared_ptr<Waiting> m_waiting;  // shared with the thread
};

}  // namespace turnwise::threading
