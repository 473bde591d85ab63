#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
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

namespace {

// Beside its place, so that it can be moved there; gone again if it is not.
class NewFile {
  public:
    // A link stays a link: what it points to is replaced.
    explicit NewFile(const std::string& path) {
        std::error_code error;
        m_place = std::filesystem::weakly_canonical(path, error);
        if (error) m_place = path;
        m_name = m_place.string() + fmt::format(".{}.new", getpid());
    }
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;
    ~NewFile() {
        std::error_code error;
        if (!m_is_moved) std::filesystem::remove(m_name, error);
    }

    const std::string& name() const { return m_name; }

    bool move() {
        std::error_code error;
        if (const auto before = std::filesystem::status(m_place, error);
            std::filesystem::is_regular_file(before))
            std::filesystem::permissions(m_name, before.permissions(), error);
        std::filesystem::rename(m_name, m_place, error);
        m_is_moved = !error;
        errno = error.value();
        return m_is_moved;
    }

  private:
    std::filesystem::path m_place;
    std::string m_name;
    bool m_is_moved = false;
};

}  // namespace

void write_trace_file(const std::string& path, const Trace& trace) {
    NewFile target(path);
    std::ofstream file(target.name(), std::ios::binary);
    StreamWriter writer([&](const char* bytes, std::size_t size) {
        file.write(bytes, static_cast<std::streamsize>(size));
    });
    trace.replay(writer);
    writer.flush();
    file.close();
    if (!file || !target.move())
        throw StreamError(
            fmt::format("Cannot write a trace to '{}': {}.", path, std::strerror(errno)));
}

}  // namespace turnwise::trace
