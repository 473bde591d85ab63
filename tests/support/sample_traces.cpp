#include "tests/support/sample_traces.h"

#include <fmt/format.h>

#include <deque>

#include "tests/support/trace_script.h"

namespace turnwise::support {

using trace::ObjectType;
using trace::Operation;
using trace::SwitchReason;

namespace {

constexpr Tick line_cost = 100 * microsecond;

constexpr const char* semaphore_program = R"(from threading import Semaphore, Thread, current_thread
from time import sleep

mutex_semaphore = Semaphore(3)


def task():
    with mutex_semaphore:
        print(current_thread().name, "in")
        sleep(1)
        print(current_thread().name, "out")


for i in range(10):
    Thread(target=task).start()
)";

constexpr const char* deadlock_program = R"(from threading import Lock, Thread
from time import sleep

lock_a = Lock()
lock_b = Lock()

def first():
    with lock_a:
        sleep(0.1)
        with lock_b:
            print("first has both")

def second():
    with lock_b:
        sleep(0.1)
        with lock_a:
            print("second has both")

Thread(target=first).start()
Thread(target=second).start()
)";

void step(TraceScript& script, std::uint32_t line) {
    script.advance(line_cost).line(line);
}

void say(TraceScript& script, std::uint32_t line, const std::string& text) {
    step(script, line);
    script.print(text + "\n");
}

std::string worker_name(ThreadId number) {
    return fmt::format("Thread-{} (task)", number);
}

}  // namespace

trace::Trace sample_semaphore_trace() {
    constexpr int workers = 10;
    constexpr int permits = 3;
    TraceScript script;
    script.source(semaphore_program).line(1);
    step(script, 4);
    const ObjectId semaphore = script.semaphore("mutex_semaphore", permits);
    script.variable("mutex_semaphore", "<Semaphore>", true);

    struct Sleeper {
        ThreadId thread;
        Tick due;
    };
    std::deque<Sleeper> sleepers;
    std::deque<ThreadId> waiters;
    const auto enter = [&](ThreadId thread) {
        script.acquire(semaphore);
        say(script, 9, worker_name(thread) + " in");
        step(script, 10);
        script.sleep(second);
        sleepers.push_back({thread, script.tick() + second});
    };

    for (int i = 0; i < workers; ++i) {
        step(script, 14);
        script.variable("i", std::to_string(i), true);
        step(script, 15);
        const ThreadId worker = script.spawn(worker_name(static_cast<ThreadId>(i) + 1));
        script.call("task", 7);
        step(script, 8);
        if (i < permits) {
            enter(worker);
            script.run(main_thread_id, SwitchReason::sleeping);
        } else {
            script.block(semaphore);
            waiters.push_back(worker);
            script.run(main_thread_id, SwitchReason::blocked);
        }
    }
    script.return_().event({.kind = trace::EventKind::program_ended});
    ThreadId awaited = 1;
    const auto await = [&] {
        script.event({.value = no_deadline,
                      .other = awaited,
                      .kind = trace::EventKind::block,
                      .op = static_cast<std::uint8_t>(Operation::exit)});
    };
    await();

    while (!sleepers.empty()) {
        const auto [worker, due] = sleepers.front();
        sleepers.pop_front();
        if (due > script.tick()) script.advance(due - script.tick());
        script.time_out(worker).run(worker, SwitchReason::idle);
        say(script, 11, worker_name(worker) + " out");
        script.release(semaphore);
        ThreadId next = no_thread;
        if (!waiters.empty()) {
            next = waiters.front();
            waiters.pop_front();
            script.wake(next, semaphore);
        }
        script.return_().finish();
        const bool main_goes_on = worker == awaited;
        if (main_goes_on) script.wake(main_thread_id);
        if (next != no_thread) {
            script.run(next, SwitchReason::ended);
            enter(next);
        }
        if (main_goes_on) {
            script.run(main_thread_id, SwitchReason::ended);
            if (++awaited <= workers) await();
        }
    }
    script.finish();
    return script.end(OutcomeKind::finished);
}

trace::Trace sample_deadlock_trace() {
    TraceScript script;
    script.source(deadlock_program).line(1);
    step(script, 4);
    const ObjectId lock_a = script.lock("lock_a");
    step(script, 5);
    const ObjectId lock_b = script.lock("lock_b");

    const auto begin = [&](const char* name, const char* function, std::uint32_t line,
                           ObjectId first) {
        const ThreadId thread = script.spawn(name);
        script.call(function, line);
        step(script, line + 1);
        script.acquire(first);
        step(script, line + 2);
        script.sleep(100 * millisecond).run(main_thread_id, SwitchReason::sleeping);
        return thread;
    };
    step(script, 19);
    const ThreadId first = begin("Thread-1 (first)", "first", 7, lock_a);
    step(script, 20);
    const ThreadId second = begin("Thread-2 (second)", "second", 13, lock_b);
    script.return_().event({.kind = trace::EventKind::program_ended});
    script.event({.value = no_deadline,
                  .other = first,
                  .kind = trace::EventKind::block,
                  .op = static_cast<std::uint8_t>(Operation::exit)});

    script.advance(100 * millisecond);
    script.time_out(first).run(first, SwitchReason::idle);
    step(script, 10);
    script.block(lock_b);
    script.time_out(second).run(second, SwitchReason::blocked);
    step(script, 16);
    script.block(lock_a);
    return script.end(
        OutcomeKind::deadlock,
        "Deadlock: T1 `Thread-1 (first)` waits for `lock_b`, which T2 holds (task.py:10); "
        "T2 `Thread-2 (second)` waits for `lock_a`, which T1 holds (task.py:16).");
}

