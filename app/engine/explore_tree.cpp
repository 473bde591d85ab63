#include "app/engine/explore_tree.h"

#include <utility>

#include "core/explore/words.h"

namespace turnwise::engine {

using explore::Ending;

namespace {

Json names_of(std::span<const ThreadId> threads, const explore::Program& program) {
    Json names = Json::array();
    for (const ThreadId thread : threads)
        names.push_back(program.thread_name(thread));
    return names;
}

const char* end_of(const Ending& ending, bool is_blocked) {
    if (is_blocked) return "cut";
    if (ending.kind == Ending::Kind::deadlock) return "deadlock";
    if (ending.kind == Ending::Kind::polling || ending.kind == Ending::Kind::cut) return "polling";
    if (ending.kind != Ending::Kind::finished) return "limit";
    return ending.failures.empty() ? "finished" : "failed";
}

const char* word_of(explore::Insertion insertion) {
    switch (insertion) {
        case explore::Insertion::added:
            return "added";
        case explore::Insertion::asleep:
            return "asleep";
        case explore::Insertion::planned:
            return "planned";
    }
    return "";
}

}  // namespace

void SearchTree::begin() {
    m_executions = 0;
    m_has_execution = false;
    m_line = Json();
}

void SearchTree::on_descend(explore::Position depth, const explore::Event& event,
                            std::span<const explore::Sleeper> asleep,
                            std::span<const ThreadId> waiting) {
    if (is_over()) return;
    if (!m_line.contains("nodes")) {
        m_line["execution"] = m_executions + 1;
        m_line["depth"] = depth;
        m_line["nodes"] = Json::array();
    }
    const explore::Source source = m_program.source(event.place);
    Json sleepers = Json::array();
    for (const explore::Sleeper& sleeper : asleep)
        sleepers.push_back({{"thread", m_program.thread_name(sleeper.thread)},
                            {"operation", explore::words_of(m_program, sleeper.operation)}});
    m_line["nodes"].push_back(
        {{"thread", m_program.thread_name(event.thread)},
         {"operation", explore::words_of(m_program, event.operation)},
         {"file", source.file},
         {"line", source.line},
         {"asleep", std::move(sleepers)},
         {"waiting", names_of(waiting.empty() ? waiting : waiting.subspan(1), m_program)}});
}

void SearchTree::on_maximal(std::span<const explore::Event> events, const Ending& ending,
                            bool is_blocked) {
    if (is_over()) return;
    m_has_execution = true;
    m_line["end"] = end_of(ending, is_blocked);
    m_line["reversals"] = Json::array();
    m_line["back"] = events.size();
    m_choices.clear();
    if (is_blocked) return;
    for (const explore::Event& event : events)
        m_choices.push_back(event.thread);
}

void SearchTree::on_race(explore::Position first, explore::Position second) {
    if (is_over() || !m_has_execution) return;
    m_line["reversals"].push_back({{"first", first},
                                   {"second", second},
                                   {"sequence", Json::array()},
                                   {"result", "elsewhere"}});
}

void SearchTree::on_insert(explore::Position, std::span<const ThreadId> sequence,
                           explore::Insertion insertion) {
    if (is_over() || !m_has_execution) return;
    Json& reversal = m_line["reversals"].back();
    reversal["sequence"] = names_of(sequence, m_program);
    reversal["result"] = word_of(insertion);
}

void SearchTree::on_pop(explore::Position depth) {
    if (!is_over() && m_has_execution) m_line["back"] = depth;
}

std::optional<Json> SearchTree::take(Replays& replays) {
    if (is_over() || !m_has_execution) return std::nullopt;
    ++m_executions;
    m_has_execution = false;
    const std::optional<Replayed> replayed =
        m_choices.empty() ? std::nullopt : replays.replay(m_choices);
    m_line["schedule"] = replayed ? replayed->schedule : "";
    return std::exchange(m_line, Json());
}

}  // namespace turnwise::engine
