// Text of an editor that was not saved, as a file that the engine can run.
//
// The copy has the program's own file name and stands in a temporary folder beside links to the
// program's neighbours, so that `import neighbour` works as it would for the saved file. What the
// engine says of the folder is translated back: the trace knows only the path that the person
// knows.
#pragma once

#include <QString>
#include <QTemporaryDir>

#include "core/trace/sink.h"

namespace turnwise::ui {

class ProgramCopy final : public trace::Sink {
  public:
    // `path` is shown for `text`; it need not exist. What the engine tells this sink goes on to
    // `sink`.
    ProgramCopy(const QString& path, const QString& text, trace::Sink& sink);

    // "" if the copy could not be written; errorString() says why.
    const QString& filePath() const { return m_filePath; }
    const QString& errorString() const { return m_error; }

    // `text` with every mention of the copy's folder replaced by the program's.
    std::string restored(std::string_view text) const;

    void begin(const trace::Header& header) override;
    void string(StringId id, std::string_view text) override;
    void source(std::string_view path, std::string_view text) override;
    void event(const trace::Event& event) override { m_sink.event(event); }
    void end(const trace::Trailer& trailer) override;
    void inquiry(const trace::Inquiry& inquiry) override;

  private:
    void linkNeighbours(const QString& path) const;

    trace::Sink& m_sink;
    QTemporaryDir m_dir;
    QString m_filePath;
    QString m_error;
    std::string m_copyFolder;     // both with the slash at their end
    std::string m_programFolder;  // "" for a program without a folder
};

}  // namespace turnwise::ui
