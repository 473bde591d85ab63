#include "ui/timeline/description.h"

#include <QCoreApplication>

#include "ui/explain/named.h"
#include "ui/explain/names.h"
#include "ui/explain/words.h"
#include "ui/timeline/description_parts.h"
#include "ui/timeline/labels.h"
#include "ui/timeline/time_text.h"

namespace turnwise::timeline {

using analysis::ThreadState;
using trace::ObjectType;

namespace {

Tick tickAt(const Rows& rows, EventIndex event) {
    const analysis::Intervals& intervals = rows.intervals();
    return event < intervals.size() ? intervals.trace()[event].tick : intervals.duration();
}

QString lineSentence(const Rows& rows, EventIndex event) {
    if (event >= rows.intervals().size()) return {};
    const auto line = rows.intervals().trace()[event].line;
    return line == 0 ? QString() : Description::tr("Line %1.").arg(line);
}

QString counterSentence(const Rows& rows, const Row& row, std::int64_t value) {
    const QString name = rows.names().object(row.object);
    const auto initial = rows.intervals().latest().objects()[row.object - 1].initial;
    switch (row.type) {
        case ObjectType::barrier:
            return ui::named(
                Description::tr("{arrived} of {parties} threads have arrived at {barrier}."),
                {{"arrived", value}, {"parties", initial}, {"barrier", name}});
        case ObjectType::simple_queue:
            return value == 1 ? Description::tr("%1 holds one item.").arg(name)
                              : ui::named(Description::tr("{queue} holds {items} items."),
                                          {{"queue", name}, {"items", value}});
        case ObjectType::event:
            return value != 0 ? Description::tr("The flag of %1 is set.").arg(name)
                              : Description::tr("The flag of %1 is not set.").arg(name);
        default:
            break;
    }
    if (value == 0)
        return Description::tr("The counter of %1 is 0: whoever acquires it must wait.").arg(name);
    return ui::named(Description::tr("The counter of {semaphore} is {counter}."),
                     {{"semaphore", name}, {"counter", value}});
}

QString waitersSentence(const Rows& rows, const Row& row, const Lane& lane, std::size_t bar) {
    const auto waiting = waitersAt(rows.intervals().objects()[row.object - 1], lane, bar);
    const QString name = rows.names().object(row.object);
    const QString threads =
        ui::threadList(rows.intervals().trace(), rows.intervals().latest(), waiting);
    return waiting.size() == 1 ? ui::named(Description::tr("{thread} waits for {object}."),
                                           {{"thread", threads}, {"object", name}})
                               : ui::named(Description::tr("{threads} wait for {object}."),
                                           {{"threads", threads}, {"object", name}});
}

}  // namespace

QStringList barSentences(const Rows& rows, const Row& row, const Lane& lane, std::size_t bar) {
    if (row.kind == Row::Kind::core) return coreSentences(rows, row.core, bar);
    if (row.kind == Row::Kind::thread) return threadSentences(rows, row.thread, bar);
    const analysis::ObjectRow& object = rows.intervals().objects()[row.object - 1];
    if (lane.kind == LaneKind::owners) return ownerSentences(rows, row, object.owners[bar]);
    if (lane.kind == LaneKind::waiting) return {waitersSentence(rows, row, lane, bar)};
    return {counterSentence(rows, row, object.counter[bar].value)};
}

QString spanSentence(const Rows& rows, EventIndex from, EventIndex to) {
    const analysis::Steps& steps = rows.map().steps();
    const Tick begin = tickAt(rows, from);
    const Tick end = tickAt(rows, to);
    const auto stepOf = [&](EventIndex event) { return steps.step_at(event + 1); };
    const auto first = stepOf(from);
    const auto last = std::max(first, to >= rows.intervals().size() ? steps.count() : stepOf(to));
    return ui::named(
        Description::tr("From {begin} (step {first}) to {end} (step {last}): {duration}, {steps}."),
        {{"begin", durationText(begin)},
         {"first", first},
         {"end", durationText(end)},
         {"last", last},
         {"duration", durationText(end - begin)},
         {"steps", stepsText(last - first)}});
}

QString barDescription(const Rows& rows, const Row& row, const Lane& lane, std::size_t bar) {
    const Stretch events = stretchOf(rows, row, lane, bar);
    QStringList sentences = barSentences(rows, row, lane, bar);
    sentences.insert(1, spanSentence(rows, events.from, events.to));
    if (const QString line = lineSentence(rows, events.from); !line.isEmpty()) sentences << line;
    return sentences.join(QLatin1Char('\n'));
}

QString mergedDescription(const Rows& rows, const Row& row, const Lane& lane, std::size_t first,
                          std::size_t last) {
    const auto count = static_cast<int>(last - first);
    QStringList sentences{
        rowTitle(rows, row),
        Description::tr("%Ln changes in one place. Zoom in to see each.", nullptr, count)};
    sentences << spanSentence(rows, stretchOf(rows, row, lane, first).from,
                              stretchOf(rows, row, lane, last - 1).to);
    return sentences.join(QLatin1Char('\n'));
}

QString hitDescription(const Rows& rows, const Layout& layout, const Hit& hit) {
    const Row& row = *layout.boxes()[hit.row].row;
    QStringList texts;
    if (hit.mark) texts << markDescription(rows, row, *hit.mark);
    if (hit.isMerged())
        texts << mergedDescription(rows, row, row.lanes[*hit.lane], hit.first, hit.last);
    else if (hit.hasBars())
        texts << barDescription(rows, row, row.lanes[*hit.lane], hit.first);
    if (texts.isEmpty()) return rowTitle(rows, row);
    return texts.join(QLatin1Char('\n'));
}

}  // namespace turnwise::timeline
