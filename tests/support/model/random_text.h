// Random small programs, as text for program().
#pragma once

#include <string>

#include "core/base/random.h"
#include "tests/support/model/language.h"

namespace turnwise::support::model {

struct RandomText {
    std::string text;
    Tokens semaphores;
};

enum class Flavour { memory, synchronisation, timed, tries, groups };

// 2 or 3 threads of a few operations each on two cells, two locks, a semaphore, a condition, an
// event and a barrier.
RandomText random_text(Random& random, Flavour flavour);

}  // namespace turnwise::support::model
