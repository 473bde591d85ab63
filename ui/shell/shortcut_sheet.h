// Every command and its key, made from the actions themselves, so that it cannot be out of date.
#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>
#include <vector>

class QAction;
class QWidget;

namespace turnwise::ui {

class Actions;

// As HTML: a table a menu. `panels` are the actions that show and hide panels.
QString shortcutSheet(const Actions& actions, const std::vector<QAction*>& panels);

// In a window of its own that does not stand in the way of the one that it belongs to.
// The keys that the timeline itself knows while it has the keyboard.
QList<QKeySequence> timelineKeys();

void showShortcutSheet(const Actions& actions, const std::vector<QAction*>& panels,
                       QWidget* window);

}  // namespace turnwise::ui
