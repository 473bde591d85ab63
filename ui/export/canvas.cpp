#include "ui/export/canvas.h"

#include <QFontInfo>
#include <QGuiApplication>
#include <chrono>
#include <cmath>

#include "ui/export/timeline_export.h"

namespace turnwise::timeline {

namespace {

constexpr std::chrono::milliseconds short_wait{5};

// Viewers without the very font shall fall back to one of its kind, not to a serif.
QByteArray withFallbackFonts(QByteArray svg) {
    const QByteArray asked = QGuiApplication::font().family().toHtmlEscaped().toUtf8();
    const QByteArray found = QFontInfo(QGuiApplication::font()).family().toHtmlEscaped().toUtf8();
    return svg.replace("font-family=\"" + asked + '"',
                       "font-family=\"" + found + ", Arial, Helvetica, sans-serif\"");
}

}  // namespace

// What an encoder has written so far; it gives up when it is told to stop.
class PngCanvas::Bytes final : public QBuffer {
  public:
    void stop() { m_is_stopped = true; }

  protected:
    qint64 writeData(const char* data, qint64 size) override {
        return m_is_stopped ? -1 : QBuffer::writeData(data, size);
    }

  private:
    std::atomic<bool> m_is_stopped = false;
};

PngCanvas::PngCanvas(int resolution) : m_resolution(resolution) {}

PngCanvas::~PngCanvas() {
    endPainting();
    if (!m_encoding.valid()) return;
    m_bytes->stop();
    m_encoding.wait();
}

bool PngCanvas::begin(const QSizeF& size, const QString&, QIODevice& file) {
    m_file = &file;
    const double ratio = static_cast<double>(m_resolution) / pixels_an_inch;
    m_image = QImage((size * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
    if (m_image.isNull()) return false;
    m_image.setDevicePixelRatio(ratio);
    return m_painter.begin(&m_image);
}

Canvas::End PngCanvas::finish() {
    if (!m_encoding.valid()) {
        m_painter.end();
        constexpr double inches_a_metre = 1 / 0.0254;
        const int dots = static_cast<int>(std::lround(m_resolution * inches_a_metre));
        m_image.setDotsPerMeterX(dots);
        m_image.setDotsPerMeterY(dots);
        m_bytes = std::make_unique<Bytes>();
        m_bytes->open(QIODevice::WriteOnly);
        m_encoding =
            std::async(std::launch::async, [image = std::move(m_image), bytes = m_bytes.get()] {
                return image.save(bytes, "PNG");
            });
    }
    if (m_encoding.wait_for(short_wait) != std::future_status::ready) return End::working;
    const QByteArray& png = m_bytes->data();
    return m_encoding.get() && m_file->write(png) == png.size() ? End::done : End::failed;
}

bool SvgCanvas::begin(const QSizeF& size, const QString& title, QIODevice& file) {
    m_file = &file;
    m_generator.setOutputDevice(&m_buffer);
    m_generator.setResolution(pixels_an_inch);
    m_generator.setSize(size.toSize());
    m_generator.setViewBox(QRectF(QPointF(), size));
    m_generator.setTitle(title);
    return m_painter.begin(&m_generator);
}

Canvas::End SvgCanvas::finish() {
    if (!m_painter.end()) return End::failed;
    const QByteArray svg = withFallbackFonts(m_buffer.data());
    return m_file->write(svg) == svg.size() ? End::done : End::failed;
}

bool PdfCanvas::begin(const QSizeF& size, const QString& title, QIODevice& file) {
    m_writer = std::make_unique<QPdfWriter>(&file);
    setPdfPage(*m_writer, size);
    m_writer->setTitle(title);
    m_writer->setCreator(QStringLiteral("Turnwise"));
    return m_painter.begin(m_writer.get());
}

Canvas::End PdfCanvas::finish() {
    return m_painter.end() ? End::done : End::failed;
}

std::unique_ptr<Canvas> canvasFor(const QString& suffix, int resolution) {
    if (suffix == QLatin1String("png")) return std::make_unique<PngCanvas>(resolution);
    if (suffix == QLatin1String("svg")) return std::make_unique<SvgCanvas>();
    if (suffix == QLatin1String("pdf")) return std::make_unique<PdfCanvas>();
    return nullptr;
}

}  // namespace turnwise::timeline
