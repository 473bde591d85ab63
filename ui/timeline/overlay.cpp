#include "ui/timeline/overlay.h"

#include <QCoreApplication>

#include "ui/timeline/time_text.h"

namespace turnwise::timeline {

namespace {

struct Overlay {
    Q_DECLARE_TR_FUNCTIONS(turnwise::timeline::Overlay)
};

QString cursorText(const AxisMap& map, EventIndex cursor) {
    const Tick tick = cursor == 0 ? 0 : map.intervals().trace()[cursor - 1].tick;
    return Overlay::tr("step %1, %2")
        .arg(QString::number(map.steps().step_at(cursor)), durationText(tick));
}

}  // namespace

void paintCursor(Paintbox box, const Stage& stage, const Range& range, EventIndex cursor) {
    const Areas& areas = stage.areas();
    const Scale scale = stage.window(range).scale;
    const double x = scale.toPixel(stage.map().ofCursor(cursor));
    if (x < areas.body.left() || x > areas.body.right()) return;
    const auto marks = rulerMarks(stage.map().axis(), scale,
                                  [&](const QString& text) { return box.metrics.width(text); });
    paintCursorFlag(box, areas.ruler, scale, marks, x, cursorText(stage.map(), cursor));
    box.painter.setPen(QPen(box.palette.cursor, box.metrics.hairline() * 2));
    box.painter.drawLine(QLineF(x, areas.ruler.bottom(), x, areas.body.bottom()));
}

void paintSelection(Paintbox box, const Stage& stage, const Range& range, const Range& selected,
                    const QString& text) {
    const Scale scale = stage.window(range).scale;
    const QRectF& body = stage.areas().body;
    const double left = scale.toPixelInside(selected.from);
    const double right = scale.toPixelInside(selected.to);
    box.painter.fillRect(QRectF(left, body.top(), right - left, body.height()),
                         box.palette.selection);
    box.painter.setPen(QPen(box.palette.focus, box.metrics.hairline() * 1.5));
    for (const double x : {left, right})
        box.painter.drawLine(QLineF(x, body.top(), x, body.bottom()));

    const double padding = box.metrics.padding();
    const double width = box.metrics.width(text) + 2 * padding;
    const double start = std::clamp((left + right - width) / 2, body.left(),
                                    std::max(body.left(), body.right() - width));
    const QRectF plate(start, body.top() + padding, width, box.metrics.slimHeight());
    box.painter.fillRect(plate, box.palette.focus);
    box.painter.setPen(box.palette.background);
    box.painter.drawText(plate, Qt::AlignCenter, text);
}

void paintHovered(Paintbox box, const Stage& stage, const QRectF& bar) {
    box.painter.setPen(QPen(box.palette.text, box.metrics.hairline() * 2));
    box.painter.setBrush(Qt::NoBrush);
    box.painter.drawRect(bar.intersected(stage.areas().body));
}

void paintCurrentRow(Paintbox box, const Stage& stage, const Range& range, std::size_t row) {
    const RowBox& found = stage.layout().boxes()[row];
    const Areas& areas = stage.areas();
    const QRectF cell(areas.headers.left(), stage.window(range).origin + found.top,
                      areas.body.right() - areas.headers.left(), found.height);
    const QRectF rows = areas.headers.united(areas.body);
    box.painter.setPen(QPen(box.palette.focus, box.metrics.hairline() * 2));
    box.painter.setBrush(Qt::NoBrush);
    box.painter.drawRect(cell.adjusted(1, 1, -1, -1).intersected(rows));
}

}  // namespace turnwise::timeline
