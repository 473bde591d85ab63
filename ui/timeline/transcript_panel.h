// The transcript of a run to read, to listen to and to copy; a line leads to its step.
#pragma once

#include <QTableView>

#include "ui/timeline/transcript_model.h"

namespace turnwise::timeline {

class TranscriptPanel final : public QTableView {
    Q_OBJECT
  public:
    explicit TranscriptPanel(const TimelineView& view, QWidget* parent = nullptr);

    TranscriptModel& transcript() { return m_model; }
    void showStep(std::size_t step);

  signals:
    void stepChosen(std::size_t step);

  protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    void copySelected() const;
    void takeScale();

    TranscriptModel m_model;
};

}  // namespace turnwise::timeline
