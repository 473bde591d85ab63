// --policy manual on the command line: shows what is asked on standard error, and reads the answers
// from standard input.
#pragma once

#include <QString>
#include <cstdint>

#include "core/analysis/state.h"

namespace turnwise::ui {
class EngineRun;
}

namespace turnwise::cli {

// What somebody at the terminal wants.
struct Reply {
    enum class Kind : std::uint8_t {
        line,  // for the engine (core/hand/command.h)
        undo,  // the last choice is to be taken back
        end,   // no more answers: the end of the input, or `quit`
    };
    Kind kind = Kind::end;
    QString line = {};
};

// One for a run of the engine.
class TerminalHand {
  public:
    // Asks what the run asks. What is nobody else's business (help, the schedule so far) is
    // answered here, and asked again.
    Reply ask(const ui::EngineRun& run);

  private:
    analysis::State m_state;  // after as many events of the run as it has seen
};

}  // namespace turnwise::cli
