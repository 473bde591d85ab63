// The part of a session that knows of more than one run: which is shown, which are kept, how one is
// made again.
#include <QFile>
#include <utility>

#include "core/analysis/decisions.h"
#include "core/trace/stream.h"
#include "ui/explain/names.h"
#include "ui/session/session_shown.h"

namespace turnwise::ui {

namespace {

constexpr qint64 largest_program = 8 << 20;

QString textOfFile(const QString& path) {
    QFile file(path);
    return file.size() <= largest_program && file.open(QIODevice::ReadOnly)
               ? QString::fromUtf8(file.readAll())
               : QString();
}

// How a run goes on after a schedule: strict replay knows no afterwards.
void letPolicyGoOn(RunOptions& options) {
    if (options.policy == QLatin1String("replay")) options.policy.clear();
}

}  // namespace

void Session::run(const RunOptions& options) {
    RunRecord record;
    record.options = options;
    record.text = options.sourceText ? *options.sourceText : textOfFile(options.program);
    begin(std::move(record));
}

// The present run stays as it is: it can be shown again.
RunId Session::begin(RunRecord record, std::optional<EventIndex> cursor) {
    stop();
    m_kept.stopAll();
    const RunOptions options = record.options;
    record.isRunning = true;
    record.isMade = true;
    const RunId id = m_runs.add(std::move(record));
    RunSource source = sourceFor(id, options);
    EngineRun* engine = source.engine.get();
    show(id, std::move(source));
    m_wantedCursor = cursor;
    engine->start();
    emit runStarted();
    return id;
}

RunSource Session::sourceFor(RunId id, RunOptions options) {
    RunSource source{std::make_unique<EngineRun>(std::move(options)), nullptr, {}, {}};
    EngineRun* engine = source.engine.get();
    const auto isShown = [this, engine] { return m_shown->source.engine.get() == engine; };
    connect(engine, &EngineRun::grew, this, [this, isShown] {
        if (isShown()) takeGrowth();
    });
    connect(engine, &EngineRun::finished, this, [this, isShown, engine, id] {
        if (isShown()) takeGrowth();
        noteEnd(id, *engine);
        if (isShown()) emit runFinished();
    });
    connect(engine, &EngineRun::asked, this, [this, isShown] {
        if (!isShown()) return;
        setCursor(intervals().size());
        emit asked();
    });
    return source;
}

void Session::noteEnd(RunId id, const EngineRun& engine) {
    const trace::Trace& trace = engine.trace();
    bool isOther = false;
    m_runs.change(id, [&](RunRecord& record) {
        record.isRunning = false;
        record.outcome = engine.outcome();
        record.schedule = QString::fromStdString(engine.schedule().text());
        record.events = trace.size();
        record.duration = trace.duration();
        const std::string_view outcome = to_string(record.outcome.kind);
        isOther =
            (record.expectedEvents && *record.expectedEvents != record.events) ||
            (!record.expectedOutcome.isEmpty() && record.expectedOutcome.toStdString() != outcome);
        record.expectedEvents.reset();
        record.expectedOutcome.clear();
    });
    if (isOther) emit cameOutDifferently(id);
}

// What the tree tells of the run that is shown, as far as its events are known.
void Session::noteShown() {
    m_runs.change(m_shownRun, [this](RunRecord& record) {
        if (!m_wantedCursor) record.cursor = m_cursor;
        record.events = trace().size();
        record.duration = trace().duration();
        if (record.schedule.isEmpty() || record.isRunning)
            record.schedule = QString::fromStdString(schedule().text());
    });
}

// The old trace lives until everybody has heard of the new one: a view may look at another view's
// references on the way. Then it is kept with the others.
void Session::show(RunId id, RunSource source, EventIndex cursor) {
    pause();
    if (m_reading) m_reading->stop();
    noteShown();
    auto old = std::make_unique<Shown>(std::move(source));
    std::swap(m_shown, old);
    const RunId oldId = std::exchange(m_shownRun, id);
    m_cursor = std::min(cursor, m_shown->intervals.size());
    m_isStateStale = true;
    emit traceReset();
    emit cursorChanged(m_cursor);
    emit shownRunChanged(id);
    if (m_runs.find(oldId)) m_kept.keep(oldId, std::move(old->source));
}

void Session::clear() {
    stop();
    m_wantedCursor.reset();
    m_runs.clear();
    show(no_run, {nullptr, std::make_unique<trace::Trace>(), {}, {}});
    m_kept.clear();
}

void Session::branch(std::size_t decision, ThreadId instead) {
    const RunRecord* parent = m_runs.find(m_shownRun);
    const analysis::Decisions decisions(trace());
    if (!parent || decision >= decisions.size()) return;
    const EventIndex moment = decisions[decision] + 1;
    RunRecord record;
    record.parent = m_shownRun;
    record.decision = decision;
    record.instead = threadName(trace(), intervals().latest(), instead);
    record.text = parent->text;
    record.options = optionsToRepeat(*parent);
    sched::Schedule other = analysis::branch(trace(), decision, instead);
    other.set_mode(schedule(0).mode());
    record.options.schedule = QString::fromStdString(other.text());
    begin(std::move(record), moment);
}

void Session::showRun(RunId id) {
    const RunRecord* record = m_runs.find(id);
    if (!record || id == m_shownRun) return;
    const std::optional<EventIndex> cursor = record->cursor;
    RunSource source = m_kept.take(id);
    if (source.engine || source.file) {
        show(id, std::move(source), cursor.value_or(0));
        m_wantedCursor.reset();
        if (!isRunning()) emit runFinished();
        return;
    }
    m_kept.stopAll();
    source = sourceFor(id, optionsToMake(*record));
    EngineRun* engine = source.engine.get();
    m_runs.change(id, [](RunRecord& made) { made.isRunning = made.isMade = true; });
    show(id, std::move(source));
    m_wantedCursor = cursor;
    engine->start();
    emit runStarted();
}

// The options of a run, for its very text: the file may hold another one by now.
RunOptions Session::optionsToRepeat(const RunRecord& record) {
    RunOptions options = record.options;
    if (!options.sourceText && !record.text.isEmpty() && textOfFile(options.program) != record.text)
        options.sourceText = record.text;
    letPolicyGoOn(options);
    return options;
}

// The same run again: its own choices first. One that was stopped is stopped again where it had
// been.
RunOptions Session::optionsToMake(const RunRecord& record) {
    RunOptions options = optionsToRepeat(record);
    if (!record.schedule.isEmpty()) options.schedule = record.schedule;
    const bool wasStopped = record.outcome.kind == OutcomeKind::unfinished && record.duration > 0;
    if (wasStopped && !options.maxTime)
        options.maxTime = static_cast<double>(record.duration) / static_cast<double>(second);
    return options;
}

void Session::restoreRuns(std::vector<RunRecord> runs, RunId shown) {
    clear();
    m_runs.reset(std::move(runs));
    showRun(shown);
}

void Session::fetch(RunId id, Fetched then) {
    if (id == m_shownRun && !isRunning()) return then(std::make_shared<trace::Trace>(trace()));
    const RunRecord* record = m_runs.find(id);
    if (!record || record->isRunning) return then(nullptr);
    if (m_kept.has(id)) return then(m_kept.copyOf(id));
    RunSource source = sourceFor(id, optionsToMake(*record));
    EngineRun* engine = source.engine.get();
    m_runs.change(id, [](RunRecord& made) { made.isRunning = made.isMade = true; });
    connect(engine, &EngineRun::finished, this, [engine, then = std::move(then)] {
        then(engine->end() == EngineRun::End::Refused
                 ? nullptr
                 : std::make_shared<trace::Trace>(engine->trace()));
    });
    m_kept.keep(id, std::move(source));
    engine->start();
}

}  // namespace turnwise::ui
