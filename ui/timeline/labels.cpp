#include "ui/timeline/labels.h"

#include <QCoreApplication>
#include <algorithm>

#include "ui/explain/asked_sleep.h"
#include "ui/explain/named.h"
#include "ui/explain/words.h"
#include "ui/look/thread_sign.h"
#include "ui/timeline/time_text.h"

namespace turnwise::timeline {

using analysis::ThreadState;
using trace::ObjectType;
using trace::Operation;

namespace {

struct Labels {
    Q_DECLARE_TR_FUNCTIONS(turnwise::timeline::Labels)
};

QString letterOf(ThreadState state) {
    return QString(QLatin1Char(analysis::letter(state)));
}

// What the program asked for; it may sleep longer, because others run when it could wake.
QString sleepText(const Rows& rows, const analysis::ThreadSpan& span) {
    const trace::Event& event = rows.intervals().trace()[span.from];
    if (event.kind == trace::EventKind::sleep) return ui::askedSleep(event);
    return durationText(span.to_tick - span.from_tick);
}

QStringList stateTexts(const Rows& rows, const analysis::ThreadSpan& span) {
    const Names& names = rows.names();
    switch (span.state) {
        case ThreadState::created:
            return {Labels::tr("not started")};
        case ThreadState::ready:
            return {hasCores(rows) ? Labels::tr("ready, wants a core")
                                   : Labels::tr("ready, wants the GIL"),
                    Labels::tr("ready"), letterOf(span.state)};
        case ThreadState::running:
            return {Labels::tr("running"), letterOf(span.state)};
        case ThreadState::sleeping:
            return {Labels::tr("sleeps %1").arg(sleepText(rows, span)), letterOf(span.state)};
        case ThreadState::blocked:
            break;
        case ThreadState::ended:
            return {};
    }
    QStringList texts{waitText(names, span)};
    if (span.object != no_object)
        texts << names.object(span.object);
    else if (span.other != no_thread)
        texts << names.thread(span.other);
    return texts << letterOf(span.state);
}

QStringList ownerTexts(const Names& names, const analysis::OwnerSpan& span) {
    const QString& name = names.thread(span.owner);
    QStringList texts;
    if (span.depth > 1)
        texts << ui::named(Labels::tr("{name} ×{times}", "owner, depth"),
                           {{"name", name}, {"times", span.depth}});
    return texts << name << ui::signOf(span.owner);
}

QStringList counterTexts(ObjectType type, std::int64_t value, std::int64_t whole) {
    const QString number = QString::number(value);
    if (type == ObjectType::barrier)
        return {ui::named(Labels::tr("{part} of {whole}"), {{"part", value}, {"whole", whole}}),
                number};
    return {number};
}

QStringList waitingTexts(const Names& names, const analysis::ObjectRow& object, const Lane& lane,
                         std::size_t bar) {
    QStringList waiting;
    for (const ThreadId thread : waitersAt(object, lane, bar))
        waiting << names.thread(thread);
    const QString all = waiting.join(Labels::tr(", "));
    const int count = lane.track.bars()[bar].level;
    const QString number =
        count == 1 ? Labels::tr("1 waits") : Labels::tr("%n wait", nullptr, count);
    // Not the bare number, which would be read as that of a thread.
    return {Labels::tr("waiting: %1").arg(all), all, number, QStringLiteral("×%1").arg(count)};
}

}  // namespace

QStringList barTexts(const Rows& rows, const Row& row, const Lane& lane, std::size_t bar) {
    const analysis::Intervals& intervals = rows.intervals();
    if (row.kind == Row::Kind::core)
        return ownerTexts(rows.names(), intervals.cores()[row.core][bar]);
    if (row.kind == Row::Kind::thread)
        return stateTexts(rows, intervals.threads()[row.thread].spans[bar]);
    const analysis::ObjectRow& object = intervals.objects()[row.object - 1];
    switch (lane.kind) {
        case LaneKind::owners:
            return ownerTexts(rows.names(), object.owners[bar]);
        case LaneKind::counter:
            return counterTexts(row.type, object.counter[bar].value,
                                intervals.latest().objects()[row.object - 1].initial);
        case LaneKind::flag:
            return {object.counter[bar].value != 0 ? Labels::tr("set") : Labels::tr("not set")};
        case LaneKind::waiting:
            return waitingTexts(rows.names(), object, lane, bar);
        case LaneKind::states:
            break;
    }
    return {};
}

QString foldedTitle(RowId::Kind kind, std::size_t count) {
    const auto number = static_cast<int>(count);
    switch (kind) {
        case RowId::Kind::core:
            return Labels::tr("%n core(s)", nullptr, number);
        case RowId::Kind::thread:
            return Labels::tr("%n thread(s)", nullptr, number);
        case RowId::Kind::object:
            break;
    }
    return Labels::tr("%n primitive(s)", nullptr, number);
}

QString rowTitle(const Rows& rows, const Row& row) {
    switch (row.kind) {
        case Row::Kind::core:
            if (hasCores(rows)) return Labels::tr("Core %1").arg(row.core + 1);
            return Labels::tr("GIL", "the global interpreter lock");
        case Row::Kind::thread:
            return rows.names().thread(row.thread);
        case Row::Kind::object:
            break;
    }
    return rows.names().object(row.object);
}

QString rowKindText(const Rows& rows, const Row& row) {
    if (row.kind == Row::Kind::object) return ui::typeWord(row.type);
    if (row.kind == Row::Kind::core) return Labels::tr("who runs");
    const bool isDaemon = rows.intervals().latest().threads()[row.thread].daemon;
    return isDaemon ? Labels::tr("daemon") : QString();
}

std::vector<ThreadId> waitersAt(const analysis::ObjectRow& object, const Lane& lane,
                                std::size_t bar) {
    // Backwards from the last that came: as many as the bar says, so the walk is mostly short.
    const EventIndex at = lane.stretches[bar].from;
    auto span = std::ranges::upper_bound(object.waiters, at, {}, &analysis::WaiterSpan::from);
    std::vector<ThreadId> threads;
    while (span != object.waiters.begin() &&
           threads.size() < static_cast<std::size_t>(lane.track.bars()[bar].level)) {
        --span;
        if (span->to > at) threads.push_back(span->thread);
    }
    std::ranges::reverse(threads);
    return threads;
}

QString waitText(const Names& names, const analysis::ThreadSpan& blocked) {
    if (blocked.object != no_object)
        return Labels::tr("waits for %1").arg(names.object(blocked.object));
    if (blocked.operation == Operation::outside) return Labels::tr("waits for the outside");
    if (blocked.operation == Operation::start)
        return Labels::tr("waits until %1 runs").arg(names.thread(blocked.other));
    if (blocked.operation == Operation::exit && blocked.other == no_thread)
        return Labels::tr("waits until the others end");
    if (blocked.other != no_thread)
        return Labels::tr("waits until %1 ends").arg(names.thread(blocked.other));
    return Labels::tr("waits");
}

}  // namespace turnwise::timeline
