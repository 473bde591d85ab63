// `turnwise explore --jobs N` says what one process says, to the letter.
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include "tests/app/command.h"

using namespace turnwise;

namespace {

// Two minutes for one process: its counts are compared in tst_explore_counts, in the small.
const QStringList too_large = {"sct_reorder_5"};
// Whether threads give way to each other is asked of the order that was executed, not of its trace:
// so the schedule of the livelock is another one.
const QStringList by_order = {"poll_back_off", "poll_back_off_timeout"};

QJsonObject reportOn(const QString& program, const QStringList& options) {
    const support::Done done =
        support::turnwise(QStringList{"explore", program, "--report", "json", "--quiet"} + options);
    return QJsonDocument::fromJson(done.output.toUtf8()).object();
}

// Processes explore parts with source sets, and some executions are cut off by sleep sets.
QByteArray withoutWhatMayDiffer(QJsonObject report) {
    const int blocked = report["blocked_executions"].toInt();
    report.remove("seconds");
    report["executions"] = report["executions"].toInt() - blocked;
    report["estimated_executions"] = report["estimated_executions"].toDouble() - blocked;
    report["blocked_executions"] = 0;
    return QJsonDocument(report).toJson();
}

struct Small {
    const char* name;
    const char* text;
};

// What a search has to tell apart although no step of it does.
const Small small[] = {
    {"who waits for a lock prints and ends",
     "from threading import Lock, Thread\n"
     "lock = Lock()\n"
     "def first():\n"
     "    with lock:\n"
     "        print('a')\n"
     "    print('b')\n"
     "def second():\n"
     "    lock.acquire()\n"
     "    print('c')\n"
     "threads = [Thread(target=t) for t in (first, second, first)]\n"
     "for t in threads: t.start()\n"
     "for t in threads: t.join()\n"},
    {"several errors in one execution",
     "from threading import Barrier, Thread\n"
     "barrier = Barrier(3)\n"
     "def work(n):\n"
     "    barrier.wait()\n"
     "    print(n)\n"
     "    raise ValueError(n)\n"
     "for n in range(3): Thread(target=work, args=(n,)).start()\n"},
    {"threads that start threads",
     "from threading import Thread\n"
     "count = 0\n"
     "def leaf():\n"
     "    global count\n"
     "    count += 1\n"
     "def branch():\n"
     "    Thread(target=leaf).start()\n"
     "    leaf()\n"
     "for _ in range(2): Thread(target=branch).start()\n"},
    {"futures",
     "from concurrent.futures import ThreadPoolExecutor\n"
     "def fail(n): raise ValueError(n)\n"
     "with ThreadPoolExecutor(1) as pool:\n"
     "    one = pool.submit(fail, 1)\n"
     "    print(one.done())\n"
     "print(type(one.exception()))\n"},
    {"a timeout",
     "from threading import Condition, Thread\n"
     "condition = Condition()\n"
     "ready = False\n"
     "def wait():\n"
     "    with condition:\n"
     "        print(condition.wait_for(lambda: ready, 1))\n"
     "thread = Thread(target=wait)\n"
     "thread.start()\n"
     "with condition:\n"
     "    ready = True\n"
     "    condition.notify()\n"
     "thread.join()\n"},
    {"futures in a set, whose locks are taken in the order of their ids",
     "from concurrent.futures import ThreadPoolExecutor, as_completed, wait\n"
     "with ThreadPoolExecutor(2) as pool:\n"
     "    futures = [pool.submit(int, n) for n in range(2)]\n"
     "    print([future.result() for future in as_completed(futures)])\n"
     "    print(len(wait(futures).done))\n"},
    {"ids, hashes and the usual repr",
     "from threading import Lock, Thread\n"
     "class Thing: pass\n"
     "things = set()\n"
     "def make():\n"
     "    for _ in range(2): things.add(Thing())\n"
     "threads = {Thread(target=make) for _ in range(2)}\n"
     "for thread in threads: thread.start()\n"
     "for thread in threads: thread.join()\n"
     "print(things, [id(thing) for thing in things], hash(Lock()) % 1000)\n"},
    {"exit functions of an execution that was left half-way",
     "import logging\n"
     "from threading import Thread\n"
     "logging.basicConfig()\n"
     "items = []\n"
     "threads = [Thread(target=items.append, args=(n,)) for n in range(3)]\n"
     "for t in threads: t.start()\n"
     "for t in threads: t.join()\n"
     "print(items)\n"},
};

}  // namespace

