#include <QFile>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include "tests/support/sample_traces.h"
#include "ui/export/request.h"
#include "ui/export/sheet.h"

using namespace turnwise;
using namespace turnwise::timeline;

class TestTimelineExport : public QObject {
    Q_OBJECT

  private slots:
    void aPngHasTheSizeThatWasAskedFor();
    void aPictureWithoutAHeightIsAsHighAsItsRows();
    void tooManyRowsMakeAHigherPicture();
    void aSharperPictureHasMorePixels();
    void anSvgHoldsTitleUnitsNamesAndLegend();
    void anSvgIsMadeOfVectorsOnly();
    void anSvgLooksLikeThePng();
    void aPdfHasOnePageOfTheRightSize();
    void printIsWithoutColour();
    void onlyTheAskedPartIsShown();
    void anUnknownSuffixIsRefused();
    void aPictureThatIsTooLargeIsRefused();
    void aFileThatCannotBeWrittenIsReported();

  private:
    QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    bool write(const ExportOptions& options, const QString& path) {
        return exportTimeline(m_intervals, m_steps, options, path, &m_error);
    }
    QByteArray written(const ExportOptions& options, const QString& path);

    const trace::Trace m_trace = support::sample_semaphore_trace();
    const analysis::Intervals m_intervals{m_trace};
    const analysis::Steps m_steps{m_trace};
    QTemporaryDir m_folder;
    QString m_error;
};

QByteArray TestTimelineExport::written(const ExportOptions& options, const QString& path) {
    if (!write(options, path)) return {};
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
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
    const QByteArray svg = written({.size = {1280, 720}, .title = "My lesson"}, path("a.svg"));
    QXmlStreamReader xml(svg);
    QStringList texts;
    while (!xml.atEnd())
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == u"text")
            texts << xml.readElementText();
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    for (const char* text : {"My lesson", "Virtual time", "1.0 s", "MainThread", "Thread-10 (task)",
                             "mutex_semaphore", "Semaphore", "running", "ready, wants the GIL",
                             "blocked", "sleeping", "sleeps 1 s", "created", "ended"})
        QVERIFY2(texts.contains(QLatin1String(text)), text);
}

void TestTimelineExport::anSvgIsMadeOfVectorsOnly() {
    const ExportOptions options{.size = {1280, 720}, .axis = Axis::steps, .theme = Theme::print};
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
    const QImage image = renderTimeline(m_intervals, m_steps, options);
    int colours = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const QColor colour = image.pixelColor(x, y);
            const auto [low, high] = std::minmax({colour.red(), colour.green(), colour.blue()});
            colours += high - low > 8 ? 1 : 0;
        }
    QCOMPARE(colours, 0);
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
    for (const ExportOptions& options : {ExportOptions{.size = {20'000, 20'000}, .resolution = 1200},
                                         ExportOptions{.size = {20'000, 100}, .resolution = 300}}) {
        QVERIFY(!write(options, path("large.png")));
        QVERIFY2(m_error.contains("Choose a smaller size or resolution"), qPrintable(m_error));
        QVERIFY(!QFile::exists(path("large.png")));
        const ui::ExportRequest request{ui::Content::timeline, path("large.png"), options};
        QVERIFY(objectionTo(request, m_intervals, m_steps).contains("Choose a smaller size or resolution"));
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

QTEST_MAIN(TestTimelineExport)
#include "tst_timeline_export.moc"
