// What the exit status of `turnwise` means.
#pragma once

#include "core/base/outcome.h"

namespace turnwise::cli {

enum ExitStatus : int {
    exitFinished = 0,
    exitProgramFailed = 1,  // deadlock or exception
    exitUsage = 2,          // bad usage, or input that cannot be read
    exitCutShort = 3,       // a limit or a crash; a trace without an end
};

inline ExitStatus exitStatusOf(OutcomeKind outcome) {
    switch (outcome) {
        case OutcomeKind::finished:
            return exitFinished;
        case OutcomeKind::deadlock:
        case OutcomeKind::exception:
            return exitProgramFailed;
        case OutcomeKind::unfinished:
        case OutcomeKind::limit:
        case OutcomeKind::crashed:
            break;
    }
    return exitCutShort;
}

}  // namespace turnwise::cli
