#include "core/trace/trace.h"

#include <algorithm>

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

void Trace::inquiry(const Inquiry& inquiry) {
    m_inquiry = inquiry;
    ++m_inquiries;
}

const std::string& Trace::text(StringId id) const {
    return id < m_strings.size() ? m_strings[id] : empty;
}

const std::string& Trace::source_of(std::string_view path) const {
    for (const auto& [known, text] : m_sources)
        if (known == path) return text;
    return empty;
}

void Trace::replay(Sink& sink) const {
    sink.begin(m_header);
    for (const auto& [path, text] : m_sources)
        sink.source(path, text);
    StringId told = 0;
    const auto tell_until = [&](StringId id) {
        for (; told < id && told + 1 < m_strings.size(); ++told)
            sink.string(told + 1, m_strings[told + 1]);
    };
    for (const Event& event : m_events) {
        tell_until(std::max({event.text, event.detail, event.file}));
        sink.event(event);
    }
    if (m_has_ended) sink.end(m_trailer);
}

}  // namespace turnwise::trace
