#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include "tests/support/sample_traces.h"
#include "ui/export/caption.h"
#include "ui/export/request.h"
#include "ui/export/sheet.h"
#include "ui/look/language.h"
#include "ui/session/run_tree.h"

using namespace turnwise;
using namespace turnwise::timeline;

class TestTimelineExport : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase() { ui::setLanguage(QStringLiteral("en")); }

    void aPngHasTheSizeThatWasAskedFor();
    void aPictureWithoutAHeightIsAsHighAsItsRows();
    void tooManyRowsMakeAHigherPicture();
    void aSharperPictureHasMorePixels();
    void anSvgHoldsTitleUnitsNamesAndLegend();
    void aPictureTellsHowItsRunWasMade();
    void aPictureOfABareTraceTellsWhatTheTraceKnows();
    void notesAreNumberedAndListed();
    void aNoteOutsideOfThePartIsNotThere();
    void manyNotesAtOneMomentHaveAFlagEach();
    void anSvgIsMadeOfVectorsOnly();
    void anSvgLooksLikeThePng();
    void aPdfHasOnePageOfTheRightSize();
    void printIsWithoutColour();
    void onlyTheAskedPartIsShown();
    void anUnknownSuffixIsRefused();
    void aPictureThatIsTooLargeIsRefused();
    void aFileThatCannotBeWrittenIsReported();
    void aLargePictureIsMadeInPieces_data();
    void aLargePictureIsMadeInPieces();

  private:
    QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    bool write(const ExportOptions& options, const QString& path) {
        return exportTimeline(m_intervals, m_steps, options, path, &m_error);
    }
    QByteArray written(const ExportOptions& options, const QString& path);
    QStringList textsOf(const QByteArray& svg);

    const trace::Trace m_trace = support::sample_semaphore_trace();
    const analysis::Intervals m_intervals{m_trace};
    const analysis::Steps m_steps{m_trace};
    QTemporaryDir m_folder;
    QString m_error;
};

// How many pixels are no grey.
static int coloursOf(const QImage& image) {
    int colours = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const QColor colour = image.pixelColor(x, y);
            const auto [low, high] = std::minmax({colour.red(), colour.green(), colour.blue()});
            colours += high - low > 8 ? 1 : 0;
        }
    return colours;
}

QByteArray TestTimelineExport::written(const ExportOptions& options, const QString& path) {
    if (!write(options, path)) return {};
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList TestTimelineExport::textsOf(const QByteArray& svg) {
    QXmlStreamReader xml(svg);
    QStringList texts;
    while (!xml.atEnd())
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == u"text")
            texts << xml.readElementText();
    return xml.hasError() ? QStringList{xml.errorString()} : texts;
}

void TestTimelineExport::aPngHasTheSizeThatWasAskedFor() {
    for (const QSize size : {QSize(1280, 720), QSize(1920, 1080)}) {
        QVERIFY2(write({.size = size}, path("picture.png")), qPrintable(m_error));
        QCOMPARE(QImage(path("picture.png")).size(), size);
    }
}

void TestTimelineExport::aPictureWithoutAHeightIsAsHighAsItsRows() {
    const QImage image = renderTimeline(m_intervals, m_steps, {.size = {1000, 0}});
    QCOMPARE(image.width(), 1000);
    QVERIFY(image.height() > 300 && image.height() < 700);
}

void TestTimelineExport::tooManyRowsMakeAHigherPicture() {
    const QImage image = renderTimeline(m_intervals, m_steps, {.size = {800, 100}});
    QCOMPARE(image.width(), 800);
    QVERIFY(image.height() > 200);
}

void TestTimelineExport::aSharperPictureHasMorePixels() {
    const QImage image = renderTimeline(m_intervals, m_steps, {.size = {640, 480}}, 2);
    QCOMPARE(image.size(), QSize(1280, 960));
    QCOMPARE(image.devicePixelRatio(), 2.0);
}

void TestTimelineExport::anSvgHoldsTitleUnitsNamesAndLegend() {
    const QStringList texts =
        textsOf(written({.size = {1280, 720}, .title = "My lesson"}, path("a.svg")));
    for (const char* text : {"My lesson", "Virtual time", "1.0 s", "MainThread", "Thread-10 (task)",
                             "mutex_semaphore", "Semaphore", "running", "ready, wants the GIL",
                             "blocked", "sleeping", "sleeps 1 s", "created", "ended"})
        QVERIFY2(texts.contains(QLatin1String(text)), text);
}

