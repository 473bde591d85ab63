#include "ui/explore/card_delegate.h"

#include <QApplication>
#include <QListView>
#include <QPainter>
#include <algorithm>

#include "ui/look/code_font.h"
#include "ui/look/scale.h"

namespace turnwise::ui {

namespace {

constexpr int margin = 7;
constexpr int icon_size = 18;
constexpr int gap = 8;

// The parts of a card from top to bottom, with their fonts and places.
struct Part {
    QString text;
    QFont font;
    QRect box;
    bool isDim = false;
};

std::vector<Part> partsOf(const QStyleOptionViewItem& option, const QModelIndex& index, int width) {
    QFont title = option.font;
    title.setBold(true);
    std::vector<Part> parts;
    const int left = scaled(margin + icon_size + gap);
    int top = scaled(margin);
    const auto add = [&](int role, const QFont& font, bool isDim) {
        const QString text = index.data(role).toString();
        if (text.isEmpty()) return;
        const QRect room(0, 0, std::max(40, width - left - scaled(margin)), 10'000);
        const QRect needed = QFontMetrics(font).boundingRect(
            room, Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop, text);
        parts.push_back({text, font, QRect(left, top, room.width(), needed.height()), isDim});
        top += needed.height() + scaled(2);
    };
    add(CardTitleRole, title, false);
    add(CardSentenceRole, option.font, false);
    add(CardCodeRole, codeFont(8.5), false);
    add(CardFactsRole, option.font, true);
    return parts;
}

}  // namespace

void CardDelegate::paint(QPainter* painter, const QStyleOptionViewItem& given,
                         const QModelIndex& index) const {
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    option.text.clear();
    option.icon = {};
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &option, painter, option.widget);
    const bool isSelected = option.state & QStyle::State_Selected;
    const auto group = option.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
    const QColor text =
        option.palette.color(group, isSelected ? QPalette::HighlightedText : QPalette::Text);
    painter->save();
    painter->translate(option.rect.topLeft());
    const int size = scaled(icon_size);
    const QVariant decoration = index.data(Qt::DecorationRole);
    if (decoration.canConvert<QIcon>() && decoration.typeId() == QMetaType::QIcon)
        decoration.value<QIcon>().paint(painter, scaled(margin), scaled(margin), size, size);
    else if (decoration.typeId() == QMetaType::QPixmap)
        painter->drawPixmap(scaled(margin), scaled(margin), decoration.value<QPixmap>());
    for (const Part& part : partsOf(option, index, option.rect.width())) {
        QColor colour = text;
        if (part.isDim && !isSelected) colour.setAlphaF(0.75F);
        painter->setPen(colour);
        painter->setFont(part.font);
        painter->drawText(part.box, Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop, part.text);
    }
    painter->restore();
}

QSize CardDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    const std::vector<Part> parts = partsOf(option, index, width);
    const int below = parts.empty() ? scaled(icon_size) : parts.back().box.bottom() + 1;
    return {width, std::max(below, scaled(margin + icon_size)) + scaled(margin)};
}

}  // namespace turnwise::ui
