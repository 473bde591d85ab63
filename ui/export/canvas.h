// What a picture is painted on, and how that becomes a file: PNG, SVG or PDF. In steps, none of
// which takes long, so that a window with a large picture stays awake.
#pragma once

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>
#include <atomic>
#include <future>
#include <memory>

namespace turnwise::timeline {

class Canvas {
  public:
    enum class End { done, working, failed };

    Canvas() = default;
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;
    virtual ~Canvas() = default;

    // False if there is no memory for it, or the device cannot be written. `file` is open, and
    // lives as long as this.
    virtual bool begin(const QSizeF& size, const QString& title, QIODevice& file) = 0;
    QPainter& painter() { return m_painter; }
    // When all is painted. To be asked again while it is working.
    virtual End finish() = 0;

  protected:
    // Before what is painted on goes.
    void endPainting() {
        if (m_painter.isActive()) m_painter.end();
    }

    QPainter m_painter;
};

// The image is encoded in another thread: that may take seconds, and nothing can cut it in pieces.
class PngCanvas final : public Canvas {
  public:
    explicit PngCanvas(int resolution);
    ~PngCanvas() override;

    bool begin(const QSizeF& size, const QString& title, QIODevice& file) override;
    End finish() override;

  private:
    class Bytes;

    int m_resolution;
    QIODevice* m_file = nullptr;
    QImage m_image;
    std::unique_ptr<Bytes> m_bytes;
    std::future<bool> m_encoding;
};

class SvgCanvas final : public Canvas {
  public:
    ~SvgCanvas() override { endPainting(); }
    bool begin(const QSizeF& size, const QString& title, QIODevice& file) override;
    End finish() override;

  private:
    QIODevice* m_file = nullptr;
    QBuffer m_buffer;
    QSvgGenerator m_generator;
};

class PdfCanvas final : public Canvas {
  public:
    ~PdfCanvas() override { endPainting(); }
    bool begin(const QSizeF& size, const QString& title, QIODevice& file) override;
    End finish() override;

  private:
    std::unique_ptr<QPdfWriter> m_writer;
};

// By the ending of a file's name, in small letters; nullptr if that is none of them.
std::unique_ptr<Canvas> canvasFor(const QString& suffix, int resolution);

}  // namespace turnwise::timeline
