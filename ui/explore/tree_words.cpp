#include "ui/explore/tree_words.h"

#include <QCoreApplication>

#include "ui/explain/named.h"
#include "ui/explain/scene.h"
#include "ui/explore/operation_words.h"
#include "ui/explore/problem_words.h"

namespace turnwise::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(turnwise::ui::SearchTrees)
};

QString reversalSentence(const TreeReversal& reversal) {
    const QString race = named(Words::tr("Its steps {first} and {second} conflict."),
                               {{"first", reversal.first + 1}, {"second", reversal.second + 1}});
    if (reversal.result == QLatin1String("added"))
        return joined(
            race,
            named(Words::tr("A branch is planned at step {step}, in which {thread} goes first."),
                  {{"step", reversal.first + 1}, {"thread", reversal.thread}}));
    if (reversal.result == QLatin1String("asleep"))
        return joined(race,
                      Words::tr("The other order would begin with a step that was tried before: "
                                "it would show nothing new."));
    if (reversal.result == QLatin1String("planned"))
        return joined(race, Words::tr("The other order is planned already."));
    return joined(race, Words::tr("The other order is explored by another process."));
}

QString backSentence(const TreeExecution& execution, bool isLast) {
    if (execution.back == 0)
        return Words::tr(
            "No branch is left: every interleaving that makes a difference was "
            "executed, each once.");
    if (isLast) return Words::tr("So far the tree was told; the search goes on without it.");
    return Words::tr(
               "All from step %1 on is explored: the search goes back there, and takes the "
               "next branch.")
        .arg(execution.back + 1);
}

}  // namespace

QString endSentence(const TreeExecution& execution) {
    const QString number = QString::number(execution.number);
    if (execution.end == QLatin1String("finished"))
        return Words::tr("Execution %1 is over: it finished.").arg(number);
    if (execution.end == QLatin1String("failed"))
        return Words::tr("Execution %1 is over: it failed.").arg(number);
    if (execution.end == QLatin1String("deadlock"))
        return Words::tr("Execution %1 is over: it ended in a deadlock.").arg(number);
    if (execution.end == QLatin1String("polling"))
        return Words::tr(
                   "Execution %1 ends here: only threads that poll could go on. If what they look "
                   "at has changed, another execution has them look later.")
            .arg(number);
    if (execution.end == QLatin1String("cut"))
        return Words::tr(
                   "Execution %1 is cut off: each step that could follow was tried before, and "
                   "would show nothing new.")
            .arg(number);
    return Words::tr("Execution %1 is over: a limit was reached.").arg(number);
}

QString sleeperWords(const std::vector<TreeSleeper>& asleep) {
    QStringList all;
    for (const auto& [thread, operation] : asleep)
        all << named(
            Words::tr("{thread} ({operation})", "whose step was tried before, and what it is"),
            {{"thread", thread}, {"operation", operationWords(operation)}});
    return listWords(all);
}

QString nodeSentence(const SearchTree& tree, int node) {
    const TreeNode& at = tree.nodes()[static_cast<std::size_t>(node)];
    const QString step = QString::number(at.depth + 1);
    if (at.operation.isEmpty())
        return named(Words::tr("Step {step}: a branch is planned, in which {thread} goes first."),
                     {{"step", step}, {"thread", at.thread}});
    const QString what =
        at.line > 0 ? named(Words::tr("Step {step}: {thread} does “{operation}” (line {line})."),
                            {{"step", step},
                             {"thread", at.thread},
                             {"operation", operationWords(at.operation)},
                             {"line", at.line}})
                    : named(Words::tr("Step {step}: {thread} does “{operation}”."),
                            {{"step", step},
                             {"thread", at.thread},
                             {"operation", operationWords(at.operation)}});
    if (at.asleep.empty()) return what;
    return joined(what, Words::tr("Tried before: %1.").arg(sleeperWords(at.asleep)));
}

QString momentSentence(const SearchTree& tree, int moment) {
    const TreeMoment& at = tree.moments()[static_cast<std::size_t>(moment)];
    const TreeExecution& execution = tree.executions()[static_cast<std::size_t>(at.execution)];
    switch (at.kind) {
        case TreeMoment::Kind::step:
            return joined(Words::tr("Execution %1.").arg(execution.number),
                          nodeSentence(tree, at.node));
        case TreeMoment::Kind::end:
            return endSentence(execution);
        case TreeMoment::Kind::reversal:
            return reversalSentence(execution.reversals[static_cast<std::size_t>(at.reversal)]);
        case TreeMoment::Kind::back:
            break;
    }
    const bool isLast = moment + 1 == static_cast<int>(tree.moments().size());
    return backSentence(execution, isLast);
}

}  // namespace turnwise::ui
