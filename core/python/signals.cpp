#include "core/python/signals.h"

#include <Python.h>
#include <dlfcn.h>
#include <signal.h>

#include <array>
#include <atomic>

#include "core/python/cpython_3_11.h"
#include "core/python/python_thread.h"
#include "core/sched/scheduler.h"

namespace turnwise::python {

using sched::Scheduler;

namespace {

using Handler = void (*)(int);

// What Python installed, by signal.
std::array<std::atomic<Handler>, NSIG> handlers{};

// Signals that came while another thread than the main one ran, one bit each; from outside, and
// from interrupt_main().
std::atomic<std::uint64_t> kept_signals = 0;
std::atomic<std::uint64_t> kept_interrupts = 0;

std::uint64_t bit(int signum) {
    return std::uint64_t{1} << (signum - 1);
}

bool is_main_running() {
    return !Scheduler::is_active() ||
           &Scheduler::current().running() == &Scheduler::current().main_thread();
}

// A signal came whose handler interrupts calls of the system: it does not have SA_RESTART.
std::atomic<bool> is_interrupting = false;
std::atomic<bool> is_in_signal_handler = false;

auto real_sigaction() {
    static const auto real = reinterpret_cast<decltype(&sigaction)>(dlsym(RTLD_NEXT, "sigaction"));
    return real;
}

void on_signal(int signum) {
    struct InHandler {
        const bool before = is_in_signal_handler.exchange(true);
        ~InHandler() { is_in_signal_handler = before; }
    } const in_handler;
    // Asked now, for siginterrupt() changes it behind our back.
    struct sigaction installed {};
    if (real_sigaction()(signum, nullptr, &installed) == 0 &&
        (installed.sa_flags & SA_RESTART) == 0)
        is_interrupting = true;
    if (is_main_running())
        handlers[static_cast<std::size_t>(signum)].load()(signum);
    else
        kept_signals |= bit(signum);
}

// These stop the very instruction that runs: they cannot be kept.
bool is_synchronous(int signum) {
    return signum == SIGSEGV || signum == SIGBUS || signum == SIGFPE || signum == SIGILL ||
           signum == SIGABRT || signum == SIGTRAP || signum == SIGSYS;
}

template <typename Call>
void for_each_bit(std::uint64_t bits, Call&& call) {
    for (int signum = 1; bits != 0; ++signum, bits >>= 1)
        if (bits & 1) call(signum);
}

}  // namespace

bool Signals::are_pending() {
    return tw_signals_pending() || kept_signals.load(std::memory_order_relaxed) != 0 ||
           kept_interrupts.load(std::memory_order_relaxed) != 0;
}

bool Signals::may_interrupt() {
    if (!are_pending()) {
        is_interrupting = false;
        return false;
    }
    return is_interrupting;
}

bool Signals::run_handlers() {
    // The eval loop, which does this otherwise, may be far away, and another thread may run before.
    is_interrupting = false;
    tw_clear_signals_pending();
    return PyErr_CheckSignals() == 0;
}

bool Signals::is_in_handler() {
    return is_in_signal_handler;
}

void Signals::deliver_to(const sched::ThreadControl& thread) {
    tw_note_async_exception();
    if (&thread != &Scheduler::current().main_thread()) return;
    if (kept_signals.load(std::memory_order_relaxed) != 0)
        for_each_bit(kept_signals.exchange(0),
                     [](int signum) { handlers[static_cast<std::size_t>(signum)].load()(signum); });
    if (kept_interrupts.load(std::memory_order_relaxed) != 0)
        for_each_bit(kept_interrupts.exchange(0), [](int signum) { PyErr_SetInterruptEx(signum); });
}

bool Signals::interrupt_main(int signum) {
    if (signum < 1 || signum >= NSIG) return false;
    if (is_main_running()) return PyErr_SetInterruptEx(signum) == 0;
    kept_interrupts |= bit(signum);
    return true;
}

}  // namespace turnwise::python

// In place of the C library's, and of libpython's, for everything in the process.
extern "C" {

int sigaction(int signum, const struct sigaction* action, struct sigaction* old) noexcept {
    using namespace turnwise::python;
    const auto real = real_sigaction();
    if (!action || signum < 1 || signum >= NSIG || is_synchronous(signum) ||
        (action->sa_flags & SA_SIGINFO) || action->sa_handler == SIG_DFL ||
        action->sa_handler == SIG_IGN || action->sa_handler == on_signal)
        return real(signum, action, old);
    const Handler before = handlers[static_cast<std::size_t>(signum)].exchange(action->sa_handler);
    struct sigaction ours = *action;
    ours.sa_handler = on_signal;
    const int result = real(signum, &ours, old);
    if (result != 0) handlers[static_cast<std::size_t>(signum)] = before;
    return result;
}

int PyThreadState_SetAsyncExc(unsigned long ident, PyObject* exception) {
    static const auto real = reinterpret_cast<decltype(&PyThreadState_SetAsyncExc)>(
        dlsym(RTLD_NEXT, "PyThreadState_SetAsyncExc"));
    const int result = real(ident, exception);
    tw_note_async_exception();
    return result;
}

}  // extern "C"
