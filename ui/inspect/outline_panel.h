// A panel of the inspector: a caption, the rows of one outline, and a sentence on the row that is
// chosen.
#pragma once

#include <QWidget>
#include <functional>

#include "ui/inspect/outline_model.h"
#include "ui/inspect/panels.h"

class QLabel;
class QTreeView;

namespace turnwise::ui {

class OutlinePanel final : public QWidget {
    Q_OBJECT
  public:
    explicit OutlinePanel(PanelId id, QWidget* parent = nullptr);

    void showMoment(const Moment& moment);
    // A sentence below the rows, for example why the chosen thread cannot run; empty hides it.
    void setRemark(const QString& remark);

    OutlineModel& model() { return m_model; }
    QTreeView& view() { return *m_view; }
    QString caption() const;

  signals:
    // A person chose a row that speaks of a thread.
    void threadChosen(turnwise::ThreadId thread);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void setUpView();
    void setUpColumns();
    void takeScale();
    void retranslate();

    PanelId m_id;
    QLabel* m_caption;
    QTreeView* m_view;
    QLabel* m_remark;
    OutlineModel m_model;
};

}  // namespace turnwise::ui
