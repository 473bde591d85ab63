// Ctrl+C, a closed terminal, a request to end: what there is of a run is not lost by them.
#pragma once

#include <QSocketNotifier>
#include <functional>
#include <memory>

namespace turnwise::cli {

// While it lives, the first such signal calls `stop` from the event loop; the second ends the
// process, as it would without this. One at a time; needs a QCoreApplication.
class Interruption {
  public:
    explicit Interruption(std::function<void()> stop);
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;
    ~Interruption();

  private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

}  // namespace turnwise::cli
