#include "core/analysis/wait_graph.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

#include "core/analysis/deadlock.h"

namespace turnwise::analysis {

namespace {

class Builder {
  public:
    explicit Builder(const State& state) : m_state(state) {}

    WaitGraph build() {
        m_graph.circle = waiting_circle(m_state);
        add_threads();
        add_objects();
        add_edges();
        place();
        return std::move(m_graph);
    }

  private:
    bool takes_part(const ThreadInfo& thread) const {
        if (thread.state == ThreadState::blocked &&
            (thread.object != no_object || thread.other != no_thread))
            return true;
        return std::ranges::any_of(m_state.threads(),
                                   [&](const ThreadInfo& other) {
                                       return other.state == ThreadState::blocked &&
                                              other.object == no_object && other.other == thread.id;
                                   }) ||
               std::ranges::any_of(m_state.objects(), [&](const ObjectInfo& object) {
                   return is_held_by(object, thread.id);
               });
    }
    static bool is_held_by(const ObjectInfo& object, ThreadId thread) {
        return object.owner == thread ||
               std::ranges::find(object.holders, thread) != object.holders.end();
    }
    bool is_waited_for(const ObjectInfo& object) const {
        return std::ranges::any_of(m_state.threads(), [&](const ThreadInfo& thread) {
            return thread.state == ThreadState::blocked && thread.object == object.id;
        });
    }
    bool is_in_circle(ThreadId thread) const {
        return std::ranges::find(m_graph.circle, thread) != m_graph.circle.end();
    }

    void add_threads() {
        for (const ThreadInfo& thread : m_state.threads())
            if (takes_part(thread))
                m_graph.nodes.push_back(
                    {.thread = thread.id, .in_circle = is_in_circle(thread.id)});
    }

    void add_objects() {
        for (const ObjectInfo& object : m_state.objects()) {
            const bool is_held = object.owner != no_thread || !object.holders.empty();
            if (!is_waited_for(object) && (!is_held || object.internal)) continue;
            const bool in_circle = std::ranges::any_of(m_graph.circle, [&](ThreadId id) {
                return m_state.thread(id)->object == object.id;
            });
            m_graph.nodes.push_back({.object = object.id, .in_circle = in_circle});
        }
    }

    std::optional<std::size_t> node_of(ThreadId thread, ObjectId object) const {
        const auto found = std::ranges::find_if(m_graph.nodes, [&](const WaitNode& node) {
            return object != no_object ? node.object == object
                                       : node.is_thread() && node.thread == thread;
        });
        if (found == m_graph.nodes.end()) return std::nullopt;
        return static_cast<std::size_t>(found - m_graph.nodes.begin());
    }

    void add_edge(WaitEdge::Kind kind, std::optional<std::size_t> from,
                  std::optional<std::size_t> to) {
        if (!from || !to) return;
        const bool in_circle = m_graph.nodes[*from].in_circle && m_graph.nodes[*to].in_circle;
        m_graph.edges.push_back({kind, *from, *to, in_circle});
    }

    void add_edges() {
        for (const ThreadInfo& thread : m_state.threads())
            if (thread.state == ThreadState::blocked)
                add_edge(WaitEdge::Kind::waits, node_of(thread.id, no_object),
                         node_of(thread.other, thread.object));
        for (const ObjectInfo& object : m_state.objects()) {
            if (object.owner != no_thread)
                add_edge(WaitEdge::Kind::holds, node_of(no_thread, object.id),
                         node_of(object.owner, no_object));
            for (const ThreadId holder : object.holders)
                add_edge(WaitEdge::Kind::holds, node_of(no_thread, object.id),
                         node_of(holder, no_object));
        }
    }

    // --- places

