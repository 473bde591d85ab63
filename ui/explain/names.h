// How a person calls the threads and primitives of a run, the same in every sentence, table and
// mark.
#pragma once

#include <QString>
#include <span>

#include "core/analysis/state.h"

namespace turnwise::ui {

// "worker"; "worker #3" if another thread has the same name, so that two are never taken for one.
QString threadName(const trace::Trace& trace, const analysis::State& state, ThreadId id);

// "mutex_semaphore", or "Lock #3" where no variable is known to hold it.
QString objectName(const trace::Trace& trace, const analysis::State& state, ObjectId id);

// "T1, T2 and T3"; "T1, T2, T3 and 7 more" when there are many.
QString threadList(const trace::Trace& trace, const analysis::State& state,
                   std::span<const ThreadId> threads);

// Virtual time for reading: "1.0002 s"; never rounded to less than a microsecond.
QString timeText(Tick tick);

QString textOf(const trace::Trace& trace, StringId id);

// Long reprs and printed text are cut in the middle of a sentence, with an ellipsis.
QString shortened(const QString& text, qsizetype limit = 80);

}  // namespace turnwise::ui
