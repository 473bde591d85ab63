#include <fmt/format.h>

#include "core/sched/policy.h"

namespace turnwise::sched {

namespace {

class Manual final : public Policy {
  public:
    explicit Manual(Asker asker) : m_asker(std::move(asker)) {}

    const ThreadControl* choose(const Decision& decision) override {
        if (!m_asker) throw ScheduleError("The policy `manual` asks a person, and there is nobody to ask here.");
        const ThreadId answer = m_asker(decision);
        if (const ThreadControl* chosen = decision.find(answer)) return chosen;
        throw ScheduleError(
            fmt::format("Thread {} was chosen at decision {}, where it is no candidate.", answer, decision.index));
    }

  private:
    const Asker m_asker;
};

}  // namespace

std::unique_ptr<Policy> manual(Asker asker) {
    return std::make_unique<Manual>(std::move(asker));
}

}  // namespace turnwise::sched
