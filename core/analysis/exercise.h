// An exercise: a program with something wrong, what to reach, hints, and how a run is judged.
//
// It is a plain Python file that a teacher writes with any editor. What belongs to the exercise
// stands in the comments at its beginning, one thing a line; a language in brackets after the word
// is for that language alone:
//
//     # exercise: Count right
//     # exercise[zh_CN]: 数对
//     # goal: Two threads count to a hundred; make the sum two hundred under every schedule.
//     # hint: What does a thread know of what the other one wrote since it read?
//     # check: prints the counter is 200
//     # check: never lost-update
//     # check: threads 2
//     # schedules: 20
//
// Checks are: `prints LINE` (a line of the output is that one), `never PATTERN` (a word of
// to_string(PatternKind)), `outcome WORD` (as reports spell it; `finished` is asked anyway),
// `threads N` (so many threads beside the main one were started), `within SECONDS` (of virtual
// time), `keeps TEXT` (the program still has it, without which the goal would be too easy).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/analysis/patterns.h"

namespace turnwise::analysis {

struct Check {
    enum class Kind : std::uint8_t {
        prints,
        never,
        outcome,
        threads,
        within,
        keeps
    } kind = Kind::outcome;
    std::string text;         // prints, keeps; outcome: its word; never: the pattern's
    std::int64_t number = 0;  // threads: how many; within: nanoseconds
};

struct Exercise {
    static constexpr int most_schedules = 200;

    struct Text {
        std::string language;  // "" for all that have none of their own
        std::string text;
    };
    std::vector<Text> titles;
    std::vector<Text> goals;
    std::vector<Text> hints;
    std::vector<Check> checks;
    int schedules = 10;
    std::vector<std::string> errors;  // for the teacher: "line 7: there is no check called `print`"

    // The texts for a language, in their order; those without a language if it has none.
    static std::vector<std::string> in(const std::vector<Text>& texts, std::string_view language);
};

// Nothing if the program does not begin with the title of an exercise.
std::optional<Exercise> exercise_in(std::string_view program);

// The checks that this run of this program does not pass, by their place.
std::vector<std::size_t> failed_checks(const Exercise& exercise, const trace::Trace& trace,
                                       std::string_view program);

}  // namespace turnwise::analysis
