#include "ui/lessons/revealed.h"

#include <algorithm>

namespace turnwise::ui {

namespace {

// All but the events and the end.
class Beginning final : public trace::Sink {
  public:
    explicit Beginning(trace::Trace& into) : m_into(into) {}
    void begin(const trace::Header& header) override { m_into.begin(header); }
    void string(StringId id, std::string_view text) override { m_into.string(id, text); }
    void source(std::string_view path, std::string_view text) override {
        m_into.source(path, text);
    }
    void event(const trace::Event&) override {}
    void end(const trace::Trailer&) override {}

  private:
    trace::Trace& m_into;
};

}  // namespace

Revealed::Revealed(const trace::Trace& whole) : m_whole(whole) {
    Beginning beginning(m_seen);
    whole.replay(beginning);
}

bool Revealed::growTo(EventIndex events) {
    const EventIndex end = std::min<EventIndex>(events, m_whole.size());
    if (end <= m_seen.size()) return false;
    while (m_seen.size() < end)
        m_seen.event(m_whole[m_seen.size()]);
    m_intervals.update();
    m_steps.update();
    return true;
}

}  // namespace turnwise::ui
