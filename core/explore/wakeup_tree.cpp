#include "core/explore/wakeup_tree.h"

namespace turnwise::explore {

WakeupTree::WakeupTree() : m_nodes(2) {}

std::size_t WakeupTree::Hash::operator()(const Operation& operation) const {
    std::uint64_t hash = std::uint64_t{operation.object} << 32 | operation.second;
    hash ^= std::uint64_t{operation.value} << 16 | static_cast<std::uint64_t>(operation.kind) << 2 |
            std::uint64_t{operation.is_refined} << 1 | std::uint64_t{operation.is_atomic};
    hash = (hash ^ reinterpret_cast<std::uintptr_t>(operation.accesses)) * 0x9e3779b97f4a7c15ULL;
    return static_cast<std::size_t>(hash ^ hash >> 32);
}

std::uint32_t WakeupTree::number_of(const Operation& operation) {
    const auto [place, is_new] =
        m_numbers.try_emplace(operation, static_cast<std::uint32_t>(m_operations.size()));
    if (is_new) m_operations.push_back(operation);
    return place->second;
}

WakeupTree::Node WakeupTree::add_child(Node parent, ThreadId thread, const Operation& operation) {
    Node node = m_free;
    if (node == none) {
        node = static_cast<Node>(m_nodes.size());
        m_nodes.emplace_back();
    } else {
        m_free = m_nodes[node].next_sibling;
    }
    m_nodes[node] = {thread, number_of(operation), none, none, none};
    Data& above = m_nodes[parent];
    (above.first_child == none ? above.first_child : m_nodes[above.last_child].next_sibling) = node;
    above.last_child = node;
    return node;
}

void WakeupTree::remove_first_child(Node parent) {
    Data& above = m_nodes[parent];
    const Node node = above.first_child;
    above.first_child = m_nodes[node].next_sibling;
    if (above.first_child == none) above.last_child = none;
    m_nodes[node].next_sibling = m_free;
    m_free = node;
}

}  // namespace turnwise::explore
