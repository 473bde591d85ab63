// What is told of a search while it goes on: progress, each finding as soon as it is found, and the
// tree if it is asked for. app/README.md describes the lines.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "app/engine/explore_replays.h"
#include "app/engine/explore_tree.h"
#include "app/engine/json_lines.h"
#include "core/explore/report.h"

namespace turnwise::engine {

class SearchStream final : public SearchTree {
  public:
    // All must outlive it. `tree`: of how many executions the tree is told.
    SearchStream(const explore::Program& program, Replays& replays, JsonLines& lines,
                 std::uint64_t tree);

    // A search begins, or begins anew: what was told of the tree is void, findings stay.
    void begin();
    // Tells what the last execution showed. Executes the program.
    void tell();
    // The same, and how far the search is if that was not told for a while.
    void tell(const explore::Progress& progress);
    void tell_progress(std::uint64_t executions, double estimated_executions);
    double seconds() const;  // since it was made

    void on_finding(const explore::Finding& finding) override;

  private:
    const explore::Program& m_program;
    Replays& m_replays;
    JsonLines& m_lines;
    const double m_begin;
    double m_last_told = 0;
    std::vector<explore::Finding> m_found;  // and not told yet
    std::set<std::string> m_told;
};

}  // namespace turnwise::engine
