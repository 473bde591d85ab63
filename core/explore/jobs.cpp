#include "core/explore/jobs.h"

#include <fmt/format.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <limits>
#include <stdexcept>
#include <vector>

#include "core/explore/explorer.h"
#include "core/explore/job_merge.h"
#include "core/explore/job_text.h"
#include "core/explore/split.h"

namespace turnwise::explore {

namespace {

using nlohmann::json;

constexpr int milliseconds_between_questions = 100;

// Values that all processes see, 0 at first.
template <typename Value>
class Shared {
  public:
    explicit Shared(std::size_t count)
        : m_size(count * sizeof(Value)),
          m_values(static_cast<Value*>(
              ::mmap(nullptr, m_size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0))) {
        if (m_values == MAP_FAILED) throw std::runtime_error("No memory that processes share.");
    }
    Shared(const Shared&) = delete;
    Shared& operator=(const Shared&) = delete;
    ~Shared() { ::munmap(m_values, m_size); }

    Value& operator[](std::size_t index) { return m_values[index]; }
    const Value& operator[](std::size_t index) const { return m_values[index]; }

  private:
    const std::size_t m_size;
    Value* const m_values;
};

using Flag = std::atomic<bool>;
using Count = std::atomic<std::uint64_t>;

// --- in a new process

void write_line(int pipe, const json& object) {
    const std::string text = object.dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
    for (std::size_t done = 0; done < text.size();) {
        const ssize_t count = ::write(pipe, text.data() + done, text.size() - done);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) ::_exit(1);  // nobody reads any more
        done += static_cast<std::size_t>(count);
    }
}

class FindingsTeller final : public Observer {
  public:
    explicit FindingsTeller(int pipe) : m_pipe(pipe) {}
    bool looks_at_tree() const override { return false; }
    void on_finding(const Finding& finding) override {
        write_line(m_pipe, {{"found", to_json(finding)}});
    }

  private:
    const int m_pipe;
};

// Explores, writes the report, and is gone without ending anything that both processes have.
[[noreturn]] void work(Program& program, Options part, const Flag& stop, Count& executions,
                       const std::function<bool()>& is_void, int pipe) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    bool was_void = false;
    std::uint64_t next = 1;
    part.should_stop = [&](const Progress& progress) {
        ++executions;
        was_void = is_void && is_void();
        if (progress.executions() >= next) {
            next = progress.executions() + std::clamp<std::uint64_t>(next / 8, 1, 512);
            write_line(pipe, {{"executions", progress.executions()},
                              {"steps", progress.steps()},
                              {"estimate", progress.estimated_executions()}});
        }
        return was_void || stop;
    };
    try {
        FindingsTeller teller(pipe);
        const Report report = explore(program, part, &teller);
        write_line(pipe, {{"report", to_json(report, was_void)}});
    } catch (const std::exception& error) {
        write_line(pipe, {{"error", error.what()}});
    }
    ::_exit(0);
}

// --- in the one that asked

struct Worker {
    pid_t process = 0;
    int pipe = -1;
    std::string rest;  // of a line
    std::uint64_t executions = 0;
    std::uint64_t steps = 0;
    double estimate = 0;
    std::optional<ReportOfJob> report;
    std::string error;
};

class Jobs final : private Progress {
  public:
    Jobs(Program& program, const Options& options, unsigned jobs, Observer* observer)
        : m_program(program),
          m_options(options),
          m_observer(observer),
          m_ended(jobs),
          m_again(program, options, jobs) {}

    ~Jobs() override {
        m_stop[0] = true;
        for (Worker& worker : m_workers)
            end(worker);
    }

    // What there is to be explored. Before all others.
    std::vector<Task> share_out(unsigned jobs) {
        Options whole = m_options;
        whole.parts = jobs;
        std::vector<Task> tasks = split(m_program, whole, [this] {
            ++m_beginnings;
            if (m_options.should_stop && m_options.should_stop(*this)) m_stop[0] = true;
            return m_stop[0].load();
        });
        m_program.come_to_rest();
        return tasks;
    }

    void start(const Options& part, const std::function<bool()>& is_void) {
        int ends[2];
        if (::pipe(ends) != 0)
            throw std::runtime_error(
                fmt::format("No pipe for a process: {}.", std::strerror(errno)));
        const pid_t process = ::fork();
        if (process < 0)
            throw std::runtime_error(
                fmt::format("No process to share the search: {}.", std::strerror(errno)));
        if (process == 0) {
            ::close(ends[0]);
            work(m_program, part, m_stop[0], m_ended[part.part], is_void, ends[1]);
        }
        ::close(ends[1]);
        m_workers.emplace_back().process = process;
        m_workers.back().pipe = ends[0];
    }

    // Until all have told their reports.
    void listen() {
        std::vector<pollfd> pipes;
        while (true) {
            pipes.clear();
            for (const Worker& worker : m_workers)
                if (worker.pipe >= 0) pipes.push_back({worker.pipe, POLLIN, 0});
            if (pipes.empty()) break;
            ::poll(pipes.data(), pipes.size(), milliseconds_between_questions);
            for (const pollfd& pipe : pipes)
                if (pipe.revents != 0) read(*std::ranges::find(m_workers, pipe.fd, &Worker::pipe));
            if (m_options.should_stop && m_options.should_stop(*this)) m_stop[0] = true;
        }
        for (const Worker& worker : m_workers)
            if (!worker.report)
                throw std::runtime_error(
                    worker.error.empty() ? "A process that shared the search died before its end."
                                         : worker.error);
    }

