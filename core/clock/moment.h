// A moment of virtual time that is far away.
#pragma once

#include <cassert>

#include "core/base/ids.h"

namespace turnwise {

// The moment so long after `now`; where none can be told, the last one. Never no_deadline.
inline Tick moment_after(Tick now, Tick length) {
    assert(now >= 0 && length >= 0);
    return length >= no_deadline - now ? no_deadline - 1 : now + length;
}

}  // namespace turnwise
