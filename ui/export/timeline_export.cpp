#include "ui/export/timeline_export.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QFontInfo>
#include <QGuiApplication>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>
#include <cmath>

#include "ui/explain/named.h"
#include "ui/export/sheet.h"

namespace turnwise::timeline {

namespace {

struct Export {
    Q_DECLARE_TR_FUNCTIONS(turnwise::timeline::Export)
};

Page pageOf(const Sheet& sheet) {
    return {sheet.size(), sheet.title(), [&sheet](QPainter& painter) { sheet.paint(painter); }};
}

// Viewers without the very font shall fall back to one of its kind, not to a serif.
QByteArray withFallbackFonts(QByteArray svg) {
    const QByteArray asked = QGuiApplication::font().family().toHtmlEscaped().toUtf8();
    const QByteArray found = QFontInfo(QGuiApplication::font()).family().toHtmlEscaped().toUtf8();
    return svg.replace("font-family=\"" + asked + '"',
                       "font-family=\"" + found + ", Arial, Helvetica, sans-serif\"");
}

bool fail(QString* error, const QString& sentence) {
    if (error) *error = sentence;
    return false;
}

}  // namespace

QString objectionToImage(const QSizeF& size, int resolution) {
    const QSizeF pixels = size * resolution / pixels_an_inch;
    if (std::max(pixels.width(), pixels.height()) <= longest_side &&
        pixels.width() * pixels.height() <= most_pixels)
        return {};
    return ui::named(Export::tr("This picture would be {width} x {height} pixels large, which is "
                                "more than a PNG can be here: no side may be longer than {longest} "
                                "pixels, and all together no more than {most} million. Choose a "
                                "smaller size or resolution, or a file that ends in .svg or .pdf."),
                     {{"width", QString::number(pixels.width(), 'f', 0)},
                      {"height", QString::number(pixels.height(), 'f', 0)},
                      {"longest", longest_side},
                      {"most", QString::number(most_pixels / 1e6)}});
}

QImage imageOf(const Page& page, qreal ratio) {
    QImage image((page.size * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
    if (image.isNull()) return image;
    image.setDevicePixelRatio(ratio);
    QPainter painter(&image);
    page.paint(painter);
    return image;
}

bool writePng(const Page& page, int resolution, QIODevice& file) {
    QImage image = imageOf(page, static_cast<double>(resolution) / pixels_an_inch);
    if (image.isNull()) return false;
    constexpr double inches_a_metre = 1 / 0.0254;
    const int dots = static_cast<int>(std::lround(resolution * inches_a_metre));
    image.setDotsPerMeterX(dots);
    image.setDotsPerMeterY(dots);
    return image.save(&file, "PNG");
}

bool writeSvg(const Page& page, QIODevice& file) {
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(pixels_an_inch);
    generator.setSize(page.size.toSize());
    generator.setViewBox(QRectF(QPointF(), page.size));
    generator.setTitle(page.title);
    QPainter painter;
    if (!painter.begin(&generator)) return false;
    page.paint(painter);
    if (!painter.end()) return false;
    const QByteArray svg = withFallbackFonts(buffer.data());
    return file.write(svg) == svg.size();
}

void setPdfPage(QPdfWriter& writer, const QSizeF& size) {
    writer.setResolution(pixels_an_inch);
    writer.setPageSize(QPageSize(size / pixels_an_inch, QPageSize::Inch));
    writer.setPageMargins(QMarginsF());
}

bool writePdf(const Page& page, QIODevice& file) {
    QPdfWriter writer(&file);
    setPdfPage(writer, page.size);
    writer.setTitle(page.title);
    writer.setCreator(QStringLiteral("Turnwise"));
    QPainter painter;
    if (!painter.begin(&writer)) return false;
    page.paint(painter);
    return painter.end();
}

bool exportTimeline(const analysis::Intervals& intervals, const analysis::Steps& steps,
                    const ExportOptions& options, const QString& path, QString* error) {
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix != QLatin1String("png") && suffix != QLatin1String("svg") &&
        suffix != QLatin1String("pdf"))
        return fail(error, Export::tr("\"%1\" cannot be written: the name of a picture ends in "
                                      ".png, .svg or .pdf.")
                               .arg(path));
    const Sheet sheet(intervals, steps, options);
    const Page page = pageOf(sheet);
    const bool isPng = suffix == QLatin1String("png");
    if (const QString why = isPng ? objectionToImage(page.size, options.resolution) : QString();
        !why.isEmpty())
        return fail(error, why);
    QSaveFile file(path);
    const auto write = [&] {
        if (isPng) return writePng(page, options.resolution, file);
        return suffix == QLatin1String("svg") ? writeSvg(page, file) : writePdf(page, file);
    };
    if (!file.open(QIODevice::WriteOnly) || !write() || !file.commit())
        return fail(error, ui::named(Export::tr("\"{path}\" cannot be written: {reason}."),
                                     {{"path", path}, {"reason", file.errorString()}}));
    return true;
}

QImage renderTimeline(const analysis::Intervals& intervals, const analysis::Steps& steps,
                      const ExportOptions& options, qreal ratio) {
    const Sheet sheet(intervals, steps, options);
    return imageOf(pageOf(sheet), ratio);
}

}  // namespace turnwise::timeline
