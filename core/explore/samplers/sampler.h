// A sampler: chooses the next thread of each step of many executions by chance.
//
// One a file. Each learns from the executions before: how long they are, how many steps a thread
// has.
#pragma once

#include <memory>
#include <span>

#include "core/base/random.h"
#include "core/explore/execution.h"
#include "core/explore/options.h"

namespace turnwise::explore {

class Sampler {
  public:
    virtual ~Sampler() = default;
    virtual void begin() {}
    // One of `enabled`, which is not empty. The program may be asked what is pending, nothing else.
    virtual ThreadId choose(std::span<const ThreadId> enabled, Program& program) = 0;
    // The chosen thread took its step.
    virtual void observe(const Event&) {}
    virtual void end(const Execution&) {}
};

std::unique_ptr<Sampler> random_walk(std::uint64_t seed);
std::unique_ptr<Sampler> pct_sampler(std::uint64_t seed, unsigned depth);
std::unique_ptr<Sampler> pos_sampler(std::uint64_t seed);
std::unique_ptr<Sampler> urw_sampler(std::uint64_t seed);
std::unique_ptr<Sampler> surw_sampler(std::uint64_t seed);

// Of a random mode.
std::unique_ptr<Sampler> make_sampler(const Options& options);

}  // namespace turnwise::explore
