// What the trace of a Python program holds beside its output.
#include <QDateTime>
#include <QTest>

#include "core/analysis/state.h"
#include "tests/support/engine.h"

using namespace turnwise;
using trace::EventKind;

namespace {

QString outcomeOf(const test::EngineResult& run) {
    const Outcome& outcome = run.trace.trailer().outcome;
    return QString::fromStdString(std::string(to_string(outcome.kind)) + ": " + outcome.message);
}

}  // namespace

class TestPythonTrace : public QObject {
    Q_OBJECT

  private slots:
    void a_primitive_has_the_name_of_the_variable_that_holds_it() {
        const auto run = test::runText(
            "import threading\n"
            "mutex_semaphore = threading.Semaphore(3)\n"
            "class Account:\n"
            "    def __init__(self): self.lock = threading.Lock()\n"
            "account = Account()\n"
            "forks = [threading.Lock() for _ in range(2)]\n"
            "with mutex_semaphore, account.lock, forks[1]: pass\n");
        QCOMPARE(test::eventsOf(run.trace, EventKind::acquire),
                 QStringList({"T0 mutex_semaphore 2", "T0 account.lock 1", "T0 forks[1] 1"}));
    }

    // A reader who stops at the write sees the new value everywhere.
    void a_write_has_happened_when_it_is_told_of() {
        const auto run = test::runText(
            "import threading\n"
            "x = 0; queue = []; table = {}\n"
            "def work():\n"
            "    global x\n"
            "    x = 7\n"
            "    queue.append(8)\n"
            "    table['k'] = 9\n"
            "    try: table[1][2] = 3\n"
            "    except KeyError: pass\n"
            "threads = [threading.Thread(target=work) for _ in range(2)]\n"
            "for thread in threads: thread.start()\n",
            {"--granularity", "bytecode"});
        const trace::Trace& trace = run.trace;
        analysis::State state;
        QStringList words;
        for (const trace::Event& event : trace.events()) {
            state.apply(event);
            if (event.kind != EventKind::write || event.thread != 1) continue;
            QString line = QString::fromStdString(trace.text(event.text) + " " +
                                                  trace.text(event.detail) + ":");
            for (const analysis::Variable& variable : state.globals())
                if (const std::string& name = trace.text(variable.name);
                    name == "x" || name == "queue" || name == "table")
                    line += QString::fromStdString(" " + name + "=" + trace.text(variable.value));
            words << line;
        }
        QCOMPARE(words.value(0), QString("x 7: x=7 queue=[] table={}"));
        QCOMPARE(words.value(1), QString("queue [8]: x=7 queue=[8] table={}"));
        QCOMPARE(words.value(2), QString("table['k'] 9: x=7 queue=[8] table={'k': 9}"));
        QCOMPARE(words.size(), 3);
    }

    void a_sleep_tells_how_long_the_program_asked_for() {
        const auto run = test::runText("import time\ntime.sleep(1)\ntime.sleep(0.01)\n");
        QList<qint64> asked;
        for (const trace::Event& event : run.trace.events())
            if (event.kind == EventKind::sleep) asked << event.value - event.tick + event.extra;
        QCOMPARE(asked, (QList<qint64>{second, 10 * millisecond}));
    }

    // What other processes do, and when, is real: no test of bytes.
    void pools_of_processes_work() {
        const auto run = test::runText(
            "import multiprocessing\n"
            "from concurrent.futures import ProcessPoolExecutor\n"
            "def square(n): return n * n\n"
            "if __name__ == '__main__':\n"
            "    with ProcessPoolExecutor(2) as pool: print(list(pool.map(square, range(4))))\n"
            "    with multiprocessing.Pool(2) as pool: print(pool.map(square, range(4)))\n");
        QCOMPARE(test::printed(run.trace), QString("[0, 1, 4, 9]\n[0, 1, 4, 9]\n"));
        QCOMPARE(outcomeOf(run), QString("finished: "));
    }

    void a_full_pipe_lets_the_reader_run() {
        const auto run = test::runText(
            "import os, threading\n"
            "reading, writing = os.pipe()\n"
            "def write():\n"
            "    print(os.write(writing, b'x' * 300000))\n"
            "    os.close(writing)\n"
            "thread = threading.Thread(target=write); thread.start()\n"
            "size = 0\n"
            "while piece := os.read(reading, 65536): size += len(piece)\n"
            "thread.join(); print(size)\n");
        QCOMPARE(test::printed(run.trace), QString("300000\n300000\n"));
    }

