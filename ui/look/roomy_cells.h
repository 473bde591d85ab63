// Cells of a table with room between the columns: numbers that stand to the right touch each other
// otherwise.
#pragma once

#include <QStyledItemDelegate>

namespace turnwise::ui {

class RoomyCells final : public QStyledItemDelegate {
  public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        constexpr int room = 14;
        return QStyledItemDelegate::sizeHint(option, index) + QSize(room, 0);
    }
};

}  // namespace turnwise::ui
