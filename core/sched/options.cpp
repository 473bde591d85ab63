#include "core/sched/options.h"

#include <array>

namespace turnwise::sched {

namespace {

constexpr std::array<std::string_view, all_granularities.size()> granularities = {"blocking", "sync", "cpython", "line",
                                                                                  "bytecode"};
constexpr std::array<std::string_view, 2> models = {"gil", "free-threaded"};

template <typename Choice, std::size_t size>
std::optional<Choice> choice_from(std::string_view word, const std::array<std::string_view, size>& words) {
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

}  // namespace turnwise::sched
