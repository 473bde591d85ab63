#include "core/explore/estimate.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <utility>

#include "core/explore/chains.h"

namespace turnwise::explore {

namespace {

// A search that is over before needs none.
constexpr std::uint64_t executions_before = 100;
constexpr std::uint64_t walks_at_first = 16;
constexpr std::uint64_t executions_a_walk = 10;
constexpr std::uint64_t cuts_at_first = 50'000;
constexpr std::uint64_t steps_a_cut = 2;
constexpr double good_enough = 0.03;  // of the mean
constexpr std::uint64_t fewest_walks = 8;

}  // namespace

double Lengths::of(ThreadId thread) const {
    return thread < m_lengths.size() ? m_lengths[thread] : 0;
}

void Lengths::learn(const Execution& execution) {
    for (const Event& event : execution.events()) {
        const ThreadId most =
            std::max(event.thread, event.started == no_thread ? 0 : event.started);
        if (most >= m_lengths.size()) {
            m_lengths.resize(most + 1, 0);
            m_parents.resize(most + 1, no_thread);
        }
        if (event.started != no_thread) m_parents[event.started] = event.thread;
    }
    for (ThreadId thread = 0; thread < m_lengths.size(); ++thread)
        m_lengths[thread] = std::max(m_lengths[thread],
                                     static_cast<std::uint32_t>(execution.steps_of(thread).size()));
}

void Lengths::weigh(std::vector<double>& weights,
                    const std::function<std::uint32_t(ThreadId)>& done,
                    const std::function<bool(ThreadId)>& is_born) const {
    for (ThreadId thread = 0; thread < weights.size(); ++thread)
        weights[thread] = std::max(of(thread) - done(thread), 1.0);
    // Who is not born yet is work for those who will bring it about. Children are younger.
    for (ThreadId thread = static_cast<ThreadId>(m_lengths.size()); thread-- > 0;) {
        const ThreadId parent = m_parents[thread];
        if (parent == no_thread || parent >= weights.size() || is_born(thread)) continue;
        weights[parent] += thread < weights.size() ? weights[thread] : of(thread);
    }
}

namespace {

// The trace of an execution, and with which chances a walk goes through its cuts.
class Walks {
  public:
    Walks(const Execution& execution, const Lengths& lengths)
        : m_chains(execution, Chains::Order::by_number),
          m_execution(execution),
          m_lengths(lengths),
          m_starts(execution.thread_limit(), no_start),
          m_weights(execution.thread_limit()) {
        for (Position position = 0; position < execution.size(); ++position)
            if (const ThreadId child = execution[position].started; child < m_starts.size())
                m_starts[child] = position;
        m_is_initial.assign(execution.thread_limit(), true);
        for (const Event& event : execution.events())
            if (event.started < m_is_initial.size()) m_is_initial[event.started] = false;
    }

    const Chains& chains() const { return m_chains; }

    // For each chain that can go on its weight, else 0.
    void weigh(const Cut& cut, std::vector<double>& chances) {
        const auto done = [&](ThreadId thread) {
            return m_execution.steps_of(thread).empty() ? 0 : cut[m_chains.chain_of(thread)];
        };
        const auto is_born = [&](ThreadId thread) {
            if (thread >= m_starts.size()) return false;
            if (m_starts[thread] == no_start) return bool(m_is_initial[thread]);
            const ThreadId parent = m_execution[m_starts[thread]].thread;
            return m_execution.known_steps(m_starts[thread], parent) <= done(parent);
        };
        m_lengths.weigh(m_weights, done, is_born);
        double sum = 0;
        chances.assign(m_chains.size(), 0);
        for (std::size_t chain = 0; chain < m_chains.size(); ++chain) {
            if (!m_chains.is_enabled(cut, chain)) continue;
            chances[chain] = m_weights[m_chains.thread_of(chain)];
            sum += chances[chain];
        }
        for (double& chance : chances)
            chance /= sum;
    }

  private:
    static constexpr Position no_start = ~Position{0};

