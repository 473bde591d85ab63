#include "ui/export/sheet.h"

#include <QFileInfo>
#include <QGuiApplication>
#include <algorithm>
#include <cmath>

#include "ui/export/caption.h"
#include "ui/timeline/viewport.h"

namespace turnwise::timeline {

namespace {

constexpr int narrowest = 320;
// Sizes of text: for a picture without a height of its own, and as shares of a given height.
constexpr double natural_text = 15;
constexpr double largest_text = 1.0 / 45;
constexpr double smallest_text = 9;
constexpr double largest_roominess = 2.2;
constexpr double title_scale = 1.5;
constexpr std::size_t boxes_at_a_time = 3000;

// Without hinting, a text is as wide on paper as it was measured for the screen.
QFont textFont(double pixelSize) {
    QFont font = QGuiApplication::font();
    font.setPixelSize(static_cast<int>(pixelSize));
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

QFont titleFont(const Metrics& metrics) {
    QFont font = metrics.font();
    font.setPixelSize(static_cast<int>(font.pixelSize() * title_scale));
    font.setBold(true);
    return font;
}

}  // namespace

Sheet::Setting::Setting(const Sheet& sheet, double pixelSize, double roominess)
    : metrics(textFont(pixelSize), roominess),
      layout(sheet.m_rows, metrics, sheet.m_options.display),
      legend(sheet.m_options.showLegend ? legendOf(sheet.m_rows, sheet.m_options.display)
                                        : std::vector<LegendEntry>(),
             metrics, sheet.m_options.size.width() - 2 * metrics.lineHeight()),
      notes(sheet.m_notes, sheet.m_rows.map().steps(), metrics,
            sheet.m_options.size.width() - 2 * metrics.lineHeight()),
      margin(metrics.lineHeight()),
      titleHeight(QFontMetricsF(titleFont(metrics)).height() +
                  metrics.lineHeight() * (0.6 + static_cast<double>(sheet.m_captions.size()))),
      noteStrip(noteStripHeight(sheet.m_notes, metrics)),
      header(std::min(headerWidth(sheet.m_rows, layout, metrics),
                      sheet.m_options.size.width() * 0.3)) {}

double Sheet::Setting::height() const {
    const double list = notes.height() > 0 ? notes.height() + margin : 0;
    return 3 * margin + titleHeight + metrics.rulerHeight() + layout.height() + noteStrip + list +
           legend.height();
}

Sheet::Sheet(const analysis::Intervals& intervals, const analysis::Steps& steps,
             const ExportOptions& options)
    : m_rows(intervals, steps, options.axis), m_options(options), m_title(options.title) {
    m_options.size.setWidth(std::max(m_options.size.width(), narrowest));
    if (m_title.isEmpty())
        m_title = QFileInfo(QString::fromStdString(intervals.trace().header().program)).fileName();
    m_captions = {ui::outcomeCaption(intervals, steps),
                  ui::settingCaption(intervals.trace().header(), options.decidedBy)};
    m_notes = notesBetween(options.notes, options.from.value_or(0),
                           options.to.value_or(intervals.size()));
    m_setting = bestSetting();
}

QSizeF Sheet::size() const {
    return {static_cast<double>(m_options.size.width()),
            std::max<double>(m_options.size.height(), std::ceil(m_setting->height()))};
}

// The largest text with which everything fits; and if there is still room then, higher rows.
std::unique_ptr<Sheet::Setting> Sheet::bestSetting() const {
    const double height = m_options.size.height();
    const double scale = m_options.scale;
    if (height <= 0) return std::make_unique<Setting>(*this, natural_text * scale, 1);
    double text = std::max(std::floor(height * largest_text * scale), smallest_text);
    auto setting = std::make_unique<Setting>(*this, text, 1);
    while (setting->height() > height && text > smallest_text)
        setting = std::make_unique<Setting>(*this, --text, 1);
    const double spare = std::floor(height - setting->height()) - 1;
    if (spare <= 0 || setting->layout.height() <= 0) return setting;
    const double roominess = std::min(1 + spare / setting->layout.height(), largest_roominess);
    return std::make_unique<Setting>(*this, text, roominess);
}

Range Sheet::shownRange() const {
    const AxisMap& map = m_rows.map();
    Viewport viewport;
    viewport.reset(map.end(), map.minimumLength());
    if (m_options.from || m_options.to)
        viewport.show({m_options.from ? map.ofCursor(*m_options.from) : viewport.limits().from,
                       m_options.to ? map.ofCursor(*m_options.to) : viewport.limits().to});
    return viewport.range();
}

void Sheet::paintTitle(Paintbox box) const {
    const double margin = m_setting->margin;
    const QFont font = titleFont(box.metrics);
    const QFontMetricsF metrics(font);
    box.painter.setFont(font);
    box.painter.setPen(box.palette.text);
    const double room = m_options.size.width() - 2 * margin;
    box.painter.drawText(QPointF(margin, margin + metrics.ascent()),
                         metrics.elidedText(m_title, Qt::ElideMiddle, room));
    box.painter.setFont(box.metrics.font());
    box.painter.setPen(box.palette.dimText);
    double baseline = margin + metrics.height() + box.metrics.ascent();
    for (const QString& caption : m_captions) {
        box.painter.drawText(QPointF(margin, baseline), box.metrics.elided(caption, room));
        baseline += box.metrics.lineHeight();
    }
}

void Sheet::paintNotes(Paintbox box, const Window& window, double notesTop) const {
    const QRectF strip(window.scale.left, window.bottom, window.scale.width, m_setting->noteStrip);
    paintNoteFlags(box, m_notes, m_rows.map(), window.scale, window.top, strip);
    m_setting->notes.paint(box, {m_setting->margin, notesTop});
}

// Bars and densities are many: so many of them at a time.
void Sheet::addPicture(std::vector<Part>& parts, const Window& window) const {
    const Setting& setting = *m_setting;
    const auto picture = std::make_shared<const Picture>(
        pictureOf(m_rows, setting.layout, setting.metrics, m_options.display, window));
    const auto box = [this](QPainter& painter) {
        return Paintbox{painter, paletteOf(m_options.theme), m_setting->metrics};
    };
    const auto piecesOf = [&parts](const auto& boxes, auto paint) {
        for (std::size_t at = 0; at < boxes.size(); at += boxes_at_a_time) {
            const std::size_t count = std::min(boxes_at_a_time, boxes.size() - at);
            parts.push_back([paint, at, count](QPainter& painter) { paint(painter, at, count); });
        }
    };
    piecesOf(picture->bars, [picture, box](QPainter& painter, std::size_t at, std::size_t count) {
        paintBars(box(painter), std::span(picture->bars).subspan(at, count));
    });
    parts.push_back([picture, box](QPainter& painter) { paintBaselines(box(painter), *picture); });
    piecesOf(picture->densities,
             [picture, box](QPainter& painter, std::size_t at, std::size_t count) {
                 paintDensities(box(painter), std::span(picture->densities).subspan(at, count));
             });
    parts.push_back([picture, box](QPainter& painter) { paintOverBars(box(painter), *picture); });
}

std::vector<Sheet::Part> Sheet::parts() const {
    const Setting& setting = *m_setting;
    const double rulerTop = setting.margin + setting.titleHeight;
    const double rowsTop = rulerTop + setting.metrics.rulerHeight();
    const double left = setting.margin + setting.header;
    const double right = size().width() - setting.margin;
    // The rows' ground reaches down to the legend, which stands at the foot of the page.
    const double legendTop = size().height() - setting.margin - setting.legend.height();
    const double notesTop =
        legendTop - (m_notes.empty() ? 0 : setting.notes.height() + setting.margin);
    const double bottom = notesTop - setting.margin - setting.noteStrip;
    const Window window{{shownRange(), left, right - left}, rowsTop, rowsTop, bottom};
    const auto marks = rulerMarks(m_options.axis, window.scale,
                                  [&](const QString& text) { return setting.metrics.width(text); });

    std::vector<Part> parts;
    parts.push_back([this, window, marks](QPainter& painter) {
        const Paintbox box{painter, paletteOf(m_options.theme), m_setting->metrics};
        painter.fillRect(QRectF(QPointF(), size()), box.palette.background);
        paintTitle(box);
        paintGround(box, m_setting->layout, window, marks);
    });
    addPicture(parts, window);
    parts.push_back([=, this](QPainter& painter) {
        const Metrics& metrics = m_setting->metrics;
        const Paintbox box{painter, paletteOf(m_options.theme), metrics};
        paintRuler(box, {left, rulerTop, right - left, metrics.rulerHeight()}, window.scale, marks);
        paintHeaders(box, {m_setting->margin, rowsTop, m_setting->header, bottom - rowsTop}, m_rows,
                     m_setting->layout, window, std::nullopt);
        paintCorner(box, {m_setting->margin, rulerTop, m_setting->header, metrics.rulerHeight()},
                    m_options.axis);
        painter.setPen(QPen(box.palette.dimText, metrics.hairline()));
        painter.drawLine(QLineF(m_setting->margin, bottom, right, bottom));
        if (!m_notes.empty()) paintNotes(box, window, notesTop);
        m_setting->legend.paint(box, {m_setting->margin, legendTop});
    });
    return parts;
}

}  // namespace turnwise::timeline
