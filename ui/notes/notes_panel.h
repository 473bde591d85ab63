// The panel of notes: the list, and the text of the one that is chosen, to be edited.
#pragma once

#include <QWidget>

#include "ui/notes/note_model.h"

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTableView;

namespace turnwise::ui {

class NotesPanel final : public QWidget {
    Q_OBJECT

  public:
    explicit NotesPanel(QWidget* parent = nullptr);

    // Both must outlive the panel. Called once.
    void setSource(Notebook& notebook, Session& session);
    // Goes to a note and takes the keyboard to its text.
    void edit(int id);
    // Of the shown run, no note on what comes after `seen`; of other runs none, if
    // `are_others_secret`.
    void setHorizon(EventIndex seen, bool are_others_secret);
    int current() const;  // 0: none is chosen

    QTableView& view() { return *m_view; }
    QPlainTextEdit& text() { return *m_text; }

  signals:
    void addWanted();
    void noteChosen(int id);  // a person wants to see its moment

  protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void layOut();
    void showCurrent();
    void hideSecrets();
    void removeCurrent();
    void retranslate();

    QTableView* m_view;
    QLabel* m_empty;
    QPlainTextEdit* m_text;
    QPushButton* m_add;
    QPushButton* m_delete;
    Notebook* m_notebook = nullptr;
    NoteModel* m_model = nullptr;
    EventIndex m_seen = 0;
    bool m_is_secret = false;
    int m_current = 0;
    bool m_is_filling = false;
};

}  // namespace turnwise::ui
