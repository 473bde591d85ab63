#include "app/engine/watchdog.h"

#include <fmt/format.h>

#include <csignal>
#include <limits>
#include <utility>

#include "app/engine/real_time.h"

namespace turnwise::engine {

namespace {

constexpr long nanoseconds_between_looks = 50'000'000;

// Past the C library, whose sleep takes virtual time.
void pause_for_real() {
    const timespec pause{0, nanoseconds_between_looks};
    syscall(SYS_clock_nanosleep, CLOCK_MONOTONIC, 0, &pause, nullptr);
}

// A thread inherits the mask: signals are for the thread that searches.
class WithoutSignals {
  public:
    WithoutSignals() {
        sigset_t all;
        sigfillset(&all);
        pthread_sigmask(SIG_SETMASK, &all, &m_before);
    }
    WithoutSignals(const WithoutSignals&) = delete;
    WithoutSignals& operator=(const WithoutSignals&) = delete;
    ~WithoutSignals() { pthread_sigmask(SIG_SETMASK, &m_before, nullptr); }

  private:
    sigset_t m_before;
};

}  // namespace

Watchdog::Watchdog(JsonLines& lines, double patience, Json last_words)
    : m_lines(lines),
      m_patience(patience),
      m_last_words(std::move(last_words)),
      m_last(real_seconds()) {
    const WithoutSignals without_signals;
    m_thread = std::thread([this] { watch(); });
}

Watchdog::~Watchdog() {
    m_is_over = true;
    m_thread.join();
}

void Watchdog::alive() {
    m_last = real_seconds();
}

void Watchdog::pause() {
    m_last = std::numeric_limits<double>::infinity();
}

void Watchdog::watch() {
    while (!m_is_over) {
        pause_for_real();
        if (m_is_over || real_seconds() - m_last < m_patience) continue;
        if (!m_last_words.is_null()) {
            m_lines.write(m_last_words);
            _exit(0);
        }
        m_lines.write(
            {{"refused",
              fmt::format("The program cannot be explored: it did not come to an end or to its "
                          "next operation in {:g} s. It waits for something outside of its threads "
                          "(asyncio, a socket, another process), or calculates for long. turnwise "
                          "run can run it.",
                          m_patience)},
             {"inconclusive", true}});
        _exit(3);
    }
}

}  // namespace turnwise::engine
