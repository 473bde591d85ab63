#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/sched/policy.h"

namespace turnwise::sched {

namespace {

std::string words(const Answers::Answer& answer) {
    return fmt::format("{} at {} ns among threads {}, chose {}", to_string(answer.question),
                       answer.now, fmt::join(answer.candidates, ", "), answer.chosen);
}

class SameAgain final : public Policy {
  public:
    SameAgain(std::unique_ptr<Policy> policy, Answers& answers)
        : m_policy(std::move(policy)), m_answers(answers) {}

    const ThreadControl* choose(const Decision& decision) override {
        const ThreadControl* chosen = m_policy->choose(decision);
        Answers::Answer answer{{}, decision.question, decision.now, chosen->id};
        for (std::size_t i = 0; i < decision.count(); ++i)
            answer.candidates.push_back(decision.at(i)->id);
        if (m_answers.is_complete)
            compare(answer);
        else
            m_answers.answers.push_back(std::move(answer));
        return chosen;
    }

  private:
    void compare(const Answers::Answer& answer) {
        const std::size_t index = m_index++;
        if (index >= m_answers.answers.size())
            throw ScheduleError(fmt::format(
                "The second run is not the first: it comes to a decision {} that the first "
                "did not have ({}).",
                index, words(answer)));
        if (answer == m_answers.answers[index]) return;
        throw ScheduleError(
            fmt::format("The second run is not the first at decision {}: first {}; then {}.", index,
                        words(m_answers.answers[index]), words(answer)));
    }

    const std::unique_ptr<Policy> m_policy;
    Answers& m_answers;
    std::size_t m_index = 0;  // of the decision that the second run comes to next
};

}  // namespace

std::unique_ptr<Policy> same_again(std::unique_ptr<Policy> policy, Answers& answers) {
    return std::make_unique<SameAgain>(std::move(policy), answers);
}

}  // namespace turnwise::sched
