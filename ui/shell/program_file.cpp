#include "ui/shell/program_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSaveFile>

#include "ui/explain/named.h"
#include "ui/session/file_reason.h"

namespace turnwise::ui {

namespace {

struct Files {
    Q_DECLARE_TR_FUNCTIONS(turnwise::ui::Files)
};

constexpr qint64 largest_program = 8 << 20;

QString shown(const QString& path) {
    return QDir::toNativeSeparators(path);
}

}  // namespace

ProgramText readProgram(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {{},
                named(Files::tr("{file} cannot be opened: {reason}"),
                      {{"file", shown(path)}, {"reason", file.errorString()}})};
    if (file.size() > largest_program)
        return {{},
                Files::tr("%1 is larger than 8 MiB, which is no program to be shown line by line.")
                    .arg(shown(path))};
    const QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return {{},
                named(Files::tr("{file} cannot be read: {reason}"),
                      {{"file", shown(path)}, {"reason", file.errorString()}})};
    return decodedProgram(bytes, shown(path));
}

QString writeProgram(const QString& path, const QString& text) {
    QSaveFile file(path);
    const auto [bytes, error] = encodedProgram(text);
    if (!error.isEmpty())
        return named(Files::tr("{file} cannot be written: {reason}"),
                     {{"file", shown(path)}, {"reason", error}});
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return named(Files::tr("{file} cannot be written: {reason}"),
                     {{"file", shown(path)}, {"reason", reasonOf(file)}});
    return {};
}

}  // namespace turnwise::ui
