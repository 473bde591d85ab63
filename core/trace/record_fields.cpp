#include "core/trace/record_fields.h"

namespace turnwise::trace {

namespace {
// More arguments than a program can be given.
constexpr std::uint32_t elements_limit = 100'000;
}  // namespace

bool RecordFields::parse(const char* bytes, std::size_t size, std::size_t& offset) {
    m_fields.clear();
    m_is_open = false;
    m_is_cut = false;
    if (msgpack::parse(bytes, size, offset, *this)) return true;
    if (!m_is_cut) throw Malformed();
    return false;
}

std::string_view RecordFields::text(std::size_t index) const {
    const auto* text =
        index < m_fields.size() ? std::get_if<std::string_view>(&m_fields[index]) : nullptr;
    if (!text) throw Malformed();
    return *text;
}

bool RecordFields::start_array(std::uint32_t elements) {
    return !std::exchange(m_is_open, true) && elements <= elements_limit;
}

}  // namespace turnwise::trace