    void the_lock_of_a_buffered_file_is_waited_for() {
        const auto run = test::runText(
            "import io, threading, time\n"
            "class Slow(io.RawIOBase):\n"
            "    def writable(self): return True\n"
            "    def write(self, data): time.sleep(1); return len(data)\n"
            "file = io.BufferedWriter(Slow())\n"
            "def work(): file.write(b'x'); file.flush(); print(time.monotonic() // 1)\n"
            "threads = [threading.Thread(target=work) for _ in range(2)]\n"
            "for thread in threads: thread.start()\n"
            "for thread in threads: thread.join()\n");
        QCOMPARE(test::printed(run.trace), QString("1.0\n2.0\n"));
    }

    void what_comes_while_a_signal_interrupts_a_wait_is_not_lost() {
        const auto run = test::runText(
            "import os, signal, threading, time\n"
            "seen = []\n"
            "signal.signal(signal.SIGUSR1, lambda *_: seen.append(1))\n"
            "lock = threading.Lock(); lock.acquire()\n"
            "event, done = threading.Event(), threading.Condition()\n"
            "def wake():\n"
            "    for action in (lock.release, event.set):\n"
            "        time.sleep(1); os.kill(os.getpid(), signal.SIGUSR1); action()\n"
            "    time.sleep(1); os.kill(os.getpid(), signal.SIGUSR1)\n"
            "    with done: done.notify()\n"
            "thread = threading.Thread(target=wake); thread.start()\n"
            "lock.acquire(); print(event.wait())\n"
            "with done: print(done.wait())\n"
            "thread.join(); print(len(seen))\n");
        QCOMPARE(outcomeOf(run), QString("finished: "));
        QCOMPARE(test::printed(run.trace), QString("True\nTrue\n3\n"));
    }

    void processor_time_leaves_out_when_nobody_runs() {
        const auto run = test::runText(
            "import threading, time\n"
            "def work():\n"
            "    for _ in range(1000): pass\n"
            "    print(round(time.thread_time(), 2))\n"
            "thread = threading.Thread(target=work); thread.start(); thread.join()\n"
            "time.sleep(10)\n"
            "print(0.1 < time.process_time() < 0.2, time.thread_time() < 0.05)\n");
        QCOMPARE(test::printed(run.trace), QString("0.1\nTrue True\n"));
    }

    void the_switch_interval_of_the_program_holds_in_virtual_time() {
        const QString text =
            "import sys, threading\n"
            "print(sys.getswitchinterval())\n"
            "sys.setswitchinterval(0.001)\n"
            "def work():\n"
            "    for _ in range(100): pass\n"
            "threads = [threading.Thread(target=work) for _ in range(2)]\n"
            "for thread in threads: thread.start()\n"
            "for thread in threads: thread.join()\n";
        const auto run = test::runText(text, {"--switch-interval", "0.02"});
        QCOMPARE(test::printed(run.trace), QString("0.02\n"));
        int turns = 0;
        for (const auto& event : run.trace.events())
            turns += event.kind == EventKind::run &&
                     event.op == static_cast<int>(trace::SwitchReason::interval);
        QVERIFY2(turns >= 15, qPrintable(QString::number(turns)));
    }

    void locks_of_the_library_stay_out_unless_a_thread_waits_for_them() {
        const auto run = test::runText(
            "import logging\nlogging.getLogger('a').warning('b')\nimport functools, tempfile\n");
        QCOMPARE(test::eventsOf(run.trace, EventKind::object_created), QStringList());
        QCOMPARE(test::eventsOf(run.trace, EventKind::acquire), QStringList());
    }

    void changed_variables_are_told_with_their_depth() {
        const auto run = test::runText(
            "total = 1\n"
            "def f(n):\n"
            "    items = [n]\n"
            "    items.append('x')\n"
            "    del n\n"
            "    return items\n"
            "f(5)\n"
            "total = 2\n");
        QCOMPARE(test::eventsOf(run.trace, EventKind::variable),
                 QStringList({"T0 total 1 0", "T0 n 5 2", "T0 items [5] 2", "T0 items [5, 'x'] 2",
                              "T0 total 2 0"}));
        QCOMPARE(test::eventsOf(run.trace, EventKind::variable_deleted), QStringList({"T0 n 2"}));
    }

    void looking_at_a_variable_runs_no_code_of_the_program() {
        const auto run = test::runText(
            "class Loud:\n"
            "    def __init__(self): self.size = 3\n"
            "    def __repr__(self): print('repr was called'); return 'loud'\n"
            "    def __getattribute__(self, name): print('getattr', name); return "
            "object.__getattribute__(self, name)\n"
            "loud = Loud()\n"
            "pass\n");
        QCOMPARE(test::printed(run.trace), QString());
        QCOMPARE(test::eventsOf(run.trace, EventKind::variable).last(),
                 QString("T0 loud <Loud size=3> 0"));
    }

