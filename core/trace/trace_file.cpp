#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <vector>

#include "core/trace/stream.h"
#include "core/trace/trace.h"

namespace turnwise::trace {

bool read_trace_file(const std::string& path, Sink& sink) {
    std::ifstream file(path, std::ios::binary);
    std::vector<char> chunk(256 * 1024);
    StreamReader reader(sink);
    std::streamsize total = 0;
    while (file.read(chunk.data(), static_cast<std::streamsize>(chunk.size())) ||
           file.gcount() > 0) {
        total += file.gcount();
        reader.feed(chunk.data(), static_cast<std::size_t>(file.gcount()));
    }
    if (!file.eof() || total == 0) {
        const char* reason = file.eof() ? "it is empty" : std::strerror(errno);
        throw StreamError(fmt::format("Cannot read a trace from '{}': {}.", path, reason));
    }
    return reader.is_complete();
}

void write_trace_file(const std::string& path, const Trace& trace) {
    std::ofstream file(path, std::ios::binary);
    StreamWriter writer([&](const char* bytes, std::size_t size) {
        file.write(bytes, static_cast<std::streamsize>(size));
    });
    trace.replay(writer);
    writer.flush();
    file.close();
    if (!file)
        throw StreamError(
            fmt::format("Cannot write a trace to '{}': {}.", path, std::strerror(errno)));
}

}  // namespace turnwise::trace
