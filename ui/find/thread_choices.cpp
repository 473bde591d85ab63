#include "ui/find/thread_choices.h"

#include <QCoreApplication>

#include "ui/explain/names.h"
#include "ui/explain/words.h"

namespace turnwise::ui {

namespace {

struct ThreadFinder {
    Q_DECLARE_TR_FUNCTIONS(turnwise::ui::ThreadFinder)
};

}  // namespace

std::vector<Found> threadChoices(const analysis::Intervals& intervals,
                                 const analysis::State& present, const QString& query) {
    const analysis::State& names = intervals.latest();
    std::vector<Found> choices;
    for (const analysis::ThreadInfo& thread : names.threads()) {
        const analysis::ThreadInfo* now = present.thread(thread.id);
        choices.push_back({threadName(intervals.trace(), names, thread.id),
                           now ? stateWord(now->state) : ThreadFinder::tr("still to come"),
                           static_cast<int>(thread.id)});
    }
    return meant(choices, query);
}

}  // namespace turnwise::ui
