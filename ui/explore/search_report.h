// What a search has found, as the window shows it: the engine's report (app/README.md), read.
#pragma once

#include <QString>
#include <QStringList>
#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <vector>

namespace turnwise::ui {

// A place in the program that a finding names.
struct FoundPlace {
    QString file;
    int line = 0;  // 0: not known
    QString function;
    std::vector<FoundPlace> callers;  // the calls that led there, innermost first
};

// An access to the variable of a race.
struct FoundAccess {
    FoundPlace place;
    QStringList threads;  // one, or all that were seen to do it
    QString kind;         // "read", "write", "update"
    QStringList locks;    // held there, in the order in which they were taken
};

// A step of the run that a schedule makes: it begins with the decision of that number in its trace,
// or, where nobody else could have gone on, between that one and the one before.
struct FoundStep {
    std::uint64_t number = 0;
    QString thread;
    QString operation;  // "acquire", ..., as the engine says
    FoundPlace place;
};

// The nearest execution that passes: as the failing one until `step`, and there another thread.
struct FoundSibling {
    QString schedule;
    FoundStep step;
};

struct FoundProblem {
    enum class Kind {
        deadlock,
        polling,  // what nobody will change
        exception,
        assertion,
        race,
        lock_order,
        lock_held,
        not_joined,
        livelock,
        limit,
        other,  // of an engine that knows more than this window
    };
    Kind kind = Kind::other;
    QString message;  // the engine's own words, in English
    QStringList threads;
    QStringList objects;
    std::vector<FoundPlace> places;
    std::vector<FoundAccess> race;      // both accesses
    std::vector<FoundAccess> accesses;  // all that were seen to touch that variable
    bool areAllAccesses = true;
    QString schedule;
    int preemptions = 0;
    std::uint64_t executions = 0;  // that have it
    QString reproduced;            // "10/10"; "" if it was not tried
    QString traceback;
    QString onCpython;  // "possible", "impossible", "not found", or "" where that was not asked
    std::optional<std::uint64_t> step;  // where it happens
    std::optional<FoundStep> critical;  // after it every continuation fails
    std::optional<FoundSibling> sibling;
    bool everyScheduleFails = false;
};

// Whether the execution that has it fails, or it is advice.
bool isFailure(FoundProblem::Kind kind);

struct FoundOutcome {
    QString kind;  // "finished", "deadlock", "polling", "exception", "crashed", "limit"
    QString output;
    QString exception;  // "" for none
    std::uint64_t count = 0;
    QString schedule;
    int preemptions = 0;
};

struct SearchReport {
    bool isComplete = false;
    QString incomplete;  // why not: "max-executions", "stopped", "max-steps", "sampled",
                         // "not-deterministic"
    QString difference;  // of a program that is not deterministic
    std::uint64_t executions = 0;
    std::uint64_t ended = 0;  // those that were not cut off
    QStringList unseen;  // what touched shared objects in ways that are not seen: "copy (line 6)"
    double estimatedExecutions = 0;  // of the whole search
    double seconds = 0;
    QString granularity;
    QString mode;
    QString time;
    std::vector<FoundProblem> problems;  // by kind, failures first
    std::vector<FoundOutcome> outcomes;
    // How many more there are that were counted only.
    std::uint64_t problemsLeftOut = 0;
    std::uint64_t outcomesLeftOut = 0;
    bool areLeftOutCounted = true;  // false: these are the least that there are
};

// Members that are missing, or of another type, are as if they were not known.
FoundProblem problemFrom(const nlohmann::ordered_json& json);
SearchReport reportFrom(const nlohmann::ordered_json& json);

}  // namespace turnwise::ui
