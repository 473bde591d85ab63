#include "ui/explain/scene.h"

#include <QStringList>
#include <algorithm>

#include "ui/explain/named.h"
#include "ui/explain/words.h"

namespace turnwise::ui {

trace::ObjectType Scene::type(ObjectId id) const {
    const analysis::ObjectInfo* info = before.object(id);
    return info ? info->type : trace::ObjectType::lock;
}

std::span<const ThreadId> Scene::waiters(ObjectId id) const {
    const analysis::ObjectInfo* info = before.object(id);
    return info ? std::span<const ThreadId>(info->waiters) : std::span<const ThreadId>();
}

QString Scene::heldSince(ObjectId id, ThreadId owner) const {
    if (id == no_object || id > intervals.objects().size()) return {};
    const auto& owners = intervals.objects()[id - 1].owners;
    // The last span of this owner that began before this moment. An RLock has one span a depth:
    // the owner holds it since the first of those that follow each other without a gap.
    auto span = std::ranges::upper_bound(owners, before.position(), {}, &analysis::OwnerSpan::from);
    while (span != owners.begin() && std::prev(span)->owner != owner)
        --span;
    if (span == owners.begin()) return {};
    --span;
    while (span != owners.begin() && std::prev(span)->owner == owner &&
           std::prev(span)->to == span->from)
        --span;
    const auto step = steps.step_at(span->from + 1);
    const auto line = trace()[span->from].line;
    if (line == 0) return named(Sentences::tr("step {step}"), {{"step", step}});
    return named(Sentences::tr("step {step} (line {line})"), {{"step", step}, {"line", line}});
}

QString Scene::circle(std::span<const ThreadId> threads) const {
    QStringList names;
    for (const ThreadId id : threads) {
        names << name(id);
        const analysis::ThreadInfo* info = before.thread(id);
        if (info && info->object != no_object) names << object(info->object);
    }
    if (!threads.empty()) names << name(threads.front());
    return names.join(QStringLiteral(" → "));
}

QString Scene::sourceLine(const trace::Event& event) const {
    return ui::sourceLine(trace(), event);
}

QString joined(const QString& first, const QString& second) {
    if (second.isEmpty()) return first;
    return named(Sentences::tr("{first} {second}", "two whole sentences, one after the other"),
                 {{"first", first}, {"second", second}});
}

}  // namespace turnwise::ui
