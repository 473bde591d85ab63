#include "core/base/source_encoding.h"

#include <algorithm>
#include <cctype>

namespace turnwise {

namespace {

bool is_of_name(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) || c == '-' || c == '_' || c == '.';
}

// The comment of a line without code; "" if there is none.
std::string_view comment_of(std::string_view line) {
    const auto begin = line.find_first_not_of(" \t\f");
    return begin != std::string_view::npos && line[begin] == '#' ? line.substr(begin)
                                                                 : std::string_view();
}

std::string named_in(std::string_view comment) {
    constexpr std::string_view mark = "coding";
    for (auto at = comment.find(mark); at != std::string_view::npos;
         at = comment.find(mark, at + 1)) {
        std::string_view rest = comment.substr(at + mark.size());
        if (rest.empty() || (rest[0] != ':' && rest[0] != '=')) continue;
        rest.remove_prefix(std::min(rest.find_first_not_of(" \t", 1), rest.size()));
        const auto end = std::find_if_not(rest.begin(), rest.end(), is_of_name);
        if (end == rest.begin()) continue;
        std::string name(rest.begin(), end);
        for (char& c : name)
            c = c == '_' ? '-' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        return name;
    }
    return {};
}

}  // namespace

std::string source_encoding(std::string_view source) {
    for (int line = 0; line < 2 && !source.empty(); ++line) {
        const auto end = std::min(source.find('\n'), source.size());
        const std::string_view text = source.substr(0, end);
        const std::string_view comment = comment_of(text);
        if (const std::string name = named_in(comment); !name.empty())
            return name.starts_with("utf-8") || name == "utf8" ? std::string() : name;
        if (comment.empty() && text.find_first_not_of(" \t\f\r") != std::string_view::npos)
            return {};
        source.remove_prefix(std::min(end + 1, source.size()));
    }
    return {};
}

}  // namespace turnwise
