#include "core/trace/wide_number.h"
#include "ui/explain/named.h"
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
        return named(Sentences::tr("{thread} has waited for {object} until its timeout was over: "
                                   "wait() returns False."),
                     {{"thread", who}, {"object", what}});
    if (scene.type(event.object) == ObjectType::condition)
        return named(Sentences::tr("{thread} was notified through {condition} and holds its lock "
                                   "again: wait() returns True."),
                     {{"thread", who}, {"condition", what}});
    return named(
        Sentences::tr("The flag of {event} is true, so wait() returns True and {thread} goes on."),
        {{"thread", who}, {"event", what}});
}

QString notify(const Scene& scene, const Event& event) {
    const QString who = scene.name(event.thread);
    const QString what = scene.object(event.object);
    if (event.value == 0)
        return named(
            Sentences::tr("{thread} notifies {condition}; nobody waits on it, so nothing happens."),
            {{"thread", who}, {"condition", what}});
    return named(
        Sentences::tr("{thread} notifies {condition}: threads woken: {woken}, still waiting: "
                      "{waiting}; who is woken goes on when it has the lock again."),
        {{"thread", who},
         {"condition", what},
         {"woken", event.value},
         {"waiting", trace::wide_extra(event)}});
}

QString eventSet(const Scene& scene, const Event& event) {
    const QString who = scene.name(event.thread);
    const QString what = scene.object(event.object);
    const auto waiters = scene.waiters(event.object);
    if (waiters.empty())
        return named(Sentences::tr("{thread} sets the flag of {event} to true; nobody waits for it "
                                   "now, and nobody will have to."),
                     {{"thread", who}, {"event", what}});
    return named(
        Sentences::tr(
            "{thread} sets the flag of {event} to true: {waiters}, waiting for that, may go on."),
        {{"thread", who}, {"event", what}, {"waiters", scene.list(waiters)}});
}

QString barrier(const Scene& scene, const Event& event) {
    const QString who = scene.name(event.thread);
    const QString what = scene.object(event.object);
    switch (event.kind) {
        case EventKind::barrier_arrived:
            return named(Sentences::tr("{thread} arrives at barrier {barrier}: {arrived} of "
                                       "{parties} threads are there."),
                         {{"thread", who},
                          {"barrier", what},
                          {"arrived", event.value},
                          {"parties", trace::wide_extra(event)}});
        case EventKind::barrier_tripped:
            return named(Sentences::tr("{thread} was the last to arrive at barrier {barrier}: all "
                                       "{parties} threads go on."),
                         {{"thread", who}, {"barrier", what}, {"parties", event.value}});
        case EventKind::barrier_broken:
            return named(Sentences::tr("{thread} breaks barrier {barrier}: every thread that waits "
                                       "there gets a BrokenBarrierError."),
                         {{"thread", who}, {"barrier", what}});
        default:
            return named(
                Sentences::tr("{thread} resets barrier {barrier}: it is empty and whole again."),
                {{"thread", who}, {"barrier", what}});
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
            return named(Sentences::tr("{thread} sets the flag of {event} back to false: whoever "
                                       "calls wait() now has to wait."),
                         {{"thread", who}, {"event", what}});
        case EventKind::event_tested:
            return event.value != 0
                       ? named(Sentences::tr("{thread} asks for the flag of {event}: it is true."),
                               {{"thread", who}, {"event", what}})
                       : named(Sentences::tr("{thread} asks for the flag of {event}: it is false."),
                               {{"thread", who}, {"event", what}});
        case EventKind::barrier_arrived:
        case EventKind::barrier_tripped:
        case EventKind::barrier_broken:
        case EventKind::barrier_reset:
            return barrier(scene, event);
        case EventKind::timer_cancelled:
            return named(
                Sentences::tr("{thread} cancels timer {timer}: its function will not be called."),
                {{"thread", who}, {"timer", scene.name(event.other)}});
        case EventKind::timer_fired:
            return named(
                Sentences::tr("The time of timer {timer} has come: it calls its function."),
                {{"timer", who}});
        default:
            return {};
    }
}

}  // namespace turnwise::ui
