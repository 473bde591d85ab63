#include "core/explore/wakeup_tree.h"

namespace turnwise::explore {

WakeupTree::WakeupTree() : m_nodes(2) {}

WakeupTree::Node WakeupTree::add_child(Node parent, ThreadId thread, const Operation& operation) {
    Node node = m_free;
    if (node == none) {
        node = static_cast<Node>(m_nodes.size());
        m_nodes.emplace_back();
    } else {
        m_free = m_nodes[node].next_sibling;
    }
    m_nodes[node] = {thread, operation, none, none, none};
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
