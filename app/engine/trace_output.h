// Where the engine's trace goes, and how its last bytes get there when the process dies.
#pragma once

#include <string>

#include <sys/types.h>

#include "core/trace/stream.h"

namespace turnwise::engine {

// A sink that streams to a file descriptor. Events that are older than a few tens of milliseconds
// have been written; when the process crashes or the program calls os._exit(), the rest is written
// first.
class TraceOutput final : public trace::Sink {
  public:
    // Writes to the file, or to what was standard output: that descriptor is the trace's alone from
    // now on, and what the program writes to it past sys.stdout goes to standard error. Throws
    // std::runtime_error if the file cannot be written.
    explicit TraceOutput(const std::string& path);
    ~TraceOutput() override;

    void begin(const trace::Header& header) override { m_writer.begin(header); }
    void string(StringId id, std::string_view text) override { m_writer.string(id, text); }
    void source(std::string_view path, std::string_view text) override {
        m_writer.source(path, text);
    }
    void event(const trace::Event& event) override;
    void end(const trace::Trailer& trailer) override;
    // Written out at once: whoever is asked waits for it.
    void inquiry(const trace::Inquiry& inquiry) override;

    // The program ended the process itself, with os._exit or by a crash that `what` names.
    static void end_abruptly(const char* what, OutcomeKind kind);

  private:
    int m_descriptor;
    trace::StreamWriter m_writer;
    const pid_t m_process;
    unsigned m_events_since_look = 0;
    // Milliseconds of a real clock; decides nothing but when bytes are written.
    long m_last_flush = 0;
};

// What was standard output: a descriptor that is the caller's alone from now on. What is written to
// standard output after this goes to standard error. Throws std::runtime_error if it is closed.
int take_standard_output();
// Writes all of it, or ends the process if nobody reads any more.
void write_all(int descriptor, const char* bytes, std::size_t size);

// Lets a crash of the engine write out the trace before the process dies of it.
void install_crash_handlers();

}  // namespace turnwise::engine
