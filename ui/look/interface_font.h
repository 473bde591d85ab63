// The font of menus, labels and tables.
#pragma once

namespace turnwise::ui {

// The system's own, or for Chinese one font for both scripts: letters and characters taken from two
// fonts do not stand on one line. Does nothing where there is no QApplication.
void useInterfaceFont(bool chinese);
// The same font once more, as large as the interface is now (scale.h).
void refreshInterfaceFont();

}  // namespace turnwise::ui
