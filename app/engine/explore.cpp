#include "app/engine/explore.h"

#include <algorithm>
#include <csignal>
#include <utility>

#include "app/engine/explore_json.h"
#include "app/engine/explore_replays.h"
#include "app/engine/explore_stream.h"
#include "app/engine/json_lines.h"
#include "app/engine/real_time.h"
#include "app/engine/watchdog.h"
#include "core/explore/explorer.h"
#include "core/explore/jobs.h"
#include "core/python/explored_program.h"

namespace turnwise::engine {

namespace {

constexpr unsigned probes = 12;
// What is spent on the question whether CPython 3.11 could do it.
constexpr std::uint64_t executions_for_cpython = 20'000;
constexpr double seconds_for_cpython = 5;
// On critical steps: of one finding, of all.
constexpr double seconds_to_explain_one = 4;
constexpr double seconds_to_explain_all = 12;
// How long an execution may take, or less where the whole search may.
constexpr double least_patience = 2;
constexpr double most_patience = 20;

double patience(double max_seconds) {
    return max_seconds > 0 ? std::clamp(max_seconds, least_patience, most_patience) : most_patience;
}

volatile std::sig_atomic_t is_told_to_stop = 0;

void stop_search(int) {
    is_told_to_stop = 1;
}

sched::Options rules(const EngineOptions& options, const std::string& granularity) {
    sched::Options rules = options.scheduling;
    const char* output = options.explore.observed.empty() ? "" : "/stdout";
    sched::apply_mode(granularity + "/" + options.explore.time + output, rules);
    return rules;
}

class Search final {
  public:
    explicit Search(const EngineOptions& options)
        : m_options(options),
          m_program(options.program, rules(options, options.explore.granularity)),
          m_replays(m_program, options.explore.search.max_steps),
          m_stream(m_program, m_replays, m_lines, options.explore.tree) {}

    int run();

  private:
    explore::Report search(std::uint64_t max_executions, double max_seconds, bool tells);
    void probe(Watchdog& watchdog);
    explore::Report search_cpython();
    std::vector<Confirmation> confirm(const explore::Report& report, Watchdog& watchdog);
    Json explained(explore::Report report);
    Json report_json(const explore::Report& report, const std::vector<std::string>& schedules,
                     const std::vector<Confirmation>& confirmations) const;

