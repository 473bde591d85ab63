#include "ui/export/file_words.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDevice>

#include "ui/explain/named.h"
#include "ui/session/file_reason.h"

namespace turnwise::ui {

namespace {

struct ExportWords {
    Q_DECLARE_TR_FUNCTIONS(turnwise::ui::ExportWords)
};

}  // namespace

QString cannotWrite(const QFileDevice& file) {
    return cannotWrite(file.fileName(), file.errorString());
}

QString cannotWrite(const QString& path, const QString& why) {
    return named(ExportWords::tr("\"{path}\" cannot be written: {reason}."),
                 {{"path", QDir::toNativeSeparators(path)}, {"reason", reasonOf(path, why)}});
}

}  // namespace turnwise::ui
