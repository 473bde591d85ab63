// The timeline as a table, in words: its rows are those of the picture, its columns the steps. What
// a screen reader reads cell by cell, and what the transcript tells step by step.
#pragma once

#include <QString>
#include <QStringList>

#include "ui/timeline/rows.h"

namespace turnwise::timeline {

// "Step 12, 3.4 ms"; "Before the first step" for step 0.
QString stepTitle(const Rows& rows, std::size_t step);

// What the row shows after that step, and what happened in the row in it: a sentence each for every
// bar that begins there or goes on, and for every mark. Never empty.
QStringList cellSentences(const Rows& rows, const Row& row, std::size_t step);

// The same as one text, for a cell.
QString cellText(const Rows& rows, const Row& row, std::size_t step);

// Whether a bar begins or ends in the row at that step, or a mark stands there.
bool isChanged(const Rows& rows, const Row& row, std::size_t step);

// What happens at a step in all rows that can be shown: "worker: runs." A row that only goes on is
// left out, so that the texts of all steps tell the whole picture once.
QStringList stepTranscript(const Rows& rows, std::size_t step);

}  // namespace turnwise::timeline