    void lines_calls_and_returns_of_the_program_are_recorded_and_no_others() {
        const auto run = test::runText("import json\ndef f(): return json.dumps([1])\nf()\n");
        QCOMPARE(test::eventsOf(run.trace, EventKind::call),
                 QStringList({"T0 <module> 1", "T0 f 2"}));
        QCOMPARE(test::eventsOf(run.trace, EventKind::return_),
                 QStringList({"T0 f '[1]' 2", "T0 <module> None 1"}));
        QCOMPARE(test::eventsOf(run.trace, EventKind::line).size(), 4);
    }

    void an_uncaught_exception_marks_the_thread_and_prints_what_cpython_prints() {
        const auto run = test::runText(
            "import threading\n"
            "def f(): 1 / 0\n"
            "t = threading.Thread(target=f, name='worker'); t.start(); t.join()\n"
            "print('main goes on')\n");
        QCOMPARE(outcomeOf(run), QString("exception: An exception ended T1 `worker`."));
        QCOMPARE(test::printed(run.trace), QString("main goes on\n"));
        const QString errors = test::printed(run.trace, 2);
        QVERIFY2(
            errors.startsWith("Exception in thread worker:\nTraceback (most recent call last):\n"),
            qPrintable(errors));
        QVERIFY2(errors.endsWith("ZeroDivisionError: division by zero\n"), qPrintable(errors));
        QCOMPARE(test::eventsOf(run.trace, EventKind::thread_ended), QStringList({"T1 1"}));
    }

    void the_users_own_trace_function_works_while_the_recorder_does() {
        const QString body =
            "import threading\n"
            "def f():\n    a = 1\n    return a\n"
            "def tracer(frame, event, arg): return tracer\n"
            "%1\n"
            "t = threading.Thread(target=f); t.start(); t.join()\n";
        const auto with = test::runText(body.arg("threading.settrace(tracer)"));
        const auto without = test::runText(body.arg("pass"));
        auto linesOfThread = [](const test::EngineResult& run) {
            return test::eventsOf(run.trace, EventKind::line).filter("T1");
        };
        QCOMPARE(linesOfThread(with), linesOfThread(without));
        QCOMPARE(linesOfThread(with).size(), 2);
        QCOMPARE(test::eventsOf(with.trace, EventKind::hook_set),
                 QStringList({"T0 threading.settrace <function tracer> 0"}));
    }

    void an_error_in_the_users_trace_function_ends_tracing_and_reaches_the_program() {
        const auto run = test::runText(
            "import sys\n"
            "def tracer(frame, event, arg): raise KeyError('tracer')\n"
            "def f(): pass\n"
            "sys.settrace(tracer)\n"
            "try: f()\n"
            "except KeyError as error: print(error, sys.gettrace())\n");
        QCOMPARE(test::printed(run.trace), QString("'tracer' None\n"));
    }

    void a_deadlock_names_threads_locks_owners_and_lines() {
        const auto run = test::runText(
            "import threading, time\n"
            "a, b = threading.Lock(), threading.Lock()\n"
            "def f(x, y):\n"
            "    with x:\n"
            "        time.sleep(1)\n"
            "        with y: pass\n"
            "threading.Thread(target=f, args=(a, b), name='one').start()\n"
            "threading.Thread(target=f, args=(b, a), name='two').start()\n");
        const QString outcome = outcomeOf(run);
        QVERIFY2(outcome.startsWith("deadlock: "), qPrintable(outcome));
        QVERIFY2(
            outcome.contains(
                "T1 `one` waits in acquire() for `b` (Lock), held by T2 `two` at program.py:6"),
            qPrintable(outcome));
        QVERIFY2(
            outcome.contains(
                "T2 `two` waits in acquire() for `a` (Lock), held by T1 `one` at program.py:6"),
            qPrintable(outcome));
    }

    void a_daemon_is_stopped_when_the_program_ends() {
        const auto run = test::runText(
            "import threading, time\n"
            "threading.Thread(target=time.sleep, args=(9,), daemon=True).start()\n");
        QCOMPARE(test::eventsOf(run.trace, EventKind::thread_stopped).size(), 1);
        QCOMPARE(outcomeOf(run), QString("finished: "));
    }

    void an_endless_loop_ends_at_the_limit_with_its_trace() {
        for (const char* loop :
             {"while True: pass\n", "while True:\n    x = 1\n", "while not []: continue\n"}) {
            const auto run = test::runText(loop, {"--max-steps", "3000"});
            QVERIFY2(outcomeOf(run).startsWith("limit: "), loop);
            QVERIFY2(test::eventsOf(run.trace, EventKind::line).size() > 2500, loop);
        }
    }

