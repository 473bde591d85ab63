// Copies of unsaved programs, so that no crash and no power cut loses a text.
//
// Each window keeps at most one copy, in a folder of the user's data. A copy whose window is gone
// is an orphan, and a later window offers it.
#pragma once

#include <QDateTime>
#include <QLockFile>
#include <QString>
#include <memory>
#include <vector>

namespace turnwise::ui {

class Recovery {
  public:
    struct Orphan {
        QString file;  // of the copy
        QString name;  // of the program: "bank.py"
        QString path;  // where the program was stored; empty if nowhere
        QString text;
        QDateTime kept;
    };

    // `folder` is made when it is first needed.
    explicit Recovery(QString folder = defaultFolder());
    ~Recovery();

    static QString defaultFolder();

    // Keeps this text as the window's copy. False if the disk does not let it.
    bool keep(const QString& name, const QString& path, const QString& text);
    // The text is saved, or nobody wants it: the copy goes.
    void forget();

    std::vector<Orphan> orphans() const;
    static void remove(const Orphan& orphan);

  private:
    QString m_folder;
    QString m_file;
    std::unique_ptr<QLockFile> m_lock;  // held as long as the window lives and has a copy
};

}  // namespace turnwise::ui
