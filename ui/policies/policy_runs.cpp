#include "ui/policies/policy_runs.h"

#include "ui/policies/policies.h"

namespace turnwise::ui {

void PolicyRuns::start(const RunOptions& options) {
    stop();
    m_results.clear();
    m_refusal.clear();
    m_options = options;
    m_left = comparablePolicies();
    startNext();
}

void PolicyRuns::stop() {
    if (!m_run) return;
    m_left.clear();
    m_run->disconnect(this);
    m_run->stop();
    m_run.release()->deleteLater();
    emit changed();
    emit finished();
}

void PolicyRuns::clear() {
    stop();
    m_results.clear();
    m_refusal.clear();
}

QString PolicyRuns::present() const {
    return m_run ? m_run->options().policy : QString();
}

void PolicyRuns::startNext() {
    if (m_left.isEmpty()) {
        emit changed();
        emit finished();
        return;
    }
    m_run = std::make_unique<EngineRun>(withPolicy(m_options, m_left.takeFirst()));
    connect(m_run.get(), &EngineRun::finished, this, &PolicyRuns::takeResult);
    m_run->start();
    emit changed();
}

void PolicyRuns::takeResult() {
    // It is its signal that brought us here.
    EngineRun* run = m_run.release();
    run->deleteLater();
    if (run->end() == EngineRun::End::Refused) {
        m_refusal = QString::fromStdString(run->outcome().message);
        m_left.clear();
    } else {
        m_results.push_back(analysis::policy_result(run->options().policy.toStdString(),
                                                    run->trace(), run->outcome()));
    }
    startNext();
}

}  // namespace turnwise::ui
