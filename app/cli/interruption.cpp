#include "app/cli/interruption.h"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <array>

namespace turnwise::cli {

namespace {

constexpr std::array ends_of_work = {SIGINT, SIGTERM, SIGHUP};
std::array<int, 2> ends = {-1, -1};  // of a pipe: a handler can do no more than write

void onSignal(int) {
    const char byte = 0;
    [[maybe_unused]] const ssize_t written = write(ends[1], &byte, 1);
}

void handleWith(void (*handler)(int)) {
    struct sigaction action = {};
    action.sa_handler = handler;
    // And no SA_RESTART: a read of an answer ends.
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    for (const int signal : ends_of_work) {
        struct sigaction before = {};
        // Who has started us with nohup wants no hang-up.
        if (sigaction(signal, nullptr, &before) == 0 && before.sa_handler != SIG_IGN)
            sigaction(signal, &action, nullptr);
    }
}

}  // namespace

Interruption::Interruption(std::function<void()> stop) {
    if (pipe2(ends.data(), O_CLOEXEC) != 0) return;  // then a signal ends the process, as ever
    m_notifier = std::make_unique<QSocketNotifier>(ends[0], QSocketNotifier::Read);
    QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(),
                     [this, stop = std::move(stop)] {
                         m_notifier->setEnabled(false);
                         stop();
                     });
    handleWith(onSignal);
}

Interruption::~Interruption() {
    if (!m_notifier) return;
    handleWith(SIG_DFL);
    m_notifier.reset();
    close(ends[0]);
    close(ends[1]);
}

}  // namespace turnwise::cli
