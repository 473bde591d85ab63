#include "ui/shell/recovery.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>
#include <QUuid>

namespace turnwise::ui {

namespace {

QString lockOf(const QString& file) {
    return file + QStringLiteral(".lock");
}

QString newFile(const QString& folder) {
    return QStringLiteral("%1/%2.json")
        .arg(folder, QUuid::createUuid().toString(QUuid::WithoutBraces));
}

}  // namespace

QString Recovery::defaultFolder() {
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) +
           QStringLiteral("/recovery");
}

Recovery::Recovery(QString folder) : m_folder(std::move(folder)), m_file(newFile(m_folder)) {}

Recovery::~Recovery() = default;

bool Recovery::keep(const QString& name, const QString& path, const QString& text, bool is_modified,
                    const QByteArray& company) {
    if (!QDir().mkpath(m_folder)) return false;
    if (!m_lock) {
        m_lock = std::make_unique<QLockFile>(lockOf(m_file));
        m_lock->setStaleLockTime(0);  // only the end of the process makes it stale, not its age
        if (!m_lock->tryLock()) {
            m_lock.reset();
            return false;
        }
    }
    const QJsonObject copy{
        {QStringLiteral("name"), name},
        {QStringLiteral("path"), path},
        {QStringLiteral("text"), text},
        {QStringLiteral("modified"), is_modified},
        {QStringLiteral("company"), QString::fromUtf8(company)},
        {QStringLiteral("kept"), QDateTime::currentDateTime().toString(Qt::ISODate)}};
    QSaveFile file(m_file);
    if (!file.open(QIODevice::WriteOnly)) return false;
    file.write(QJsonDocument(copy).toJson());
    return file.commit();
}

void Recovery::forget() {
    QFile::remove(m_file);
    m_lock.reset();  // removes the lock file too
}

void Recovery::shelve() {
    if (!m_lock) return;
    m_lock.reset();
    m_file = newFile(m_folder);
    std::size_t shelved = 0;
    for (const Orphan& orphan : orphans())
        if (!orphan.isModified && ++shelved > most_shelved) remove(orphan);
}

std::vector<Recovery::Orphan> Recovery::orphans() const {
    std::vector<Orphan> found;
    const QDir folder(m_folder);
    const QStringList files = folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Time);
    for (const QString& name : files) {
        const QString path = folder.filePath(name);
        if (path == m_file) continue;
        QLockFile lock(lockOf(path));
        lock.setStaleLockTime(0);
        if (!lock.tryLock()) continue;  // its window is alive
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) continue;
        const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
        if (!document.isObject()) continue;  // not ours, or damaged: perhaps somebody can read it
        const QJsonObject copy = document.object();
        const QString text = copy.value(QStringLiteral("text")).toString();
        const QByteArray company = copy.value(QStringLiteral("company")).toString().toUtf8();
        if (text.isEmpty() && company.isEmpty()) {
            QFile::remove(path);  // there is nothing in it
            continue;
        }
        found.push_back(
            {path, copy.value(QStringLiteral("name")).toString(),
             copy.value(QStringLiteral("path")).toString(), text,
             copy.value(QStringLiteral("modified")).toBool(true), company,
             QDateTime::fromString(copy.value(QStringLiteral("kept")).toString(), Qt::ISODate)});
    }
    return found;
}

void Recovery::remove(const Orphan& orphan) {
    QFile::remove(orphan.file);
}

}  // namespace turnwise::ui
