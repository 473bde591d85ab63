#include "core/python/virtual_system.h"

#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <sys/random.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#include <cstring>
#include <utility>

#include "core/base/random.h"
#include "core/sched/scheduler.h"

namespace {

using turnwise::Tick;

constexpr time_t epoch = 1'704'067'200;  // 2024-01-01 00:00:00 UTC
// In 2223; a Tick counts no further from the epoch than 292 years.
constexpr time_t latest_second = 8'000'000'000;
constexpr std::uint64_t random_seed = 0;

// Reading a clock takes time, so that a loop that waits by looking at the clock comes to an end.
constexpr Tick clock_cost = 1 * turnwise::microsecond;

// In the one thread of the system that simulates all others. Any other one (a watchdog, a thread of
// a library) lives in real time, whatever it asks.
constinit thread_local bool is_virtual = false;

// How far the program has set its wall clock away from the one that it began with.
Tick wall_clock_offset = 0;

turnwise::Random random_bytes(random_seed);
bool are_random_bytes_used = false;

bool is_wall_clock(clockid_t clock) {
    return clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE || clock == CLOCK_TAI;
}

// A number for the clock of a simulated thread's processor time, and back. The kernel's own are
// small or negative.
constexpr clockid_t first_thread_clock = 1 << 30;

const turnwise::sched::ThreadControl* thread_of_clock(clockid_t clock) {
    const auto& threads = turnwise::sched::Scheduler::current().threads();
    const auto index = static_cast<std::size_t>(clock - first_thread_clock);
    return clock >= first_thread_clock && index < threads.size() ? threads[index].get() : nullptr;
}

const turnwise::sched::ThreadControl* thread_with_ident(pthread_t ident) {
    for (const auto& thread : turnwise::sched::Scheduler::current().threads())
        if (thread->is_alive() && static_cast<pthread_t>(thread->ident) == ident)
            return thread.get();
    return nullptr;
}

pthread_t real_self() {
    static const auto real =
        reinterpret_cast<pthread_t (*)() noexcept>(dlsym(RTLD_NEXT, "pthread_self"));
    return real();
}

// Processor time leaves out when nobody ran.
Tick read_virtual_clock(clockid_t clock) {
    auto& scheduler = turnwise::sched::Scheduler::current();
    scheduler.spend(clock_cost);
    if (clock == CLOCK_PROCESS_CPUTIME_ID) return scheduler.cpu_time();
    if (clock == CLOCK_THREAD_CPUTIME_ID) return scheduler.cpu_time(scheduler.running());
    if (const auto* thread = thread_of_clock(clock)) return scheduler.cpu_time(*thread);
    return scheduler.time_of_running();
}

}  // namespace

namespace turnwise::python {

void begin_virtual_time() {
    is_virtual = true;
}

void end_virtual_time() {
    is_virtual = false;
}

void restart_random_bytes() {
    if (std::exchange(are_random_bytes_used, false)) random_bytes = turnwise::Random(random_seed);
}

}  // namespace turnwise::python

extern "C" {

int clock_gettime(clockid_t clock, struct timespec* result) noexcept {
    if (!is_virtual) return static_cast<int>(syscall(SYS_clock_gettime, clock, result));
    const Tick now = read_virtual_clock(clock);
    const Tick shown = is_wall_clock(clock) ? now + wall_clock_offset : now;
    const Tick nanoseconds = (shown % turnwise::second + turnwise::second) % turnwise::second;
    result->tv_sec = (shown - nanoseconds) / turnwise::second + (is_wall_clock(clock) ? epoch : 0);
    result->tv_nsec = nanoseconds;
    return 0;
}

// What a program sets is its own wall clock, whoever runs it: the machine's must never become
// virtual.
int clock_settime(clockid_t clock, const struct timespec* moment) noexcept {
    if (!is_virtual) return static_cast<int>(syscall(SYS_clock_settime, clock, moment));
    const bool is_possible = clock == CLOCK_REALTIME && moment->tv_sec >= 0 &&
                             moment->tv_sec < latest_second && moment->tv_nsec >= 0 &&
                             moment->tv_nsec < turnwise::second;
    if (!is_possible) {
        errno = EINVAL;
        return -1;
    }
    const Tick since_epoch = (moment->tv_sec - epoch) * turnwise::second + moment->tv_nsec;
    wall_clock_offset = since_epoch - turnwise::sched::Scheduler::current().now();
    return 0;
}

// Before clock_settime() there was this; some extension may still know it.
int settimeofday(const struct timeval* moment, const struct timezone*) noexcept {
    if (!moment) return 0;
    const timespec precise{moment->tv_sec, moment->tv_usec * 1000};
    return clock_settime(CLOCK_REALTIME, &precise);
}

int gettimeofday(struct timeval* __restrict result, void* __restrict) noexcept {
    timespec now;
    if (clock_gettime(CLOCK_REALTIME, &now) != 0) return -1;
    result->tv_sec = now.tv_sec;
    result->tv_usec = now.tv_nsec / 1000;
    return 0;
}

// All fibers are one thread of the system. CPython tells threads apart by this: who has the lock of
// a buffered file, who is the main thread, whose exception it is that another thread raises.
pthread_t pthread_self() noexcept {
    const pthread_t self = real_self();
    if (!turnwise::sched::Scheduler::is_active()) return self;
    const auto& running = turnwise::sched::Scheduler::current().running();
    return running.ident != 0 ? static_cast<pthread_t>(running.ident) : self;
}

// What Python gives is the ident of a simulated thread.
int pthread_getcpuclockid(pthread_t ident, clockid_t* clock) noexcept {
    static const auto real = reinterpret_cast<decltype(&pthread_getcpuclockid)>(
        dlsym(RTLD_NEXT, "pthread_getcpuclockid"));
    if (!is_virtual) return real(ident, clock);
    const auto* thread = thread_with_ident(ident);
    if (!thread) return ESRCH;
    *clock = first_thread_clock + static_cast<clockid_t>(thread->id);
    return 0;
}

// There is one thread that a signal can be sent to; Python runs its handlers in the main thread in
// any case.
int pthread_kill(pthread_t ident, int signum) noexcept {
    static const auto real =
        reinterpret_cast<decltype(&pthread_kill)>(dlsym(RTLD_NEXT, "pthread_kill"));
    if (!is_virtual) return real(ident, signum);
    if (!thread_with_ident(ident)) return ESRCH;
    return syscall(SYS_tgkill, getpid(), gettid(), signum) == 0 ? 0 : errno;
}

time_t time(time_t* result) noexcept {
    timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (result) *result = now.tv_sec;
    return now.tv_sec;
}

ssize_t getrandom(void* buffer, size_t length, unsigned int flags) {
    if (!is_virtual) return syscall(SYS_getrandom, buffer, length, flags);
    auto* bytes = static_cast<unsigned char*>(buffer);
    are_random_bytes_used = true;
    for (size_t i = 0; i < length; i += sizeof(std::uint64_t)) {
        const std::uint64_t number = random_bytes.next();
        std::memcpy(bytes + i, &number, std::min(sizeof number, length - i));
    }
    return static_cast<ssize_t>(length);
}

}  // extern "C"
