// How the wait-for graph is painted: threads round, primitives square, an arrow from who waits to
// what it waits for (dashed) and from a primitive to its holder (solid).
//
// A circle is told by thick lines, by a second outline of its nodes and by colour.
#pragma once

#include <QPainter>
#include <QPalette>
#include <QSizeF>
#include <QString>
#include <vector>

#include "core/analysis/wait_graph.h"

namespace turnwise::ui {

class WaitGraphPicture {
  public:
    WaitGraphPicture() = default;
    // `names` are those of the nodes, `types` the words beside a primitive's name; both as many as
    // nodes.
    WaitGraphPicture(analysis::WaitGraph graph, std::vector<QString> names,
                     std::vector<QString> types, const QFont& font);

    QSizeF size() const { return m_size; }
    void paint(QPainter& painter, const QPalette& palette) const;

    // Node under a point of the picture; -1: none.
    int nodeAt(QPointF point) const;
    const analysis::WaitGraph& graph() const { return m_graph; }
    QRectF boxOf(std::size_t node) const;

  private:
    void paintEdge(QPainter& painter, const QPalette& palette,
                   const analysis::WaitEdge& edge) const;
    void paintNode(QPainter& painter, const QPalette& palette, std::size_t node) const;

    analysis::WaitGraph m_graph;
    std::vector<QString> m_names;
    std::vector<QString> m_types;
    QFont m_font;
    QSizeF m_node;
    QSizeF m_pitch;
    QSizeF m_size;
};

}  // namespace turnwise::ui
