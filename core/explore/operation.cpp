#include "core/explore/operation.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace turnwise::explore {

namespace {

struct Pair {
    Kind a;
    Kind b;
};

// Each pair once; anything not listed is independent. Both sides are about the same object.
constexpr Pair conflicting_pairs[] = {
    {Kind::read, Kind::write},
    {Kind::read, Kind::update},
    {Kind::write, Kind::write},
    {Kind::write, Kind::update},
    {Kind::update, Kind::update},
    {Kind::lock_request, Kind::lock_request},
    {Kind::lock_request, Kind::lock_try},
    {Kind::lock_request, Kind::lock_look},
    {Kind::lock_try, Kind::lock_try},
    {Kind::lock_try, Kind::lock_release},
    {Kind::lock_try, Kind::lock_look},
    {Kind::lock_release, Kind::lock_expire},
    {Kind::lock_release, Kind::lock_look},
    {Kind::lock_signal, Kind::lock_request},
    {Kind::lock_signal, Kind::lock_try},
    {Kind::lock_signal, Kind::lock_release},
    {Kind::lock_signal, Kind::lock_signal},
    {Kind::lock_signal, Kind::lock_expire},
    {Kind::lock_signal, Kind::lock_look},
    {Kind::lock_signal, Kind::lock_let_go},
    {Kind::lock_let_go, Kind::lock_try},
    {Kind::lock_let_go, Kind::lock_expire},
    {Kind::lock_let_go, Kind::lock_look},
    {Kind::condition_wait, Kind::condition_wait},
    {Kind::condition_wait, Kind::condition_notify},
    {Kind::condition_notify, Kind::condition_notify},
    {Kind::condition_notify, Kind::condition_expire},
    {Kind::condition_notify, Kind::condition_look},
    {Kind::condition_wait, Kind::condition_look},
    {Kind::condition_expire, Kind::condition_look},
    {Kind::semaphore_request, Kind::semaphore_request},
    {Kind::semaphore_request, Kind::semaphore_try},
    {Kind::semaphore_request, Kind::bounded_release},
    {Kind::semaphore_try, Kind::semaphore_try},
    {Kind::semaphore_try, Kind::semaphore_release},
    {Kind::semaphore_try, Kind::bounded_release},
    {Kind::semaphore_release, Kind::semaphore_release},
    {Kind::semaphore_release, Kind::bounded_release},
    {Kind::semaphore_release, Kind::semaphore_expire},
    {Kind::bounded_release, Kind::bounded_release},
    {Kind::bounded_release, Kind::semaphore_expire},
    {Kind::event_set, Kind::event_set},
    {Kind::event_set, Kind::event_clear},
    {Kind::event_set, Kind::event_look},
    {Kind::event_set, Kind::event_expire},
    {Kind::event_clear, Kind::event_clear},
    {Kind::event_clear, Kind::event_look},
    {Kind::event_clear, Kind::event_wait},
    {Kind::barrier_arrive, Kind::barrier_arrive},
    {Kind::barrier_arrive, Kind::barrier_pass},
    {Kind::barrier_arrive, Kind::barrier_change},
    {Kind::barrier_arrive, Kind::barrier_look},
    {Kind::barrier_arrive, Kind::barrier_expire},
    {Kind::barrier_pass, Kind::barrier_change},
    {Kind::barrier_pass, Kind::barrier_look},
    {Kind::barrier_pass, Kind::barrier_expire},
    {Kind::barrier_leave, Kind::barrier_change},
    {Kind::barrier_change, Kind::barrier_change},
    {Kind::barrier_change, Kind::barrier_look},
    {Kind::barrier_change, Kind::barrier_expire},
    {Kind::barrier_look, Kind::barrier_expire},
    {Kind::barrier_expire, Kind::barrier_expire},
    {Kind::thread_start, Kind::thread_start},
    {Kind::thread_start, Kind::thread_await},
    {Kind::thread_start, Kind::thread_look},
    {Kind::thread_start, Kind::thread_expire},
    {Kind::thread_look, Kind::thread_end},
    {Kind::thread_expire, Kind::thread_end},
};

constexpr std::uint64_t bit(Kind kind) {
    return std::uint64_t{1} << static_cast<unsigned>(kind);
}
constexpr std::size_t number(Kind kind) {
    return static_cast<std::size_t>(kind);
}

constexpr auto conflict_table = [] {
    std::array<std::uint64_t, kind_count> table{};
    for (const Pair& pair : conflicting_pairs) {
        table[number(pair.a)] |= bit(pair.b);
        table[number(pair.b)] |= bit(pair.a);
    }
    return table;
}();

bool kinds_conflict(Kind a, Kind b) {
    return conflict_table[number(a)] & bit(b);
}

// Nobody who asks for the lock can tell which of request and release came first; who tries or looks
// can.
bool lets_go_under(const Operation& wait, const Operation& other) {
    return wait.kind == Kind::condition_wait && wait.second == other.object &&
           kinds_conflict(Kind::lock_let_go, other.kind);
}

bool accesses_conflict(const AccessSet& set, Object cell, Kind kind) {
    const auto place = std::ranges::lower_bound(set, cell, {}, &Access::cell);
    return place != set.end() && place->cell == cell && kinds_conflict(place->kind, kind);
}

bool accesses_conflict(const AccessSet& a, const AccessSet& b) {
    for (auto left = a.begin(), right = b.begin(); left != a.end() && right != b.end();) {
        if (left->cell < right->cell) {
            ++left;
        } else if (right->cell < left->cell) {
            ++right;
        } else if (kinds_conflict(left->kind, right->kind)) {
            return true;
        } else {
            ++left;
            ++right;
        }
    }
    return false;
}

struct Words {
    std::string_view name;
    std::string_view short_name;
};

constexpr std::array<Words, kind_count> words = {{
    {"run", "N"},
    {"read", "R"},
    {"write", "W"},
    {"update", "U"},
    {"acquire", "LR"},
    {"try to acquire", "LT"},
    {"release", "LU"},
    {"release", "LS"},
    {"time out of acquire", "LX"},
    {"look at the lock", "LI"},
    {"let go of the lock", "LG"},
    {"wait", "CW"},
    {"notify", "CN"},
    {"look at the condition", "CI"},
    {"time out of wait", "CX"},
    {"acquire", "SR"},
    {"try to acquire", "ST"},
    {"release", "SP"},
    {"release", "SB"},
    {"time out of acquire", "SX"},
    {"set", "ES"},
    {"clear", "EC"},
    {"look at the event", "EI"},
    {"wait", "ER"},
    {"time out of wait", "EX"},
    {"wait", "BA"},
    {"wait", "BP"},
    {"go on from the barrier", "BL"},
    {"change the barrier", "BC"},
    {"look at the barrier", "BI"},
    {"time out of wait", "BX"},
    {"start", "C"},
    {"join", "TJ"},
    {"look at the thread", "TL"},
    {"time out of join", "TX"},
    {"end", "END"},
}};

}  // namespace

