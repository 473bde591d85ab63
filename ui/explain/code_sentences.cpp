#include "core/analysis/syntax_error.h"
#include "ui/explain/named.h"
#include "ui/explain/outcome_words.h"
#include "ui/explain/scene.h"

namespace turnwise::ui {

using trace::Event;
using trace::EventKind;

namespace {

constexpr qsizetype most_of_a_message = 300;  // characters

QString line(const Scene& scene, const Event& event) {
    const QString who = scene.name(event.thread);
    const QString number = QString::number(event.line);
    const QString source = shortened(scene.sourceLine(event));
    if (source.isEmpty())
        return named(Sentences::tr("{thread} is about to execute line {line}."),
                     {{"thread", who}, {"line", number}});
    return named(Sentences::tr("{thread} is about to execute line {line}:  {source}"),
                 {{"thread", who}, {"line", number}, {"source", source}});
}

QString output(const Scene& scene, const Event& event) {
    const QString who = scene.name(event.thread);
    QString text = textOf(scene.trace(), event.text);
    if (text.endsWith(QLatin1Char('\n'))) text.chop(1);
    if (event.value == 2)
        return named(Sentences::tr("{thread} writes to the error output: “{text}”"),
                     {{"thread", who}, {"text", shortened(text)}});
    return named(Sentences::tr("{thread} prints: “{text}”"),
                 {{"thread", who}, {"text", shortened(text)}});
}

QString hook(const Scene& scene, const Event& event) {
    const QString who = scene.name(event.thread);
    const QString what = scene.text(event.text);
    if (event.detail == 0)
        return named(Sentences::tr("{thread} removes the hook of {function}."),
                     {{"thread", who}, {"function", what}});
    return named(Sentences::tr("{thread} calls {function} with {hook}: Python will call this "
                               "function while the program runs."),
                 {{"thread", who}, {"function", what}, {"hook", scene.text(event.detail)}});
}

QString returned(const Scene& scene, const Event& event) {
    const QString who = scene.name(event.thread);
    const QString function = scene.text(event.text);
    if (event.detail == 0)
        return named(Sentences::tr("{thread} returns from {function}."),
                     {{"thread", who}, {"function", function}});
    return named(Sentences::tr("{thread} returns from {function} with the result {result}."),
                 {{"thread", who}, {"function", function}, {"result", scene.text(event.detail)}});
}

QString misuse(const Scene& scene, const Event& event) {
    const QString who = scene.name(event.thread);
    const QString what = scene.text(event.text);
    if (event.object == no_object)
        return named(Sentences::tr("{thread} does something that Python forbids: {error}"),
                     {{"thread", who}, {"error", what}});
    return named(
        Sentences::tr("{thread} does something with {object} that Python forbids: {error}"),
        {{"thread", who}, {"object", scene.object(event.object)}, {"error", what}});
}

// Whether the function that this line called has just been left by the same exception.
bool comesFromCallee(const Scene& scene, const Event& event) {
    const trace::Trace& trace = scene.trace();
    for (EventIndex at = scene.before.position(); at-- > 0;) {
        const Event& earlier = trace[at];
        if (earlier.thread != event.thread) continue;
        if (earlier.kind == EventKind::exception)
            return earlier.value == event.value + 1 && earlier.text == event.text;
        if (earlier.kind != EventKind::return_ && earlier.kind != EventKind::variable &&
            earlier.kind != EventKind::variable_deleted)
            return false;
    }
    return false;
}

QString exception(const Scene& scene, const Event& event) {
    const QString who = scene.name(event.thread);
    const QString number = QString::number(event.line);
    const QString what = scene.text(event.text);
    if (comesFromCallee(scene, event))
        return named(
            Sentences::tr(
                "The exception goes on to the caller in {thread}, at line {line}: {exception}"),
            {{"thread", who}, {"line", number}, {"exception", what}});
    return named(Sentences::tr("An exception is raised in {thread} at line {line}: {exception}"),
                 {{"thread", who}, {"line", number}, {"exception", what}});
}

// The words of the trace are the engine's, in English; the trace itself says who failed, and of
// what.
QString endedByException(const Scene& scene, const QString& message) {
    if (const auto error = analysis::syntax_error(scene.trace()))
        return syntaxErrorSentence(error->line, shortened(QString::fromStdString(error->message)));
    std::vector<ThreadId> failed;
    for (const analysis::ThreadInfo& thread : scene.before.threads())
        if (thread.failed) failed.push_back(thread.id);
    if (failed.empty())
        return named(Sentences::tr("The run is over, and an exception ended it ({exception})."),
                     {{"exception", message}});
    const QString what = scene.text(scene.before.thread(failed.front())->exception);
    if (failed.front() == main_thread_id)
        return named(
            Sentences::tr("The run is over: an exception ended the main thread ({exception})."),
            {{"exception", what}});
    if (failed.size() > 1)
        return named(Sentences::tr("The run is over; exceptions ended {threads}."),
                     {{"threads", scene.list(failed)}});
    return named(Sentences::tr("The run is over; an exception ended {thread} ({exception})."),
                 {{"thread", scene.name(failed.front())}, {"exception", what}});
}

QString programEnded(const Scene& scene, const Event& event) {
    const QString who = scene.name(event.thread);
    const analysis::ThreadInfo* thread = scene.before.thread(event.thread);
    if (thread && thread->exception != 0)
        return named(
            Sentences::tr("An exception has ended the program's code in {thread}; the program ends "
                          "when all threads that are not daemons have ended."),
            {{"thread", who}});
    return named(Sentences::tr("{thread} has executed its last statement; the program ends when "
                               "all threads that are not daemons have ended."),
                 {{"thread", who}});
}

QString finished(const Scene& scene) {
    std::vector<ThreadId> stopped;
    for (const analysis::ThreadInfo& thread : scene.before.threads())
        if (thread.stopped) stopped.push_back(thread.id);
    if (stopped.empty()) return Sentences::tr("The run is over: every thread has ended.");
    return named(
        Sentences::tr("The run is over: only daemons were left, and they were cut off: {daemons}."),
        {{"daemons", scene.list(stopped)}});
}

QString runEnded(const Scene& scene, const Event& event) {
    const auto kind = static_cast<OutcomeKind>(event.value);
    const QString message =
        shortened(outcomeMessage({kind, scene.trace().text(event.text)}), most_of_a_message);
    switch (kind) {
        case OutcomeKind::finished:
            return finished(scene);
        case OutcomeKind::deadlock:
            return Sentences::tr(
                "Deadlock: no thread can run, and no timeout will ever change that.");
        case OutcomeKind::exception:
            return endedByException(scene, message);
        case OutcomeKind::limit:
            return named(Sentences::tr("The run was stopped because it reached a limit: {limit}"),
                         {{"limit", message}});
        case OutcomeKind::crashed:
            return named(Sentences::tr("The run broke off, because the engine failed: {failure}"),
                         {{"failure", message}});
        case OutcomeKind::unfinished:
            break;
    }
    return Sentences::tr("The trace ends here, but the program did not.");
}

}  // namespace

QString codeSentence(const Scene& scene, const Event& event) {
    const QString who = scene.name(event.thread);
    switch (event.kind) {
        case EventKind::call:
            return named(Sentences::tr("{thread} calls {function}."),
                         {{"thread", who}, {"function", scene.text(event.text)}});
        case EventKind::line:
            return line(scene, event);
        case EventKind::return_:
            return returned(scene, event);
        case EventKind::exception:
            return exception(scene, event);
        case EventKind::output:
            return output(scene, event);
        case EventKind::hook_set:
            return hook(scene, event);
        case EventKind::misuse:
            return misuse(scene, event);
        case EventKind::program_ended:
            return programEnded(scene, event);
        case EventKind::run_ended:
            return runEnded(scene, event);
        default:
            return {};
    }
}

}  // namespace turnwise::ui
