#include "core/trace/trace.h"

namespace turnwise::trace {

namespace {
const std::string empty;
}

void Trace::string(StringId id, std::string_view text) {
    if (id >= m_strings.size()) m_strings.resize(id + 1);
    m_strings[id] = text;
}

void Trace::source(std::string_view path, std::string_view text) {
    m_sources.emplace_back(path, text);
}

void Trace::end(const Trailer& trailer) {
    m_trailer = trailer;
    m_has_ended = true;
}

const std::string& Trace::text(StringId id) const {
    return id < m_strings.size() ? m_strings[id] : empty;
}

const std::string& Trace::source_of(std::string_view path) const {
    for (const auto& [known, text] : m_sources)
        if (known == path) return text;
    return empty;
}

}  // namespace turnwise::trace
