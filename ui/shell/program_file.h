// Reading and writing the text of a program; errors are sentences for a person.
#pragma once

#include <QString>

#include "ui/session/program_text.h"

namespace turnwise::ui {

// In UTF-8, with or without a byte order mark, or in the encoding that it names; at most 8 MiB.
ProgramText readProgram(const QString& path);

// In the encoding that the text names. Empty if it was written. Never leaves half a file: the old
// one stays until the new one is whole.
QString writeProgram(const QString& path, const QString& text);

}  // namespace turnwise::ui
