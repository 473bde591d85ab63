#include "ui/explain/scene.h"

namespace turnwise::ui {

using trace::ObjectType;
using trace::Operation;

namespace {

QString acquireWait(const Scene& scene, const Wait& wait, const analysis::ObjectInfo& object) {
    const QString who = scene.name(wait.thread);
    const QString what = scene.object(wait.object);
    const bool counts =
        object.type == ObjectType::semaphore || object.type == ObjectType::bounded_semaphore;
    // Between a release and the wake-up that follows it, and for those that are not woken by it.
    if (counts && object.counter > 0)
        return Sentences::tr(
                   "%1 waits for %2, whose counter has just gone up to %3: whoever is woken for it "
                   "may acquire it.")
            .arg(who, what, QString::number(object.counter));
    if (counts && object.holders.empty())
        return Sentences::tr(
                   "%1 tries to acquire %2, but its counter is 0; %1 must wait until some "
                   "thread calls release().")
            .arg(who, what);
    if (counts)
        return Sentences::tr(
                   "%1 tries to acquire %2, but its counter is 0 (inside: %3); %1 "
                   "must wait until one of them calls release().")
            .arg(who, what, scene.list(object.holders));
    if (object.owner == no_thread)
        return Sentences::
            tr("%1 waits for %2, which has just been released: whoever is woken for it may take "
               "it.")
                .arg(who, what);
    const QString since = scene.heldSince(wait.object, object.owner);
    if (object.owner == wait.thread)
        return Sentences::tr(
                   "%1 tries to take %2, which it has held itself since %3; a Lock cannot be "
                   "taken twice, so %1 waits for itself.")
            .arg(who, what, since);
    return Sentences::tr("%1 tries to take %2; %3 has held it since %4; %1 must wait.")
        .arg(who, what, scene.name(object.owner), since);
}

QString signalWait(const Scene& scene, const Wait& wait, const analysis::ObjectInfo& object) {
    const QString who = scene.name(wait.thread);
    const QString what = scene.object(wait.object);
    switch (object.type) {
        case ObjectType::event:
            if (object.flag)
                return Sentences::tr(
                           "The flag of event %2 is true now, so %1 is about to be woken.")
                    .arg(who, what);
            return Sentences::tr(
                       "%1 waits for event %2: its flag is false, so %1 must wait until "
                       "another thread calls set().")
                .arg(who, what);
        case ObjectType::barrier:
            if (object.broken)
                return Sentences::tr(
                           "Barrier %2 is broken, so %1 is about to be woken and gets a "
                           "BrokenBarrierError.")
                    .arg(who, what);
            // It has arrived itself: nobody is there any more when the barrier has opened.
            if (object.counter == 0)
                return Sentences::tr("Barrier %2 has opened, so %1 is about to be woken.")
                    .arg(who, what);
            return Sentences::tr(
                       "%1 waits at barrier %2: %3 of %4 threads have arrived, and nobody "
                       "goes on before all are there.")
                .arg(who, what, QString::number(object.counter), QString::number(object.initial));
        default:
            return Sentences::tr("%1 waits on condition %2 until another thread calls notify().")
                .arg(who, what);
    }
}

QString threadWait(const Scene& scene, const Wait& wait) {
    const QString who = scene.name(wait.thread);
    const QString whom = scene.name(wait.other);
    const analysis::ThreadInfo* other = scene.before.thread(wait.other);
    const bool is_over = other && other->state == analysis::ThreadState::ended;
    switch (wait.operation) {
        case Operation::start:
            return Sentences::tr("%1 called start() and waits until %2 is running.").arg(who, whom);
        case Operation::exit:
            if (is_over)
                return Sentences::tr("%2 is over, so the program can end: %1 is about to be woken.")
                    .arg(who, whom);
            return Sentences::tr(
                       "%1 has nothing more to do, but %2 is not a daemon: the program "
                       "waits until it is over.")
                .arg(who, whom);
        default:
            if (is_over)
                return Sentences::tr("%2 is over, so %1 is about to be woken and join() returns.")
                    .arg(who, whom);
            return Sentences::tr("%1 waits in join() until %2 is over.").arg(who, whom);
    }
}

QString reason(const Scene& scene, const Wait& wait) {
    if (wait.other != no_thread && wait.object == no_object) return threadWait(scene, wait);
    const analysis::ObjectInfo* object = scene.before.object(wait.object);
    const QString who = scene.name(wait.thread);
    if (wait.operation == Operation::outside)
        return Sentences::tr("%1 waits for the world outside: a file, a socket or another process.")
            .arg(who);
    if (!object) return Sentences::tr("%1 cannot go on and waits.").arg(who);
    switch (wait.operation) {
        case Operation::acquire:
            return acquireWait(scene, wait, *object);
        case Operation::wait:
            return signalWait(scene, wait, *object);
        case Operation::get:
            return Sentences::tr(
                       "%1 wants an item from %2, but it is empty; %1 must wait until "
                       "another thread puts one in.")
                .arg(who, scene.object(wait.object));
        default:
            return Sentences::tr("%1 must wait for %2.").arg(who, scene.object(wait.object));
    }
}

}  // namespace

QString waitSentence(const Scene& scene, const Wait& wait) {
    if (wait.deadline == no_deadline) return reason(scene, wait);
    return joined(reason(scene, wait),
                  Sentences::tr("It gives up at %1 at the latest.").arg(timeText(wait.deadline)));
}

}  // namespace turnwise::ui
