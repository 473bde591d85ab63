#include "ui/look/tab_order.h"

#include <QDockWidget>
#include <QLayout>
#include <QMainWindow>
#include <QScrollArea>
#include <QTabBar>
#include <algorithm>
#include <tuple>

namespace turnwise::ui {

namespace {

using Widgets = std::vector<QWidget*>;

bool isSeen(const QWidget& widget) {
    const QWidget* parent = widget.parentWidget();
    // A panel behind another tab is not hidden, only out of the way.
    const bool isAside = qobject_cast<const QDockWidget*>(&widget) && parent &&
                         !parent->rect().intersects(widget.geometry());
    return widget.isVisible() && !widget.isWindow() && !widget.size().isEmpty() && !isAside;
}

bool takesTab(const QWidget& widget) {
    return (widget.focusPolicy() & Qt::TabFocus) && widget.isEnabled() && !widget.focusProxy();
}

void addLayout(const QLayout& layout, Widgets& children) {
    for (int at = 0; at < layout.count(); ++at) {
        QLayoutItem* item = layout.itemAt(at);
        if (QWidget* widget = item->widget())
            children.push_back(widget);
        else if (const QLayout* inner = item->layout())
            addLayout(*inner, children);
    }
}

bool isReadBefore(const QWidget* left, const QWidget* right) {
    const QRect a = left->geometry();
    const QRect b = right->geometry();
    return std::tuple(a.top(), a.left()) < std::tuple(b.top(), b.left());
}

// Those of its layout first; what stands over them, or in no layout, after them.
Widgets childrenOf(const QWidget& widget) {
    Widgets children;
    if (widget.layout()) addLayout(*widget.layout(), children);
    Widgets others;
    for (QObject* child : widget.children())
        if (auto* other = qobject_cast<QWidget*>(child);
            other && !std::ranges::count(children, other))
            others.push_back(other);
    std::ranges::stable_sort(others, isReadBefore);
    children.insert(children.end(), others.begin(), others.end());
    return children;
}

// The tabs that a panel is one of; nullptr if it stands alone.
const QDockWidget* panelOf(const QTabBar& tabs, const std::vector<QDockWidget*>& panels) {
    const QString title = tabs.tabText(tabs.currentIndex());
    const auto panel = std::ranges::find_if(
        panels, [&](const QDockWidget* candidate) { return candidate->windowTitle() == title; });
    return panel == panels.end() ? nullptr : *panel;
}

// Where a child of a window with panels comes: part, place in it, tabs before what they show.
std::tuple<int, int, int, int> rankIn(const QMainWindow& window, QWidget* child,
                                      const std::vector<QDockWidget*>& panels) {
    enum Part { bars, left, middle, right, below, rest };
    const auto ofPanel = [&](const QDockWidget* panel, int second) {
        const Qt::DockWidgetArea area = window.dockWidgetArea(const_cast<QDockWidget*>(panel));
        const Part part = area == Qt::LeftDockWidgetArea    ? left
                          : area == Qt::RightDockWidgetArea ? right
                          : area == Qt::TopDockWidgetArea   ? bars
                                                            : below;
        return std::tuple<int, int, int, int>(part, panel->x(), panel->y(), second);
    };
    if (const auto* panel = qobject_cast<QDockWidget*>(child)) return ofPanel(panel, 1);
    if (const auto* tabs = qobject_cast<QTabBar*>(child))
        if (const QDockWidget* panel = panelOf(*tabs, panels)) return ofPanel(panel, 0);
    if (child == window.centralWidget()) return {middle, 0, 0, 0};
    const Part part = child->inherits("QToolBar") || child->inherits("QMenuBar") ? bars : rest;
    return {part, child->y(), child->x(), 0};
}

Widgets childrenOf(const QMainWindow& window) {
    Widgets children;
    std::vector<QDockWidget*> panels;
    for (QObject* child : window.children()) {
        if (!child->isWidgetType() || !isSeen(*static_cast<QWidget*>(child))) continue;
        children.push_back(static_cast<QWidget*>(child));
        if (auto* panel = qobject_cast<QDockWidget*>(child)) panels.push_back(panel);
    }
    std::ranges::stable_sort(children, {},
                             [&](QWidget* child) { return rankIn(window, child, panels); });
    return children;
}

void collect(const QWidget& parent, Widgets& found) {
    const auto* window = qobject_cast<const QMainWindow*>(&parent);
    for (QWidget* child : window ? childrenOf(*window) : childrenOf(parent)) {
        if (!isSeen(*child)) continue;
        if (takesTab(*child)) found.push_back(child);
        collect(*child, found);
    }
}

// In every area that scrolls, from the inside out.
void scrollTo(QWidget* widget) {
    for (QWidget* parent = widget->parentWidget(); parent; parent = parent->parentWidget())
        if (auto* area = qobject_cast<QScrollArea*>(parent)) area->ensureWidgetVisible(widget);
}

}  // namespace

std::vector<QWidget*> tabOrder(const QWidget& window) {
    Widgets order;
    collect(window, order);
    return order;
}

bool focusNext(const QWidget& window, bool forwards) {
    const Widgets order = tabOrder(window);
    if (order.empty()) return false;
    const auto count = static_cast<std::ptrdiff_t>(order.size());
    const std::ptrdiff_t now = std::ranges::find(order, window.focusWidget()) - order.begin();
    const std::ptrdiff_t nowhere = forwards ? 0 : count - 1;
    const std::ptrdiff_t next = now == count ? nowhere : (now + (forwards ? 1 : count - 1)) % count;
    QWidget* target = order[static_cast<std::size_t>(next)];
    target->setFocus(forwards ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    scrollTo(target);
    return true;
}

}  // namespace turnwise::ui
