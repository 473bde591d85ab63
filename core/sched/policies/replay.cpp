#include <fmt/format.h>

#include "core/sched/policy.h"

namespace turnwise::sched {

namespace {

std::string runnable_names(const Decision& decision) {
    std::string names;
    for (std::size_t i = 0; i < decision.count(); ++i)
        names += fmt::format("{}{} ({})", i ? ", " : "", decision.at(i)->id, decision.at(i)->name);
    return names;
}

class Replay final : public Policy {
  public:
    Replay(Schedule schedule, std::unique_ptr<Policy> afterwards)
        : m_schedule(std::move(schedule)), m_afterwards(std::move(afterwards)) {}

    const ThreadControl* choose(const Decision& decision) override {
        if (m_run == m_schedule.runs().size()) {
            if (m_afterwards) return m_afterwards->choose(decision);
            throw ScheduleError(fmt::format(
                "The schedule ends after {} decisions, but the program comes to another one. Can "
                "run: "
                "{}. The program or its options are not those that the schedule was recorded with.",
                decision.index, runnable_names(decision)));
        }
        const Schedule::Run& run = m_schedule.runs()[m_run];
        if (++m_used == run.times) {
            ++m_run;
            m_used = 0;
        }
        if (const ThreadControl* chosen = decision.find(run.thread)) return chosen;
        throw ScheduleError(
            fmt::format("The schedule does not fit the program: at decision {} it chooses thread "
                        "{}, which cannot "
                        "run there. Can run: {}.",
                        decision.index, run.thread, runnable_names(decision)));
    }

    bool looks_on() const override { return m_afterwards && m_afterwards->looks_on(); }
    void pass(const Decision& only) override {
        if (m_run == m_schedule.runs().size()) m_afterwards->pass(only);
    }

  private:
    const Schedule m_schedule;
    const std::unique_ptr<Policy> m_afterwards;
    std::size_t m_run = 0;     // the run of the schedule that the next choice comes from
    std::uint64_t m_used = 0;  // how many of its choices were made
};

}  // namespace

std::unique_ptr<Policy> replay(Schedule schedule, std::unique_ptr<Policy> afterwards) {
    return std::make_unique<Replay>(std::move(schedule), std::move(afterwards));
}

}  // namespace turnwise::sched