std::string_view to_string(Kind kind) {
    return words[number(kind)].name;
}
std::string_view short_name(Kind kind) {
    return words[number(kind)].short_name;
}

std::uint64_t conflicts_of(Kind kind) {
    return conflict_table[number(kind)];
}

bool conflict(const Operation& a, const Operation& b) {
    if (a.object == b.object && a.object != no_object && kinds_conflict(a.kind, b.kind))
        return a.kind != Kind::write || b.kind != Kind::write || a.value == 0 || a.value != b.value;
    if (lets_go_under(a, b) || lets_go_under(b, a)) return true;
    if (a.accesses && b.accesses) {
        if (accesses_conflict(*a.accesses, *b.accesses)) return true;
    }
    return (a.accesses && accesses_conflict(*a.accesses, b.object, b.kind)) ||
           (b.accesses && accesses_conflict(*b.accesses, a.object, a.kind));
}

struct AccessSets::Table {
    std::unordered_map<std::uint64_t, std::vector<std::unique_ptr<const AccessSet>>> by_hash;
};

AccessSets::AccessSets() : m_table(std::make_unique<Table>()) {}
AccessSets::~AccessSets() = default;

namespace {

// In ascending order of cells, one access each.
void normalise(std::vector<Access>& accesses) {
    std::ranges::stable_sort(accesses, {}, &Access::cell);
    std::size_t count = 0;
    for (const Access& access : accesses) {
        if (count > 0 && accesses[count - 1].cell == access.cell) {
            Access& merged = accesses[count - 1];
            if (merged.kind != access.kind) merged.kind = Kind::update;
            merged.is_atomic = merged.is_atomic && access.is_atomic;
        } else {
            accesses[count++] = access;
        }
    }
    accesses.resize(count);
}

std::uint64_t hash_of(const std::vector<Access>& accesses) {
    std::uint64_t hash = accesses.size();
    for (const Access& access : accesses)
        hash = (hash ^
                (std::uint64_t{access.cell} << 8 | number(access.kind) << 1 | access.is_atomic)) *
               0x9e3779b97f4a7c15;
    return hash;
}

}  // namespace

const AccessSet* AccessSets::intern(std::vector<Access>& accesses) {
    normalise(accesses);
    if (accesses.empty()) return nullptr;
    auto& sets = m_table->by_hash[hash_of(accesses)];
    for (const auto& set : sets)
        if (*set == accesses) return set.get();
    sets.push_back(std::make_unique<const AccessSet>(accesses));
    return sets.back().get();
}

}  // namespace turnwise::explore
