#include "ui/export/note_list.h"

#include <QCoreApplication>
#include <algorithm>

#include "ui/explain/named.h"

namespace turnwise::timeline {

namespace {

struct Export {
    Q_DECLARE_TR_FUNCTIONS(turnwise::timeline::Export)
};

constexpr int wrapped = Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop;
constexpr int band_alpha = 50;

QString numberOf(std::size_t note) {
    return QString::number(note + 1);
}

QString sentenceOf(const PictureNote& note, const analysis::Steps& steps) {
    const QString from = QString::number(steps.step_at(note.from));
    const QString to = QString::number(steps.step_at(note.to));
    return from == to
               ? ui::named(Export::tr("Step {step}: {note}"), {{"step", from}, {"note", note.text}})
               : ui::named(Export::tr("Steps {from} to {to}: {note}"),
                           {{"from", from}, {"to", to}, {"note", note.text}});
}

double flagWidth(const Metrics& metrics, std::size_t note) {
    return metrics.width(numberOf(note)) + 2 * metrics.padding();
}

void paintFlag(Paintbox box, const QRectF& rect, const QString& number) {
    box.painter.setPen(QPen(Qt::black, box.metrics.hairline()));
    box.painter.setBrush(box.palette.note);
    box.painter.drawRect(rect);
    box.painter.setBrush(Qt::NoBrush);
    box.painter.setPen(Qt::black);
    const double top = rect.center().y() - box.metrics.lineHeight() / 2;
    box.painter.drawText(QPointF(rect.left() + box.metrics.padding(), top + box.metrics.ascent()),
                         number);
}

}  // namespace

std::vector<QRectF> flagPlaces(const std::vector<double>& wanted, const Metrics& metrics,
                               const QRectF& strip) {
    std::vector<QRectF> places;
    double left = strip.left();
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const QRectF place(std::max(left, wanted[i]), strip.top(), flagWidth(metrics, i),
                           strip.height());
        left = place.right() + metrics.hairline() * 2;
        places.push_back(place);
    }
    double right = strip.right();
    for (auto place = places.rbegin(); place != places.rend(); ++place) {
        if (place->right() > right) place->moveRight(right);
        right = place->left() - metrics.hairline() * 2;
    }
    return places;
}

std::vector<PictureNote> notesBetween(const std::vector<PictureNote>& notes, EventIndex from,
                                      EventIndex to) {
    std::vector<PictureNote> between;
    for (const PictureNote& note : notes)
        if (note.from <= to && note.to >= from) between.push_back(note);
    std::ranges::stable_sort(between, {}, &PictureNote::from);
    return between;
}

NoteList::NoteList(const std::vector<PictureNote>& notes, const analysis::Steps& steps,
                   const Metrics& metrics, double width) {
    const QFontMetricsF font(metrics.font());
    for (std::size_t i = 0; i < notes.size(); ++i) {
        const double indent = flagWidth(metrics, notes.size()) + metrics.padding() * 2;
        const QString text = sentenceOf(notes[i], steps);
        const QRectF room(0, 0, std::max(width - indent, 1.0), 1e6);
        const double height = font.boundingRect(room, wrapped, text).height();
        m_entries.push_back({text, {indent, m_height, room.width(), height}});
        m_height += height + metrics.lineHeight() * 0.35;
    }
}

void NoteList::paint(Paintbox box, const QPointF& topLeft) const {
    box.painter.setFont(box.metrics.font());
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const QRectF text = m_entries[i].rect.translated(topLeft);
        paintFlag(box,
                  {topLeft.x(), text.top(), flagWidth(box.metrics, i), box.metrics.lineHeight()},
                  numberOf(i));
        box.painter.setPen(box.palette.text);
        box.painter.drawText(text, wrapped, m_entries[i].text);
    }
}

double noteStripHeight(const std::vector<PictureNote>& notes, const Metrics& metrics) {
    return notes.empty() ? 0 : metrics.lineHeight() * 1.1;
}

void paintNoteFlags(Paintbox box, const std::vector<PictureNote>& notes, const AxisMap& map,
                    const Scale& scale, double top, const QRectF& strip) {
    std::vector<double> wanted;
    QColor band = box.palette.note;
    band.setAlpha(band_alpha);
    for (const PictureNote& note : notes) {
        const double from = scale.toPixelInside(map.ofCursor(note.from));
        const double to = scale.toPixelInside(map.ofCursor(note.to));
        wanted.push_back(from);
        if (to > from) {
            box.painter.fillRect(QRectF(from, top, to - from, strip.top() - top), band);
            box.painter.setPen(QPen(box.palette.text, box.metrics.hairline() * 2));
            box.painter.drawLine(QLineF(from, strip.top(), to, strip.top()));
        }
        box.painter.setPen(QPen(box.palette.text, box.metrics.hairline(), Qt::DashLine));
        for (const double x : {from, to})
            box.painter.drawLine(QLineF(x, top, x, strip.top()));
    }
    box.painter.setFont(box.metrics.font());
    const std::vector<QRectF> places = flagPlaces(wanted, box.metrics, strip);
    for (std::size_t i = 0; i < places.size(); ++i)
        paintFlag(box, places[i], numberOf(i));
}

}  // namespace turnwise::timeline
