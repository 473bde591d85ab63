// The search tree as a drawing. What is explored is dim, what is planned is dashed, and the present
// path is strong; what was tried before stands beside the step.
#pragma once

#include <QWidget>

#include "ui/explore/tree_layout.h"

namespace turnwise::ui {

class TreeCanvas final : public QWidget {
    Q_OBJECT

  public:
    // Of the words of steps that are not on the present path: paler, and read all the same.
    static constexpr double explored_opacity = 0.65;

    explicit TreeCanvas(const SearchTree& tree, QWidget* parent = nullptr);

    void treeGrew();
    void setMoment(int moment);
    QRect boxOf(int node) const;
    int nodeAt(const QPoint& place) const;  // -1: none
    QSize sizeHint() const override;

  signals:
    void nodeChosen(int node);

  protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

  private:
    void paintNode(QPainter& painter, int node) const;
    void paintEdge(QPainter& painter, int node) const;
    QSize cell() const;
    QString helpOn(int node) const;
    QString sleepersOf(const TreeNode& node) const;
    void measure();

    const SearchTree& m_tree;
    TreeLayout m_layout;
    int m_moment = -1;
    int m_textWidth = 0;  // pixels, beside a sign
};

}  // namespace turnwise::ui
