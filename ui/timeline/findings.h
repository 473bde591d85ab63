// The moments of a run that a person looks for first: for the minimap.
#pragma once

#include <QString>
#include <vector>

#include "ui/timeline/rows.h"

namespace turnwise::timeline {

struct Finding {
    enum class Kind : std::uint8_t { error, deadlock, race, pattern };
    static constexpr std::size_t kinds = 4;

    Kind kind = Kind::error;
    EventIndex event = 0;
    QString text;       // in words
    QString page = {};  // of the glossary, that tells more; "" for none
};

// What the trace itself tells: errors, exceptions that ended a thread, a deadlock. Ascending by
// event. Races are found by comparing runs, not by looking at one: whoever found them adds them.
std::vector<Finding> findingsOf(const Rows& rows);

}  // namespace turnwise::timeline