    const Chains m_chains;
    const Execution& m_execution;
    const Lengths& m_lengths;
    std::vector<Position> m_starts;  // by thread: where it was started
    std::vector<bool> m_is_initial;  // by thread
    std::vector<double> m_weights;   // by thread
};

}  // namespace

double chance_of(const Execution& execution, const Lengths& lengths, std::uint64_t& cuts,
                 std::uint64_t max_cuts) {
    Walks walks(execution, lengths);
    const Chains& chains = walks.chains();
    std::unordered_map<Cut, double, CutHash> now, next;
    now.emplace(Cut(chains.size(), 0), 1.0);
    std::vector<double> chances;
    const std::uint64_t most = cuts + max_cuts;
    for (Position done = 0; done < execution.size(); ++done) {
        next.clear();
        for (const auto& [cut, chance] : now) {
            if (++cuts > most) return 0;
            walks.weigh(cut, chances);
            for (std::size_t chain = 0; chain < chains.size(); ++chain) {
                if (chances[chain] == 0 || !chains.is_ready(cut, chain)) continue;
                Cut after = cut;
                ++after[chain];
                next[std::move(after)] += chance * chances[chain];
            }
        }
        std::swap(now, next);
    }
    return now.begin()->second;
}

bool Estimate::wants_walk(std::uint64_t executions, std::uint64_t steps) const {
    if (!m_is_possible || executions < executions_before) return false;
    if (m_cuts > cuts_at_first + steps / steps_a_cut) return false;
    if (m_walks >= walks_at_first + executions / executions_a_walk) return false;
    return m_walks < 2 * walks_at_first || spread() > good_enough * mean();
}

bool Estimate::wants_first_walk() const {
    return m_is_possible && m_walks < walks_at_first;
}

ThreadId Estimate::choose(std::span<const ThreadId> enabled) {
    m_weights.assign(std::max<std::size_t>(m_born.size(), enabled.back() + 1), 0);
    m_lengths.weigh(
        m_weights,
        [&](ThreadId thread) {
            return static_cast<std::uint32_t>(m_execution.steps_of(thread).size());
        },
        [&](ThreadId thread) { return thread < m_born.size() && m_born[thread]; });
    double sum = 0;
    for (const ThreadId thread : enabled)
        sum += m_weights[thread];
    double place = sum * static_cast<double>(m_random() >> 11) * 0x1p-53;
    for (const ThreadId thread : enabled)
        if ((place -= m_weights[thread]) < 0) return thread;
    return enabled.back();
}

std::uint64_t Estimate::walk(Program& program, const Options& options) {
    m_execution.truncate(0);
    program.set_polls(Polls::end);
    program.restart();
    m_born.assign(program.initial_threads(), true);
    double orders = 1;  // of dfs: any that can go on has the same chance
    while (m_is_possible) {
        const std::span<const ThreadId> enabled = program.enabled();
        if (enabled.empty()) break;
        m_is_possible = m_execution.size() < options.max_steps;
        orders *= static_cast<double>(enabled.size());
        const ThreadId thread =
            options.mode == Mode::dfs ? enabled[m_random() % enabled.size()] : choose(enabled);
        m_execution.append(program.step(thread));
        const ThreadId child = m_execution[m_execution.size() - 1].started;
        if (child == no_thread) continue;
        if (child >= m_born.size()) m_born.resize(child + 1, false);
        m_born[child] = true;
    }
    double value = orders;
    if (m_is_possible && options.mode != Mode::dfs) {
        const double chance = chance_of(m_execution, m_lengths, m_cuts);
        m_is_possible = chance > 0;
        value = 1 / chance;
        m_lengths.learn(m_execution);
    }
    if (!m_is_possible) return m_execution.size();
    ++m_walks;
    m_sum += value;
    m_squares += value * value;
    return m_execution.size();
}

double Estimate::mean() const {
    return m_is_possible && m_walks >= fewest_walks ? m_sum / static_cast<double>(m_walks) : 0;
}

double Estimate::spread() const {
    if (mean() == 0) return 0;
    const auto walks = static_cast<double>(m_walks);
    const double variance = std::max(m_squares / walks - mean() * mean(), 0.0);
    return std::sqrt(variance / (walks - 1));
}

}  // namespace turnwise::explore
