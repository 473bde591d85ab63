#include "ui/explore/tree_text.h"

#include <map>
#include <vector>

#include "ui/explore/tree_words.h"

namespace turnwise::ui {

namespace {

// No recursion: an execution may have thousands of steps.
class Writer {
  public:
    explicit Writer(const SearchTree& tree) : m_tree(tree) {
        for (std::size_t at = 0; at < tree.executions().size(); ++at)
            m_ends.emplace(tree.executions()[at].path.back(), at);
    }

    QString text() {
        push(m_tree.roots(), 0);
        while (!m_branches.empty()) {
            const auto [node, indent] = m_branches.back();
            m_branches.pop_back();
            write(indent, nodeSentence(m_tree, node));
            const auto [first, last] = m_ends.equal_range(node);
            for (auto end = first; end != last; ++end)
                write(indent, endSentence(m_tree.executions()[end->second]));
            push(m_tree.nodes()[static_cast<std::size_t>(node)].children, indent);
        }
        return m_text;
    }

  private:
    struct Branch {
        int node;
        int indent;
    };

    void push(const std::vector<int>& nodes, int indent) {
        const int deeper = nodes.size() > 1 ? indent + 1 : indent;
        for (auto node = nodes.rbegin(); node != nodes.rend(); ++node)
            m_branches.push_back({*node, deeper});
    }

    void write(int indent, const QString& line) {
        m_text += QStringLiteral("  ").repeated(indent) + line + QLatin1Char('\n');
    }

    const SearchTree& m_tree;
    std::multimap<int, std::size_t> m_ends;  // the last node of each execution
    std::vector<Branch> m_branches;
    QString m_text;
};

}  // namespace

QString treeText(const SearchTree& tree) {
    return Writer(tree).text();
}

}  // namespace turnwise::ui
