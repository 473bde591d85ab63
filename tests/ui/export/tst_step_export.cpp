// Steps as pages: each holds its sentence, its code and nothing of the future.
#include <QFileInfo>
#include <QImage>
#include <QTest>
#include <QXmlStreamReader>

#include "tests/support/sample_traces.h"
#include "tests/support/trace_script.h"
#include "tests/ui/export/exporting.h"
#include "ui/explain/explainer.h"
#include "ui/export/past.h"
#include "ui/export/step_job.h"
#include "ui/export/step_sheet.h"
#include "ui/look/language.h"

namespace turnwise::ui {

using support::Exporter;
using timeline::ExportOptions;

namespace {

QStringList textsOf(const QByteArray& svg) {
    QXmlStreamReader xml(svg);
    QStringList texts;
    while (!xml.atEnd())
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == u"text")
            texts << xml.readElementText();
    return texts;
}

// Both locks taken, both threads waiting: with its source.
trace::Trace deadlockWithSource() {
    support::TraceScript script;
    script.source("first line\nsecond line\nthird line\n").line(2);
    const ObjectId lock = script.lock("lock_a");
    script.acquire(lock);
    script.spawn("worker");
    script.line(3).block(lock);
    return script.end(OutcomeKind::deadlock, "a deadlock");
}

}  // namespace

