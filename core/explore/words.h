// How reports name things.
#pragma once

#include <string>

#include "core/explore/program.h"

namespace turnwise::explore {

// " at FILE:LINE", or nothing if it is not known.
std::string at(const Program& program, Place place);
// The object's name, or "something".
std::string name_of(const Program& program, Object object);
// "acquire a", "read counter": what a step does, or is about to do; "go on" where nothing is
// shared.
std::string words_of(const Program& program, const Operation& operation);
// "a", "a and b", "a, b and c".
std::string list_of(const std::vector<std::string>& names);

}  // namespace turnwise::explore
