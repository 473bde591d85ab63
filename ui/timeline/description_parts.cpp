#include "ui/timeline/description_parts.h"

#include <algorithm>

#include "ui/explain/named.h"
#include "ui/explain/names.h"

namespace turnwise::timeline {

using analysis::ThreadSpan;
using analysis::ThreadState;
using trace::EventKind;
using trace::Operation;
using trace::SwitchReason;
using trace::WakeReason;

namespace {

// The owner of a lock just after event `at`; no_thread if it has none.
ThreadId ownerAt(const analysis::ObjectRow& object, EventIndex at) {
    const auto later = std::ranges::upper_bound(object.owners, at, {}, &analysis::OwnerSpan::from);
    if (later == object.owners.begin() || std::prev(later)->to <= at) return no_thread;
    return std::prev(later)->owner;
}

QString blockedSentence(const Rows& rows, const QString& name, const ThreadSpan& span) {
    const Names& names = rows.names();
    const auto& objects = rows.intervals().objects();
    if (span.object != no_object && span.object <= objects.size()) {
        const analysis::ObjectRow& object = objects[span.object - 1];
        const bool isLock =
            object.type == trace::ObjectType::lock || object.type == trace::ObjectType::rlock;
        const ThreadId owner = isLock ? ownerAt(object, span.from) : no_thread;
        if (owner == no_thread)
            return ui::named(Description::tr("{thread} is blocked: it waits for {object}."),
                             {{"thread", name}, {"object", names.object(span.object)}});
        return ui::named(
            Description::tr("{thread} is blocked: it waits for {object}, which {owner} holds."),
            {{"thread", name},
             {"object", names.object(span.object)},
             {"owner", names.thread(owner)}});
    }
    if (span.operation == Operation::outside)
        return Description::tr("%1 is blocked: it waits for a file, a socket or another process.")
            .arg(name);
    if (span.operation == Operation::start)
        return ui::named(
            Description::tr("{thread} is blocked: it started {other} and waits until that runs."),
            {{"thread", name}, {"other", names.thread(span.other)}});
    if (span.other != no_thread)
        return ui::named(Description::tr("{thread} is blocked: it waits until {other} ends."),
                         {{"thread", name}, {"other", names.thread(span.other)}});
    return Description::tr("%1 is blocked.").arg(name);
}

QString stateSentence(const Rows& rows, const QString& name, const ThreadSpan& span) {
    switch (span.state) {
        case ThreadState::created:
            return Description::tr("%1 is not started yet.").arg(name);
        case ThreadState::ready:
            if (hasCores(rows)) return Description::tr("%1 is ready: it wants a core.").arg(name);
            return Description::tr("%1 is ready: it wants the GIL.").arg(name);
        case ThreadState::running:
            return Description::tr("%1 runs.").arg(name);
        case ThreadState::sleeping:
            return Description::tr("%1 sleeps.").arg(name);
        case ThreadState::blocked:
            break;
        case ThreadState::ended:
            return Description::tr("%1 is over.").arg(name);
    }
    return blockedSentence(rows, name, span);
}

// Why a core became free for the thread that runs there since `event`.
QString coreSentence(const Rows& rows, const trace::Event& event) {
    const QString core = QString::number(event.extra + 1);
    const auto reason = static_cast<SwitchReason>(event.op);
    if (event.other == no_thread || event.other == event.thread || reason == SwitchReason::idle)
        return Description::tr("Core %1 was idle.").arg(core);
    const QString before = rows.names().thread(event.other);
    switch (reason) {
        case SwitchReason::blocked:
            return ui::named(Description::tr("It got core {core} because {before} had to wait."),
                             {{"core", core}, {"before", before}});
        case SwitchReason::sleeping:
            return ui::named(Description::tr("It got core {core} because {before} went to sleep."),
                             {{"core", core}, {"before", before}});
        case SwitchReason::interval:
            return ui::named(
                Description::tr(
                    "It got core {core} because the switch interval of {before} was over."),
                {{"core", core}, {"before", before}});
        case SwitchReason::ended:
            return ui::named(Description::tr("It got core {core} because {before} ended."),
                             {{"core", core}, {"before", before}});
        default:
            return ui::named(
                Description::tr(
                    "It was chosen for core {core}, although {before} could have gone on."),
                {{"core", core}, {"before", before}});
    }
}

// Why the GIL came to the thread that runs since event `run`.
QString handOverSentence(const Rows& rows, EventIndex run) {
    const trace::Event& event = rows.intervals().trace()[run];
    if (event.kind != EventKind::run) return {};
    if (hasCores(rows)) return coreSentence(rows, event);
    const QString before = rows.names().thread(event.other);
    switch (static_cast<SwitchReason>(event.op)) {
        case SwitchReason::blocked:
            return Description::tr("It got the GIL because %1 had to wait.").arg(before);
        case SwitchReason::sleeping:
            return Description::tr("It got the GIL because %1 went to sleep.").arg(before);
        case SwitchReason::interval:
            return Description::tr("It got the GIL because the switch interval of %1 was over.")
                .arg(before);
        case SwitchReason::ended:
            return Description::tr("It got the GIL because %1 ended.").arg(before);
        case SwitchReason::chosen:
            return Description::tr("It was chosen, although %1 could have gone on.").arg(before);
        case SwitchReason::idle:
            return Description::tr("Nobody had the GIL.");
        case SwitchReason::none:
            break;
    }
    return {};
}

// Why a thread became ready.
QString wakeSentence(const Rows& rows, const ThreadSpan& span) {
    const trace::Event& event = rows.intervals().trace()[span.from];
    if (event.kind == EventKind::thread_started)
        return Description::tr("%1 started it.").arg(rows.names().thread(event.thread));
    if (event.kind == EventKind::run || span.reason == static_cast<int>(WakeReason::none))
        return hasCores(rows) ? Description::tr("It had to give its core away.")
                              : Description::tr("It had to give the GIL away.");
    if (span.reason == static_cast<int>(WakeReason::spurious))
        return Description::tr("It woke for no reason, as Condition.wait() may.");
    if (span.reason == static_cast<int>(WakeReason::interrupted))
        return Description::tr("It was interrupted.");
    if (span.reason == static_cast<int>(WakeReason::timed_out) || span.other == no_thread)
        return Description::tr("Its time was over.");
    return Description::tr("%1 let it go on.").arg(rows.names().thread(span.other));
}

}  // namespace

QStringList threadSentences(const Rows& rows, ThreadId thread, std::size_t bar) {
    const auto& spans = rows.intervals().threads()[thread].spans;
    const ThreadSpan& span = spans[bar];
    QStringList sentences{stateSentence(rows, rows.names().thread(thread), span)};
    QString why;
    if (span.state == ThreadState::running) why = handOverSentence(rows, span.from);
    if (span.state == ThreadState::ready) why = wakeSentence(rows, span);
    const bool waited = span.state == ThreadState::blocked || span.state == ThreadState::sleeping;
    if (waited && bar + 1 < spans.size() && spans[bar + 1].state == ThreadState::ready)
        why = wakeSentence(rows, spans[bar + 1]);
    if (!why.isEmpty()) sentences << why;
    return sentences;
}

namespace {

// Who could have run at some time of `span` and did not.
std::vector<ThreadId> wantingDuring(const Rows& rows, const analysis::Span& span) {
    std::vector<ThreadId> wanting;
    for (const analysis::ThreadRow& thread : rows.intervals().threads()) {
        const auto first = std::ranges::upper_bound(thread.spans, span.from, {}, &ThreadSpan::to);
        for (auto at = first; at != thread.spans.end() && at->from < span.to; ++at)
            if (at->state == ThreadState::ready && (wanting.empty() || wanting.back() != thread.id))
                wanting.push_back(thread.id);
    }
    return wanting;
}

QString wantingSentence(const Rows& rows, const analysis::Span& span) {
    const std::vector<ThreadId> wanting = wantingDuring(rows, span);
    if (wanting.empty()) return {};
    const QString threads =
        ui::threadList(rows.intervals().trace(), rows.intervals().latest(), wanting);
    if (hasCores(rows))
        return wanting.size() == 1 ? Description::tr("%1 wants a core meanwhile.").arg(threads)
                                   : Description::tr("%1 want a core meanwhile.").arg(threads);
    return wanting.size() == 1 ? Description::tr("%1 wants the GIL meanwhile.").arg(threads)
                               : Description::tr("%1 want the GIL meanwhile.").arg(threads);
}

}  // namespace

QStringList coreSentences(const Rows& rows, std::uint32_t core, std::size_t bar) {
    const analysis::OwnerSpan& span = rows.intervals().cores()[core][bar];
    const QString name = rows.names().thread(span.owner);
    QStringList sentences{hasCores(rows)
                              ? ui::named(Description::tr("{thread} runs on core {core}."),
                                          {{"thread", name}, {"core", core + 1}})
                              : Description::tr("%1 has the GIL: it runs.").arg(name)};
    for (const QString& more : {handOverSentence(rows, span.from), wantingSentence(rows, span)})
        if (!more.isEmpty()) sentences << more;
    return sentences;
}

QStringList ownerSentences(const Rows& rows, const Row& row, const analysis::OwnerSpan& span) {
    const QString owner = rows.names().thread(span.owner);
    const QString object = rows.names().object(row.object);
    if (span.depth > 1)
        return {
            ui::named(Description::tr("{thread} holds {lock}; it has acquired it {count} times."),
                      {{"thread", owner}, {"lock", object}, {"count", span.depth}})};
    return {ui::named(Description::tr("{thread} holds {lock}."),
                      {{"thread", owner}, {"lock", object}})};
}

QString markDescription(const Rows& rows, const Row& row, const Mark& mark) {
    const trace::Event& event = rows.intervals().trace()[mark.event];
    const trace::Trace& trace = rows.intervals().trace();
    const QString thread =
        rows.names().thread(row.kind == Row::Kind::thread ? row.thread : event.thread);
    const QString object = rows.names().object(row.object);
    const QString text = ui::shortened(ui::textOf(trace, event.text).trimmed());
    const QString value = ui::shortened(ui::textOf(trace, event.detail));
    switch (mark.kind) {
        case MarkKind::born:
            return Description::tr("%1 is created.").arg(thread);
        case MarkKind::ended:
            return Description::tr("%1 ends.").arg(thread);
        case MarkKind::failed:
            return Description::tr("An exception ends %1.").arg(thread);
        case MarkKind::stopped:
            return Description::tr("%1 is a daemon: it is stopped because the program ends.")
                .arg(thread);
        case MarkKind::output:
            return ui::named(Description::tr("{thread} prints: {text}"),
                             {{"thread", thread}, {"text", text}});
        case MarkKind::error:
            if (event.kind == EventKind::run_ended)
                return Description::tr("The run ends here: %1").arg(text);
            return ui::named(Description::tr("{thread} makes an error: {error}"),
                             {{"thread", thread}, {"error", text}});
        case MarkKind::interval:
            return Description::tr("The switch interval of %1 is over.")
                .arg(rows.names().thread(event.other));
        case MarkKind::signal:
            if (event.kind == EventKind::notify)
                return ui::named(Description::tr("{thread} notifies {condition}."),
                                 {{"thread", thread}, {"condition", object}});
            return Description::tr("The last thread arrives at %1: all go on.").arg(object);
        case MarkKind::broken:
            return Description::tr("%1 is broken.").arg(object);
        case MarkKind::read:
            return ui::named(Description::tr("{thread} reads {variable}: it is {value}."),
                             {{"thread", thread}, {"variable", text}, {"value", value}});
        case MarkKind::compute:
            return ui::named(Description::tr("{thread} computes with {expression}: the result, "
                                             "{result}, is known to this thread alone."),
                             {{"thread", thread}, {"expression", text}, {"result", value}});
        case MarkKind::write:
            return ui::named(
                Description::tr(
                    "{thread} writes {variable}: it is {value} for all threads from now on."),
                {{"thread", thread}, {"variable", text}, {"value", value}});
    }
    return {};
}

}  // namespace turnwise::timeline
