// Who waits for what, and who holds it, at one moment: the wait-for graph, with a place for each
// node.
//
// The places are a function of the graph alone, so the same moment always looks the same: who waits
// stands to the left of what it waits for, who holds something to the right of it, and a circle is
// drawn as one.
#pragma once

#include <vector>

#include "core/analysis/state.h"

namespace turnwise::analysis {

struct WaitNode {
    ThreadId thread = no_thread;  // either of these two
    ObjectId object = no_object;
    bool in_circle = false;
    double column = 0;  // of its centre, from 0; a column is as wide as a node with its arrow
    double row = 0;

    bool is_thread() const { return object == no_object; }
};

struct WaitEdge {
    enum class Kind {
        waits,
        holds
    } kind = Kind::waits;  // thread -> what it waits for; object -> its holder
    std::size_t from = 0;
    std::size_t to = 0;
    bool in_circle = false;
};

struct WaitGraph {
    std::vector<WaitNode> nodes;  // threads first, each kind by its number
    std::vector<WaitEdge> edges;
    std::vector<ThreadId> circle;  // see waiting_circle()
    double columns = 0;            // extent: every node lies in [0, columns] x [0, rows]
    double rows = 0;

    bool is_empty() const { return nodes.empty(); }
};

// The threads that are blocked or hold something, and the objects between them.
WaitGraph wait_graph(const State& state);

}  // namespace turnwise::analysis
