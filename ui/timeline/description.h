// A bar in words: who, what, from when to when, why. For tool tips, the status line and those who
// cannot see the picture.
#pragma once

#include <QString>
#include <QStringList>

#include "ui/timeline/hit.h"
#include "ui/timeline/rows.h"

namespace turnwise::timeline {

// What a bar means, then why: the first of them alone says what is seen. Never empty.
QStringList barSentences(const Rows& rows, const Row& row, const Lane& lane, std::size_t bar);

// Several sentences, a line each: what a bar means; how long; why, and by whom.
QString barDescription(const Rows& rows, const Row& row, const Lane& lane, std::size_t bar);

// What bars that share a pixel hold in all.
QString mergedDescription(const Rows& rows, const Row& row, const Lane& lane, std::size_t first,
                          std::size_t last);

// All that is to be said of a place; the name of the row on bare ground.
QString hitDescription(const Rows& rows, const Layout& layout, const Hit& hit);

// "From 1 s (step 3) to 2.5 s (step 9): 1.5 s, 6 steps."; `to` may be the size of a run that goes
// on.
QString spanSentence(const Rows& rows, EventIndex from, EventIndex to);

}  // namespace turnwise::timeline
