// --policy manual on the command line: who sits at the terminal is played by a text on standard
// input.
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

#include "tests/app/command.h"

using namespace turnwise;
using support::Done;

namespace {

const char* two_threads =
    "from threading import Lock, Thread\n"  // 1
    "mutex = Lock()\n"                      // 2
    "def work(name):\n"                     // 3
    "    with mutex:\n"                     // 4
    "        print(name, 'is in')\n"        // 5
    "a = Thread(target=work, args=('a',), name='a')\n"
    "b = Thread(target=work, args=('b',), name='b')\n"
    "a.start()\n"  // 8
    "b.start()\n"  // 9
    "a.join()\n"
    "b.join()\n";

}  // namespace

class ByHandTest : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase();
    void every_thread_is_listed_with_what_it_would_do();
    void the_order_is_that_of_the_answers();
    void a_thread_that_cannot_be_chosen_is_refused_and_asked_again();
    void help_and_schedule_are_told_on_the_way();
    void the_end_of_the_input_ends_the_run_and_tells_how_to_go_on();
    void a_choice_is_taken_back();
    void what_was_taken_back_is_not_in_the_trace();
    void breakpoints_and_frozen_threads_outlive_a_choice_that_is_taken_back();
    void what_nobody_chose_cannot_be_taken_back();
    void a_run_stops_before_a_line();
    void a_run_stops_where_a_breakpoint_of_the_command_line_is();
    void a_thread_can_be_frozen_from_the_beginning();
    void a_policy_does_the_rest();
    void the_program_finds_no_input();
    void the_child_of_a_fork_is_not_asked();
    void what_is_no_breakpoint_is_refused();
    void a_run_by_hand_is_replayed();
    void models_are_compared();
    void a_program_that_does_not_finish_is_not_compared();

  private:
    Done byHand(const QByteArray& answers, const QStringList& more = {}) {
        return support::turnwise(QStringList{"run", m_program, "--policy", "manual"} + more, {},
                                 answers);
    }
    QString write(const QString& name, const QByteArray& text) {
        QFile file(m_dir.filePath(name));
        if (file.open(QIODevice::WriteOnly)) file.write(text);
        return file.fileName();
    }

    QTemporaryDir m_dir;
    QString m_program;
};

void ByHandTest::initTestCase() {
    m_program = write("two.py", two_threads);
}

void ByHandTest::every_thread_is_listed_with_what_it_would_do() {
    const Done done = byHand("to 5\nevery on\n0\ngo\n");
    QVERIFY2(done.errors.contains("Decision 0, at 0.00"), qPrintable(done.errors));
    QVERIFY2(done.errors.contains("who runs?"), qPrintable(done.errors));
    QVERIFY2(done.errors.contains("[0] MainThread"), qPrintable(done.errors));
    QVERIFY2(done.errors.contains("line 4: with mutex:"), qPrintable(done.errors));
    QVERIFY2(done.errors.contains("line 5: print(name, 'is in')"), qPrintable(done.errors));
}

void ByHandTest::the_order_is_that_of_the_answers() {
    QCOMPARE(byHand("run 0\nrun 1\nrun 1\ngo\n").output, "a is in\nb is in\n");
    QCOMPARE(byHand("run 0\nrun 2\nrun 2\ngo\n").output, "b is in\na is in\n");
}

void ByHandTest::a_thread_that_cannot_be_chosen_is_refused_and_asked_again() {
    const Done done = byHand("9\nhello\ngo\n");
    QCOMPARE(done.status, 0);
    QVERIFY2(done.errors.contains("Thread 9 cannot be chosen here; possible: "),
             qPrintable(done.errors));
    QVERIFY2(done.errors.contains("`hello` is no answer"), qPrintable(done.errors));
}

void ByHandTest::help_and_schedule_are_told_on_the_way() {
    const Done done = byHand("?\n0\nschedule\ngo\n");
    QVERIFY2(done.errors.contains("thread N goes on until it cannot"), qPrintable(done.errors));
    QVERIFY2(done.errors.contains("help>   0\n"), qPrintable(done.errors));
    QCOMPARE(done.status, 0);
}

