#include "ui/find/matching.h"

#include <algorithm>

namespace turnwise::ui {

namespace {

int rankOf(const QString& text, const QString& query) {
    if (text.startsWith(query, Qt::CaseInsensitive)) return 0;
    if (text.contains(QLatin1Char(' ') + query, Qt::CaseInsensitive)) return 1;
    return 2;
}

}  // namespace

QStringList wordsOf(const QString& query) {
    return query.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

bool isMeant(const QString& text, const QStringList& words) {
    return std::ranges::all_of(
        words, [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

std::vector<Found> meant(const std::vector<Found>& choices, const QString& query) {
    const QStringList words = wordsOf(query);
    std::vector<Found> found;
    std::ranges::copy_if(choices, std::back_inserter(found),
                         [&](const Found& choice) { return isMeant(choice.text, words); });
    const QString trimmed = query.trimmed();
    if (!trimmed.isEmpty())
        std::ranges::stable_sort(found, {},
                                 [&](const Found& choice) { return rankOf(choice.text, trimmed); });
    return found;
}

}  // namespace turnwise::ui
