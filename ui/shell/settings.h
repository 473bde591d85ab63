// What the window remembers from one start to the next; the only reader and writer of QSettings.
#pragma once

#include <QByteArray>
#include <QSettings>
#include <QString>
#include <QStringList>

#include "ui/look/theme.h"
#include "ui/session/run_options.h"

namespace turnwise::ui {

class RunBar;

class Settings {
  public:
    static constexpr int recent_limit = 8;

    ThemeChoice theme() const;
    void setTheme(ThemeChoice choice);

    // How large the interface is; 1 is as the system wants it.
    double scale() const;
    void setScale(double scale);

    // "en", "zh_CN", or "" to follow the system.
    QString language() const;
    void setLanguage(const QString& language);

    // Newest first; files that are gone are left out.
    QStringList recentFiles() const;
    void addRecentFile(const QString& path);
    void clearRecentFiles();

    // Opaque bytes of QMainWindow: the window's place, and the arrangement of its panels.
    QByteArray geometry() const;
    QByteArray layout() const;
    void setGeometryAndLayout(const QByteArray& geometry, const QByteArray& layout);

    // How runs are made unless a person says otherwise: model, policy, places
    // of switches and limits; nothing is as usual.
    RunOptions runDefaults() const;
    void setRunDefaults(const RunOptions& options);
    // Puts them in place of what the bar has; its other options stay.
    void applyRunDefaults(RunBar& bar) const;

    // How the next run is to be made; see toMap(RunOptions).
    QVariantMap runOptions() const;
    void setRunOptions(const QVariantMap& options);

    // How programs are searched; see toMap(SearchOptions).
    QVariantMap searchOptions() const;
    void setSearchOptions(const QVariantMap& options);

    // Small choices of panels ("console/futureShown").
    bool flag(const QString& name, bool otherwise) const;
    void setFlag(const QString& name, bool value);

    // Small choices that have a name ("export/style": "colour").
    QString word(const QString& name, const QString& otherwise) const;
    void setWord(const QString& name, const QString& value);

    // Forgets everything.
    void clear() { m_settings.clear(); }

  private:
    QSettings m_settings;
};

}  // namespace turnwise::ui
