#include "ui/explain/scene.h"

namespace turnwise::ui {

using analysis::Pattern;
using analysis::PatternKind;
using trace::EventKind;

namespace {

QString stepOf(const Scene& scene, EventIndex at) {
    return QString::number(scene.steps.step_at(at + 1));
}

ThreadId otherThan(const Pattern& pattern, ThreadId thread) {
    for (const ThreadId id : pattern.threads)
        if (id != thread) return id;
    return thread;
}

QString memory(const Scene& scene, const Pattern& pattern) {
    const ThreadId who = scene.trace()[pattern.evidence.front()].thread;
    const QString name = scene.name(who);
    const QString other = scene.name(otherThan(pattern, who));
    const QString what = QString::fromStdString(pattern.variable);
    if (pattern.kind == PatternKind::lost_update)
        return Sentences::
            tr("%1 reads %2 at step %3 and writes it at step %4 from what it read; %5 wrote %2 in "
               "between, and that update is lost.")
                .arg(name, what, stepOf(scene, pattern.evidence.front()), stepOf(scene, pattern.at),
                     other);
    return Sentences::
        tr("%1 checks %2 at step %3 and acts on the answer at step %4; %5 changed %2 in between, "
           "so the answer is no longer true.")
            .arg(name, what, stepOf(scene, pattern.evidence.front()), stepOf(scene, pattern.at),
                 other);
}

QString embrace(const Scene& scene, const Pattern& pattern) {
    // The names of the circle as they are at its end; it never opens again.
    return Sentences::
        tr("Each of these threads holds what the next one needs, so none of them can ever go on: "
           "%1.")
            .arg(scene.circle(pattern.threads));
}

QString forgotten(const Scene& scene, const Pattern& pattern) {
    const ThreadId owner = scene.trace()[pattern.evidence.front()].thread;
    const QString who = scene.name(owner);
    const QString what = scene.object(pattern.object);
    if (pattern.evidence.size() < 3)
        return Sentences::tr("%1 took %2 at step %3 and came to its end without releasing it.")
            .arg(who, what, stepOf(scene, pattern.evidence.front()));
    return Sentences::
        tr("%1 took %2 at step %3 and came to its end without releasing it; %4 waits for it for "
           "ever.")
            .arg(who, what, stepOf(scene, pattern.evidence.front()),
                 scene.name(scene.trace()[pattern.evidence.back()].thread));
}

QString lostWakeUp(const Scene& scene, const Pattern& pattern) {
    const QString who = scene.name(scene.trace()[pattern.evidence.back()].thread);
    const QString what = scene.object(pattern.object);
    const QString sender = scene.name(scene.trace()[pattern.evidence.front()].thread);
    if (scene.type(pattern.object) == trace::ObjectType::event)
        return Sentences::
            tr("%1 set %2 at step %3, but it was cleared again before %4 began to wait at step %5: "
               "%4 never saw it.")
                .arg(sender, what, stepOf(scene, pattern.evidence.front()), who,
                     stepOf(scene, pattern.evidence.back()));
    return Sentences::
        tr("%1 notified %2 at step %3, when nobody waited; %4 began to wait at step %5, too late, "
           "and nobody notifies again.")
            .arg(sender, what, stepOf(scene, pattern.evidence.front()), who,
                 stepOf(scene, pattern.evidence.back()));
}

QString missingSignal(const Scene& scene, const Pattern& pattern) {
    const QString who = scene.list(pattern.threads);
    const QString what = scene.object(pattern.object);
    switch (scene.type(pattern.object)) {
        case trace::ObjectType::barrier:
            return Sentences::
                tr("Waiting at barrier %1 for ever: %2; fewer threads came than the barrier needs.")
                    .arg(what, who);
        case trace::ObjectType::event:
            return Sentences::tr("Waiting for event %1 for ever: %2; nobody is left to call set().")
                .arg(what, who);
        case trace::ObjectType::condition:
            return Sentences::tr(
                       "Waiting on condition %1 for ever: %2; nobody is left to call notify().")
                .arg(what, who);
        case trace::ObjectType::simple_queue:
            return Sentences::tr(
                       "Waiting for an item from %1 for ever: %2; nobody is left to put one in.")
                .arg(what, who);
        default:
            return Sentences::tr("Waiting for %1 for ever: %2; nobody is left to call release().")
                .arg(what, who);
    }
}

}  // namespace

QString patternSentence(const Scene& scene, const Pattern& pattern) {
    const ThreadId first = pattern.threads.empty() ? no_thread : pattern.threads.front();
    switch (pattern.kind) {
        case PatternKind::lost_update:
        case PatternKind::check_then_act:
            return memory(scene, pattern);
        case PatternKind::deadly_embrace:
            return embrace(scene, pattern);
        case PatternKind::self_deadlock:
            return Sentences::
                tr("%1 has held %2 since step %3 and waits for it itself: a Lock does not know its "
                   "owner, so it waits for ever.")
                    .arg(scene.name(first), scene.object(pattern.object),
                         stepOf(scene, pattern.evidence.front()));
        case PatternKind::forgotten_release:
            return forgotten(scene, pattern);
        case PatternKind::lost_wake_up:
            return lostWakeUp(scene, pattern);
        case PatternKind::missing_signal:
            return missingSignal(scene, pattern);
        case PatternKind::foreign_release:
            return Sentences::tr(
                       "At step %1, %2 uses %3 without holding what it would have to hold: %4")
                .arg(stepOf(scene, pattern.at), scene.name(first),
                     pattern.object == no_object ? Sentences::tr("a primitive")
                                                 : scene.object(pattern.object),
                     scene.text(scene.trace()[pattern.at].text));
        case PatternKind::busy_wait:
            break;
    }
    return Sentences::
        tr("From step %1 on, %2 asks the same thing again and again without sleeping or waiting, "
           "and so takes the time that the others need.")
            .arg(stepOf(scene, pattern.evidence.front()), scene.name(first));
}

}  // namespace turnwise::ui