    // The longest way from the node to one from which no arrow leads, or to the circle.
    int distance(std::size_t node) {
        if (m_graph.nodes[node].in_circle) return 0;
        if (m_distances[node] >= 0 || m_is_open[node]) return std::max(0, m_distances[node]);
        m_is_open[node] = true;  // a second circle: it is cut here
        int longest = 0;
        for (const WaitEdge& edge : m_graph.edges)
            if (edge.from == node) longest = std::max(longest, distance(edge.to) + 1);
        m_is_open[node] = false;
        return m_distances[node] = longest;
    }

    void place_circle() {
        std::vector<std::size_t> ring;
        for (const ThreadId id : m_graph.circle) {
            ring.push_back(*node_of(id, no_object));
            if (const ObjectId object = m_state.thread(id)->object; object != no_object)
                ring.push_back(*node_of(no_thread, object));
        }
        const auto count = static_cast<double>(ring.size());
        const double width = std::max(0.6, 0.24 * count);
        const double height = std::max(0.8, 0.32 * count);
        for (std::size_t at = 0; at < ring.size(); ++at) {
            const double angle =
                2 * std::numbers::pi * static_cast<double>(at) / count - std::numbers::pi / 2;
            m_graph.nodes[ring[at]].column = ring.size() == 1 ? 0 : width * (1 + std::cos(angle));
            m_graph.nodes[ring[at]].row = ring.size() == 1 ? 0 : height * (1 + std::sin(angle));
        }
    }

    // Column by column from the right, each node beside what it points to.
    void place_columns(int columns) {
        for (int level = 0; level <= columns; ++level) {
            std::vector<std::pair<double, std::size_t>> wishes;
            for (std::size_t node = 0; node < m_graph.nodes.size(); ++node)
                if (!m_graph.nodes[node].in_circle && m_distances[node] == level)
                    wishes.emplace_back(wish(node), node);
            std::ranges::stable_sort(wishes, {}, &std::pair<double, std::size_t>::first);
            double next = wishes.empty() ? 0 : wishes.front().first;
            for (const auto& [wanted, node] : wishes) {
                m_graph.nodes[node].row = std::max(next, wanted);
                m_graph.nodes[node].column = -level;
                next = m_graph.nodes[node].row + 1;
            }
        }
    }

    // The middle of what it points to; a node that points to nothing comes below what is placed
    // already.
    double wish(std::size_t node) {
        double sum = 0;
        int count = 0;
        for (const WaitEdge& edge : m_graph.edges)
            if (edge.from == node) {
                sum += m_graph.nodes[edge.to].row;
                ++count;
            }
        if (count > 0) return sum / count;
        return m_next_free++;
    }

    void place() {
        m_distances.assign(m_graph.nodes.size(), -1);
        m_is_open.assign(m_graph.nodes.size(), false);
        int longest = 0;
        for (std::size_t node = 0; node < m_graph.nodes.size(); ++node)
            if (!m_graph.nodes[node].in_circle) longest = std::max(longest, distance(node));
        if (!m_graph.circle.empty()) {
            place_circle();
            for (const WaitNode& node : m_graph.nodes)
                if (node.in_circle) m_next_free = std::max(m_next_free, node.row + 1);
        }
        place_columns(longest);
        move_to_origin();
    }

    void move_to_origin() {
        double left = 0, top = 0, right = 0, bottom = 0;
        for (const WaitNode& node : m_graph.nodes) {
            left = std::min(left, node.column);
            top = std::min(top, node.row);
        }
        for (WaitNode& node : m_graph.nodes) {
            node.column -= left;
            node.row -= top;
            right = std::max(right, node.column);
            bottom = std::max(bottom, node.row);
        }
        m_graph.columns = right;
        m_graph.rows = bottom;
    }

    const State& m_state;
    WaitGraph m_graph;
    std::vector<int> m_distances;
    std::vector<bool> m_is_open;
    double m_next_free = 0;
};

}  // namespace

WaitGraph wait_graph(const State& state) {
    return Builder(state).build();
}

}  // namespace turnwise::analysis
