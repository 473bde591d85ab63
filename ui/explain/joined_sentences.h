// Whole sentences, one after the other, with between them what the language has there: Chinese
// nothing.
#pragma once

#include <QStringList>

namespace turnwise::ui {

QString joinedSentences(const QStringList& sentences);

}  // namespace turnwise::ui
