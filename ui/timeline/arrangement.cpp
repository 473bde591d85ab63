#include "ui/timeline/arrangement.h"

#include <algorithm>

#include "ui/timeline/labels.h"

namespace turnwise::timeline {

namespace {

bool isIn(const std::vector<RowId>& rows, const RowId& row) {
    return std::ranges::find(rows, row) != rows.end();
}

// A thread-local value has no history in time; the inspector shows it.
bool exists(const Row& row, bool withInternal) {
    return !row.lanes.empty() && (withInternal || !row.isInternal);
}

bool matches(const Rows& rows, const Row& row, const QString& filter) {
    return filter.isEmpty() || rowTitle(rows, row).contains(filter, Qt::CaseInsensitive) ||
           rowKindText(rows, row).contains(filter, Qt::CaseInsensitive);
}

std::vector<const Row*> inNaturalOrder(const Rows& rows, bool withCores, bool withInternal) {
    std::vector<const Row*> all;
    if (withCores)
        for (const Row& row : rows.cores())
            all.push_back(&row);
    for (const Row& row : rows.threads())
        all.push_back(&row);
    for (const Row& row : rows.objects())
        if (exists(row, withInternal)) all.push_back(&row);
    return all;
}

// Moved rows first, in their order; then those that nobody moved.
void sortGroups(std::vector<const Row*>& rows, const std::vector<RowId>& order) {
    if (order.empty()) return;
    const auto place = [&](const Row* row) {
        const auto at = std::ranges::find(order, static_cast<const RowId&>(*row)) - order.begin();
        return std::pair(row->kind, at);
    };
    std::ranges::stable_sort(rows, {}, place);
}

}  // namespace

bool Arrangement::isHidden(const RowId& row) const {
    return isIn(hidden, row);
}

bool Arrangement::isPinned(const RowId& row) const {
    return isIn(pinned, row);
}

void Arrangement::togglePinned(const RowId& row) {
    if (std::erase(pinned, row) == 0) pinned.push_back(row);
}

void Arrangement::hide(const RowId& row) {
    std::erase(pinned, row);
    if (!isHidden(row)) hidden.push_back(row);
}

void Arrangement::showAll() {
    hidden.clear();
    filter.clear();
}

std::vector<Arranged> arranged(const Rows& rows, const Arrangement& arrangement, bool withCores,
                               bool withInternal) {
    std::vector<const Row*> all = inNaturalOrder(rows, withCores, withInternal);
    sortGroups(all, arrangement.order);
    std::vector<Arranged> shown;
    for (const RowId& pin : arrangement.pinned) {
        const auto row =
            std::ranges::find_if(all, [&](const Row* candidate) { return *candidate == pin; });
        if (row != all.end()) shown.push_back({*row, true});
    }
    for (const Row* row : all)
        if (!arrangement.isPinned(*row) && !arrangement.isHidden(*row) &&
            matches(rows, *row, arrangement.filter))
            shown.push_back({row, false});
    return shown;
}

std::size_t leftOut(const Rows& rows, const Arrangement& arrangement, bool withCores,
                    bool withInternal) {
    return inNaturalOrder(rows, withCores, withInternal).size() -
           arranged(rows, arrangement, withCores, withInternal).size();
}

bool moveRow(Arrangement& arrangement, const Rows& rows, const RowId& row, int by, bool withCores,
             bool withInternal) {
    const auto shown = arranged(rows, arrangement, withCores, withInternal);
    const auto isRow = [&](const Arranged& candidate) { return *candidate.row == row; };
    const auto at = std::ranges::find_if(shown, isRow) - shown.begin();
    const auto size = static_cast<std::ptrdiff_t>(shown.size());
    const auto next = at + by;
    if (at == size || next < 0 || next >= size) return false;
    const Arranged& from = shown[static_cast<std::size_t>(at)];
    const Arranged& to = shown[static_cast<std::size_t>(next)];
    if (from.isPinned != to.isPinned) return false;
    const auto swapIn = [&](std::vector<RowId>& ids) {
        std::iter_swap(std::ranges::find(ids, row),
                       std::ranges::find(ids, static_cast<const RowId&>(*to.row)));
    };
    if (from.isPinned) {
        swapIn(arrangement.pinned);
        return true;
    }
    if (from.row->kind != to.row->kind) return false;
    // From now on the group keeps the order in which it stands, hidden rows included.
    std::vector<const Row*> all = inNaturalOrder(rows, withCores, withInternal);
    sortGroups(all, arrangement.order);
    for (const Row* each : all)
        if (each->kind == row.kind && !isIn(arrangement.order, *each))
            arrangement.order.push_back(*each);
    swapIn(arrangement.order);
    return true;
}

}  // namespace turnwise::timeline