class TestStepExport final : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase() { setLanguage(QStringLiteral("en")); }
    void cleanup() { setLanguage(QStringLiteral("en")); }

    void aDocumentHasAPageForEveryStep() {
        Exporter exporter(support::sample_deadlock_trace());
        QCOMPARE(exporter.write(Content::steps, "steps.pdf"), QString());
        const QByteArray pdf = exporter.read("steps.pdf");
        QCOMPARE(pdf.count("/Type /Page\n"), static_cast<int>(exporter.steps.count()));
        QVERIFY(pdf.contains("/FontFile"));
    }

    void onlyTheStepsOfThePartHaveAPage() {
        Exporter exporter(support::sample_semaphore_trace());
        const ExportOptions options{.from = exporter.steps.events_at(5),
                                    .to = exporter.steps.events_at(9)};
        QCOMPARE(exporter.write(Content::steps, "steps.pdf", options), QString());
        QCOMPARE(exporter.read("steps.pdf").count("/Type /Page\n"), 5);
        QCOMPARE(exporter.write(Content::steps, "steps.png", options), QString());
        const QStringList expected = {"steps-005.png", "steps-006.png", "steps-007.png",
                                      "steps-008.png", "steps-009.png", "steps.pdf"};
        QCOMPARE(exporter.files(), expected);
    }

    void numbersHaveAsManyDigitsAsTheLastOne() {
        QCOMPARE(numberedPath("a/b.c.png", 7, 12), QStringLiteral("a/b.c-007.png"));
        QCOMPARE(numberedPath("b.svg", 7, 1'200), QStringLiteral("b-0007.svg"));
    }

    void aPictureHasTheSizeOfItsPaperAndTheResolutionThatWasAskedFor() {
        Exporter exporter(support::sample_deadlock_trace());
        const ExportOptions options{.size = {960, 720},
                                    .from = exporter.steps.events_at(3),
                                    .to = exporter.steps.events_at(3),
                                    .resolution = 192};
        QCOMPARE(exporter.write(Content::steps, "s.png", options), QString());
        const QImage image(exporter.path("s-003.png"));
        QCOMPARE(image.size(), QSize(1920, 1440));
        QCOMPARE(qRound(image.dotsPerMeterX() * 0.0254), 192);
    }

    void aPageHoldsSentenceCodeThreadsAndTimelineOfItsStep() {
        Exporter exporter(deadlockWithSource());
        const std::size_t last = exporter.steps.count();
        QCOMPARE(exporter.write(Content::steps, "s.svg", {.title = "My lesson"}), QString());
        analysis::StateAt states(exporter.trace);
        for (std::size_t step = 1; step <= last; ++step) {
            const QByteArray svg =
                exporter.read(QFileInfo(numberedPath("s.svg", step, last)).fileName());
            const QString all = textsOf(svg).join(QLatin1Char(' '));
            const EventIndex index = exporter.steps.events_at(step) - 1;
            const QString sentence =
                Explainer(exporter.intervals, exporter.steps).event(states.after(index), index);
            // The sentence may be set in several lines.
            QVERIFY2(all.contains(sentence), qPrintable(sentence + "\n" + all));
            for (const QString& part :
                 {QStringLiteral("My lesson"), QStringLiteral("second line"),
                  QStringLiteral("Step %1 of %2").arg(step).arg(last), QStringLiteral("Threads"),
                  QStringLiteral("MainThread"), QStringLiteral("running")})
                QVERIFY2(all.contains(part), qPrintable(part + "\n" + all));
        }
    }

    void aPageTellsWhatTheVariablesHaveBecome() {
        support::TraceScript script;
        script.source("a\nb\n").call("<module>", 1).line(1).variable("counter", "7", true).line(2);
        for (const char* name : {"a", "b", "c", "d", "e"})
            script.variable(name, "0", true);
        script.line(1);
        Exporter exporter(script.end(OutcomeKind::finished));
        QCOMPARE(exporter.write(Content::steps, "s.svg"), QString());
        const std::size_t last = exporter.steps.count();
        const auto pageOf = [&](std::size_t step) {
            const QString name = QFileInfo(numberedPath("s.svg", step, last)).fileName();
            return textsOf(exporter.read(name)).join(QLatin1Char(' '));
        };
        QVERIFY(!pageOf(last - 3).contains("counter"));
        QVERIFY2(pageOf(last - 2).contains("MainThread changes the global variable counter to 7."),
                 qPrintable(pageOf(last - 2)));
        QVERIFY2(pageOf(last - 1).contains("2 more variables changed."),
                 qPrintable(pageOf(last - 1)));
    }

    void aPageSpeaksTheLanguageOfTheMoment() {
        setLanguage(QStringLiteral("zh_CN"));
        Exporter exporter(deadlockWithSource());
        QCOMPARE(exporter.write(Content::steps, "s.svg"), QString());
        QVERIFY(textsOf(exporter.read("s-001.svg")).join(' ').contains(QStringLiteral("线程")));
    }

    // What a cut picture holds does not reach over the cut, and up to it nothing is missing.
    void nothingOfTheFutureIsInThePicture() {
        const trace::Trace trace = support::sample_semaphore_trace();
        const analysis::Intervals intervals(trace);
        const analysis::Steps steps(trace);
        const timeline::Rows rows(intervals, steps, timeline::Axis::steps);
        const timeline::Metrics metrics{QFont()};
        const timeline::Layout layout(rows, metrics, {});
        const timeline::Window window{
            {{0, static_cast<double>(steps.count())}, 0, 2000}, 0, 0, layout.height()};
        const timeline::Picture whole = pictureOf(rows, layout, metrics, {}, window);
        const timeline::Picture part = untilPixel(whole, 700, metrics);
        QVERIFY(!part.bars.empty() && !part.marks.empty() && part.bars.size() < whole.bars.size());
        for (const timeline::BarBox& bar : part.bars) {
            QVERIFY(bar.rect.right() <= 700);
            QVERIFY(bar.text.isEmpty() || bar.textRect.right() <= 700);
        }
        for (const timeline::MarkBox& mark : part.marks)
            QVERIFY(mark.centre.x() <= 700);
        for (const timeline::ArrowBox& arrow : part.arrows)
            QVERIFY(arrow.line.x2() <= 700);
        const auto begun = std::ranges::count_if(
            whole.bars, [](const timeline::BarBox& bar) { return bar.rect.left() < 700; });
        QCOMPARE(static_cast<std::ptrdiff_t>(part.bars.size()), begun);
    }

    void whatIsStoppedLeavesNothingBehind() {
        Exporter exporter(support::sample_semaphore_trace());
        exporter.write(Content::steps, "steps.pdf", {}, 3);
        exporter.write(Content::steps, "steps.png", {}, 3);
        QVERIFY(exporter.lastProgress > 0 && exporter.lastProgress < 0.5);
        QCOMPARE(exporter.files(), QStringList());
    }

    void aPictureThatCannotBeWrittenCostsNoneOfAnEarlierExport() {
        Exporter exporter(support::sample_deadlock_trace());
        const ExportOptions options{.size = {400, 300},
                                    .from = exporter.steps.events_at(3),
                                    .to = exporter.steps.events_at(6)};
        const QStringList names = {"s-003.png", "s-004.png", "s-005.png"};
        const QString last = "s-006.png";
        for (const QString& name : names) {
            QFile old(exporter.path(name));
            QVERIFY(old.open(QIODevice::WriteOnly));
            old.write("an earlier export");
        }
        QVERIFY(QDir().mkdir(exporter.path(last)));
        const QString error = exporter.write(Content::steps, "s.png", options);
        QVERIFY2(error.contains(last) && error.contains("a folder has this name"),
                 qPrintable(error));
        exporter.write(Content::steps, "s.png", options, 3);  // stopped
        for (const QString& name : names)
            QCOMPARE(exporter.read(name), "an earlier export");
        QCOMPARE(exporter.files(), names);

        QVERIFY(QDir().rmdir(exporter.path(last)));
        QCOMPARE(exporter.write(Content::steps, "s.png", options), QString());
        for (const QString& name : names + QStringList{last})
            QVERIFY(exporter.read(name).startsWith("\x89PNG"));
        QCOMPARE(QDir(exporter.folder.path())
                     .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name),
                 names + QStringList{last});
    }

    void tooManyStepsAndOtherMistakesAreToldBeforeAnythingIsWritten() {
        Exporter exporter(support::sample_big_trace(8'000));
        QVERIFY(exporter.steps.count() > most_step_pages);
        QVERIFY(exporter.write(Content::steps, "s.pdf").contains("Choose a part"));
        QVERIFY(exporter.write(Content::steps, "s.html").contains(".pdf"));
        QVERIFY(
            exporter
                .write(Content::steps, "no/such/folder/s.pdf", {.to = exporter.steps.events_at(4)})
                .contains("cannot be written"));
        QCOMPARE(exporter.files(), QStringList());
    }
};

}  // namespace turnwise::ui

QTEST_MAIN(turnwise::ui::TestStepExport)
#include "tst_step_export.moc"
