// Two runs, one above the other on the same axis: where they part, and what is different in the
// end.
//
// It holds copies of both traces, so it goes on showing them whatever the window does with its
// runs.
#pragma once

#include <QFutureWatcher>
#include <QWidget>
#include <memory>

#include "ui/compare/difference_model.h"
#include "ui/timeline/timeline_view.h"

class QLabel;
class QSplitter;
class QStackedLayout;
class QTableView;

namespace turnwise::timeline {
class MarkOverlay;
}

namespace turnwise::ui {

class ComparingPage;

class ComparisonPanel final : public QWidget {
    Q_OBJECT

  public:
    using TracePtr = std::shared_ptr<const trace::Trace>;

    explicit ComparisonPanel(QWidget* parent = nullptr);
    ~ComparisonPanel() override;

    // `nameA` and `nameB` are what the runs are called. Large runs are compared in another thread:
    // the panel says that it goes on, and compared() tells the end.
    void compare(TracePtr a, const QString& nameA, TracePtr b, const QString& nameB);
    void clear();
    bool isEmpty() const { return m_compared == nullptr; }
    bool isComparing() const { return m_comparing.isRunning(); }

    void setTheme(timeline::Theme theme);
    void setAxis(timeline::Axis axis);
    timeline::TimelineView& timelineA() { return *m_sides[0].view; }
    timeline::TimelineView& timelineB() { return *m_sides[1].view; }
    DifferenceModel& differences() { return m_model; }
    const analysis::Comparison* comparison() const;

  signals:
    void compared();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    struct Compared;
    using ComparedPtr = std::shared_ptr<Compared>;
    struct Side {
        QLabel* name = nullptr;
        timeline::TimelineView* view = nullptr;
        timeline::MarkOverlay* overlay = nullptr;
    };

    void present(ComparedPtr compared);
    void layOut();
    void connectSides();
    void connectList();
    void goTo(std::optional<EventIndex> a, std::optional<EventIndex> b);
    void showRow(int row);
    void markDifference();
    void retranslate();

    Side m_sides[2];
    QLabel* m_summary;
    QTableView* m_list;
    QLabel* m_nothing;
    ComparingPage* m_busy;
    QSplitter* m_split;
    QStackedLayout* m_pages;
    DifferenceModel m_model;
    ComparedPtr m_compared;
    QFutureWatcher<ComparedPtr> m_comparing;
    bool m_is_following = false;
};

}  // namespace turnwise::ui
