// Density: very many rectangles a pixel wide. Qt's raster engine takes longer for each than for the rest
// of the picture together, so on pixels they are set here; where there are no pixels they are rectangles
// like any other.
#include <QImage>
#include <QPaintEngine>
#include <algorithm>
#include <cmath>

#include "ui/timeline/painter.h"

namespace turnwise::timeline {

namespace {

QRectF boundsOf(const std::vector<DensityBox>& densities) {
    QRectF bounds;
    for (const DensityBox& density : densities)
        bounds |= density.rect;
    return bounds;
}

void setPixels(QImage& image, const QRectF& rect, QRgb colour) {
    const int left = std::max(static_cast<int>(std::lround(rect.left())), 0);
    const int right = std::min(std::max(static_cast<int>(std::lround(rect.right())), left + 1),
                               image.width());
    const int top = std::max(static_cast<int>(std::lround(rect.top())), 0);
    const int bottom = std::min(static_cast<int>(std::lround(rect.bottom())), image.height());
    for (int y = top; y < bottom; ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        std::fill(line + left, line + right, colour);
    }
}

}  // namespace

void paintDensities(Paintbox box, const std::vector<DensityBox>& densities) {
    if (densities.empty()) return;
    const bool hasPixels = box.painter.paintEngine()->type() == QPaintEngine::Raster;
    if (!hasPixels) {
        for (const DensityBox& density : densities)
            box.painter.fillRect(density.rect, box.palette[density.paint].fill);
        return;
    }
    const double ratio = box.painter.device()->devicePixelRatioF();
    const QRect bounds = boundsOf(densities).toAlignedRect();
    QImage image((QSizeF(bounds.size()) * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    for (const DensityBox& density : densities) {
        const QRectF rect = density.rect.translated(-bounds.topLeft());
        setPixels(image, {rect.topLeft() * ratio, rect.size() * ratio},
                  box.palette[density.paint].fill.rgb());
    }
    box.painter.drawImage(bounds.topLeft(), image);
}

}  // namespace turnwise::timeline
