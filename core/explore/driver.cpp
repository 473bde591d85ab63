#include "core/explore/driver.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/explore/explorer.h"

namespace turnwise::explore {

Driver::Driver(Program& program, const Options& options, Observer* observer)
    : m_program(program),
      m_options(options),
      m_observer(observer),
      m_tree_observer(observer && observer->looks_at_tree() ? observer : nullptr),
      m_builder(program, options),
      m_estimate(options.part + 1) {
    restart();
}

// Whoever looked at the program in between may have wanted other executions.
void Driver::restart() {
    m_program.set_polls(is_exhaustive(m_options.mode) ? Polls::end : Polls::resume);
    m_program.restart();
}

std::span<const ThreadId> Driver::enabled() {
    if (m_execution.size() >= m_options.max_steps || !is_deterministic()) return {};
    return m_program.enabled();
}

const Event& Driver::step(ThreadId thread) {
    Event nothing;  // of a branch that cannot be taken: the search ends here
    nothing.thread = thread;
    m_execution.append(can_step(thread, m_execution.size()) ? m_program.step(thread) : nothing);
    m_builder.count_steps(1);
    return m_execution[m_execution.size() - 1];
}

void Driver::finish(bool is_blocked) {
    static const Ending nothing;
    if (!is_deterministic()) return;
    if (is_blocked) {
        m_builder.add_blocked();
        if (m_tree_observer) m_tree_observer->on_maximal(m_execution.events(), nothing, true);
        return;
    }
    const bool is_cut = m_execution.size() >= m_options.max_steps && !m_program.enabled().empty();
    const Ending& ending = is_cut ? m_builder.cut_off() : m_program.ending();
    m_builder.add(m_execution, ending);
    if (m_tree_observer) m_tree_observer->on_maximal(m_execution.events(), ending, false);
    if (!m_observer) return;
    for (; m_told < m_builder.findings().size(); ++m_told)
        m_observer->on_finding(m_builder.findings()[m_told]);
}

double Driver::estimated_executions() const {
    return estimate(m_share ? m_share() : 0).executions;
}

// A search knows how many branches it has, but not how many more there will be, and how large they
// are: what the share of them that is explored says is used only where walks say nothing, or less
// than was seen.
Driver::Size Driver::estimate(double share) const {
    const auto so_far = static_cast<double>(executions());
    const double mean = m_estimate.mean() / m_options.parts;
    if (mean > so_far) return {mean, m_estimate.spread() / m_options.parts};
    return {share > 0 ? so_far / share : 0, 0};
}

bool Driver::goes_on() {
    const Report& report = m_builder.report();
    if (!is_deterministic()) return false;
    if (m_options.max_executions != 0 && report.executions >= m_options.max_executions)
        return false;
    if ((m_options.stop_at_first_finding && m_builder.has_failure()) ||
        (m_options.should_stop && m_options.should_stop(*this)))
        m_was_stopped = true;
    if (!m_was_stopped) look_ahead(m_estimate.wants_walk(report.executions, report.steps));
    return !m_was_stopped;
}

void Driver::look_ahead(bool wants_walk) {
    if (!wants_walk || !m_options.estimates || !is_exhaustive(m_options.mode)) return;
    m_builder.count_steps(m_estimate.walk(m_program, m_options));
}

// A thread that cannot go on where it could before: the program is not deterministic, or two steps
// that its operations call independent are not.
bool Driver::can_step(ThreadId thread, Position position) {
    const std::span<const ThreadId> enabled = m_program.enabled();
    if (std::ranges::find(enabled, thread) != enabled.end()) return true;
    m_difference = fmt::format("Step {}: {} could go on before and cannot now.", position + 1,
                               m_program.thread_name(thread));
    return false;
}

bool Driver::go_back(Position size) {
    m_execution.truncate(size);
    restart();
    for (Position position = 0; position < size && is_deterministic(); ++position) {
        const Event& before = m_execution[position];
        if (can_step(before.thread, position))
            compare(before, m_program.step(before.thread), position);
    }
    m_builder.count_steps(size);
    return is_deterministic();
}

bool Driver::go_to(std::span<const ThreadId> choices) {
    m_execution.truncate(0);
    restart();
    for (const ThreadId thread : choices)
        if (is_deterministic()) step(thread);
    return is_deterministic();
}

void Driver::compare(const Event& before, const Event& now, Position position) {
    const char* what = nullptr;
    if (!(before.operation == now.operation)) {
        what = "did something else than before";
    } else if (before.place != now.place) {
        what = "was at another place than before";
    } else if (before.digest != now.digest || before.answer != now.answer) {
        what = "found or printed something else than before";
    } else if (!std::ranges::equal(before.grants, now.grants)) {
        what = "was let go on by another step than before";
    } else if (before.started != now.started || before.ended != now.ended) {
        what = "started or ended a thread where it did not before";
    } else {
        return;
    }
    const auto words = [this](const Event& event, bool is_exact) {
        const Operation& operation = event.operation;
        std::string object =
            operation.object == no_object ? "" : " " + m_program.object_name(operation.object);
        if (is_exact && operation.object != no_object)
            object += " (" + m_program.object_identity(operation.object) + ")";
        const Source source = m_program.source(event.place);
        return fmt::format(
            "{}{}{}", to_string(operation.kind), object,
            source.line == 0 ? "" : fmt::format(" at {}:{}", source.file, source.line));
    };
    m_difference = fmt::format("Step {}: after the same choices {} {}: ", position + 1,
                               m_program.thread_name(before.thread), what);
    const bool are_named_alike = words(before, false) == words(now, false);
    const bool are_other_objects = before.operation.object != now.operation.object;
    const std::string first = words(before, are_named_alike && are_other_objects);
    const std::string then = words(now, are_named_alike && are_other_objects);
    m_difference += first == then ? fmt::format("\"{}\".", first)
                                  : fmt::format("first \"{}\", then \"{}\".", first, then);
}

Operation Driver::operation_after(Position size, std::span<const ThreadId> threads) {
    restart();
    Operation operation;
    Position position = 0;
    const auto take = [&](ThreadId thread) {
        if (is_deterministic() && can_step(thread, position))
            operation = m_program.step(thread).operation;
        ++position;
    };
    for (Position index = 0; index < size; ++index)
        take(m_execution[index].thread);
    for (const ThreadId thread : threads)
        take(thread);
    m_builder.count_steps(size + threads.size());
    return operation;
}

Report Driver::take_report(bool has_seen_all, double share) {
    const bool is_cut_off = is_deterministic() && !m_was_stopped && !has_seen_all;
    for (std::uint64_t walk = 0; is_cut_off && walk < std::min<std::uint64_t>(executions(), 16);
         ++walk)
        look_ahead(m_estimate.wants_first_walk());
    Report report = m_builder.take();
    report.estimated_executions = static_cast<double>(report.executions);
    if (!has_seen_all) {
        const Size size = estimate(share);
        report.estimated_executions = std::max(report.estimated_executions, size.executions);
        report.estimate_spread = size.spread;
    }
    report.difference = m_difference;
    report.unseen = m_program.unseen();
    if (!is_deterministic()) {
        report.incomplete = Incomplete::not_deterministic;
    } else if (m_was_stopped) {
        report.incomplete = Incomplete::stopped;
        report.last = schedule_of(m_program, m_execution.events());
    } else if (!has_seen_all) {
        report.incomplete =
            is_exhaustive(m_options.mode) ? Incomplete::executions : Incomplete::sampled;
    } else if (m_builder.has_limits()) {
        report.incomplete = Incomplete::steps;
    }
    return report;
}

}  // namespace turnwise::explore
