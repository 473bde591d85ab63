#include <QTest>

#include "ui/timeline/ruler.h"
#include "ui/timeline/time_text.h"

using namespace turnwise;
using namespace turnwise::timeline;

class TestRuler : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void marksStandAtRoundNumbers();
    void marksStandAtRoundNumbers_data();
    void textsNeverTouch();
    void aDurationHasTheUnitThatSuitsIt();
    void aDurationHasTheUnitThatSuitsIt_data();
    void stepsAreCountedInWords();
};

namespace {

double widthOf(const QString& text) {
    return 8.0 * static_cast<double>(text.size());
}

QString textsOf(const std::vector<RulerMark>& marks) {
    QStringList texts;
    for (const RulerMark& mark : marks)
        if (mark.isMajor()) texts << mark.text;
    return texts.join(QStringLiteral(" | "));
}

}  // namespace

void TestRuler::marksStandAtRoundNumbers_data() {
    QTest::addColumn<int>("axis");
    QTest::addColumn<double>("from");
    QTest::addColumn<double>("to");
    QTest::addColumn<QString>("texts");
    const int time = static_cast<int>(Axis::time);
    const int steps = static_cast<int>(Axis::steps);
    QTest::newRow("seconds") << time << -0.1e9 << 4.1e9 << "0 s | 1 s | 2 s | 3 s | 4 s";
    QTest::newRow("parts of a second")
        << time << 3.0e9 << 3.4e9 << "3.0 s | 3.1 s | 3.2 s | 3.3 s | 3.4 s";
    QTest::newRow("milliseconds") << time << 0.0 << 21e6 << "0 ms | 5 ms | 10 ms | 15 ms | 20 ms";
    QTest::newRow("microseconds late in a run")
        << time << 3.00001e9 << 3.00002e9 << "3.000010 s | 3.000015 s | 3.000020 s";
    QTest::newRow("nanoseconds") << time << 0.0 << 900.0
                                 << "0 ns | 200 ns | 400 ns | 600 ns | 800 ns";
    QTest::newRow("steps") << steps << -1.0 << 63.0 << "0 | 10 | 20 | 30 | 40 | 50 | 60";
    QTest::newRow("few steps") << steps << 10.0 << 14.0 << "10 | 11 | 12 | 13 | 14";
}

void TestRuler::marksStandAtRoundNumbers() {
    QFETCH(int, axis);
    QFETCH(double, from);
    QFETCH(double, to);
    QFETCH(QString, texts);
    const Scale scale{{from, to}, 0, 500};
    QCOMPARE(textsOf(rulerMarks(static_cast<Axis>(axis), scale, widthOf)), texts);
}

void TestRuler::textsNeverTouch() {
    for (double length = 7; length < 1e17; length *= 3.7) {
        const Scale scale{{length / 3, length / 3 + length}, 50, 700};
        double end = -1e9;
        int count = 0;
        for (const RulerMark& mark : rulerMarks(Axis::time, scale, widthOf)) {
            if (!mark.isMajor()) continue;
            const double half = widthOf(mark.text) / 2;
            QVERIFY(scale.toPixel(mark.position) - half > end);
            end = scale.toPixel(mark.position) + half;
            ++count;
        }
        QVERIFY2(count >= 1 && count <= 20, qPrintable(QString::number(length)));
    }
}

void TestRuler::aDurationHasTheUnitThatSuitsIt_data() {
    QTest::addColumn<qint64>("ticks");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << qint64{0} << "0 s";
    QTest::newRow("nanoseconds") << qint64{7} << "7 ns";
    QTest::newRow("microseconds") << qint64{12'500} << "12.5 µs";
    QTest::newRow("milliseconds") << qint64{340'000'000} << "340 ms";
    QTest::newRow("seconds") << qint64{1'250'000'000} << "1.25 s";
    QTest::newRow("four digits") << qint64{4'001'700'000} << "4.002 s";
    QTest::newRow("rounded up to the next unit") << qint64{999'999'000} << "1 s";
    QTest::newRow("many seconds") << qint64{3'600'000'000'000} << "3600 s";
}

void TestRuler::aDurationHasTheUnitThatSuitsIt() {
    QFETCH(qint64, ticks);
    QFETCH(QString, text);
    QCOMPARE(durationText(ticks), text);
}

void TestRuler::stepsAreCountedInWords() {
    QCOMPARE(stepsText(1), QStringLiteral("1 step"));
    QCOMPARE(stepsText(12), QStringLiteral("12 steps"));
    QCOMPARE(lengthText(second / 2, 3), QStringLiteral("500 ms, 3 steps"));
}

QTEST_GUILESS_MAIN(TestRuler)
#include "tst_ruler.moc"
