#include "ui/explore/card_list.h"

#include <QEvent>

#include "ui/explore/card_delegate.h"

namespace turnwise::ui {

CardList::CardList(QWidget* parent) : QListView(parent) {
    setItemDelegate(new CardDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setAlternatingRowColors(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // Else the width changes with the heights that it decides.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setEditTriggers(NoEditTriggers);
    setResizeMode(Adjust);
}

void CardList::resizeEvent(QResizeEvent* event) {
    QListView::resizeEvent(event);
    scheduleDelayedItemsLayout();
}

void CardList::changeEvent(QEvent* event) {
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange) scheduleDelayedItemsLayout();
}

}  // namespace turnwise::ui
