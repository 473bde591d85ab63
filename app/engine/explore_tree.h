// The tree of a search as it grows, for a teacher's screen: what each execution adds to it, as one
// line of JSON (app/README.md).
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "app/engine/explore_replays.h"
#include "app/engine/json_lines.h"
#include "core/explore/observer.h"

namespace turnwise::engine {

class SearchTree : public explore::Observer {
  public:
    // Tells of the first `most` executions. The program must outlive it.
    SearchTree(const explore::Program& program, std::uint64_t most)
        : m_program(program), m_most(most) {}

    bool looks_at_tree() const override { return m_most > 0; }
    // A search begins; those before are void.
    void begin();
    // What the execution that is over has added and where the search goes back to, or nothing if
    // there was none since the last call or enough was told. Executes the program.
    std::optional<Json> take(Replays& replays);

    void on_descend(explore::Position depth, const explore::Event& event,
                    std::span<const explore::Sleeper> asleep,
                    std::span<const ThreadId> waiting) override;
    void on_maximal(std::span<const explore::Event> events, const explore::Ending& ending,
                    bool is_blocked) override;
    void on_race(explore::Position first, explore::Position second) override;
    void on_insert(explore::Position depth, std::span<const ThreadId> sequence,
                   explore::Insertion insertion) override;
    void on_pop(explore::Position depth) override;

  private:
    bool is_over() const { return m_executions >= m_most; }

    const explore::Program& m_program;
    const std::uint64_t m_most;
    std::uint64_t m_executions = 0;  // told
    bool m_has_execution = false;
    std::vector<ThreadId> m_choices;  // of the execution; empty if it was cut off
    Json m_line;
};

}  // namespace turnwise::engine
