#include "ui/timeline/cells.h"

#include <algorithm>

#include "ui/explain/joined_sentences.h"
#include "ui/timeline/description.h"
#include "ui/timeline/description_parts.h"
#include "ui/timeline/kept_marks.h"
#include "ui/timeline/labels.h"

namespace turnwise::timeline {

namespace {

// The events that make up a step: those that are no stop belong to the next one.
Stretch eventsOf(const Rows& rows, std::size_t step) {
    const analysis::Steps& steps = rows.map().steps();
    const EventIndex from = step == 0 ? 0 : steps.events_at(step - 1);
    const bool is_last = step >= steps.count();
    return {from, is_last ? rows.intervals().size() : steps.events_at(step)};
}

// Bars ascend by their first event.
template <typename Visit>
void visitBars(const Rows& rows, const Row& row, const Lane& lane, const Stretch& events,
               Visit visit) {
    const std::size_t count = lane.track.bars().size();
    std::size_t first = 0;
    std::size_t beyond = count;
    while (first < beyond) {  // the first bar that begins after these events
        const std::size_t middle = first + (beyond - first) / 2;
        if (stretchOf(rows, row, lane, middle).from < events.to)
            first = middle + 1;
        else
            beyond = middle;
    }
    const std::size_t end = first;
    const auto is_there = [&](std::size_t bar) {
        const Stretch stretch = stretchOf(rows, row, lane, bar);
        return stretch.to > events.from || stretch.from >= events.from;
    };
    while (first > 0 && is_there(first - 1))
        --first;
    for (std::size_t bar = first; bar < end; ++bar) {
        const Stretch stretch = stretchOf(rows, row, lane, bar);
        const bool goes_on = stretch.to >= events.to || stretch.to >= rows.intervals().size();
        visit(bar, stretch, goes_on);
    }
}

template <typename Visit>
void visitMarks(const Row& row, const Stretch& events, Visit visit) {
    for (const auto* marks : {&row.marks, &row.parts}) {
        auto mark = std::ranges::lower_bound(*marks, events.from, {}, &Mark::event);
        for (; mark != marks->end() && mark->event < events.to; ++mark)
            visit(*mark);
    }
}

QString nothingText(const Rows& rows, const Row& row, const Stretch& events) {
    if (row.kind == Row::Kind::core)
        return hasCores(rows) ? Description::tr("Nobody runs on core %1.").arg(row.core + 1)
                              : Description::tr("Nobody has the GIL.");
    if (row.kind == Row::Kind::thread) {
        const QString name = rows.names().thread(row.thread);
        const analysis::ThreadRow& thread = rows.intervals().threads()[row.thread];
        return events.to <= thread.born ? Description::tr("%1 is not created yet.").arg(name)
                                        : Description::tr("%1 is over.").arg(name);
    }
    const QString name = rows.names().object(row.object);
    const analysis::ObjectRow& object = rows.intervals().objects()[row.object - 1];
    if (events.to <= object.born) return Description::tr("%1 is not created yet.").arg(name);
    if (row.type == trace::ObjectType::lock || row.type == trace::ObjectType::rlock)
        return Description::tr("%1 is free.").arg(name);
    return Description::tr("Nobody waits for %1.").arg(name);
}

}  // namespace

QString stepTitle(const Rows& rows, std::size_t step) {
    if (step == 0) return Description::tr("Before the first step");
    const AxisMap& map = rows.map();
    const QString moment = momentWords(map, map.steps().events_at(step));
    return moment.left(1).toUpper() + moment.mid(1);
}

QStringList cellSentences(const Rows& rows, const Row& row, std::size_t step) {
    const Stretch events = eventsOf(rows, step);
    QStringList sentences;
    for (const Lane& lane : row.lanes)
        visitBars(rows, row, lane, events,
                  [&](std::size_t bar, const Stretch& stretch, bool goes_on) {
                      // What ended before this step began belongs to the one before.
                      if (!goes_on && stretch.from < events.from) return;
                      sentences << barSentences(rows, row, lane, bar).first();
                  });
    if (sentences.isEmpty()) sentences << nothingText(rows, row, events);
    visitMarks(row, events,
               [&](const Mark& mark) { sentences << markDescription(rows, row, mark); });
    return sentences;
}

QString cellText(const Rows& rows, const Row& row, std::size_t step) {
    return ui::joinedSentences(cellSentences(rows, row, step));
}

bool isChanged(const Rows& rows, const Row& row, std::size_t step) {
    const Stretch events = eventsOf(rows, step);
    bool changes = false;
    for (const Lane& lane : row.lanes)
        visitBars(rows, row, lane, events, [&](std::size_t, const Stretch& stretch, bool goes_on) {
            changes |= !goes_on || stretch.from >= events.from;
        });
    visitMarks(row, events, [&](const Mark&) { changes = true; });
    return changes;
}

QStringList stepTranscript(const Rows& rows, std::size_t step) {
    QStringList lines;
    const auto add = [&](const std::vector<Row>& group) {
        for (const Row& row : group)
            if (!row.lanes.empty() && isChanged(rows, row, step))
                lines << cellText(rows, row, step);
    };
    add(rows.cores());
    add(rows.threads());
    add(rows.objects());
    return lines;
}

}  // namespace turnwise::timeline
