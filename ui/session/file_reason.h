// Why a file could not be written, in the words of this language where the system's say too little.
#pragma once

#include <QString>

class QFileDevice;

namespace turnwise::ui {

// "the folder lessons/3 does not exist", or what the system says. No full stop.
QString reasonOf(const QString& path, const QString& systemSays);
QString reasonOf(const QFileDevice& file);

}  // namespace turnwise::ui
