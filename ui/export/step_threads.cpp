#include "ui/export/step_threads.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>

#include "ui/explain/named.h"
#include "ui/explain/names.h"
#include "ui/explain/words.h"
#include "ui/look/code_font.h"
#include "ui/look/thread_sign.h"

namespace turnwise::ui {

using timeline::Metrics;
using timeline::Paintbox;

namespace {

struct StepPage {
    Q_DECLARE_TR_FUNCTIONS(turnwise::ui::StepPage)
};

constexpr double smallest_words = 0.65;  // of the text of the page
constexpr double readable_words = 0.8;

// Lines from top to bottom until the room is used up.
class Column {
  public:
    Column(Paintbox box, const QRectF& area) : m_box(box), m_area(area), m_y(area.top()) {}

    bool hasRoom(int lines = 1) const {
        return m_y + lines * m_box.metrics.lineHeight() <= m_area.bottom() + 0.5;
    }
    int room() const {
        return std::max(0, static_cast<int>((m_area.bottom() - m_y) / m_box.metrics.lineHeight()));
    }

    void heading(const QString& text) {
        if (m_y > m_area.top()) m_y += m_box.metrics.lineHeight() * 0.4;
        if (!hasRoom(2)) return;
        m_box.painter.setFont(m_box.metrics.font());
        m_box.painter.setPen(m_box.palette.dimText);
        write(text, 0, m_area.width());
        next(1.15);
    }

    // `paint` is drawn as a tag with `sign` in it, if there is a sign.
    void line(const QString& sign, timeline::Paint paint, const QString& name,
              const QString& words) {
        if (!hasRoom()) return;
        const double height = m_box.metrics.lineHeight();
        const double tag = height * 1.4;
        if (!sign.isEmpty()) {
            const QRectF rect(m_area.left(), m_y + height * 0.08, tag, height * 0.84);
            const timeline::BarBox bar{rect, paint, rect, sign};
            m_box.painter.setFont(m_box.metrics.font());
            timeline::paintBar(m_box, bar);
            timeline::paintBarText(m_box, bar);
        }
        const double left = sign.isEmpty() ? 0 : tag + 2 * m_box.metrics.padding();
        const double half = (m_area.width() - left) * 0.48;
        m_box.painter.setPen(m_box.palette.text);
        if (words.isEmpty()) {
            write(name, left, m_area.width() - left);
        } else {
            write(name, left, half - m_box.metrics.padding());
            write(words, left + half, m_area.width() - left - half);
        }
        next(1.05);
    }

    void code(const QString& text) {
        if (!hasRoom()) return;
        QFont font = codeFont(10);
        font.setPixelSize(static_cast<int>(m_box.metrics.font().pixelSize() * 0.9));
        font.setHintingPreference(QFont::PreferNoHinting);
        m_box.painter.setFont(font);
        m_box.painter.setPen(m_box.palette.text);
        m_box.painter.drawText(
            QPointF(m_area.left(), m_y + m_box.metrics.ascent()),
            QFontMetricsF(font).elidedText(text, Qt::ElideRight, m_area.width()));
        next(1);
    }

  private:
    void write(const QString& text, double left, double width) {
        m_box.painter.drawText(QPointF(m_area.left() + left, m_y + m_box.metrics.ascent()),
                               m_box.metrics.elided(text, width));
    }
    void next(double lines) { m_y += lines * m_box.metrics.lineHeight(); }