void TestTimelineExport::aPictureTellsHowItsRunWasMade() {
    ui::RunOptions run;
    run.policy = QStringLiteral("random");
    run.seed = 7;
    const auto captionOf = [&](const QString& decidedBy) {
        return textsOf(written({.size = {1280, 720}, .decidedBy = decidedBy}, path("h.svg")))
            .value(2);
    };
    QCOMPARE(
        captionOf(ui::decidedBy(run)),
        QStringLiteral("Model: With the GIL. Switches at: operations. Policy: Random, seed 7."));
    run.policy = QStringLiteral("priority");
    run.priorities = {QStringLiteral("high=2"), QStringLiteral("low=-1")};
    run.inheritPriority = true;
    QVERIFY(captionOf(ui::decidedBy(run))
                .endsWith(QStringLiteral(
                    "Policy: Priorities high=2, low=-1, which owners of locks inherit.")));
    ui::RunRecord branch;
    branch.decision = 12;
    QVERIFY(captionOf(ui::decidedBy(branch))
                .endsWith(QStringLiteral("Policy: Round robin, switch interval 5 ms; another "
                                         "choice was made at decision 12.")));
    run = {};
    run.schedule = QStringLiteral("0,1");
    QVERIFY(captionOf(ui::decidedBy(run)).contains(QStringLiteral("A schedule that was given")));
}

void TestTimelineExport::aPictureOfABareTraceTellsWhatTheTraceKnows() {
    trace::Header header;
    header.granularity = "bytecode";
    header.cores = 4;
    QCOMPARE(ui::settingCaption(header, {}),
             QStringLiteral("Model: On 4 cores. Switches at: every bytecode."));
    header.policy = "manual";
    QVERIFY(ui::settingCaption(header, {}).endsWith(QStringLiteral("Policy: By hand.")));
}

void TestTimelineExport::notesAreNumberedAndListed() {
    ExportOptions options{.axis = Axis::steps};
    const int without = renderTimeline(m_intervals, m_steps, options).height();
    const QStringList before = textsOf(written(options, path("n.svg")));
    options.notes = {
        {m_steps.events_at(50), m_steps.events_at(70), QStringLiteral("They take turns.")},
        {m_steps.events_at(20), m_steps.events_at(20), QStringLiteral("Here it begins.")}};
    const QStringList texts = textsOf(written(options, path("n.svg")));
    QVERIFY2(texts.contains(QStringLiteral("Step 20: Here it begins.")),
             qPrintable(texts.join('\n')));
    QVERIFY(texts.contains(QStringLiteral("Steps 50 to 70: They take turns.")));
    for (const auto& number : {QStringLiteral("1"), QStringLiteral("2")})  // flag and list
        QCOMPARE(texts.count(number), before.count(number) + 2);
    QVERIFY(renderTimeline(m_intervals, m_steps, options).height() > without + 40);
    options.theme = Theme::print;
    options.size = {1000, 700};
    QCOMPARE(coloursOf(renderTimeline(m_intervals, m_steps, options)), 0);
}

void TestTimelineExport::aNoteOutsideOfThePartIsNotThere() {
    const ExportOptions options{.from = m_steps.events_at(50),
                                .to = m_steps.events_at(70),
                                .notes = {{m_steps.events_at(20), m_steps.events_at(20), "Before"},
                                          {m_steps.events_at(40), m_steps.events_at(55), "Into"}}};
    const QStringList texts = textsOf(written(options, path("o.svg")));
    QVERIFY(!texts.join('\n').contains(QStringLiteral("Before")));
    QVERIFY(texts.contains(QStringLiteral("Steps 40 to 55: Into")));
}

void TestTimelineExport::manyNotesAtOneMomentHaveAFlagEach() {
    const Metrics metrics{QFont()};
    const std::vector<PictureNote> notes(12, {m_trace.size(), m_trace.size(), "end"});
    QCOMPARE(notesBetween(notes, 0, m_trace.size()).size(), notes.size());
    // At the end of the run: they stand beside each other, and none outside of the picture.
    const auto places = flagPlaces(std::vector<double>(12, 900.0), metrics, {100, 0, 800, 20});
    for (std::size_t i = 0; i < places.size(); ++i) {
        QVERIFY(places[i].right() <= 900.01);
        QVERIFY(i == 0 || places[i].left() >= places[i - 1].right());
    }
}

void TestTimelineExport::anSvgIsMadeOfVectorsOnly() {
    const ExportOptions options{
        .size = {1280, 720},
        .axis = Axis::steps,
        .theme = Theme::print,
        .notes = {{m_steps.events_at(50), m_steps.events_at(70), "They take turns."}}};
    const QByteArray svg = written(options, path("b.svg"));
    QVERIFY(svg.contains("<polyline") || svg.contains("<line") || svg.contains("<path"));
    QVERIFY(!svg.contains("<image"));
    QVERIFY(!svg.contains("url(#"));
    QVERIFY(svg.contains("sans-serif"));
}

