// What a step of a search does, in the words of this language: the engine tells it in English.
#pragma once

#include <QString>

namespace turnwise::ui {

// "write x", "read x and write y", "acquire lock_a"; as it is if nobody knows it.
QString operationWords(const QString& operation);

}  // namespace turnwise::ui
