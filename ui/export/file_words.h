// What to say when a file cannot be written.
#pragma once

#include <QString>

class QFileDevice;

namespace turnwise::ui {

QString cannotWrite(const QFileDevice& file);

}  // namespace turnwise::ui
