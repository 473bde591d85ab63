// A home folder of the test's own: no test reads or writes what a person has set.
#pragma once

#include <QTemporaryDir>

namespace turnwise::ui {

// Make one before the QApplication, in the test's initMain().
class IsolatedHome {
  public:
    IsolatedHome() {
        for (const char* name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
            qputenv(name, m_folder.path().toLocal8Bit());
    }
    QString path(const QString& name) const { return m_folder.filePath(name); }

  private:
    QTemporaryDir m_folder;
};

inline IsolatedHome& isolatedHome() {
    static IsolatedHome home;
    return home;
}

}  // namespace turnwise::ui