void ByHandTest::the_end_of_the_input_ends_the_run_and_tells_how_to_go_on() {
    const Done done = byHand("0\n0\n", {"--report", "json"});
    QCOMPARE(done.status, 3);
    QVERIFY2(done.errors.contains("Nobody answered decision 2."), qPrintable(done.errors));
    const QJsonObject report = QJsonDocument::fromJson(done.lastLine().toUtf8()).object();
    QCOMPARE(report["outcome"].toString(), "unfinished");
    QCOMPARE(report["schedule"].toString(), "0x2");
    const Done goes_on = byHand("go\n", {"--schedule", "0x2"});
    QVERIFY2(goes_on.errors.contains("Decision 2, at "), qPrintable(goes_on.errors));
    QVERIFY(!goes_on.errors.contains("Decision 1, at "));
    QCOMPARE(goes_on.status, 0);
}

void ByHandTest::a_choice_is_taken_back() {
    // Both threads are started; a is chosen and gets the lock, then b instead.
    const Done done = byHand("run 0\nrun 1\nu\nundo\nrun 0\nrun 2\nrun 2\ngo\n");
    QVERIFY2(done.errors.contains("Back to decision "), qPrintable(done.errors));
    QCOMPARE(done.output, "a is in\nb is in\na is in\n");
    QCOMPARE(done.status, 0);
}

void ByHandTest::what_was_taken_back_is_not_in_the_trace() {
    const QString kept = m_dir.filePath("kept.trace");
    const QString replayed = m_dir.filePath("replayed.trace");
    const Done by_hand =
        byHand("0\n1\nu\nu\n0\n0\nu\n0\ngo\n", {"--trace", kept, "--events", "--report", "json"});
    QCOMPARE(by_hand.status, 0);
    const QString schedule =
        QJsonDocument::fromJson(by_hand.lastLine().toUtf8()).object()["schedule"].toString();
    const Done again = support::turnwise({"run", m_program, "--policy", "replay", "--schedule",
                                          schedule, "--trace", replayed, "--events"});
    // The events of what was taken back stand before; those that count are all there, to the end.
    const QStringList lines = again.output.trimmed().split('\n');
    QVERIFY(by_hand.output.contains(lines.mid(lines.size() - 40).join('\n')));
    const Done from_file = support::turnwise({"run", kept, "--events"});
    QCOMPARE(from_file.output, again.output);
}

void ByHandTest::breakpoints_and_frozen_threads_outlive_a_choice_that_is_taken_back() {
    const Done done = byHand("0\n0\nbreak owner mutex\nbreak nonsense\nfreeze 1\n0\nu\n0\ngo\n");
    const QString after = done.errors.section("Back to decision 2.", 1);
    QVERIFY2(after.contains("[1] a                      (frozen)"), qPrintable(done.errors));
    QVERIFY2(after.contains("Breakpoint 1. "), qPrintable(done.errors));
    QVERIFY2(!after.contains("A breakpoint begins with"), qPrintable(done.errors));
}

void ByHandTest::what_nobody_chose_cannot_be_taken_back() {
    const Done done = byHand("u\n0\nu\nu\n", {"--schedule", "0"});
    QCOMPARE(done.errors.count("There is no choice of yours that could be taken back."), 2);
    QCOMPARE(done.errors.count("Back to decision 1."), 1);
    QVERIFY2(done.errors.contains("To go on from here: --policy manual --schedule 0\n"),
             qPrintable(done.errors));
}

void ByHandTest::a_run_stops_before_a_line() {
    const Done done = byHand("break line 5\ngo\ngo\ngo\n");
    QCOMPARE(done.errors.count("Breakpoint 1. "), 2);
    QCOMPARE(done.output, "a is in\nb is in\n");
}

void ByHandTest::a_run_stops_where_a_breakpoint_of_the_command_line_is() {
    const Done done = byHand("go\ngo\ngo\ngo\ngo\n", {"--break", "owner mutex"});
    QCOMPARE(done.errors.count("Breakpoint 1. "), 4);
    const Done alone = byHand("go\ngo\n", {"--break", "8"});  // only one thread is there yet
    QVERIFY2(alone.errors.contains("Breakpoint 1. At 0.00"), qPrintable(alone.errors));
    QVERIFY2(alone.errors.contains("one thread can go on."), qPrintable(alone.errors));
}

