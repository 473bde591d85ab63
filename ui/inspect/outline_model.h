// One model for every panel of the inspector: an outline that changes as little as it must.
#pragma once

#include <QAbstractItemModel>
#include <memory>

#include "ui/inspect/outline.h"

namespace turnwise::ui {

class OutlineModel final : public QAbstractItemModel {
    Q_OBJECT
  public:
    enum Role { threadRole = Qt::UserRole, strongRole };

    explicit OutlineModel(QObject* parent = nullptr);
    ~OutlineModel() override;

    // One column a header. Resets nothing when only the words changed (another language).
    void setHeaders(const QStringList& headers);
    // Rows with the same keys stay the same rows: what is open stays open, what is selected
    // selected.
    void setOutline(Outline outline);

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    // Where the top row with this thread is; invalid if there is none.
    QModelIndex indexOf(ThreadId thread) const;

  private:
    struct Node;

    Node* nodeOf(const QModelIndex& index) const;
    QModelIndex indexOf(const Node& node) const;
    void merge(Node& node, Outline&& items);
    void append(Node& node, Outline&& items, std::size_t first);

    QStringList m_headers;
    std::unique_ptr<Node> m_root;
};

}  // namespace turnwise::ui
