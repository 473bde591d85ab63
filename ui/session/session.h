// The run that the window shows, and the moment of it that every view shows: the cursor.
//
// There is always a trace, if only an empty one. The cursor is a number of events that have
// happened: 0 is before the first, trace().size() after the last. While a run goes on, a cursor at
// the end stays at the end.
#pragma once

#include <QObject>
#include <QTimer>
#include <memory>

#include "core/analysis/intervals.h"
#include "core/analysis/state.h"
#include "core/analysis/steps.h"
#include "ui/session/engine_run.h"

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
    // How the run ended, in words too; `unfinished` while it goes on.
    const Outcome& outcome() const;
    // By hand: what the run waits to be told; nullptr while it does not wait.
    const trace::Inquiry* inquiry() const;
    // The options of the run that is shown; nullptr for a trace that was opened from a file.
    const RunOptions* runOptions() const;
    // Path of the trace file that was opened, else "".
    const QString& tracePath() const;

    // --- the cursor
    EventIndex cursor() const { return m_cursor; }
    std::size_t step() const { return steps().step_at(m_cursor); }
    std::size_t stepCount() const { return steps().count(); }
    bool isAtEnd() const { return m_cursor >= intervals().size(); }
    bool isPlaying() const { return m_player.isActive(); }
    double speed() const { return m_speed; }  // steps a second

    // --- traces in files. False, and a message for a person in `error`, if that fails; the present
    // trace stays. A file that was cut off opens as far as it goes, and outcome() says so.
    bool openTrace(const QString& path, QString* error);
    bool saveTrace(const QString& path, QString* error) const;

  public slots:
    // Stops the present run, if there is one, and shows the new one from its first event on.
    void run(const turnwise::ui::RunOptions& options);
    void stop();  // kills the engine; the trace so far stays
    void clear();  // stops, and shows an empty trace
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

  private:
    struct Shown;

    void show(std::unique_ptr<Shown> shown);
    void takeGrowth();
    void moveCursor(EventIndex events);
    void playOn();

    std::unique_ptr<Shown> m_shown;
    EventIndex m_cursor = 0;
    analysis::State m_state;  // at m_cursor, unless it is stale
    bool m_isStateStale = true;
    QTimer m_player;
    double m_speed = 4;
};

}  // namespace turnwise::ui