void ByHandTest::a_thread_can_be_frozen_from_the_beginning() {
    const Done done = byHand("go\ngo\n", {"--freeze", "1"});
    QVERIFY2(done.errors.contains("Only frozen threads can go on."), qPrintable(done.errors));
    QCOMPARE(done.output.section('\n', 0, 0), "b is in");
    QCOMPARE(byHand("go\n", {"--freeze", "x"}).status, 2);
}

void ByHandTest::a_policy_does_the_rest() {
    const Done random = support::turnwise(
        {"run", m_program, "--policy", "random", "--seed", "4", "--report", "json"});
    const Done by_hand = byHand("go random seed=4\n", {"--report", "json"});
    QCOMPARE(by_hand.output, random.output);
}

void ByHandTest::the_program_finds_no_input() {
    const QString path = write("asks.py", "import sys\nprint(repr(sys.stdin.read()))\n");
    QCOMPARE(support::turnwise({"run", path, "--policy", "manual"}, {}, "go\n").output, "''\n");
}

void ByHandTest::the_child_of_a_fork_is_not_asked() {
    const QString path =
        write("forks.py",
              "import os\nfrom threading import Thread\n"
              "child = os.fork()\n"
              "threads = [Thread(target=print, args=(n,)) for n in range(3)] if not child else []\n"
              "for t in threads: t.start()\n"
              "for t in threads: t.join()\n"
              "if not child: os._exit(7)\n"
              "print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))\n");
    QCOMPARE(support::turnwise({"run", path, "--policy", "manual"}, {}, "go\n").output, "7\n");
}

void ByHandTest::what_is_no_breakpoint_is_refused() {
    const Done done = byHand("go\n", {"--break", "nowhere"});
    QCOMPARE(done.status, 2);
    QVERIFY2(done.errors.contains("A breakpoint begins with"), qPrintable(done.errors));
}

void ByHandTest::a_run_by_hand_is_replayed() {
    const Done by_hand =
        byHand("run 0\n2\n1\n2\nfreeze 1\ngo random seed=2\nthaw 1\ngo random seed=3\n",
               {"--report", "json"});
    const QString schedule =
        QJsonDocument::fromJson(by_hand.lastLine().toUtf8()).object()["schedule"].toString();
    const Done again = support::turnwise(
        {"run", m_program, "--policy", "replay", "--schedule", schedule, "--report", "json"});
    QCOMPARE(again.output, by_hand.output);
}

void ByHandTest::models_are_compared() {
    const QString folder = QStringLiteral(EXAMPLES);
    const Done done =
        support::turnwise({"models", folder + "/cpu_bound.py", folder + "/io_bound.py"});
    QCOMPARE(done.status, 0);
    const QStringList lines = done.output.trimmed().split('\n');
    QCOMPARE(lines.size(), 3);
    const auto times = [&](int line) {
        const QStringList words = lines[line].simplified().split(' ');
        return std::pair(words[1].chopped(1).toDouble(), words[2].chopped(1).toDouble());
    };
    const auto [gil, cores] = times(1);
    QVERIFY2(gil / cores > 3.5 && gil / cores <= 4.1, qPrintable(done.output));
    const auto [slept_gil, slept_cores] = times(2);
    QVERIFY2(std::abs(slept_gil - slept_cores) < 0.01 * slept_gil, qPrintable(done.output));
}

void ByHandTest::a_program_that_does_not_finish_is_not_compared() {
    const Done done = support::turnwise({"models", write("wrong.py", "1/0\n")});
    QCOMPARE(done.status, 1);
    QVERIFY2(done.errors.contains("wrong.py: The main thread ended with ZeroDivisionError"),
             qPrintable(done.errors));
}

QTEST_GUILESS_MAIN(ByHandTest)
#include "tst_by_hand.moc"
