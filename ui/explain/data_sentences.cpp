#include "core/trace/wide_number.h"
#include "ui/explain/named.h"
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
            return named(Sentences::tr("{thread} creates {object} with counter {counter}."),
                         {{"thread", who}, {"object", name}, {"counter", number}});
        case trace::ObjectType::barrier:
            return named(Sentences::tr("{thread} creates {object} for {count} threads."),
                         {{"thread", who}, {"object", name}, {"count", number}});
        default:
            return named(Sentences::tr("{thread} creates {object}."),
                         {{"thread", who}, {"object", name}});
    }
}

QString objectCreated(const Scene& scene, const Event& event) {
    const QString who = scene.name(event.thread);
    const std::string_view word = trace::to_string(static_cast<trace::ObjectType>(event.value));
    const QString type = QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size()));
    if (event.op != 0)
        return named(
            Sentences::tr("The library code that {thread} called makes a {type} for its own use."),
            {{"thread", who}, {"type", type}});
    if (event.text == 0)
        return namelessCreated(scene, event, QStringLiteral("%1 #%2").arg(type).arg(event.object));
    const QString name = scene.text(event.text);
    switch (static_cast<trace::ObjectType>(event.value)) {
        case trace::ObjectType::semaphore:
        case trace::ObjectType::bounded_semaphore:
            return named(
                Sentences::tr("{thread} creates the {type} {object} with counter {counter}."),
                {{"thread", who},
                 {"type", type},
                 {"object", name},
                 {"counter", trace::wide_extra(event)}});
        case trace::ObjectType::barrier:
            return named(Sentences::tr("{thread} creates the {type} {object} for {count} threads."),
                         {{"thread", who},
                          {"type", type},
                          {"object", name},
                          {"count", trace::wide_extra(event)}});
        default:
            return named(Sentences::tr("{thread} creates the {type} {object}."),
                         {{"thread", who}, {"type", type}, {"object", name}});
    }
}

QString variable(const Scene& scene, const Event& event) {
    const QString who = scene.name(event.thread);
    const QString name = scene.text(event.text);
    const bool is_global = event.value == 0;
    if (event.kind == EventKind::variable_deleted)
        return is_global ? named(Sentences::tr("{thread} deletes the global variable {variable}."),
                                 {{"thread", who}, {"variable", name}})
                         : named(Sentences::tr("{thread} deletes its local variable {variable}."),
                                 {{"thread", who}, {"variable", name}});
    const QString value = scene.text(event.detail);
    return is_global
               ? named(Sentences::tr("{thread} changes the global variable {variable} to {value}."),
                       {{"thread", who}, {"variable", name}, {"value", value}})
               : named(Sentences::tr("{thread} changes its local variable {variable} to {value}."),
                       {{"thread", who}, {"variable", name}, {"value", value}});
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
            return named(Sentences::tr("{thread} keeps {object} in the variable {variable}."),
                         {{"thread", who}, {"object", what}, {"variable", scene.text(event.text)}});
        case EventKind::local_set:
            return named(Sentences::tr("{thread} sets {object}.{attribute} to {value}; only "
                                       "{thread} sees this value."),
                         {{"thread", who},
                          {"object", what},
                          {"attribute", scene.text(event.text)},
                          {"value", scene.text(event.detail)}});
        case EventKind::local_deleted:
            return named(
                Sentences::tr(
                    "{thread} deletes its own {object}.{attribute}; other threads keep theirs."),
                {{"thread", who}, {"object", what}, {"attribute", scene.text(event.text)}});
        case EventKind::queue_put:
            return named(
                Sentences::tr("{thread} puts an item into {queue}; items in it now: {items}."),
                {{"thread", who}, {"queue", what}, {"items", size}});
        case EventKind::queue_got:
            return named(
                Sentences::tr("{thread} takes an item out of {queue}; items left in it: {items}."),
                {{"thread", who}, {"queue", what}, {"items", size}});
        case EventKind::read:
            return named(Sentences::tr("{thread} reads {variable}, which is {value}."),
                         {{"thread", who},
                          {"variable", scene.text(event.text)},
                          {"value", scene.text(event.detail)}});
        case EventKind::write:
            if (event.detail == 0)
                return named(Sentences::tr("{thread} deletes {variable}."),
                             {{"thread", who}, {"variable", scene.text(event.text)}});
            return named(
                Sentences::tr(
                    "{thread} writes {variable}: all threads see it as {value} from now on."),
                {{"thread", who},
                 {"variable", scene.text(event.text)},
                 {"value", scene.text(event.detail)}});
        case EventKind::compute:
            return named(Sentences::tr("{thread} computes ({expression}) and has the result "
                                       "{result}; no other thread sees it yet."),
                         {{"thread", who},
                          {"expression", scene.text(event.text)},
                          {"result", scene.text(event.detail)}});
        case EventKind::variable:
        case EventKind::variable_deleted:
            return variable(scene, event);
        default:
            return {};
    }
}

}  // namespace turnwise::ui
