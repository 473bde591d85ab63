#include "core/python/outside.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <sys/epoll.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <functional>
#include <vector>

#include "core/clock/moment.h"
#include "core/python/cpython_3_11.h"
#include "core/python/signals.h"
#include "core/sched/scheduler.h"

namespace turnwise::python {

using sched::Scheduler;

namespace {

constexpr Tick longest_pause = 5 * millisecond;
constexpr Tick longest_pause_with_children = 50 * millisecond;
constexpr Tick slice = 1 * millisecond;

// A thread in poll() or one of its relatives.
struct Wait {
    std::function<bool()> is_over;  // asks the system, without waiting
    Tick deadline = no_deadline;
    sched::ThreadList thread = {};  // the thread, while it waits
};

// invariant: on the stacks of the threads that wait
std::vector<Wait*>& waits() {
    static std::vector<Wait*> all;
    return all;
}

Tick next_look = 0;

bool wake_whose_wait_is_over() {
    bool any = false;
    for (Wait* wait : waits())
        if (!wait->thread.is_empty() && wait->is_over())
            any = Scheduler::current().wake(wait->thread, 1) > 0;
    return any;
}

// The system's clock is not asked: the C library's is virtual, and how long a pause really was
// decides nothing. Threads of the system that an extension has made may have the interpreter
// meanwhile.
void let_real_time_pass(Tick length) {
    timespec pause{length / second, length % second};
    PyThreadState* state = PyEval_SaveThread();
    syscall(SYS_clock_nanosleep, CLOCK_MONOTONIC, 0, &pause, nullptr);
    PyEval_RestoreThread(state);
}

bool has_children() {
    siginfo_t info{};
    return waitid(P_ALL, 0, &info, WEXITED | WSTOPPED | WCONTINUED | WNOHANG | WNOWAIT) == 0;
}

bool has_real_timer() {
    itimerval timer{};
    return getitimer(ITIMER_REAL, &timer) == 0 &&
           (timer.it_value.tv_sec != 0 || timer.it_value.tv_usec != 0);
}

// Whether what virtual time would jump to is the end of somebody's patience with the outside.
bool somebody_gives_up_after(Tick length) {
    const Tick moment = moment_after(Scheduler::current().now(), length);
    return std::any_of(waits().begin(), waits().end(),
                       [&](const Wait* wait) { return wait->deadline == moment; });
}

// How much real time a jump of virtual time may take.
Tick pause_for(Tick length) {
    const bool is_endless = length == no_deadline;
    if (has_real_timer()) return length;
    if (!is_endless && has_children() && somebody_gives_up_after(length)) return length;
    if (!waits().empty()) return is_endless ? no_deadline : std::min(length, longest_pause);
    if (has_children()) return is_endless ? 0 : std::min(length, longest_pause_with_children);
    return 0;
}

// --- the thread's side

// The calling thread may let others run: it has let go of the interpreter, as it does before it
// waits.
bool can_wait() {
    return Scheduler::is_active() && !Scheduler::current().driver() && !Signals::is_in_handler() &&
           _PyThreadState_UncheckedGet() == nullptr && Scheduler::current().running().host;
}

// The interpreter is the calling thread's again, for the time in which the scheduler may switch
// threads.
class WithInterpreter {
  public:
    WithInterpreter() { PyEval_RestoreThread(tw_released_thread_state()); }
    WithInterpreter(const WithInterpreter&) = delete;
    WithInterpreter& operator=(const WithInterpreter&) = delete;
    ~WithInterpreter() { PyEval_SaveThread(); }
};

// Calls `ask`, which never waits, until it returns something else than 0 or the timeout (negative:
// none) is over.
template <typename Ask>
int wait_until(Ask&& ask, Tick timeout) {
    int result = ask();
    if (result != 0 || timeout == 0) return result;
    const WithInterpreter interpreter;
    Scheduler& scheduler = Scheduler::current();
    const Tick deadline = timeout < 0 ? no_deadline : moment_after(scheduler.now(), timeout);
    Wait wait{[&] { return (result = ask()) != 0; }, deadline};
    waits().push_back(&wait);
    const auto reason =
        scheduler.wait(wait.thread, deadline, {nullptr, trace::Operation::outside, nullptr});
    std::erase(waits(), &wait);
    if (reason != trace::WakeReason::interrupted) return result;
    errno = EINTR;  // Python runs the handlers and asks again
    return -1;
}

template <typename Function>
Function next_in_line(const char* name) {
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

// Whether a read from it, or a write to it, may have to wait for somebody. `forbidden`: opened with
// this, it is an error.
bool can_block(int file, int forbidden) {
    struct stat status {};
    if (fstat(file, &status) != 0 || S_ISREG(status.st_mode) || S_ISDIR(status.st_mode))
        return false;
    const int flags = fcntl(file, F_GETFL);
    return flags >= 0 && (flags & O_NONBLOCK) == 0 && (flags & O_ACCMODE) != forbidden;
}

// Lets others run until the file can be read. False: -1 is to be returned, with errno set.
bool await_input(int file) {
    static const auto real_poll = next_in_line<decltype(&::poll)>("poll");
    if (!can_wait() || !can_block(file, O_WRONLY)) return true;
    pollfd input{file, POLLIN, 0};
    return wait_until([&] { return real_poll(&input, 1, 0); }, -1) >= 0;
}

bool await_output(int file) {
    static const auto real_poll = next_in_line<decltype(&::poll)>("poll");
    pollfd output{file, POLLOUT, 0};
    return wait_until([&] { return real_poll(&output, 1, 0); }, -1) >= 0;
}

// A pipe or socket that can be written to takes this much without waiting; more might fill it, and
// wait.
constexpr std::size_t piece_size = 4096;

// As a write that waits does: until everything is written, or an error or a signal comes.
template <typename Write>
ssize_t write_in_pieces(int file, const void* bytes, std::size_t size, Write&& write_piece) {
    const auto* text = static_cast<const char*>(bytes);
    if (!can_wait() || !can_block(file, O_RDONLY)) return write_piece(text, size);
    std::size_t written = 0;
    do {
        if (!await_output(file)) break;
        const ssize_t result = write_piece(text + written, std::min(size - written, piece_size));
        if (result < 0 && written == 0) return result;
        if (result < 0) break;
        written += static_cast<std::size_t>(result);
    } while (written < size);
    return written > 0 || size == 0 ? static_cast<ssize_t>(written) : -1;
}

// A semaphore that other processes share (multiprocessing), or a lock inside CPython that a thread
// was switched away from while it had it (io.BufferedWriter): without this the one OS thread would
// wait for itself.
int wait_for_semaphore(sem_t* semaphore, Tick timeout) {
    const int result = wait_until(
        [&] {
            if (sem_trywait(semaphore) == 0) return 1;
            return errno == EAGAIN ? 0 : -1;
        },
        timeout);
    if (result > 0) return 0;
    if (result == 0) errno = ETIMEDOUT;
    return -1;
}

// One of the blocked signals that has come, as its number; 0 if none has.
int take_signal(const sigset_t& signals, siginfo_t* info) {
    const timespec no_time{};
    const long result = syscall(SYS_rt_sigtimedwait, &signals, info, &no_time, NSIG / 8);
    return result > 0 ? static_cast<int>(result) : errno == EAGAIN || errno == EINTR ? 0 : -1;
}

// How long it is until `deadline`, on a clock of the C library, which is virtual.
Tick time_until(clockid_t clock, const timespec& deadline) {
    timespec now{};
    clock_gettime(clock, &now);
    return std::max<Tick>(
        (deadline.tv_sec - now.tv_sec) * second + (deadline.tv_nsec - now.tv_nsec), 0);
}

}  // namespace

void Outside::attend() {
    if (waits().empty() || Scheduler::current().now() < next_look) return;
    next_look = Scheduler::current().now() + slice;
    wake_whose_wait_is_over();
}

bool Outside::before_jump(Tick length) {
    if (wake_whose_wait_is_over()) return true;
    for (Tick left = pause_for(length); left > 0;) {
        const Tick pause = std::min(left, slice);
        let_real_time_pass(pause);
        if (wake_whose_wait_is_over()) return true;
        if (Signals::may_interrupt()) return false;
        if (left != no_deadline) left -= pause;
    }
    return false;
}

}  // namespace turnwise::python

// In place of the C library's, for everything in the process.
extern "C" {

int poll(struct pollfd* files, nfds_t count, int timeout) {
    using namespace turnwise;
    static const auto real = python::next_in_line<decltype(&poll)>("poll");
    if (timeout == 0 || !python::can_wait()) return real(files, count, timeout);
    return python::wait_until([&] { return real(files, count, 0); },
                              timeout < 0 ? -1 : timeout * millisecond);
}

int epoll_wait(int epoll, struct epoll_event* events, int most, int timeout) {
    using namespace turnwise;
    static const auto real = python::next_in_line<decltype(&epoll_wait)>("epoll_wait");
    if (timeout == 0 || !python::can_wait()) return real(epoll, events, most, timeout);
    return python::wait_until([&] { return real(epoll, events, most, 0); },
                              timeout < 0 ? -1 : timeout * millisecond);
}

ssize_t read(int file, void* bytes, size_t size) {
    static const auto real = turnwise::python::next_in_line<decltype(&read)>("read");
    return turnwise::python::await_input(file) ? real(file, bytes, size) : -1;
}

ssize_t write(int file, const void* bytes, size_t size) {
    static const auto real = turnwise::python::next_in_line<decltype(&write)>("write");
    return turnwise::python::write_in_pieces(
        file, bytes, size,
        [&](const char* piece, size_t length) { return real(file, piece, length); });
}

ssize_t send(int file, const void* bytes, size_t size, int flags) {
    static const auto real = turnwise::python::next_in_line<decltype(&send)>("send");
    if (flags & MSG_DONTWAIT) return real(file, bytes, size, flags);
    return turnwise::python::write_in_pieces(
        file, bytes, size,
        [&](const char* piece, size_t length) { return real(file, piece, length, flags); });
}

ssize_t recv(int file, void* bytes, size_t size, int flags) {
    static const auto real = turnwise::python::next_in_line<decltype(&recv)>("recv");
    return (flags & MSG_DONTWAIT) || turnwise::python::await_input(file)
               ? real(file, bytes, size, flags)
               : -1;
}

ssize_t recvfrom(int file, void* bytes, size_t size, int flags, struct sockaddr* address,
                 socklen_t* length) {
    static const auto real = turnwise::python::next_in_line<decltype(&recvfrom)>("recvfrom");
    return (flags & MSG_DONTWAIT) || turnwise::python::await_input(file)
               ? real(file, bytes, size, flags, address, length)
               : -1;
}

int accept(int file, struct sockaddr* address, socklen_t* length) {
    static const auto real = turnwise::python::next_in_line<decltype(&accept)>("accept");
    return turnwise::python::await_input(file) ? real(file, address, length) : -1;
}

int accept4(int file, struct sockaddr* address, socklen_t* length, int flags) {
    static const auto real = turnwise::python::next_in_line<decltype(&accept4)>("accept4");
    return turnwise::python::await_input(file) ? real(file, address, length, flags) : -1;
}

pid_t waitpid(pid_t process, int* status, int options) {
    using namespace turnwise;
    static const auto real = python::next_in_line<decltype(&waitpid)>("waitpid");
    if ((options & WNOHANG) || !python::can_wait()) return real(process, status, options);
    return python::wait_until([&] { return real(process, status, options | WNOHANG); }, -1);
}

int sigwait(const sigset_t* signals, int* signum) {
    using namespace turnwise;
    static const auto real = python::next_in_line<decltype(&sigwait)>("sigwait");
    if (!python::can_wait()) return real(signals, signum);
    const int result =
        python::wait_until([&] { return python::take_signal(*signals, nullptr); }, -1);
    if (result <= 0) return EINTR;
    *signum = result;
    return 0;
}

int sigwaitinfo(const sigset_t* signals, siginfo_t* info) {
    using namespace turnwise;
    static const auto real = python::next_in_line<decltype(&sigwaitinfo)>("sigwaitinfo");
    if (!python::can_wait()) return real(signals, info);
    return python::wait_until([&] { return python::take_signal(*signals, info); }, -1);
}

int sigtimedwait(const sigset_t* signals, siginfo_t* info, const struct timespec* timeout) {
    using namespace turnwise;
    static const auto real = python::next_in_line<decltype(&sigtimedwait)>("sigtimedwait");
    if (!timeout || !python::can_wait()) return real(signals, info, timeout);
    const int result = python::wait_until([&] { return python::take_signal(*signals, info); },
                                          timeout->tv_sec * second + timeout->tv_nsec);
    if (result == 0) errno = EAGAIN;
    return result > 0 ? result : -1;
}

int sem_wait(sem_t* semaphore) {
    using namespace turnwise;
    static const auto real = python::next_in_line<decltype(&sem_wait)>("sem_wait");
    return python::can_wait() ? python::wait_for_semaphore(semaphore, -1) : real(semaphore);
}

int sem_timedwait(sem_t* semaphore, const struct timespec* deadline) {
    using namespace turnwise;
    static const auto real = python::next_in_line<decltype(&sem_timedwait)>("sem_timedwait");
    if (!python::can_wait()) return real(semaphore, deadline);
    return python::wait_for_semaphore(semaphore, python::time_until(CLOCK_REALTIME, *deadline));
}

int sem_clockwait(sem_t* semaphore, clockid_t clock, const struct timespec* deadline) {
    using namespace turnwise;
    static const auto real = python::next_in_line<decltype(&sem_clockwait)>("sem_clockwait");
    if (!python::can_wait()) return real(semaphore, clock, deadline);
    return python::wait_for_semaphore(semaphore, python::time_until(clock, *deadline));
}

int select(int count, fd_set* reading, fd_set* writing, fd_set* exceptional,
           struct timeval* timeout) {
    using namespace turnwise;
    static const auto real = python::next_in_line<decltype(&select)>("select");
    const Tick length = timeout ? timeout->tv_sec * second + timeout->tv_usec * microsecond : -1;
    if (length == 0 || !python::can_wait())
        return real(count, reading, writing, exceptional, timeout);
    struct Sets {
        fd_set reading, writing, exceptional;
    } asked{};
    if (reading) asked.reading = *reading;
    if (writing) asked.writing = *writing;
    if (exceptional) asked.exceptional = *exceptional;
    return python::wait_until(
        [&] {
            if (reading) *reading = asked.reading;
            if (writing) *writing = asked.writing;
            if (exceptional) *exceptional = asked.exceptional;
            timeval now{};
            return real(count, reading, writing, exceptional, &now);
        },
        length);
}

}  // extern "C"
