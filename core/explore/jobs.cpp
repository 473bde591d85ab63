#include "core/explore/jobs.h"

#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <unordered_map>

#include "core/explore/explorer.h"
#include "core/explore/findings.h"
#include "core/explore/report_builder.h"
#include "core/explore/simplest.h"

namespace turnwise::explore {

namespace {

using nlohmann::json;

// What crosses the pipe: numbers, and schedules as text. What they mean is found out by executing
// them again.
json to_json(const Report& report) {
    json text;
    text["counts"] = {report.executions, report.traces, report.blocked, report.deadlocks,
                      report.failing,    report.steps,  report.longest};
    text["incomplete"] = static_cast<int>(report.incomplete);
    text["difference"] = report.difference;
    text["estimate"] = report.estimated_executions;
    text["preemptions"] = report.by_preemptions;
    text["findings"] = json::array();
    for (const Finding& finding : report.findings)
        text["findings"].push_back({static_cast<int>(finding.kind), finding.message,
                                    finding.schedule.text(), finding.preemptions, finding.is_fewest,
                                    finding.executions});
    text["outcomes"] = json::array();
    for (const Outcome& outcome : report.outcomes)
        text["outcomes"].push_back(
            {outcome.schedule.text(), outcome.preemptions, outcome.executions});
    return text;
}

void write_all(int pipe, const std::string& text) {
    for (std::size_t done = 0; done < text.size();) {
        const ssize_t count = ::write(pipe, text.data() + done, text.size() - done);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return;
        done += static_cast<std::size_t>(count);
    }
}

std::string read_all(int pipe) {
    std::string text;
    char buffer[65536];
    while (true) {
        const ssize_t count = ::read(pipe, buffer, sizeof buffer);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return text;
        text.append(buffer, static_cast<std::size_t>(count));
    }
}

struct Worker {
    pid_t process = 0;
    int pipe = -1;
};

// In the new process: explores, writes the report, and is gone without ending anything that both
// have.
[[noreturn]] void work(Program& program, const Options& options, int pipe) {
    std::string text;
    try {
        text =
            to_json(explore(program, options)).dump(-1, ' ', false, json::error_handler_t::replace);
    } catch (const std::exception& error) {
        text = json({{"error", error.what()}}).dump(-1, ' ', false, json::error_handler_t::replace);
    }
    write_all(pipe, text);
    ::_exit(0);
}

Worker start(Program& program, const Options& options) {
    int ends[2];
    if (::pipe(ends) != 0)
        throw std::runtime_error(fmt::format("No pipe for a worker: {}.", std::strerror(errno)));
    const pid_t process = ::fork();
    if (process < 0)
        throw std::runtime_error(fmt::format("No process for a worker: {}.", std::strerror(errno)));
    if (process == 0) {
        ::close(ends[0]);
        work(program, options, ends[1]);
    }
    ::close(ends[1]);
    return {process, ends[0]};
}

json finish(const Worker& worker) {
    const std::string text = read_all(worker.pipe);
    ::close(worker.pipe);
    int status = 0;
    while (::waitpid(worker.process, &status, 0) < 0 && errno == EINTR) {
    }
    json report = json::parse(text, nullptr, false);
    if (report.is_discarded())
        throw std::runtime_error("A worker died before it had explored its part.");
    if (report.contains("error")) throw std::runtime_error(report["error"].get<std::string>());
    return report;
}

class Merger {
  public:
    Merger(Program& program, const Options& options) : m_program(program), m_options(options) {}

    void add(const json& part) {
        const json& counts = part["counts"];
        m_report.executions += counts[0].get<std::uint64_t>();
        m_report.traces += counts[1].get<std::uint64_t>();
        m_report.blocked += counts[2].get<std::uint64_t>();
        m_report.deadlocks += counts[3].get<std::uint64_t>();
        m_report.failing += counts[4].get<std::uint64_t>();
        m_report.steps += counts[5].get<std::uint64_t>();
        m_report.longest = std::max(m_report.longest, counts[6].get<std::uint32_t>());
        m_report.incomplete =
            std::max(m_report.incomplete, static_cast<Incomplete>(part["incomplete"].get<int>()));
        if (m_report.difference.empty()) m_report.difference = part["difference"];
        m_report.estimated_executions += part["estimate"].get<double>();
        const auto preemptions = part["preemptions"].get<std::vector<std::uint64_t>>();
        if (preemptions.size() > m_report.by_preemptions.size())
            m_report.by_preemptions.resize(preemptions.size());
        for (std::size_t index = 0; index < preemptions.size(); ++index)
            m_report.by_preemptions[index] += preemptions[index];
        for (const json& finding : part["findings"])
            add_finding(finding);
        for (const json& outcome : part["outcomes"])
            add_outcome(outcome);
    }

