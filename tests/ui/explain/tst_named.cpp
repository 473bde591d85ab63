// Sentences with named arguments.
#include "ui/explain/named.h"

#include <QRegularExpression>
#include <QTest>

using turnwise::ui::named;

class TestNamed final : public QObject {
    Q_OBJECT

  private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void everyNameIsReplacedWhereverItStands() {
        QCOMPARE(named(QStringLiteral("{thread} waits for {lock}, which {owner} holds; {thread} "
                                      "must wait."),
                       {{"owner", QStringLiteral("T2")},
                        {"thread", QStringLiteral("T1")},
                        {"lock", QStringLiteral("a")}}),
                 QStringLiteral("T1 waits for a, which T2 holds; T1 must wait."));
    }

    void numbersAreWrittenWithAllTheirDigits() {
        QCOMPARE(named(QStringLiteral("{a} {b} {c}"),
                       {{"a", -9223372036854775807LL}, {"b", std::uint64_t{1} << 63}, {"c", 0}}),
                 QStringLiteral("-9223372036854775807 9223372036854775808 0"));
    }

    void aNameWithoutAnArgumentStaysAndIsWarnedOf() {
        QTest::ignoreMessage(QtWarningMsg, "No argument is named lock in: {thread} {lock}!");
        QCOMPARE(named(QStringLiteral("{thread} {lock}!"), {{"thread", QStringLiteral("T1")}}),
                 QStringLiteral("T1 {lock}!"));
    }

    void anArgumentThatNoSentenceNamesIsWarnedOf() {
        QTest::ignoreMessage(QtWarningMsg, "No place for lock in: {thread}!");
        QCOMPARE(named(QStringLiteral("{thread}!"),
                       {{"thread", QStringLiteral("T1")}, {"lock", QStringLiteral("a")}}),
                 QStringLiteral("T1!"));
    }

    void whatLooksLikeANameInAValueStays() {
        QCOMPARE(named(QStringLiteral("{thread} prints: {text}"),
                       {{"thread", QStringLiteral("{text} %1")},
                        {"text", QStringLiteral("f'{thread} {{}} %2'")}}),
                 QStringLiteral("{text} %1 prints: f'{thread} {{}} %2'"));
    }

    void doubledBracesAreBraces() {
        QCOMPARE(named(QStringLiteral("{{thread}} is {thread}; {{}}"),
                       {{"thread", QStringLiteral("T1")}}),
                 QStringLiteral("{thread} is T1; {}"));
    }

    void bracesAroundAnythingElseStay() {
        QCOMPARE(named(QStringLiteral("{\"logger\": -1} {x1} {} } { {name}{"),
                       {{"name", QStringLiteral("a")}}),
                 QStringLiteral("{\"logger\": -1} {x1} {} } { a{"));
    }
};

QTEST_APPLESS_MAIN(TestNamed)
#include "tst_named.moc"
