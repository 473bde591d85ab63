#include "core/explore/repetition.h"

#include <algorithm>

namespace turnwise::explore {

namespace {

bool are_alike(const Event& a, const Event& b) {
    return a.thread == b.thread && a.operation == b.operation && a.answer == b.answer &&
           a.digest == b.digest;
}

}  // namespace

Repetition repetition_at_end(const Execution& execution, std::uint32_t rounds,
                             std::uint32_t longest) {
    Repetition result;
    for (std::uint32_t period = 1; period <= longest && period * rounds <= execution.size();
         ++period) {
        const Position begin = execution.size() - period * (rounds - 1);
        bool repeats = true;
        for (Position position = begin; repeats && position < execution.size(); ++position)
            repeats = are_alike(execution[position], execution[position - period]);
        if (!repeats) continue;
        result.period = period;
        for (Position position = execution.size() - period; position < execution.size(); ++position)
            if (std::ranges::find(result.threads, execution[position].thread) ==
                result.threads.end())
                result.threads.push_back(execution[position].thread);
        std::ranges::sort(result.threads);
        return result;
    }
    return result;
}

}  // namespace turnwise::explore
