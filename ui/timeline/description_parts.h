// The sentences of which descriptions are made, for threads and their locks.
#pragma once

#include <QCoreApplication>
#include <QStringList>

#include "ui/timeline/rows.h"

namespace turnwise::timeline {

// The translation context of all of them.
struct Description {
    Q_DECLARE_TR_FUNCTIONS(turnwise::timeline::Description)
};

// What span `bar` of a thread means; then how it came to it and what ended it, as far as is known.
QStringList threadSentences(const Rows& rows, ThreadId thread, std::size_t bar);
// Who has the GIL, and why it changed hands.
QStringList coreSentences(const Rows& rows, std::uint32_t core, std::size_t bar);
QStringList ownerSentences(const Rows& rows, const Row& row, const analysis::OwnerSpan& span);
// "worker prints: hello".
QString markDescription(const Rows& rows, const Row& row, const Mark& mark);

}  // namespace turnwise::timeline
