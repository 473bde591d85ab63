// What to run, and how: one start of the engine.
#pragma once

#include <QString>
#include <QStringList>
#include <QVariantMap>
#include <optional>

#include "core/trace/sink.h"

namespace turnwise::ui {

// An option that holds nothing is left to the engine's own default. Times are virtual seconds.
struct RunOptions {
    QString program = {};                    // the path that is shown; the file that is run
    std::optional<QString> sourceText = {};  // unsaved text, run in place of the file's
    QStringList arguments = {};              // sys.argv[1:]
    QString policy = {};                     // one of sched::policy_names()
    std::optional<quint64> seed = {};
    std::optional<quint64> depth = {};   // of pct
    std::optional<quint64> length = {};  // of pct
    QStringList priorities = {};         // "NAME=NUMBER"
    bool inheritPriority = false;
    QStringList breakpoints = {};  // by hand: where it stops, as core/hand/breakpoint.h says
    QList<quint32> frozen = {};    // by hand: threads that do not go on by themselves
    QString schedule = {};         // of an earlier run; replays it
    QString model = {};            // "gil", "free-threaded"
    std::optional<quint64> cores = {};
    QString granularity = {};  // as sched::to_string() says
    std::optional<double> switchInterval = {};
    std::optional<double> lineCost = {};
    std::optional<double> bytecodeCost = {};
    std::optional<double> switchCost = {};
    bool chooseWoken = false;
    bool spuriousWakeups = false;
    std::optional<double> maxTime = {};
    std::optional<quint64> maxSteps = {};
    std::optional<quint64> maxThreads = {};
    std::optional<quint64> maxOutput = {};  // bytes
    QString input = {};                     // what the program reads on its standard input
    bool forwardInput = false;              // without `input`: it reads ours; else it finds none
    QString workingDirectory = {};          // ours if empty

    // Somebody decides, and is asked through the engine's standard input; the program finds that
    // empty.
    bool isByHand() const { return policy == QLatin1String("manual"); }

    bool operator==(const RunOptions&) const = default;
};

// How to run, without what is run: to be remembered.
QVariantMap toMap(const RunOptions& options);
RunOptions runOptionsFrom(const QVariantMap& map);

// `options` with those changed that a line "# run with: --policy fifo --seed 3" of the program's
// head names, as `turnwise run` calls them; unchanged if there is none.
RunOptions asProgramWishes(RunOptions options, const QString& text);

// What a policy needs to know beside its name, as core/hand/command.h writes it: "random",
// "seed=3".
QStringList policyWithSettings(const QString& policy, const RunOptions& options);

// The engine's command line for running `program`, without the engine's own name.
QStringList engineArguments(const RunOptions& options, const QString& program);

// How a trace was made, as far as its header tells: enough to make it again with its schedule.
RunOptions optionsOf(const trace::Header& header);
// Only who decides, and by which rules; what the header does not tell stays.
void takeRules(RunOptions& options, const trace::Header& header);

}  // namespace turnwise::ui
