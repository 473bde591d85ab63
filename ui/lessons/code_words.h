// What a person who points at a place in a program wants to read about.
#pragma once

#include <QString>
#include <QStringList>

namespace turnwise::ui {

// The words to look up for the place, the most precise first: on `mutex.acquire` in a program with
// `mutex = Semaphore(3)` these are "Semaphore.acquire", "Semaphore", "acquire", "mutex". Empty
// where no word stands.
QStringList wordsAt(const QString& program, qsizetype position);

}  // namespace turnwise::ui
