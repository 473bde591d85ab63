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

std::string list_of(const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t index = 0; index < names.size(); ++index) {
        if (index > 0) text += index + 1 == names.size() ? " and " : ", ";
        text += names[index];
    }
    return text;
}

}  // namespace turnwise::explore
