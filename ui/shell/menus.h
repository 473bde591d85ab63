// The menu bar: every command in its menu, in the order of the table of actions.
#pragma once

#include <QMenu>
#include <QObject>
#include <array>
#include <vector>

#include "ui/shell/actions.h"

class QMenuBar;

namespace turnwise::ui {

class Menus final : public QObject {
    Q_OBJECT
  public:
    // `recent` goes below Open, `panels` into a menu of their own inside View.
    Menus(QMenuBar& bar, const Actions& actions, QMenu* recent,
          const std::vector<QAction*>& panels);

    QMenu* operator[](MenuId id) const { return m_menus[static_cast<std::size_t>(id)]; }
    void retranslate();

  private:
    void fill(const Actions& actions);

    std::array<QMenu*, static_cast<std::size_t>(MenuId::count)> m_menus{};
    QMenu* m_panels;
};

}  // namespace turnwise::ui
