#include <QCoreApplication>

#include "ui/explain/names.h"
#include "ui/explain/words.h"
#include "ui/inspect/outline.h"

namespace turnwise::ui {

namespace {

// Who has it: the owner of a lock, those inside a semaphore.
QString ownerCell(const Moment& moment, const analysis::ObjectInfo& object) {
    if (object.owner != no_thread) return threadName(moment.trace, moment.state, object.owner);
    return threadList(moment.trace, moment.state, object.holders);
}

}  // namespace

Outline objectOutline(const Moment& moment) {
    Outline rows;
    for (const analysis::ObjectInfo& object : moment.state.objects()) {
        if (object.internal || object.type == trace::ObjectType::local) continue;
        OutlineItem row;
        row.key = QString::number(object.id);
        row.cells = {objectName(moment.trace, moment.state, object.id), typeWord(object.type),
                     valueWords(object), ownerCell(moment, object),
                     threadList(moment.trace, moment.state, object.waiters)};
        rows.push_back(std::move(row));
    }
    return rows;
}

Outline localOutline(const Moment& moment) {
    Outline rows;
    for (const analysis::ObjectInfo& object : moment.state.objects()) {
        if (object.type != trace::ObjectType::local || object.internal) continue;
        OutlineItem row;
        row.key = QString::number(object.id);
        row.cells = {objectName(moment.trace, moment.state, object.id), QString()};
        for (const auto& [thread, attributes] : object.local) {
            OutlineItem owner;
            owner.key = QString::number(thread);
            owner.thread = thread;
            owner.cells = {threadName(moment.trace, moment.state, thread), QString()};
            for (const auto& [attribute, value] : attributes) {
                OutlineItem entry;
                entry.key = textOf(moment.trace, attribute);
                entry.cells = {entry.key, textOf(moment.trace, value)};
                owner.children.push_back(std::move(entry));
            }
            row.children.push_back(std::move(owner));
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace turnwise::ui
