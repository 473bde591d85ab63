// Copies of what is not saved, so that no crash and no power cut loses a text, a note or a branch.
//
// Each window keeps one copy of the program that is open, in a folder of the user's data. A copy
// whose window is gone, or has turned to another program, is an orphan: a later window, or a later
// look at that program, offers it.
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
        bool isModified = true;  // the text was not saved; false: only its company was
        QByteArray company;      // the runs and notes that go with it, as a scenario; may be empty
        QDateTime kept;
    };
    // So many copies that hold no unsaved text are left behind at most; the oldest go first.
    static constexpr std::size_t most_shelved = 50;

    // `folder` is made when it is first needed.
    explicit Recovery(QString folder = defaultFolder());
    ~Recovery();

    static QString defaultFolder();

    // Keeps this text, and what goes with it, as the window's copy. False if the disk does not let
    // it.
    bool keep(const QString& name, const QString& path, const QString& text,
              bool is_modified = true, const QByteArray& company = {});
    // Leaves the copy behind as an orphan; the next one is another.
    void shelve();
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
