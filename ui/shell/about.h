// What Turnwise is, in which version, under which licence, and what it is made of.
#pragma once

class QWidget;

namespace turnwise::ui {

void showAbout(QWidget* window);

}  // namespace turnwise::ui
