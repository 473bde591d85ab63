#include "core/explore/explain.h"

#include <algorithm>

#include "core/explore/after_prefix.h"
#include "core/explore/explorer.h"

namespace turnwise::explore {

namespace {

bool ends_well(const Ending& ending) {
    return ending.kind == Ending::Kind::finished && ending.failures.empty();
}

// Stops a search at the first execution that ends well.
class Watch final : public Observer {
  public:
    explicit Watch(const IsGood& is_good) : m_is_good(is_good) {}
    void on_maximal(std::span<const Event> events, const Ending& ending, bool is_blocked) override {
        if (is_blocked || has_found || !m_is_good(ending)) return;
        has_found = true;
        for (const Event& event : events)
            choices.push_back(event.thread);
    }

    bool has_found = false;
    std::vector<ThreadId> choices;

  private:
    const IsGood& m_is_good;
};

class Search {
  public:
    Search(Program& program, std::span<const ThreadId> choices, const IsGood& is_good,
           const Options& options)
        : m_program(program), m_choices(choices), m_is_good(is_good), m_options(options) {}

    Explanation run() {
        // Invariant: `low` steps can be followed by others that end well (or low is -1), `high`
        // steps cannot.
        auto low = std::ptrdiff_t{-1};
        auto high = static_cast<std::ptrdiff_t>(m_choices.size());
        while (high - low > 1) {
            const std::ptrdiff_t middle = low + (high - low) / 2;
            (can_end_well(static_cast<std::size_t>(middle)) ? low : high) = middle;
        }
        m_result.step = static_cast<Position>(std::max<std::ptrdiff_t>(low, 0));
        m_result.kind = m_is_sure ? (low < 0 ? Explanation::Kind::every_schedule
                                             : Explanation::Kind::critical_step)
                                  : Explanation::Kind::unknown;
        return std::move(m_result);
    }

  private:
    bool can_end_well(std::size_t size) {
        const std::span<const ThreadId> prefix = m_choices.first(size);
        AfterPrefix rest(m_program, prefix);
        Watch watch(m_is_good);
        Options options = m_options;
        options.should_stop = [&](const Progress& progress) {
            return watch.has_found || (m_options.should_stop && m_options.should_stop(progress));
        };
        const Report report = explore::explore(rest, options, &watch);
        m_result.executions += report.executions;
        if (watch.has_found) {
            m_result.passing.assign(prefix.begin(), prefix.end());
            m_result.passing.insert(m_result.passing.end(), watch.choices.begin(),
                                    watch.choices.end());
        } else if (!report.is_complete()) {
            m_is_sure = false;
        }
        return watch.has_found;
    }

    Program& m_program;
    const std::span<const ThreadId> m_choices;
    const IsGood& m_is_good;
    const Options& m_options;
    Explanation m_result;
    bool m_is_sure = true;
};

}  // namespace

Explanation explain(Program& program, std::span<const ThreadId> choices, const IsGood& is_good,
                    const Options& limits) {
    Options options;
    options.max_executions = limits.max_executions;
    options.max_steps = limits.max_steps;
    options.should_stop = limits.should_stop;
    options.finds_races = options.finds_lock_order = options.finds_leaks = false;
    options.estimates = false;
    const IsGood good = is_good ? is_good : IsGood(ends_well);
    return Search(program, choices, good, options).run();
}

unsigned count_reproduced(Program& program, std::span<const ThreadId> choices, unsigned times) {
    Ending first;
    unsigned count = 0;
    program.set_polls(Polls::end);
    for (unsigned time = 0; time < times; ++time) {
        program.restart();
        bool fits = true;
        for (const ThreadId thread : choices) {
            const std::span<const ThreadId> enabled = program.enabled();
            fits = std::ranges::find(enabled, thread) != enabled.end();
            if (!fits) break;
            program.step(thread);
        }
        if (!fits || !program.enabled().empty()) continue;
        const Ending& ending = program.ending();
        if (time == 0) first = ending;
        const bool are_failures_equal = std::ranges::equal(
            first.failures, ending.failures, [](const Failure& a, const Failure& b) {
                return a.thread == b.thread && a.place == b.place && a.message == b.message;
            });
        count += first.kind == ending.kind && first.output == ending.output &&
                 first.state == ending.state && are_failures_equal;
    }
    return count;
}

}  // namespace turnwise::explore
