// What is measured of a run: the name of each measure, and its definition for a tool tip.
#pragma once

#include <QString>
#include <span>

#include "core/analysis/statistics.h"

namespace turnwise::ui {

enum class Measure {
    running,
    waiting,
    blocked,
    sleeping,
    turns,
    preempted,
    longest_wait,
    response,
    turnaround,
    taken,
    contended,
    hand_overs,
    held,
    longest_hold,
    waited,
    longest_wait_for_it,
    most_waiters,
};

std::span<const Measure> threadMeasures();
std::span<const Measure> objectMeasures();

QString nameOf(Measure measure);
QString definitionOf(Measure measure);
QString valueOf(Measure measure, const analysis::ThreadStatistics& thread);
QString valueOf(Measure measure, const analysis::ObjectStatistics& object);

// "3.2 ms", or a dash for what is not defined.
QString timeOrDash(const std::optional<Tick>& tick);

}  // namespace turnwise::ui
