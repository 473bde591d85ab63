// Reading and writing the text of a program; errors are sentences for a person.
#pragma once

#include <QString>

namespace turnwise::ui {

struct ProgramText {
    QString text;
    QString error;  // empty: it was read
};

// UTF-8, with or without a byte order mark, at most 8 MiB.
ProgramText readProgram(const QString& path);

// Empty if it was written. Never leaves half a file: the old one stays until the new one is whole.
QString writeProgram(const QString& path, const QString& text);

}  // namespace turnwise::ui
