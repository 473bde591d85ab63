// A word of the code leads to the page about what it is, not only about how it is spelt.
#include <QTest>

#include "ui/lessons/code_words.h"
#include "ui/lessons/lesson_pages.h"

namespace turnwise::ui {

class TestCodeWords final : public QObject {
    Q_OBJECT

  private slots:
    void aWordLeadsToItsPage_data() {
        QTest::addColumn<QString>("program");  // the cursor is where the | stands
        QTest::addColumn<QString>("page");
        QTest::newRow("class") << "lock = Lo|ck()"
                               << "lock";
        QTest::newRow("with module") << "threading.Condi|tion()"
                                     << "condition";
        QTest::newRow("method by the variable") << "seats = Semaphore(3)\nseats.acq|uire()"
                                                << "semaphore_acquire";
        QTest::newRow("of a lock") << "m = threading.Lock()\nm.acquire|()"
                                   << "lock_acquire";
        QTest::newRow("of an attribute") << "self.gate = Barrier(3)\nself.gate.wai|t()"
                                         << "barrier";
        QTest::newRow("event") << "go = Event()\ngo.|set()"
                               << "event_set";
        QTest::newRow("condition") << "c = Condition()\nc.wait|()"
                                   << "condition_wait";
        QTest::newRow("derived class") << "class My(Thread):\n    pass\nt = My()\nt.start|()"
                                       << "thread_start";
        QTest::newRow("timer") << "t = Timer(1, f)\nt.start|()"
                               << "timer_start";
        QTest::newRow("not known whose") << "for t in threads:\n    t.jo|in()"
                                         << "thread_join";
        QTest::newRow("the variable itself") << "mut|ex = RLock()"
                                             << "rlock";
        QTest::newRow("end of the word") << "enumerate|()"
                                         << "enumerate";
        QTest::newRow("with") << "wi|th lock:"
                              << "with_statement";
        QTest::newRow("misspelt in the document") << "threading.get_ind|ent()"
                                                  << "get_ident";
        QTest::newRow("nothing") << "x = | 1"
                                 << "";
        QTest::newRow("no word of threading") << "pri|nt(1)"
                                              << "";
        QTest::newRow("empty program") << "|"
                                       << "";
    }

    void aWordLeadsToItsPage() {
        QFETCH(QString, program);
        QFETCH(QString, page);
        const qsizetype position = program.indexOf('|');
        program.remove('|');
        QString found;
        for (const QString& word : wordsAt(program, position))
            if (found.isEmpty()) found = lessonAbout(word);
        QCOMPARE(found, page);
    }

    void aPlaceOutsideTheProgramIsNoWord() {
        QVERIFY(wordsAt(QStringLiteral("x"), 99).contains(QStringLiteral("x")));
        QVERIFY(wordsAt(QString(), -3).isEmpty());
    }
};

}  // namespace turnwise::ui

QTEST_MAIN(turnwise::ui::TestCodeWords)
#include "tst_code_words.moc"
