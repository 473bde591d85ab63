#include "core/explore/options.h"

#include <algorithm>
#include <array>

namespace turnwise::explore {

namespace {

constexpr std::array<std::string_view, 8> names = {"optimal", "source", "dfs", "random",
                                                   "pct",     "pos",    "urw", "surw"};

}  // namespace

std::span<const std::string_view> mode_names() {
    return names;
}

std::string_view to_string(Mode mode) {
    return names[static_cast<std::size_t>(mode)];
}

std::optional<Mode> mode_from(std::string_view name) {
    const auto place = std::ranges::find(names, name);
    if (place == names.end()) return std::nullopt;
    return static_cast<Mode>(place - names.begin());
}

}  // namespace turnwise::explore
