// The whole run at a glance, above the timeline: the states of all threads as density, the part
// that the timeline shows as a frame, and marks where something went wrong.
//
// It shows what a TimelineView knows and asks that view to move; it has no state of its own.
// Everything that it can be asked for can be done by keyboard in the timeline, so it takes no
// focus.
#pragma once

#include <QWidget>

#include "ui/timeline/findings.h"
#include "ui/timeline/ground.h"

namespace turnwise::timeline {

class TimelineView;

class Minimap final : public QWidget {
    Q_OBJECT
  public:
    explicit Minimap(TimelineView& view, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    // What lies under a place, in words: a finding, or the moment.
    QString textAt(const QPointF& point) const;
    // The finding that the mouse means there; nullptr if there is none.
    const Finding* findingAt(const QPointF& point) const;
    // Where a finding is drawn.
    double pixelOf(const Finding& finding) const;

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

  private:
    void renew();
    Scale scale() const;
    QRectF band() const;  // of the threads, below the marks
    void paintGround(QPainter& painter) const;
    void paintFindings(QPainter& painter) const;
    void moveTo(double pixel);

    TimelineView& m_view;
    Ground m_ground;
};

}  // namespace turnwise::timeline
