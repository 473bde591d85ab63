// Between a run and where its trace goes: sees every event, and which breakpoint it hits.
#pragma once

#include <vector>

#include "core/hand/breakpoint.h"
#include "core/trace/sink.h"

namespace turnwise::hand {

class Watch final : public trace::Sink {
  public:
    // Everything goes on to `sink`. What happens before `ignored_decisions` decisions were made
    // hits nothing: they are the beginning of a schedule that is repeated.
    explicit Watch(trace::Sink& sink, std::uint64_t ignored_decisions = 0)
        : m_sink(sink), m_ignored_decisions(ignored_decisions) {}

    std::vector<Breakpoint> breakpoints = {};

    // The number of a breakpoint, from 1, that an event has hit since the last call; 0: none.
    std::uint32_t take_hit();
    // The number of one that is hit by a thread that is about to execute this line; 0: none.
    std::uint32_t hit_at(std::string_view file, std::uint32_t line) const;

    // Path of the program, as the trace calls it.
    const std::string& program() const { return m_program; }

    void begin(const trace::Header& header) override;
    void string(StringId id, std::string_view text) override;
    void source(std::string_view path, std::string_view text) override {
        m_sink.source(path, text);
    }
    void event(const trace::Event& event) override;
    void end(const trace::Trailer& trailer) override { m_sink.end(trailer); }
    void inquiry(const trace::Inquiry& inquiry) override { m_sink.inquiry(inquiry); }

  private:
    void look_at(const trace::Event& event);

    trace::Sink& m_sink;
    std::uint64_t m_ignored_decisions;
    std::uint32_t m_hit = 0;
    std::string m_program;
    std::vector<std::string> m_strings = {""};
    std::vector<StringId> m_names;  // of primitives, by ObjectId
};

}  // namespace turnwise::hand
