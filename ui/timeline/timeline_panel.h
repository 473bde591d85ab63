// The timeline with what stands around it: the overview above, the line that filters rows, the line
// that goes to an exact range, and the details beside, which say the same as the tool tip.
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QSplitter;
class QToolButton;

namespace turnwise::timeline {

class Minimap;
class TimelineView;

class TimelinePanel final : public QWidget {
    Q_OBJECT
  public:
    explicit TimelinePanel(QWidget* parent = nullptr);

    TimelineView& view() { return *m_view; }
    Minimap& minimap() { return *m_minimap; }
    QPlainTextEdit& details() { return *m_details; }
    QLineEdit& filter() { return *m_filter; }
    QLineEdit& rangeFrom() { return *m_from; }
    QLineEdit& rangeTo() { return *m_to; }
    QLabel& rangeRemark() { return *m_range_remark; }

    // Opens a line and moves the keyboard into it; Escape closes it again.
    void editFilter();
    void editRange();
    void closeRange() { closeLine(*m_range_line); }
    bool areDetailsShown() const;
    void setDetailsShown(bool shown);

  signals:
    void detailsShown(bool shown);

  protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void buildFilterLine();
    void buildRangeLine();
    void followArrangement();
    void showText(const QString& text);
    void goToRange();
    void closeLine(QWidget& line);
    void retranslate();

    TimelineView* m_view;
    Minimap* m_minimap;
    QPlainTextEdit* m_details;
    QSplitter* m_split;
    bool m_is_filter_open = false;
    QWidget* m_filter_line;
    QLabel* m_filter_label;
    QLineEdit* m_filter;
    QLabel* m_left_out;
    QToolButton* m_show_all;
    QWidget* m_range_line;
    QLabel* m_from_label;
    QLineEdit* m_from;
    QLabel* m_to_label;
    QLineEdit* m_to;
    QToolButton* m_go;
    QLabel* m_range_remark;
};

}  // namespace turnwise::timeline
