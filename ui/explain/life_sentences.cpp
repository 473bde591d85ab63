#include <vector>

#include "core/analysis/syntax_error.h"

#include "ui/explain/scene.h"

namespace turnwise::ui {

using trace::Event;
using trace::EventKind;

namespace {

QString created(const Scene& scene, const Event& event) {
    if (event.other == main_thread_id)
        return Sentences::tr("The program begins: Python has made its main thread, %1.")
            .arg(scene.text(event.text));
    const QString who = scene.name(event.thread);
    const QString whom = scene.text(event.text);
    if (event.value != 0)
        return Sentences::tr(
                   "%1 creates daemon thread %2, for which the program will not wait at "
                   "its end; it does nothing until start() is called.")
            .arg(who, whom);
    return Sentences::tr("%1 creates thread %2; it does nothing until start() is called.")
        .arg(who, whom);
}

QString daemonChanged(const Scene& scene, const Event& event) {
    const QString who = scene.name(event.thread);
    const QString whom = scene.name(event.other);
    if (event.value != 0)
        return Sentences::tr("%1 makes %2 a daemon: the program will not wait for it at its end.")
            .arg(who, whom);
    return Sentences::tr(
               "%1 makes %2 a thread that is no daemon: the program will wait for it at "
               "its end.")
        .arg(who, whom);
}

// The threads that wait for the end of `thread`.
std::vector<ThreadId> joiners(const Scene& scene, ThreadId thread) {
    std::vector<ThreadId> found;
    for (const analysis::ThreadInfo& info : scene.before.threads())
        if (info.state == analysis::ThreadState::blocked && info.other == thread)
            found.push_back(info.id);
    return found;
}

QString ended(const Scene& scene, const Event& event) {
    const QString who = scene.name(event.other);
    const auto waiting = joiners(scene, event.other);
    if (!waiting.empty())
        return Sentences::tr("%1 is over; %2 waited for that and can go on.")
            .arg(who, scene.list(waiting));
    if (event.value != 0)
        return Sentences::tr("%1 is over, ended by an exception; the other threads go on.")
            .arg(who);
    if (event.other == main_thread_id) return Sentences::tr("%1 is over.").arg(who);
    return Sentences::tr("%1 is over: its function has returned.").arg(who);
}

// What runs is called first, also the program itself.
bool isSyntaxError(const Scene& scene, const Event& event) {
    return event.other == main_thread_id && event.line != 0 &&
           scene.before.frames(main_thread_id).empty() && analysis::syntax_error(scene.trace());
}

QString stopped(const Scene& scene, const Event& event) {
    const QString who = scene.name(event.other);
    const analysis::ThreadInfo* info = scene.before.thread(event.other);
    if (info && info->line != 0)
        return Sentences::tr(
                   "The program ends, so daemon %1 is stopped abruptly at line %2; nothing "
                   "that it had open is cleaned up.")
            .arg(who, QString::number(info->line));
    return Sentences::tr(
               "The program ends, so daemon %1 is stopped abruptly; nothing that it had "
               "open is cleaned up.")
        .arg(who);
}

}  // namespace

QString syntaxErrorSentence(std::uint32_t line, const QString& message) {
    return Sentences::tr("Line %1: Python does not understand this, so nothing was run. %2")
        .arg(QString::number(line), message);
}

QString lifeSentence(const Scene& scene, const Event& event) {
    const QString who = scene.name(event.thread);
    switch (event.kind) {
        case EventKind::thread_created:
            return created(scene, event);
        case EventKind::thread_renamed:
            return Sentences::tr("%1 gives thread %2 the new name %3.")
                .arg(who, scene.name(event.other), scene.text(event.text));
        case EventKind::thread_daemon:
            return daemonChanged(scene, event);
        case EventKind::thread_started:
            if (event.other == main_thread_id)
                return Sentences::tr(
                           "%1 is there from the beginning of the program; its identifier is %2.")
                    .arg(scene.name(event.other), QString::number(event.value));
            return Sentences::tr(
                       "%1 starts %2, which gets the identifier %3 and may run from now on.")
                .arg(who, scene.name(event.other), QString::number(event.value));
        case EventKind::thread_began:
            if (event.other == main_thread_id)
                return Sentences::tr("%1 begins to execute the program, from its first line on.")
                    .arg(who);
            return Sentences::tr("%1 runs for the first time and calls its run() method.").arg(who);
        case EventKind::thread_exception:
            if (isSyntaxError(scene, event))
                return syntaxErrorSentence(event.line, scene.text(event.text));
            return Sentences::tr("Nobody in %1 catches this exception, so it ends the thread: %2")
                .arg(who, scene.text(event.text));
        case EventKind::thread_ended:
            return ended(scene, event);
        case EventKind::thread_stopped:
            return stopped(scene, event);
        default:
            return {};
    }
}

}  // namespace turnwise::ui
