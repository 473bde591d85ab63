// The trace of a program whose text was not saved: what the engine says of the copy that it runs,
// said of the program that the person knows.
#pragma once

#include "core/trace/sink.h"
#include "ui/session/temporary_program.h"

namespace turnwise::ui {

class ProgramCopy final : public trace::Sink {
  public:
    // What the engine tells this sink goes on to `sink`.
    ProgramCopy(const QString& path, const QString& text, trace::Sink& sink)
        : m_sink(sink), m_program(path, text) {}

    const TemporaryProgram& program() const { return m_program; }

    void begin(const trace::Header& header) override;
    void string(StringId id, std::string_view text) override;
    void source(std::string_view path, std::string_view text) override;
    void event(const trace::Event& event) override { m_sink.event(event); }
    void end(const trace::Trailer& trailer) override;
    void inquiry(const trace::Inquiry& inquiry) override;

  private:
    trace::Sink& m_sink;
    TemporaryProgram m_program;
};

}  // namespace turnwise::ui
