#include "core/sched/options.h"

#include <fmt/format.h>

#include <array>

#include "core/sched/schedule.h"

namespace turnwise::sched {

namespace {

constexpr std::array<std::string_view, all_granularities.size()> granularities = {
    "blocking", "sync", "cpython", "line", "bytecode"};
constexpr std::array<std::string_view, 2> models = {"gil", "free-threaded"};

template <typename Choice, std::size_t size>
std::optional<Choice> choice_from(std::string_view word,
                                  const std::array<std::string_view, size>& words) {
    for (std::size_t i = 0; i < size; ++i)
        if (words[i] == word) return static_cast<Choice>(i);
    return std::nullopt;
}

}  // namespace

std::string_view to_string(Granularity granularity) {
    return granularities.at(static_cast<std::size_t>(granularity));
}

std::optional<Granularity> granularity_from(std::string_view word) {
    return choice_from<Granularity>(word, granularities);
}

std::string_view to_string(Model model) {
    return models.at(static_cast<std::size_t>(model));
}

std::optional<Model> model_from(std::string_view word) {
    return choice_from<Model>(word, models);
}

namespace {

constexpr std::string_view abstract_word = "abstract";
constexpr std::string_view faithful_word = "faithful";
constexpr std::string_view output_word = "/stdout";

}  // namespace

std::string mode_of(const Options& options) {
    if (!options.is_explored) return {};
    return fmt::format("{}/{}{}", to_string(options.granularity),
                       options.is_time_abstract ? abstract_word : faithful_word,
                       options.observes_output ? output_word : "");
}

// In faithful time nothing but waiting lets time pass: otherwise it would depend on the order of
// steps that do not depend on each other when a timeout comes.
void apply_mode(std::string_view mode, Options& options) {
    const auto slash = mode.find('/');
    const auto granularity = granularity_from(mode.substr(0, slash));
    std::string_view time = slash == std::string_view::npos ? "" : mode.substr(slash + 1);
    options.observes_output = time.ends_with(output_word);
    if (options.observes_output) time.remove_suffix(output_word.size());
    if (!granularity || *granularity == Granularity::blocking ||
        (time != abstract_word && time != faithful_word))
        throw ScheduleError(fmt::format(
            "The schedule begins with \"{}:\", which is no way to explore a program; one "
            "is \"bytecode/abstract:\".",
            mode));
    options.granularity = *granularity;
    options.is_explored = true;
    options.is_time_abstract = time == abstract_word;
    options.model = Model::gil;
    options.chooses_woken = options.wakes_spuriously = false;
    if (options.is_time_abstract) return;
    options.line_cost = options.operation_cost = options.bytecode_cost = options.switch_cost = 0;
}

}  // namespace turnwise::sched
