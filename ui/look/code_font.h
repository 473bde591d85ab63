// The font of programs and their output.
#pragma once

#include <QFont>

namespace turnwise::ui {

// As large as the interface is (scale.h). Of equal widths and surely there: the system's own choice
// may be neither on a bare machine.
QFont codeFont(qreal point_size = 11);

}  // namespace turnwise::ui
