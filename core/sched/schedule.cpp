#include "core/sched/schedule.h"

#include <fmt/format.h>

#include <cctype>
#include <charconv>
#include <limits>
#include <utility>

#include "core/sched/options.h"

namespace turnwise::sched {

namespace {

// The text of a schedule, read from left to right.
class Reader {
  public:
    explicit Reader(std::string_view text) : m_text(text) { skip_blanks(); }

    bool is_at_end() const { return m_next == m_text.size(); }

    std::size_t place() const { return m_next; }

    bool take(char c) {
        if (is_at_end() || m_text[m_next] != c) return false;
        ++m_next;
        skip_blanks();
        return true;
    }

    // A number that fits Number and is not less than `least`; `what` is what stands there in words.
    template <typename Number>
    Number take_number(Number least, const char* what) {
        const std::size_t place = m_next;
        std::string digits;
        while (!is_at_end() && is_digit(m_text[m_next])) {
            digits += m_text[m_next++];
            skip_blanks();
        }
        Number number = 0;
        const auto error = std::from_chars(digits.data(), digits.data() + digits.size(), number).ec;
        if (error != std::errc() || number < least)
            throw ScheduleError(
                fmt::format("The schedule is not readable at character {}: {} is expected there, "
                            "as in \"0x12,1,2x3\".",
                            place + 1, what));
        return number;
    }

    [[noreturn]] void refuse_what_follows() const {
        throw ScheduleError(fmt::format(
            "The schedule is not readable at character {}: a comma is expected before '{}'.",
            m_next + 1, m_text[m_next]));
    }

  private:
    static bool is_digit(char c) { return c >= '0' && c <= '9'; }

    void skip_blanks() {
        while (!is_at_end() && std::isspace(static_cast<unsigned char>(m_text[m_next])))
            ++m_next;
    }

    const std::string_view m_text;
    std::size_t m_next = 0;
};

}  // namespace

Schedule Schedule::parse(std::string_view text) {
    Schedule schedule;
    if (const auto colon = text.find(':'); colon != std::string_view::npos) {
        for (const char c : text.substr(0, colon))
            if (!std::isspace(static_cast<unsigned char>(c))) schedule.m_mode += c;
        Options options;
        apply_mode(schedule.m_mode, options);  // throws if there is no such mode
        text.remove_prefix(colon + 1);
    }
    Reader reader(text);
    if (reader.is_at_end()) return schedule;
    do {
        const std::size_t place = reader.place();
        const auto thread = reader.take_number<ThreadId>(0, "a thread number");
        const auto times = reader.take('x')
                               ? reader.take_number<std::uint64_t>(1, "how many times (1 or more)")
                               : 1;
        if (times > std::numeric_limits<std::uint64_t>::max() - schedule.m_size)
            throw ScheduleError(
                fmt::format("The schedule is not readable at character {}: it has more choices "
                            "than can be counted.",
                            place + 1));
        schedule.append(thread, times);
    } while (reader.take(','));
    if (!reader.is_at_end()) reader.refuse_what_follows();
    return schedule;
}

std::string Schedule::text() const {
    std::string text = m_mode.empty() ? "" : m_mode + ':';
    bool is_first = true;
    for (const Run& run : m_runs) {
        if (!std::exchange(is_first, false)) text += ',';
        text += run.times == 1 ? fmt::format("{}", run.thread)
                               : fmt::format("{}x{}", run.thread, run.times);
    }
    return text;
}

void Schedule::append(ThreadId thread, std::uint64_t times) {
    if (m_runs.empty() || m_runs.back().thread != thread) m_runs.push_back({thread, 0});
    m_runs.back().times += times;
    m_size += times;
}

}  // namespace turnwise::sched
