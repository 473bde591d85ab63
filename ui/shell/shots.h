// Pictures of the real window, for the README and for people who judge how it looks.
#pragma once

#include <QString>

namespace turnwise::ui {

// Opens examples, runs them in the engine, and saves a PNG of 1440x900 for each view in each
// language and theme, and a few exported timelines. Needs a QApplication, and no settings of the
// user are touched. `only` names a file of shots/ without "_shots": the others are left out. 0, or
// 1 after a message on standard error.
int takeShots(const QString& directory, const QString& only = {});

}  // namespace turnwise::ui
