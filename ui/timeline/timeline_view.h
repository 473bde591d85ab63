// The timeline of a run, to look at, to point at and to walk along by keyboard.
//
// It shows a cursor and asks to move it, but does not own it: whoever listens to cursorRequested()
// calls setCursor(). Source and cursor are the session's; the visible range is the view's own.
#pragma once

#include <QAbstractScrollArea>

#include "ui/timeline/findings.h"
#include "ui/timeline/frame_meter.h"
#include "ui/timeline/ground.h"
#include "ui/timeline/kept_marks.h"
#include "ui/timeline/places.h"
#include "ui/timeline/pointer.h"
#include "ui/timeline/related.h"

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
    EventIndex cursor() const { return m_cursor; }
    // As setCursor, but asked for by a person who goes elsewhere: goBack() leads back here.
    void jumpTo(EventIndex count);

    Axis axis() const { return m_axis; }
    void setAxis(Axis axis);  // keeps the same part of the run in view
    void setTheme(Theme theme);
    Theme theme() const { return m_theme; }
    const DisplayOptions& display() const { return m_display; }
    void setDisplay(const DisplayOptions& display);

    void zoomIn();
    void zoomOut();
    void zoomAround(double factor, Position fixed) { m_viewport.zoom(factor, fixed); }
    void fit() { m_viewport.fit(); }
    void centreOn(Position position) { m_viewport.centreOn(position); }
    void centreOnCursor();
    void showRange(const Range& range) { m_viewport.show(range); }
    // The part of the run between two cursors.
    void showEvents(const Stretch& events);

    // Back to where a person looked before, and forward again: range and cursor.
    void goBack();
    void goForward();
    const Places& places() const { return m_places; }
    // To the thread that let the current one go on, at the moment when it did.
    void goToUnblocker();

    // Marks are set at the cursor.
    void setMarkA();
    void setMarkB();
    void toggleMark();
    void clearMarks();
    void goToMark(Direction direction);
    const KeptMarks& keptMarks() const { return m_marks; }

    // What a person does with the current row, or all rows.
    const Arrangement& arrangement() const { return m_display.arrangement; }
    void setArrangement(const Arrangement& arrangement);
    void pinRow();
    void hideRow();
    void moveCurrentRow(int by);
    void foldRows();  // those of the group that the current row is in
    void showAllRows();

    // The run's own, and those that others add (races): for the minimap.
    const std::vector<Finding>& findings() const;
    void setFurtherFindings(std::vector<Finding> findings);
    // What has a name; told apart from the others, since somebody else knows of them.
    void setPatterns(std::vector<Finding> patterns);

    // The primitive whose uses light up: under the mouse, else of the current row.
    std::optional<ObjectId> relatedObject() const;
    const std::vector<RelatedBox>& related() const;
    // What the row with the keyboard shows at the cursor, in words; "" without one.
    QString currentText() const;
    // Asks for the line of what that row shows.
    void showSource();

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
    void cursorMoved();
    void contentsChanged();                  // rows, theme or findings
    void marksChanged(const QString& text);  // A, B and what lies between them, in words
    void placesChanged();
    void arrangementChanged();
    void filterWanted();
    // A person wants to know more about a finding.
    void pageWanted(const QString& page);
    // A person wants to see the line of the program at which that happened.
    void sourceWanted(turnwise::EventIndex event);

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
    void followRange();
    void visit(const std::optional<Place>& place);
    void changeMarks(const KeptMarks& marks);
    void tellAccessibility();
    void buildStage();
    void renew();  // paints everything anew, not only what follows mouse and cursor
    void syncScrollBars();
    void paintGround(QPainter& painter) const;
    std::optional<std::size_t> currentIndex() const;
    std::optional<Hit> currentHit() const;
    void zoomAtCursor(double factor);
    bool walk(int key);                    // keys that move the cursor or the current row
    bool mark(const QKeyEvent& event);     // keys that keep marks
    bool arrange(const QKeyEvent& event);  // keys that arrange rows
    bool travel(int key);                  // keys that move the visible range
    void requestCursor(std::optional<EventIndex> count);
    void moveRow(int by);
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
    Range m_range{0, 1};  // that was seen before the viewport's changed
    Places m_places;
    bool m_isTravelling = false;  // back or forward, or along with a run that grows
    KeptMarks m_marks;
    std::vector<Finding> m_further;
    std::vector<Finding> m_patterns;
    mutable std::optional<std::vector<Finding>> m_findings;
    mutable std::optional<RelatedUses> m_uses;  // of the whole run on this axis
    mutable std::optional<std::pair<ObjectId, std::vector<RelatedBox>>> m_related;
    FrameMeter m_meter;
    bool m_isLegendOpen = false;  // over the rows, where there is no room for it below them
    Ground m_ground;
};

}  // namespace turnwise::timeline
