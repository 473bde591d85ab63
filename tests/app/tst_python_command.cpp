// turnwise-python: what python3 does on the command line, on simulated threads.
#include <QTemporaryDir>
#include <QtTest>

#include "tests/app/command.h"

using turnwise::support::Done;

namespace {

Done python(const QStringList& arguments, const QStringList& environment = {},
            const QByteArray& input = {}) {
    return turnwise::support::run_command(TURNWISE_PYTHON, arguments, environment, input);
}

}  // namespace

class PythonCommandTest : public QObject {
    Q_OBJECT

  private slots:
    void a_program_comes_from_c_from_a_file_and_from_standard_input() {
        QCOMPARE(python({"-c", "import sys; print(sys.argv)", "a", "-b"}).output,
                 "['-c', 'a', '-b']\n");
        QCOMPARE(python({"-"}, {}, "print(6 * 7)\n").output, "42\n");
        QFile file(m_dir.filePath("program.py"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("import sys\nprint(sys.argv[1:], __name__, input())\n");
        file.close();
        QCOMPARE(python({file.fileName(), "x"}, {}, "typed\n").output, "['x'] __main__ typed\n");
    }

    void modules_and_options_work_as_with_python3() {
        QVERIFY(python({"-m", "this"}).output.contains("Beautiful is better than ugly."));
        QVERIFY(python({"-V"}).output.startsWith("Python 3.11"));
        QCOMPARE(python({"-X", "dev", "-c", "import sys; print(sys.flags.dev_mode)"}).output,
                 "True\n");
        QCOMPARE(python({"-B", "-E", "-c", "import sys; print(sys.dont_write_bytecode)"}).output,
                 "True\n");
    }

    void exit_codes_are_those_of_python3() {
        QCOMPARE(python({"-c", "pass"}).status, 0);
        QCOMPARE(python({"-c", "raise SystemExit(7)"}).status, 7);
        QCOMPARE(python({"-c", "1 / 0"}).status, 1);
        QCOMPARE(python({"no_such_file.py"}).status, 2);
        QCOMPARE(python({"--no-such-option"}).status, 2);
    }

    void a_deadlock_is_told_and_ends_the_process() {
        const Done done = python({"-c",
                                  "import threading\n"
                                  "lock = threading.Lock(); lock.acquire(); lock.acquire()\n"});
        QCOMPARE(done.status, 3);
        QVERIFY2(done.errors.contains("Deadlock: 1 thread waits for ever"),
                 qPrintable(done.errors));
    }

    void the_program_sees_the_simulator_as_its_interpreter() {
        QCOMPARE(python({"-c",
                         "import subprocess, sys\n"
                         "print(sys.executable.endswith('turnwise-python'))\n"
                         "code = 'import threading; print(threading)'\n"
                         "print(subprocess.run([sys.executable, '-c', code], capture_output=True, "
                         "text=True).stdout)"})
                     .output,
                 "True\n<module 'threading' (built-in)>\n\n");
    }

    void policy_seed_and_quantum_come_from_the_environment() {
        const QString text =
            "import threading\n"
            "order = []\n"
            "def work(n):\n"
            "    for _ in range(30): order.append(n)\n"
            "threads = [threading.Thread(target=work, args=(n,)) for n in range(3)]\n"
            "for thread in threads: thread.start()\n"
            "for thread in threads: thread.join()\n"
            "print(order)\n";
        const auto order = [&](const QStringList& environment) {
            return python({"-c", text}, environment).output;
        };
        const QString first = order({"TURNWISE_POLICY=random", "TURNWISE_SEED=1"});
        QCOMPARE(order({"TURNWISE_POLICY=random", "TURNWISE_SEED=1"}), first);
        QVERIFY(order({"TURNWISE_POLICY=random", "TURNWISE_SEED=2"}) != first);
        QVERIFY(order({"TURNWISE_QUANTUM=1"}) != order({"TURNWISE_QUANTUM=100000"}));
        QCOMPARE(order({}).size(), first.size());
    }

    void a_wrong_environment_is_refused_in_words() {
        const Done policy = python({"-c", "pass"}, {"TURNWISE_POLICY=lottery"});
        QCOMPARE(policy.status, 2);
        QVERIFY2(policy.errors.contains("TURNWISE_POLICY is lottery, but must be round-robin"),
                 qPrintable(policy.errors));
        QCOMPARE(python({"-c", "pass"}, {"TURNWISE_POLICY=manual"}).status, 2);
        for (const char* variable :
             {"TURNWISE_SEED=many", "TURNWISE_QUANTUM=-1", "TURNWISE_QUANTUM=1.5"}) {
            const Done done = python({"-c", "pass"}, {variable});
            QCOMPARE(done.status, 2);
            QVERIFY2(done.errors.contains("must be a number"), qPrintable(done.errors));
        }
    }

    void a_fork_has_only_the_thread_that_forked() {
        QCOMPARE(python({"-c",
                         "import os, threading, time\n"
                         "threading.Thread(target=time.sleep, args=(1,)).start()\n"
                         "def fork():\n"
                         "    if os.fork() == 0:\n"
                         "        print('child', threading.active_count(), flush=True)\n"
                         "        assert threading.current_thread() is threading.main_thread()\n"
                         "    else:\n"
                         "        os.wait(); print('parent', threading.active_count())\n"
                         "thread = threading.Thread(target=fork); thread.start(); thread.join()\n"})
                     .output,
                 "child 1\nparent 3\n");
    }

    void threads_of_sub_interpreters_run() {
        QCOMPARE(python({"-c",
                         "import _xxsubinterpreters as interpreters\n"
                         "interpreter = interpreters.create()\n"
                         "interpreters.run_string(interpreter, '''\n"
                         "import threading\n"
                         "thread = threading.Thread(target=print, args=('inside',), daemon=False)\n"
                         "thread.start(); thread.join()\n"
                         "''')\n"
                         "interpreters.destroy(interpreter); print('outside')\n"})
                     .output,
                 "inside\noutside\n");
    }

    void a_signal_interrupts_the_main_thread_while_it_waits() {
        QCOMPARE(
            python(
                {"-c",
                 "import os, signal, threading, time\n"
                 "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
                 "threading.Timer(5, os.kill, (os.getpid(), signal.SIGINT)).start()\n"
                 "try: threading.Event().wait()\n"
                 "except KeyboardInterrupt: print('interrupted after', round(time.monotonic()))\n"})
                .output,
            "interrupted after 5\n");
    }

    void interrupt_main_is_seen_when_the_main_thread_has_waited() {
        QCOMPARE(
            python(
                {"-c",
                 "import _thread, signal, threading, time\n"
                 "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
                 "threading.Timer(5, _thread.interrupt_main).start()\n"
                 "try: time.sleep(8)\n"
                 "except KeyboardInterrupt: print('interrupted after', round(time.monotonic()))\n"})
                .output,
            "interrupted after 8\n");
    }

  private:
    QTemporaryDir m_dir;
};

QTEST_GUILESS_MAIN(PythonCommandTest)
#include "tst_python_command.moc"
