#include <algorithm>
#include <cassert>
#include <cstring>
#include <msgpack.hpp>
#include <vector>

#include "core/trace/stream.h"
#include "core/trace/stream_format.h"

namespace turnwise::trace {

namespace {

// An integer of msgpack takes at most 9 bytes, the heads of array and string 5.
constexpr std::size_t largest_number = 9;

// Where msgpack::packer writes: memory that was made large enough before, so a byte costs no check.
class Buffer {
  public:
    void reserve(std::size_t more) {
        if (m_bytes.size() - m_size < more)
            m_bytes.resize(std::max(2 * m_bytes.size(), m_size + more));
    }
    void write(const char* bytes, std::size_t count) {
        assert(m_bytes.size() - m_size >= count);
        std::memcpy(m_bytes.data() + m_size, bytes, count);
        m_size += count;
    }
    const char* data() const { return m_bytes.data(); }
    std::size_t size() const { return m_size; }
    void clear() { m_size = 0; }

  private:
    std::vector<char> m_bytes;
    std::size_t m_size = 0;
};

std::uint32_t plus_one(ThreadId id) {
    return id + 1;  // no_thread, the largest number, becomes 0
}

}  // namespace

struct StreamWriter::Impl {
    ByteOutput output;
    std::size_t buffer_size;
    Buffer buffer;
    msgpack::packer<Buffer> packer{buffer};
    Tick tick = 0;
    StringId strings = 0;

    void begin_record(format::Record record, std::size_t elements) {
        buffer.reserve((elements + 2) * largest_number);
        packer.pack_array(static_cast<std::uint32_t>(elements + 1));
        packer.pack(static_cast<std::uint8_t>(record));
    }
    void text(std::string_view text) {
        buffer.reserve(text.size() + 64 * largest_number);  // and the numbers that follow it
        packer.pack_str(static_cast<std::uint32_t>(text.size()));
        packer.pack_str_body(text.data(), static_cast<std::uint32_t>(text.size()));
    }
    void end_record() {
        if (buffer.size() >= buffer_size) flush();
    }
    void flush() {
        if (buffer.size() == 0) return;
        output(buffer.data(), buffer.size());
        buffer.clear();
    }
};

StreamWriter::StreamWriter(ByteOutput output, std::size_t buffer_size)
    : m_impl(std::make_unique<Impl>()) {
    m_impl->output = std::move(output);
    m_impl->buffer_size = buffer_size;
}

StreamWriter::~StreamWriter() = default;

void StreamWriter::begin(const Header& header) {
    m_impl->buffer.reserve(2 * largest_number);
    m_impl->packer.pack_array(2);
    m_impl->text(format::name);
    m_impl->packer.pack(stream_version);

    m_impl->begin_record(format::Record::header, 11 + header.arguments.size());
    m_impl->text(header.program);
    m_impl->text(header.policy);
    m_impl->packer.pack(header.seed);
    m_impl->text(header.granularity);
    m_impl->packer.pack(header.switch_interval);
    m_impl->packer.pack(header.line_cost);
    m_impl->packer.pack(header.bytecode_cost);
    m_impl->packer.pack(header.switch_cost);
    m_impl->packer.pack(header.cores);
    m_impl->packer.pack(static_cast<int>(header.chooses_woken));
    m_impl->packer.pack(static_cast<int>(header.wakes_spuriously));
    for (const std::string& argument : header.arguments)
        m_impl->text(argument);
    m_impl->end_record();
}

void StreamWriter::string(StringId id, std::string_view text) {
    assert(id == m_impl->strings + 1);
    m_impl->strings = id;
    m_impl->begin_record(format::Record::string, 1);
    m_impl->text(text);
    m_impl->end_record();
}

void StreamWriter::source(std::string_view path, std::string_view text) {
    m_impl->begin_record(format::Record::source, 2);
    m_impl->text(path);
    m_impl->text(text);
    m_impl->end_record();
}

void StreamWriter::event(const Event& event) {
    const std::int64_t fields[format::event_field_count] = {
        static_cast<std::int64_t>(event.kind),
        // Unsigned, for a trace that was read from anywhere may hold any ticks.
        static_cast<std::int64_t>(static_cast<std::uint64_t>(event.tick) -
                                  static_cast<std::uint64_t>(m_impl->tick)),
        plus_one(event.thread),
        event.file,
        event.line,
        event.value,
        event.object,
        plus_one(event.other),
        event.op,
        event.extra,
        event.text,
        event.detail,
    };
    std::size_t count = format::event_field_count;
    while (count > 1 && fields[count - 1] == 0)
        --count;

    m_impl->begin_record(format::Record::event, count);
    for (std::size_t i = 0; i < count; ++i)
        m_impl->packer.pack_int64(fields[i]);
    m_impl->tick = event.tick;
    m_impl->end_record();
}

void StreamWriter::end(const Trailer& trailer) {
    m_impl->begin_record(format::Record::trailer, 6);
    m_impl->text(to_string(trailer.outcome.kind));
    m_impl->text(trailer.outcome.message);
    m_impl->packer.pack(trailer.end_tick);
    m_impl->packer.pack(trailer.steps);
    m_impl->packer.pack(trailer.decisions);
    m_impl->text(trailer.schedule);
    flush();
}

void StreamWriter::inquiry(const Inquiry& inquiry) {
    auto& packer = m_impl->packer;
    m_impl->begin_record(format::Record::inquiry,
                         format::inquiry_fields + format::prospect_fields * inquiry.threads.size());
    packer.pack(inquiry.decision);
    packer.pack(static_cast<int>(inquiry.is_decision));
    packer.pack(static_cast<std::uint8_t>(inquiry.question));
    packer.pack(static_cast<std::uint8_t>(inquiry.reason));
    packer.pack(inquiry.breakpoint);
    packer.pack(inquiry.object);
    m_impl->text(inquiry.remark);
    for (const Prospect& prospect : inquiry.threads) {
        packer.pack(prospect.thread);
        packer.pack((prospect.is_candidate ? format::is_candidate : 0) |
                    (prospect.is_frozen ? format::is_frozen : 0) |
                    (prospect.may_wait ? format::may_wait : 0) |
                    (prospect.has_waited ? format::has_waited : 0));
        packer.pack(static_cast<std::uint8_t>(prospect.operation));
        packer.pack(prospect.object);
        m_impl->text(prospect.object_name);
        packer.pack(plus_one(prospect.other));
        m_impl->text(prospect.text);
        m_impl->text(prospect.file);
        packer.pack(prospect.line);
    }
    m_impl->end_record();
}

void StreamWriter::flush() {
    m_impl->flush();
}

}  // namespace turnwise::trace
