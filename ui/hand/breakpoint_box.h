// Breakpoints that are no lines: on what is done with a primitive, and on kinds of events. Lines
// are set in the editor.
#pragma once

#include <QGroupBox>
#include <QStringList>

class QComboBox;
class QListWidget;
class QSpinBox;
class QToolButton;

namespace turnwise::ui {

class BreakpointBox final : public QGroupBox {
    Q_OBJECT
  public:
    explicit BreakpointBox(QWidget* parent = nullptr);

    // As core/hand/breakpoint.h says.
    const QStringList& breakpoints() const { return m_breakpoints; }
    void setBreakpoints(const QStringList& breakpoints);
    void add(const QString& breakpoint);  // nothing happens if it is there already
    // Names of primitives that the present run has, to choose from.
    void offerNames(const QStringList& names);

  signals:
    void breakpointsChanged();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void addChosen();
    void removeChosen();
    void followKind();
    void showList();
    void retranslate();

    QStringList m_breakpoints;
    QListWidget* m_list;
    QComboBox* m_kind;
    QSpinBox* m_value;
    QComboBox* m_name;  // of a primitive
    QComboBox* m_event;
    QToolButton* m_add;
    QToolButton* m_remove;
};

}  // namespace turnwise::ui
