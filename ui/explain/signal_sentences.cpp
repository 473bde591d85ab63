#include "core/trace/wide_number.h"
#include "ui/explain/scene.h"

namespace turnwise::ui {

using trace::Event;
using trace::EventKind;
using trace::ObjectType;

namespace {

QString waitEnded(const Scene& scene, const Event& event) {
    const QString who = scene.name(event.thread);
    const QString what = scene.object(event.object);
    if (event.value == 0)
        return Sentences::tr(
                   "%1 has waited for %2 until its timeout was over: wait() returns False.")
            .arg(who, what);
    if (scene.type(event.object) == ObjectType::condition)
        return Sentences::tr(
                   "%1 was notified through %2 and holds its lock again: wait() returns "
                   "True.")
            .arg(who, what);
    return Sentences::tr("The flag of %2 is true, so wait() returns True and %1 goes on.")
        .arg(who, what);
}

QString notify(const Scene& scene, const Event& event) {
    const QString who = scene.name(event.thread);
    const QString what = scene.object(event.object);
    if (event.value == 0)
        return Sentences::tr("%1 notifies %2; nobody waits on it, so nothing happens.")
            .arg(who, what);
    return Sentences::tr(
               "%1 notifies %2: threads woken: %3, still waiting: %4; who is woken goes on "
               "when it has the lock again.")
        .arg(who, what, QString::number(event.value), QString::number(trace::wide_extra(event)));
}

QString eventSet(const Scene& scene, const Event& event) {
    const QString who = scene.name(event.thread);
    const QString what = scene.object(event.object);
    const auto waiters = scene.waiters(event.object);
    if (waiters.empty())
        return Sentences::tr(
                   "%1 sets the flag of %2 to true; nobody waits for it now, and nobody "
                   "will have to.")
            .arg(who, what);
    return Sentences::tr("%1 sets the flag of %2 to true: %3, waiting for that, may go on.")
        .arg(who, what, scene.list(waiters));
}

QString barrier(const Scene& scene, const Event& event) {
    const QString who = scene.name(event.thread);
    const QString what = scene.object(event.object);
    switch (event.kind) {
        case EventKind::barrier_arrived:
            return Sentences::tr("%1 arrives at barrier %2: %3 of %4 threads are there.")
                .arg(who, what, QString::number(event.value), QString::number(trace::wide_extra(event)));
        case EventKind::barrier_tripped:
            return Sentences::tr("%1 was the last to arrive at barrier %2: all %3 threads go on.")
                .arg(who, what, QString::number(event.value));
        case EventKind::barrier_broken:
            return Sentences::tr(
                       "%1 breaks barrier %2: every thread that waits there gets a "
                       "BrokenBarrierError.")
                .arg(who, what);
        default:
            return Sentences::tr("%1 resets barrier %2: it is empty and whole again.")
                .arg(who, what);
    }
}

}  // namespace

QString signalSentence(const Scene& scene, const Event& event) {
    const QString who = scene.name(event.thread);
    const QString what = scene.object(event.object);
    switch (event.kind) {
        case EventKind::wait_ended:
            return waitEnded(scene, event);
        case EventKind::notify:
            return notify(scene, event);
        case EventKind::event_set:
            return eventSet(scene, event);
        case EventKind::event_cleared:
            return Sentences::tr(
                       "%1 sets the flag of %2 back to false: whoever calls wait() now has "
                       "to wait.")
                .arg(who, what);
        case EventKind::event_tested:
            return event.value != 0
                       ? Sentences::tr("%1 asks for the flag of %2: it is true.").arg(who, what)
                       : Sentences::tr("%1 asks for the flag of %2: it is false.").arg(who, what);
        case EventKind::barrier_arrived:
        case EventKind::barrier_tripped:
        case EventKind::barrier_broken:
        case EventKind::barrier_reset:
            return barrier(scene, event);
        case EventKind::timer_cancelled:
            return Sentences::tr("%1 cancels timer %2: its function will not be called.")
                .arg(who, scene.name(event.other));
        case EventKind::timer_fired:
            return Sentences::tr("The time of timer %1 has come: it calls its function.").arg(who);
        default:
            return {};
    }
}

}  // namespace turnwise::ui
