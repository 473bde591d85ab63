#include "ui/session/session.h"

#include <QDir>
#include <algorithm>
#include <cmath>
#include <utility>

#include "core/analysis/schedule_of.h"
#include "core/trace/stream.h"
#include "ui/explain/named.h"
#include "ui/session/file_reason.h"
#include "ui/session/session_shown.h"

namespace turnwise::ui {

namespace {
constexpr double slowest = 0.1;  // steps a second
constexpr double fastest = 1000;
constexpr int shortestTick = 16;  // milliseconds: a frame of the screen
}  // namespace

namespace {

RunSource sourceOf(std::unique_ptr<trace::Trace> trace) {
    return {nullptr, std::move(trace), {}, {}};
}

}  // namespace

Session::Session(QObject* parent)
    : QObject(parent),
      m_shown(std::make_unique<Shown>(sourceOf(std::make_unique<trace::Trace>()))) {
    connect(&m_player, &QTimer::timeout, this, &Session::playOn);
    setSpeed(m_speed);
}

Session::~Session() = default;

const trace::Trace& Session::trace() const {
    return m_shown->trace;
}
const analysis::Intervals& Session::intervals() const {
    return m_shown->intervals;
}
const analysis::Steps& Session::steps() const {
    return m_shown->steps;
}

const analysis::State& Session::state() {
    if (m_isStateStale) m_state = m_shown->states.after(m_cursor);
    m_isStateStale = false;
    return m_state;
}

const analysis::State& Session::stateAfter(EventIndex events) {
    return m_shown->states.after(events);
}

bool Session::isRunning() const {
    return m_reading || (m_shown->source.engine && m_shown->source.engine->isRunning());
}
std::optional<double> Session::openingProgress() const {
    return m_reading ? std::optional(m_reading->progress()) : std::nullopt;
}
const Outcome& Session::outcome() const {
    return m_shown->source.engine ? m_shown->source.engine->outcome() : m_shown->source.outcome;
}
const trace::Inquiry* Session::inquiry() const {
    return m_shown->source.engine ? m_shown->source.engine->inquiry() : nullptr;
}
const RunOptions* Session::runOptions() const {
    return m_shown->source.engine ? &m_shown->source.engine->options() : nullptr;
}
sched::Schedule Session::schedule(EventIndex events) const {
    if (m_shown->source.engine) return m_shown->source.engine->schedule(events);
    sched::Schedule schedule = analysis::schedule_of(trace(), events);
    try {
        schedule.set_mode(sched::Schedule::parse(trace().trailer().schedule).mode());
    } catch (const sched::ScheduleError&) {
        // A file that somebody has written: its decisions tell enough.
    }
    return schedule;
}
const QString& Session::tracePath() const {
    return m_shown->source.path;
}

bool Session::openTrace(const QString& path, QString* error) {
    auto read = std::make_unique<trace::Trace>();
    auto reading = std::make_unique<TraceReading>(path, *read);
    if (!reading->begin(error)) return false;
    stop();
    m_wantedCursor.reset();
    m_shownRun = no_run;  // what was shown goes with the program that it was of
    m_runs.clear();
    m_kept.clear();
    RunRecord record;
    record.outcome = reading->outcome();
    record.isMade = record.isOpenedTrace = true;
    record.isRunning = !reading->isOver();
    record.options = optionsOf(read->header());
    record.text = QString::fromStdString(read->source_of(read->header().program));
    record.options.sourceText = record.text;
    const RunId id = m_runs.add(std::move(record));
    show(id, {nullptr, std::move(read), path, reading->outcome()});
    noteShown();
    if (!reading->isOver()) readOn(std::move(reading));
    return true;
}

// A large file: what was read so far is shown like a run that goes on.
void Session::readOn(std::unique_ptr<TraceReading> reading) {
    m_reading = std::move(reading);
    connect(m_reading.get(), &TraceReading::grew, this, &Session::takeGrowth);
    connect(m_reading.get(), &TraceReading::finished, this, &Session::endReading);
    m_reading->goOn();
    emit runStarted();
}

void Session::endReading() {
    TraceReading* reading = m_reading.release();
    reading->deleteLater();  // it is in the middle of telling this
    m_shown->source.outcome = reading->outcome();
    takeGrowth();
    m_runs.change(m_shownRun, [&](RunRecord& record) {
        record.isRunning = false;
        record.outcome = reading->outcome();
        record.schedule = QString::fromStdString(schedule().text());
    });
    noteShown();
    emit runFinished();
}

bool Session::saveTrace(const QString& path, QString* error) const {
    try {
        trace::write_trace_file(path.toStdString(), trace());
        return true;
    } catch (const trace::StreamError& failure) {
        // "Cannot write a trace to 'x': why."
        const QString why = QString::fromUtf8(failure.what()).section(QStringLiteral("': "), -1);
        if (error)
            *error = named(tr("The trace cannot be written to {path}: {reason}."),
                           {{"path", QDir::toNativeSeparators(path)},
                            {"reason", reasonOf(path, why.chopped(1))}});
        return false;
    }
}

void Session::stop() {
    if (m_reading) m_reading->stop();
    if (m_shown->source.engine) m_shown->source.engine->stop();
}

void Session::answer(const QStringList& lines) {
    if (m_shown->source.engine) m_shown->source.engine->answer(lines);
}

void Session::takeGrowth() {
    const bool followsEnd = isAtEnd() && !isPlaying();
    if (m_shown->intervals.size() != m_shown->trace.size()) {
        m_shown->intervals.update();
        m_shown->steps.update();
        m_shown->states.update();
        emit traceGrew();
    }
    if (m_wantedCursor) {
        if (intervals().size() >= *m_wantedCursor || !isRunning())
            moveCursor(*std::exchange(m_wantedCursor, std::nullopt));
    } else if (followsEnd) {
        moveCursor(intervals().size());
    }
}

void Session::setCursor(EventIndex events) {
    pause();
    m_wantedCursor.reset();
    moveCursor(events);
}

void Session::setStep(std::size_t step) {
    setCursor(steps().events_at(std::min(step, stepCount())));
}

void Session::stepForward() {
    if (step() < stepCount()) setStep(step() + 1);
}

void Session::stepBack() {
    const std::size_t present = step();
    if (steps().events_at(present) < m_cursor)
        setStep(present);
    else if (present > 0)
        setStep(present - 1);
}

void Session::goToFirst() {
    setCursor(0);
}

void Session::goToLast() {
    setCursor(intervals().size());
}

void Session::moveCursor(EventIndex events) {
    events = std::min(events, intervals().size());
    if (events == m_cursor) return;
    m_cursor = events;
    m_isStateStale = true;
    emit cursorChanged(m_cursor);
}

void Session::play() {
    if (isPlaying()) return;
    if (isAtEnd() && !isRunning()) moveCursor(0);
    m_player.start();
    emit playingChanged(true);
}

void Session::pause() {
    if (!isPlaying()) return;
    m_player.stop();
    emit playingChanged(false);
}

void Session::setSpeed(double stepsPerSecond) {
    m_speed = std::clamp(stepsPerSecond, slowest, fastest);
    m_player.setInterval(std::max(shortestTick, static_cast<int>(1000 / m_speed)));
}

void Session::playOn() {
    const double stepsPerTick = m_speed * m_player.interval() / 1000;
    const auto ahead = static_cast<std::size_t>(std::max(1.0, std::round(stepsPerTick)));
    const std::size_t next = std::min(step() + ahead, stepCount());
    moveCursor(steps().events_at(next));
    if (next == stepCount() && !isRunning()) pause();
}

}  // namespace turnwise::ui
