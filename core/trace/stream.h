// A trace as bytes: what crosses the pipe from the engine and what a trace file holds, the same.
//
// Layout (msgpack): ["turnwise-trace", version], then one flat array a record, its first element a
// small number that tells its kind; the order of the elements is in stream_format.h. An event
// leaves out the fields at its end that have their default value and stores the tick as the
// difference to the event before. A string has no id: the first one is 1, the next 2, and so on.
#pragma once

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

#include "core/trace/sink.h"

namespace turnwise::trace {

class Trace;

inline constexpr int stream_version = 2;

// Takes bytes that are ready to be written. Called with whole records only.
using ByteOutput = std::function<void(const char* bytes, std::size_t size)>;

class StreamWriter final : public Sink {
  public:
    // Writes to `output` when `buffer_size` bytes are ready, at flush() and at end().
    explicit StreamWriter(ByteOutput output, std::size_t buffer_size = 64 * 1024);
    ~StreamWriter() override;

    void begin(const Header& header) override;
    void string(StringId id, std::string_view text) override;
    void source(std::string_view path, std::string_view text) override;
    void event(const Event& event) override;
    void end(const Trailer& trailer) override;
    void inquiry(const Inquiry& inquiry) override;
    void flush();

  private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

// The input is not a trace, is of a newer version, or is damaged. The message says which, and what
// to do.
class StreamError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

// The trace begins well and is damaged later: what came before stays in the sink, and is a trace
// that was cut off.
class DamagedStream : public StreamError {
  public:
    using StreamError::StreamError;
};

// The same of the first bytes of a file: whether it is a trace, of whatever version.
bool begins_like_trace(std::string_view bytes);
// That many are enough to know.
inline constexpr std::size_t beginning_of_trace = 16;

// Feeds whole records to a sink as bytes arrive, in pieces of any size.
class StreamReader {
  public:
    explicit StreamReader(Sink& sink);
    ~StreamReader();

    // Throws StreamError, or DamagedStream when the trace has begun; what was read before stays in
    // the sink.
    void feed(const char* bytes, std::size_t size);

    // True when the trailer was read. False after the last byte means: cut off, opened as far as it
    // goes.
    bool is_complete() const;

  private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

// Reads a whole file. Throws StreamError if it cannot be opened or is no trace, DamagedStream if it
// is one up to some place; a file that is merely cut off is read up to its last whole event.
// Returns is_complete().
bool read_trace_file(const std::string& path, Sink& sink);

// Writes the trace, with its end if it has one. Throws StreamError; then, and until all is written,
// what was in the file before is still there.
void write_trace_file(const std::string& path, const Trace& trace);

}  // namespace turnwise::trace
