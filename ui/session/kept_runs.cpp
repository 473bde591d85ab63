#include "ui/session/kept_runs.h"

#include <QDir>
#include <QFile>

#include "core/trace/stream.h"

namespace turnwise::ui {

void KeptRuns::setLimit(EventIndex events) {
    m_limit = events;
    makeRoom();
}

void KeptRuns::keep(RunId id, RunSource source) {
    if (!source.engine && !source.file) return;
    m_kept[id] = std::move(source);
    std::erase(m_order, id);
    m_order.push_back(id);
    makeRoom();
}

EventIndex KeptRuns::eventsInMemory() const {
    EventIndex sum = 0;
    for (const auto& [id, source] : m_kept)
        sum += source.trace().size();
    return sum;
}

// A run that still goes on stays: its engine writes into it.
void KeptRuns::makeRoom() {
    EventIndex sum = eventsInMemory();
    for (std::size_t at = 0; at < m_order.size() && sum > m_limit;) {
        const RunId id = m_order[at];
        const RunSource& source = m_kept.at(id);
        const EventIndex size = source.trace().size();
        if ((source.engine && source.engine->isRunning()) || !moveToFile(id)) {
            ++at;
            continue;
        }
        sum -= size;
    }
}

bool KeptRuns::moveToFile(RunId id) {
    if (!m_folder)
        m_folder = std::make_unique<QTemporaryDir>(QDir::tempPath() +
                                                   QStringLiteral("/turnwise-runs-XXXXXX"));
    if (!m_folder->isValid()) return false;
    const RunSource& source = m_kept.at(id);
    const QString file = m_folder->filePath(QStringLiteral("%1.trace").arg(id));
    try {
        trace::write_trace_file(file.toStdString(), source.trace());
    } catch (const trace::StreamError&) {
        QFile::remove(file);
        return false;  // the disk is full: then memory has to do
    }
    m_filed[id] = {file, source.path, source.engine ? source.engine->outcome() : source.outcome};
    m_kept.erase(id);
    std::erase(m_order, id);
    return true;
}

RunSource KeptRuns::take(RunId id) {
    if (const auto kept = m_kept.find(id); kept != m_kept.end()) {
        RunSource source = std::move(kept->second);
        m_kept.erase(kept);
        std::erase(m_order, id);
        return source;
    }
    const auto filed = m_filed.find(id);
    if (filed == m_filed.end()) return {};
    RunSource source{nullptr, std::make_unique<trace::Trace>(), filed->second.path,
                     filed->second.outcome};
    const QString file = filed->second.file;
    m_filed.erase(filed);
    try {
        trace::read_trace_file(file.toStdString(), *source.file);
    } catch (const trace::StreamError&) {
        return {};
    }
    QFile::remove(file);
    return source;
}

std::shared_ptr<const trace::Trace> KeptRuns::copyOf(RunId id) const {
    if (const auto kept = m_kept.find(id); kept != m_kept.end())
        return std::make_shared<trace::Trace>(kept->second.trace());
    const auto filed = m_filed.find(id);
    if (filed == m_filed.end()) return nullptr;
    auto trace = std::make_shared<trace::Trace>();
    try {
        trace::read_trace_file(filed->second.file.toStdString(), *trace);
    } catch (const trace::StreamError&) {
        return nullptr;
    }
    return trace;
}

void KeptRuns::stopAll() {
    for (auto& [id, source] : m_kept)
        if (source.engine) source.engine->stop();
}

void KeptRuns::clear() {
    m_kept.clear();
    m_order.clear();
    m_filed.clear();
    m_folder.reset();
}

}  // namespace turnwise::ui
