#include <vector>

#include "core/analysis/syntax_error.h"

#include "ui/explain/named.h"
#include "ui/explain/scene.h"

namespace turnwise::ui {

using trace::Event;
using trace::EventKind;

namespace {

QString created(const Scene& scene, const Event& event) {
    if (event.other == main_thread_id)
        return named(
            Sentences::tr("The program begins: Python has made its main thread, {thread}."),
            {{"thread", scene.text(event.text)}});
    const QString who = scene.name(event.thread);
    const QString whom = scene.text(event.text);
    if (event.value != 0)
        return named(
            Sentences::tr("{thread} creates daemon thread {other}, for which the program will not "
                          "wait at its end; it does nothing until start() is called."),
            {{"thread", who}, {"other", whom}});
    return named(
        Sentences::tr("{thread} creates thread {other}; it does nothing until start() is called."),
        {{"thread", who}, {"other", whom}});
}

QString daemonChanged(const Scene& scene, const Event& event) {
    const QString who = scene.name(event.thread);
    const QString whom = scene.name(event.other);
    if (event.value != 0)
        return named(
            Sentences::tr(
                "{thread} makes {other} a daemon: the program will not wait for it at its end."),
            {{"thread", who}, {"other", whom}});
    return named(Sentences::tr("{thread} makes {other} a thread that is no daemon: the program "
                               "will wait for it at its end."),
                 {{"thread", who}, {"other", whom}});
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
        return named(Sentences::tr("{thread} is over; {waiting} waited for that and can go on."),
                     {{"thread", who}, {"waiting", scene.list(waiting)}});
    if (event.value != 0)
        return named(
            Sentences::tr("{thread} is over, ended by an exception; the other threads go on."),
            {{"thread", who}});
    if (event.other == main_thread_id)
        return named(Sentences::tr("{thread} is over."), {{"thread", who}});
    return named(Sentences::tr("{thread} is over: its function has returned."), {{"thread", who}});
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
        return named(Sentences::tr("The program ends, so daemon {thread} is stopped abruptly at "
                                   "line {line}; nothing that it had open is cleaned up."),
                     {{"thread", who}, {"line", info->line}});
    return named(Sentences::tr("The program ends, so daemon {thread} is stopped abruptly; nothing "
                               "that it had open is cleaned up."),
                 {{"thread", who}});
}

}  // namespace

QString syntaxErrorSentence(std::uint32_t line, const QString& message) {
    return named(Sentences::tr(
                     "Line {line}: Python does not understand this, so nothing was run. {message}"),
                 {{"line", line}, {"message", message}});
}

QString lifeSentence(const Scene& scene, const Event& event) {
    const QString who = scene.name(event.thread);
    switch (event.kind) {
        case EventKind::thread_created:
            return created(scene, event);
        case EventKind::thread_renamed:
            return named(Sentences::tr("{thread} gives thread {old_name} the new name {new_name}."),
                         {{"thread", who},
                          {"old_name", scene.name(event.other)},
                          {"new_name", scene.text(event.text)}});
        case EventKind::thread_daemon:
            return daemonChanged(scene, event);
        case EventKind::thread_started:
            if (event.other == main_thread_id)
                return named(Sentences::tr("{thread} is there from the beginning of the program; "
                                           "its identifier is {identifier}."),
                             {{"thread", scene.name(event.other)}, {"identifier", event.value}});
            return named(
                Sentences::tr("{thread} starts {other}, which gets the identifier {identifier} and "
                              "may run from now on."),
                {{"thread", who}, {"other", scene.name(event.other)}, {"identifier", event.value}});
        case EventKind::thread_began:
            if (event.other == main_thread_id)
                return named(Sentences::tr(
                                 "{thread} begins to execute the program, from its first line on."),
                             {{"thread", who}});
            return named(
                Sentences::tr("{thread} runs for the first time and calls its run() method."),
                {{"thread", who}});
        case EventKind::thread_exception:
            if (isSyntaxError(scene, event))
                return syntaxErrorSentence(event.line, scene.text(event.text));
            return named(Sentences::tr("Nobody in {thread} catches this exception, so it ends the "
                                       "thread: {exception}"),
                         {{"thread", who}, {"exception", scene.text(event.text)}});
        case EventKind::thread_ended:
            return ended(scene, event);
        case EventKind::thread_stopped:
            return stopped(scene, event);
        default:
            return {};
    }
}

}  // namespace turnwise::ui
