// What writer and reader of a stream have to agree on, beside the order of the calls of a Sink.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace turnwise::trace::format {

inline constexpr std::string_view name = "turnwise-trace";

// The first element of a record. After it come:
enum class Record : std::uint8_t {
    string,  // text
    source,  // path, text
    // program, policy, seed, granularity, switch_interval, line_cost, bytecode_cost, switch_cost,
    // cores, chooses_woken, wakes_spuriously, arguments...
    header,
    event,    // see below
    trailer,  // outcome ("finished"), message, end_tick, steps, decisions, schedule
    // decision, is_decision, question, reason, breakpoint, object, remark, then for every thread:
    // thread, flags (below), operation, object, object_name, other, text, file, line
    inquiry,
};
inline constexpr int record_count = 6;

enum ProspectFlag : std::uint8_t { is_candidate = 1, is_frozen = 2, may_wait = 4, has_waited = 8 };
inline constexpr std::size_t inquiry_fields = 7;
inline constexpr std::size_t prospect_fields = 9;

// An event: the commonest fields first, so that most events end early.
enum EventField : std::uint8_t {
    kind,
    tick,    // minus the tick of the event before
    thread,  // plus 1, so that 0 is no thread
    file,
    line,
    value,
    object,
    other,  // plus 1
    op,
    extra,  // wide_number.h tells where a counter is that does not fit
    text,
    detail,
    event_field_count,
};

}  // namespace turnwise::trace::format
