#include "ui/statistics/measures.h"

#include <QCoreApplication>
#include <QLocale>
#include <array>

#include "ui/timeline/time_text.h"

namespace turnwise::ui {

namespace {

struct Measures {
    Q_DECLARE_TR_FUNCTIONS(turnwise::ui::Measures)
};

using enum Measure;
constexpr std::array of_threads = {running,   waiting,      blocked,  sleeping,  turns,
                                   preempted, longest_wait, response, turnaround};
constexpr std::array of_objects = {taken,        contended, hand_overs,          held,
                                   longest_hold, waited,    longest_wait_for_it, most_waiters};

QString number(std::size_t count) {
    return QLocale().toString(static_cast<qulonglong>(count));
}

}  // namespace

std::span<const Measure> threadMeasures() {
    return of_threads;
}

std::span<const Measure> objectMeasures() {
    return of_objects;
}

QString nameOf(Measure measure) {
    switch (measure) {
        case running:
            return Measures::tr("Running");
        case waiting:
            return Measures::tr("Waiting");
        case blocked:
            return Measures::tr("Blocked");
        case sleeping:
            return Measures::tr("Sleeping");
        case turns:
            return Measures::tr("Turns");
        case preempted:
            return Measures::tr("Interrupted");
        case longest_wait:
            return Measures::tr("Longest wait");
        case response:
            return Measures::tr("Response");
        case turnaround:
            return Measures::tr("Turnaround");
        case taken:
            return Measures::tr("Taken");
        case contended:
            return Measures::tr("Waits");
        case hand_overs:
            return Measures::tr("Hand-overs");
        case held:
            return Measures::tr("Held");
        case longest_hold:
            return Measures::tr("Longest hold");
        case waited:
            return Measures::tr("Waited");
        case longest_wait_for_it:
            return Measures::tr("Longest wait");
        case most_waiters:
            return Measures::tr("Most waiters");
    }
    return {};
}

QString definitionOf(Measure measure) {
    switch (measure) {
        case running:
            return Measures::tr("Time in which the thread ran: it had the GIL, or a core.");
        case waiting:
            return Measures::tr(
                "Waiting time: all the time in which the thread could "
                "have run, but others ran. It "
                "is the "
                "time in the state \"ready\"; what it waited for locks is not in it.");
        case blocked:
            return Measures::tr(
                "Time in which the thread waited for a primitive or for another thread.");
        case sleeping:
            return Measures::tr("Time in time.sleep().");
        case turns:
            return Measures::tr("How often the thread was given the GIL, or a core.");
        case preempted:
            return Measures::tr(
                "How often it lost the GIL, or its core, although it could have gone on.");
        case longest_wait:
            return Measures::tr(
                "The longest time, in one piece, in which it was ready or blocked.");
        case response:
            return Measures::tr(
                "Response time: from start() to the first moment in which the thread runs.");
        case turnaround:
            return Measures::tr("Turnaround time: from start() to the end of the thread.");
        case taken:
            return Measures::tr(
                "How often it was taken; an RLock that its owner takes again counts once.");
        case contended:
            return Measures::tr("Contention: how often a thread had to wait for it.");
        case hand_overs:
            return Measures::tr(
                "How often another thread took it than the one that had it before.");
        case held:
            return Measures::tr("Hold time, the sum over all threads.");
        case longest_hold:
            return Measures::tr("The longest time that one thread held it.");
        case waited:
            return Measures::tr("Wait time, the sum over all threads.");
        case longest_wait_for_it:
            return Measures::tr("The longest time that one thread waited for it.");
        case most_waiters:
            return Measures::tr("How many threads waited for it at the same moment, at most.");
    }
    return {};
}

QString timeOrDash(const std::optional<Tick>& tick) {
    return tick ? timeline::durationText(*tick) : QStringLiteral("–");
}

QString valueOf(Measure measure, const analysis::ThreadStatistics& thread) {
    switch (measure) {
        case running:
            return timeline::durationText(thread.running);
        case waiting:
            return timeline::durationText(thread.waiting());
        case blocked:
            return timeline::durationText(thread.blocked);
        case sleeping:
            return timeline::durationText(thread.sleeping);
        case turns:
            return number(thread.turns);
        case preempted:
            return number(thread.preempted);
        case longest_wait:
            return timeline::durationText(thread.longest_wait());
        case response:
            return timeOrDash(thread.response);
        case turnaround:
            return timeOrDash(thread.turnaround);
        default:
            return {};
    }
}

QString valueOf(Measure measure, const analysis::ObjectStatistics& object) {
    switch (measure) {
        case taken:
            return number(object.acquired);
        case contended:
            return number(object.contended);
        case hand_overs:
            return number(object.hand_overs);
        case held:
            return timeline::durationText(object.held);
        case longest_hold:
            return timeline::durationText(object.longest_hold);
        case waited:
            return timeline::durationText(object.waited);
        case longest_wait_for_it:
            return timeline::durationText(object.longest_wait);
        case most_waiters:
            return number(object.most_waiters);
        default:
            return {};
    }
}

}  // namespace turnwise::ui
