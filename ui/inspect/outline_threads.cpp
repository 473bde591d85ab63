#include <QCoreApplication>

#include "ui/explain/named.h"
#include "ui/explain/names.h"
#include "ui/explain/words.h"
#include "ui/inspect/outline.h"

namespace turnwise::ui {

namespace {

struct Threads {
    Q_DECLARE_TR_FUNCTIONS(turnwise::ui::Threads)
};

QString yesNo(bool value) {
    return value ? Threads::tr("yes") : Threads::tr("no");
}

// "blocked: lock_a", "blocked: join worker": enough to see it without opening anything.
QString stateCell(const Moment& moment, const analysis::ThreadInfo& thread) {
    const QString word = stateWord(thread.state);
    if (thread.stopped) return Threads::tr("%1 (stopped)").arg(word);
    if (thread.failed) return Threads::tr("%1 (exception)").arg(word);
    if (thread.state == analysis::ThreadState::sleeping)
        return named(Threads::tr("{state} until {time}"),
                     {{"state", word}, {"time", timeText(thread.deadline)}});
    if (thread.state != analysis::ThreadState::blocked) return word;
    const bool waits_for_object = thread.object != no_object;
    if (!waits_for_object && thread.other == no_thread) return word;
    return named(
        Threads::tr("{first}: {second}"),
        {{"first", word},
         {"second", waits_for_object ? objectName(moment.trace, moment.state, thread.object)
                                     : threadName(moment.trace, moment.state, thread.other)}});
}

}  // namespace

Outline threadOutline(const Moment& moment) {
    Outline rows;
    for (const analysis::ThreadInfo& thread : moment.state.threads()) {
        OutlineItem row;
        row.key = QString::number(thread.id);
        row.thread = thread.id;
        row.cells = {threadName(moment.trace, moment.state, thread.id),
                     stateCell(moment, thread),
                     thread.line == 0 ? QString() : QString::number(thread.line),
                     thread.ident == 0 ? QStringLiteral("None") : QString::number(thread.ident),
                     yesNo(thread.is_alive()),
                     yesNo(thread.daemon)};
        row.muted = thread.state == analysis::ThreadState::ended;
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace turnwise::ui
