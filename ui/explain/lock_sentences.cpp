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
        return Sentences::tr(
                   "%1 acquires %2; its counter goes down to 0, so the next thread will have "
                   "to wait.")
            .arg(who, what);
    if (counts(type))
        return Sentences::tr("%1 acquires %2; its counter goes down to %3.").arg(who, what, value);
    if (type == ObjectType::rlock && event.value > 1)
        return Sentences::tr(
                   "%1 takes %2 once more: it holds it already, so it need not wait; it "
                   "will have to release it %3 times.")
            .arg(who, what, value);
    return Sentences::tr("%1 takes %2, which is free; from now on the others must wait for it.")
        .arg(who, what);
}

QString acquireFailed(const Scene& scene, const Event& event) {
    const QString who = scene.name(event.thread);
    const QString what = scene.object(event.object);
    if (static_cast<trace::WakeReason>(event.op) == trace::WakeReason::timed_out)
        return Sentences::tr("%1 did not get %2 within its timeout: acquire() returns False.")
            .arg(who, what);
    const analysis::ObjectInfo* object = scene.before.object(event.object);
    if (object && object->owner != no_thread)
        return Sentences::tr(
                   "%1 tries %2 without waiting; %3 has held it since %4, so acquire() "
                   "returns False at once.")
            .arg(who, what, scene.name(object->owner),
                 scene.heldSince(event.object, object->owner));
    return Sentences::tr(
               "%1 tries %2 without waiting; it is not free, so acquire() returns False at "
               "once.")
        .arg(who, what);
}

QString semaphoreRelease(const Scene& scene, const Event& event) {
    const QString who = scene.name(event.thread);
    const QString what = scene.object(event.object);
    const QString value = QString::number(event.value);
    const auto waiters = scene.waiters(event.object);
    if (waiters.empty())
        return Sentences::tr("%1 releases %2; its counter goes up to %3, and nobody waits for it.")
            .arg(who, what, value);
    return Sentences::tr(
               "%1 releases %2; its counter goes up to %3, so %4, which waits first, may "
               "go on.")
        .arg(who, what, value, scene.name(waiters.front()));
}

QString release(const Scene& scene, const Event& event) {
    if (counts(scene.type(event.object))) return semaphoreRelease(scene, event);
    const QString who = scene.name(event.thread);
    const QString what = scene.object(event.object);
    if (static_cast<trace::Operation>(event.op) == trace::Operation::wait)
        return Sentences::tr(
                   "%1 calls wait() and therefore gives %2 away, so that others can change "
                   "what it waits for.")
            .arg(who, what);
    if (event.value > 0)
        return Sentences::tr(
                   "%1 releases %2 once, but still holds it: it has to release it %3 more "
                   "times.")
            .arg(who, what, QString::number(event.value));
    const auto waiters = scene.waiters(event.object);
    if (waiters.empty())
        return Sentences::tr("%1 releases %2; nobody waits for it.").arg(who, what);
    return Sentences::tr("%1 releases %2; %3, which waits first, may try to take it.")
        .arg(who, what, scene.name(waiters.front()));
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
