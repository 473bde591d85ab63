// Files that are written together: all of them, or none.
#pragma once

#include <QString>
#include <QTemporaryDir>
#include <vector>

namespace turnwise::ui {

// They are written into a hidden folder beside their places, which goes with this object. Until
// commit() whatever is at their places stays; if it fails, it is there again.
class FileSet {
  public:
    explicit FileSet(const QString& folder);  // where their places are

    bool isValid() const { return m_folder.isValid(); }
    // Where to write the file that is to be at `path`, in the folder.
    QString add(const QString& path);
    bool commit();

    // After isValid() or commit() was false.
    QString error() const { return m_error.isEmpty() ? m_folder.errorString() : m_error; }
    const QString& failedPath() const { return m_failedPath; }

  private:
    struct Place {
        QString path;
        QString written;
        QString before = {};  // where the file is that was there; empty if there was none
        bool isTaken = false;
    };
    bool take(Place& place);
    void giveBack();

    QTemporaryDir m_folder;
    std::vector<Place> m_places;
    QString m_error;
    QString m_failedPath;
};

}  // namespace turnwise::ui
