// A run of the engine to its end, for the command line. By hand, a choice can be taken back: then
// the program runs again as far as before it.
#pragma once

#include <memory>
#include <vector>

#include "app/cli/program_input.h"
#include "app/cli/terminal_hand.h"
#include "ui/session/engine_run.h"

namespace turnwise::cli {

class TerminalRun {
  public:
    TerminalRun(ui::RunOptions options, const Listeners& listeners)
        : m_options(std::move(options)), m_listeners(listeners) {}

    Result toEnd();  // once; needs a QCoreApplication

  private:
    struct Choice {
        quint64 decision = 0;
        EventIndex events = 0;  // had happened when it was asked for
    };
    // What was said last: it counts if the next question has no remark about it.
    struct Said {
        QString wish = {};  // that outlives a choice: a breakpoint, a frozen thread
        std::optional<Choice> choice = {};
    };

    void begin();
    void ask();
    void settle();
    void say(const QString& line);
    bool takeBack();  // false: there is nothing to take back
    void end();

    ui::RunOptions m_options;
    const Listeners& m_listeners;
    std::unique_ptr<ui::EngineRun> m_engine;
    TerminalHand m_hand;  // of this engine
    Said m_said;
    QStringList m_wishes;
    std::vector<Choice> m_choices;
    bool m_hasWishesToTell = false;
};

}  // namespace turnwise::cli
