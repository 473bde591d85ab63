#include "ui/export/step_sheet.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QGuiApplication>
#include <algorithm>
#include <cmath>

#include "ui/explain/named.h"
#include "ui/explain/names.h"
#include "ui/export/caption.h"
#include "ui/export/past.h"
#include "ui/export/step_code.h"
#include "ui/export/step_threads.h"
#include "ui/look/thread_sign.h"

namespace turnwise::ui {

using timeline::Metrics;
using timeline::Paintbox;

namespace {

struct StepPage {
    Q_DECLARE_TR_FUNCTIONS(turnwise::ui::StepPage)
};

constexpr double text_share = 1.0 / 46;  // of the height of the page
constexpr double timeline_share = 0.44;  // of the height of the page, at most
constexpr double code_share = 0.58;      // of the width of the page
constexpr double smallest_rows = 0.55;   // of the text of the page
constexpr double sentence_scale = 1.25;
constexpr qsizetype most_changes = 3;
constexpr double most_columns = 60;  // steps beside each other that can be told apart

QFont fontOf(double pixelSize) {
    QFont font = QGuiApplication::font();
    font.setPixelSize(std::max(6, static_cast<int>(std::lround(pixelSize))));
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

QSizeF pageSize(const QSize& wanted) {
    const double width = std::max(wanted.width(), 480);
    const double height = wanted.height() > 0 ? wanted.height() : std::round(width * 9 / 16);
    return {width, std::max(height, 360.0)};
}

double textSize(const QSizeF& page, double scale) {
    return std::min(page.height(), page.width() * 0.75) * text_share * scale;
}

// As large as the rows allow: they shall take no more than their share of the page.
double rowTextSize(const timeline::Rows& rows, const timeline::ExportOptions& options,
                   const QSizeF& page) {
    const double wanted = textSize(page, options.scale);
    const Metrics metrics(fontOf(wanted));
    const double height = timeline::Layout(rows, metrics, options.display).height();
    const double room = page.height() * timeline_share;
    return height <= room ? wanted : wanted * std::max(room / height, smallest_rows);
}

// What the variables have become, on lines of their own: the first ones, if there are many.
QString changesText(const StepMoment& moment) {
    const auto shown = std::min(moment.changes.size(), most_changes);
    QStringList lines = moment.changes.first(shown);
    if (shown < moment.changes.size())
        lines << StepPage::tr("%n more variable(s) changed.", nullptr,
                              static_cast<int>(moment.changes.size() - shown));
    return lines.join(QLatin1Char('\n'));
}

}  // namespace

StepSheet::StepSheet(const analysis::Intervals& intervals, const analysis::Steps& steps,
                     const timeline::ExportOptions& options)
    : m_options(options),
      m_size(pageSize(options.size)),
      m_title(options.title),
      m_moments(intervals, steps, options.notes),
      m_rows(intervals, steps, options.axis),
      m_metrics(fontOf(textSize(m_size, options.scale))),
      m_row_metrics(fontOf(rowTextSize(m_rows, options, m_size))),
      m_layout(m_rows, m_row_metrics, options.display),
      m_legend(options.showLegend ? timeline::legendOf(m_rows, options.display)
                                  : std::vector<timeline::LegendEntry>(),
               m_row_metrics, m_size.width() - 2 * m_metrics.lineHeight()),
      m_margin(m_metrics.lineHeight()) {
    if (m_title.isEmpty())
        m_title = QFileInfo(QString::fromStdString(intervals.trace().header().program)).fileName();
}

void StepSheet::paint(QPainter& painter, std::size_t step) {
    const StepMoment moment = m_moments.at(step);
    const Paintbox box{painter, timeline::paletteOf(m_options.theme), m_metrics};
    painter.fillRect(QRectF(QPointF(), m_size), box.palette.background);
    double top = paintHeading(box, moment);
    top = paintSentence(box, moment, top) + m_margin;
    const double bottom = m_size.height() - m_margin - timelineHeight();
    const double split = m_margin + (m_size.width() - 2 * m_margin) * code_share;
    paintStepCode(box, m_moments.trace(), moment,
                  {m_margin, top, split - m_margin, bottom - m_margin - top});
    paintStepThreads(
        box, m_moments.intervals(), moment,
        {split + m_margin, top, m_size.width() - split - 2 * m_margin, bottom - m_margin - top});
    paintTimeline(box, moment, bottom);
}

double StepSheet::paintHeading(Paintbox box, const StepMoment& moment) const {
    QFont font = m_metrics.font();
    font.setBold(true);
    const QFontMetricsF bold(font);
    const QString place = named(StepPage::tr("Step {step} of {steps}, at {time} of virtual time"),
                                {{"step", moment.step},
                                 {"steps", m_moments.steps().count()},
                                 {"time", timeText(moment.tick)}});
    const double baseline = m_margin + m_metrics.ascent();
    const double placeLeft = m_size.width() - m_margin - m_metrics.width(place);
    box.painter.setFont(font);
    box.painter.setPen(box.palette.text);
    box.painter.drawText(QPointF(m_margin, baseline),
                         bold.elidedText(m_title, Qt::ElideMiddle, placeLeft - 2 * m_margin));
    box.painter.setFont(m_metrics.font());
    box.painter.setPen(box.palette.dimText);
    box.painter.drawText(QPointF(placeLeft, baseline), place);
    box.painter.drawText(
        QPointF(m_margin, baseline + m_metrics.lineHeight()),
        m_metrics.elided(settingCaption(m_moments.trace().header(), m_options.decidedBy),
                         m_size.width() - 2 * m_margin));
    return m_margin + m_metrics.lineHeight() * 2.5;
}

// In a box of its own, with the sign of the thread that acts.
double StepSheet::paintSentence(Paintbox box, const StepMoment& moment, double top) const {
    const Metrics large(fontOf(m_metrics.font().pixelSize() * sentence_scale));
    const Paintbox inside{box.painter, box.palette, large};
    const double padding = large.lineHeight() * 0.5;
    const double sign = moment.thread == no_thread ? 0 : large.lineHeight() * 1.6;
    const double left = m_margin + padding + (sign > 0 ? sign + padding : 0);
    const double width = m_size.width() - m_margin - padding - left;
    const int flags = Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop;
    const auto heightOf = [&](const QFont& font, const QString& text) {
        const QRectF room(0, 0, width, m_size.height() * 0.25);
        return text.isEmpty() ? 0 : QFontMetricsF(font).boundingRect(room, flags, text).height();
    };
    const QString changes = changesText(moment);
    const double changesHeight = heightOf(m_metrics.font(), changes);
    const double sentenceHeight = heightOf(large.font(), moment.sentence);
    const double height = sentenceHeight + changesHeight;
    const QRectF frame(m_margin, top, m_size.width() - 2 * m_margin, height + 2 * padding);
    box.painter.fillRect(frame, box.palette.header);
    box.painter.setBrush(Qt::NoBrush);
    box.painter.setPen(QPen(box.palette.grid, m_metrics.hairline()));
    box.painter.drawRect(frame);
    box.painter.setFont(large.font());
    if (sign > 0) {
        const QRectF tag(m_margin + padding, top + padding, sign, large.lineHeight());
        const timeline::BarBox bar{tag, timeline::ownerPaint(timeline::ownerIndex(moment.thread)),
                                   tag, signOf(moment.thread)};
        timeline::paintBar(inside, bar);
        timeline::paintBarText(inside, bar);
    }
    box.painter.setPen(box.palette.text);
    box.painter.drawText(QRectF(left, top + padding, width, sentenceHeight), flags,
                         moment.sentence);
    box.painter.setFont(m_metrics.font());
    box.painter.setPen(box.palette.dimText);
    box.painter.drawText(QRectF(left, top + padding + sentenceHeight, width, changesHeight), flags,
                         changes);
    return frame.bottom();
}

double StepSheet::timelineHeight() const {
    const double legend = m_legend.height();
    return m_row_metrics.rulerHeight() + m_layout.height() +
           (legend > 0 ? legend + m_margin / 2 : 0);
}

// All of a short run; of a long one, the steps around this one, most of them before it. The same
// whichever steps have a page: a page out of the middle shows what came before.
timeline::Range StepSheet::rangeAround(timeline::Position position) const {
    const timeline::AxisMap& map = m_rows.map();
    timeline::Range whole{0, map.end()};
    if (map.axis() == timeline::Axis::steps) whole.to = std::max(whole.to, whole.from + 1) + 1;
    whole.to = std::max(whole.to, whole.from + map.minimumLength());
    if (map.axis() == timeline::Axis::time || whole.length() <= most_columns) return whole;
    const double from =
        std::clamp(position - most_columns * 0.75, whole.from, whole.to - most_columns);
    return {from, from + most_columns};
}

void StepSheet::paintTimeline(Paintbox page, const StepMoment& moment, double top) const {
    const Paintbox box{page.painter, page.palette, m_row_metrics};
    const double header =
        std::min(timeline::headerWidth(m_rows, m_layout, m_row_metrics), m_size.width() * 0.3);
    const double left = m_margin + header;
    const double right = m_size.width() - m_margin;
    const double rowsTop = top + m_row_metrics.rulerHeight();
    const double bottom = rowsTop + m_layout.height();
    const timeline::Position position = m_rows.map().ofCursor(moment.events);
    const timeline::Window window{
        {rangeAround(position), left, right - left}, rowsTop, rowsTop, bottom};
    const auto marks = timeline::rulerMarks(m_options.axis, window.scale, [&](const QString& text) {
        return m_row_metrics.width(text);
    });
    // On the step axis, the column of a step shows what it brought.
    const bool isSteps = m_options.axis == timeline::Axis::steps;
    const double now = window.scale.toPixelInside(position);
    const double end = window.scale.toPixelInside(position + (isSteps ? 1 : 0));
    timeline::paintGround(box, m_layout, window, marks);
    if (isSteps)
        box.painter.fillRect(QRectF(now, rowsTop, end - now, bottom - rowsTop),
                             box.palette.selection);
    const timeline::Picture whole =
        timeline::pictureOf(m_rows, m_layout, m_row_metrics, m_options.display, window);
    // What begins with the next column belongs to the next step.
    const double cut = isSteps ? end - m_row_metrics.hairline() : end;
    timeline::paintPicture(box, timeline::untilPixel(whole, cut, m_row_metrics));
    timeline::paintRuler(box, {left, top, right - left, m_row_metrics.rulerHeight()}, window.scale,
                         marks);
    timeline::paintHeaders(box, {m_margin, rowsTop, header, bottom - rowsTop}, m_rows, m_layout,
                           window, std::nullopt);
    timeline::paintCorner(box, {m_margin, top, header, m_row_metrics.rulerHeight()},
                          m_options.axis);
    box.painter.setPen(QPen(box.palette.dimText, m_row_metrics.hairline()));
    box.painter.drawLine(QLineF(m_margin, bottom, right, bottom));
    box.painter.setPen(QPen(box.palette.cursor, m_row_metrics.hairline() * 2));
    box.painter.drawLine(QLineF(now, top, now, bottom));
    m_legend.paint(box, {m_margin, bottom + m_margin / 2});
}

}  // namespace turnwise::ui
