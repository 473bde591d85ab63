#include "ui/session/session.h"

#include <algorithm>
#include <cmath>

#include "core/trace/stream.h"

namespace turnwise::ui {

namespace {
constexpr double slowest = 0.1;  // steps a second
constexpr double fastest = 1000;
constexpr int shortestTick = 16;  // milliseconds: a frame of the screen
}  // namespace

// A trace and all that is derived from it. They come and go together.
struct Session::Shown {
    explicit Shown(std::unique_ptr<EngineRun> of) : run(std::move(of)), trace(run->trace()) {}
    explicit Shown(std::unique_ptr<trace::Trace> read) : file(std::move(read)), trace(*file) {}

    std::unique_ptr<EngineRun> run;  // either of these two
    std::unique_ptr<trace::Trace> file;
    QString path;     // of the file
    Outcome outcome;  // of the file
    const trace::Trace& trace;
    analysis::Intervals intervals{trace};
    analysis::Steps steps{trace};
    analysis::StateAt states{trace};
};

Session::Session(QObject* parent)
    : QObject(parent), m_shown(std::make_unique<Shown>(std::make_unique<trace::Trace>())) {
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
    return m_shown->run && m_shown->run->isRunning();
}
const Outcome& Session::outcome() const {
    return m_shown->run ? m_shown->run->outcome() : m_shown->outcome;
}
const trace::Inquiry* Session::inquiry() const {
    return m_shown->run ? m_shown->run->inquiry() : nullptr;
}
const RunOptions* Session::runOptions() const {
    return m_shown->run ? &m_shown->run->options() : nullptr;
}
const QString& Session::tracePath() const {
    return m_shown->path;
}

bool Session::openTrace(const QString& path, QString* error) {
    auto read = std::make_unique<trace::Trace>();
    Outcome outcome;
    try {
        if (trace::read_trace_file(path.toStdString(), *read))
            outcome = read->trailer().outcome;
        else
            outcome.message =
                tr("The trace was cut off. It is shown as far as it goes, %n event(s).", nullptr,
                   static_cast<int>(read->size()))
                    .toStdString();
    } catch (const trace::StreamError& failure) {
        if (error) *error = QString::fromUtf8(failure.what());
        return false;
    }
    stop();
    auto shown = std::make_unique<Shown>(std::move(read));
    shown->path = path;
    shown->outcome = std::move(outcome);
    show(std::move(shown));
    return true;
}

bool Session::saveTrace(const QString& path, QString* error) const {
    try {
        trace::write_trace_file(path.toStdString(), trace());
        return true;
    } catch (const trace::StreamError& failure) {
        if (error) *error = QString::fromUtf8(failure.what());
        return false;
    }
}

void Session::run(const RunOptions& options) {
    stop();
    auto run = std::make_unique<EngineRun>(options);
    EngineRun* engine = run.get();
    connect(engine, &EngineRun::grew, this, &Session::takeGrowth);
    connect(engine, &EngineRun::finished, this, [this] {
        takeGrowth();
        emit runFinished();
    });
    connect(engine, &EngineRun::asked, this, [this] {
        setCursor(intervals().size());
        emit asked();
    });
    show(std::make_unique<Shown>(std::move(run)));
    engine->start();
    emit runStarted();
}

void Session::stop() {
    if (m_shown->run) m_shown->run->stop();
}

void Session::answer(const QStringList& lines) {
    if (m_shown->run) m_shown->run->answer(lines);
}

void Session::clear() {
    stop();
    show(std::make_unique<Shown>(std::make_unique<trace::Trace>()));
}

// The old trace lives until everybody has heard of the new one: a view may look at another view's
// references on the way.
void Session::show(std::unique_ptr<Shown> shown) {
    pause();
    std::swap(m_shown, shown);
    m_cursor = 0;
    m_isStateStale = true;
    emit traceReset();
    emit cursorChanged(m_cursor);
}

void Session::takeGrowth() {
    const bool followsEnd = isAtEnd() && !isPlaying();
    if (m_shown->intervals.size() != m_shown->trace.size()) {
        m_shown->intervals.update();
        m_shown->steps.update();
        m_shown->states.update();
        emit traceGrew();
    }
    if (followsEnd) moveCursor(intervals().size());
}

void Session::setCursor(EventIndex events) {
    pause();
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
