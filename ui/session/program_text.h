// The text of a program and its bytes, in the encoding that its first lines name (PEP 263), else
// UTF-8. The same for the window, what it saves and runs, and the command line.
#pragma once

#include <QByteArray>
#include <QString>

namespace turnwise::ui {

struct ProgramText {
    QString text;
    QString error;  // a sentence; empty: it was read
};

// `name` is what the file is called in an error.
ProgramText decodedProgram(const QByteArray& bytes, const QString& name);

struct ProgramBytes {
    QByteArray bytes;
    QString error;  // a sentence; empty: every character has its bytes
};
ProgramBytes encodedProgram(const QString& text);

}  // namespace turnwise::ui
