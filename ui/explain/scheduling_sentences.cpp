#include "ui/explain/asked_sleep.h"
#include "ui/explain/named.h"
#include "ui/explain/scene.h"

namespace turnwise::ui {

using trace::Event;
using trace::EventKind;
using trace::SwitchReason;
using trace::WakeReason;

namespace {

bool isByHand(const Scene& scene) {
    return scene.trace().header().policy == "manual";
}

// Without a GIL: who takes which core, and why that was free.
QString runOnCore(const Scene& scene, const Event& event) {
    const QString who = scene.name(event.thread);
    const QString core = QString::number(event.extra + 1);
    const auto reason = static_cast<SwitchReason>(event.op);
    if (event.other == no_thread || event.other == event.thread || reason == SwitchReason::idle)
        return named(Sentences::tr("{thread} runs on core {core}, which was idle."),
                     {{"thread", who}, {"core", core}});
    const QString whom = scene.name(event.other);
    switch (reason) {
        case SwitchReason::blocked:
            return named(
                Sentences::tr("{thread} runs on core {core}, because {other} has to wait."),
                {{"thread", who}, {"core", core}, {"other", whom}});
        case SwitchReason::sleeping:
            return named(Sentences::tr("{thread} runs on core {core}, because {other} sleeps."),
                         {{"thread", who}, {"core", core}, {"other", whom}});
        case SwitchReason::interval:
            return named(Sentences::tr("{thread} runs on core {core}: the switch interval is over, "
                                       "and there are more threads than cores, so {other} has to "
                                       "give the core up although it could go on."),
                         {{"thread", who}, {"core", core}, {"other", whom}});
        case SwitchReason::ended:
            return named(Sentences::tr("{thread} runs on core {core}, because {other} is over."),
                         {{"thread", who}, {"core", core}, {"other", whom}});
        default:
            if (isByHand(scene))
                return named(Sentences::tr("{thread} runs on core {core}: it was chosen by hand, "
                                           "although {other} could have gone on."),
                             {{"thread", who}, {"core", core}, {"other", whom}});
            return named(Sentences::tr("{thread} runs on core {core}: the scheduler chose so, "
                                       "although {other} could have gone on."),
                         {{"thread", who}, {"core", core}, {"other", whom}});
    }
}

QString run(const Scene& scene, const Event& event) {
    if (scene.hasCores()) return runOnCore(scene, event);
    const QString who = scene.name(event.thread);
    if (event.other == no_thread)
        return named(Sentences::tr("No thread had the GIL; {thread} takes it and runs."),
                     {{"thread", who}});
    const QString whom = scene.name(event.other);
    switch (static_cast<SwitchReason>(event.op)) {
        case SwitchReason::blocked:
            return named(
                Sentences::tr("{thread} takes the GIL and runs, because {other} has to wait."),
                {{"thread", who}, {"other", whom}});
        case SwitchReason::sleeping:
            return named(Sentences::tr("{thread} takes the GIL and runs, because {other} sleeps."),
                         {{"thread", who}, {"other", whom}});
        case SwitchReason::interval:
            return named(
                Sentences::tr("{thread} takes the GIL and runs: the switch interval is over, so "
                              "{other} has to give it up although it could go on."),
                {{"thread", who}, {"other", whom}});
        case SwitchReason::ended:
            return named(Sentences::tr("{thread} takes the GIL and runs, because {other} is over."),
                         {{"thread", who}, {"other", whom}});
        case SwitchReason::chosen:
            if (isByHand(scene))
                return named(Sentences::tr("{thread} takes the GIL and runs: it was chosen by "
                                           "hand, although {other} could have gone on."),
                             {{"thread", who}, {"other", whom}});
            return named(Sentences::tr("{thread} takes the GIL and runs: the scheduler chose so, "
                                       "although {other} could have gone on."),
                         {{"thread", who}, {"other", whom}});
        default:
            return named(Sentences::tr("{thread} takes the GIL after {other} and runs."),
                         {{"thread", who}, {"other", whom}});
    }
}

QString decision(const Scene& scene, const Event& event) {
    const QString index = QString::number(event.value);
    const QString count = QString::number(event.extra);
    const QString chosen = scene.name(event.other);
    switch (static_cast<trace::Question>(event.op)) {
        case trace::Question::who_is_woken:
            return named(Sentences::tr("Decision {decision}: {count} threads wait for {object}, "
                                       "and the scheduler wakes {chosen}."),
                         {{"decision", index},
                          {"count", count},
                          {"chosen", chosen},
                          {"object", scene.object(event.object)}});
        case trace::Question::who_is_first:
            return named(Sentences::tr("Decision {decision}: {count} threads act at the same "
                                       "moment, and the scheduler lets {chosen} be first."),
                         {{"decision", index}, {"count", count}, {"chosen", chosen}});
        case trace::Question::who_runs:
            break;
    }
    return named(Sentences::tr("Decision {decision}: {count} threads could run here, and the "
                               "scheduler chooses {chosen}."),
                 {{"decision", index}, {"count", count}, {"chosen", chosen}});
}

QString sleep(const Scene& scene, const Event& event) {
    return named(
        Sentences::tr("{thread} sleeps for {duration}, until {until}; meanwhile others may run."),
        {{"thread", scene.name(event.thread)},
         {"duration", askedSleep(event)},
         {"until", timeText(event.value)}});
}

QString timedOut(const Scene& scene, const Event& event, const analysis::ThreadInfo* info) {
    const QString whom = scene.name(event.other);
    if (!info || info->state != analysis::ThreadState::blocked)
        return scene.hasCores()
                   ? named(Sentences::tr(
                               "{thread} has slept long enough: it is ready and wants a core."),
                           {{"thread", whom}})
                   : named(Sentences::tr(
                               "{thread} has slept long enough: it is ready and wants the GIL."),
                           {{"thread", whom}});
    if (event.object != no_object)
        return named(Sentences::tr("The timeout of {thread} is over: it stops waiting for {object} "
                                   "and is ready again."),
                     {{"thread", whom}, {"object", scene.object(event.object)}});
    if (info->other != no_thread)
        return named(Sentences::tr("The timeout of {thread} is over: it stops waiting for {object} "
                                   "and is ready again."),
                     {{"thread", whom}, {"object", scene.name(info->other)}});
    return named(Sentences::tr("The timeout of {thread} is over: it is ready again."),
                 {{"thread", whom}});
}

// Without a GIL: somebody makes another thread ready.
QString wakeForCore(const Scene& scene, const Event& event, const analysis::ThreadInfo* info) {
    const QString who = scene.name(event.thread);
    const QString whom = scene.name(event.other);
    if (event.object != no_object)
        return named(
            Sentences::tr(
                "{thread} wakes {other}, which waited for {object}: it is ready and wants a core."),
            {{"thread", who}, {"other", whom}, {"object", scene.object(event.object)}});
    if (info && info->operation == trace::Operation::start)
        return named(Sentences::tr("{thread} is running now, so {other} can return from start(): "
                                   "it is ready and wants a core."),
                     {{"thread", who}, {"other", whom}});
    return named(Sentences::tr("{thread} wakes {other}: it is ready and wants a core."),
                 {{"thread", who}, {"other", whom}});
}

QString wake(const Scene& scene, const Event& event) {
    const QString whom = scene.name(event.other);
    const analysis::ThreadInfo* info = scene.before.thread(event.other);
    const auto reason = static_cast<WakeReason>(event.op);
    if (reason == WakeReason::interrupted)
        return named(
            Sentences::tr("A signal interrupts the waiting of {thread}: it is ready again."),
            {{"thread", whom}});
    if (reason == WakeReason::spurious)
        return named(
            Sentences::tr(
                "{thread} wakes from waiting on {condition} for no reason: a condition may do "
                "that, so a program has to look again whether what it waited for is true."),
            {{"thread", whom}, {"condition", scene.object(event.object)}});
    if (reason == WakeReason::timed_out || event.thread == no_thread)
        return timedOut(scene, event, info);
    const QString who = scene.name(event.thread);
    if (scene.hasCores()) return wakeForCore(scene, event, info);
    if (event.object != no_object)
        return named(Sentences::tr("{thread} wakes {other}, which waited for {object}: it is ready "
                                   "and wants the GIL."),
                     {{"thread", who}, {"other", whom}, {"object", scene.object(event.object)}});
    if (info && info->operation == trace::Operation::start)
        return named(Sentences::tr("{thread} is running now, so {other} can return from start(): "
                                   "it is ready and wants the GIL."),
                     {{"thread", who}, {"other", whom}});
    return named(Sentences::tr("{thread} wakes {other}: it is ready and wants the GIL."),
                 {{"thread", who}, {"other", whom}});
}

}  // namespace

QString schedulingSentence(const Scene& scene, const Event& event) {
    switch (event.kind) {
        case EventKind::decision:
            return decision(scene, event);
        case EventKind::run:
            return run(scene, event);
        case EventKind::block:
            return waitSentence(
                scene, {event.thread, event.object, static_cast<trace::Operation>(event.op),
                        event.other, event.value});
        case EventKind::sleep:
            return sleep(scene, event);
        case EventKind::wake:
            return wake(scene, event);
        default:
            return {};
    }
}

}  // namespace turnwise::ui
