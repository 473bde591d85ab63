#include "ui/session/temporary_program.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include "ui/session/program_text.h"

namespace turnwise::ui {

namespace {
// A folder of more files is no folder of a small program; linking it would only take time.
constexpr int neighboursLimit = 1000;
}  // namespace

TemporaryProgram::TemporaryProgram(const QString& path, const QString& text)
    : m_dir(QDir::tempPath() + "/turnwise-XXXXXX") {
    const QString fileName = QFileInfo(path).fileName();
    QFile file(m_dir.filePath(fileName));
    if (!m_dir.isValid()) {
        m_error = m_dir.errorString();
        return;
    }
    const auto [bytes, error] = encodedProgram(text);
    if (!error.isEmpty()) {
        m_error = error;
        return;
    }
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush()) {
        m_error = file.errorString();
        return;
    }
    m_filePath = file.fileName();
    m_copyFolder = (m_dir.path() + '/').toStdString();
    m_programFolder = path.chopped(fileName.size()).toStdString();
    if (QFileInfo::exists(path)) linkNeighbours(path);
}

void TemporaryProgram::linkNeighbours(const QString& path) const {
    const QFileInfo program(path);
    QDirIterator neighbours(program.absolutePath(), QDir::AllEntries | QDir::NoDotAndDotDot);
    for (int count = 0; neighbours.hasNext() && count < neighboursLimit; ++count) {
        neighbours.next();
        const QString name = neighbours.fileName();
        if (name != program.fileName() && name != "__pycache__")
            QFile::link(neighbours.filePath(), m_dir.filePath(name));
    }
}

std::string TemporaryProgram::restored(std::string_view text) const {
    std::string result(text);
    for (std::size_t at = result.find(m_copyFolder); at != std::string::npos;
         at = result.find(m_copyFolder, at + m_programFolder.size()))
        result.replace(at, m_copyFolder.size(), m_programFolder);
    return result;
}

}  // namespace turnwise::ui
