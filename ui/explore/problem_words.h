// What a finding of a search is called, and the sentence about it: from its parts, in the person's
// language.
#pragma once

#include <QString>

#include "ui/explore/search_report.h"

namespace turnwise::ui {

// "Deadlock": for a list, beside its icon.
QString kindWord(FoundProblem::Kind kind);
// A file of resources/icons: each kind of finding has a shape of its own, or shares one with its
// like.
QString kindIcon(FoundProblem::Kind kind);

// Whole sentences: who, what, where.
QString problemSentence(const FoundProblem& problem);
// Below it, smaller: threads, place, preemptions, how often, whether it was reproduced.
QString problemFacts(const FoundProblem& problem);
// Whether CPython 3.11 could do it; "" if that is not known.
QString onCpythonSentence(const FoundProblem& problem);

// "lost.py:5", "line 5" in the program itself, "" if it is not known.
QString placeWords(const FoundPlace& place, const QString& program = {});
// "no lock", "lock_a", "lock_a and lock_b".
QString locksWords(const QStringList& locks);
// "reads", "writes", "reads and writes".
QString accessWord(const QString& kind);

// "a", "a and b", "a, b and c".
QString listWords(const QStringList& list);

}  // namespace turnwise::ui
