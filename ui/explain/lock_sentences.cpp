#include "ui/explain/named.h"
#include "ui/explain/scene.h"

namespace turnwise::ui {

using trace::Event;
using trace::EventKind;
using trace::ObjectType;

namespace {

bool counts(ObjectType type) {
    return type == ObjectType::semaphore || type == ObjectType::bounded_semaphore;
}

QString acquire(const Scene& scene, const Event& event) {
    const QString who = scene.name(event.thread);
    const QString what = scene.object(event.object);
    const QString value = QString::number(event.value);
    const ObjectType type = scene.type(event.object);
    if (counts(type) && event.value == 0)
        return named(Sentences::tr("{thread} acquires {semaphore}; its counter goes down to 0, so "
                                   "the next thread will have to wait."),
                     {{"thread", who}, {"semaphore", what}});
    if (counts(type))
        return named(
            Sentences::tr("{thread} acquires {semaphore}; its counter goes down to {counter}."),
            {{"thread", who}, {"semaphore", what}, {"counter", value}});
    if (type == ObjectType::rlock && event.value > 1)
        return named(Sentences::tr("{thread} takes {lock} once more: it holds it already, so it "
                                   "need not wait; it will have to release it {count} times."),
                     {{"thread", who}, {"lock", what}, {"count", value}});
    return named(
        Sentences::tr(
            "{thread} takes {lock}, which is free; from now on the others must wait for it."),
        {{"thread", who}, {"lock", what}});
}

QString acquireFailed(const Scene& scene, const Event& event) {
    const QString who = scene.name(event.thread);
    const QString what = scene.object(event.object);
    if (static_cast<trace::WakeReason>(event.op) == trace::WakeReason::timed_out)
        return named(
            Sentences::tr(
                "{thread} did not get {lock} within its timeout: acquire() returns False."),
            {{"thread", who}, {"lock", what}});
    const analysis::ObjectInfo* object = scene.before.object(event.object);
    if (object && object->owner != no_thread)
        return named(Sentences::tr("{thread} tries {lock} without waiting; {owner} has held it "
                                   "since {since}, so acquire() returns False at once."),
                     {{"thread", who},
                      {"lock", what},
                      {"owner", scene.name(object->owner)},
                      {"since", scene.heldSince(event.object, object->owner)}});
    return named(Sentences::tr("{thread} tries {lock} without waiting; it is not free, so "
                               "acquire() returns False at once."),
                 {{"thread", who}, {"lock", what}});
}

QString semaphoreRelease(const Scene& scene, const Event& event) {
    const QString who = scene.name(event.thread);
    const QString what = scene.object(event.object);
    const QString value = QString::number(event.value);
    const auto waiters = scene.waiters(event.object);
    if (waiters.empty())
        return named(Sentences::tr("{thread} releases {semaphore}; its counter goes up to "
                                   "{counter}, and nobody waits for it."),
                     {{"thread", who}, {"semaphore", what}, {"counter", value}});
    return named(Sentences::tr("{thread} releases {semaphore}; its counter goes up to {counter}, "
                               "so {waiter}, which waits first, may go on."),
                 {{"thread", who},
                  {"semaphore", what},
                  {"counter", value},
                  {"waiter", scene.name(waiters.front())}});
}

QString release(const Scene& scene, const Event& event) {
    if (counts(scene.type(event.object))) return semaphoreRelease(scene, event);
    const QString who = scene.name(event.thread);
    const QString what = scene.object(event.object);
    if (static_cast<trace::Operation>(event.op) == trace::Operation::wait)
        return named(Sentences::tr("{thread} calls wait() and therefore gives {lock} away, so that "
                                   "others can change what it waits for."),
                     {{"thread", who}, {"lock", what}});
    if (event.value > 0)
        return named(Sentences::tr("{thread} releases {lock} once, but still holds it: it has to "
                                   "release it {count} more times."),
                     {{"thread", who}, {"lock", what}, {"count", event.value}});
    const auto waiters = scene.waiters(event.object);
    if (waiters.empty())
        return named(Sentences::tr("{thread} releases {lock}; nobody waits for it."),
                     {{"thread", who}, {"lock", what}});
    return named(
        Sentences::tr("{thread} releases {lock}; {waiter}, which waits first, may try to take it."),
        {{"thread", who}, {"lock", what}, {"waiter", scene.name(waiters.front())}});
}

}  // namespace

QString lockSentence(const Scene& scene, const Event& event) {
    switch (event.kind) {
        case EventKind::acquire:
            return acquire(scene, event);
        case EventKind::acquire_failed:
            return acquireFailed(scene, event);
        case EventKind::release:
            return release(scene, event);
        default:
            return {};
    }
}

}  // namespace turnwise::ui
