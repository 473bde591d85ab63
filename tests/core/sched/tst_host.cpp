// What is not simulated: a host that wakes, interrupts and forks.
#include <QtTest>
#include <optional>

#include "core/sched/scheduler.h"
#include "core/threading/condition.h"
#include "core/threading/event.h"
#include "core/threading/lock.h"
#include "core/threading/module.h"
#include "core/threading/semaphore.h"
#include "core/threading/thread_rules.h"
#include "core/trace/recorder.h"
#include "tests/support/compare_text.h"

using namespace turnwise;
using namespace turnwise::threading;
using sched::Scheduler;

namespace {

// Interrupts the main thread whenever virtual time is about to jump, `times` times.
class Interrupting : public sched::Host {
  public:
    explicit Interrupting(int times) : m_left(times) {}

    void before_switch(sched::ThreadControl&, sched::ThreadControl&) override {}
    bool before_jump(Tick) override {
        if (m_left == 0) return false;
        --m_left;
        Scheduler& scheduler = Scheduler::current();
        scheduler.interrupt(scheduler.main_thread());
        return scheduler.main_thread().state == sched::RunState::ready;
    }
    void interrupted() override {
        ++count;
        if (on_interruption) on_interruption();
    }

    int count = 0;
    std::function<void()> on_interruption;

  private:
    int m_left;
};

// Nobody looks at the trace of these runs.
class NoSink final : public trace::Sink {
  public:
    void begin(const trace::Header&) override {}
    void string(StringId, std::string_view) override {}
    void source(std::string_view, std::string_view) override {}
    void event(const trace::Event&) override {}
    void end(const trace::Trailer&) override {}
};

sched::Summary run(Interrupting& host, const std::function<void()>& main) {
    const auto policy = sched::round_robin();
    NoSink sink;
    trace::Recorder recorder(sink);
    Scheduler scheduler(*policy, {});
    scheduler.set_host(&host);
    std::optional<Module> module;
    const sched::Summary summary = scheduler.run([&] {
        scheduler.begin_program(&recorder);
        module.emplace(recorder);
        main();
        scheduler.join_non_daemons();
        scheduler.finish({OutcomeKind::finished, ""});
    });
    module.reset();
    return summary;
}

}  // namespace

class HostTest : public QObject {
    Q_OBJECT

  private slots:
    void an_interrupted_sleep_lasts_as_long() {
        Interrupting host(3);
        const auto summary = run(host, [] { threading::sleep(2); });
        QCOMPARE(host.count, 3);
        QVERIFY(summary.end_tick >= 2 * second && summary.end_tick < 2 * second + millisecond);
    }

    void an_interrupted_wait_keeps_its_deadline() {
        Interrupting host(2);
        bool result = true;
        const auto summary = run(host, [&] {
            Lock lock;
            lock.acquire();
            result = lock.acquire({.timeout = 3});
        });
        QCOMPARE(host.count, 2);
        QVERIFY(!result);
        QVERIFY(summary.end_tick >= 3 * second && summary.end_tick < 3 * second + millisecond);
    }

    // The release comes while the waiter is in no list: it was lost before.
    void what_is_released_in_the_handler_is_had() {
        Interrupting host(1);
        std::string got;
        Lock* held = nullptr;
        Event* event = nullptr;
        Semaphore* semaphore = nullptr;
        host.on_interruption = [&] {
            held->release();
            event->set();
            semaphore->release();
        };
        const auto summary = run(host, [&] {
            Lock lock;
            Event flag;
            Semaphore permits(0);
            held = &lock, event = &flag, semaphore = &permits;
            lock.acquire();
            got += lock.acquire() ? "lock " : "";
            got += flag.wait() ? "event " : "";
            got += permits.acquire() ? "semaphore" : "";
        });
        QCOMPARE(summary.outcome.kind, OutcomeKind::finished);
        COMPARE_TEXT(got, "lock event semaphore");
    }

    void an_event_that_is_cleared_again_was_set_all_the_same() {
        Interrupting host(1);
        Event* event = nullptr;
        bool result = false;
        host.on_interruption = [&] {
            event->set();
            event->clear();
        };
        run(host, [&] {
            Event flag;
            event = &flag;
            result = flag.wait(5);
        });
        QVERIFY(result);
    }

    void an_exception_of_the_handler_leaves_the_wait() {
        Interrupting host(1);
        host.on_interruption = [] { throw std::runtime_error("interrupt"); };
        std::string caught;
        run(host, [&] {
            Condition condition;
            condition.acquire();
            try {
                condition.wait();
            } catch (const std::runtime_error& error) {
                caught = error.what();
            }
            condition.release();  // it has got its lock back
        });
        COMPARE_TEXT(caught, "interrupt");
    }

    void a_condition_has_its_lock_again_when_an_exception_of_the_handler_comes_late() {
        Interrupting host(1);
        bool is_thrown = false;
        bool is_owned = false;
        const auto summary = run(host, [&] {
            host.on_interruption = [] { throw std::runtime_error("interrupted"); };
            Condition condition;
            Thread holder{{.target = [&] {
                with guard(condition);
                condition.notify();
                threading::sleep(
                    1);  // meanwhile the main thread is interrupted: notified, and without the lock
            }}};
            condition.acquire();
            holder.start();
            try {
                condition.wait();
            } catch (const std::runtime_error&) {
                is_thrown = true;
            }
            is_owned = condition.lock().is_owned();
            condition.release();
        });
        QCOMPARE(summary.outcome.kind, OutcomeKind::finished);
        QVERIFY(is_thrown);
        QVERIFY(is_owned);
    }

    void join_of_the_main_thread_returns_at_the_end_of_the_program() {
        Interrupting host(0);
        bool is_joined = false;
        const auto summary = run(host, [&] {
            auto joiner = std::make_shared<Thread>(ThreadArguments{.target = [&] {
                join_thread(Scheduler::current().main_thread(), std::nullopt);
                is_joined = true;
            }});
            joiner->start();
        });
        QCOMPARE(summary.outcome.kind, OutcomeKind::finished);
        QVERIFY(is_joined);
    }

    void after_a_fork_only_the_running_thread_is_left() {
        Interrupting host(0);
        std::size_t alive = 0;
        bool is_main = false;
        const auto summary = run(host, [&] {
            Event never;
            Thread other{{.target = [&] { never.wait(); }}};
            other.start();
            Scheduler& scheduler = Scheduler::current();
            scheduler.keep_only_running();
            is_main = &scheduler.main_thread() == &scheduler.running();
            for (const auto& thread : scheduler.threads())
                alive += thread->is_alive();
            threading::sleep(1);  // time goes on, and no deadlock is seen in those that are gone
        });
        QCOMPARE(summary.outcome.kind, OutcomeKind::finished);
        QVERIFY(is_main);
        QCOMPARE(alive, std::size_t{1});
    }
};

QTEST_GUILESS_MAIN(HostTest)
#include "tst_host.moc"
