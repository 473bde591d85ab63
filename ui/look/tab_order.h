// In which order Tab goes through a window: as one reads it.
//
// Qt's own order is that in which widgets were made, which says nothing about where they stand:
// panels move, their tab bars come and go, a message gets its buttons when it is shown. So the
// order is found anew whenever somebody presses Tab.
#pragma once

#include <vector>

class QWidget;

namespace turnwise::ui {

// Every control of `window` that is seen and takes Tab. Around a middle: tool bars, panels on the
// left, the middle, panels on the right, panels below, each behind the tabs that it is one of;
// inside of each as its layout says, else from left to right and from top to bottom.
std::vector<QWidget*> tabOrder(const QWidget& window);

// Gives the keyboard to the control after the one that has it, or before it; scrolls there. False
// if no control takes it.
bool focusNext(const QWidget& window, bool forwards);

}  // namespace turnwise::ui