void TestTimelineExport::anSvgLooksLikeThePng() {
    const ExportOptions options{.size = {1280, 720}, .axis = Axis::steps};
    const QImage png = renderTimeline(m_intervals, m_steps, options);
    QSvgRenderer renderer(written(options, path("c.svg")));
    QVERIFY(renderer.isValid());
    QCOMPARE(renderer.viewBoxF().size(), QSizeF(1280, 720));
    QImage svg(png.size(), QImage::Format_ARGB32_Premultiplied);
    svg.fill(Qt::white);
    QPainter painter(&svg);
    renderer.render(&painter);
    painter.end();
    // Seen from afar: texts and lines differ by their smoothing only.
    const auto blurred = [](const QImage& image) {
        return image.scaled(160, 90, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    };
    const QImage one = blurred(png);
    const QImage other = blurred(svg);
    int different = 0;
    for (int y = 0; y < one.height(); ++y)
        for (int x = 0; x < one.width(); ++x)
            different += std::abs(qGray(one.pixel(x, y)) - qGray(other.pixel(x, y))) > 40 ? 1 : 0;
    QVERIFY2(different < 100, qPrintable(QString::number(different)));
}

void TestTimelineExport::aPdfHasOnePageOfTheRightSize() {
    const QByteArray pdf = written({.size = {960, 720}, .title = "My lesson"}, path("d.pdf"));
    QVERIFY(pdf.startsWith("%PDF-1."));
    QVERIFY(pdf.contains("/MediaBox [0 0 720"));
    QCOMPARE(pdf.count("/Type /Page\n"), 1);
    QVERIFY(!pdf.contains("/Subtype /Image"));
    QVERIFY(pdf.contains("/FontFile"));
}

void TestTimelineExport::printIsWithoutColour() {
    const ExportOptions options{.size = {1000, 600}, .axis = Axis::steps, .theme = Theme::print};
    QCOMPARE(coloursOf(renderTimeline(m_intervals, m_steps, options)), 0);
}

void TestTimelineExport::onlyTheAskedPartIsShown() {
    const ExportOptions options{.size = {1280, 720},
                                .axis = Axis::steps,
                                .from = m_steps.events_at(50),
                                .to = m_steps.events_at(70)};
    const QByteArray svg = written(options, path("e.svg"));
    QVERIFY(svg.contains(">60</text>"));
    QVERIFY(!svg.contains(">40</text>"));
    QVERIFY(!svg.contains(">80</text>"));
}

void TestTimelineExport::anUnknownSuffixIsRefused() {
    QVERIFY(!write({}, path("picture.bmp")));
    QVERIFY(m_error.contains(QStringLiteral(".png, .svg or .pdf")));
    QVERIFY(!QFile::exists(path("picture.bmp")));
}

void TestTimelineExport::aPictureThatIsTooLargeIsRefused() {
    // In all, and one side.
    for (const ExportOptions& options :
         {ExportOptions{.size = {20'000, 20'000}, .resolution = 1200},
          ExportOptions{.size = {20'000, 100}, .resolution = 300}}) {
        QVERIFY(!write(options, path("large.png")));
        QVERIFY2(m_error.contains("Choose a smaller size or resolution"), qPrintable(m_error));
        QVERIFY(!QFile::exists(path("large.png")));
        const ui::ExportRequest request{ui::Content::timeline, path("large.png"), options};
        QVERIFY(objectionTo(request, m_intervals, m_steps)
                    .contains("Choose a smaller size or resolution"));
        const ui::ExportRequest vectors{ui::Content::timeline, path("large.svg"), options};
        QCOMPARE(objectionTo(vectors, m_intervals, m_steps), QString());
    }
    // Whose height is only known when it is drawn.
    QVERIFY(!write({.size = {2'500, 0}, .scale = 4, .resolution = 1200}, path("large.png")));
    QVERIFY2(m_error.contains("Choose a smaller size or resolution"), qPrintable(m_error));
}

void TestTimelineExport::aFileThatCannotBeWrittenIsReported() {
    QVERIFY(!write({}, path("no such folder/picture.png")));
    QVERIFY(m_error.contains(QStringLiteral("no such folder/picture.png")));
}

void TestTimelineExport::aLargePictureIsMadeInPieces_data() {
    QTest::addColumn<QString>("name");
    for (const char* name : {"pieces.png", "pieces.svg", "pieces.pdf"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

// Far more than one piece of bars; stopped in the middle, it leaves no file.
void TestTimelineExport::aLargePictureIsMadeInPieces() {
    QFETCH(QString, name);
    const trace::Trace large = support::sample_big_trace(60'000);
    const analysis::Intervals intervals(large);
    const analysis::Steps steps(large);
    QTemporaryDir folder;
    const QString path = folder.filePath(name);
    int pieces = 0;
    {
        TimelineExport whole(intervals, steps, {}, path);
        double before = whole.progress();
        while (whole.advance()) {
            QVERIFY(whole.progress() >= before);
            before = whole.progress();
            ++pieces;
        }
        QCOMPARE(whole.error(), QString());
        QVERIFY(before > 0.5);
    }
    QVERIFY2(pieces > 8, qPrintable(QString::number(pieces)));
    QVERIFY(QFileInfo(path).size() > 10'000);
    QVERIFY(QFile::remove(path));
    for (const double share : {0.0, 0.2, 0.4}) {
        {
            TimelineExport stopped(intervals, steps, {}, path);
            do
                QVERIFY(stopped.advance());
            while (stopped.progress() < share);
        }
        QVERIFY(QDir(folder.path()).isEmpty());
    }
}

QTEST_MAIN(TestTimelineExport)
#include "tst_timeline_export.moc"
