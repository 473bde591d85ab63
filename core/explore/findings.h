// Collects what is wrong in the executions of a search: each thing once, with the simplest schedule
// that shows it.
#pragma once

#include <initializer_list>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/explore/access_sites.h"
#include "core/explore/canonical.h"
#include "core/explore/distinct.h"
#include "core/explore/lock_order.h"
#include "core/explore/lock_takers.h"
#include "core/explore/options.h"
#include "core/explore/races.h"
#include "core/explore/report.h"
#include "core/explore/simplest.h"

namespace turnwise::explore {

class Findings {
  public:
    Findings(const Program& program, const Options& options)
        : m_program(program), m_options(options), m_lock_order(program) {}

    // The order in which executions come is no matter to take().
    void look_at(const Canonical& canonical);
    // Whether a deadlock, an exception or a failed assertion was found.
    bool has_failure() const { return m_has_failure; }
    // What was found so far, in the order in which it was first seen. Valid until the next
    // execution.
    std::size_t size() const { return m_found.size(); }
    const Finding& operator[](std::size_t index) const { return m_found[index].finding; }
    // Called once, at the end: what turned out to be part of something worse is left out. Grave
    // ones first, of these the simple ones.
    std::vector<Finding> take();
    // Those that are more than Options::most_findings.
    const Distinct& left_out() const { return m_left_out; }
    // Report::evidence, Report::joined and Report::racing.
    std::vector<sched::Schedule> take_evidence() { return std::move(m_evidence); }
    std::vector<std::string> joined() const { return identities_of(m_is_joined); }
    std::vector<std::string> racing() const { return identities_of(m_is_racing); }

  private:
    struct Found {
        Found() { finding.preemptions = SimplestOrder::unknown; }

        Finding finding;
        Rank rank;                         // of the execution that the words come from
        std::uint64_t last_execution = 0;  // that has it
    };
    // Counts what m_key names; make(finding) fills in its words where it is new, or simpler than
    // before.
    template <typename Make>
    void add(Finding::Kind kind, Position step, Make&& make);
    template <typename Make>
    void count(Found& found, Position step, Make&& make);
    template <typename Make>
    void keep_simplest(Found& found, Position step, Make&& make);

    void add_to_key(std::initializer_list<std::uint32_t> numbers);
    void put_in_order(Finding& finding, std::vector<Position> order, Position step);
    void look_at_deadlock();
    void look_at_livelock();
    void look_at_failures();
    void look_at_limit();
    void look_at_races();
    void look_at_lock_order();
    void look_at_leaks();
    void look_at_joins();
    void collect_accesses(Finding& finding) const;
    std::vector<std::string> identities_of(const std::vector<bool>& threads) const;
    const Execution& execution() const { return m_canonical->execution(); }
    const Ending& ending() const { return m_canonical->ending(); }
    void name_threads(Finding& finding, std::vector<ThreadId> threads) const;
    std::string words_of(const AccessSite& site) const;

    const Program& m_program;
    const Options& m_options;
    const Canonical* m_canonical = nullptr;  // what is looked at
    std::vector<Found> m_found;
    std::vector<Found> m_started;  // by thread: what is to be said if nobody waits for it
    std::unordered_map<std::string, std::size_t> m_index;  // in m_found, by what makes it distinct
    std::size_t m_failures = 0;                            // of those found
    std::size_t m_advice = 0;                              // the others
    Distinct m_left_out;
    std::string m_key;
    std::uint64_t m_executions = 0;
    bool m_has_failure = false;
    SyncOrder m_order;
    RaceDetector m_races;
    AccessSites m_sites;
    std::vector<sched::Schedule> m_evidence;
    LockOrder m_lock_order;
    LockTakers m_takers;
    std::vector<bool> m_is_joined;  // by thread: in some execution
    std::vector<bool> m_is_racing;  // by thread: took part in a race
};

// Leaves out lock orders that a deadlock which was found consists of.
void leave_out_parts_of_deadlocks(std::vector<Finding>& findings);

}  // namespace turnwise::explore
