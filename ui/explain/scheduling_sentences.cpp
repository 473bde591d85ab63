#include "ui/explain/asked_sleep.h"
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
        return Sentences::tr("%1 runs on core %2, which was idle.").arg(who, core);
    const QString whom = scene.name(event.other);
    switch (reason) {
        case SwitchReason::blocked:
            return Sentences::tr("%1 runs on core %2, because %3 has to wait.").arg(who, core, whom);
        case SwitchReason::sleeping:
            return Sentences::tr("%1 runs on core %2, because %3 sleeps.").arg(who, core, whom);
        case SwitchReason::interval:
            return Sentences::tr("%1 runs on core %2: the switch interval is over, and there are more threads than "
                                 "cores, so %3 has to give the core up although it could go on.")
                .arg(who, core, whom);
        case SwitchReason::ended:
            return Sentences::tr("%1 runs on core %2, because %3 is over.").arg(who, core, whom);
        default:
            if (isByHand(scene))
                return Sentences::
                    tr("%1 runs on core %2: it was chosen by hand, although %3 could have gone on.")
                        .arg(who, core, whom);
            return Sentences::tr("%1 runs on core %2: the scheduler chose so, although %3 could have gone on.")
                .arg(who, core, whom);
    }
}

QString run(const Scene& scene, const Event& event) {
    if (scene.hasCores()) return runOnCore(scene, event);
    const QString who = scene.name(event.thread);
    if (event.other == no_thread)
        return Sentences::tr("No thread had the GIL; %1 takes it and runs.").arg(who);
    const QString whom = scene.name(event.other);
    switch (static_cast<SwitchReason>(event.op)) {
        case SwitchReason::blocked:
            return Sentences::tr("%1 takes the GIL and runs, because %2 has to wait.")
                .arg(who, whom);
        case SwitchReason::sleeping:
            return Sentences::tr("%1 takes the GIL and runs, because %2 sleeps.").arg(who, whom);
        case SwitchReason::interval:
            return Sentences::tr(
                       "%1 takes the GIL and runs: the switch interval is over, so %2 has "
                       "to give it up although it could go on.")
                .arg(who, whom);
        case SwitchReason::ended:
            return Sentences::tr("%1 takes the GIL and runs, because %2 is over.").arg(who, whom);
        case SwitchReason::chosen:
            if (isByHand(scene))
                return Sentences::tr(
                           "%1 takes the GIL and runs: it was chosen by hand, although %2 could "
                           "have gone on.")
                    .arg(who, whom);
            return Sentences::tr(
                       "%1 takes the GIL and runs: the scheduler chose so, although %2 "
                       "could have gone on.")
                .arg(who, whom);
        default:
            return Sentences::tr("%1 takes the GIL after %2 and runs.").arg(who, whom);
    }
}

QString decision(const Scene& scene, const Event& event) {
    const QString index = QString::number(event.value);
    const QString count = QString::number(event.extra);
    const QString chosen = scene.name(event.other);
    switch (static_cast<trace::Question>(event.op)) {
        case trace::Question::who_is_woken:
            return Sentences::tr("Decision %1: %2 threads wait for %4, and the scheduler wakes %3.")
                .arg(index, count, chosen, scene.object(event.object));
        case trace::Question::who_is_first:
            return Sentences::tr("Decision %1: %2 threads act at the same moment, and the scheduler lets %3 be first.")
                .arg(index, count, chosen);
        case trace::Question::who_runs:
            break;
    }
    return Sentences::tr("Decision %1: %2 threads could run here, and the scheduler chooses %3.")
        .arg(index, count, chosen);
}

QString sleep(const Scene& scene, const Event& event) {
    return Sentences::tr("%1 sleeps for %2, until %3; meanwhile others may run.")
        .arg(scene.name(event.thread), askedSleep(event), timeText(event.value));
}

QString timedOut(const Scene& scene, const Event& event, const analysis::ThreadInfo* info) {
    const QString whom = scene.name(event.other);
    if (!info || info->state != analysis::ThreadState::blocked)
        return scene.hasCores()
                   ? Sentences::tr("%1 has slept long enough: it is ready and wants a core.").arg(whom)
                   : Sentences::tr("%1 has slept long enough: it is ready and wants the GIL.").arg(whom);
    if (event.object != no_object)
        return Sentences::tr(
                   "The timeout of %1 is over: it stops waiting for %2 and is ready again.")
            .arg(whom, scene.object(event.object));
    if (info->other != no_thread)
        return Sentences::tr(
                   "The timeout of %1 is over: it stops waiting for %2 and is ready again.")
            .arg(whom, scene.name(info->other));
    return Sentences::tr("The timeout of %1 is over: it is ready again.").arg(whom);
}

// Without a GIL: somebody makes another thread ready.
QString wakeForCore(const Scene& scene, const Event& event, const analysis::ThreadInfo* info) {
    const QString who = scene.name(event.thread);
    const QString whom = scene.name(event.other);
    if (event.object != no_object)
        return Sentences::tr("%1 wakes %2, which waited for %3: it is ready and wants a core.")
            .arg(who, whom, scene.object(event.object));
    if (info && info->operation == trace::Operation::start)
        return Sentences::tr("%1 is running now, so %2 can return from start(): it is ready and wants a core.")
            .arg(who, whom);
    return Sentences::tr("%1 wakes %2: it is ready and wants a core.").arg(who, whom);
}

QString wake(const Scene& scene, const Event& event) {
    const QString whom = scene.name(event.other);
    const analysis::ThreadInfo* info = scene.before.thread(event.other);
    const auto reason = static_cast<WakeReason>(event.op);
    if (reason == WakeReason::interrupted)
        return Sentences::tr("A signal interrupts the waiting of %1: it is ready again.").arg(whom);
    if (reason == WakeReason::spurious)
        return Sentences::tr("%1 wakes from waiting on %2 for no reason: a condition may do that, so a program has to "
                             "look again whether what it waited for is true.")
            .arg(whom, scene.object(event.object));
    if (reason == WakeReason::timed_out || event.thread == no_thread)
        return timedOut(scene, event, info);
    const QString who = scene.name(event.thread);
    if (scene.hasCores()) return wakeForCore(scene, event, info);
    if (event.object != no_object)
        return Sentences::tr("%1 wakes %2, which waited for %3: it is ready and wants the GIL.")
            .arg(who, whom, scene.object(event.object));
    if (info && info->operation == trace::Operation::start)
        return Sentences::tr(
                   "%1 is running now, so %2 can return from start(): it is ready and "
                   "wants the GIL.")
            .arg(who, whom);
    return Sentences::tr("%1 wakes %2: it is ready and wants the GIL.").arg(who, whom);
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
