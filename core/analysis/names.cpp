#include "core/analysis/names.h"

#include <fmt/format.h>

namespace turnwise::analysis {

std::string thread_label(const trace::Trace& trace, const State& state, ThreadId id) {
    if (id == no_thread) return "nobody";
    const ThreadInfo* thread = state.thread(id);
    const std::string& name = trace.text(thread ? thread->name : 0);
    return name.empty() ? fmt::format("T{}", id) : fmt::format("T{} {}", id, name);
}

std::string object_label(const trace::Trace& trace, const State& state, ObjectId id) {
    const ObjectInfo* object = state.object(id);
    if (!object) return fmt::format("#{}", id);
    const std::string& name = trace.text(object->name);
    return name.empty() ? fmt::format("{} #{}", to_string(object->type), id) : name;
}

std::string place(const trace::Trace& trace, StringId file, std::uint32_t line) {
    if (line == 0) return {};
    const std::string& path = trace.text(file);
    return fmt::format("{}:{}", path.substr(path.rfind('/') + 1), line);
}

std::string seconds_text(Tick tick) {
    const std::uint64_t size =
        tick < 0 ? 0 - static_cast<std::uint64_t>(tick) : static_cast<std::uint64_t>(tick);
    return fmt::format("{}{}.{:06}s", tick < 0 ? "-" : "", size / second,
                       size % second / microsecond);
}

}  // namespace turnwise::analysis
