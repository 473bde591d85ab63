// The variable of a race: every access to it that was seen, by the locks that guard it there, and
// the stacks of the two that nothing orders. A line leads to its place in the program.
#pragma once

#include <QWidget>
#include <optional>

#include "ui/explore/search_report.h"

class QLabel;
class QTreeWidget;
class QTreeWidgetItem;

namespace turnwise::ui {

class RaceView final : public QWidget {
    Q_OBJECT

  public:
    explicit RaceView(QWidget* parent = nullptr);

    void setRace(const FoundProblem& race);
    void clear();

    QTreeWidget& tree() { return *m_tree; }
    QString sentence() const;
    // All that the tree shows, a line each, indented.
    QStringList lines() const;

  signals:
    void lineWanted(const QString& file, int line);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void show();
    QTreeWidgetItem* itemOf(QTreeWidgetItem* group, const FoundAccess& access) const;
    void retranslate();

    std::optional<FoundProblem> m_race;
    QLabel* m_sentence;
    QTreeWidget* m_tree;
};

}  // namespace turnwise::ui
