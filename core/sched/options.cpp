#include "core/sched/options.h"

#include <array>

namespace turnwise::sched {

namespace {
constexpr std::array<std::string_view, 3> words = {"blocking", "sync", "line"};
}

std::string_view to_string(Granularity granularity) {
    return words.at(static_cast<std::size_t>(granularity));
}

std::optional<Granularity> granularity_from(std::string_view word) {
    for (std::size_t i = 0; i < words.size(); ++i)
        if (words[i] == word) return static_cast<Granularity>(i);
    return std::nullopt;
}

}  // namespace turnwise::sched
