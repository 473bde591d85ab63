// A line of a list that says something: an icon, a title, a sentence that wraps, lines of code or
// of a traceback, and facts below.
#pragma once

#include <QStyledItemDelegate>

namespace turnwise::ui {

// What a model tells of a card beside its Qt::DecorationRole. Its Qt::DisplayRole is all of it as
// one text, for readers of the screen.
enum CardRole { CardTitleRole = Qt::UserRole, CardSentenceRole, CardFactsRole, CardCodeRole };

class CardDelegate final : public QStyledItemDelegate {
    Q_OBJECT

  public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace turnwise::ui
