#include "ui/timeline/overlay.h"

#include <QCoreApplication>

#include "ui/explain/named.h"
#include "ui/timeline/time_text.h"

namespace turnwise::timeline {

namespace {

struct Overlay {
    Q_DECLARE_TR_FUNCTIONS(turnwise::timeline::Overlay)
};

QString cursorText(const AxisMap& map, EventIndex cursor) {
    const Tick tick = cursor == 0 ? 0 : map.intervals().trace()[cursor - 1].tick;
    return ui::named(Overlay::tr("step {step}, {time}"),
                     {{"step", map.steps().step_at(cursor)}, {"time", durationText(tick)}});
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

void paintKeptMarks(Paintbox box, const Stage& stage, const Range& range, const KeptMarks& marks) {
    const QRectF& body = stage.areas().body;
    const Scale scale = stage.window(range).scale;
    const double padding = box.metrics.padding();
    double occupied = -1;  // to where tags reach, so that none covers another
    for (const NamedMark& mark : named(marks)) {
        const double x = scale.toPixel(stage.map().ofCursor(mark.cursor));
        if (x < body.left() || x > body.right()) continue;
        const bool is_measure = !mark.name.front().isDigit();
        const QColor colour = is_measure ? box.palette.focus : box.palette.dimText;
        box.painter.setPen(QPen(colour, box.metrics.hairline() * (is_measure ? 2 : 1.5),
                                is_measure ? Qt::DashLine : Qt::DotLine));
        box.painter.drawLine(QLineF(x, body.top(), x, body.bottom()));
        const double width = box.metrics.width(mark.name) + 2 * padding;
        double left = std::min(x, body.right() - width);
        if (left < occupied && x >= occupied - width)
            left = std::min(occupied, body.right() - width);
        // A and B hang lower, so that they are read beside a kept mark at the same moment.
        const double top = body.top() + (is_measure ? box.metrics.lineHeight() * 1.05 : 0);
        const QRectF tag(left, top, width, box.metrics.lineHeight());
        occupied = is_measure ? -1 : tag.right() + 1;
        box.painter.fillRect(tag, colour);
        box.painter.setPen(box.palette.background);
        box.painter.drawText(tag, Qt::AlignCenter, mark.name);
    }
}

void paintRelated(Paintbox box, const Stage& stage, const std::vector<RelatedBox>& related) {
    const double line = box.metrics.lineHeight();
    for (const RelatedBox& use : related) {
        const RowBox& row = stage.layout().boxes()[use.row];
        const QRectF band =
            stage.bandOf(row.isPinned ? Window::Part::pinned : Window::Part::scrolled);
        box.painter.setClipRect(band);
        switch (use.use) {
            case RelatedBox::Use::row: {
                QRectF all = use.rect;
                all.setLeft(band.left());
                box.painter.fillRect(all, box.palette.selection);
                break;
            }
            case RelatedBox::Use::holds: {
                const double height = line * 0.22;
                const QRectF under(use.rect.left(), use.rect.bottom() - height, use.rect.width(),
                                   height);
                box.painter.fillRect(under.adjusted(0, -1, 0, 1), box.palette.background);
                box.painter.fillRect(under, box.palette.focus);
                break;
            }
            case RelatedBox::Use::waits:
                box.painter.setBrush(Qt::NoBrush);
                box.painter.setPen(QPen(box.palette.background, line * 0.22));
                box.painter.drawRect(use.rect);
                box.painter.setPen(QPen(box.palette.focus, line * 0.13));
                box.painter.drawRect(use.rect);
                break;
        }
    }
    box.painter.setClipping(false);
}

void paintNothingMatches(Paintbox box, const Stage& stage) {
    box.painter.setPen(box.palette.dimText);
    box.painter.drawText(
        stage.areas().body, Qt::AlignCenter | Qt::TextWordWrap,
        Overlay::tr("Every row is hidden or filtered out. Show all rows to see them again."));
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
    const QRectF cell(areas.headers.left(), stage.window(range).originOf(found) + found.top,
                      areas.body.right() - areas.headers.left(), found.height);
    const QRectF rows =
        stage.bandOf(found.isPinned ? Window::Part::pinned : Window::Part::scrolled);
    box.painter.setPen(QPen(box.palette.focus, box.metrics.hairline() * 2));
    box.painter.setBrush(Qt::NoBrush);
    box.painter.drawRect(cell.adjusted(1, 1, -1, -1).intersected(rows));
}

}  // namespace turnwise::timeline
