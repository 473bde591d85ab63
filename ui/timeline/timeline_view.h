// The timeline of a run, to look at, to point at and to walk along by keyboard.
//
// It shows a cursor and asks to move it, but does not own it: whoever listens to cursorRequested()
// calls setCursor(). Source and cursor are the session's; the visible range is the view's own.
#pragma once

#include <QAbstractScrollArea>
#include <QPixmap>

#include "ui/timeline/navigation.h"
#include "ui/timeline/pointer.h"

namespace turnwise::timeline {

class TimelineView final : public QAbstractScrollArea {
    Q_OBJECT

  public:
    explicit TimelineView(QWidget* parent = nullptr);
    ~TimelineView() override;

    // What is shown; both must outlive the view or be replaced before they die. nullptr shows that
    // nothing was run yet.
    void setSource(const analysis::Intervals* intervals, const analysis::Steps* steps);
    // The source has more events. Who sees the whole run or its end goes on seeing it.
    void sourceGrew();
    // How many events have happened. Brings the cursor into view, unless it only stays at the end
    // of a run that grows.
    void setCursor(EventIndex count);

    Axis axis() const { return m_axis; }
    void setAxis(Axis axis);  // keeps the same part of the run in view
    void setTheme(Theme theme);
    const DisplayOptions& display() const { return m_display; }
    void setDisplay(const DisplayOptions& display);

    void zoomIn();
    void zoomOut();
    void fit() { m_viewport.fit(); }
    void centreOnCursor();
    void showRange(const Range& range) { m_viewport.show(range); }
    // The part of the run between two cursors.
    void showEvents(const Stretch& events);

    // The part of the run in view, and the part that was selected, as cursors: for exports.
    Stretch visibleEvents() const;
    std::optional<Stretch> selectedEvents() const;
    // The row that the keyboard walks along.
    void setCurrentRow(const RowId& row);
    const std::optional<RowId>& currentRow() const { return m_current; }

    const Viewport& visibleRange() const { return m_viewport; }
    const Stage* stage() const { return m_stage.get(); }  // nullptr without a source

  signals:
    void cursorRequested(turnwise::EventIndex count);
    // What lies under the mouse, or where the keyboard went, in words; "" for nothing.
    void hoverTextChanged(const QString& text);
    void rangeChanged();
    // The length of the selected range in words; "" if nothing is selected.
    void selectionChanged(const QString& text);
    void currentRowChanged(const turnwise::timeline::RowId& row);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    bool viewportEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

  private:
    void connectParts();
    void buildStage();
    void renew();  // paints everything anew, not only what follows mouse and cursor
    void syncScrollBars();
    QPixmap ground() const;
    std::optional<std::size_t> currentIndex() const;
    void zoomAtCursor(double factor);
    bool walk(int key);    // keys that move the cursor or the current row
    bool travel(int key);  // keys that move the visible range
    void requestCursor(std::optional<EventIndex> count);
    void moveRow(int by);
    void goToUnblocker();
    void toggleLegend();
    // Says in words what the current row shows at the cursor.
    void describeCurrent();

    const analysis::Intervals* m_intervals = nullptr;
    const analysis::Steps* m_steps = nullptr;
    Axis m_axis = Axis::time;
    Theme m_theme = Theme::light;
    DisplayOptions m_display;
    std::unique_ptr<Stage> m_stage;
    Viewport m_viewport;
    Pointer m_pointer;
    EventIndex m_cursor = 0;
    bool m_isCursorAtEnd = true;
    bool m_isSyncing = false;  // the scroll bars are told where the view is, not the other way
    std::optional<RowId> m_current;
    bool m_isLegendOpen = false;  // over the rows, where there is no room for it below them
    QPixmap m_ground;             // null: to be painted
};

}  // namespace turnwise::timeline
