#include "core/analysis/exercise.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "core/base/trimmed.h"

namespace turnwise::analysis {

using trace::EventKind;

namespace {

std::string_view next_line(std::string_view& rest) {
    const auto end = rest.find('\n');
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    return line;
}

// "goal", "zh_CN" and the text of "# goal[zh_CN]: the text".
struct Entry {
    std::string_view word;
    std::string_view language;
    std::string_view text;
};
std::optional<Entry> entry_in(std::string_view line) {
    if (!line.starts_with('#')) return std::nullopt;
    line = trimmed(line.substr(1));
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    Entry entry{line.substr(0, colon), {}, trimmed(line.substr(colon + 1))};
    if (const auto open = entry.word.find('[');
        open != std::string_view::npos && entry.word.ends_with(']')) {
        entry.language = entry.word.substr(open + 1, entry.word.size() - open - 2);
        entry.word = entry.word.substr(0, open);
    }
    return entry;
}

std::optional<double> number_in(std::string_view text) {
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || !(number > 0) || number > 1e9)
        return std::nullopt;
    return number;
}

bool is_pattern(std::string_view word) {
    for (int kind = 0; kind < pattern_kind_count; ++kind)
        if (to_string(static_cast<PatternKind>(kind)) == word) return true;
    return false;
}

class Reader {
  public:
    explicit Reader(Exercise& exercise) : m_exercise(exercise) {}

    void take(const Entry& entry, int line) {
        m_line = line;
        const Exercise::Text text{std::string(entry.language), std::string(entry.text)};
        if (entry.word == "exercise")
            m_exercise.titles.push_back(text);
        else if (entry.word == "goal")
            m_exercise.goals.push_back(text);
        else if (entry.word == "hint")
            m_exercise.hints.push_back(text);
        else if (entry.word == "check")
            take_check(entry.text);
        else if (entry.word == "schedules")
            take_schedules(entry.text);
    }

  private:
    void complain(std::string text) {
        m_exercise.errors.push_back(fmt::format("line {}: {}", m_line, text));
    }

    void take_schedules(std::string_view text) {
        const auto number = number_in(text);
        if (!number || *number != std::floor(*number) || *number > Exercise::most_schedules)
            return complain(fmt::format("`schedules` wants a whole number from 1 to {}",
                                        Exercise::most_schedules));
        m_exercise.schedules = static_cast<int>(*number);
    }

    void take_check(std::string_view text) {
        const auto space = std::min(text.find(' '), text.size());
        const std::string_view word = text.substr(0, space);
        const std::string_view rest = trimmed(text.substr(space));
        if (rest.empty()) return complain(fmt::format("the check `{}` needs a value", word));
        if (word == "prints")
            add(Check::Kind::prints, rest);
        else if (word == "keeps")
            add(Check::Kind::keeps, rest);
        else if (word == "outcome")
            take_outcome(rest);
        else if (word == "never")
            take_pattern(rest);
        else if (word == "threads" || word == "within")
            take_number(word, rest);
        else
            complain(fmt::format("there is no check called `{}`", word));
    }

    void take_outcome(std::string_view word) {
        if (outcome_kind_from(word) == OutcomeKind::unfinished)
            complain(fmt::format("there is no outcome called `{}`", word));
        else
            add(Check::Kind::outcome, word);
    }
    void take_pattern(std::string_view word) {
        if (is_pattern(word))
            add(Check::Kind::never, word);
        else
            complain(fmt::format("there is no pattern called `{}`", word));
    }
    void take_number(std::string_view word, std::string_view text) {
        const auto number = number_in(text);
        if (!number) return complain(fmt::format("the check `{}` wants a number", word));
        const bool is_time = word == "within";
        m_exercise.checks.push_back({is_time ? Check::Kind::within : Check::Kind::threads,
                                     std::string(text),
                                     static_cast<std::int64_t>(is_time ? *number * 1e9 : *number)});
    }
    void add(Check::Kind kind, std::string_view text) {
        m_exercise.checks.push_back({kind, std::string(text), 0});
    }

    Exercise& m_exercise;
    int m_line = 0;
};

bool prints(const trace::Trace& trace, std::string_view line) {
    std::string printed;
    for (const trace::Event& event : trace.events())
        if (event.kind == EventKind::output && event.value == 1) printed += trace.text(event.text);
    std::string_view rest = printed;
    while (!rest.empty())
        if (trimmed(next_line(rest)) == line) return true;
    return false;
}

bool passes(const Check& check, const trace::Trace& trace, std::string_view program) {
    switch (check.kind) {
        case Check::Kind::prints:
            return prints(trace, check.text);
        case Check::Kind::keeps:
            return program.find(check.text) != std::string_view::npos;
        case Check::Kind::outcome:
            return to_string(trace.trailer().outcome.kind) == check.text;
        case Check::Kind::within:
            return trace.duration() <= check.number;
        case Check::Kind::threads:
            return std::ranges::count(trace.events(), EventKind::thread_began,
                                      &trace::Event::kind) > check.number;
        case Check::Kind::never:
            break;
    }
    return std::ranges::none_of(
        patterns(trace), [&](const Pattern& found) { return to_string(found.kind) == check.text; });
}

}  // namespace

std::vector<std::string> Exercise::in(const std::vector<Text>& texts, std::string_view language) {
    std::vector<std::string> found;
    for (const std::string_view sought : {language, std::string_view()}) {
        for (const Text& text : texts)
            if (text.language == sought) found.push_back(text.text);
        if (!found.empty()) break;
    }
    return found;
}

std::optional<Exercise> exercise_in(std::string_view program) {
    Exercise exercise;
    Reader reader(exercise);
    int number = 0;
    while (program.starts_with('#')) {
        const auto entry = entry_in(next_line(program));
        ++number;
        if (number == 1 && (!entry || entry->word != "exercise")) return std::nullopt;
        if (entry) reader.take(*entry, number);
    }
    if (number == 0) return std::nullopt;
    const bool asks_for_outcome =
        std::ranges::count(exercise.checks, Check::Kind::outcome, &Check::kind) > 0;
    if (!asks_for_outcome)
        exercise.checks.insert(exercise.checks.begin(), Check{Check::Kind::outcome, "finished", 0});
    return exercise;
}

std::vector<std::size_t> failed_checks(const Exercise& exercise, const trace::Trace& trace,
                                       std::string_view program) {
    std::vector<std::size_t> failed;
    for (std::size_t at = 0; at < exercise.checks.size(); ++at)
        if (!passes(exercise.checks[at], trace, program)) failed.push_back(at);
    return failed;
}

}  // namespace turnwise::analysis
