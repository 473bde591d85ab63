// What a search came to, in words: the headline, and what it stands on.
#pragma once

#include "ui/explore/search.h"

namespace turnwise::ui {

enum class Verdict {
    none,        // there was no search, or it goes on
    verified,    // all interleavings, and nothing was found
    found,       // all interleavings, and something was found
    incomplete,  // not all
    failed,      // no verdict: the engine refused, crashed or told nonsense
};

Verdict verdictOf(const Search& search);

// "Verified: all 36 interleavings were executed, and nothing was found."
QString verdictHeadline(const Search& search);
// What the verdict assumes, one sentence each.
QStringList verdictAssumptions(const Search& search);
// As one text, as the language wants it.
QString oneAfterTheOther(const QStringList& sentences);
// While it goes on: "1,204 interleavings, 5,400 a second, about 3,000 more".
QString progressWords(const Search& search);

// How a person calls what can be chosen, and a sentence about each.
QString searchGranularityWord(const QString& granularity);
QString searchGranularityTip(const QString& granularity);
QString searchModeWord(const QString& mode);
QString searchModeTip(const QString& mode);
QString searchTimeWord(const QString& time);
QString searchTimeTip(const QString& time);

}  // namespace turnwise::ui
