// What is written in a bar, and beside a row.
#pragma once

#include <QStringList>

#include "ui/timeline/rows.h"

namespace turnwise::timeline {

// What bar `bar` of a lane may say, from the longest to the shortest text. May be empty.
QStringList barTexts(const Rows& rows, const Row& row, const Lane& lane, std::size_t bar);

// The name of a row: a thread, a primitive, "GIL".
QString rowTitle(const Rows& rows, const Row& row);
// What stands beside the strips of a folded group: "10 threads".
QString foldedTitle(RowId::Kind kind, std::size_t count);
// What it is, in a word: "Lock", "daemon"; "" for an ordinary thread.
QString rowKindText(const Rows& rows, const Row& row);

// Those that wait during bar `bar` of the waiting lane of `object`, first come first.
std::vector<ThreadId> waitersAt(const analysis::ObjectRow& object, const Lane& lane,
                                std::size_t bar);

// "waits for lock_a", "waits until worker ends": what a blocked thread is doing.
QString waitText(const Names& names, const analysis::ThreadSpan& blocked);

}  // namespace turnwise::timeline
