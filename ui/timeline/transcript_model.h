// The run as text, step by step: what happened, in a sentence, and what every row of the timeline
// that changed shows from then on. Whoever reads it all knows what the picture tells.
#pragma once

#include <QAbstractTableModel>
#include <functional>

#include "ui/timeline/timeline_view.h"

namespace turnwise::timeline {

class TranscriptModel final : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Column { stepColumn, timeColumn, sentenceColumn, rowsColumn, columns };
    // The state after that many events; the reference is good until the next call.
    using StateAfter = std::function<const analysis::State&(EventIndex)>;

    // Tells what `view` shows. Without `stateAfter` there are no sentences.
    explicit TranscriptModel(const TimelineView& view, QObject* parent = nullptr);
    void setStateAfter(StateAfter stateAfter) { m_state_after = std::move(stateAfter); }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    // "Step 12, 3.4 ms: worker acquires lock. Lock is free. ...": a step on one line.
    QString lineOf(std::size_t step) const;

  private:
    void follow();
    QString cell(std::size_t step, int column) const;
    QString sentenceOf(std::size_t step) const;
    const Rows* rows() const;

    const TimelineView& m_view;
    StateAfter m_state_after;
    int m_rows = 0;
    const trace::Trace* m_trace = nullptr;  // that the rows were counted in
};

}  // namespace turnwise::timeline
