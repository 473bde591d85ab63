#include "ui/session/file_reason.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace turnwise::ui {

namespace {

struct FileReason {
    Q_DECLARE_TR_FUNCTIONS(turnwise::ui::FileReason)
};

}  // namespace

QString reasonOf(const QString& path, const QString& systemSays) {
    const QString folder = QFileInfo(path).path();
    if (QFileInfo::exists(folder)) return systemSays;
    return FileReason::tr("the folder %1 does not exist; make it first, or choose another")
        .arg(QDir::toNativeSeparators(folder));
}

QString reasonOf(const QFileDevice& file) {
    return reasonOf(file.fileName(), file.errorString());
}

}  // namespace turnwise::ui
