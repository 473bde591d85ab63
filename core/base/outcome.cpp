#include "core/base/outcome.h"

#include <array>
#include <cstddef>

namespace turnwise {

namespace {
constexpr std::array<std::string_view, 6> words = {"unfinished", "finished", "deadlock",
                                                   "exception",  "limit",    "crashed"};
}

std::string_view to_string(OutcomeKind kind) {
    return words.at(static_cast<std::size_t>(kind));
}

OutcomeKind outcome_kind_from(std::string_view word) {
    for (std::size_t i = 0; i < words.size(); ++i)
        if (words[i] == word) return static_cast<OutcomeKind>(i);
    return OutcomeKind::unfinished;
}

}  // namespace turnwise
