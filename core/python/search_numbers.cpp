#include "core/python/search_numbers.h"

namespace turnwise::python {

using explore::Object;

SearchNumbers::SearchNumbers() : m_names(1) {}

Object SearchNumbers::next() {
    m_names.emplace_back();
    return static_cast<Object>(m_names.size() - 1);
}

ThreadId SearchNumbers::thread(ThreadId creator, std::uint32_t index) {
    if (m_children.size() <= creator) m_children.resize(creator + 1);
    auto& children = m_children[creator];
    while (children.size() <= index) {
        children.push_back(m_threads++);
    }
    return children[index];
}

Object SearchNumbers::thread_object(ThreadId thread) {
    if (m_thread_objects.size() <= thread) m_thread_objects.resize(thread + 1, explore::no_object);
    if (m_thread_objects[thread] == explore::no_object) m_thread_objects[thread] = next();
    return m_thread_objects[thread];
}

Object SearchNumbers::numbered(Rows& rows, ThreadId creator, std::uint32_t index) {
    if (rows.size() <= creator) rows.resize(creator + 1);
    while (rows[creator].size() <= index)
        rows[creator].push_back(next());
    return rows[creator][index];
}

Object SearchNumbers::primitive(ThreadId creator, std::uint32_t index) {
    return numbered(m_primitives, creator, index);
}

Object SearchNumbers::shared(ThreadId creator, std::uint32_t index) {
    return numbered(m_shared, creator, index);
}

Object SearchNumbers::part(Object owner, const void* name) {
    KnownPart& known =
        m_known_parts[(reinterpret_cast<std::uintptr_t>(name) / 16 + owner * 31) % 256];
    if (known.owner != owner || known.name != name) known = {owner, name, look_up(owner, name)};
    return known.part;
}

Object SearchNumbers::look_up(Object owner, const void* name) {
    const auto number =
        m_part_names.try_emplace(name, static_cast<std::uint32_t>(m_part_names.size()))
            .first->second;
    const auto [place, is_new] =
        m_parts.try_emplace(std::uint64_t{owner} << 32 | number, explore::no_object);
    if (is_new) place->second = next();
    return place->second;
}

Object SearchNumbers::named(std::string_view name) {
    if (const auto known = m_named.find(name); known != m_named.end()) return known->second;
    const Object object = next();
    m_named.emplace(name, object);
    m_names[object] = name;
    return object;
}

const std::string& SearchNumbers::name(Object object) const {
    const std::string& text = m_names[object < m_names.size() ? object : 0];
    const auto sort = m_sorts.find(object);
    return text.empty() && sort != m_sorts.end() ? sort->second : text;
}

void SearchNumbers::set_name(Object object, std::string name) {
    if (m_names[object].empty()) m_names[object] = std::move(name);
}

}  // namespace turnwise::python
