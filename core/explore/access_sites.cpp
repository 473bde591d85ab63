#include "core/explore/access_sites.h"

#include <algorithm>

#include "core/explore/races.h"

namespace turnwise::explore {

namespace {

constexpr std::size_t most_sites = 32;  // of a cell

}  // namespace

bool AccessSites::look_at(const Execution& execution) {
    bool is_any_new = false;
    for (std::vector<Object>& held : m_held)
        held.clear();
    m_held.resize(std::max<std::size_t>(m_held.size(), execution.thread_limit()));
    for (const Event& event : execution.events()) {
        follow_locks(m_held[event.thread], event);
        for_each_access(event, [&](const Access& access, Place place) {
            is_any_new |= add(event.thread, access, place);
        });
    }
    return is_any_new;
}

bool AccessSites::add(ThreadId thread, const Access& access, Place place) {
    if (access.cell >= m_cells.size()) m_cells.resize(access.cell + 1);
    Cell& cell = m_cells[access.cell];
    const std::vector<Object>& held = m_held[thread];
    const bool is_known = std::ranges::any_of(cell.sites, [&](const AccessSite& site) {
        return site.thread == thread && site.place == place && site.kind == access.kind &&
               site.locks == held;
    });
    if (is_known || cell.is_full) return false;
    if (cell.sites.size() >= most_sites) {
        cell.is_full = true;
        return false;
    }
    cell.sites.push_back({thread, place, access.kind, held, 0});
    return true;
}

const std::vector<AccessSite>& AccessSites::of(Object cell) const {
    static const std::vector<AccessSite> none;
    return cell < m_cells.size() ? m_cells[cell].sites : none;
}

bool AccessSites::are_all(Object cell) const {
    return cell >= m_cells.size() || !m_cells[cell].is_full;
}

}  // namespace turnwise::explore