trace::Trace sample_primitives_trace() {
    TraceScript script;
    script.line(1);
    const ObjectId rlock = script.object(ObjectType::rlock, "rlock");
    const ObjectId condition = script.object(ObjectType::condition, "condition");
    const ObjectId ready = script.object(ObjectType::event, "ready");
    const ObjectId barrier = script.object(ObjectType::barrier, "barrier", 2);
    const ObjectId data = script.object(ObjectType::local, "data");
    step(script, 2);

    const ThreadId consumer = script.spawn("consumer");
    script.call("consume", 10);
    step(script, 11);
    script.acquire(rlock).acquire(rlock);
    step(script, 12);
    script.set_local(data, "x", "1").release(rlock);
    script.release(rlock, Operation::wait).block(condition, Operation::wait);
    script.run(main_thread_id, SwitchReason::blocked);

    const ThreadId watcher = script.spawn("watcher", true);
    script.call("watch", 20);
    step(script, 21);
    script.block(ready, Operation::wait).run(main_thread_id, SwitchReason::blocked);

    step(script, 3);
    script.acquire(rlock).notify(condition, 1).wake(consumer, condition);
    script.set_local(data, "x", "2").release(rlock).set(ready).wake(watcher, ready);
    script.advance(5 * millisecond).decide(consumer, 3).run(consumer, SwitchReason::interval);
    script.acquire(rlock).wait_ended(condition).release(rlock);
    step(script, 13);
    script.arrive(barrier, 1, 2).block(barrier, Operation::wait);
    script.decide(watcher, 2).run(watcher, SwitchReason::blocked);
    script.wait_ended(ready);
    step(script, 22);
    script.sleep(10 * second).run(main_thread_id, SwitchReason::sleeping);
    step(script, 4);
    script.arrive(barrier, 2, 2).trip(barrier, 2).wake(consumer, barrier).clear(ready);
    script.join(consumer).run(consumer, SwitchReason::blocked);
    step(script, 14);
    script.fail("ValueError: no more").finish(true);
    script.wake(main_thread_id).run(main_thread_id, SwitchReason::ended);
    script.return_().event({.kind = trace::EventKind::program_ended});
    script.stop(watcher).finish();
    return script.end(OutcomeKind::finished);
}

trace::Trace sample_big_trace(std::size_t events) {
    constexpr int workers = 8;
    constexpr int variables = 5;
    TraceScript script;
    script.line(1);
    const ObjectId lock = script.lock("lock");
    const ObjectId semaphore = script.semaphore("slots", 3);
    std::deque<ThreadId> threads;
    for (int i = 1; i <= workers; ++i) {
        threads.push_back(script.spawn(worker_name(static_cast<ThreadId>(i))));
        script.call("task", 7);
    }
    script.run(main_thread_id)
        .event({.value = no_deadline,
                .other = threads.front(),
                .kind = trace::EventKind::block,
                .op = static_cast<std::uint8_t>(Operation::exit)});
    // Each round one thread works, meets a held lock and gets it, and sleeps at its end.
    for (int round = 0; script.size() < events; ++round) {
        const ThreadId worker = threads.front();
        const ThreadId rival = threads.back();
        threads.pop_front();
        threads.push_back(worker);
        script.decide(rival, workers).run(rival);
        step(script, 8);
        script.acquire(lock);
        script.decide(worker, workers).run(worker, SwitchReason::interval);
        step(script, 8);
        script.variable(fmt::format("n{}", round % variables), std::to_string(round % 1000));
        script.acquire(semaphore).block(lock);
        script.run(rival, SwitchReason::blocked);
        step(script, 9);
        script.release(lock).wake(worker, lock);
        step(script, 10);
        script.sleep(millisecond).run(worker, SwitchReason::sleeping);
        script.acquire(lock);
        step(script, 9);
        if (round % 16 == 0) script.print(fmt::format("round {}\n", round % 1000));
        script.release(lock).release(semaphore);
        script.advance(millisecond).sleep(millisecond);
        script.time_out(rival).time_out(worker);
    }
    return script.end(OutcomeKind::limit, "The run reached its limit of steps.");
}

}  // namespace turnwise::support
