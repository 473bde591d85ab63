#include "ui/hand/hand_words.h"

#include <QCoreApplication>

#include "core/analysis/outlook.h"
#include "ui/explain/explainer.h"
#include "ui/explain/joined_sentences.h"
#include "ui/explain/named.h"
#include "ui/explain/names.h"
#include "ui/explain/words.h"

namespace turnwise::ui {

using analysis::Outlook;
using trace::Inquiry;
using trace::ObjectType;
using trace::Operation;
using trace::Prospect;

namespace {

struct HandWords {
    Q_DECLARE_TR_FUNCTIONS(turnwise::ui::HandWords)
};

struct Scene {
    const trace::Trace& trace;
    const analysis::State& state;
    const Prospect& prospect;

    QString other() const { return threadName(trace, state, prospect.other); }
    QString object() const {
        return prospect.object_name.empty() ? objectName(trace, state, prospect.object)
                                            : QString::fromStdString(prospect.object_name);
    }
    ObjectType type() const {
        const analysis::ObjectInfo* info = state.object(prospect.object);
        return info ? info->type : ObjectType::lock;
    }
};

QString sourceLine(const Scene& scene) {
    const std::string& source = scene.trace.source_of(scene.prospect.file);
    const QString text = QString::fromUtf8(source.data(), static_cast<qsizetype>(source.size()));
    return text.section(QLatin1Char('\n'), scene.prospect.line - 1, scene.prospect.line - 1)
        .trimmed();
}

QString lineSentence(const Scene& scene) {
    if (scene.prospect.line == 0) return HandWords::tr("It goes on in library code.");
    const QString line = QString::number(scene.prospect.line);
    const QString text = shortened(sourceLine(scene));
    return text.isEmpty() ? HandWords::tr("It executes line %1.").arg(line)
                          : named(HandWords::tr("It executes line {line}: {source}"),
                                  {{"line", line}, {"source", text}});
}

QString afterWaiting(const Scene& scene) {
    switch (scene.prospect.operation) {
        case Operation::sleep:
            return HandWords::tr("It goes on after its sleep.");
        case Operation::join:
            return HandWords::tr("It goes on, having waited for %1 to end.").arg(scene.other());
        case Operation::start:
            return HandWords::tr("It goes on, having started %1.").arg(scene.other());
        case Operation::acquire:
            return HandWords::tr("It tries again to acquire %1.").arg(scene.object());
        case Operation::outside:
            return HandWords::tr(
                "It goes on after waiting for a file, a socket or another process.");
        default:
            return HandWords::tr("It goes on, having waited for %1.").arg(scene.object());
    }
}

QString waitSentence(const Scene& scene) {
    switch (scene.type()) {
        case ObjectType::condition:
            return HandWords::tr("It gives its lock away and waits until %1 is notified.")
                .arg(scene.object());
        case ObjectType::barrier:
            return HandWords::tr("It arrives at %1.").arg(scene.object());
        default:
            return HandWords::tr("It waits until %1 is set.").arg(scene.object());
    }
}

QString onObject(const Scene& scene) {
    const QString object = scene.object();
    switch (scene.prospect.operation) {
        case Operation::acquire:
            return HandWords::tr("It acquires %1.").arg(object);
        case Operation::release:
            return HandWords::tr("It releases %1.").arg(object);
        case Operation::notify:
            return HandWords::tr("It notifies %1.").arg(object);
        case Operation::set:
            return HandWords::tr("It sets %1.").arg(object);
        case Operation::clear:
            return HandWords::tr("It resets %1.").arg(object);
        case Operation::test:
            return HandWords::tr("It looks at the state of %1.").arg(object);
        case Operation::get:
            return HandWords::tr("It takes an item from %1.").arg(object);
        case Operation::put:
            return HandWords::tr("It puts an item into %1.").arg(object);
        case Operation::cancel:
            return HandWords::tr("It breaks %1.").arg(object);
        case Operation::wait:
            return waitSentence(scene);
        default:
            return HandWords::tr("It goes on.");
    }
}

QString onThread(const Scene& scene) {
    switch (scene.prospect.operation) {
        case Operation::start:
            return HandWords::tr("It starts %1, and waits until that runs.").arg(scene.other());
        case Operation::cancel:
            return HandWords::tr("It cancels the timer %1.").arg(scene.other());
        case Operation::test:
            return HandWords::tr("It asks whether %1 is alive.").arg(scene.other());
        case Operation::exit:
            return HandWords::tr("It waits for the threads that are left.");
        default:
            return HandWords::tr("It joins %1.").arg(scene.other());
    }
}

QString action(const Scene& scene) {
    const Prospect& prospect = scene.prospect;
    if (prospect.operation == Operation::none) return HandWords::tr("It begins to run.");
    if (prospect.has_waited) return afterWaiting(scene);
    if (prospect.operation == Operation::line) return lineSentence(scene);
    if (prospect.operation == Operation::access)
        return named(
            HandWords::tr("It reads or writes {variable} (line {line})."),
            {{"variable", QString::fromStdString(prospect.text)}, {"line", prospect.line}});
    if (prospect.other != no_thread) return onThread(scene);
    return prospect.operation == Operation::check ? HandWords::tr("It goes on.") : onObject(scene);
}

QString effect(const Scene& scene, const Outlook& outlook) {
    const bool isKept = outlook.keeper != no_thread;
    const QString keeper =
        isKept ? threadName(scene.trace, scene.state, outlook.keeper) : QString();
    switch (outlook.effect) {
        case Outlook::Effect::waits:
            if (scene.prospect.other != no_thread)
                return HandWords::tr("It would have to wait: %1 is alive.").arg(keeper);
            return isKept ? HandWords::tr("It would have to wait: %1 holds it.").arg(keeper)
                          : HandWords::tr("It would have to wait.");
        case Outlook::Effect::gives_up:
            return isKept ? HandWords::tr("It would not get it: %1 holds it.").arg(keeper)
                          : HandWords::tr("It would not get it.");
        case Outlook::Effect::waits_for_itself:
            return HandWords::tr("It would wait for ever: it holds it itself.");
        default:
            return {};
    }
}

}  // namespace

QString inquiryTitle(const trace::Trace& trace, const analysis::State& state,
                     const Inquiry& inquiry) {
    if (!inquiry.is_decision) return HandWords::tr("Only one thread can go on here.");
    const QString index = QString::number(inquiry.decision);
    switch (inquiry.question) {
        case trace::Question::who_is_woken:
            return named(
                HandWords::tr(
                    "Decision {decision}: who is woken, of those that wait for {object}?"),
                {{"decision", index}, {"object", objectName(trace, state, inquiry.object)}});
        case trace::Question::who_is_first:
            return HandWords::tr("Decision %1: who is first, of those that act at the same moment?")
                .arg(index);
        default:
            return HandWords::tr("Decision %1: who runs?").arg(index);
    }
}

QString inquiryReason(const Inquiry& inquiry, const QString& breakpoint) {
    if (!inquiry.remark.empty()) return QString::fromStdString(inquiry.remark);
    switch (inquiry.reason) {
        case Inquiry::Reason::breakpoint:
            return breakpoint.isEmpty()
                       ? HandWords::tr("A thread has come to the line of the cursor.")
                       : HandWords::tr("Stopped at a breakpoint: %1.")
                             .arg(breakpointWords(breakpoint));
        case Inquiry::Reason::thread_run:
            return HandWords::tr("The thread that was to run cannot go on.");
        case Inquiry::Reason::frozen:
            return HandWords::tr(
                "Only frozen threads could go on. Choose one all the same, or thaw it.");
        default:
            return {};
    }
}

QString prospectSentence(const analysis::Intervals& intervals, const analysis::Steps& steps,
                         const analysis::State& state, const Prospect& prospect) {
    const trace::Trace& trace = intervals.trace();
    const analysis::ThreadInfo* info = state.thread(prospect.thread);
    if (!prospect.is_candidate) {
        const bool isAble = info && (info->state == analysis::ThreadState::ready ||
                                     info->state == analysis::ThreadState::running);
        return isAble ? HandWords::tr("It could run, but is not asked about here.")
                      : Explainer(intervals, steps).thread(state, prospect.thread);
    }
    const Scene scene{trace, state, prospect};
    if (info && info->state == analysis::ThreadState::blocked)
        return HandWords::tr("It waits for %1 and would be woken.").arg(scene.object());
    const QString what = action(scene);
    const QString then = effect(scene, outlook(state, prospect));
    return then.isEmpty() ? what : joinedSentences({what, then});
}

QString breakpointWords(const QString& breakpoint) {
    const QString kind = breakpoint.section(QLatin1Char(' '), 0, 0);
    const QString rest = breakpoint.section(QLatin1Char(' '), 1);
    if (kind == QLatin1String("line")) return HandWords::tr("before line %1").arg(rest);
    if (kind == QLatin1String("owner")) return HandWords::tr("%1 changes its owner").arg(rest);
    if (kind == QLatin1String("use")) return HandWords::tr("%1 is used").arg(rest);
    if (kind == QLatin1String("value"))
        return named(HandWords::tr("{thread} comes to {place}"),
                     {{"thread", rest.section(QLatin1Char(' '), 1)},
                      {"place", rest.section(QLatin1Char(' '), 0, 0)}});
    for (int event = 0; event < trace::event_kind_count; ++event)
        if (rest == QString::fromUtf8(to_string(static_cast<trace::EventKind>(event))))
            return HandWords::tr("after an event: %1")
                .arg(kindWord(static_cast<trace::EventKind>(event)));
    return breakpoint;
}

}  // namespace turnwise::ui