    Report take() {
        leave_out_parts_of_deadlocks(m_report.findings);
        return std::move(m_report);
    }

  private:
    // The same finding has the same words in each process.
    void add_finding(const json& text) {
        const auto kind = static_cast<Finding::Kind>(text[0].get<int>());
        const auto message = text[1].get<std::string>();
        const auto preemptions = text[3].get<std::uint32_t>();
        const auto known = std::ranges::find_if(m_report.findings, [&](const Finding& finding) {
            return finding.kind == kind && finding.message == message;
        });
        std::uint64_t executions = text[5].get<std::uint64_t>();
        if (known != m_report.findings.end()) {
            executions += known->executions;
            if (known->preemptions <= preemptions) {
                known->executions = executions;
                return;
            }
        }
        const Replay again = replay(m_program, sched::Schedule::parse(text[2].get<std::string>()),
                                    m_options.max_steps);
        Findings findings(m_program, m_options);
        findings.look_at(again.execution, again.ending);
        std::vector<Finding> seen = findings.take();
        const auto place = std::ranges::find_if(seen, [&](const Finding& finding) {
            return finding.kind == kind && finding.message == message;
        });
        Finding finding;
        if (place != seen.end()) finding = std::move(*place);
        finding.kind = kind;
        finding.message = message;
        finding.schedule = schedule_of(m_program, again.execution.events());
        finding.choices = again.choices();
        finding.preemptions = preemptions;
        finding.is_fewest = text[4].get<bool>();
        finding.executions = executions;
        if (known != m_report.findings.end())
            *known = std::move(finding);
        else
            m_report.findings.push_back(std::move(finding));
    }

    void add_outcome(const json& text) {
        const Replay again = replay(m_program, sched::Schedule::parse(text[0].get<std::string>()),
                                    m_options.max_steps);
        const auto preemptions = text[1].get<std::uint32_t>();
        std::string key;
        append_outcome_key(key, again.ending);
        const auto [place, is_new] = m_outcomes.try_emplace(key, m_report.outcomes.size());
        if (is_new) m_report.outcomes.emplace_back().preemptions = SimplestOrder::unknown;
        Outcome& outcome = m_report.outcomes[place->second];
        outcome.executions += text[2].get<std::uint64_t>();
        if (preemptions >= outcome.preemptions) return;
        outcome.ending = again.ending;
        outcome.schedule = schedule_of(m_program, again.execution.events());
        outcome.choices = again.choices();
        outcome.preemptions = preemptions;
    }

    Program& m_program;
    const Options& m_options;
    Report m_report;
    std::unordered_map<std::string, std::size_t> m_outcomes;  // index in the report, by key
};

}  // namespace

Report explore_with_jobs(Program& program, const Options& options, unsigned jobs) {
    if (jobs < 2) return explore(program, options);
    std::vector<Worker> workers;
    for (unsigned job = 0; job < jobs; ++job) {
        Options part = options;
        part.mode = Mode::optimal;
        part.part = job;
        part.parts = jobs;
        part.max_executions = (options.max_executions + jobs - 1) / jobs;
        workers.push_back(start(program, part));
    }
    std::vector<json> reports;
    std::string error;
    for (const Worker& worker : workers) {
        try {
            reports.push_back(finish(worker));
        } catch (const std::runtime_error& failure) {
            error = failure.what();
        }
    }
    if (!error.empty()) throw std::runtime_error(error);
    Merger merger(program, options);
    for (const json& report : reports)
        merger.add(report);
    return merger.take();
}

}  // namespace turnwise::explore
