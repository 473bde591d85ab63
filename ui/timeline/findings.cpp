#include "ui/timeline/findings.h"

#include <QCoreApplication>
#include <algorithm>

#include "ui/timeline/description_parts.h"

namespace turnwise::timeline {

namespace {

struct Findings {
    Q_DECLARE_TR_FUNCTIONS(turnwise::timeline::Findings)
};

bool isDeadlock(const trace::Event& event) {
    return event.kind == trace::EventKind::run_ended &&
           event.value == static_cast<std::int64_t>(OutcomeKind::deadlock);
}

bool isBad(MarkKind kind) {
    return kind == MarkKind::error || kind == MarkKind::failed || kind == MarkKind::broken;
}

}  // namespace

std::vector<Finding> findingsOf(const Rows& rows) {
    std::vector<Finding> found;
    const auto add = [&](const Row& row) {
        for (const Mark& mark : row.marks) {
            if (!isBad(mark.kind)) continue;
            const bool is_deadlock = isDeadlock(rows.intervals().trace()[mark.event]);
            found.push_back({is_deadlock ? Finding::Kind::deadlock : Finding::Kind::error,
                             mark.event,
                             is_deadlock ? Findings::tr("Deadlock: nobody can ever go on.")
                                         : markDescription(rows, row, mark)});
        }
    };
    for (const Row& row : rows.threads())
        add(row);
    for (const Row& row : rows.objects())
        add(row);
    std::ranges::stable_sort(found, {}, &Finding::event);
    // A deadlock ends every thread that is in it, and an error names its thread and its primitive.
    const auto same = std::ranges::unique(found, [](const Finding& one, const Finding& other) {
        return one.event == other.event && one.kind == other.kind;
    });
    found.erase(same.begin(), same.end());
    return found;
}

}  // namespace turnwise::timeline
