// What a search found.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/explore/program.h"
#include "core/sched/schedule.h"

namespace turnwise::explore {

// An access to a cell as a person is shown it.
struct AccessSite {
    ThreadId thread = no_thread;
    Place place = 0;
    Kind kind = Kind::read;     // read, write or update
    std::vector<Object> locks;  // that the thread held, in the order in which it took them
    Position step = 0;          // of the finding's `choices`, in Finding::accesses; else 0
    bool operator==(const AccessSite&) const = default;
};

// Something that is wrong in at least one execution.
struct Finding {
    enum class Kind : std::uint8_t {
        deadlock,
        polling,  // threads poll what nobody will change
        exception,
        assertion,
        race,        // two accesses that no synchronisation orders, at least one a write
        lock_order,  // locks taken in two orders, where no execution ended in a deadlock of them
        lock_held,   // a thread ended and kept a lock
        not_joined,  // a thread that nobody waits for, and whose work races with what others do
        livelock,  // threads go round without progress: in step they can do so for ever, or did up
                   // to a limit
        limit,     // a limit was reached, or the program crashed
    };
    Kind kind = Kind::deadlock;
    // What makes it another finding than others: the same in all processes that search the program.
    // The words of `message` are those of one of its executions, the simplest.
    std::string identity;
    std::string message;               // sentences for a person: names threads, objects and places
    std::vector<ThreadId> threads;     // who takes part
    std::vector<std::string> names;    // their names, in the same order
    std::vector<Object> objects;       // what it is about
    std::vector<Place> places;         // the places that it names; of a race both accesses
    Position step = 0;                 // of `choices`: where it happens
    std::vector<AccessSite> accesses;  // of a race: both, as `places` has them
    // Of a race: the accesses to its cell that executions showed, each once.
    std::vector<AccessSite> all_accesses;
    bool has_all_accesses = true;   // false: there are more
    sched::Schedule schedule;       // replays it: the one with the fewest preemptions that was seen
    std::vector<ThreadId> choices;  // the same as the search numbers threads
    // The order in which that trace was executed, in case the program does something that a search
    // does not see: then that one replays it, and no other.
    sched::Schedule executed;
    std::uint32_t preemptions = 0;  // of that schedule
    bool is_fewest = true;          // no schedule of its trace has fewer
    std::uint64_t executions = 0;   // how many of those explored have it
};

// Whether it is a failure of that execution, rather than advice.
constexpr bool is_failure(Finding::Kind kind) {
    return kind <= Finding::Kind::assertion;
}

// "deadlock", "exception", ... as reports spell them.
std::string_view to_string(Finding::Kind kind);

// A way in which the program can end, as its user sees it.
struct Outcome {
    Ending ending;                 // of the execution below
    std::uint64_t executions = 0;  // how many of those explored end so
    sched::Schedule schedule;      // of one with few preemptions, the same for all searches
    std::vector<ThreadId> choices;
    sched::Schedule executed;       // as above
    std::uint32_t preemptions = 0;  // of that schedule
};

// Why a search is not complete.
enum class Incomplete : std::uint8_t {
    no,          // it is: all behaviours were seen
    sampled,     // a random mode never knows
    executions,  // max_executions
    stopped,     // should_stop, or stop_at_first_finding
    steps,       // some executions were longer than a limit
    not_deterministic,
};

struct Report {
    std::uint64_t executions = 0;  // those that ended, those that were blocked, those that were cut
    std::uint64_t traces = 0;      // exhaustive modes but dfs: distinct behaviours; else 0
    std::uint64_t blocked = 0;     // executions that a sleep set cut off: none in mode `optimal`
    std::uint64_t polling = 0;     // executions that ended as Ending::Kind::cut
    std::uint64_t deadlocks = 0;   // executions in which nothing could go on, or only threads that
                                   // poll in vain
    std::uint64_t failing = 0;     // executions with a failure
    std::uint64_t steps = 0;       // all steps of all executions, with those of re-execution
    std::uint32_t longest = 0;     // steps of the longest execution
    Incomplete incomplete = Incomplete::no;
    bool is_complete() const { return incomplete == Incomplete::no; }
    std::string difference;  // not_deterministic: which step differed and how
    // How many executions the whole search has; `executions` if it is complete, else by an estimate
    // (estimate.h), give or take `estimate_spread`; if that is 0, there are at least so many.
    double estimated_executions = 0;
    double estimate_spread = 0;
    // Grave findings first, and what is simpler first; neither they nor their order depend on the
    // order in which executions were explored. At most Options::most_findings and most_outcomes,
    // those seen first.
    std::vector<Finding> findings;
    std::vector<Outcome> outcomes;
    // How many more there are, of which nothing was kept.
    std::uint64_t findings_left_out = 0;
    std::uint64_t outcomes_left_out = 0;
    bool are_left_out_counted = true;  // false: there are more than these numbers say
    std::vector<std::string> unseen;   // what the program did that was not seen (Program::unseen)
    // Of a part of a search (options.parts), for whoever puts the parts together: executions that
    // show what findings say beside their own, identities of threads that were joined and of those
    // that took part in races, and the execution after which it was stopped.
    std::vector<sched::Schedule> evidence;
    std::vector<std::string> joined;
    std::vector<std::string> racing;
    sched::Schedule last;
    // by_preemptions[k]: traces whose cheapest schedule has k preemptions; empty unless asked for.
    std::vector<std::uint64_t> by_preemptions;
};

}  // namespace turnwise::explore
