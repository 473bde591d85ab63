// Density: very many rectangles a pixel wide. Qt's raster engine takes longer for each than for the
// rest of the picture together, so on pixels they are set here; where there are no pixels they are
// rectangles like any other.
#include <QImage>
#include <QPaintEngine>
#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "ui/timeline/painter.h"

namespace turnwise::timeline {

namespace {

using Boxes = std::span<const DensityBox>;

// The boxes of a lane come one after another: those at the beginning that stand at the same height.
// A lane fits into the processor's cache, all lanes do not.
Boxes laneOf(Boxes boxes) {
    double top = boxes.front().rect.top();
    double bottom = boxes.front().rect.bottom();
    std::size_t count = 1;
    for (; count < boxes.size(); ++count) {
        const QRectF& rect = boxes[count].rect;
        if (rect.top() > bottom + 0.5 || rect.bottom() < top - 0.5) break;
        top = std::min(top, rect.top());
        bottom = std::max(bottom, rect.bottom());
    }
    return boxes.first(count);
}

// QRectF's own union asks for empty and negative rectangles, of which there are none: for a hundred
// thousand that takes longer than painting them.
QRectF boundsOf(Boxes boxes) {
    double left = boxes.front().rect.left();
    double top = boxes.front().rect.top();
    double right = left;
    double bottom = top;
    for (const DensityBox& box : boxes) {
        left = std::min(left, box.rect.left());
        top = std::min(top, box.rect.top());
        right = std::max(right, box.rect.right());
        bottom = std::max(bottom, box.rect.bottom());
    }
    return {left, top, right - left, bottom - top};
}

// Rounded; inside of the image there is nothing below 0.
int nearest(double pixel) {
    return static_cast<int>(pixel + 0.5);
}

using Colours = std::array<QRgb, paint_count>;

// An image that is used again for every lane, with pixels that are asked for once: asking QImage
// for each row anew makes sure each time that nobody else has it.
class Pixels {
  public:
    // Transparent.
    void reset(QSize size) {
        m_width = size.width();
        m_height = size.height();
        m_pixels.assign(static_cast<std::size_t>(m_width) * static_cast<std::size_t>(m_height), 0);
    }

    QImage image() const {
        return {reinterpret_cast<const uchar*>(m_pixels.data()), m_width, m_height,
                m_width * static_cast<qsizetype>(sizeof(QRgb)),
                QImage::Format_ARGB32_Premultiplied};
    }

    void fill(double from, double top, double to, double bottom, QRgb colour) {
        const int left = std::clamp(nearest(from), 0, m_width);
        const int right = std::min(std::max(nearest(to), left + 1), m_width);
        const int last = std::min(nearest(bottom), m_height);
        for (int y = std::max(nearest(top), 0); y < last; ++y) {
            QRgb* line =
                m_pixels.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(m_width);
            for (int x = left; x < right; ++x)
                line[x] = colour;
        }
    }

  private:
    std::vector<QRgb> m_pixels;
    int m_width = 0;
    int m_height = 0;
};

void paintLane(QPainter& painter, Boxes boxes, const Colours& colours, Pixels& pixels) {
    const double ratio = painter.device()->devicePixelRatioF();
    const QRect bounds = boundsOf(boxes).toAlignedRect();
    pixels.reset((QSizeF(bounds.size()) * ratio).toSize());
    for (const DensityBox& box : boxes) {
        const QRectF& rect = box.rect;
        pixels.fill((rect.left() - bounds.left()) * ratio, (rect.top() - bounds.top()) * ratio,
                    (rect.right() - bounds.left()) * ratio, (rect.bottom() - bounds.top()) * ratio,
                    colours[static_cast<std::size_t>(box.paint)]);
    }
    QImage image = pixels.image();
    image.setDevicePixelRatio(ratio);
    painter.drawImage(bounds.topLeft(), image);
}

}  // namespace

void paintDensities(Paintbox box, std::span<const DensityBox> densities) {
    if (densities.empty()) return;
    const bool hasPixels = box.painter.paintEngine()->type() == QPaintEngine::Raster;
    if (!hasPixels) {
        for (const DensityBox& density : densities)
            box.painter.fillRect(density.rect, box.palette[density.paint].fill);
        return;
    }
    Colours colours{};
    for (std::size_t paint = 0; paint < colours.size(); ++paint)
        colours[paint] = box.palette.styles[paint].fill.rgb();
    Pixels pixels;
    for (Boxes rest = densities; !rest.empty();) {
        const Boxes lane = laneOf(rest);
        paintLane(box.painter, lane, colours, pixels);
        rest = rest.subspan(lane.size());
    }
}

}  // namespace turnwise::timeline
