// A Python program that is executed again and again in one process. One interpreter a process, so
// one program a test.
#include <QFile>
#include <QTest>

#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <fstream>
#include <thread>

#include "core/explore/explorer.h"
#include "core/python/explored_program.h"

using namespace turnwise;

namespace {

// Starts threads, a lock and a condition, has classes and a cycle, and a thread that is cut off in
// a deadlock now and then.
constexpr const char* source = R"(
import random
from threading import Condition, Lock, Thread

class Node:
    def __init__(self):
        self.me = self

class Account:
    def __init__(self):
        self.balance = 0
        self.nodes = [Node() for _ in range(3)]

account = Account()
first, second = Lock(), Lock()
condition = Condition()

def one():
    with first:
        with second:
            account.balance += 1

def two():
    with second:
        with first:
            account.balance += 1

threads = [Thread(target=one), Thread(target=two)]
for thread in threads:
    thread.start()
print(threads[0].name, random.random())
for thread in threads:
    thread.join()
)";

long resident_kilobytes() {
    std::ifstream file("/proc/self/statm");
    long size = 0, resident = 0;
    file >> size >> resident;
    return resident * 4;
}

python::Program program() {
    return {"program.py", source, {}};
}

sched::Options rules() {
    sched::Options options;
    sched::apply_mode("bytecode/abstract", options);
    return options;
}

}  // namespace

class TestExploredProgram final : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase() { m_program = new python::ExploredProgram(program(), rules()); }

    void everyExecutionPrintsTheSame() {
        std::string first;
        for (int i = 0; i < 20; ++i) {
            execute(0);
            if (i == 0) first = m_program->ending().output;
            QVERIFY(first.starts_with("Thread-1 (one) 0."));
            QCOMPARE(m_program->ending().output, first);
        }
    }

    void anExecutionCanBeLeftAnywhere() {
        for (int steps = 0; steps < 12; ++steps) {
            m_program->restart();
            for (int i = 0; i < steps && !m_program->enabled().empty(); ++i)
                m_program->step(m_program->enabled()[0]);
        }
        execute(0);
        QCOMPARE(m_program->ending().kind, explore::Ending::Kind::finished);
    }

    void aDeadlockSaysWhoWaitsForWhom() {
        bool has_deadlock = false;
        for (std::uint64_t seed = 1; seed < 200 && !has_deadlock; ++seed) {
            execute(seed);
            has_deadlock = m_program->ending().kind == explore::Ending::Kind::deadlock;
        }
        QVERIFY(has_deadlock);
        const auto& waits = m_program->ending().waits;
        const auto waits_for = [&](ThreadId thread, ThreadId owner) {
            return std::ranges::any_of(waits, [&](const explore::Wait& wait) {
                return wait.thread == thread && wait.owner == owner;
            });
        };
        QVERIFY(waits_for(1, 2));
        QVERIFY(waits_for(2, 1));
    }

    // A watchdog that saw virtual time would bark, or never.
    void anotherThreadOfTheSystemLivesInRealTime() {
        std::atomic<bool> is_over = false;
        int readings = 0, from_the_past = 0;
        std::thread other([&] {
            for (; !is_over || readings == 0; ++readings) {
                timespec before, seen;
                syscall(SYS_clock_gettime, CLOCK_MONOTONIC, &before);
                clock_gettime(CLOCK_MONOTONIC, &seen);
                from_the_past +=
                    std::pair(seen.tv_sec, seen.tv_nsec) < std::pair(before.tv_sec, before.tv_nsec);
            }
        });
        run(500, 3);
        is_over = true;
        other.join();
        QCOMPARE(from_the_past, 0);
    }

    void memoryStaysAsItIs() {
#if defined(__SANITIZE_ADDRESS__)
        QSKIP("The sanitizer keeps what was freed, to notice who still uses it.");
#endif
        constexpr int executions = 20'000;
        run(executions / 4, 1);
        const long before = resident_kilobytes();
        run(executions, 2);
        QVERIFY2(resident_kilobytes() - before < 512,
                 qPrintable(QString::number(resident_kilobytes() - before)));
    }

  private:
    // Any schedule; 0 is the first thread that can.
    void execute(std::uint64_t seed) {
        m_program->restart();
        while (!m_program->enabled().empty()) {
            seed = seed * 6364136223846793005ULL + (seed ? 1442695040888963407ULL : 0);
            m_program->step(m_program->enabled()[(seed >> 33) % m_program->enabled().size()]);
        }
    }

    void run(int executions, std::uint64_t seed) {
        for (int i = 0; i < executions; ++i)
            execute(seed * 1'000'003 + static_cast<std::uint64_t>(i));
    }

    // For as long as the process: threads may be anywhere.
    python::ExploredProgram* m_program = nullptr;
};

QTEST_GUILESS_MAIN(TestExploredProgram)
#include "tst_explored_program.moc"
