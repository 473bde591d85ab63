#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <vector>

#include "core/trace/limits.h"
#include "core/trace/record_fields.h"
#include "core/trace/stream.h"
#include "core/trace/stream_format.h"

namespace turnwise::trace {

namespace {

// A record that is longer is damage, not a string of ours: no output or source file comes near it.
constexpr std::size_t record_limit = 64 * 1024 * 1024;

ThreadId minus_one(std::uint32_t number) {
    return number - 1;  // 0 becomes no_thread, the largest number
}

std::string beginning() {
    std::string bytes = "\x92";
    bytes += static_cast<char>(0xa0 + format::name.size());
    bytes += format::name;
    return bytes;
}
static_assert(beginning_of_trace == 2 + format::name.size());

}  // namespace

bool begins_like_trace(std::string_view bytes) {
    return bytes.starts_with(beginning());
}

struct StreamReader::Impl {
    enum class Stage { name, header, events, complete };

    explicit Impl(Sink& to) : sink(to) {}

    Sink& sink;
    Stage stage = Stage::name;
    std::vector<char> pending;  // the beginning of a record whose end has not come
    std::uint64_t consumed = 0;
    RecordFields fields;
    Tick tick = 0;
    StringId strings = 0;

    std::size_t take_records(const char* bytes, std::size_t size);
    void check_name(const char* bytes, std::size_t size) const;
    void take_name();
    void take_record();
    void take_header();
    void take_event();
    void take_trailer();
    void take_inquiry();
    Prospect prospect_at(std::size_t first) const;
};

// How many of the bytes were whole records.
std::size_t StreamReader::Impl::take_records(const char* bytes, std::size_t size) {
    if (stage == Stage::name) check_name(bytes, size);
    std::size_t offset = 0;
    try {
        while (offset < size) {
            std::size_t end = offset;
            if (!fields.parse(bytes, size, end)) break;
            if (stage == Stage::name)
                take_name();
            else
                take_record();
            offset = end;
        }
        if (size - offset > record_limit) throw Malformed();
    } catch (const Malformed&) {
        const std::string words = fmt::format(
            "This trace is damaged at byte {}: what stands there is no record of a trace.",
            consumed + offset);
        if (stage == Stage::name || stage == Stage::header) throw StreamError(words);
        throw DamagedStream(words + " The events before it are intact.");
    }
    consumed += offset;
    return offset;
}

void StreamReader::Impl::check_name(const char* bytes, std::size_t size) const {
    const std::string expected = beginning();
    if (std::memcmp(bytes, expected.data(), std::min(size, expected.size())) != 0)
        throw StreamError(
            "This is not a Turnwise trace. A trace is what `turnwise run --trace FILE` writes.");
}

void StreamReader::Impl::take_name() {
    const auto version = fields.number<std::int64_t>(1);
    if (version > stream_version)
        throw StreamError(
            fmt::format("This trace was written by a newer Turnwise (trace version {}, this one "
                        "reads version {}). "
                        "Open it with a newer Turnwise.",
                        version, stream_version));
    if (version > 0 && version < stream_version)
        throw StreamError(fmt::format(
            "This trace was written by an older Turnwise (trace version {}, this one reads "
            "version {}). Run the program again to have it anew.",
            version, stream_version));
    if (version != stream_version || fields.size() != 2) throw Malformed();
    stage = Stage::header;
}

void StreamReader::Impl::take_record() {
    const auto number = fields.number<std::uint8_t>(0);
    if (fields.size() == 0 || number >= format::record_count || stage == Stage::complete)
        throw Malformed();
    const auto record = static_cast<format::Record>(number);
    if ((record == format::Record::header) != (stage == Stage::header)) throw Malformed();
    switch (record) {
        case format::Record::string:
            sink.string(++strings, fields.text(1));
            return;
        case format::Record::source:
            sink.source(fields.text(1), fields.text(2));
            return;
        case format::Record::header:
            return take_header();
        case format::Record::event:
            return take_event();
        case format::Record::trailer:
            return take_trailer();
        case format::Record::inquiry:
            return take_inquiry();
    }
}

void StreamReader::Impl::take_header() {
    Header header;
    header.program = fields.text(1);
    header.policy = fields.text(2);
    header.seed = fields.number<std::uint64_t>(3);
    header.granularity = fields.text(4);
    header.switch_interval = fields.number<Tick>(5);
    header.line_cost = fields.number<Tick>(6);
    header.bytecode_cost = fields.number<Tick>(7);
    header.switch_cost = fields.number<Tick>(8);
    header.cores = fields.number<std::uint32_t>(9);
    if (header.cores > most_cores) throw Malformed();
    header.chooses_woken = fields.number<std::uint8_t>(10) != 0;
    header.wakes_spuriously = fields.number<std::uint8_t>(11) != 0;
    for (std::size_t i = 12; i < fields.size(); ++i)
        header.arguments.emplace_back(fields.text(i));
    stage = Stage::events;
    sink.begin(header);
}

void StreamReader::Impl::take_event() {
    const auto at = [](format::EventField field) { return std::size_t{1} + field; };
    if (fields.size() > at(format::event_field_count)) throw Malformed();
    Event event;
    const auto kind = fields.number<std::uint8_t>(at(format::kind));
    if (kind >= event_kind_count) throw Malformed();
    event.kind = static_cast<EventKind>(kind);
    // Unsigned, for a damaged file may hold a sum that does not fit.
    tick = static_cast<Tick>(static_cast<std::uint64_t>(tick) +
                             static_cast<std::uint64_t>(fields.number<Tick>(at(format::tick))));
    event.tick = tick;
    event.thread = minus_one(fields.number<std::uint32_t>(at(format::thread)));
    event.file = fields.number<StringId>(at(format::file));
    event.line = fields.number<std::uint32_t>(at(format::line));
    event.value = fields.number<std::int64_t>(at(format::value));
    event.object = fields.number<ObjectId>(at(format::object));
    event.other = minus_one(fields.number<std::uint32_t>(at(format::other)));
    event.op = fields.number<std::uint8_t>(at(format::op));
    event.extra = fields.number<std::int32_t>(at(format::extra));
    event.text = fields.number<StringId>(at(format::text));
    event.detail = fields.number<StringId>(at(format::detail));
    sink.event(event);
}

void StreamReader::Impl::take_trailer() {
    Trailer trailer;
    trailer.outcome.kind = outcome_kind_from(fields.text(1));
    trailer.outcome.message = fields.text(2);
    trailer.end_tick = fields.number<Tick>(3);
    trailer.steps = fields.number<std::uint64_t>(4);
    trailer.decisions = fields.number<std::uint64_t>(5);
    trailer.schedule = fields.text(6);
    stage = Stage::complete;
    sink.end(trailer);
}

void StreamReader::Impl::take_inquiry() {
    constexpr std::size_t first_thread = 1 + format::inquiry_fields;
    if (fields.size() < first_thread ||
        (fields.size() - first_thread) % format::prospect_fields != 0)
        throw Malformed();
    Inquiry inquiry;
    inquiry.decision = fields.number<std::uint64_t>(1);
    inquiry.is_decision = fields.number<std::uint8_t>(2) != 0;
    inquiry.question = static_cast<Question>(fields.number<std::uint8_t>(3));
    inquiry.reason = static_cast<Inquiry::Reason>(fields.number<std::uint8_t>(4));
    inquiry.breakpoint = fields.number<std::uint32_t>(5);
    inquiry.object = fields.number<ObjectId>(6);
    inquiry.remark = fields.text(7);
    for (std::size_t at = first_thread; at < fields.size(); at += format::prospect_fields)
        inquiry.threads.push_back(prospect_at(at));
    sink.inquiry(inquiry);
}

Prospect StreamReader::Impl::prospect_at(std::size_t first) const {
    const auto flags = fields.number<std::uint8_t>(first + 1);
    Prospect prospect;
    prospect.thread = fields.number<ThreadId>(first);
    prospect.is_candidate = (flags & format::is_candidate) != 0;
    prospect.is_frozen = (flags & format::is_frozen) != 0;
    prospect.may_wait = (flags & format::may_wait) != 0;
    prospect.has_waited = (flags & format::has_waited) != 0;
    prospect.operation = static_cast<Operation>(fields.number<std::uint8_t>(first + 2));
    prospect.object = fields.number<ObjectId>(first + 3);
    prospect.object_name = fields.text(first + 4);
    prospect.other = minus_one(fields.number<std::uint32_t>(first + 5));
    prospect.text = fields.text(first + 6);
    prospect.file = fields.text(first + 7);
    prospect.line = fields.number<std::uint32_t>(first + 8);
    return prospect;
}

StreamReader::StreamReader(Sink& sink) : m_impl(std::make_unique<Impl>(sink)) {}

StreamReader::~StreamReader() = default;

void StreamReader::feed(const char* bytes, std::size_t size) {
    auto& pending = m_impl->pending;
    if (pending.empty()) {
        const std::size_t taken = m_impl->take_records(bytes, size);
        pending.assign(bytes + taken, bytes + size);
        return;
    }
    pending.insert(pending.end(), bytes, bytes + size);
    const std::size_t taken = m_impl->take_records(pending.data(), pending.size());
    pending.erase(pending.begin(), pending.begin() + static_cast<std::ptrdiff_t>(taken));
}

bool StreamReader::is_complete() const {
    return m_impl->stage == Impl::Stage::complete;
}

}  // namespace turnwise::trace
