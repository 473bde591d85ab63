#include "ui/shell/pause_meter.h"

#include <QLoggingCategory>
#include <algorithm>
#include <ctime>
#include <utility>

namespace turnwise::ui {

namespace {
Q_LOGGING_CATEGORY(pauses, "turnwise.pauses", QtWarningMsg)

constexpr int beat = 5;      // milliseconds
constexpr double felt = 50;  // a person feels a pause that is longer

// How long this thread has been at work.
double workOfThread() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}
}  // namespace

bool PauseMeter::isOn() {
    return pauses().isDebugEnabled();
}

PauseMeter::PauseMeter(QObject* parent) : QObject(parent) {
    m_beat.setTimerType(Qt::PreciseTimer);
    m_beat.setInterval(beat);
    connect(&m_beat, &QTimer::timeout, this, &PauseMeter::note);
    m_beat.start();
    m_since.start();
    m_work_since = workOfThread();
}

void PauseMeter::note() {
    const Pause pause{static_cast<double>(m_since.nsecsElapsed()) / 1e6 - beat,
                      workOfThread() - m_work_since};
    m_since.restart();
    m_work_since = workOfThread();
    m_longest = {std::max(m_longest.whole, pause.whole), std::max(m_longest.work, pause.work)};
    if (pause.whole > felt)
        qCDebug(pauses).noquote() << QStringLiteral("%1 ms, of which %2 ms were work")
                                         .arg(pause.whole, 0, 'f', 0)
                                         .arg(pause.work, 0, 'f', 0);
}

PauseMeter::Pause PauseMeter::takeLongest() {
    note();
    return std::exchange(m_longest, {});
}

}  // namespace turnwise::ui
