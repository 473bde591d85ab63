// How many traces a program has, by an estimate: from executions in which chance chose each step
// among all threads that could go on.
//
// Such an execution has the trace T with a chance P(T) that can be calculated: the sum over all
// orders of T, cut by cut. Then 1 / P(T) is the number of traces on average, whatever the program:
// each trace is met with the chance P(T) and counts 1 / P(T) (Knuth's idea, Math. Comp. 29, 1975,
// for the tree of a search, which optimal DPOR knows only when it is done). How far single values
// are apart says how good their mean is, unless what is rare and large was never met.
#pragma once

#include <cstdint>
#include <functional>
#include <random>
#include <span>
#include <vector>

#include "core/explore/execution.h"
#include "core/explore/options.h"

namespace turnwise::explore {

// How long threads are, as far as is known, and who makes whom: who has much to do is chosen more
// often, or what needs long runs of one thread would hardly ever be met.
class Lengths {
  public:
    void learn(const Execution& execution);
    // By thread, from what has been done: weights of all threads that the vector has room for.
    void weigh(std::vector<double>& weights, const std::function<std::uint32_t(ThreadId)>& done,
               const std::function<bool(ThreadId)>& is_born) const;

  private:
    double of(ThreadId thread) const;
    std::vector<std::uint32_t> m_lengths;  // by thread
    std::vector<ThreadId> m_parents;
};

// With which chance a walk that chooses by these weights has this trace; 0 if it has more cuts than
// that. Adds the cuts that were looked at.
double chance_of(const Execution& execution, const Lengths& lengths, std::uint64_t& cuts,
                 std::uint64_t max_cuts = 20'000);

class Estimate {
  public:
    explicit Estimate(std::uint64_t seed) : m_random(seed) {}

    // Whether another walk is worth its time: some at first, then one for each ten executions,
    // until it is known well enough. `steps`: of the whole search, which cuts may not outnumber by
    // far.
    bool wants_walk(std::uint64_t executions, std::uint64_t steps) const;
    // Whether there were fewer than some.
    bool wants_first_walk() const;
    // Executes the program once, and returns how many steps that were. In mode dfs it is orders
    // that count, not traces.
    std::uint64_t walk(Program& program, const Options& options);

    // 0: nothing is known.
    double mean() const;
    // The standard error of the mean, at least.
    double spread() const;

  private:
    ThreadId choose(std::span<const ThreadId> enabled);

    std::mt19937_64 m_random;
    Execution m_execution;
    Lengths m_lengths;
    std::vector<bool> m_born;       // by thread: in the execution that goes on
    std::vector<double> m_weights;  // by thread
    std::uint64_t m_walks = 0;
    std::uint64_t m_cuts = 0;  // looked at
    double m_sum = 0;
    double m_squares = 0;
    bool m_is_possible = true;  // false: executions are too long, or have too many orders
};

}  // namespace turnwise::explore
