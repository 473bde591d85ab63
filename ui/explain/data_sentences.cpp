#include "core/trace/wide_number.h"
#include "ui/explain/scene.h"

namespace turnwise::ui {

using trace::Event;
using trace::EventKind;

namespace {

// Its type and its number are all that it is called.
QString namelessCreated(const Scene& scene, const Event& event, const QString& name) {
    const QString who = scene.name(event.thread);
    const QString number = QString::number(event.extra);
    switch (static_cast<trace::ObjectType>(event.value)) {
        case trace::ObjectType::semaphore:
        case trace::ObjectType::bounded_semaphore:
            return Sentences::tr("%1 creates %2 with counter %3.").arg(who, name, number);
        case trace::ObjectType::barrier:
            return Sentences::tr("%1 creates %2 for %3 threads.").arg(who, name, number);
        default:
            return Sentences::tr("%1 creates %2.").arg(who, name);
    }
}

QString objectCreated(const Scene& scene, const Event& event) {
    const QString who = scene.name(event.thread);
    const std::string_view word = trace::to_string(static_cast<trace::ObjectType>(event.value));
    const QString type = QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size()));
    if (event.op != 0)
        return Sentences::tr("The library code that %1 called makes a %2 for its own use.")
            .arg(who, type);
    if (event.text == 0)
        return namelessCreated(scene, event, QStringLiteral("%1 #%2").arg(type).arg(event.object));
    const QString name = scene.text(event.text);
    switch (static_cast<trace::ObjectType>(event.value)) {
        case trace::ObjectType::semaphore:
        case trace::ObjectType::bounded_semaphore:
            return Sentences::tr("%1 creates the %2 %3 with counter %4.")
                .arg(who, type, name, QString::number(trace::wide_extra(event)));
        case trace::ObjectType::barrier:
            return Sentences::tr("%1 creates the %2 %3 for %4 threads.")
                .arg(who, type, name, QString::number(trace::wide_extra(event)));
        default:
            return Sentences::tr("%1 creates the %2 %3.").arg(who, type, name);
    }
}

QString variable(const Scene& scene, const Event& event) {
    const QString who = scene.name(event.thread);
    const QString name = scene.text(event.text);
    const bool is_global = event.value == 0;
    if (event.kind == EventKind::variable_deleted)
        return is_global ? Sentences::tr("%1 deletes the global variable %2.").arg(who, name)
                         : Sentences::tr("%1 deletes its local variable %2.").arg(who, name);
    const QString value = scene.text(event.detail);
    return is_global
               ? Sentences::tr("%1 changes the global variable %2 to %3.").arg(who, name, value)
               : Sentences::tr("%1 changes its local variable %2 to %3.").arg(who, name, value);
}

}  // namespace

QString dataSentence(const Scene& scene, const Event& event) {
    const QString who = scene.name(event.thread);
    const QString what = scene.object(event.object);
    const QString size = QString::number(event.value);
    switch (event.kind) {
        case EventKind::object_created:
            return objectCreated(scene, event);
        case EventKind::object_named:
            return Sentences::tr("%1 keeps %2 in the variable %3.")
                .arg(who, what, scene.text(event.text));
        case EventKind::local_set:
            return Sentences::tr("%1 sets %2.%3 to %4; only %1 sees this value.")
                .arg(who, what, scene.text(event.text), scene.text(event.detail));
        case EventKind::local_deleted:
            return Sentences::tr("%1 deletes its own %2.%3; other threads keep theirs.")
                .arg(who, what, scene.text(event.text));
        case EventKind::queue_put:
            return Sentences::tr("%1 puts an item into %2; items in it now: %3.")
                .arg(who, what, size);
        case EventKind::queue_got:
            return Sentences::tr("%1 takes an item out of %2; items left in it: %3.")
                .arg(who, what, size);
        case EventKind::read:
            return Sentences::tr("%1 reads %2, which is %3.").arg(who, scene.text(event.text), scene.text(event.detail));
        case EventKind::write:
            if (event.detail == 0) return Sentences::tr("%1 deletes %2.").arg(who, scene.text(event.text));
            return Sentences::tr("%1 writes %2: all threads see it as %3 from now on.")
                .arg(who, scene.text(event.text), scene.text(event.detail));
        case EventKind::compute:
            return Sentences::tr("%1 computes (%2) and has the result %3; no other thread sees it yet.")
                .arg(who, scene.text(event.text), scene.text(event.detail));
        case EventKind::variable:
        case EventKind::variable_deleted:
            return variable(scene, event);
        default:
            return {};
    }
}

}  // namespace turnwise::ui
