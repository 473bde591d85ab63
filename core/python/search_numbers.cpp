#include "core/python/search_numbers.h"

namespace turnwise::python {

using explore::Object;

SearchNumbers::SearchNumbers() : m_names(1), m_origins(1), m_thread_origins(1) {}

Object SearchNumbers::next(const Origin& origin) {
    m_origins.push_back(origin);
    m_names.emplace_back();
    return static_cast<Object>(m_names.size() - 1);
}

ThreadId SearchNumbers::thread(ThreadId creator, std::uint32_t index) {
    if (m_children.size() <= creator) m_children.resize(creator + 1);
    auto& children = m_children[creator];
    while (children.size() <= index) {
        m_thread_origins.push_back(
            {Kind::thread, creator, static_cast<std::uint32_t>(children.size())});
        children.push_back(m_threads++);
    }
    return children[index];
}

Object SearchNumbers::thread_object(ThreadId thread) {
    if (m_thread_objects.size() <= thread) m_thread_objects.resize(thread + 1, explore::no_object);
    if (m_thread_objects[thread] == explore::no_object)
        m_thread_objects[thread] = next({Kind::thread, thread, 0});
    return m_thread_objects[thread];
}

Object SearchNumbers::numbered(Rows& rows, Kind kind, ThreadId creator, std::uint32_t index) {
    if (rows.size() <= creator) rows.resize(creator + 1);
    while (rows[creator].size() <= index)
        rows[creator].push_back(
            next({kind, creator, static_cast<std::uint32_t>(rows[creator].size())}));
    return rows[creator][index];
}

Object SearchNumbers::primitive(ThreadId creator, std::uint32_t index) {
    return numbered(m_primitives, Kind::primitive, creator, index);
}

Object SearchNumbers::shared(ThreadId creator, std::uint32_t index) {
    return numbered(m_shared, Kind::shared, creator, index);
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
    if (is_new) place->second = next({Kind::part, owner, 0});
    return place->second;
}

Object SearchNumbers::named(std::string_view name) {
    if (const auto known = m_named.find(name); known != m_named.end()) return known->second;
    const Object object = next({Kind::named, 0, 0});
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

// "0.2" is the third thread that main made.
std::string SearchNumbers::identity_of_thread(ThreadId thread) const {
    std::string path;
    for (; thread != 0 && thread < m_thread_origins.size(); thread = m_thread_origins[thread].owner)
        path.insert(0, "." + std::to_string(m_thread_origins[thread].index));
    return "0" + path;
}

std::string SearchNumbers::identity(Object object) const {
    const Origin origin = object < m_origins.size() ? m_origins[object] : Origin();
    const std::string index = std::to_string(origin.index);
    switch (origin.kind) {
        case Kind::nothing:
            return "";
        case Kind::thread:
            return "thread " + identity_of_thread(origin.owner);
        case Kind::primitive:
            return "primitive " + index + " of thread " + identity_of_thread(origin.owner);
        case Kind::shared:
            return "object " + index + " of thread " + identity_of_thread(origin.owner);
        case Kind::part:
            return m_names[object] + " in " + identity(origin.owner);
        case Kind::named:
            return m_names[object];
    }
    return "";
}

}  // namespace turnwise::python
