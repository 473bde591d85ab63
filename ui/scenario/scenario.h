// A scenario: a program, the runs that were made of it and what was noted of them. README.md tells
// the format.
#pragma once

#include <QByteArray>
#include <QString>
#include <optional>
#include <stdexcept>
#include <vector>

#include "core/base/ids.h"
#include "core/base/outcome.h"
#include "ui/session/run_options.h"
#include "ui/timeline/arrangement.h"

namespace turnwise::ui {

inline constexpr int scenario_version = 1;

struct ScenarioRun {
    int id = 0;
    int parent = 0;                        // 0: it branched off nobody
    std::optional<quint64> decision = {};  // where it left its parent
    QString title = {};
    RunOptions options = {};  // with the whole schedule; without program and text
    // Of the program, where it was another one than the scenario's.
    std::optional<QString> text = {};
    std::optional<EventIndex> cursor = {};
    std::optional<EventIndex> events = {};  // how long it was
    QString outcome = {};                   // as to_string() spells it; "" if it is not known

    bool operator==(const ScenarioRun&) const = default;
};

struct ScenarioNote {
    int run = 0;
    EventIndex from = 0;
    EventIndex to = 0;  // equal to `from` for a note of a moment
    QString text = {};

    bool operator==(const ScenarioNote&) const = default;
};

// What a search of the program has found.
struct ScenarioSearch {
    QByteArray report =
        {};  // JSON, as `turnwise explore --report json` prints it; "": there is none
    RunOptions options = {};  // what the program was given: arguments and input
    // Of the program, where it was another one than the scenario's.
    std::optional<QString> text = {};

    bool operator==(const ScenarioSearch&) const = default;
};

struct ScenarioView {
    bool steps = false;  // the axis
    std::optional<EventIndex> from = {};
    std::optional<EventIndex> to = {};
    timeline::Arrangement rows = {};  // of the timeline: hidden, pinned, moved, folded, filtered

    bool operator==(const ScenarioView&) const = default;
};

struct Scenario {
    QString name = {};                 // of the program
    QString path = {};                 // where it is stored; "" if nowhere
    std::optional<QString> text = {};  // nothing: that of the file
    std::vector<ScenarioRun> runs = {};
    int shown = 0;
    ScenarioSearch search = {};
    ScenarioView view = {};
    QStringList breakpoints = {};  // of the program, as core/hand/breakpoint.h says
    std::vector<ScenarioNote> notes = {};

    const ScenarioRun* run(int id) const;
    bool operator==(const Scenario&) const = default;
};

// The file is no scenario, or one that cannot be used. The message is for a person and says what to
// do.
class ScenarioError : public std::runtime_error {
  public:
    explicit ScenarioError(const QString& message) : std::runtime_error(message.toStdString()) {}
};

// Whether these first bytes of a file (a few hundred) are those of a scenario.
bool looksLikeScenario(const QByteArray& beginning);

// Throws ScenarioError. Nothing of what is read can be out of order: ids are unique, parents and
// runs of notes exist, schedules can be read.
Scenario readScenario(const QByteArray& json);
QByteArray writeScenario(const Scenario& scenario);

// The same with files. A relative path of the program counts from the folder of the file.
Scenario readScenarioFile(const QString& path);
void writeScenarioFile(const QString& path, const Scenario& scenario);

// What the engine is to run to make a run of the scenario again.
RunOptions runOptionsOf(const Scenario& scenario, const ScenarioRun& run);

}  // namespace turnwise::ui
