// The system's clock, asked past the C library, whose clocks are virtual in the engine.
#pragma once

#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

namespace turnwise::engine {

inline double real_seconds() {
    timespec now;
    syscall(SYS_clock_gettime, CLOCK_MONOTONIC, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

}  // namespace turnwise::engine
