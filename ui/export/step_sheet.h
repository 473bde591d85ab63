// One step of a run as a page: the sentence, the code with a mark at every thread's line, the
// threads and primitives, what was printed, and the timeline up to the moment.
#pragma once

#include "ui/export/step_moment.h"
#include "ui/export/timeline_export.h"
#include "ui/timeline/legend.h"
#include "ui/timeline/painter.h"

namespace turnwise::ui {

class StepSheet {
  public:
    // `intervals` and `steps` must outlive the sheet. A height of 0 is that of a 16:9 slide.
    StepSheet(const analysis::Intervals& intervals, const analysis::Steps& steps,
              const timeline::ExportOptions& options);

    QSizeF size() const { return m_size; }
    const QString& title() const { return m_title; }
    // `step` is from 1 to steps.count().
    void paint(QPainter& painter, std::size_t step);

  private:
    double paintHeading(timeline::Paintbox box, const StepMoment& moment) const;
    double paintSentence(timeline::Paintbox box, const StepMoment& moment, double top) const;
    // The height that it takes.
    double timelineHeight() const;
    void paintTimeline(timeline::Paintbox box, const StepMoment& moment, double top) const;
    timeline::Range rangeAround(timeline::Position position) const;

    timeline::ExportOptions m_options;
    QSizeF m_size;
    QString m_title;
    StepMoments m_moments;
    timeline::Rows m_rows;
    timeline::Metrics m_metrics;      // of the page
    timeline::Metrics m_row_metrics;  // of the timeline: smaller if there are many rows
    timeline::Layout m_layout;
    timeline::Legend m_legend;
    double m_margin;
};

}  // namespace turnwise::ui
