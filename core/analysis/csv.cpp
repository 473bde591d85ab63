#include "core/analysis/csv.h"

#include <fmt/format.h>

#include <ostream>

#include "core/analysis/names.h"
#include "core/analysis/statistics.h"
#include "core/trace/wide_number.h"

namespace turnwise::analysis {

using trace::Event;
using trace::EventKind;

namespace {

// Exact: a nanosecond is the ninth digit.
std::string seconds(Tick tick) {
    return fmt::format("{}.{:09}", tick / second, tick % second);
}

// What `op` means depends on the kind.
std::string_view how(const Event& event) {
    switch (event.kind) {
        case EventKind::decision:
            return to_string(static_cast<trace::Question>(event.op));
        case EventKind::run:
            return to_string(static_cast<trace::SwitchReason>(event.op));
        case EventKind::wake:
        case EventKind::acquire_failed:
            return to_string(static_cast<trace::WakeReason>(event.op));
        case EventKind::block:
        case EventKind::release:
            return to_string(static_cast<trace::Operation>(event.op));
        default:
            return {};
    }
}

// "never" is no number.
std::string value_of(const Event& event) {
    const bool is_deadline = event.kind == EventKind::block || event.kind == EventKind::sleep;
    return is_deadline && event.value == no_deadline ? std::string() : std::to_string(event.value);
}

class Measures {
  public:
    Measures(std::ostream& out, std::string subject) : m_out(out), m_subject(std::move(subject)) {}

    void of(std::string id, std::string_view name, std::string_view type) {
        m_row = fmt::format("{},{},{},{}", m_subject, id, csv_cell(name), csv_cell(type));
    }
    void number(std::string_view measure, std::size_t value) const {
        m_out << m_row << fmt::format(",{},{},\r\n", measure, value);
    }
    void time(std::string_view measure, Tick value) const {
        m_out << m_row << fmt::format(",{},{},s\r\n", measure, seconds(value));
    }

  private:
    std::ostream& m_out;
    std::string m_subject;
    std::string m_row;
};

void write_run(const Intervals& intervals, const Steps& steps, const Statistics& sums,
               std::ostream& out) {
    Measures run(out, "run");
    run.of("", intervals.trace().header().program,
           to_string(intervals.trace().trailer().outcome.kind));
    run.number("events", intervals.size());
    run.number("steps", steps.count());
    run.number("switches", sums.switches);
    run.time("duration", sums.duration);
    run.time("idle", sums.idle);
}

void write_threads(const Intervals& intervals, const Statistics& sums, std::ostream& out) {
    Measures row(out, "thread");
    for (std::size_t id = 0; id < sums.threads.size(); ++id) {
        const ThreadInfo* info = intervals.latest().thread(static_cast<ThreadId>(id));
        row.of(std::to_string(id), intervals.trace().text(info ? info->name : 0),
               info && info->daemon ? "daemon" : "");
        row.time("running", sums.threads[id].running);
        row.time("ready", sums.threads[id].ready);
        row.time("blocked", sums.threads[id].blocked);
        row.time("sleeping", sums.threads[id].sleeping);
    }
}

void write_objects(const Intervals& intervals, const Statistics& sums, std::ostream& out) {
    Measures row(out, "primitive");
    for (const ObjectStatistics& object : sums.objects) {
        const ObjectRow& shown = intervals.objects()[object.id - 1];
        if (shown.internal) continue;
        row.of(std::to_string(object.id),
               object_label(intervals.trace(), intervals.latest(), object.id),
               to_string(shown.type));
        row.number("acquired", object.acquired);
        row.number("contended", object.contended);
        row.number("most_waiters", object.most_waiters);
        row.time("held", object.held);
        row.time("longest_hold", object.longest_hold);
        row.time("waited", object.waited);
        row.time("longest_wait", object.longest_wait);
    }
}

}  // namespace

std::string csv_cell(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
    std::string cell = "\"";
    for (const char c : text) {
        if (c == '"') cell += '"';
        cell += c;
    }
    return cell + '"';
}

void EventTable::write_header(std::ostream& out) {
    out << "event,step,seconds,thread,thread_name,kind,how,object,object_name,other,other_name,"
           "value,extra,text,detail,file,line\r\n";
}

void EventTable::write(std::ostream& out, EventIndex from, EventIndex to) {
    for (EventIndex index = m_state.position(); index < to; ++index) {
        m_state.apply(m_trace[index]);
        if (index >= from) write_row(out, index);
    }
}

void EventTable::write_row(std::ostream& out, EventIndex index) const {
    const Event& event = m_trace[index];
    const auto id_of = [](ThreadId id) {
        return id == no_thread ? std::string() : std::to_string(id);
    };
    const auto name_of = [&](ThreadId id) {
        const ThreadInfo* thread = m_state.thread(id);
        return csv_cell(m_trace.text(thread ? thread->name : 0));
    };
    const bool has_object = event.object != no_object;
    const bool has_line = event.line != 0;
    const ThreadId other = trace::other_thread(event);
    out << index << ',' << m_steps.step_at(index + 1) << ',' << seconds(event.tick) << ','
        << id_of(event.thread) << ',' << name_of(event.thread) << ',' << to_string(event.kind)
        << ',' << how(event) << ',' << (has_object ? std::to_string(event.object) : std::string())
        << ',' << (has_object ? csv_cell(object_label(m_trace, m_state, event.object)) : "") << ','
        << id_of(other) << ',' << name_of(other) << ',' << value_of(event) << ','
        << trace::wide_extra(event) << ',' << csv_cell(m_trace.text(event.text)) << ','
        << csv_cell(m_trace.text(event.detail)) << ','
        << (has_line ? csv_cell(m_trace.text(event.file)) : "") << ','
        << (has_line ? std::to_string(event.line) : std::string()) << "\r\n";
}

void write_statistics_csv(const Intervals& intervals, const Steps& steps, std::ostream& out) {
    out << "subject,id,name,type,measure,value,unit\r\n";
    const Statistics sums = statistics(intervals);
    write_run(intervals, steps, sums, out);
    write_threads(intervals, sums, out);
    write_objects(intervals, sums, out);
}

}  // namespace turnwise::analysis
