#include "ui/session/input_file.h"

#include <QDir>

namespace turnwise::ui {

InputFile::InputFile(const QString& text) {
    if (text.isEmpty()) return;
    m_file = std::make_unique<QTemporaryFile>(QDir::tempPath() + "/turnwise-input-XXXXXX");
    const QByteArray bytes = text.toUtf8();
    if (!m_file->open() || m_file->write(bytes) != bytes.size() || !m_file->flush())
        m_error = m_file->errorString();
}

QStringList InputFile::arguments() const {
    if (!m_file) return {};
    return {QStringLiteral("--stdin"), m_file->fileName()};
}

}  // namespace turnwise::ui
