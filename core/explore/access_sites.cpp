#include "core/explore/access_sites.h"

#include <algorithm>

#include "core/explore/races.h"

namespace turnwise::explore {

namespace {

constexpr std::size_t most_sites = 32;  // of a cell
constexpr unsigned most_looks = 16;     // at the locks of the same access

}  // namespace

void AccessSites::watch(Object cell) {
    if (cell >= m_index.size()) m_index.resize(cell + 1, 0);
    if (m_index[cell] != 0) return;
    m_cells.emplace_back();
    m_index[cell] = static_cast<std::uint32_t>(m_cells.size());
}

bool AccessSites::look_at(const Execution& execution) {
    bool is_any_new = false;
    if (m_cells.empty()) return false;
    for (Position position = 0; position < execution.size(); ++position)
        for_each_access(execution[position], [&](const Access& access, Place place) {
            if (access.cell < m_index.size() && m_index[access.cell] != 0)
                is_any_new |= add(execution, position, access, place);
        });
    return is_any_new;
}

bool AccessSites::add(const Execution& execution, Position position, const Access& access,
                      Place place) {
    Cell& cell = m_cells[m_index[access.cell] - 1];
    const Event& event = execution[position];
    auto looks = std::ranges::find_if(cell.looks, [&](const Cell::Looks& known) {
        return known.thread == event.thread && known.place == place && known.kind == access.kind;
    });
    if (looks == cell.looks.end()) {
        if (cell.looks.size() >= most_sites) {
            cell.is_full = true;
            return false;
        }
        looks = cell.looks.insert(looks, {event.thread, place, access.kind, 0});
    }
    if (looks->count >= most_looks) return false;
    ++looks->count;
    AccessSite site = site_of(execution, position, access.kind, place);
    site.step = 0;
    if (std::ranges::find(cell.sites, site) != cell.sites.end()) return false;
    if (cell.sites.size() >= most_sites) {
        cell.is_full = true;
        return false;
    }
    cell.sites.push_back(std::move(site));
    return true;
}

const std::vector<AccessSite>& AccessSites::of(Object cell) const {
    static const std::vector<AccessSite> none;
    return cell < m_index.size() && m_index[cell] != 0 ? m_cells[m_index[cell] - 1].sites : none;
}

bool AccessSites::are_all(Object cell) const {
    return cell >= m_index.size() || m_index[cell] == 0 || !m_cells[m_index[cell] - 1].is_full;
}

}  // namespace turnwise::explore
