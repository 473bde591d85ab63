// A run in words, and the tables: files are whole or absent, and hold what the window shows.
#include <QTest>

#include "tests/support/sample_traces.h"
#include "tests/support/trace_script.h"
#include "tests/ui/export/exporting.h"
#include "ui/explain/explainer.h"
#include "ui/export/paper.h"
#include "ui/look/language.h"

namespace turnwise::ui {

using support::Exporter;

class TestTranscript final : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase() { setLanguage(QStringLiteral("en")); }
    void cleanup() { setLanguage(QStringLiteral("en")); }

    void everyStepIsALineWithTheSentenceOfTheWindow_data() {
        QTest::addColumn<QString>("language");
        for (const QString& language : languages())
            QTest::addRow("%s", qPrintable(language)) << language;
    }
    void everyStepIsALineWithTheSentenceOfTheWindow() {
        QFETCH(const QString, language);
        setLanguage(language);
        Exporter exporter(support::sample_primitives_trace());
        QCOMPARE(exporter.write(Content::transcript, "run.txt"), QString());
        const QStringList lines = QString::fromUtf8(exporter.read("run.txt")).split('\n');
        analysis::StateAt states(exporter.trace);
        const qsizetype head = lines.indexOf(QString()) + 1;
        const Explainer explainer(exporter.intervals, exporter.steps);
        for (std::size_t step = 1; step <= exporter.steps.count(); ++step) {
            const EventIndex index = exporter.steps.events_at(step) - 1;
            const QString number = QString::number(step).rightJustified(6) + "  ";
            const auto found =
                std::find_if(lines.begin() + head, lines.end(),
                             [&](const QString& line) { return line.startsWith(number); });
            QVERIFY(found != lines.end());
            const QString line = *found;
            QString sentence = explainer.event(states.after(index), index);
            sentence.replace('\n', ' ');
            QVERIFY2(line.endsWith("  " + sentence), qPrintable(line));
            QCOMPARE(line.trimmed().section(' ', 0, 0), QString::number(step));
        }
    }

    void aNoteStandsAtItsStep() {
        Exporter exporter(support::sample_semaphore_trace());
        timeline::ExportOptions options;
        options.decidedBy = QStringLiteral("Random, seed 7");
        const EventIndex moment = exporter.steps.events_at(12);
        options.notes = {{moment, moment, QStringLiteral("Look!")}};
        QCOMPARE(exporter.write(Content::transcript, "run.txt", options), QString());
        const QStringList lines = QString::fromUtf8(exporter.read("run.txt")).split('\n');
        QVERIFY(lines.value(1).endsWith(QLatin1String("Policy: Random, seed 7.")));
        const QStringList noted = lines.filter(QStringLiteral("Note: Look!"));
        QCOMPARE(noted.size(), 1);
        QVERIFY(noted[0].trimmed().startsWith(QLatin1String("12 ")));
        QCOMPARE(exporter.write(Content::page, "run.html", options), QString());
        QVERIFY(exporter.read("run.html").contains("Note: Look!"));
    }

    // Nobody who only reads or hears the transcript could follow a lost update else.
    void whatTheVariablesBecomeStandsBetweenTheSteps() {
        support::TraceScript script;
        script.call("<module>", 1).line(1).variable("counter", "0", true).line(2);
        script.variable("seen", "0").line(3);
        Exporter exporter(script.end(OutcomeKind::finished));
        QCOMPARE(exporter.write(Content::transcript, "run.txt"), QString());
        const QStringList lines = QString::fromUtf8(exporter.read("run.txt")).split('\n');
        const auto at = [&](const QString& words) {
            for (qsizetype i = 0; i < lines.size(); ++i)
                if (lines[i].endsWith(words)) return i;
            return qsizetype(-1);
        };
        const auto changed = at("MainThread changes the global variable counter to 0.");
        QVERIFY(changed > 0);
        QCOMPARE(changed, at("execute line 1.") + 1);
        QCOMPARE(changed, at("execute line 2.") - 1);
        QCOMPARE(at("MainThread changes its local variable seen to 0."), at("execute line 2.") + 1);
    }

    // The step itself says "writes counter: all threads see it as 1".
    void aWriteIsNotToldTwice() {
        support::TraceScript script;
        const StringId counter = script.intern("counter");
        const StringId one = script.intern("1");
        script.call("<module>", 1).line(1).variable("counter", "1", true);
        script.event({.text = counter, .detail = one, .kind = trace::EventKind::write});
        Exporter exporter(script.end(OutcomeKind::finished));
        QCOMPARE(exporter.write(Content::transcript, "run.txt"), QString());
        const QByteArray text = exporter.read("run.txt");
        QCOMPARE(text.count("counter"), 1);
        QVERIFY(text.contains("writes counter: all threads see it as 1"));
    }

    void theEndTellsWhyADeadlockCannotGoOn() {
        Exporter exporter(support::sample_deadlock_trace());
        QCOMPARE(exporter.write(Content::transcript, "run.txt"), QString());
        const QString outcome =
            Explainer(exporter.intervals, exporter.steps).outcome(exporter.intervals.latest());
        QVERIFY(!outcome.isEmpty());
        QVERIFY(QString::fromUtf8(exporter.read("run.txt")).endsWith('\n' + outcome + '\n'));
    }

    void aTableOfAPartHoldsItsEvents() {
        Exporter exporter(support::sample_semaphore_trace());
        QCOMPARE(exporter.write(Content::events, "e.csv", {.from = 11, .to = 14}), QString());
        const QList<QByteArray> rows = exporter.read("e.csv").trimmed().split('\n');
        QCOMPARE(rows.size(), 5);
        QVERIFY(rows[1].startsWith("10,"));
        QVERIFY(rows[4].startsWith("13,"));
    }

    void aLongTableIsWrittenInPieces() {
        Exporter exporter(support::sample_big_trace(30'000));
        exporter.write(Content::events, "e.csv", {}, 4);
        QCOMPARE(exporter.files(), QStringList());
        QVERIFY(exporter.lastProgress > 0.1 && exporter.lastProgress < 0.9);
        QCOMPARE(exporter.write(Content::events, "e.csv"), QString());
        QCOMPARE(exporter.read("e.csv").count("\r\n"), static_cast<int>(exporter.trace.size()) + 1);
        QCOMPARE(exporter.lastProgress > 0.9, true);
    }

    void everyContentIsFoundByItsSuffixAndItsWord() {
        for (const Content content : all_contents) {
            QCOMPARE(contentFrom(wordOf(content)), std::optional(content));
            for (const QString& suffix : suffixesOf(content))
                QVERIFY(contentOf("x." + suffix));
        }
        QCOMPARE(contentOf("x.PDF"), std::optional(Content::timeline));
        QCOMPARE(contentOf("x.gif"), std::nullopt);
    }

    void papersHaveTheirSizesInMillimetres() {
        QCOMPARE(paperNamed("a4")->size, QSize(1123, 794));
        QCOMPARE(paperNamed("a3")->size, QSize(1587, 1123));
        QCOMPARE(paperNamed("letter")->size, QSize(1056, 816));
        QVERIFY(!paperNamed("b5"));
    }
};

}  // namespace turnwise::ui

QTEST_MAIN(turnwise::ui::TestTranscript)
#include "tst_transcript.moc"
