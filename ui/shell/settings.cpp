#include "ui/shell/settings.h"

#include <QFileInfo>

namespace turnwise::ui {

namespace {
const QString theme_key = QStringLiteral("theme");
const QString language_key = QStringLiteral("language");
const QString recent_key = QStringLiteral("recentFiles");
const QString geometry_key = QStringLiteral("window/geometry");
const QString layout_key = QStringLiteral("window/layout");
}  // namespace

ThemeChoice Settings::theme() const {
    return themeChoiceFrom(m_settings.value(theme_key).toString());
}

void Settings::setTheme(ThemeChoice choice) {
    m_settings.setValue(theme_key, wordOf(choice));
}

QString Settings::language() const {
    return m_settings.value(language_key).toString();
}

void Settings::setLanguage(const QString& language) {
    m_settings.setValue(language_key, language);
}

QStringList Settings::recentFiles() const {
    QStringList files = m_settings.value(recent_key).toStringList();
    files.removeIf([](const QString& path) { return !QFileInfo::exists(path); });
    return files;
}

void Settings::addRecentFile(const QString& path) {
    QStringList files = recentFiles();
    const QString absolute = QFileInfo(path).absoluteFilePath();
    files.removeAll(absolute);
    files.prepend(absolute);
    m_settings.setValue(recent_key, files.mid(0, recent_limit));
}

void Settings::clearRecentFiles() {
    m_settings.remove(recent_key);
}

QByteArray Settings::geometry() const {
    return m_settings.value(geometry_key).toByteArray();
}

QByteArray Settings::layout() const {
    return m_settings.value(layout_key).toByteArray();
}

void Settings::setGeometryAndLayout(const QByteArray& geometry, const QByteArray& layout) {
    m_settings.setValue(geometry_key, geometry);
    m_settings.setValue(layout_key, layout);
}

bool Settings::flag(const QString& name, bool otherwise) const {
    return m_settings.value(name, otherwise).toBool();
}

QString Settings::word(const QString& name, const QString& otherwise) const {
    return m_settings.value(name, otherwise).toString();
}

void Settings::setWord(const QString& name, const QString& value) {
    m_settings.setValue(name, value);
}

void Settings::setFlag(const QString& name, bool value) {
    m_settings.setValue(name, value);
}

}  // namespace turnwise::ui
