// Names, times and single words, as tables and sentences use them.
#include <QTest>

#include "tests/support/trace_script.h"
#include "ui/explain/names.h"
#include "ui/explain/words.h"
#include "ui/look/language.h"

namespace turnwise::ui {

class TestWords final : public QObject {
    Q_OBJECT

  private slots:
    void init() { setLanguage(QStringLiteral("en")); }
    void cleanupTestCase() { setLanguage(QStringLiteral("en")); }

    void timeIsExactToTheMicrosecond_data() {
        QTest::addColumn<qint64>("tick");
        QTest::addColumn<QString>("text");
        QTest::newRow("zero") << qint64(0) << "0.000 s";
        QTest::newRow("millisecond") << qint64(millisecond) << "0.001 s";
        QTest::newRow("microsecond") << qint64(microsecond) << "0.000001 s";
        QTest::newRow("long") << qint64(3661 * second + 200 * microsecond) << "3661.0002 s";
    }

    void timeIsExactToTheMicrosecond() {
        QFETCH(qint64, tick);
        QTEST(timeText(tick), "text");
    }

    void aListOfManyIsShortened() {
        support::TraceScript script;
        for (const char* name : {"a", "b", "c", "d", "e"})
            script.create(name);
        analysis::StateAt states(script.trace());
        const analysis::State& state = states.after(script.size());
        const std::vector<ThreadId> all = {1, 2, 3, 4, 5};
        const auto list = [&](std::size_t count) {
            return threadList(script.trace(), state, std::span(all).first(count));
        };
        QCOMPARE(list(0), QString());
        QCOMPARE(list(1), QStringLiteral("a"));
        QCOMPARE(list(3), QStringLiteral("a, b and c"));
        QCOMPARE(list(5), QStringLiteral("a, b, c, d and 1 more"));
    }

    void aNameWithPlaceholdersStaysAsItIs() {
        support::TraceScript script;
        script.create("%1 %2 %L3");
        script.create("x");
        analysis::StateAt states(script.trace());
        const std::vector<ThreadId> both = {1, 2};
        QCOMPARE(threadList(script.trace(), states.after(script.size()), both),
                 QStringLiteral("%1 %2 %L3 and x"));
    }

    void aPrimitiveWithoutANameHasTypeAndNumber() {
        support::TraceScript script;
        const ObjectId lock = script.lock("");
        analysis::StateAt states(script.trace());
        QCOMPARE(ui::objectName(script.trace(), states.after(script.size()), lock),
                 QStringLiteral("Lock #1"));
    }

    void valuesAreWords() {
        using trace::ObjectType;
        const auto words = [](ObjectType type, std::int64_t counter, std::int64_t initial) {
            analysis::ObjectInfo object;
            object.type = type;
            object.counter = counter;
            object.initial = initial;
            object.flag = counter != 0;
            object.broken = counter < 0;
            return valueWords(object);
        };
        QCOMPARE(words(ObjectType::lock, 1, 0), QStringLiteral("held"));
        QCOMPARE(words(ObjectType::rlock, 2, 0), QStringLiteral("held, depth 2"));
        QCOMPARE(words(ObjectType::semaphore, 1, 3), QStringLiteral("counter 1 of 3"));
        QCOMPARE(words(ObjectType::event, 1, 0), QStringLiteral("flag is true"));
        QCOMPARE(words(ObjectType::barrier, 1, 3), QStringLiteral("1 of 3 arrived"));
        QCOMPARE(words(ObjectType::barrier, -1, 3), QStringLiteral("broken"));
    }

    void everyKindAndStateHasAWordInEveryLanguage() {
        for (const QString& language : languages()) {
            setLanguage(language);
            for (int kind = 0; kind < trace::event_kind_count; ++kind)
                QVERIFY(!kindWord(static_cast<trace::EventKind>(kind)).isEmpty());
            for (int state = 0; state <= static_cast<int>(analysis::ThreadState::ended); ++state)
                QVERIFY(!stateWord(static_cast<analysis::ThreadState>(state)).isEmpty());
        }
    }

    void detailsOfAnEventNameItsObjectAndValue() {
        support::TraceScript script;
        const ObjectId sem = script.semaphore("sem", 3);
        script.acquire(sem).variable("x", "41").sleep(second);
        analysis::StateAt states(script.trace());
        const analysis::State& names = states.after(script.size());
        const auto detail = [&](EventIndex at) {
            return eventDetail(script.trace(), names, script.trace()[at]);
        };
        QCOMPARE(detail(script.size() - 3), QStringLiteral("sem = 2"));
        QCOMPARE(detail(script.size() - 2), QStringLiteral("x = 41"));
        QCOMPARE(detail(script.size() - 1), QStringLiteral("1 s"));
    }
};

}  // namespace turnwise::ui

QTEST_MAIN(turnwise::ui::TestWords)
#include "tst_words.moc"
