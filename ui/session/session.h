// The run that the window shows, and the moment of it that every view shows: the cursor.
//
// The other runs of the program are kept, each with its events and its cursor (RunTree, KeptRuns):
// going from one to another, or back to before a choice, loses nothing.
//
// There is always a trace, if only an empty one. The cursor is a number of events that have
// happened: 0 is before the first, trace().size() after the last. While a run goes on, a cursor at
// the end stays at the end.
#pragma once

#include <QObject>
#include <QTimer>
#include <functional>
#include <memory>
#include <optional>

#include "core/analysis/intervals.h"
#include "core/analysis/state.h"
#include "core/analysis/steps.h"
#include "ui/session/engine_run.h"
#include "ui/session/kept_runs.h"
#include "ui/session/run_tree.h"
#include "ui/session/trace_reading.h"

namespace turnwise::ui {

class Session final : public QObject {
    Q_OBJECT

  public:
    explicit Session(QObject* parent = nullptr);
    ~Session() override;

    // --- what is shown. References are good until traceReset() has been emitted.
    const trace::Trace& trace() const;
    const analysis::Intervals& intervals() const;
    const analysis::Steps& steps() const;
    // The state at the cursor; the reference is good until the cursor moves or the trace grows.
    const analysis::State& state();
    // The state at any moment; good until the next call.
    const analysis::State& stateAfter(EventIndex events);

    bool isRunning() const;
    // Of a large trace file, which part is read already; nothing if none is being read. Meanwhile
    // it is a run that goes on, and stop() leaves it at what was read.
    std::optional<double> openingProgress() const;
    // How the run ended, in words too; `unfinished` while it goes on.
    const Outcome& outcome() const;
    // By hand: what the run waits to be told; nullptr while it does not wait.
    const trace::Inquiry* inquiry() const;
    // The options of the run that is shown; nullptr for a trace that was opened from a file.
    const RunOptions* runOptions() const;
    // The choices that were made before so many events, by default before the last: what leads
    // there.
    sched::Schedule schedule(EventIndex events = std::numeric_limits<EventIndex>::max()) const;
    // Path of the trace file that was opened, else "".
    const QString& tracePath() const;

    // --- the runs of the program
    RunTree& runs() { return m_runs; }
    const RunTree& runs() const { return m_runs; }
    RunId shownRun() const { return m_shownRun; }  // no_run while there is nothing to show
    // The events of any run, now or, if it has to be run for them, later; nullptr if that fails.
    // Never, if the runs are forgotten meanwhile.
    using Fetched = std::function<void(std::shared_ptr<const trace::Trace>)>;
    void fetch(RunId id, Fetched then);
    KeptRuns& kept() { return m_kept; }
    // As run(), of a run that the caller describes: its options, its text, its parent and title.
    // The cursor goes to `cursor` when it has come so far.
    RunId begin(RunRecord record, std::optional<EventIndex> cursor = {});

    // --- the cursor
    EventIndex cursor() const { return m_cursor; }
    std::size_t step() const { return steps().step_at(m_cursor); }
    std::size_t stepCount() const { return steps().count(); }
    bool isAtEnd() const { return m_cursor >= intervals().size(); }
    bool isPlaying() const { return m_player.isActive(); }
    double speed() const { return m_speed; }  // steps a second

    // --- traces in files. False, and a message for a person in `error`, if that fails; the present
    // trace stays. A file that was cut off or damaged opens as far as it goes, and outcome() says
    // so.
    bool openTrace(const QString& path, QString* error);
    bool saveTrace(const QString& path, QString* error) const;

  public slots:
    // Stops the present run, if there is one, and shows the new one from its first event on.
    void run(const turnwise::ui::RunOptions& options);
    void stop();   // kills the engine; the trace so far stays
    void clear();  // stops, forgets all runs, and shows an empty trace

    // A new run that makes the choices of the shown one before `decision`, there lets `instead` go
    // on, and then leaves the rest to the policy. The cursor goes to that very moment. The present
    // run stays in the tree, as the parent.
    void branch(std::size_t decision, turnwise::ThreadId instead);
    // Shows another run of the tree, at its own cursor. Where its events are not there any more, it
    // is run again.
    void showRun(turnwise::ui::RunId id);
    // Another program's runs, from a file, none of which is made yet; shows one of them.
    void restoreRuns(std::vector<turnwise::ui::RunRecord> runs, turnwise::ui::RunId shown);
    void answer(const QStringList& lines);  // to inquiry(); see EngineRun::answer

    void setCursor(turnwise::EventIndex events);  // clamped to the trace
    void setStep(std::size_t step);
    void stepForward();
    void stepBack();  // from between two stops: to the one before
    void goToFirst();
    void goToLast();
    void play();   // from the first step if the cursor is at the end of a run that is over
    void pause();  // moving the cursor by any other means pauses too
    void setSpeed(double stepsPerSecond);  // 0.1 to 1000

  signals:
    void traceReset();  // another trace: forget every reference
    void traceGrew();   // more events; intervals and steps have them already
    void cursorChanged(turnwise::EventIndex events);
    void runStarted();
    void asked();  // see inquiry(); the cursor is at the end
    void runFinished();
    void playingChanged(bool playing);
    void shownRunChanged(turnwise::ui::RunId id);
    // A run of a file was made again and is not what it had been.
    void cameOutDifferently(turnwise::ui::RunId id);

  private:
    struct Shown;

    void show(RunId id, RunSource source, EventIndex cursor = 0);
    RunSource sourceFor(RunId id, RunOptions options);
    void noteEnd(RunId id, const EngineRun& engine);
    void noteShown();
    static RunOptions optionsToRepeat(const RunRecord& record);
    static RunOptions optionsToMake(const RunRecord& record);
    void readOn(std::unique_ptr<TraceReading> reading);
    void endReading();
    void takeGrowth();
    void moveCursor(EventIndex events);
    void playOn();

    RunTree m_runs;
    KeptRuns m_kept;
    RunId m_shownRun = no_run;
    std::unique_ptr<Shown> m_shown;
    std::unique_ptr<TraceReading> m_reading;  // into what is shown
    EventIndex m_cursor = 0;
    // Of a run that is made again: where to go when it has come that far.
    std::optional<EventIndex> m_wantedCursor;
    analysis::State m_state;  // at m_cursor, unless it is stale
    bool m_isStateStale = true;
    QTimer m_player;
    double m_speed = 4;
};

}  // namespace turnwise::ui
