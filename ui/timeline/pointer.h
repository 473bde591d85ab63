// What the mouse does on a timeline: click, select a range, pan, scrub along the ruler, zoom to a
// bar.
#pragma once

#include <QMouseEvent>
#include <QObject>
#include <memory>
#include <optional>

#include "ui/timeline/stage.h"
#include "ui/timeline/viewport.h"

namespace turnwise::timeline {

class Pointer final : public QObject {
    Q_OBJECT

  public:
    explicit Pointer(Viewport& viewport) : m_viewport(viewport) {}

    // What it points at; nullptr for nothing. Forgets selection and hover.
    void setStage(Stage* stage);
    // While held, dragging with any button pans.
    void setPanKey(bool isHeld) { m_isPanKeyHeld = isHeld; }

    void press(const QMouseEvent& event);
    void move(const QMouseEvent& event);
    void release(const QMouseEvent& event);
    void doubleClick(const QMouseEvent& event);
    void leave();

    // Ends snap to events, unless Alt is held.
    const std::optional<Range>& selection() const { return m_selection; }
    QString selectionText() const;  // its length in words
    void clearSelection();
    // The bar under the mouse.
    const std::optional<QRectF>& hovered() const { return m_hovered; }
    // The primitive under the mouse, by its row or by a thread that waits for it.
    const std::optional<ObjectId>& hoveredObject() const { return m_hovered_object; }
    // What is to be said of a place of the widget.
    QString textAt(const QPointF& point) const;

  signals:
    void cursorRequested(turnwise::EventIndex count);
    void rowChosen(const turnwise::timeline::RowId& row);
    void selectionChanged(const QString& text);
    void hoverTextChanged(const QString& text);
    void cornerClicked();
    void sourceWanted(turnwise::EventIndex event);  // of a bar that was clicked
    void backWanted();  // the buttons of a mouse that lead back and forward
    void forwardWanted();
    void scrolled();  // the rows
    void changed();   // something that the overlay shows

  private:
    enum class Drag : std::uint8_t { none, press, select, pan, scrub };

    void dragTo(const QPointF& point, Qt::KeyboardModifiers modifiers);
    void click(const QPointF& point);
    void select(Position from, Position to);
    void hover(const QPointF& point);
    Position positionAt(const QPointF& point) const;
    Position snapped(Position position, Qt::KeyboardModifiers modifiers) const;

    Viewport& m_viewport;
    Stage* m_stage = nullptr;
    Drag m_drag = Drag::none;
    QPointF m_start;
    QPointF m_last;
    bool m_isPanKeyHeld = false;
    std::optional<Range> m_selection;
    std::optional<QRectF> m_hovered;
    std::optional<ObjectId> m_hovered_object;
    QString m_hover_text;
};

}  // namespace turnwise::timeline
