#include "ui/session/program_copy.h"

namespace turnwise::ui {

void ProgramCopy::begin(const trace::Header& header) {
    trace::Header known = header;
    known.program = m_program.restored(header.program);
    m_sink.begin(known);
}

void ProgramCopy::string(StringId id, std::string_view text) {
    m_sink.string(id, m_program.restored(text));
}

void ProgramCopy::source(std::string_view path, std::string_view text) {
    m_sink.source(m_program.restored(path), text);
}

void ProgramCopy::end(const trace::Trailer& trailer) {
    trace::Trailer known = trailer;
    known.outcome.message = m_program.restored(trailer.outcome.message);
    m_sink.end(known);
}

void ProgramCopy::inquiry(const trace::Inquiry& inquiry) {
    trace::Inquiry told = inquiry;
    for (trace::Prospect& prospect : told.threads)
        prospect.file = m_program.restored(prospect.file);
    m_sink.inquiry(told);
}

}  // namespace turnwise::ui
