// Collects what is wrong in the executions of a search: each thing once, with the simplest schedule
// that shows it.
#pragma once

#include <initializer_list>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/explore/access_sites.h"
#include "core/explore/distinct.h"
#include "core/explore/lock_order.h"
#include "core/explore/options.h"
#include "core/explore/races.h"
#include "core/explore/report.h"

namespace turnwise::explore {

class Findings {
  public:
    Findings(const Program& program, const Options& options)
        : m_program(program), m_options(options), m_lock_order(program) {}

    void look_at(const Execution& execution, const Ending& ending);
    // Whether a deadlock, an exception or a failed assertion was found.
    bool has_failure() const { return m_has_failure; }
    // What was found so far, in the order in which it was first seen. Valid until the next
    // execution.
    std::size_t size() const { return m_found.size(); }
    const Finding& operator[](std::size_t index) const { return m_found[index].finding; }
    // Called once, at the end: what turned out to be part of something worse is left out.
    std::vector<Finding> take();
    // Those that are more than Options::most_findings.
    const Distinct& left_out() const { return m_left_out; }
    // Report::evidence and Report::joined.
    std::vector<sched::Schedule> take_evidence() { return std::move(m_evidence); }
    std::vector<std::string> joined() const;

  private:
    struct Found {
        Finding finding;
        std::uint64_t last_execution = 0;  // that has it
    };
    // Counts what m_key names; make(finding) fills in its words when it is new.
    template <typename Make>
    void add(Finding::Kind kind, const Execution& execution, Position step, Make&& make);

    void add_to_key(std::initializer_list<std::uint32_t> numbers);
    void keep_simplest(Finding& finding, const Execution& execution, Position step);
    void look_at_deadlock(const Execution& execution, const Ending& ending);
    void look_at_failures(const Execution& execution, const Ending& ending);
    void look_at_limit(const Execution& execution, const Ending& ending);
    void look_at_races(const Execution& execution);
    void look_at_lock_order(const Execution& execution);
    void look_at_leaks(const Execution& execution);
    void look_at_joins(const Execution& execution);
    void name_threads(Finding& finding, std::vector<ThreadId> threads) const;
    std::string words_of(const AccessSite& site) const;

    const Program& m_program;
    const Options& m_options;
    std::vector<Found> m_found;
    std::unordered_map<std::string, std::size_t> m_index;  // in m_found, by what makes it distinct
    Distinct m_left_out;
    std::string m_key;
    std::uint64_t m_executions = 0;
    bool m_has_failure = false;
    SyncOrder m_order;
    RaceDetector m_races;
    AccessSites m_sites;
    std::vector<sched::Schedule> m_evidence;
    LockOrder m_lock_order;
    std::vector<bool> m_is_joined;  // by thread: in some execution
    std::vector<bool> m_is_racing;  // by thread: took part in a race
};

// Leaves out lock orders that a deadlock which was found consists of.
void leave_out_parts_of_deadlocks(std::vector<Finding>& findings);

}  // namespace turnwise::explore
