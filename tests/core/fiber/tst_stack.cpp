#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QtTest>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <set>

#include "core/fiber/fiber.h"

using namespace turnwise::fiber;

namespace {

// Whether `action` in a child process ends it by a fault: a signal, or the report of a sanitizer.
// A child that survives it says so by its exit code.
template <typename Action>
bool kills_a_process(Action action) {
    const pid_t child = fork();
    if (child == 0) {
        std::signal(SIGSEGV, SIG_DFL);  // Qt Test would print a report
        std::signal(SIGBUS, SIG_DFL);
        close(STDERR_FILENO);
        action();
        _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return !(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

[[gnu::noinline]] int recurse(int depth) {
    volatile char frame[1024];
    frame[0] = static_cast<char>(depth);
    if (depth == 0) return 0;
    const int below = recurse(depth - 1);
    return below + 1 + (frame[0] - static_cast<char>(depth));
}

struct Dive {
    Fiber home;
    Fiber* diver = nullptr;
    int depth = 0;
    int result = 0;
};

void dive(void* argument) {
    auto& dive = *static_cast<Dive*>(argument);
    dive.result = recurse(dive.depth);
    Fiber::leave_for_ever(*dive.diver, dive.home);
}

int dive_to(StackPool& stacks, int depth) {
    Dive order;
    order.depth = depth;
    Fiber diver(stacks.acquire(), &dive, &order);
    order.diver = &diver;
    Fiber::switch_to(order.home, diver);
    stacks.release(diver.stack());
    return order.result;
}

}  // namespace

class StackTest : public QObject {
    Q_OBJECT

  private slots:
    void a_stack_can_be_written_from_end_to_end();
    void a_deep_recursion_fits();
    void a_write_below_a_stack_is_fatal();
    void an_endless_recursion_is_fatal_and_overwrites_nothing();
    void a_large_frame_cannot_jump_over_the_guard();
    void an_ended_fibers_stack_is_used_again();
    void stacks_in_use_are_different_ones();
    void a_pool_gives_its_stacks_back_to_the_system();
    void a_pool_that_gets_no_memory_says_so();
    void the_address_sanitizer_sees_errors_on_a_fibers_stack();
};

void StackTest::a_stack_can_be_written_from_end_to_end() {
    StackPool stacks;
    const Stack stack = stacks.acquire();
    stack.bottom[0] = std::byte{1};
    stack.top()[-1] = std::byte{2};
    QCOMPARE(static_cast<std::size_t>(stack.top() - stack.bottom), stack_size);
    QCOMPARE(static_cast<int>(stack.bottom[0]), 1);
    stacks.release(stack);
}

void StackTest::a_deep_recursion_fits() {
    StackPool stacks;
    QCOMPARE(dive_to(stacks, 4000), 4000);  // 4 MiB and more
    QCOMPARE(dive_to(stacks, 4000), 4000);  // on the same stack
}

void StackTest::a_write_below_a_stack_is_fatal() {
    StackPool stacks;
    const Stack stack = stacks.acquire();
    QVERIFY(
        !kills_a_process([&] { *const_cast<volatile std::byte*>(stack.bottom) = std::byte{1}; }));
    QVERIFY(kills_a_process(
        [&] { *const_cast<volatile std::byte*>(stack.bottom - 1) = std::byte{1}; }));
    stacks.release(stack);
}

void StackTest::an_endless_recursion_is_fatal_and_overwrites_nothing() {
    StackPool stacks;
    QVERIFY(!kills_a_process([&] { dive_to(stacks, 100); }));
    QVERIFY(kills_a_process([&] { dive_to(stacks, 100'000'000); }));
}

// One page would not do: a frame of 64 KiB whose lower end is touched first steps over it, and
// there is another stack behind the guard.
void StackTest::a_large_frame_cannot_jump_over_the_guard() {
    StackPool stacks;
    Stack upper = stacks.acquire();
    Stack lower = stacks.acquire();
    if (upper.bottom < lower.bottom) std::swap(upper, lower);
    for (const std::ptrdiff_t distance : {4096, 65'536, 1'000'000})
        QVERIFY(kills_a_process(
            [&] { *const_cast<volatile std::byte*>(upper.bottom - distance) = std::byte{1}; }));
    stacks.release(upper);
    stacks.release(lower);
}

void StackTest::an_ended_fibers_stack_is_used_again() {
    StackPool stacks;
    const Stack first = stacks.acquire();
    stacks.release(first);
    QCOMPARE(stacks.acquire().bottom, first.bottom);
    stacks.release(first);
}

void StackTest::stacks_in_use_are_different_ones() {
    StackPool stacks;
    std::set<std::byte*> bottoms;
    std::vector<Stack> used;
    for (int i = 0; i < 200; ++i) {
        used.push_back(stacks.acquire());
        bottoms.insert(used.back().bottom);
    }
    QCOMPARE(bottoms.size(), std::size_t{200});
    for (const Stack stack : used)
        stacks.release(stack);
}

void StackTest::a_pool_gives_its_stacks_back_to_the_system() {
    std::byte* bottom = nullptr;
    {
        StackPool stacks;
        const Stack stack = stacks.acquire();
        bottom = stack.bottom;
        stacks.release(stack);
        QCOMPARE(msync(bottom, 4096, MS_ASYNC), 0);  // mapped
    }
    QCOMPARE(msync(bottom, 4096, MS_ASYNC), -1);  // not mapped
}

void StackTest::a_pool_that_gets_no_memory_says_so() {
#if defined(__SANITIZE_ADDRESS__)
    QSKIP("the address sanitizer itself needs more address space than a limit would leave");
#endif
    const auto takes_all = [] {
        const rlimit limit{std::size_t{512} << 20, std::size_t{512} << 20};
        setrlimit(RLIMIT_AS, &limit);
        StackPool stacks;
        try {
            for (int i = 0; i < 1000; ++i)
                stacks.acquire();
        } catch (const std::bad_alloc&) {
            return;
        }
        std::abort();
    };
    QVERIFY(!kills_a_process(takes_all));
}

#if defined(__SANITIZE_ADDRESS__)

// Without this option the sanitizer has no fake stacks, which are what a switch has to hand over.
extern "C" const char* __asan_default_options() {
    return "detect_stack_use_after_return=1";
}

namespace {

[[gnu::noinline]] volatile char* pointer_to_a_local() {
    volatile char local[64] = {};
    volatile char* volatile escaped = local;
    return escaped;
}

void use_after_return() {
    volatile char* dangling = pointer_to_a_local();
    dangling[5] = 1;
}

void write_beyond_an_array() {
    volatile char array[16] = {};
    volatile int index = 16;
    array[index] = array[0];
}

void do_nothing_wrong() {
    volatile char* local = nullptr;
    for (int i = 0; i < 100; ++i)
        local = pointer_to_a_local();
    (void)local;
}

struct Errand {
    Fiber home;
    Fiber* fiber = nullptr;
    void (*action)() = nullptr;
};

// Comes home once before its errand, so that the stack and its shadow have been left and found
// again.
void run_errand(void* argument) {
    auto& errand = *static_cast<Errand*>(argument);
    do_nothing_wrong();
    Fiber::switch_to(*errand.fiber, errand.home);
    errand.action();
    Fiber::leave_for_ever(*errand.fiber, errand.home);
}

void on_a_fiber(void (*action)()) {
    StackPool stacks;
    for (int i = 0; i < 3; ++i) {  // the second and third time on a used stack
        Errand errand;
        errand.action = i == 2 ? action : &do_nothing_wrong;
        Fiber fiber(stacks.acquire(), &run_errand, &errand);
        errand.fiber = &fiber;
        Fiber::switch_to(errand.home, fiber);
        do_nothing_wrong();
        Fiber::switch_to(errand.home, fiber);
        stacks.release(fiber.stack());
    }
}

}  // namespace

void StackTest::the_address_sanitizer_sees_errors_on_a_fibers_stack() {
    QVERIFY(!kills_a_process([] { on_a_fiber(&do_nothing_wrong); }));
    QVERIFY(kills_a_process([] { on_a_fiber(&use_after_return); }));
    QVERIFY(kills_a_process([] { on_a_fiber(&write_beyond_an_array); }));
}

#else

void StackTest::the_address_sanitizer_sees_errors_on_a_fibers_stack() {
    QSKIP("only in a build with the address sanitizer");
}

#endif

QTEST_GUILESS_MAIN(StackTest)
#include "tst_stack.moc"
