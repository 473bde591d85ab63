// The widget that shows the picture of a wait-for graph; scrolls if it is larger than its place.
#pragma once

#include <QAbstractScrollArea>

#include "ui/explain/wait_graph_picture.h"

namespace turnwise::ui {

class WaitGraphCanvas final : public QAbstractScrollArea {
    Q_OBJECT
  public:
    explicit WaitGraphCanvas(QWidget* parent = nullptr);

    // `empty` is said instead of an empty picture, `legend` below it.
    void setPicture(WaitGraphPicture picture, const QString& empty, const QString& legend);
    const WaitGraphPicture& picture() const { return m_picture; }

    QSize sizeHint() const override { return {360, 200}; }

  signals:
    void threadClicked(turnwise::ThreadId thread);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

  private:
    QPointF origin() const;
    qreal scale() const;
    void setUpBars();

    WaitGraphPicture m_picture;
    QString m_empty;
    QString m_legend;
};

}  // namespace turnwise::ui
