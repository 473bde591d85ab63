#include "core/trace/recorder.h"

namespace turnwise::trace {

StringId Recorder::intern(std::string_view text) {
    if (text.empty()) return 0;
    if (auto found = m_strings.find(text); found != m_strings.end()) return found->second;
    const auto id = static_cast<StringId>(m_strings.size() + 1);
    m_strings.emplace(std::string(text), id);
    m_sink.string(id, text);
    return id;
}

void Recorder::output(const Event& event, std::string_view text) {
    const bool is_same_source = m_output.thread == event.thread && m_output.value == event.value;
    if (!is_same_source) flush_output();
    if (m_output_text.empty()) m_output = event;
    m_output_text += text;
    if (m_output_text.ends_with('\n')) flush_output();
}

void Recorder::flush_output() {
    if (m_output_text.empty()) return;
    m_output.text = intern(m_output_text);
    m_output_text.clear();
    pass_on(m_output);
}

}  // namespace turnwise::trace
