#include "core/explore/words.h"

#include <fmt/format.h>

namespace turnwise::explore {

std::string at(const Program& program, Place place) {
    const Source source = program.source(place);
    return source.line == 0 ? "" : fmt::format(" at {}:{}", source.file, source.line);
}

std::string name_of(const Program& program, Object object) {
    return object == no_object ? "something" : program.object_name(object);
}

std::string words_of(const Program& program, const Operation& operation) {
    if (operation.object != no_object && operation.kind != Kind::code) {
        const std::string name = name_of(program, operation.object);
        return fmt::format("{}{}{}", to_string(operation.kind), name.empty() ? "" : " ", name);
    }
    std::vector<std::string> all;
    for_each_access(operation, [&](const Access& access) {
        all.push_back(fmt::format("{} {}", to_string(access.kind), name_of(program, access.cell)));
    });
    return all.empty() ? "go on" : list_of(all);
}

std::string list_of(const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t index = 0; index < names.size(); ++index) {
        if (index > 0) text += index + 1 == names.size() ? " and " : ", ";
        text += names[index];
    }
    return text;
}

}  // namespace turnwise::explore