    std::vector<ReportOfJob> reports() const {
        std::vector<ReportOfJob> reports;
        for (const Worker& worker : m_workers)
            reports.push_back(*worker.report);
        return reports;
    }

  private:
    void end(Worker& worker) {
        if (worker.pipe < 0) return;
        ::close(worker.pipe);
        worker.pipe = -1;
        while (::waitpid(worker.process, nullptr, 0) < 0 && errno == EINTR) {
        }
    }

    void read(Worker& worker) {
        char buffer[65536];
        const ssize_t count = ::read(worker.pipe, buffer, sizeof buffer);
        if (count < 0 && errno == EINTR) return;
        if (count <= 0) return end(worker);
        worker.rest.append(buffer, static_cast<std::size_t>(count));
        std::size_t begin = 0;
        for (std::size_t line = worker.rest.find('\n'); line != std::string::npos;
             line = worker.rest.find('\n', begin)) {
            take(worker, json::parse(worker.rest.substr(begin, line - begin), nullptr, false));
            begin = line + 1;
        }
        worker.rest.erase(0, begin);
    }

    void take(Worker& worker, const json& line) {
        if (!line.is_object()) return;
        if (line.contains("error")) worker.error = line["error"];
        if (line.contains("executions")) {
            worker.executions = line["executions"];
            worker.steps = line["steps"];
            worker.estimate = line["estimate"];
        }
        if (line.contains("found")) tell(finding_from(line["found"]));
        if (!line.contains("report")) return;
        worker.report = report_from(line["report"]);
        worker.executions = worker.report->counts.executions;
        worker.steps = worker.report->counts.steps;
        worker.estimate = worker.report->counts.estimated_executions;
        if (worker.report->is_void ||
            worker.report->counts.incomplete == Incomplete::not_deterministic ||
            (m_options.stop_at_first_finding &&
             worker.report->counts.failing + worker.report->counts.deadlocks > 0))
            m_stop[0] = true;
    }

    // The first to find it is the one who tells.
    void tell(const FoundByJob& found) {
        if (!m_observer) return;
        m_again.execute(found.schedule);
        for (; m_told < m_again.findings().size(); ++m_told)
            m_observer->on_finding(m_again.findings()[m_told]);
    }

    template <typename Number>
    Number sum_of(Number Worker::*number) const {
        Number sum{};
        for (const Worker& worker : m_workers)
            sum += worker.*number;
        return sum;
    }
    std::uint64_t executions() const override { return sum_of(&Worker::executions); }
    std::uint64_t steps() const override { return sum_of(&Worker::steps); }
    double estimated_executions() const override {
        const bool are_known = std::ranges::all_of(
            m_workers, [](const Worker& worker) { return worker.estimate > 0; });
        return are_known ? sum_of(&Worker::estimate) : 0;
    }

    // Of the processes that go on the one that has executed least: if that is stuck, so is the
    // search.
    std::uint64_t pulse() const override {
        if (m_workers.empty()) return m_beginnings;
        std::uint64_t over = 0;
        std::uint64_t least = std::numeric_limits<std::uint32_t>::max();
        for (std::size_t index = 0; index < m_workers.size(); ++index) {
            if (m_workers[index].pipe < 0)
                ++over;
            else
                least = std::min<std::uint64_t>(least, m_ended[index]);
        }
        return over << 32 | least;
    }

    Program& m_program;
    const Options& m_options;
    Observer* const m_observer;
    Shared<Flag> m_stop{1};
    Shared<Count> m_ended;  // executions of each process
    std::vector<Worker> m_workers;
    FoundAgain m_again;
    std::size_t m_told = 0;
    std::uint64_t m_beginnings = 0;  // of executions, while the search is shared out
};

Report nothing_of_worth() {
    Report report;
    report.incomplete = Incomplete::stopped;
    return report;
}

}  // namespace

Report explore_with_jobs(Program& program, const Options& options, unsigned jobs,
                         Observer* observer, const std::function<bool()>& is_void) {
    if (jobs < 2 || (options.mode != Mode::optimal && options.mode != Mode::source))
        return explore(program, options, observer);
    std::vector<ReportOfJob> reports;
    {
        Jobs all(program, options, jobs, observer);
        const std::vector<Task> tasks = all.share_out(jobs);
        if (is_void && is_void()) return nothing_of_worth();
        Options part = options;
        part.mode = Mode::source;
        part.parts = jobs;
        part.tasks = &tasks;
        part.max_executions = (options.max_executions + jobs - 1) / jobs;
        for (part.part = 0; part.part < jobs; ++part.part)
            all.start(part, is_void);
        all.listen();
        reports = all.reports();
    }
    const auto worthless = std::ranges::find_if(reports, &ReportOfJob::is_void);
    if (worthless == reports.end()) return merge(program, options, reports);
    replay(program, sched::Schedule::parse(worthless->last), options.max_steps);
    // If this process does not see what made it worthless, it has to explore alone.
    if (!is_void()) return explore(program, options, observer);
    return nothing_of_worth();
}

}  // namespace turnwise::explore
