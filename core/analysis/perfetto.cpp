#include "core/analysis/perfetto.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <ostream>

#include "core/analysis/names.h"

namespace turnwise::analysis {

using Json = nlohmann::ordered_json;
using trace::ObjectType;

namespace {

constexpr int program_process = 1;
constexpr int primitives_process = 2;
constexpr int gil_track = 1;  // locks follow

double microseconds(Tick tick) {
    return static_cast<double>(tick) / static_cast<double>(microsecond);
}

// A repr may hold bytes that are no text.
std::string text_of(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

bool has_owner_track(const ObjectRow& row) {
    return row.type == ObjectType::lock || row.type == ObjectType::rlock;
}

class Writer {
  public:
    Writer(const Intervals& intervals, std::ostream& out)
        : m_intervals(intervals), m_trace(intervals.trace()), m_out(out) {
        for (const ObjectRow& row : intervals.objects())
            ++m_names[object(row.id)];
    }

    void write();

  private:
    // What a viewer binds to what depends on the order of records of the same time: they are
    // written in the order of the events, at each event first what begins, then the arrows.
    struct Record {
        EventIndex at;
        int rank;
        std::string json;
        bool operator<(const Record& other) const {
            return at != other.at ? at < other.at : rank < other.rank;
        }
    };

    void name_tracks();
    void name_track(int process, std::size_t track, const std::string& name);
    void add_thread(const ThreadRow& row);
    void add_owners(const std::vector<OwnerSpan>& spans, std::size_t track);
    void add_counters(const ObjectRow& row);
    void add_waiting(const ObjectRow& row);
    void add_arrow(const Arrow& arrow, std::size_t number);
    void add_output(EventIndex at);

    void add(EventIndex at, int rank, const Json& json) {
        m_records.push_back({at, rank, text_of(json)});
    }
    void put(const std::string& json);
    std::string thread(ThreadId id) const {
        return thread_label(m_trace, m_intervals.latest(), id);
    }
    std::string object(ObjectId id) const {
        return object_label(m_trace, m_intervals.latest(), id);
    }
    // Names of counters have to differ, or their tracks become one.
    std::string counter_name(const ObjectRow& row, std::string_view of) const;

    const Intervals& m_intervals;
    const trace::Trace& m_trace;
    std::ostream& m_out;
    std::map<std::string, int> m_names;  // how many objects are called so
    std::vector<Record> m_records;
    bool m_is_first = true;
};

void Writer::put(const std::string& json) {
    m_out << (m_is_first ? "\n" : ",\n") << json;
    m_is_first = false;
}

void Writer::name_track(int process, std::size_t track, const std::string& name) {
    put(text_of({{"name", "thread_name"},
                 {"ph", "M"},
                 {"pid", process},
                 {"tid", track},
                 {"args", {{"name", name}}}}));
    put(text_of({{"name", "thread_sort_index"},
                 {"ph", "M"},
                 {"pid", process},
                 {"tid", track},
                 {"args", {{"sort_index", track}}}}));
}

void Writer::name_tracks() {
    const auto name_process = [&](int process, const std::string& name) {
        put(text_of(
            {{"name", "process_name"}, {"ph", "M"}, {"pid", process}, {"args", {{"name", name}}}}));
        put(text_of({{"name", "process_sort_index"},
                     {"ph", "M"},
                     {"pid", process},
                     {"args", {{"sort_index", process}}}}));
    };
    name_process(program_process, m_trace.header().program);
    name_process(primitives_process, "Locks and other primitives");
    for (const ThreadRow& row : m_intervals.threads())
        name_track(program_process, row.id + 1, thread(row.id));
    name_track(primitives_process, gil_track, "GIL");
    for (const ObjectRow& row : m_intervals.objects())
        if (has_owner_track(row) && !row.owners.empty())
            name_track(primitives_process, gil_track + row.id, object(row.id));
}

void Writer::add_thread(const ThreadRow& row) {
    for (const ThreadSpan& span : row.spans) {
        std::string name(to_string(span.state));
        Json details = {{"event", span.from}};
        if (span.state == ThreadState::blocked) {
            const std::string on =
                span.object != no_object ? object(span.object) : thread(span.other);
            name += ": " + on;
            details["operation"] = to_string(span.operation);
        } else if (span.state == ThreadState::ready && span.other != no_thread) {
            details["woken by"] = thread(span.other);
        } else if (span.state == ThreadState::running) {
            details["reason"] = to_string(static_cast<trace::SwitchReason>(span.reason));
        }
        add(span.from, 0,
            {{"name", std::move(name)},
             {"cat", "state"},
             {"ph", "X"},
             {"ts", microseconds(span.from_tick)},
             {"dur", microseconds(span.to_tick - span.from_tick)},
             {"pid", program_process},
             {"tid", row.id + 1},
             {"args", std::move(details)}});
    }
}

void Writer::add_owners(const std::vector<OwnerSpan>& spans, std::size_t track) {
    for (const OwnerSpan& span : spans)
        add(span.from, 0,
            {{"name", thread(span.owner)},
             {"cat", "owner"},
             {"ph", "X"},
             {"ts", microseconds(span.from_tick)},
             {"dur", microseconds(span.to_tick - span.from_tick)},
             {"pid", primitives_process},
             {"tid", track},
             {"args", {{"event", span.from}, {"depth", span.depth}}}});
}

std::string Writer::counter_name(const ObjectRow& row, std::string_view of) const {
    const std::string name = object(row.id);
    return m_names.at(name) > 1 ? fmt::format("{} #{}: {}", name, row.id, of)
                                : fmt::format("{}: {}", name, of);
}

void Writer::add_counters(const ObjectRow& row) {
    static constexpr std::array<const char*, 9> units = {
        "", "depth", "", "permits", "permits", "flag", "arrived", "", "size"};
    const auto type = static_cast<std::size_t>(row.type);
    const std::string name = counter_name(row, type < units.size() ? units[type] : "value");
    for (const CounterStep& step : row.counter)
        add(step.at, 0,
            {{"name", name},
             {"cat", "counter"},
             {"ph", "C"},
             {"ts", microseconds(step.tick)},
             {"pid", primitives_process},
             {"args", {{"value", step.value}}}});
}

void Writer::add_waiting(const ObjectRow& row) {
    struct Change {
        EventIndex at;
        Tick tick;
        int by;
    };
    std::vector<Change> changes;
    for (const WaiterSpan& span : row.waiters) {
        changes.push_back({span.from, span.from_tick, 1});
        if (span.to < m_intervals.size()) changes.push_back({span.to, span.to_tick, -1});
    }
    std::sort(changes.begin(), changes.end(),
              [](const Change& one, const Change& other) { return one.at < other.at; });
    const std::string name = changes.empty() ? "" : counter_name(row, "waiting");
    int waiting = 0;
    for (const Change& change : changes)
        add(change.at, 0,
            {{"name", name},
             {"cat", "counter"},
             {"ph", "C"},
             {"ts", microseconds(change.tick)},
             {"pid", primitives_process},
             {"args", {{"threads", waiting += change.by}}}});
}

void Writer::add_arrow(const Arrow& arrow, std::size_t number) {
    static constexpr std::array<const char*, 6> kinds = {"start",  "join", "wake",
                                                         "notify", "set",  "barrier"};
    const auto end = [&](const char* phase, EventIndex at, Tick tick, ThreadId thread) {
        Json json = {{"name", kinds[static_cast<std::size_t>(arrow.kind)]},
                     {"cat", "wake"},
                     {"ph", phase},
                     {"id", number},
                     {"ts", microseconds(tick)},
                     {"pid", program_process},
                     {"tid", thread + 1}};
        if (*phase == 'f') json["bp"] = "e";
        add(at, 1, json);
    };
    end("s", arrow.from, arrow.from_tick, arrow.from_thread);
    end("f", arrow.to, arrow.to_tick, arrow.to_thread);
}

void Writer::add_output(EventIndex at) {
    const trace::Event& event = m_trace[at];
    if (event.thread == no_thread) return;
    add(at, 1,
        {{"name", m_trace.text(event.text)},
         {"cat", event.value == 2 ? "stderr" : "stdout"},
         {"ph", "i"},
         {"s", "t"},
         {"ts", microseconds(event.tick)},
         {"pid", program_process},
         {"tid", event.thread + 1},
         {"args", {{"event", at}, {"line", place(m_trace, event.file, event.line)}}}});
}

void Writer::write() {
    const trace::Header& header = m_trace.header();
    const Json about = {{"program", header.program},
                        {"policy", header.policy},
                        {"seed", header.seed},
                        {"schedule", m_trace.trailer().schedule},
                        {"outcome", to_string(m_trace.trailer().outcome.kind)}};
    m_out << R"({"displayTimeUnit": "ms", "otherData": )" << text_of(about)
          << R"(, "traceEvents": [)";
    name_tracks();
    for (const ThreadRow& row : m_intervals.threads())
        add_thread(row);
    add_owners(m_intervals.gil(), gil_track);
    for (const ObjectRow& row : m_intervals.objects()) {
        if (has_owner_track(row)) add_owners(row.owners, gil_track + row.id);
        add_counters(row);
        add_waiting(row);
    }
    for (std::size_t i = 0; i < m_intervals.arrows().size(); ++i)
        add_arrow(m_intervals.arrows()[i], i + 1);
    for (const EventIndex at : m_intervals.outputs())
        add_output(at);

    std::stable_sort(m_records.begin(), m_records.end());
    for (const Record& record : m_records)
        put(record.json);
    m_out << "\n]}\n";
}

}  // namespace

void write_perfetto(const Intervals& intervals, std::ostream& out) {
    Writer(intervals, out).write();
}

}  // namespace turnwise::analysis