    Paintbox m_box;
    QRectF m_area;
    double m_y;
};

QString stateOf(const trace::Trace& trace, const analysis::State& state,
                const analysis::ThreadInfo& thread) {
    const QString word = QStringLiteral("%1 %2").arg(
        QString(QLatin1Char(analysis::letter(thread.state))), stateWord(thread.state));
    if (thread.state != analysis::ThreadState::blocked) return word;
    if (thread.object != no_object)
        return named(StepPage::tr("{state}, waits for {object}"),
                     {{"state", word}, {"object", objectName(trace, state, thread.object)}});
    if (thread.other != no_thread)
        return named(StepPage::tr("{state}, waits for {object}"),
                     {{"state", word}, {"object", threadName(trace, state, thread.other)}});
    return word;
}

QString valueOf(const trace::Trace& trace, const analysis::State& state,
                const analysis::ObjectInfo& object) {
    if (object.owner == no_thread) return valueWords(object);
    return named(
        StepPage::tr("{first}: {second}", "state of a lock: its owner"),
        {{"first", valueWords(object)}, {"second", threadName(trace, state, object.owner)}});
}

QStringList printedLines(const analysis::Intervals& intervals, const StepMoment& moment) {
    std::string text;
    for (const EventIndex at : intervals.outputs()) {
        if (at >= moment.events) break;
        text += intervals.trace().text(intervals.trace()[at].text);
    }
    QStringList lines = QString::fromStdString(text).split(QLatin1Char('\n'));
    if (!lines.isEmpty() && lines.back().isEmpty()) lines.removeLast();
    return lines;
}

// How much a reader wants to know of a thread at this moment: less is more.
int rankOf(const analysis::ThreadInfo& thread, const StepMoment& moment) {
    if (thread.id == moment.thread) return 0;
    switch (thread.state) {
        case analysis::ThreadState::running:
            return 1;
        case analysis::ThreadState::ready:
            return 2;
        case analysis::ThreadState::blocked:
            return 3;
        case analysis::ThreadState::sleeping:
            return 4;
        case analysis::ThreadState::created:
        case analysis::ThreadState::ended:
            break;
    }
    return 5;
}

// Which threads are told of, and in which size: all if there is room, else those that matter now.
struct Threads {
    Threads(const StepMoment& moment, const Metrics& page, double height) : font(page.font()) {
        const analysis::State& state = *moment.state;
        const auto objects = static_cast<double>(std::ranges::count_if(
            state.objects(), [](const analysis::ObjectInfo& object) { return !object.internal; }));
        constexpr double headings = 3 * 1.6;
        constexpr double printed = 2;
        const double others = headings + printed + 1.05 * std::min(objects, 4.0);
        const auto roomFor = [&](double share) {
            const double lines = height / (page.lineHeight() * share) - others;
            return static_cast<std::size_t>(std::max(2.0, lines / 1.05));
        };
        for (const analysis::ThreadInfo& thread : state.threads())
            shown.push_back(thread.id);
        double share = 1;
        while (share > smallest_words && roomFor(share) < shown.size())
            share -= 0.05;
        font.setPixelSize(std::max(6, static_cast<int>(page.font().pixelSize() * share)));
        if (shown.size() <= roomFor(share)) return;
        // Few of them, then, but in letters that can be read from the last row of a class.
        share = readable_words;
        font.setPixelSize(std::max(6, static_cast<int>(page.font().pixelSize() * share)));
        std::ranges::stable_sort(shown, {},
                                 [&](ThreadId id) { return rankOf(*state.thread(id), moment); });
        shown.resize(roomFor(share) - 1);
        std::ranges::sort(shown);
    }

    std::vector<ThreadId> shown;
    QFont font;
};

}  // namespace

void paintStepThreads(Paintbox box, const analysis::Intervals& intervals, const StepMoment& moment,
                      const QRectF& area) {
    const trace::Trace& trace = intervals.trace();
    const analysis::State& state = *moment.state;
    const Threads threads(moment, box.metrics, area.height());
    const Metrics metrics(threads.font);
    Column column({box.painter, box.palette, metrics}, area);
    column.heading(StepPage::tr("Threads"));
    for (const ThreadId id : threads.shown)
        column.line(signOf(id), timeline::ownerPaint(timeline::ownerIndex(id)),
                    threadName(trace, state, id), stateOf(trace, state, *state.thread(id)));
    if (threads.shown.size() < state.threads().size())
        column.line({}, {}, StepPage::tr("The others are in the timeline below."), {});
    const bool hasObjects = std::ranges::any_of(
        state.objects(), [](const analysis::ObjectInfo& object) { return !object.internal; });
    if (hasObjects) column.heading(StepPage::tr("Locks and signals"));
    for (const analysis::ObjectInfo& object : state.objects())
        if (!object.internal)
            column.line({}, {}, objectName(trace, state, object.id), valueOf(trace, state, object));
    const QStringList lines = printedLines(intervals, moment);
    if (lines.isEmpty()) return;
    column.heading(StepPage::tr("Printed so far"));
    for (const QString& line : lines.mid(std::max<qsizetype>(0, lines.size() - column.room())))
        column.code(line);
}

}  // namespace turnwise::ui
