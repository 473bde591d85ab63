// What to say when a file cannot be written.
#pragma once

#include <QString>

class QFileDevice;

namespace turnwise::ui {

QString cannotWrite(const QFileDevice& file);
QString cannotWrite(const QString& path, const QString& why);

}  // namespace turnwise::ui
