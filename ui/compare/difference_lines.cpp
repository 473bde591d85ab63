// The words for what differs.
#include <QCoreApplication>

#include "ui/compare/difference_model.h"
#include "ui/explain/joined_sentences.h"
#include "ui/explain/named.h"
#include "ui/explain/names.h"
#include "ui/explain/words.h"

namespace turnwise::ui {

using analysis::Comparison;
using analysis::ThreadState;
using Line = DifferenceModel::Line;

namespace {

struct Differences {
    Q_DECLARE_TR_FUNCTIONS(turnwise::ui::Differences)
};

QString qt(const std::string& text) {
    return QString::fromStdString(text);
}

QString shownOf(const std::optional<std::string>& text, const QString& otherwise) {
    return text ? shortened(qt(*text)) : otherwise;
}

QString chosenText(const trace::Trace& trace, const analysis::State& end,
                   const std::optional<EventIndex>& event, ThreadId chosen) {
    if (!event) return Differences::tr("no such decision");
    return named(
        Differences::tr("{thread} at {time}", "thread, time"),
        {{"thread", threadName(trace, end, chosen)}, {"time", timeText(trace[*event].tick)}});
}

void addDecision(std::vector<Line>& lines, const Comparison& comparison) {
    const auto& decision = comparison.decision();
    if (!decision) return;
    lines.push_back(
        {Differences::tr("First different decision, number %1").arg(decision->index),
         chosenText(comparison.trace_a(), comparison.end_a(), decision->a, decision->chosen_a),
         chosenText(comparison.trace_b(), comparison.end_b(), decision->b, decision->chosen_b),
         decision->a.value_or(comparison.trace_a().size()),
         decision->b.value_or(comparison.trace_b().size())});
}

// The moment just after the event that printed a line.
std::optional<EventIndex> printedAt(const trace::Trace& trace, int stream, std::size_t line) {
    std::size_t lines = 1;
    for (EventIndex at = 0; at < trace.size(); ++at) {
        if (trace[at].kind != trace::EventKind::output || trace[at].value != stream) continue;
        const std::string& text = trace.text(trace[at].text);
        if (lines == line ||
            lines + static_cast<std::size_t>(std::ranges::count(text, '\n')) > line)
            return at + 1;
        lines += static_cast<std::size_t>(std::ranges::count(text, '\n'));
    }
    return std::nullopt;
}

void addOutput(std::vector<Line>& lines, const Comparison& comparison) {
    const QString nothing = Differences::tr("nothing more");
    for (const auto& difference : comparison.output())
        lines.push_back({difference.stream == 1
                             ? Differences::tr("Line %1 of the output").arg(difference.line)
                             : Differences::tr("Line %1 of the error output").arg(difference.line),
                         shownOf(difference.a, nothing), shownOf(difference.b, nothing),
                         printedAt(comparison.trace_a(), difference.stream, difference.line),
                         printedAt(comparison.trace_b(), difference.stream, difference.line)});
}

void addVariables(std::vector<Line>& lines, const Comparison& comparison) {
    const QString missing = Differences::tr("does not exist");
    for (const auto& difference : comparison.variables())
        lines.push_back({Differences::tr("Variable %1 at the end").arg(qt(difference.name)),
                         shownOf(difference.a, missing), shownOf(difference.b, missing)});
}

QString endWords(const trace::Trace& trace, const analysis::State& end, ThreadId id) {
    const analysis::ThreadInfo* thread = end.thread(id);
    if (!thread) return Differences::tr("was never created");
    if (thread->failed)
        return Differences::tr("failed: %1").arg(shortened(textOf(trace, thread->exception)));
    if (thread->stopped) return Differences::tr("stopped at the end of the program");
    if (thread->state == ThreadState::blocked && thread->object != no_object)
        return Differences::tr("waits for %1").arg(objectName(trace, end, thread->object));
    if (thread->state == ThreadState::blocked && thread->other != no_thread)
        return Differences::tr("waits for %1").arg(threadName(trace, end, thread->other));
    return stateWord(thread->state);
}

void addThreads(std::vector<Line>& lines, const Comparison& comparison) {
    for (const auto& difference : comparison.threads()) {
        const bool isInA = difference.a != no_thread;
        const QString name =
            isInA ? threadName(comparison.trace_a(), comparison.end_a(), difference.a)
                  : threadName(comparison.trace_b(), comparison.end_b(), difference.b);
        lines.push_back({Differences::tr("Thread %1 at the end").arg(name),
                         endWords(comparison.trace_a(), comparison.end_a(), difference.a),
                         endWords(comparison.trace_b(), comparison.end_b(), difference.b)});
    }
}

QString objectWords(const trace::Trace& trace, const analysis::State& end, ObjectId id) {
    const analysis::ObjectInfo* object = end.object(id);
    if (!object) return Differences::tr("does not exist");
    QStringList parts;
    if (object->owner != no_thread)
        parts << Differences::tr("held by %1").arg(threadName(trace, end, object->owner));
    else if (const QString value = valueWords(*object); !value.isEmpty())
        parts << value;
    if (!object->holders.empty())
        parts << Differences::tr("held by %1").arg(threadList(trace, end, object->holders));
    if (!object->waiters.empty())
        parts << Differences::tr("waiting: %1").arg(threadList(trace, end, object->waiters));
    return parts.isEmpty() ? Differences::tr("nobody waits") : parts.join(QStringLiteral("; "));
}

void addObjects(std::vector<Line>& lines, const Comparison& comparison) {
    for (const auto& difference : comparison.objects()) {
        const bool isInA = difference.a != no_object;
        const QString name =
            isInA ? objectName(comparison.trace_a(), comparison.end_a(), difference.a)
                  : objectName(comparison.trace_b(), comparison.end_b(), difference.b);
        lines.push_back({Differences::tr("%1 at the end", "a primitive").arg(name),
                         objectWords(comparison.trace_a(), comparison.end_a(), difference.a),
                         objectWords(comparison.trace_b(), comparison.end_b(), difference.b)});
    }
}

}  // namespace

std::vector<Line> linesOf(const Comparison& comparison) {
    std::vector<Line> lines;
    if (comparison.is_same_run()) return lines;
    addDecision(lines, comparison);
    if (!comparison.has_same_outcome())
        lines.push_back({Differences::tr("Outcome"), outcomeWord(comparison.outcome_a().kind),
                         outcomeWord(comparison.outcome_b().kind), comparison.trace_a().size(),
                         comparison.trace_b().size()});
    addOutput(lines, comparison);
    addVariables(lines, comparison);
    addThreads(lines, comparison);
    addObjects(lines, comparison);
    if (comparison.trace_a().duration() != comparison.trace_b().duration())
        lines.push_back({Differences::tr("Virtual time"), timeText(comparison.trace_a().duration()),
                         timeText(comparison.trace_b().duration())});
    return lines;
}

QString summaryOf(const Comparison& comparison) {
    if (comparison.is_same_run()) return Differences::tr("The runs are the same, event by event.");
    const QString shared = Differences::tr("%1 events are the same, then the runs part.")
                               .arg(comparison.alignment().shared());
    if (!comparison.ends_alike()) return shared;
    return joinedSentences(
        {shared,
         Differences::tr("They end alike: with the same output and the same variables, threads and "
                         "primitives.")});
}

}  // namespace turnwise::ui
