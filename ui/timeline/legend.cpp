#include "ui/timeline/legend.h"

#include <QCoreApplication>
#include <algorithm>

namespace turnwise::timeline {

using analysis::Arrow;
using analysis::ThreadState;
using trace::ObjectType;

namespace {

struct LegendText {
    Q_DECLARE_TR_FUNCTIONS(turnwise::timeline::Legend)
};

double sampleWidth(const Metrics& metrics) {
    return metrics.lineHeight() * 1.5;
}

LegendEntry stateEntry(ThreadState state, const QString& text) {
    const QString letter(QLatin1Char(analysis::letter(state)));
    return {LegendEntry::Swatch{paintOf(state), letter}, text};
}

bool hasObject(const Rows& rows, const DisplayOptions& display,
               std::initializer_list<ObjectType> types) {
    return std::ranges::any_of(rows.objects(), [&](const Row& row) {
        return (display.showInternal || !row.isInternal) &&
               std::ranges::find(types, row.type) != types.end();
    });
}

bool hasWaiters(const Rows& rows) {
    return std::ranges::any_of(rows.objects(), [](const Row& row) {
        return std::ranges::any_of(row.lanes, [](const Lane& lane) {
            return lane.kind == LaneKind::waiting && !lane.track.bars().empty();
        });
    });
}

void addBars(std::vector<LegendEntry>& entries, const Rows& rows, const DisplayOptions& display) {
    entries.push_back(stateEntry(ThreadState::running, LegendText::tr("running")));
    entries.push_back(stateEntry(ThreadState::ready, hasCores(rows)
                                                         ? LegendText::tr("ready, wants a core")
                                                         : LegendText::tr("ready, wants the GIL")));
    entries.push_back(stateEntry(ThreadState::blocked, LegendText::tr("blocked")));
    entries.push_back(stateEntry(ThreadState::sleeping, LegendText::tr("sleeping")));
    const auto add = [&](Paint paint, const QString& letter, const QString& text) {
        entries.push_back({LegendEntry::Swatch{paint, letter}, text});
    };
    if (display.showCores || hasObject(rows, display, {ObjectType::lock, ObjectType::rlock}))
        add(ownerPaint(1), {}, LegendText::tr("held; the colour is that of its owner"));
    if (hasWaiters(rows)) add(Paint::waiting, {}, LegendText::tr("threads wait for it"));
    if (hasObject(rows, display,
                  {ObjectType::semaphore, ObjectType::bounded_semaphore, ObjectType::barrier,
                   ObjectType::simple_queue}))
        add(Paint::counter, QStringLiteral("2"), LegendText::tr("value of the counter"));
    if (hasObject(rows, display, {ObjectType::semaphore, ObjectType::bounded_semaphore}))
        add(Paint::exhausted, QStringLiteral("0"), LegendText::tr("used up: the next one waits"));
    if (hasObject(rows, display, {ObjectType::event}))
        add(Paint::flag, {}, LegendText::tr("the flag is set"));
}

void addMarks(std::vector<LegendEntry>& entries, const Rows& rows) {
    const std::pair<MarkKind, QString> marks[] = {
        {MarkKind::born, LegendText::tr("created")},
        {MarkKind::ended, LegendText::tr("ended")},
        {MarkKind::failed, LegendText::tr("ended by an exception")},
        {MarkKind::stopped, LegendText::tr("daemon stopped")},
        {MarkKind::output, LegendText::tr("output")},
        {MarkKind::error, LegendText::tr("error")},
        {MarkKind::interval, LegendText::tr("switch interval over")},
        {MarkKind::signal, LegendText::tr("notify")},
        {MarkKind::broken, LegendText::tr("broken")},
        {MarkKind::read, LegendText::tr("reads a shared variable")},
        {MarkKind::compute, LegendText::tr("computes")},
        {MarkKind::write, LegendText::tr("writes a shared variable")},
    };
    for (const auto& [kind, text] : marks)
        if (rows.hasMark(kind)) entries.push_back({kind, text});
}

void addArrows(std::vector<LegendEntry>& entries, const Rows& rows) {
    bool wakes = false;
    bool joins = false;
    for (const Arrow& arrow : rows.intervals().arrows()) {
        (arrow.kind == Arrow::Kind::join ? joins : wakes) = true;
        if (wakes && joins) break;
    }
    if (wakes) entries.push_back({Arrow::Kind::wake, LegendText::tr("starts or wakes")});
    if (joins) entries.push_back({Arrow::Kind::join, LegendText::tr("ends what a join waits for")});
}

}  // namespace

std::vector<LegendEntry> legendOf(const Rows& rows, const DisplayOptions& display) {
    std::vector<LegendEntry> entries;
    addBars(entries, rows, display);
    addMarks(entries, rows);
    if (display.showArrows) addArrows(entries, rows);
    return entries;
}

Legend::Legend(std::vector<LegendEntry> entries, const Metrics& metrics, double width) {
    const double line = metrics.lineHeight() * 1.35;
    QPointF at(0, 0);
    for (LegendEntry& entry : entries) {
        const bool isMark = std::holds_alternative<MarkKind>(entry.sample);
        const double sample = isMark ? metrics.markSize() * 1.6 : sampleWidth(metrics);
        const double need = sample + metrics.padding() + metrics.width(entry.text);
        if (at.x() > 0 && at.x() + need > width) at = {0, at.y() + line};
        m_items.push_back({std::move(entry), at});
        at.rx() += need + metrics.padding() * 4;
    }
    m_height = m_items.empty() ? 0 : at.y() + line;
}

void Legend::paint(Paintbox box, const QPointF& topLeft) const {
    QPainter& painter = box.painter;
    const Metrics& metrics = box.metrics;
    painter.setFont(metrics.font());
    for (const Item& item : m_items) {
        const QPointF at = topLeft + item.at;
        QRectF sample(at.x(), at.y(), sampleWidth(metrics), metrics.lineHeight() * 1.1);
        if (const auto* swatch = std::get_if<LegendEntry::Swatch>(&item.entry.sample)) {
            painter.setRenderHint(QPainter::Antialiasing, false);
            const BarBox bar{sample, swatch->paint, sample, swatch->letter};
            paintBar(box, bar);
            paintBarText(box, bar);
        } else if (const auto* mark = std::get_if<MarkKind>(&item.entry.sample)) {
            sample.setWidth(metrics.markSize() * 1.6);
            painter.setRenderHint(QPainter::Antialiasing, true);
            paintMark(box, {sample.center(), *mark});
        } else {
            const auto kind = std::get<Arrow::Kind>(item.entry.sample);
            const double y = sample.center().y();
            painter.setRenderHint(QPainter::Antialiasing, true);
            paintArrow(box, {{sample.left(), y, sample.right(), y}, kind, true, false});
        }
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(box.palette.text);
        const double top = sample.center().y() - metrics.lineHeight() / 2;
        painter.drawText(QPointF(sample.right() + metrics.padding(), top + metrics.ascent()),
                         item.entry.text);
    }
}

}  // namespace turnwise::timeline
