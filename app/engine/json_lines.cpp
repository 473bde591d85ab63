#include "app/engine/json_lines.h"

#include "app/engine/trace_output.h"

#include <unistd.h>

namespace turnwise::engine {

JsonLines::JsonLines() : m_descriptor(take_standard_output()) {}

JsonLines::~JsonLines() {
    close(m_descriptor);
}

void JsonLines::write(const Json& object) {
    const std::string line = object.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
    write_all(m_descriptor, line.data(), line.size());
}

}  // namespace turnwise::engine
