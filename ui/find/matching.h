// What a person typed, and whether a text is meant by it.
#pragma once

#include <QString>
#include <QStringList>
#include <vector>

namespace turnwise::ui {

// One line that can be chosen.
struct Found {
    QString text;
    QString detail = {};  // at the end of the line: a key, a step
    int value = 0;        // what it stands for; its meaning is the caller's
    bool isEnabled = true;
};

QStringList wordsOf(const QString& query);

// Every word of the query is somewhere in the text, in whatever case. An empty query means
// everything.
bool isMeant(const QString& text, const QStringList& words);

// Those that are meant, the likeliest first: a text that begins with the query, then one that has a
// word that begins with it, then the others; each in their own order.
std::vector<Found> meant(const std::vector<Found>& choices, const QString& query);

}  // namespace turnwise::ui
