#include "ui/session/model_comparison.h"

#include <QFileInfo>

#include "core/analysis/intervals.h"

#include "ui/explain/outcome_words.h"

namespace turnwise::ui {

namespace {

constexpr quint64 usual_cores = 4;

RunOptions underModel(RunOptions options, const QString& model) {
    options.model = model;
    options.cores = options.cores.value_or(usual_cores);
    options.schedule.clear();
    options.breakpoints.clear();
    options.forwardInput = false;
    if (options.isByHand() || options.policy == QLatin1String("replay")) options.policy.clear();
    return options;
}

Tick sumOfReady(const trace::Trace& trace) {
    Tick sum = 0;
    for (const analysis::ThreadTimes& times : analysis::thread_times(analysis::Intervals(trace)))
        sum += times.ready;
    return sum;
}

}  // namespace

ModelComparison::ModelComparison(const std::vector<RunOptions>& programs, QObject* parent)
    : QObject(parent) {
    for (const RunOptions& program : programs) {
        m_results.push_back({.name = QFileInfo(program.program).fileName(),
                             .cores = program.cores.value_or(usual_cores)});
        m_runs.push_back(underModel(program, QStringLiteral("gil")));
        m_runs.push_back(underModel(program, QStringLiteral("free-threaded")));
    }
}

void ModelComparison::start() {
    runNext();
}

void ModelComparison::runNext() {
    if (isOver()) {
        emit finished();
        return;
    }
    m_run = std::make_unique<EngineRun>(m_runs[m_next]);
    // Not from inside the run, which this replaces.
    connect(m_run.get(), &EngineRun::finished, this, &ModelComparison::takeResult,
            Qt::QueuedConnection);
    m_run->start();
}

void ModelComparison::takeResult() {
    ModelTimes& times = m_results[m_next / 2];
    const trace::Trace& trace = m_run->trace();
    const bool isWithGil = m_next % 2 == 0;
    if (m_run->outcome().kind == OutcomeKind::finished) {
        (isWithGil ? times.withGil : times.onCores) = trace.trailer().end_tick;
        if (isWithGil) times.waitedForGil = sumOfReady(trace);
    } else if (times.failure.isEmpty()) {
        times.failure = outcomeMessage(m_run->outcome());
    }
    ++m_next;
    if (m_next % 2 == 0) {
        times.isMeasured = times.failure.isEmpty();
        emit changed();
    }
    runNext();
}

}  // namespace turnwise::ui
