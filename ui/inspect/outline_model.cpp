#include "ui/inspect/outline_model.h"

#include <QApplication>
#include <QFont>
#include <QFontMetrics>
#include <QIcon>
#include <QPalette>

#include "ui/look/thread_sign.h"

namespace turnwise::ui {

namespace {
constexpr QSize sign_size(22, 16);
constexpr int row_padding = 6;

// In a selected row, too, a thread has its own colour: a plain pixmap would be tinted there.
QIcon signIcon(ThreadId thread) {
    const QPixmap sign =
        threadSign(thread, sign_size, QApplication::palette(), qApp->devicePixelRatio());
    QIcon icon(sign);
    icon.addPixmap(sign, QIcon::Selected);
    return icon;
}
}  // namespace

struct OutlineModel::Node {
    Node* parent = nullptr;
    int row = 0;
    OutlineItem item;  // its `children` are moved to the nodes below
    std::vector<std::unique_ptr<Node>> children;
};

OutlineModel::OutlineModel(QObject* parent)
    : QAbstractItemModel(parent), m_root(std::make_unique<Node>()) {}

OutlineModel::~OutlineModel() = default;

void OutlineModel::setHeaders(const QStringList& headers) {
    const bool same_shape = headers.size() == m_headers.size();
    if (!same_shape) beginResetModel();
    m_headers = headers;
    if (!same_shape)
        endResetModel();
    else
        emit headerDataChanged(Qt::Horizontal, 0, static_cast<int>(m_headers.size()) - 1);
}

void OutlineModel::setOutline(Outline outline) {
    merge(*m_root, std::move(outline));
}

// Keeps the rows up to the first key that differs; those after it are removed and made anew.
void OutlineModel::merge(Node& node, Outline&& items) {
    std::size_t kept = 0;
    while (kept < node.children.size() && kept < items.size() &&
           node.children[kept]->item.key == items[kept].key)
        ++kept;
    if (kept < node.children.size()) {
        beginRemoveRows(indexOf(node), static_cast<int>(kept),
                        static_cast<int>(node.children.size()) - 1);
        node.children.resize(kept);
        endRemoveRows();
    }
    for (std::size_t row = 0; row < kept; ++row) {
        Node& child = *node.children[row];
        Outline below = std::move(items[row].children);
        child.item = std::move(items[row]);
        const int last_column = std::max(0, columnCount() - 1);
        emit dataChanged(createIndex(child.row, 0, &child),
                         createIndex(child.row, last_column, &child));
        merge(child, std::move(below));
    }
    if (kept < items.size()) {
        beginInsertRows(indexOf(node), static_cast<int>(kept), static_cast<int>(items.size()) - 1);
        append(node, std::move(items), kept);
        endInsertRows();
    }
}

void OutlineModel::append(Node& node, Outline&& items, std::size_t first) {
    for (std::size_t row = first; row < items.size(); ++row) {
        auto child = std::make_unique<Node>();
        child->parent = &node;
        child->row = static_cast<int>(row);
        Outline below = std::move(items[row].children);
        child->item = std::move(items[row]);
        append(*child, std::move(below), 0);
        node.children.push_back(std::move(child));
    }
}

OutlineModel::Node* OutlineModel::nodeOf(const QModelIndex& index) const {
    return index.isValid() ? static_cast<Node*>(index.internalPointer()) : m_root.get();
}

QModelIndex OutlineModel::indexOf(const Node& node) const {
    return node.parent ? createIndex(node.row, 0, &node) : QModelIndex();
}

QModelIndex OutlineModel::indexOf(ThreadId thread) const {
    for (const auto& child : m_root->children)
        if (child->item.thread == thread) return indexOf(*child);
    return {};
}

QModelIndex OutlineModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent)) return {};
    return createIndex(row, column, nodeOf(parent)->children[static_cast<std::size_t>(row)].get());
}

QModelIndex OutlineModel::parent(const QModelIndex& index) const {
    const Node* parent = index.isValid() ? nodeOf(index)->parent : nullptr;
    return parent ? indexOf(*parent) : QModelIndex();
}

int OutlineModel::rowCount(const QModelIndex& parent) const {
    if (parent.column() > 0) return 0;
    return static_cast<int>(nodeOf(parent)->children.size());
}

int OutlineModel::columnCount(const QModelIndex&) const {
    return static_cast<int>(m_headers.size());
}

QVariant OutlineModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const OutlineItem& item = nodeOf(index)->item;
    const bool is_last = index.column() == item.cells.size() - 1;
    switch (role) {
        case Qt::DisplayRole: {
            const QString text = item.cells.value(index.column());
            return item.strong && is_last ? QStringLiteral("● ") + text : text;
        }
        case Qt::AccessibleTextRole: {
            const QString text = item.cells.value(index.column());
            return item.strong && is_last ? tr("%1, changed").arg(text) : text;
        }
        case Qt::DecorationRole:
            if (index.column() != 0 || item.thread == no_thread) return {};
            return signIcon(item.thread);
        case Qt::ToolTipRole:
            return item.tip.isEmpty() ? item.cells.value(index.column()) : item.tip;
        case Qt::SizeHintRole:
            return QSize(0, QFontMetrics(QApplication::font()).height() + row_padding);
        case Qt::FontRole: {
            if (!item.strong && !item.muted) return {};
            QFont font = QApplication::font();
            font.setBold(item.strong);
            font.setStrikeOut(item.muted && index.column() == 0);
            return font;
        }
        case Qt::ForegroundRole:
            if (!item.muted) return {};
            return QApplication::palette().brush(QPalette::Disabled, QPalette::Text);
        case threadRole:
            return item.thread == no_thread ? QVariant() : QVariant(item.thread);
        case strongRole:
            return item.strong;
        default:
            return {};
    }
}

QVariant OutlineModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    return m_headers.value(section);
}

}  // namespace turnwise::ui
