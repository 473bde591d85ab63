#include "ui/export/timeline_export.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QPainter>
#include <QPdfWriter>

#include "ui/explain/named.h"
#include "ui/export/canvas.h"
#include "ui/export/sheet.h"

namespace turnwise::timeline {

namespace {

struct Export {
    Q_DECLARE_TR_FUNCTIONS(turnwise::timeline::Export)
};

bool write(Canvas&& canvas, const Page& page, QIODevice& file) {
    if (!canvas.begin(page.size, page.title, file)) return false;
    page.paint(canvas.painter());
    auto end = Canvas::End::working;
    while (end == Canvas::End::working)
        end = canvas.finish();
    return end == Canvas::End::done;
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
    return write(PngCanvas(resolution), page, file);
}

bool writeSvg(const Page& page, QIODevice& file) {
    return write(SvgCanvas(), page, file);
}

void setPdfPage(QPdfWriter& writer, const QSizeF& size) {
    writer.setResolution(pixels_an_inch);
    writer.setPageSize(QPageSize(size / pixels_an_inch, QPageSize::Inch));
    writer.setPageMargins(QMarginsF());
}

TimelineExport::TimelineExport(const analysis::Intervals& intervals, const analysis::Steps& steps,
                               const ExportOptions& options, const QString& path)
    : m_intervals(intervals), m_steps(steps), m_options(options), m_file(path) {}

TimelineExport::~TimelineExport() {
    m_canvas.reset();
    m_file.cancelWriting();
}

bool TimelineExport::fail(const QString& sentence) {
    m_error = sentence;
    return false;
}

bool TimelineExport::cannotWrite() {
    return fail(ui::named(Export::tr("\"{path}\" cannot be written: {reason}."),
                          {{"path", m_file.fileName()}, {"reason", m_file.errorString()}}));
}

bool TimelineExport::begin() {
    const QString suffix = QFileInfo(m_file.fileName()).suffix().toLower();
    m_canvas = canvasFor(suffix, m_options.resolution);
    if (!m_canvas)
        return fail(Export::tr("\"%1\" cannot be written: the name of a picture ends in "
                               ".png, .svg or .pdf.")
                        .arg(m_file.fileName()));
    m_sheet = std::make_unique<Sheet>(m_intervals, m_steps, m_options);
    if (suffix == QLatin1String("png"))
        if (const QString why = objectionToImage(m_sheet->size(), m_options.resolution);
            !why.isEmpty())
            return fail(why);
    if (!m_file.open(QIODevice::WriteOnly) ||
        !m_canvas->begin(m_sheet->size(), m_sheet->title(), m_file))
        return cannotWrite();
    return true;
}

// One after the other: the rows, what to paint of them, painting it, and making a file of it.
bool TimelineExport::advance() {
    if (!m_sheet) return begin();
    if (m_parts.empty()) {
        m_parts = m_sheet->parts();
        return true;
    }
    if (m_next < m_parts.size()) {
        m_parts[m_next++](m_canvas->painter());
        return true;
    }
    const Canvas::End end = m_canvas->finish();
    if (end == Canvas::End::working) return true;
    return end == Canvas::End::done && m_file.commit() ? false : cannotWrite();
}

double TimelineExport::progress() const {
    if (m_parts.empty()) return m_sheet ? 0.1 : 0;
    constexpr double before = 0.2;  // of all the work, estimated
    constexpr double painting = 0.6;
    return before + painting * static_cast<double>(m_next) / static_cast<double>(m_parts.size());
}

bool exportTimeline(const analysis::Intervals& intervals, const analysis::Steps& steps,
                    const ExportOptions& options, const QString& path, QString* error) {
    TimelineExport whole(intervals, steps, options, path);
    while (whole.advance()) {
    }
    if (error) *error = whole.error();
    return whole.error().isEmpty();
}

QImage renderTimeline(const analysis::Intervals& intervals, const analysis::Steps& steps,
                      const ExportOptions& options, qreal ratio) {
    const Sheet sheet(intervals, steps, options);
    const auto paint = [&sheet](QPainter& painter) {
        for (const Sheet::Part& part : sheet.parts())
            part(painter);
    };
    return imageOf({sheet.size(), sheet.title(), paint}, ratio);
}

}  // namespace turnwise::timeline
