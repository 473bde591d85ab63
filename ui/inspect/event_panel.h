// The table of all events; a row leads to its moment.
#pragma once

#include <QTableView>

#include "ui/inspect/event_model.h"

namespace turnwise::ui {

class EventPanel final : public QTableView {
    Q_OBJECT
  public:
    explicit EventPanel(QWidget* parent = nullptr);

    void setSource(const analysis::Intervals* intervals);
    void sourceGrew() { m_model.sourceGrew(); }
    void setCursor(EventIndex events);

    EventModel& events() { return m_model; }

  signals:
    // A person wants to see the moment just after event `at`.
    void eventChosen(turnwise::EventIndex at);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void takeScale();

    EventModel m_model;
};

}  // namespace turnwise::ui
