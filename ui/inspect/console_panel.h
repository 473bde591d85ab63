// The output of the program so far; a line leads to the moment that printed it.
#pragma once

#include <QWidget>

#include "ui/inspect/console_model.h"

class QCheckBox;
class QListView;

namespace turnwise::ui {

class InputField;

class ConsolePanel final : public QWidget {
    Q_OBJECT
  public:
    explicit ConsolePanel(QWidget* parent = nullptr);

    void setSource(const analysis::Intervals* intervals) { m_model.setSource(intervals); }
    void sourceGrew();
    void setCursor(EventIndex events);

    ConsoleModel& model() { return m_model; }
    QListView& view() { return *m_view; }
    // Out of sight until somebody needs it.
    InputField& input() { return *m_input; }
    QCheckBox& future() { return *m_future; }

  signals:
    // A person wants to see the moment just after event `at`.
    void eventChosen(turnwise::EventIndex at);

  protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void scrollToCursor();
    void copySelected() const;
    void takeScale();
    void retranslate();

    QCheckBox* m_names;
    QCheckBox* m_future;
    QListView* m_view;
    InputField* m_input;
    ConsoleModel m_model;
};

}  // namespace turnwise::ui
