#include "ui/export/past.h"

#include <algorithm>

namespace turnwise::timeline {

namespace {

void cutBar(BarBox& bar, double x, const Metrics& metrics) {
    bar.rect.setRight(std::min(bar.rect.right(), x));
    if (bar.text.isEmpty() || bar.textRect.right() <= x) return;
    bar.textRect.setRight(x);
    if (metrics.width(bar.text) > bar.textRect.width() - metrics.padding()) bar.text.clear();
}

}  // namespace

Picture untilPixel(Picture picture, double x, const Metrics& metrics) {
    std::erase_if(picture.bars, [&](const BarBox& bar) { return bar.rect.left() >= x; });
    for (BarBox& bar : picture.bars)
        cutBar(bar, x, metrics);
    std::erase_if(picture.densities, [&](const DensityBox& box) { return box.rect.left() >= x; });
    for (DensityBox& box : picture.densities)
        box.rect.setRight(std::min(box.rect.right(), x));
    std::erase_if(picture.marks, [&](const MarkBox& mark) { return mark.centre.x() > x; });
    std::erase_if(picture.arrows, [&](const ArrowBox& arrow) {
        return std::max(arrow.line.x1(), arrow.line.x2()) > x;
    });
    for (QLineF& line : picture.baselines)
        line.setP2({std::clamp(line.x2(), std::min(line.x1(), x), x), line.y2()});
    std::erase_if(picture.baselines, [&](const QLineF& line) { return line.x1() >= x; });
    return picture;
}

}  // namespace turnwise::timeline
