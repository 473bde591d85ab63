// What anybody may ask the policy pct for.
#pragma once

namespace turnwise::sched {

inline constexpr unsigned deepest_pct = 100;  // priorities are changed so many times less one

}  // namespace turnwise::sched
