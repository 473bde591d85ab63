// Whether a condition of the program held at a moment, from the texts of the values at that moment.
//
// It understands names, numbers, strings, None, comparisons, `in`, `is`, `not`, `and`, `or`, len()
// and sums of whole numbers, and it looks into the reprs of lists, tuples, sets and dictionaries.
// Of anything else it says that it does not know.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>

#include "core/analysis/source_line.h"

namespace turnwise::analysis {

// The repr of what a name, or a name with an attribute, stands for; nothing if that is not known.
using ValueOf = std::function<std::optional<std::string>(const std::string& path)>;

std::optional<bool> holds(std::span<const Token> condition, const ValueOf& value_of);

}  // namespace turnwise::analysis
