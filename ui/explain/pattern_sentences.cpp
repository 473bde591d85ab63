#include "ui/explain/named.h"
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
        return named(
            Sentences::tr(
                "{thread} reads {variable} at step {read} and writes it at step {written} from "
                "what it read; {other} wrote {variable} in between, and that update is lost."),
            {{"thread", name},
             {"variable", what},
             {"read", stepOf(scene, pattern.evidence.front())},
             {"written", stepOf(scene, pattern.at)},
             {"other", other}});
    return named(
        Sentences::tr(
            "{thread} checks {variable} at step {checked} and acts on the answer at step {acted}; "
            "{other} changed {variable} in between, so the answer is no longer true."),
        {{"thread", name},
         {"variable", what},
         {"checked", stepOf(scene, pattern.evidence.front())},
         {"acted", stepOf(scene, pattern.at)},
         {"other", other}});
}

QString embrace(const Scene& scene, const Pattern& pattern) {
    // The names of the circle as they are at its end; it never opens again.
    return named(Sentences::tr("Each of these threads holds what the next one needs, so none of "
                               "them can ever go on: {circle}."),
                 {{"circle", scene.circle(pattern.threads)}});
}

QString forgotten(const Scene& scene, const Pattern& pattern) {
    const ThreadId owner = scene.trace()[pattern.evidence.front()].thread;
    const QString who = scene.name(owner);
    const QString what = scene.object(pattern.object);
    if (pattern.evidence.size() < 3)
        return named(
            Sentences::tr(
                "{thread} took {lock} at step {step} and came to its end without releasing it."),
            {{"thread", who}, {"lock", what}, {"step", stepOf(scene, pattern.evidence.front())}});
    return named(Sentences::tr("{thread} took {lock} at step {step} and came to its end without "
                               "releasing it; {waiter} waits for it for ever."),
                 {{"thread", who},
                  {"lock", what},
                  {"step", stepOf(scene, pattern.evidence.front())},
                  {"waiter", scene.name(scene.trace()[pattern.evidence.back()].thread)}});
}

QString lostWakeUp(const Scene& scene, const Pattern& pattern) {
    const QString who = scene.name(scene.trace()[pattern.evidence.back()].thread);
    const QString what = scene.object(pattern.object);
    const QString sender = scene.name(scene.trace()[pattern.evidence.front()].thread);
    if (scene.type(pattern.object) == trace::ObjectType::event)
        return named(
            Sentences::tr("{sender} set {event} at step {set}, but it was cleared again before "
                          "{waiter} began to wait at step {waited}: {waiter} never saw it."),
            {{"sender", sender},
             {"event", what},
             {"set", stepOf(scene, pattern.evidence.front())},
             {"waiter", who},
             {"waited", stepOf(scene, pattern.evidence.back())}});
    return named(
        Sentences::tr(
            "{sender} notified {condition} at step {notified}, when nobody waited; {waiter} began "
            "to wait at step {waited}, too late, and nobody notifies again."),
        {{"sender", sender},
         {"condition", what},
         {"notified", stepOf(scene, pattern.evidence.front())},
         {"waiter", who},
         {"waited", stepOf(scene, pattern.evidence.back())}});
}

QString missingSignal(const Scene& scene, const Pattern& pattern) {
    const QString who = scene.list(pattern.threads);
    const QString what = scene.object(pattern.object);
    switch (scene.type(pattern.object)) {
        case trace::ObjectType::barrier:
            return named(Sentences::tr("Waiting at barrier {barrier} for ever: {threads}; fewer "
                                       "threads came than the barrier needs."),
                         {{"barrier", what}, {"threads", who}});
        case trace::ObjectType::event:
            return named(
                Sentences::tr(
                    "Waiting for event {event} for ever: {threads}; nobody is left to call set()."),
                {{"event", what}, {"threads", who}});
        case trace::ObjectType::condition:
            return named(Sentences::tr("Waiting on condition {condition} for ever: {threads}; "
                                       "nobody is left to call notify()."),
                         {{"condition", what}, {"threads", who}});
        case trace::ObjectType::simple_queue:
            return named(Sentences::tr("Waiting for an item from {queue} for ever: {threads}; "
                                       "nobody is left to put one in."),
                         {{"queue", what}, {"threads", who}});
        default:
            return named(
                Sentences::tr(
                    "Waiting for {object} for ever: {threads}; nobody is left to call release()."),
                {{"object", what}, {"threads", who}});
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
            return named(
                Sentences::tr("{thread} has held {lock} since step {step} and waits for it itself: "
                              "a Lock does not know its owner, so it waits for ever."),
                {{"thread", scene.name(first)},
                 {"lock", scene.object(pattern.object)},
                 {"step", stepOf(scene, pattern.evidence.front())}});
        case PatternKind::forgotten_release:
            return forgotten(scene, pattern);
        case PatternKind::lost_wake_up:
            return lostWakeUp(scene, pattern);
        case PatternKind::missing_signal:
            return missingSignal(scene, pattern);
        case PatternKind::foreign_release:
            return named(Sentences::tr("At step {step}, {thread} uses {object} without holding "
                                       "what it would have to hold: {error}"),
                         {{"step", stepOf(scene, pattern.at)},
                          {"thread", scene.name(first)},
                          {"object", pattern.object == no_object ? Sentences::tr("a primitive")
                                                                 : scene.object(pattern.object)},
                          {"error", scene.text(scene.trace()[pattern.at].text)}});
        case PatternKind::busy_wait:
            break;
    }
    return named(
        Sentences::tr("From step {step} on, {thread} asks the same thing again and again without "
                      "sleeping or waiting, and so takes the time that the others need."),
        {{"step", stepOf(scene, pattern.evidence.front())}, {"thread", scene.name(first)}});
}

}  // namespace turnwise::ui
