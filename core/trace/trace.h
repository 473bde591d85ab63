// A trace in memory: what the screen knows of a run. It grows while a run goes on.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/trace/sink.h"

namespace turnwise::trace {

class Trace final : public Sink {
  public:
    // Sink: appends. Throws nothing; an event that names an unknown string is kept as it is, and
    // text() answers "" for that string.
    void begin(const Header& header) override { m_header = header; }
    void string(StringId id, std::string_view text) override;
    void source(std::string_view path, std::string_view text) override;
    void event(const Event& event) override { m_events.push_back(event); }
    void end(const Trailer& trailer) override;
    void inquiry(const Inquiry& inquiry) override;

    const Header& header() const { return m_header; }
    const std::vector<Event>& events() const { return m_events; }
    std::size_t size() const { return m_events.size(); }
    const Event& operator[](EventIndex index) const { return m_events[index]; }
    const std::string& text(StringId id) const;

    // The source text of a file of the program, "" if the trace does not hold it.
    const std::string& source_of(std::string_view path) const;
    const std::vector<std::pair<std::string, std::string>>& sources() const { return m_sources; }

    // False while the run goes on, and for ever in a trace that was cut off.
    bool has_ended() const { return m_has_ended; }
    const Trailer& trailer() const { return m_trailer; }

    // How often somebody was asked to decide, and what the last time; empty before the first.
    std::uint64_t inquiries() const { return m_inquiries; }
    const Inquiry& last_inquiry() const { return m_inquiry; }

    // Tells the whole trace to another sink: header, sources, events with each string before its
    // first use, and the end if it has one.
    void replay(Sink& sink) const;

    // Tick of the last event.
    Tick duration() const { return m_events.empty() ? 0 : m_events.back().tick; }

  private:
    Header m_header;
    Trailer m_trailer;
    bool m_has_ended = false;
    std::vector<std::string> m_strings = {""};
    std::vector<std::pair<std::string, std::string>> m_sources;
    std::vector<Event> m_events;
    Inquiry m_inquiry;
    std::uint64_t m_inquiries = 0;
};

}  // namespace turnwise::trace
