#include "app/engine/explore.h"

#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <stdexcept>

#include "app/engine/explore_json.h"
#include "app/engine/json_lines.h"
#include "core/explore/explorer.h"
#include "core/python/explored_program.h"

namespace turnwise::engine {

namespace {

constexpr unsigned confirmations = 10;
constexpr double seconds_between_reports = 0.2;
constexpr unsigned probes = 12;
// What is spent on the question whether CPython 3.11 could do it.
constexpr std::uint64_t executions_for_cpython = 20'000;
constexpr double seconds_for_cpython = 5;

// The system's clock, asked past the C library, whose clocks are virtual here.
double real_seconds() {
    timespec now;
    syscall(SYS_clock_gettime, CLOCK_MONOTONIC, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

sched::Options rules(const EngineOptions& options, const std::string& granularity) {
    sched::Options rules = options.scheduling;
    const char* output = options.explore.observed.empty() ? "" : "/stdout";
    sched::apply_mode(granularity + "/" + options.explore.time + output, rules);
    return rules;
}

class Search {
  public:
    explicit Search(const EngineOptions& options)
        : m_options(options), m_program(options.program, rules(options, options.explore.granularity)) {}

    int run();

  private:
    explore::Report search(std::uint64_t max_executions, double max_seconds, bool tells);
    void probe();
    void tell_progress(bool is_due);
    Confirmation confirm(const explore::Finding& finding);
    std::string schedule_for(const std::vector<ThreadId>& choices);
    bool execute(const std::vector<ThreadId>& choices);
    explore::Report search_cpython();
    Json report_json(const explore::Report& report);

    const EngineOptions& m_options;
    python::ExploredProgram m_program;
    JsonLines m_lines;
    const double m_begin = real_seconds();
    double m_last_told = 0;
    std::uint64_t m_executions = 0;
    std::uint64_t m_restarts = 0;
    std::uint64_t m_shared_cells = 0;
};

// Whether a cell is shared, a few executions show that take turns in other ways; the search that follows need not
// begin anew then.
void Search::probe() {
    m_program.begin_search();
    std::uint64_t number = 1;
    for (unsigned i = 0; i < probes; ++i) {
        m_program.restart();
        for (std::uint32_t steps = 0; steps < m_options.explore.search.max_steps; ++steps) {
            const auto enabled = m_program.enabled();
            if (enabled.empty()) break;
            number = number * 6364136223846793005ULL + 1442695040888963407ULL;
            const std::size_t place = i == 0 ? 0 : i == 1 ? enabled.size() - 1 : (number >> 33) % enabled.size();
            m_program.step(enabled[place]);
        }
        if (m_program.enabled().empty() && m_program.ending().kind == explore::Ending::Kind::limit) break;  // slow
    }
}

explore::Report Search::search(std::uint64_t max_executions, double max_seconds, bool tells) {
    explore::Options options = m_options.explore.search;
    options.max_executions = max_executions;
    const double begin = real_seconds();
    bool is_time_over = false;
    options.should_stop = [&] {
        ++m_executions;
        if (tells) tell_progress(false);
        is_time_over = max_seconds > 0 && real_seconds() - begin > max_seconds;
        return is_time_over || m_program.has_learnt();
    };
    probe();
    for (;; ++m_restarts) {
        m_program.begin_search();
        m_executions = 0;
        explore::Report report = explore::explore(m_program, options);
        if (!m_program.has_learnt() || is_time_over) return report;
    }
}

void Search::tell_progress(bool is_due) {
    const double now = real_seconds();
    if (!is_due && now - m_last_told < seconds_between_reports) return;
    m_last_told = now;
    m_lines.write({{"progress", {{"executions", m_executions}, {"seconds", now - m_begin}}}});
}

// Executes these choices; where they end early whoever ran last goes on as long as it can.
bool Search::execute(const std::vector<ThreadId>& choices) {
    m_program.restart();
    ThreadId last = main_thread_id;
    for (std::uint32_t step = 0; step < m_options.explore.search.max_steps; ++step) {
        const auto enabled = m_program.enabled();
        if (enabled.empty()) return true;
        const ThreadId wanted = step < choices.size() ? choices[step] : last;
        const bool can = std::ranges::binary_search(enabled, wanted);
        if (!can && step < choices.size()) return false;
        last = can ? wanted : enabled.front();
        m_program.step(last);
    }
    return true;
}

std::string Search::schedule_for(const std::vector<ThreadId>& choices) {
    m_program.keep_schedules(true);
    const bool fits = execute(choices);
    m_program.keep_schedules(false);
    return fits ? m_program.schedule_text() : "";
}

// The kinds of endings that a finding is a matter of; a race or an unjoined thread is one of the way there.
bool ends_so(const explore::Finding& finding, const explore::Ending& ending) {
    using Kind = explore::Finding::Kind;
    switch (finding.kind) {
        case Kind::deadlock: return ending.kind == explore::Ending::Kind::deadlock;
        case Kind::exception:
        case Kind::assertion: return !ending.failures.empty();
        case Kind::limit:
        case Kind::livelock: return ending.kind == explore::Ending::Kind::limit || ending.kind == explore::Ending::Kind::finished;
        default: return true;
    }
}

Confirmation Search::confirm(const explore::Finding& finding) {
    Confirmation confirmation;
    confirmation.schedule = schedule_for(finding.choices);
    if (confirmation.schedule.empty()) return confirmation;
    const bool is_slow = m_program.ending().kind == explore::Ending::Kind::limit;
    const unsigned wanted = is_slow ? 1 : confirmations;
    for (; confirmation.executions < wanted; ++confirmation.executions)
        if (execute(finding.choices) && ends_so(finding, m_program.ending())) ++confirmation.reproduced;
    return confirmation;
}

// The same search where threads switch only where CPython 3.11 looks whether they shall.
explore::Report Search::search_cpython() {
    m_program.set_options(rules(m_options, "cpython"));
    explore::Report report = search(executions_for_cpython, seconds_for_cpython, false);
    m_program.set_options(rules(m_options, m_options.explore.granularity));
    return report;
}

bool is_same(const explore::Finding& a, const explore::Finding& b) {
    if (a.kind != b.kind || a.objects != b.objects) return false;
    // Which access comes first in a step of several is no matter.
    return a.kind == explore::Finding::Kind::race || a.threads == b.threads;
}

Json Search::report_json(const explore::Report& report) {
    Json findings = Json::array();
    Json outcomes = Json::array();
    for (const explore::Outcome& outcome : report.outcomes)
        outcomes.push_back(outcome_json(outcome, schedule_for(outcome.choices)));
    std::vector<Confirmation> confirmed;
    std::vector<explore::Ending> endings;
    for (const explore::Finding& finding : report.findings) {
        confirmed.push_back(confirm(finding));
        execute(finding.choices);
        endings.push_back(m_program.ending());
    }
    const double seconds = real_seconds() - m_begin;
    if (!report.findings.empty() && m_options.explore.granularity == "bytecode") {
        const explore::Report on_cpython = search_cpython();
        for (std::size_t i = 0; i < report.findings.size(); ++i) {
            const bool is_there = std::ranges::any_of(
                on_cpython.findings, [&](const auto& finding) { return is_same(finding, report.findings[i]); });
            confirmed[i].on_cpython = is_there ? "possible" : on_cpython.is_complete() ? "impossible" : "not found";
        }
    }
    for (std::size_t i = 0; i < report.findings.size(); ++i)
        findings.push_back(finding_json(report.findings[i], confirmed[i], endings[i], m_program));
    return {{"complete", report.is_complete()},
            {"incomplete", reason_of(report.incomplete)},
            {"difference", report.difference},
            {"executions", report.executions},
            {"traces", report.traces},
            {"blocked_executions", report.blocked},
            {"deadlocks", report.deadlocks},
            {"failing", report.failing},
            {"longest", report.longest},
            {"estimated_executions", report.estimated_executions},
            {"shared_cells", m_shared_cells},
            {"granularity", m_options.explore.granularity},
            {"mode", explore::to_string(m_options.explore.search.mode)},
            {"time", m_options.explore.time},
            {"traces_by_preemptions", report.by_preemptions},
            {"findings", findings},
            {"outcomes", outcomes},
            {"seconds", seconds}};
}

int Search::run() {
    try {
        const explore::Report report =
            search(m_options.explore.search.max_executions, m_options.explore.max_seconds, true);
        m_shared_cells = m_program.shared_cells();
        m_executions = report.executions;
        tell_progress(true);
        m_lines.write({{"report", report_json(report)}});
        return 0;
    } catch (const python::NotExplorable& error) {
        m_lines.write({{"refused", error.what()}});
        return 2;
    }
}

}  // namespace

int explore(const EngineOptions& options) {
    return Search(options).run();
}

}  // namespace turnwise::engine
