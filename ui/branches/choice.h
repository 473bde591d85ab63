// One decision of a run as a person sees it: who went on, and who could have.
#pragma once

#include <QString>
#include <vector>

#include "core/analysis/decisions.h"
#include "ui/session/session.h"

namespace turnwise::ui {

struct Choice {
    struct Candidate {
        ThreadId thread = no_thread;
        QString name;
        QString what;  // what it stands before: "line 12", "blocked"; may be ""
        bool isChosen = false;
    };

    std::size_t decision = 0;  // from 0, as everywhere
    std::size_t count = 0;     // of all decisions
    EventIndex at = 0;
    trace::Question question = trace::Question::who_runs;
    ThreadId chosen = no_thread;
    std::vector<Candidate> candidates;
};

// The choice that comes next at the cursor; the last one when all are over; nothing if the run had
// none.
std::optional<Choice> choiceAt(Session& session, const analysis::Decisions& decisions,
                               EventIndex cursor);
// A certain one.
Choice choiceOf(Session& session, const analysis::Decisions& decisions, std::size_t decision);

// "Decision 12: worker runs."
QString sentenceOf(const Choice& choice);
// "Run logger here instead", for a menu or a button.
QString insteadText(const Choice& choice, const Choice::Candidate& candidate);

}  // namespace turnwise::ui
