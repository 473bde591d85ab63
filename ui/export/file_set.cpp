#include "ui/export/file_set.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace turnwise::ui {

namespace {

struct ExportWords {
    Q_DECLARE_TR_FUNCTIONS(turnwise::ui::ExportWords)
};

}  // namespace

FileSet::FileSet(const QString& folder) : m_folder(folder + QStringLiteral("/.turnwise-XXXXXX")) {}

QString FileSet::add(const QString& path) {
    const QString written = m_folder.filePath(QStringLiteral("%1.new").arg(m_places.size()));
    m_places.push_back({path, written});
    return written;
}

bool FileSet::commit() {
    for (Place& place : m_places)
        if (!take(place)) {
            m_failedPath = place.path;
            giveBack();
            return false;
        }
    return true;
}

bool FileSet::take(Place& place) {
    const QFileInfo there(place.path);
    if (there.isDir()) {
        m_error = ExportWords::tr("a folder has this name");
        return false;
    }
    QFile written(place.written);
    if (there.exists() || there.isSymLink()) {
        QFile old(place.path);
        const QString aside = place.written + QStringLiteral(".old");
        if (!old.rename(aside)) {
            m_error = old.errorString();
            return false;
        }
        place.before = aside;
    }
    place.isTaken = written.rename(place.path);
    if (!place.isTaken) m_error = written.errorString();
    return place.isTaken;
}

void FileSet::giveBack() {
    for (Place& place : m_places) {
        if (place.isTaken) QFile::remove(place.path);
        if (!place.before.isEmpty()) QFile::rename(place.before, place.path);
    }
}

}  // namespace turnwise::ui
