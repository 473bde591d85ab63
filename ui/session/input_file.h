// What a program is to read on its standard input, as a file that an engine can be told of.
#pragma once

#include <QStringList>
#include <QTemporaryFile>
#include <memory>

namespace turnwise::ui {

class InputFile {
  public:
    // No file for an empty text.
    explicit InputFile(const QString& text);

    // The engine's options for it: none without a file.
    QStringList arguments() const;
    // "" unless it could not be written.
    const QString& errorString() const { return m_error; }

  private:
    std::unique_ptr<QTemporaryFile> m_file;
    QString m_error;
};

}  // namespace turnwise::ui
