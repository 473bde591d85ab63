#include "ui/branches/choice.h"

#include <QCoreApplication>

#include "ui/explain/named.h"
#include "ui/explain/names.h"

namespace turnwise::ui {

namespace {

struct Choices {
    Q_DECLARE_TR_FUNCTIONS(turnwise::ui::Choices)
};

}  // namespace

Choice choiceOf(Session& session, const analysis::Decisions& decisions, std::size_t decision) {
    const trace::Trace& trace = session.trace();
    const EventIndex at = decisions[decision];
    const analysis::State& before = session.stateAfter(at);
    Choice choice;
    choice.decision = decision;
    choice.count = decisions.size();
    choice.at = at;
    choice.question = static_cast<trace::Question>(trace[at].op);
    choice.chosen = trace[at].other;
    for (const ThreadId thread : analysis::candidates(trace, before, at)) {
        const analysis::ThreadInfo* info = before.thread(thread);
        choice.candidates.push_back(
            {thread, threadName(trace, before, thread),
             info && info->line != 0 ? Choices::tr("line %1").arg(info->line) : QString(),
             thread == choice.chosen});
    }
    return choice;
}

std::optional<Choice> choiceAt(Session& session, const analysis::Decisions& decisions,
                               EventIndex cursor) {
    if (decisions.size() == 0) return std::nullopt;
    return choiceOf(session, decisions, decisions.next(cursor).value_or(decisions.size() - 1));
}

QString sentenceOf(const Choice& choice) {
    QString name;
    for (const Choice::Candidate& candidate : choice.candidates)
        if (candidate.isChosen) name = candidate.name;
    if (name.isEmpty())
        return Choices::tr("Decision %1: the trace does not tell who else could have been chosen.")
            .arg(choice.decision);
    switch (choice.question) {
        case trace::Question::who_runs:
            return named(Choices::tr("Decision {decision}: {thread} runs."),
                         {{"decision", choice.decision}, {"thread", name}});
        case trace::Question::who_is_woken:
            return named(Choices::tr("Decision {decision}: {thread} is woken."),
                         {{"decision", choice.decision}, {"thread", name}});
        case trace::Question::who_is_first:
            break;
    }
    return named(Choices::tr("Decision {decision}: {thread} is first."),
                 {{"decision", choice.decision}, {"thread", name}});
}

QString insteadText(const Choice& choice, const Choice::Candidate& candidate) {
    switch (choice.question) {
        case trace::Question::who_runs:
            return Choices::tr("Run %1 here instead").arg(candidate.name);
        case trace::Question::who_is_woken:
            return Choices::tr("Wake %1 here instead").arg(candidate.name);
        case trace::Question::who_is_first:
            break;
    }
    return Choices::tr("Let %1 be first here instead").arg(candidate.name);
}

}  // namespace turnwise::ui
