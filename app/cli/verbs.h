// The verbs of the command line. Each adds its subcommand to `app` and, when the person chose it,
// sets `chosen` to what does the work.
#pragma once

#include <functional>

namespace CLI {
class App;
}

namespace turnwise::cli {

struct Action {
    std::function<int()> work;  // returns the exit status
    bool paints = false;        // needs fonts and painting, but no display
};

void addRun(CLI::App& app, Action& chosen);
void addExplore(CLI::App& app, Action& chosen);
void addCompare(CLI::App& app, Action& chosen);
void addPolicies(CLI::App& app, Action& chosen);
void addExport(CLI::App& app, Action& chosen);
void addModels(CLI::App& app, Action& chosen);
void addExamples(CLI::App& app, Action& chosen);

}  // namespace turnwise::cli
