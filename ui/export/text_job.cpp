#include "ui/export/text_job.h"

#include "ui/export/file_words.h"

namespace turnwise::ui {

bool TextJob::advance() {
    if (!m_file.isOpen() && !m_file.open(QIODevice::WriteOnly)) return fail(cannotWrite(m_file));
    bool isLast = false;
    const QByteArray piece = nextPiece(isLast);
    if (m_file.write(piece) != piece.size()) return fail(cannotWrite(m_file));
    if (!isLast) return true;
    return m_file.commit() ? false : fail(cannotWrite(m_file));
}

}  // namespace turnwise::ui
