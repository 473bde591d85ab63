#include "core/explore/report.h"

#include <array>

namespace turnwise::explore {

std::string_view to_string(Finding::Kind kind) {
    static constexpr std::array<std::string_view, 10> names = {
        "deadlock",   "polling",   "exception",  "assertion", "race",
        "lock-order", "lock-held", "not-joined", "livelock",  "limit"};
    return names[static_cast<std::size_t>(kind)];
}

}  // namespace turnwise::explore