    void limits_on_threads_time_and_output_end_the_run() {
        const auto threads = test::runText(
            "import threading\nfor _ in range(99): threading.Thread()\n", {"--max-threads", "9"});
        QCOMPARE(
            outcomeOf(threads),
            QString(
                "limit: The program created more than 9 threads. --max-threads allows it more."));
        const auto time = test::runText("import time\ntime.sleep(99)\n", {"--max-time", "5"});
        QVERIFY(outcomeOf(time).startsWith("limit: "));
        const auto output = test::runText("while True: print('x' * 99)\n", {"--max-output", "500"});
        QCOMPARE(
            outcomeOf(output),
            QString(
                "limit: The program printed more than 500 bytes. --max-output allows it more."));
    }

    void a_syntax_error_is_an_exception_with_its_place() {
        const auto run = test::runText("print('a'\n");
        QVERIFY2(outcomeOf(run).startsWith("exception: "), qPrintable(outcomeOf(run)));
        QVERIFY(test::printed(run.trace, 2).contains("SyntaxError: '(' was never closed"));
    }

    void os_exit_and_crashes_keep_the_trace() {
        const auto exit = test::runText("import os\nprint('before')\nos._exit(3)\n");
        QCOMPARE(outcomeOf(exit),
                 QString("exception: The program ended the process with os._exit(3)."));
        QCOMPARE(test::printed(exit.trace), QString("before\n"));
#if !defined(__SANITIZE_ADDRESS__)  // whose own report takes the place of ours
        const auto crash = test::runText("import ctypes\nprint('before')\nctypes.string_at(0)\n");
        QVERIFY2(outcomeOf(crash).startsWith("crashed: The program crashed"),
                 qPrintable(outcomeOf(crash)));
        QCOMPARE(test::printed(crash.trace), QString("before\n"));
#endif
    }

    void clocks_random_numbers_and_addresses_are_the_same_in_every_run() {
        const QString text =
            "import datetime, os, random, time, uuid\n"
            "class A: pass\n"
            "print(time.time(), datetime.datetime.now(), random.random(), uuid.uuid4(), "
            "os.urandom(4))\n"
            "print(A(), {A, int, str}, hash('x'), time.perf_counter())\n";
        const QString first = test::printed(test::runText(text).trace);
        QVERIFY2(first.startsWith("1704067200."), qPrintable(first));
#if !defined(__SANITIZE_ADDRESS__)  // addresses are the sanitizer's there
        QCOMPARE(test::printed(test::runText(text).trace), first);
#endif
    }

    void a_program_that_sets_the_clock_sets_its_own_and_not_the_machines() {
        // If it could, the machine would be wrong by this much.
        constexpr qint64 error = 90;
        const qint64 before = QDateTime::currentSecsSinceEpoch();
        const QString text = QString(
                                 "import time\n"
                                 "time.clock_settime(time.CLOCK_REALTIME, %1)\n"
                                 "print(int(time.time()))\n")
                                 .arg(before + error);
        QCOMPARE(test::printed(test::runText(text).trace), QString("%1\n").arg(before + error));
        QVERIFY(QDateTime::currentSecsSinceEpoch() < before + error);
    }

    void a_print_is_one_event() {
        const auto run = test::runText("print('a', 1, end='!')\nprint()\nprint('two\\nlines')\n");
        QCOMPARE(test::eventsOf(run.trace, EventKind::output),
                 QStringList({"T0 a 1! 1", "T0 \n 1", "T0 two\nlines\n 1"}));
    }

    void an_unreadable_program_is_no_run() {
        const auto missing = test::runEngine({"no/such/file.py"});
        QCOMPARE(missing.exitStatus, 2);
        QVERIFY2(missing.errors.contains("cannot be read"), qPrintable(missing.errors));
        const auto schedule = test::runText("pass\n", {"--schedule", "1y"});
        QCOMPARE(schedule.exitStatus, 2);
        QVERIFY2(schedule.errors.contains("not readable at character 2"),
                 qPrintable(schedule.errors));
    }

    void a_schedule_that_does_not_fit_says_at_which_decision() {
        const auto run = test::runText(
            "import threading\n"
            "t = threading.Thread(target=print, args=('x',)); t.start(); t.join()\n"
            "u = threading.Thread(target=lambda: print('y')); u.start(); u.join()\n",
            {"--policy", "replay", "--schedule", "9"});
        QVERIFY2(outcomeOf(run).startsWith(
                     "crashed: The schedule does not fit the program: at decision 0 it "
                     "chooses thread 9"),
                 qPrintable(outcomeOf(run)));
    }
};

QTEST_GUILESS_MAIN(TestPythonTrace)
#include "tst_python_trace.moc"
