#include "app/cli/trace_file.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include "ui/session/file_reason.h"

namespace turnwise::cli {

namespace {

// A pipe or a device has no old contents to be kept, and cannot be replaced.
std::unique_ptr<QFileDevice> fileAt(const QString& path) {
    const QFileInfo info(path);
    if (info.exists() && !info.isFile() && !info.isDir()) return std::make_unique<QFile>(path);
    return std::make_unique<QSaveFile>(path);
}

}  // namespace

TraceFile::TraceFile(const std::string& path)
    : m_path(path), m_file(path.empty() ? nullptr : fileAt(QString::fromStdString(path))) {}

TraceFile::~TraceFile() = default;

bool TraceFile::open() {
    return !m_file || m_file->open(QIODevice::WriteOnly);
}

void TraceFile::write(const QByteArray& bytes) {
    if (m_file && m_file->write(bytes) != bytes.size()) m_isWhole = false;
}

void TraceFile::beginAnew() {
    if (m_file) m_isWhole = m_file->resize(0) && m_file->seek(0);
}

bool TraceFile::keep() {
    if (!m_file) return true;
    if (!m_file->flush() || !m_isWhole) return false;
    auto* replacing = dynamic_cast<QSaveFile*>(m_file.get());
    return !replacing || replacing->commit();
}

std::string TraceFile::whyNot() const {
    return "the trace cannot be written to " + m_path + ": " + ui::reasonOf(*m_file).toStdString();
}

}  // namespace turnwise::cli
