// Sequences of steps that still have to be explored: the ordered trees of Optimal DPOR, one below
// the other along the current execution (Abdulla, Aronis, Jonsson, Sagonas: Source Sets, JACM 2017,
// section 6).
//
// All trees of a search are one tree of nodes from one pool: a node that is executed is the root of
// what waits below it. What waits is all that a search keeps beside one execution, and may be much
// (for some programs ever more, as long as the search goes on): so a node is small, and its
// operation, of which a program has few, a number.
#pragma once

#include <cstdint>
#include <deque>
#include <unordered_map>
#include <vector>

#include "core/explore/program.h"

namespace turnwise::explore {

class WakeupTree {
  public:
    using Node = std::uint32_t;
    static constexpr Node none = 0;

    WakeupTree();

    Node root() const { return 1; }
    Node first_child(Node node) const { return m_nodes[node].first_child; }
    Node next_sibling(Node node) const { return m_nodes[node].next_sibling; }
    ThreadId thread(Node node) const { return m_nodes[node].thread; }
    const Operation& operation(Node node) const { return m_operations[m_nodes[node].operation]; }
    void set_operation(Node node, const Operation& operation) {
        m_nodes[node].operation = number_of(operation);
    }

    Node add_child(Node parent, ThreadId thread, const Operation& operation);
    // Removes the first child, which has no children left.
    void remove_first_child(Node parent);

  private:
    struct Data {
        ThreadId thread = no_thread;
        std::uint32_t operation = 0;  // in m_operations
        Node first_child = none;
        Node last_child = none;
        Node next_sibling = none;
    };
    struct Hash {
        std::size_t operator()(const Operation& operation) const;
    };
    std::uint32_t number_of(const Operation& operation);

    std::deque<Data> m_nodes;  // [0] is nobody, [1] the root
    Node m_free = none;        // linked by next_sibling
    std::vector<Operation> m_operations;
    std::unordered_map<Operation, std::uint32_t, Hash> m_numbers;  // in m_operations
};

}  // namespace turnwise::explore
