#include "ui/explain/joined_sentences.h"

#include "ui/explain/scene.h"

namespace turnwise::ui {

QString joinedSentences(const QStringList& sentences) {
    QString text;
    for (const QString& sentence : sentences)
        text = text.isEmpty() ? sentence : joined(text, sentence);
    return text;
}

}  // namespace turnwise::ui
