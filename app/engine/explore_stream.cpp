#include "app/engine/explore_stream.h"

#include "app/engine/explore_json.h"
#include "app/engine/real_time.h"

namespace turnwise::engine {

namespace {

constexpr double seconds_between_reports = 0.2;
constexpr std::size_t most_findings_told_at_once = 100;

}  // namespace

SearchStream::SearchStream(const explore::Program& program, Replays& replays, JsonLines& lines,
                           std::uint64_t tree)
    : SearchTree(program, tree),
      m_program(program),
      m_replays(replays),
      m_lines(lines),
      m_begin(real_seconds()) {}

void SearchStream::begin() {
    m_found.clear();
    SearchTree::begin();
    if (looks_at_tree()) m_lines.write({{"tree", {{"begins", true}}}});
}

// What may turn out to be a part of something worse waits for the report.
void SearchStream::on_finding(const explore::Finding& finding) {
    using Kind = explore::Finding::Kind;
    if (finding.kind != Kind::lock_order && finding.kind != Kind::not_joined)
        m_found.push_back(finding);
}

void SearchStream::tell() {
    if (std::optional<Json> tree = take(m_replays)) m_lines.write({{"tree", std::move(*tree)}});
    // Each once, although a search that begins anew finds it again.
    for (explore::Finding& finding : m_found) {
        if (m_told.size() >= most_findings_told_at_once) break;
        const std::string key = std::string(to_string(finding.kind)) + " " + finding.message;
        if (!m_told.insert(key).second) continue;
        m_replays.settle(finding);
        m_lines.write({{"finding", finding_json(finding, m_replays.confirm(finding), m_program)}});
    }
    m_found.clear();
}

void SearchStream::tell(const explore::Progress& progress) {
    tell();
    const double now = real_seconds();
    if (now - m_last_told < seconds_between_reports) return;
    m_last_told = now;
    tell_progress(progress.executions(), progress.estimated_executions());
}

void SearchStream::tell_progress(std::uint64_t executions, double estimated_executions) {
    m_lines.write({{"progress",
                    {{"executions", executions},
                     {"estimated_executions", estimated_executions},
                     {"seconds", seconds()}}}});
}

double SearchStream::seconds() const {
    return real_seconds() - m_begin;
}

}  // namespace turnwise::engine
