#include "ui/session/trace_reading.h"

#include "ui/explain/named.h"

namespace turnwise::ui {

TraceReading::TraceReading(const QString& path, trace::Trace& into, QObject* parent)
    : QObject(parent), m_file(path), m_trace(into), m_reader(into) {
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &TraceReading::readOn);
}

bool TraceReading::begin(QString* error) {
    QString message;
    try {
        if (m_file.open(QIODevice::ReadOnly))
            readPiece();
        else
            message = named(tr("{file} cannot be read: {reason}"),
                            {{"file", m_file.fileName()}, {"reason", m_file.errorString()}});
    } catch (const trace::DamagedStream&) {
        endAtDamage();
    } catch (const trace::StreamError& failure) {
        message = QString::fromUtf8(failure.what());
    }
    if (message.isEmpty()) return true;
    if (error) *error = message;
    return false;
}

void TraceReading::readPiece() {
    const QByteArray bytes = m_file.read(piece);
    m_reader.feed(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    if (m_reader.is_complete() || m_file.atEnd()) end();
}

void TraceReading::end() {
    m_is_over = true;
    m_timer.stop();
    if (m_reader.is_complete())
        m_outcome = m_trace.trailer().outcome;
    else
        m_outcome.message = tr("The trace was cut off. It is shown as far as it goes, %n event(s).",
                               nullptr, static_cast<int>(m_trace.size()))
                                .toStdString();
}

void TraceReading::endAtDamage() {
    end();
    m_outcome.message = tr("The trace is damaged. It is shown up to the damage, %n event(s).",
                           nullptr, static_cast<int>(m_trace.size()))
                            .toStdString();
}

void TraceReading::readOn() {
    try {
        readPiece();
    } catch (const trace::StreamError&) {
        endAtDamage();
    }
    emit grew();
    if (m_is_over) emit finished();
}

void TraceReading::stop() {
    if (m_is_over) return;
    m_is_over = true;
    m_timer.stop();
    m_outcome.message =
        tr("Opening was stopped. The trace is shown as far as it was read, %n event(s).", nullptr,
           static_cast<int>(m_trace.size()))
            .toStdString();
    emit finished();
}

double TraceReading::progress() const {
    return m_file.size() > 0
               ? static_cast<double>(m_file.pos()) / static_cast<double>(m_file.size())
               : 1;
}

}  // namespace turnwise::ui
