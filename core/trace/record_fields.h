// One record of a stream as its reader sees it: a flat array of integers and strings, and nothing
// else.
#pragma once

#include <cstdint>
#include <exception>
#include <limits>
#include <msgpack.hpp>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace turnwise::trace {

// What stands there is no record of ours.
class Malformed : public std::exception {};

class RecordFields : public msgpack::null_visitor {
  public:
    // Parses the record at `offset` and moves `offset` behind it. False, with `offset` anywhere, if
    // its end is not among the `size` bytes. Strings are views of those bytes. Allocates no more
    // than in proportion to the bytes that are there, whatever lengths they claim. Throws
    // Malformed.
    bool parse(const char* bytes, std::size_t size, std::size_t& offset);

    std::size_t size() const { return m_fields.size(); }

    // 0 for a field that was left out at the end. Throws Malformed for a string, and if it does not
    // fit.
    template <typename Integer>
    Integer number(std::size_t index) const;

    // Throws Malformed unless there is a string.
    std::string_view text(std::size_t index) const;

    // --- called by msgpack::parse; false ends it
    bool start_array(std::uint32_t elements);
    bool visit_positive_integer(std::uint64_t value) { return add(Number{value, false}); }
    bool visit_negative_integer(std::int64_t value) {
        return add(Number{static_cast<std::uint64_t>(value), true});
    }
    bool visit_str(const char* text, std::uint32_t size) {
        return add(std::string_view(text, size));
    }
    bool visit_nil() { return false; }
    bool visit_boolean(bool) { return false; }
    bool visit_float32(float) { return false; }
    bool visit_float64(double) { return false; }
    bool visit_bin(const char*, std::uint32_t) { return false; }
    bool visit_ext(const char*, std::uint32_t) { return false; }
    bool start_map(std::uint32_t) { return false; }
    void insufficient_bytes(std::size_t, std::size_t) { m_is_cut = true; }

  private:
    struct Number {
        std::uint64_t bits;
        bool is_negative;
    };

    template <typename Field>
    bool add(Field field) {
        if (m_is_open) m_fields.emplace_back(field);
        return m_is_open;
    }

    std::vector<std::variant<Number, std::string_view>> m_fields;
    bool m_is_open = false;  // inside the array
    bool m_is_cut = false;
};

template <typename Integer>
Integer RecordFields::number(std::size_t index) const {
    if (index >= m_fields.size()) return 0;
    const auto* number = std::get_if<Number>(&m_fields[index]);
    if (!number) throw Malformed();
    const bool fits = number->is_negative
                          ? std::cmp_greater_equal(static_cast<std::int64_t>(number->bits),
                                                   std::numeric_limits<Integer>::min())
                          : std::cmp_less_equal(number->bits, std::numeric_limits<Integer>::max());
    if (!fits) throw Malformed();
    return static_cast<Integer>(number->bits);
}

}  // namespace turnwise::trace
