// The recorder: interns strings, numbers objects and hands every event to the sink and to
// listeners.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/trace/sink.h"

namespace turnwise::trace {

// Called for each event, in order, after the sink has it. May not record events itself.
class Listener {
  public:
    virtual ~Listener() = default;
    virtual void on_event(const Event& event) = 0;
};

class Recorder {
  public:
    explicit Recorder(Sink& sink) : m_sink(sink) {}

    void begin(const Header& header) { m_sink.begin(header); }
    void source(std::string_view path, std::string_view text) { m_sink.source(path, text); }
    void end(const Trailer& trailer) {
        flush_output();
        m_sink.end(trailer);
    }

    // The id of `text` in the trace's string table; the same text has the same id. 0 for "".
    StringId intern(std::string_view text);

    // Not an event: nothing of it is left in the trace.
    void inquire(const Inquiry& inquiry) { m_sink.inquiry(inquiry); }

    // A number for a primitive that comes into the trace, from 1.
    ObjectId new_object() { return ++m_last_object; }

    void record(const Event& event) {
        if (!m_output_text.empty()) flush_output();
        pass_on(event);
    }

    // Printed text: `event` is of kind output, without its text. What is printed in pieces with
    // nothing else between them, as print(1, 2) does, becomes one event.
    void output(const Event& event, std::string_view text);

    EventIndex count() const { return m_count; }

    void add_listener(Listener* listener) { m_listeners.push_back(listener); }
    void remove_listener(Listener* listener) { std::erase(m_listeners, listener); }

  private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>{}(text);
        }
    };

    void pass_on(const Event& event) {
        ++m_count;
        m_sink.event(event);
        for (Listener* listener : m_listeners)
            listener->on_event(event);
    }
    void flush_output();

    Sink& m_sink;
    Event m_output;             // the output event that is held back while its text grows
    std::string m_output_text;  // empty: none is held back
    // invariant: only looked up, never iterated, so its order reaches no decision
    std::unordered_map<std::string, StringId, Hash, std::equal_to<>> m_strings;
    std::vector<Listener*> m_listeners;
    ObjectId m_last_object = no_object;
    EventIndex m_count = 0;
};

}  // namespace turnwise::trace
