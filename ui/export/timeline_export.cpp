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

#include "ui/export/sheet.h"

namespace turnwise::timeline {

namespace {

struct Export {
    Q_DECLARE_TR_FUNCTIONS(turnwise::timeline::Export)
};

constexpr int pixels_an_inch = 96;

QImage imageOf(const Sheet& sheet, qreal ratio) {
    QImage image((sheet.size() * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    QPainter painter(&image);
    sheet.paint(painter);
    return image;
}

bool writePng(const Sheet& sheet, QIODevice& file) {
    return imageOf(sheet, 1).save(&file, "PNG");
}

// Viewers without the very font shall fall back to one of its kind, not to a serif.
QByteArray withFallbackFonts(QByteArray svg) {
    const QByteArray asked = QGuiApplication::font().family().toHtmlEscaped().toUtf8();
    const QByteArray found = QFontInfo(QGuiApplication::font()).family().toHtmlEscaped().toUtf8();
    return svg.replace("font-family=\"" + asked + '"',
                       "font-family=\"" + found + ", Arial, Helvetica, sans-serif\"");
}

bool writeSvg(const Sheet& sheet, QIODevice& file) {
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(pixels_an_inch);
    generator.setSize(sheet.size().toSize());
    generator.setViewBox(QRectF(QPointF(), sheet.size()));
    generator.setTitle(sheet.title());
    QPainter painter;
    if (!painter.begin(&generator)) return false;
    sheet.paint(painter);
    if (!painter.end()) return false;
    const QByteArray svg = withFallbackFonts(buffer.data());
    return file.write(svg) == svg.size();
}

bool writePdf(const Sheet& sheet, QIODevice& file) {
    QPdfWriter writer(&file);
    writer.setResolution(pixels_an_inch);
    writer.setPageSize(QPageSize(sheet.size() / pixels_an_inch, QPageSize::Inch));
    writer.setPageMargins(QMarginsF());
    writer.setTitle(sheet.title());
    writer.setCreator(QStringLiteral("Turnwise"));
    QPainter painter;
    if (!painter.begin(&writer)) return false;
    sheet.paint(painter);
    return painter.end();
}

using Write = bool (*)(const Sheet&, QIODevice&);

Write writerFor(const QString& suffix) {
    if (suffix == QLatin1String("png")) return writePng;
    if (suffix == QLatin1String("svg")) return writeSvg;
    if (suffix == QLatin1String("pdf")) return writePdf;
    return nullptr;
}

bool fail(QString* error, const QString& sentence) {
    if (error) *error = sentence;
    return false;
}

}  // namespace

bool exportTimeline(const analysis::Intervals& intervals, const analysis::Steps& steps,
                    const ExportOptions& options, const QString& path, QString* error) {
    const Write write = writerFor(QFileInfo(path).suffix().toLower());
    if (!write)
        return fail(error, Export::tr("\"%1\" cannot be written: the name of a picture ends in "
                                      ".png, .svg or .pdf.")
                               .arg(path));
    const Sheet sheet(intervals, steps, options);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !write(sheet, file) || !file.commit())
        return fail(error,
                    Export::tr("\"%1\" cannot be written: %2.").arg(path, file.errorString()));
    return true;
}

QImage renderTimeline(const analysis::Intervals& intervals, const analysis::Steps& steps,
                      const ExportOptions& options, qreal ratio) {
    return imageOf(Sheet(intervals, steps, options), ratio);
}

}  // namespace turnwise::timeline
