// All traces of a program, judged: how many deadlock, how many fail, and how few preemptions a bad
// one needs.
#pragma once

#include <algorithm>
#include <functional>
#include <limits>
#include <string>

#include <fmt/format.h>

#include "core/explore/explorer.h"
#include "core/explore/simplest.h"
#include "tests/support/model/model.h"

namespace turnwise::support::model {

// Whether an execution that finished without a failed assertion is bad all the same.
using IsBad = std::function<bool(std::span<const explore::Event>, const explore::Ending&)>;

class Judge final : public explore::Observer {
  public:
    explicit Judge(IsBad is_bad = {}) : m_is_bad(std::move(is_bad)) {}

    void on_maximal(std::span<const explore::Event> events, const explore::Ending& ending,
                    bool blocked) override {
        if (blocked) return;
        ++traces;
        const bool is_dead = ending.kind == explore::Ending::Kind::deadlock;
        const bool fails =
            !is_dead && (!ending.failures.empty() || (m_is_bad && m_is_bad(events, ending)));
        dead += is_dead;
        failing += fails;
        if (!is_dead && !fails) return;
        explore::Execution execution;
        for (const explore::Event& event : events)
            execution.append(event);
        preemptions = std::min(preemptions, explore::simplest_order(execution).preemptions);
    }

    // "traces/dead/failing", and "/preemptions" if any is bad.
    std::string text() const {
        std::string text = fmt::format("{}/{}/{}", traces, dead, failing);
        if (dead + failing > 0) text += fmt::format("/{}", preemptions);
        return text;
    }

    std::uint64_t traces = 0;
    std::uint64_t dead = 0;
    std::uint64_t failing = 0;
    std::uint32_t preemptions = std::numeric_limits<std::uint32_t>::max();

  private:
    const IsBad m_is_bad;
};

inline std::string judged(const Model::Setup& setup, IsBad is_bad = {}) {
    Model model(setup);
    Judge judge(std::move(is_bad));
    explore::explore(model, {}, &judge);
    return judge.text();
}

}  // namespace turnwise::support::model