class TestExploreJobs final : public QObject {
    Q_OBJECT

  private slots:
    void severalProcessesSayWhatOneSays_data();
    void severalProcessesSayWhatOneSays();
    void everyOutcomeIsThatOfARunWithItsSchedule_data();
    void everyOutcomeIsThatOfARunWithItsSchedule();
    void whatWasFoundBeforeTheLimitIsTold();
};

void TestExploreJobs::severalProcessesSayWhatOneSays_data() {
    QTest::addColumn<QString>("text");
    for (const QString& name : QDir(EXPLORED).entryList({"*.py"}))
        if (!(too_large + by_order).contains(name.chopped(3)))
            QTest::newRow(qPrintable(name.chopped(3))) << QString();
    for (const Small& program : small)
        QTest::newRow(program.name) << QString(program.text);
}

void TestExploreJobs::severalProcessesSayWhatOneSays() {
    QFETCH(QString, text);
    const QTemporaryDir folder;
    QString program = QString(EXPLORED) + "/" + QTest::currentDataTag() + ".py";
    if (!text.isEmpty()) {
        program = folder.filePath("program.py");
        QFile file(program);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) > 0);
    }
    const QJsonObject one = reportOn(program, {});
    QVERIFY(one["complete"].toBool());
    const QJsonObject two = reportOn(program, {"--jobs", "2"});
    QCOMPARE(withoutWhatMayDiffer(two), withoutWhatMayDiffer(one));
}

void TestExploreJobs::everyOutcomeIsThatOfARunWithItsSchedule_data() {
    QTest::addColumn<QString>("text");
    for (const Small& program : small)
        QTest::newRow(program.name) << QString(program.text);
}

void TestExploreJobs::everyOutcomeIsThatOfARunWithItsSchedule() {
    QFETCH(QString, text);
    const QTemporaryDir folder;
    QFile file(folder.filePath("program.py"));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) > 0);
    file.close();
    const QJsonArray outcomes = reportOn(file.fileName(), {})["outcomes"].toArray();
    QVERIFY(!outcomes.isEmpty());
    for (const auto& value : outcomes) {
        const QString schedule = value.toObject()["schedule"].toString();
        const support::Done run =
            support::turnwise({"run", file.fileName(), "--schedule", schedule});
        QCOMPARE(run.output, value.toObject()["stdout"].toString());
    }
}

// A pool's executions are long: sharing them out must not take all the time there is.
void TestExploreJobs::whatWasFoundBeforeTheLimitIsTold() {
    const QTemporaryDir folder;
    QFile file(folder.filePath("program.py"));
    const QByteArray text =
        "from concurrent.futures import ThreadPoolExecutor\n"
        "def work(n): return n\n"
        "with ThreadPoolExecutor(3) as pool:\n"
        "    print(list(pool.map(work, range(6))))\n";
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    file.close();
    const QJsonObject report =
        reportOn(file.fileName(), {"--jobs", "2", "--max-seconds", "2", "--max-executions", "100"});
    QVERIFY(report["executions"].toInt() >= 2);
    QCOMPARE(report["difference"].toString(), "");
    QVERIFY(!report["outcomes"].toArray().isEmpty());
}

QTEST_GUILESS_MAIN(TestExploreJobs)
#include "tst_explore_jobs.moc"
