// The program in the editor: where it came from, whether it is saved, and that no text of it is
// lost.
#pragma once

#include <QObject>
#include <QTimer>
#include <chrono>
#include <functional>

#include "ui/lessons/examples.h"
#include "ui/shell/recovery.h"

namespace turnwise::ui {

class MessageLine;
class ProgramView;
class Settings;

class OpenProgram final : public QObject {
    Q_OBJECT
  public:
    OpenProgram(ProgramView& view, MessageLine& messages, Settings& settings,
                QObject* parent = nullptr);

    // Each asks about unsaved text first, in the message line, and goes on when that is settled.
    void openNew();
    void openExample(const Example& example);
    void openFile(const QString& path);
    // A program whose text came with a trace or a scenario. It has no file of its own, unless
    // `path` names one that holds this very text.
    void openText(const QString& name, const QString& text, const QString& path = {});

    // Calls `then` at once if no text would be lost, else after a person said to save or to
    // discard.
    void whenSafe(std::function<void()> then);

    // Saves to its file; asks for a name if it has none. False if the text is still unsaved.
    bool save();
    bool saveAs();
    bool saveTo(const QString& path);

    bool isOpen() const { return m_is_open; }
    bool isModified() const;
    const QString& path() const { return m_path; }  // empty: example, new, or from a trace
    const QString& name() const { return m_name; }  // "bank.py"
    QString text() const;

    // Offers what an earlier window left behind, if there is something.
    void offerOrphan();

    // What is kept safe with the text, and is none of this class's business: runs and notes.
    // `company` tells it; empty if there is nothing to be lost.
    void setCompany(std::function<QByteArray()> company) { m_company = std::move(company); }
    // Something to be kept has changed: keeps it soon, or at once.
    void keepSoon();
    void keepNow();
    // Keeps it and leaves it behind, because another program comes: it is offered when this one is
    // opened again.
    void shelve();
    // The second half of it: leaves behind what is kept.
    void leaveCopy();
    void setCopyDelay(std::chrono::milliseconds delay) { m_keep.setInterval(delay); }

  signals:
    // Another program is in the editor. Unless it came with a trace, what was run before is not its
    // run.
    void opened(bool with_trace);
    void nameChanged();  // its name, its path or whether it is modified
    // A copy that a person wanted back had company. Comes after opened().
    void companyFound(const QByteArray& company);

  private:
    void show(const QString& name, const QString& path, const QString& text,
              bool with_trace = false);
    void offer(const Recovery::Orphan& orphan);
    void bringBack(const Recovery::Orphan& orphan);
    void offerShelved();

    ProgramView& m_view;
    MessageLine& m_messages;
    Settings& m_settings;
    Recovery m_recovery;
    QTimer m_keep;
    std::function<QByteArray()> m_company;
    bool m_is_open = false;
    QString m_name;
    QString m_path;
};

}  // namespace turnwise::ui
