#include "ui/timeline/kept_marks.h"

#include <QCoreApplication>
#include <algorithm>

#include "ui/explain/named.h"
#include "ui/timeline/time_text.h"

namespace turnwise::timeline {

namespace {

struct MarksText {
    Q_DECLARE_TR_FUNCTIONS(turnwise::timeline::MarksText)
};

Tick tickOf(const AxisMap& map, EventIndex cursor) {
    return cursor == 0 ? Tick{0} : map.intervals().trace()[cursor - 1].tick;
}

}  // namespace

void KeptMarks::toggle(EventIndex cursor) {
    const auto at = std::ranges::lower_bound(kept, cursor);
    if (at != kept.end() && *at == cursor)
        kept.erase(at);
    else
        kept.insert(at, cursor);
}

std::optional<EventIndex> KeptMarks::next(EventIndex cursor, Direction direction) const {
    std::optional<EventIndex> nearest;
    const auto look = [&](EventIndex mark) {
        const bool is_forward = direction == Direction::forward;
        if (is_forward ? mark <= cursor : mark >= cursor) return;
        if (!nearest || (is_forward ? mark < *nearest : mark > *nearest)) nearest = mark;
    };
    if (a) look(*a);
    if (b) look(*b);
    for (const EventIndex mark : kept)
        look(mark);
    return nearest;
}

std::vector<NamedMark> named(const KeptMarks& marks) {
    std::vector<NamedMark> all;
    for (std::size_t i = 0; i < marks.kept.size(); ++i)
        all.push_back({QString::number(i + 1), marks.kept[i]});
    if (marks.a) all.push_back({QStringLiteral("A"), *marks.a});
    if (marks.b) all.push_back({QStringLiteral("B"), *marks.b});
    return all;
}

QString momentWords(const AxisMap& map, EventIndex cursor) {
    return ui::named(
        MarksText::tr("step {step}, {time}"),
        {{"step", map.steps().step_at(cursor)}, {"time", durationText(tickOf(map, cursor))}});
}

QString differenceText(const AxisMap& map, const KeptMarks& marks) {
    QStringList parts;
    if (marks.a) parts << MarksText::tr("A: %1").arg(momentWords(map, *marks.a));
    if (marks.b) parts << MarksText::tr("B: %1").arg(momentWords(map, *marks.b));
    if (marks.a && marks.b) {
        const EventIndex first = std::min(*marks.a, *marks.b);
        const EventIndex last = std::max(*marks.a, *marks.b);
        const QString length = lengthText(tickOf(map, last) - tickOf(map, first),
                                          map.steps().step_at(last) - map.steps().step_at(first));
        parts << (*marks.b >= *marks.a ? MarksText::tr("B − A: %1").arg(length)
                                       : MarksText::tr("B − A: −(%1)").arg(length));
    }
    return parts.join(QStringLiteral("   "));
}

}  // namespace turnwise::timeline
