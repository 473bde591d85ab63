#include "core/hand/watch.h"

#include <utility>

namespace turnwise::hand {

using trace::EventKind;

std::uint32_t Watch::take_hit() {
    return std::exchange(m_hit, 0);
}

std::uint32_t Watch::hit_at(std::string_view file, std::uint32_t line) const {
    for (std::size_t i = 0; i < breakpoints.size(); ++i)
        if (breakpoints[i].is_hit(file, line, m_program)) return static_cast<std::uint32_t>(i + 1);
    return 0;
}

void Watch::begin(const trace::Header& header) {
    m_program = header.program;
    m_sink.begin(header);
}

void Watch::string(StringId id, std::string_view text) {
    m_strings.resize(id + 1);
    m_strings[id] = text;
    m_sink.string(id, text);
}

void Watch::event(const trace::Event& event) {
    look_at(event);
    m_sink.event(event);
}

void Watch::look_at(const trace::Event& event) {
    if (event.object >= m_names.size()) m_names.resize(event.object + 1);
    if (event.kind == EventKind::object_created || event.kind == EventKind::object_named)
        m_names[event.object] = event.text;
    if (m_ignored_decisions > 0) {
        if (event.kind == EventKind::decision) --m_ignored_decisions;
        return;
    }
    for (std::size_t i = 0; i < breakpoints.size() && m_hit == 0; ++i)
        if (breakpoints[i].is_hit(event, m_strings[m_names[event.object]]))
            m_hit = static_cast<std::uint32_t>(i + 1);
}

}  // namespace turnwise::hand
