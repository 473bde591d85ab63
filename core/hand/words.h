// The words of a line that a person, or the window, has written.
#pragma once

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>

#include "core/base/trimmed.h"

namespace turnwise::hand {

// Takes the first word off `rest`; "" at its end.
inline std::string_view take_word(std::string_view& rest) {
    const auto begin = std::min(rest.find_first_not_of(" \t\r\n"), rest.size());
    rest.remove_prefix(begin);
    const auto end = std::min(rest.find_first_of(" \t\r\n"), rest.size());
    const std::string_view word = rest.substr(0, end);
    rest.remove_prefix(end);
    return word;
}

template <typename Number>
std::optional<Number> number_from(std::string_view word) {
    Number number = 0;
    const char* end = word.data() + word.size();
    if (word.empty() ||
        std::from_chars(word.data(), end, number) != std::from_chars_result{end, std::errc()})
        return std::nullopt;
    return number;
}

}  // namespace turnwise::hand
