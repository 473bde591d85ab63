#include "ui/explain/named.h"
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
        return named(Sentences::tr("{thread} waits for {semaphore}, whose counter has just gone up "
                                   "to {counter}: whoever is woken for it may acquire it."),
                     {{"thread", who}, {"semaphore", what}, {"counter", object.counter}});
    if (counts && object.holders.empty())
        return named(Sentences::tr("{thread} tries to acquire {semaphore}, but its counter is 0; "
                                   "{thread} must wait until some thread calls release()."),
                     {{"thread", who}, {"semaphore", what}});
    if (counts)
        return named(
            Sentences::tr("{thread} tries to acquire {semaphore}, but its counter is 0 (inside: "
                          "{holders}); {thread} must wait until one of them calls release()."),
            {{"thread", who}, {"semaphore", what}, {"holders", scene.list(object.holders)}});
    if (object.owner == no_thread)
        return named(Sentences::tr("{thread} waits for {lock}, which has just been released: "
                                   "whoever is woken for it may take it."),
                     {{"thread", who}, {"lock", what}});
    const QString since = scene.heldSince(wait.object, object.owner);
    if (object.owner == wait.thread)
        return named(
            Sentences::tr("{thread} tries to take {lock}, which it has held itself since {since}; "
                          "a Lock cannot be taken twice, so {thread} waits for itself."),
            {{"thread", who}, {"lock", what}, {"since", since}});
    return named(
        Sentences::tr("{thread} tries to take {lock}; {owner} has held it since {since}; {thread} "
                      "must wait."),
        {{"thread", who}, {"lock", what}, {"owner", scene.name(object.owner)}, {"since", since}});
}

QString signalWait(const Scene& scene, const Wait& wait, const analysis::ObjectInfo& object) {
    const QString who = scene.name(wait.thread);
    const QString what = scene.object(wait.object);
    switch (object.type) {
        case ObjectType::event:
            if (object.flag)
                return named(
                    Sentences::tr(
                        "The flag of event {event} is true now, so {thread} is about to be woken."),
                    {{"thread", who}, {"event", what}});
            return named(Sentences::tr("{thread} waits for event {event}: its flag is false, so "
                                       "{thread} must wait until another thread calls set()."),
                         {{"thread", who}, {"event", what}});
        case ObjectType::barrier:
            if (object.broken)
                return named(Sentences::tr("Barrier {barrier} is broken, so {thread} is about to "
                                           "be woken and gets a BrokenBarrierError."),
                             {{"thread", who}, {"barrier", what}});
            // It has arrived itself: nobody is there any more when the barrier has opened.
            if (object.counter == 0)
                return named(Sentences::tr(
                                 "Barrier {barrier} has opened, so {thread} is about to be woken."),
                             {{"thread", who}, {"barrier", what}});
            return named(
                Sentences::tr("{thread} waits at barrier {barrier}: {arrived} of {parties} threads "
                              "have arrived, and nobody goes on before all are there."),
                {{"thread", who},
                 {"barrier", what},
                 {"arrived", object.counter},
                 {"parties", object.initial}});
        default:
            return named(
                Sentences::tr(
                    "{thread} waits on condition {condition} until another thread calls notify()."),
                {{"thread", who}, {"condition", what}});
    }
}

QString threadWait(const Scene& scene, const Wait& wait) {
    const QString who = scene.name(wait.thread);
    const QString whom = scene.name(wait.other);
    const analysis::ThreadInfo* other = scene.before.thread(wait.other);
    const bool is_over = other && other->state == analysis::ThreadState::ended;
    switch (wait.operation) {
        case Operation::start:
            return named(
                Sentences::tr("{thread} called start() and waits until {other} is running."),
                {{"thread", who}, {"other", whom}});
        case Operation::exit:
            if (is_over)
                return named(
                    Sentences::tr(
                        "{other} is over, so the program can end: {thread} is about to be woken."),
                    {{"thread", who}, {"other", whom}});
            return named(Sentences::tr("{thread} has nothing more to do, but {other} is not a "
                                       "daemon: the program waits until it is over."),
                         {{"thread", who}, {"other", whom}});
        default:
            if (is_over)
                return named(
                    Sentences::tr(
                        "{other} is over, so {thread} is about to be woken and join() returns."),
                    {{"thread", who}, {"other", whom}});
            return named(Sentences::tr("{thread} waits in join() until {other} is over."),
                         {{"thread", who}, {"other", whom}});
    }
}

QString reason(const Scene& scene, const Wait& wait) {
    if (wait.other != no_thread && wait.object == no_object) return threadWait(scene, wait);
    const analysis::ObjectInfo* object = scene.before.object(wait.object);
    const QString who = scene.name(wait.thread);
    if (wait.operation == Operation::outside)
        return named(
            Sentences::tr(
                "{thread} waits for the world outside: a file, a socket or another process."),
            {{"thread", who}});
    if (!object) return named(Sentences::tr("{thread} cannot go on and waits."), {{"thread", who}});
    switch (wait.operation) {
        case Operation::acquire:
            return acquireWait(scene, wait, *object);
        case Operation::wait:
            return signalWait(scene, wait, *object);
        case Operation::get:
            return named(Sentences::tr("{thread} wants an item from {queue}, but it is empty; "
                                       "{thread} must wait until another thread puts one in."),
                         {{"thread", who}, {"queue", scene.object(wait.object)}});
        default:
            return named(Sentences::tr("{thread} must wait for {object}."),
                         {{"thread", who}, {"object", scene.object(wait.object)}});
    }
}

}  // namespace

QString waitSentence(const Scene& scene, const Wait& wait) {
    if (wait.deadline == no_deadline) return reason(scene, wait);
    return joined(reason(scene, wait), named(Sentences::tr("It gives up at {time} at the latest."),
                                             {{"time", timeText(wait.deadline)}}));
}

}  // namespace turnwise::ui
