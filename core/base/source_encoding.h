// The encoding that a Python source file names in its first two lines.
#pragma once

#include <string>
#include <string_view>

namespace turnwise {

// "gbk" for "# -*- coding: gbk -*-", in small letters; "" if none is named, and for UTF-8. As PEP
// 263 has it: a comment in the first line or, after a line without code, in the second.
std::string source_encoding(std::string_view source);

}  // namespace turnwise