    const EngineOptions& m_options;
    python::ExploredProgram m_program;
    Replays m_replays;
    JsonLines m_lines;
    SearchStream m_stream;
    std::uint64_t m_shared_cells = 0;
    double m_seconds = 0;  // that the search took
    Json m_last_words;     // what is told if the program gets stuck; null: that it did
};

// Whether a cell is shared, a few executions show that take turns in other ways; the search that
// follows need not begin anew then.
void Search::probe(Watchdog& watchdog) {
    m_program.begin_search();
    m_program.set_polls(explore::Polls::resume);
    std::uint64_t number = 1;
    for (unsigned i = 0; i < probes; ++i) {
        watchdog.alive();
        m_program.restart();
        bool has_choice = false;
        for (std::uint32_t steps = 0; steps < m_options.explore.search.max_steps; ++steps) {
            const auto enabled = m_program.enabled();
            if (enabled.empty()) break;
            has_choice = has_choice || enabled.size() > 1;
            number = number * 6364136223846793005ULL + 1442695040888963407ULL;
            const std::size_t place = i == 0   ? 0
                                      : i == 1 ? enabled.size() - 1
                                               : (number >> 33) % enabled.size();
            m_program.step(enabled[place]);
        }
        if (m_program.enabled().empty() && m_program.ending().kind == explore::Ending::Kind::limit)
            break;  // slow
        if (!has_choice) break;
    }
}

explore::Report Search::search(std::uint64_t max_executions, double max_seconds, bool tells) {
    explore::Options options = m_options.explore.search;
    options.estimates = tells;
    options.max_executions = max_executions;
    const double begin = real_seconds();
    bool is_over = false;
    Watchdog watchdog(m_lines, patience(max_seconds), m_last_words);
    std::uint64_t pulse = 0;
    options.should_stop = [&](const explore::Progress& progress) {
        if (std::exchange(pulse, progress.pulse()) != pulse) watchdog.alive();
        if (m_program.has_learnt()) return true;
        if (tells) m_stream.tell(progress);
        is_over = is_told_to_stop || (max_seconds > 0 && real_seconds() - begin > max_seconds);
        return is_over;
    };
    const unsigned jobs = tells ? m_options.explore.jobs : 1;
    probe(watchdog);
    while (true) {
        watchdog.alive();
        m_program.begin_search();
        if (tells) m_stream.begin();
        explore::Report report =
            explore::explore_with_jobs(m_program, options, jobs, tells ? &m_stream : nullptr,
                                       [this] { return m_program.has_learnt(); });
        if (m_program.has_learnt() && !is_over) continue;
        if (tells) m_stream.tell();
        return report;
    }
}

// The same search where threads switch only where CPython 3.11 looks whether they shall.
explore::Report Search::search_cpython() {
    m_program.set_options(rules(m_options, "cpython"));
    explore::Report report = search(executions_for_cpython, seconds_for_cpython, false);
    m_program.set_options(rules(m_options, m_options.explore.granularity));
    return report;
}

bool is_same(const explore::Finding& a, const explore::Finding& b) {
    using Kind = explore::Finding::Kind;
    if (a.kind != b.kind) return false;
    if (a.kind == Kind::exception || a.kind == Kind::assertion) return a.identity == b.identity;
    if (a.kind == explore::Finding::Kind::polling) return a.threads == b.threads;
    if (a.objects != b.objects) return false;
    return a.kind == explore::Finding::Kind::race ? a.identity == b.identity
                                                  : a.threads == b.threads;
}

std::vector<Confirmation> Search::confirm(const explore::Report& report, Watchdog& watchdog) {
    std::vector<Confirmation> confirmations;
    double seconds = seconds_to_explain_all;
    for (const explore::Finding& finding : report.findings) {
        Confirmation& confirmation = confirmations.emplace_back(m_replays.confirm(finding));
        const double begin = real_seconds();
        if (seconds > 0)
            m_replays.explain(finding, confirmation, std::min(seconds, seconds_to_explain_one));
        seconds -= real_seconds() - begin;
    }
    if (report.findings.empty() || m_options.explore.granularity != "bytecode")
        return confirmations;
    watchdog.pause();  // that search has one of its own
    const explore::Report on_cpython = search_cpython();
    for (std::size_t i = 0; i < report.findings.size(); ++i) {
        // That a loop goes on for long says nothing about a version of Python.
        if (report.findings[i].kind == explore::Finding::Kind::livelock ||
            report.findings[i].kind == explore::Finding::Kind::limit)
            continue;
        const bool is_there = std::ranges::any_of(on_cpython.findings, [&](const auto& finding) {
            return is_same(finding, report.findings[i]);
        });
        confirmations[i].on_cpython = is_there                   ? "possible"
                                      : on_cpython.is_complete() ? "impossible"
                                                                 : "not found";
    }
    return confirmations;
}

// With schedules, replayed. That goes other ways than the search did, which may have been stopped
// early, and so may get stuck where it did not.
Json Search::explained(explore::Report report) {
    m_last_words = {{"report", report_json(report, {}, {})}};
    Watchdog watchdog(m_lines, patience(m_options.explore.max_seconds), m_last_words);
    m_replays.set_pulse([&] { watchdog.alive(); });
    for (explore::Finding& finding : report.findings)
        m_replays.settle(finding);
    std::vector<std::string> schedules;
    for (explore::Outcome& outcome : report.outcomes) {
        m_replays.settle(outcome);
        const std::optional<Replayed> replayed = m_replays.replay(outcome.choices);
        schedules.push_back(replayed ? replayed->schedule : "");
    }
    const std::vector<Confirmation> confirmations = confirm(report, watchdog);
    m_replays.set_pulse({});
    return report_json(report, schedules, confirmations);
}

Json Search::report_json(const explore::Report& report, const std::vector<std::string>& schedules,
                         const std::vector<Confirmation>& confirmations) const {
    Json outcomes = Json::array();
    for (std::size_t i = 0; i < report.outcomes.size(); ++i)
        outcomes.push_back(
            outcome_json(report.outcomes[i], i < schedules.size() ? schedules[i] : ""));
    Json findings = Json::array();
    for (std::size_t i = 0; i < report.findings.size(); ++i)
        findings.push_back(
            finding_json(report.findings[i],
                         i < confirmations.size() ? confirmations[i] : Confirmation(), m_program));
    return {{"complete", report.is_complete()},
            {"incomplete", reason_of(report.incomplete)},
            {"difference", report.difference},
            {"executions", report.executions},
            {"traces", report.traces},
            {"blocked_executions", report.blocked},
            {"polling_executions", report.polling},
            {"deadlocks", report.deadlocks},
            {"failing", report.failing},
            {"longest", report.longest},
            {"estimated_executions", report.estimated_executions},
            {"estimate_spread", report.estimate_spread},
            {"shared_cells", m_shared_cells},
            {"unseen", report.unseen},
            {"granularity", m_options.explore.granularity},
            {"mode", explore::to_string(m_options.explore.search.mode)},
            {"time", m_options.explore.time},
            {"observes_stdout", !m_options.explore.observed.empty()},
            {"several_threads_print", m_program.do_several_threads_print()},
            {"traces_by_preemptions", report.by_preemptions},
            {"findings", findings},
            {"outcomes", outcomes},
            {"findings_left_out", report.findings_left_out},
            {"outcomes_left_out", report.outcomes_left_out},
            {"left_out_are_counted", report.are_left_out_counted},
            {"seconds", m_seconds}};
}

int Search::run() {
    std::signal(SIGTERM, stop_search);
    std::signal(SIGINT, stop_search);
    try {
        const explore::Report report =
            search(m_options.explore.search.max_executions, m_options.explore.max_seconds, true);
        m_shared_cells = m_program.shared_cells();
        m_stream.tell_progress(report.executions, report.estimated_executions);
        m_seconds = m_stream.seconds();
        m_lines.write({{"report", explained(report)}});
        return 0;
    } catch (const python::NotExplorable& error) {
        m_lines.write({{"refused", error.what()}});
        return 2;
    } catch (const sched::ScheduleError& error) {  // another process could do it
        m_lines.write(
            {{"refused",
              std::string("The program cannot be explored, for it is not deterministic. ") +
                  error.what()},
             {"inconclusive", true}});
        return 3;
    }
}

}  // namespace

int explore(const EngineOptions& options) {
    return Search(options).run();
}

}  // namespace turnwise::engine
