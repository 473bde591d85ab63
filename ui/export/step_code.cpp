#include "ui/export/step_code.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStringList>
#include <algorithm>
#include <map>

#include "ui/look/code_font.h"
#include "ui/look/thread_sign.h"

namespace turnwise::ui {

using timeline::Metrics;
using timeline::Paintbox;

namespace {

struct StepPage {
    Q_DECLARE_TR_FUNCTIONS(turnwise::ui::StepPage)
};

constexpr double smallest_code = 0.82;  // of the text of the page

QFont codeFontOf(double pixelSize) {
    QFont font = codeFont(10);
    font.setPixelSize(std::max(6, static_cast<int>(pixelSize)));
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

// The threads that stand at each line of the file that is shown.
std::map<std::uint32_t, std::vector<ThreadId>> signsOf(const trace::Trace& trace,
                                                       const analysis::State& state,
                                                       const std::string& path) {
    std::map<std::uint32_t, std::vector<ThreadId>> signs;
    for (const analysis::ThreadInfo& thread : state.threads())
        if (thread.is_alive() && thread.line != 0 && trace.text(thread.file) == path)
            signs[thread.line].push_back(thread.id);
    return signs;
}

// Which lines are shown: all, or as many as fit, with `line` below the middle of them.
int firstLine(int count, int room, std::uint32_t line) {
    if (count <= room) return 1;
    return std::clamp(static_cast<int>(line) - room * 2 / 3, 1, count - room + 1);
}

// As many lines as possible in letters that can be read.
Metrics metricsFor(const Metrics& page, int lines, double height) {
    const double wanted = page.font().pixelSize() * 0.95;
    for (double size = wanted; size > page.font().pixelSize() * smallest_code; size -= 1) {
        const Metrics metrics(codeFontOf(size));
        if (metrics.lineHeight() * lines <= height) return metrics;
    }
    return Metrics(codeFontOf(page.font().pixelSize() * smallest_code));
}

void paintSigns(Paintbox box, const std::vector<ThreadId>& threads, double right, double top) {
    const double height = box.metrics.lineHeight();
    double x = right;
    for (auto thread = threads.rbegin(); thread != threads.rend(); ++thread) {
        const double width = box.metrics.width(signOf(*thread)) + 1.2 * box.metrics.padding() * 2;
        x -= width;
        const QRectF tag(x, top + height * 0.08, width - 2, height * 0.84);
        const timeline::BarBox bar{tag, timeline::ownerPaint(timeline::ownerIndex(*thread)), tag,
                                   signOf(*thread)};
        timeline::paintBar(box, bar);
        timeline::paintBarText(box, bar);
    }
}

}  // namespace

void paintStepCode(Paintbox page, const trace::Trace& trace, const StepMoment& moment,
                   const QRectF& area) {
    const std::string& path = moment.file ? trace.text(moment.file) : trace.header().program;
    const std::string& source = trace.source_of(path);
    QStringList lines = QString::fromStdString(source).split(QLatin1Char('\n'));
    while (!lines.isEmpty() && lines.back().trimmed().isEmpty())
        lines.removeLast();
    page.painter.setFont(page.metrics.font());
    page.painter.setPen(page.palette.dimText);
    const QString name = QFileInfo(QString::fromStdString(path)).fileName();
    page.painter.drawText(
        QPointF(area.left(), area.top() + page.metrics.ascent()),
        lines.isEmpty() ? StepPage::tr("The trace does not hold the text of the program.") : name);
    const double top = area.top() + page.metrics.lineHeight() * 1.3;
    const Metrics metrics =
        metricsFor(page.metrics, static_cast<int>(lines.size()), area.bottom() - top);
    const Paintbox box{page.painter, page.palette, metrics};
    const auto signs = signsOf(trace, *moment.state, path);
    std::size_t most = 1;
    for (const auto& [line, threads] : signs)
        most = std::max(most, std::min<std::size_t>(threads.size(), 6));
    const double tag = metrics.width(QStringLiteral("00")) + 2.4 * metrics.padding();
    const double tagsRight = area.left() + static_cast<double>(most) * tag;
    const double numbersRight =
        tagsRight + metrics.padding() + metrics.width(QString::number(lines.size()));
    const double left = numbersRight + 2 * metrics.padding();
    const int room = std::max(1, static_cast<int>((area.bottom() - top) / metrics.lineHeight()));
    const int first = firstLine(static_cast<int>(lines.size()), room, moment.shownLine);
    const int last = std::min(static_cast<int>(lines.size()), first + room - 1);
    box.painter.setFont(metrics.font());
    for (int number = first; number <= last; ++number) {
        const double y = top + (number - first) * metrics.lineHeight();
        const bool isCurrent = static_cast<std::uint32_t>(number) == moment.line;
        if (isCurrent) {
            const QRectF band(tagsRight, y, area.right() - tagsRight, metrics.lineHeight());
            box.painter.fillRect(band, box.palette.selection);
            box.painter.setBrush(Qt::NoBrush);
            box.painter.setPen(QPen(box.palette.text, metrics.hairline()));
            box.painter.drawRect(band);
        }
        if (const auto at = signs.find(static_cast<std::uint32_t>(number)); at != signs.end())
            paintSigns(box,
                       {at->second.begin(),
                        at->second.begin() + static_cast<std::ptrdiff_t>(
                                                 std::min<std::size_t>(at->second.size(), 6))},
                       tagsRight, y);
        const double baseline = y + metrics.ascent();
        const QString label = QString::number(number);
        box.painter.setPen(box.palette.dimText);
        box.painter.drawText(QPointF(numbersRight - metrics.width(label), baseline), label);
        const QString& text = lines[number - 1];
        if (!text.trimmed().startsWith(QLatin1Char('#'))) box.painter.setPen(box.palette.text);
        QString shown = text;
        shown.replace(QLatin1Char('\t'), QStringLiteral("    "));
        box.painter.drawText(
            QPointF(left, baseline),
            QFontMetricsF(metrics.font()).elidedText(shown, Qt::ElideRight, area.right() - left));
    }
}

}  // namespace turnwise::ui
