#include "core/sched/schedule.h"

#include <fmt/format.h>

#include <cctype>
#include <charconv>

namespace turnwise::sched {

namespace {

// A number at the front of `text`, which loses it.
template <typename Number>
Number take_number(std::string_view& text, std::string_view whole) {
    Number number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc())
        throw ScheduleError(fmt::format(
            "The schedule is not readable at character {}: a thread number is expected there, as in "
            "\"0x12,1,2x3\".",
            whole.size() - text.size() + 1));
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return number;
}

std::string without_blanks(std::string_view text) {
    std::string result;
    for (const char c : text)
        if (!std::isspace(static_cast<unsigned char>(c))) result += c;
    return result;
}

}  // namespace

Schedule Schedule::parse(std::string_view text) {
    const std::string whole = without_blanks(text);
    std::string_view rest = whole;
    Schedule schedule;
    while (!rest.empty()) {
        Run run{take_number<ThreadId>(rest, whole), 1};
        if (rest.starts_with('x')) {
            rest.remove_prefix(1);
            run.times = take_number<std::uint64_t>(rest, whole);
        }
        if (run.times > 0) schedule.m_runs.push_back(run);
        schedule.m_size += run.times;
        if (rest.empty()) break;
        if (!rest.starts_with(','))
            throw ScheduleError(fmt::format(
                "The schedule is not readable at character {}: a comma is expected before '{}'.",
                whole.size() - rest.size() + 1, rest.front()));
        rest.remove_prefix(1);
    }
    return schedule;
}

std::string Schedule::text() const {
    std::string text;
    for (const Run& run : m_runs) {
        if (!text.empty()) text += ',';
        text += run.times == 1 ? fmt::format("{}", run.thread)
                               : fmt::format("{}x{}", run.thread, run.times);
    }
    return text;
}

void Schedule::append(ThreadId thread) {
    if (m_runs.empty() || m_runs.back().thread != thread) m_runs.push_back({thread, 0});
    ++m_runs.back().times;
    ++m_size;
}

}  // namespace turnwise::sched
