#include "app/engine/trace_output.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <stdexcept>

#include "core/sched/scheduler.h"

namespace turnwise::engine {

namespace {

constexpr long flush_interval_ms = 40;
constexpr unsigned events_between_looks = 32;

TraceOutput* current_output = nullptr;

// The system's clock, asked past the C library, whose clocks are virtual here.
long real_milliseconds() {
    timespec now;
    syscall(SYS_clock_gettime, CLOCK_MONOTONIC_COARSE, &now);
    return now.tv_sec * 1000 + now.tv_nsec / 1'000'000;
}

int open_output(const std::string& path) {
    if (!path.empty()) {
        const int descriptor = open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
        if (descriptor < 0)
            throw std::runtime_error(
                fmt::format("The trace cannot be written to {}: {}.", path, std::strerror(errno)));
        return descriptor;
    }
    return take_standard_output();
}

}  // namespace

int take_standard_output() {
    const int descriptor = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
    if (descriptor < 0)
        throw std::runtime_error("Standard output is closed: the trace has nowhere to go.");
    dup2(STDERR_FILENO, STDOUT_FILENO);
    return descriptor;
}

// Whoever reads may have gone; then there is nobody to run for.
void write_all(int descriptor, const char* bytes, std::size_t size) {
    while (size > 0) {
        const ssize_t written = ::write(descriptor, bytes, size);
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) syscall(SYS_exit_group, 2);
        bytes += written;
        size -= static_cast<std::size_t>(written);
    }
}

TraceOutput::TraceOutput(const std::string& path)
    : m_descriptor(open_output(path)),
      m_writer([descriptor = m_descriptor](const char* bytes, std::size_t size) {
          write_all(descriptor, bytes, size);
      }),
      m_process(getpid()),
      m_last_flush(real_milliseconds()) {
    current_output = this;
}

TraceOutput::~TraceOutput() {
    current_output = nullptr;
    close(m_descriptor);
}

void TraceOutput::event(const trace::Event& event) {
    m_writer.event(event);
    if (++m_events_since_look < events_between_looks) return;
    m_events_since_look = 0;
    const long now = real_milliseconds();
    if (now - m_last_flush < flush_interval_ms) return;
    m_last_flush = now;
    m_writer.flush();
}

void TraceOutput::inquiry(const trace::Inquiry& inquiry) {
    m_writer.inquiry(inquiry);
    m_writer.flush();
}

void TraceOutput::end(const trace::Trailer& trailer) {
    m_writer.end(trailer);
    m_writer.flush();
    current_output = nullptr;
}

void TraceOutput::end_abruptly(const char* what, OutcomeKind kind) {
    // The child of a fork has the stream too, and nothing to say in it.
    if (!current_output || getpid() != current_output->m_process) return;
    trace::Trailer trailer;
    if (sched::Scheduler::is_active()) {
        const sched::Summary& summary = sched::Scheduler::current().summary();
        trailer.end_tick = sched::Scheduler::current().now();
        trailer.steps = summary.steps;
        trailer.decisions = summary.decisions;
        trailer.schedule = summary.schedule.text();
    }
    trailer.outcome.kind = kind;
    trailer.outcome.message = what;
    current_output->end(trailer);
}

namespace {

const char* words_for(int signal_number) {
    switch (signal_number) {
        case SIGSEGV:
            return "The program crashed: it used memory that is not its own (SIGSEGV), or its "
                   "recursion was too deep for the C stack.";
        case SIGBUS:
            return "The program crashed: a memory access failed (SIGBUS).";
        case SIGFPE:
            return "The program crashed: an arithmetic error in C code (SIGFPE).";
        case SIGILL:
            return "The program crashed: an invalid instruction (SIGILL).";
        default:
            return "The program was aborted by C code (SIGABRT).";
    }
}

// Not everything that is called here is async-signal-safe. The process is lost anyway; at worst the
// end of the trace is lost with it, as it would be without this handler.
void on_crash(int signal_number) {
    TraceOutput::end_abruptly(words_for(signal_number), OutcomeKind::crashed);
    signal(signal_number, SIG_DFL);
    raise(signal_number);
}

}  // namespace

void install_crash_handlers() {
    static std::array<char, 256 * 1024> alternate_stack;  // the fiber's own may be what overflowed
    stack_t stack{};
    stack.ss_sp = alternate_stack.data();
    stack.ss_size = alternate_stack.size();
    sigaltstack(&stack, nullptr);
    for (const int signal_number : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT}) {
        struct sigaction action {};
        action.sa_handler = on_crash;
        action.sa_flags = SA_ONSTACK | SA_RESETHAND;
        sigaction(signal_number, &action, nullptr);
    }
}

}  // namespace turnwise::engine

// os._exit() ends here: the trace is completed before the process goes.
extern "C" [[noreturn]] void _exit(int status) {
    using namespace turnwise;
    const std::string what =
        fmt::format("The program ended the process with os._exit({}).", status);
    engine::TraceOutput::end_abruptly(what.c_str(),
                                      status == 0 ? OutcomeKind::finished : OutcomeKind::exception);
    syscall(SYS_exit_group, status);
    __builtin_unreachable();
}
