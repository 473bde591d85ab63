// Text of an editor that was not saved, as a file that the engine can run.
//
// The copy has the program's own file name and stands in a temporary folder beside links to the
// program's neighbours, so that `import neighbour` works as it would for the saved file. What the
// engine says of the folder is to be translated back: a person knows only the program's own path.
#pragma once

#include <QString>
#include <QTemporaryDir>
#include <string>
#include <string_view>

namespace turnwise::ui {

class TemporaryProgram {
  public:
    // `path` is shown for `text`; it need not exist.
    TemporaryProgram(const QString& path, const QString& text);

    // "" if the copy could not be written; errorString() says why.
    const QString& filePath() const { return m_filePath; }
    const QString& errorString() const { return m_error; }

    // `text` with every mention of the copy's folder replaced by the program's.
    std::string restored(std::string_view text) const;

  private:
    void linkNeighbours(const QString& path) const;

    QTemporaryDir m_dir;
    QString m_filePath;
    QString m_error;
    std::string m_copyFolder;     // both with the slash at their end
    std::string m_programFolder;  // "" for a program without a folder
};

}  // namespace turnwise::ui
