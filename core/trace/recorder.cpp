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

}  // namespace turnwise::trace
