#include "ui/explain/words.h"

#include <QCoreApplication>

#include "ui/explain/asked_sleep.h"
#include "ui/explain/named.h"
#include "ui/explain/names.h"

namespace turnwise::ui {

using trace::EventKind;
using trace::ObjectType;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(turnwise::ui::Words)
};

// In the order of EventKind.
constexpr const char* kinds[] = {
    QT_TRANSLATE_NOOP("turnwise::ui::Words", "thread created"),
    QT_TRANSLATE_NOOP("turnwise::ui::Words", "thread renamed"),
    QT_TRANSLATE_NOOP("turnwise::ui::Words", "daemon changed"),
    QT_TRANSLATE_NOOP("turnwise::ui::Words", "thread started"),
    QT_TRANSLATE_NOOP("turnwise::ui::Words", "thread began"),
    QT_TRANSLATE_NOOP("turnwise::ui::Words", "uncaught exception"),
    QT_TRANSLATE_NOOP("turnwise::ui::Words", "thread ended"),
    QT_TRANSLATE_NOOP("turnwise::ui::Words", "daemon stopped"),
    QT_TRANSLATE_NOOP("turnwise::ui::Words", "decision"),
    QT_TRANSLATE_NOOP("turnwise::ui::Words", "runs"),
    QT_TRANSLATE_NOOP("turnwise::ui::Words", "blocks"),
    QT_TRANSLATE_NOOP("turnwise::ui::Words", "sleeps"),
    QT_TRANSLATE_NOOP("turnwise::ui::Words", "wakes"),
    QT_TRANSLATE_NOOP("turnwise::ui::Words", "object created"),
    QT_TRANSLATE_NOOP("turnwise::ui::Words", "object named"),
    QT_TRANSLATE_NOOP("turnwise::ui::Words", "acquire"),
    QT_TRANSLATE_NOOP("turnwise::ui::Words", "acquire failed"),
    QT_TRANSLATE_NOOP("turnwise::ui::Words", "release"),
    QT_TRANSLATE_NOOP("turnwise::ui::Words", "wait ended"),
    QT_TRANSLATE_NOOP("turnwise::ui::Words", "notify"),
    QT_TRANSLATE_NOOP("turnwise::ui::Words", "event set"),
    QT_TRANSLATE_NOOP("turnwise::ui::Words", "event cleared"),
    QT_TRANSLATE_NOOP("turnwise::ui::Words", "event tested"),
    QT_TRANSLATE_NOOP("turnwise::ui::Words", "barrier arrived"),
    QT_TRANSLATE_NOOP("turnwise::ui::Words", "barrier tripped"),
    QT_TRANSLATE_NOOP("turnwise::ui::Words", "barrier broken"),
    QT_TRANSLATE_NOOP("turnwise::ui::Words", "barrier reset"),
    QT_TRANSLATE_NOOP("turnwise::ui::Words", "timer cancelled"),
    QT_TRANSLATE_NOOP("turnwise::ui::Words", "timer fired"),
    QT_TRANSLATE_NOOP("turnwise::ui::Words", "local set"),
    QT_TRANSLATE_NOOP("turnwise::ui::Words", "local deleted"),
    QT_TRANSLATE_NOOP("turnwise::ui::Words", "queue put"),
    QT_TRANSLATE_NOOP("turnwise::ui::Words", "queue got"),
    QT_TRANSLATE_NOOP("turnwise::ui::Words", "reads"),
    QT_TRANSLATE_NOOP("turnwise::ui::Words", "writes"),
    QT_TRANSLATE_NOOP("turnwise::ui::Words", "computes"),
    QT_TRANSLATE_NOOP("turnwise::ui::Words", "call"),
    QT_TRANSLATE_NOOP("turnwise::ui::Words", "line"),
    QT_TRANSLATE_NOOP("turnwise::ui::Words", "return"),
    QT_TRANSLATE_NOOP("turnwise::ui::Words", "exception"),
    QT_TRANSLATE_NOOP("turnwise::ui::Words", "variable"),
    QT_TRANSLATE_NOOP("turnwise::ui::Words", "variable deleted"),
    QT_TRANSLATE_NOOP("turnwise::ui::Words", "output"),
    QT_TRANSLATE_NOOP("turnwise::ui::Words", "hook set"),
    QT_TRANSLATE_NOOP("turnwise::ui::Words", "misuse"),
    QT_TRANSLATE_NOOP("turnwise::ui::Words", "program ended"),
    QT_TRANSLATE_NOOP("turnwise::ui::Words", "run ended"),
};
static_assert(std::size(kinds) == trace::event_kind_count);

QString nameAndValue(const QString& name, const QString& value) {
    return value.isEmpty() ? name : QStringLiteral("%1 = %2").arg(name, value);
}

bool speaksOfOther(EventKind kind) {
    return kind <= EventKind::thread_stopped || kind == EventKind::decision ||
           kind == EventKind::wake || kind == EventKind::timer_cancelled;
}

// Kinds whose `value` is a count or a flag of the object that the event names.
bool hasObjectValue(EventKind kind) {
    return kind >= EventKind::acquire && kind <= EventKind::barrier_reset &&
           kind != EventKind::acquire_failed;
}

}  // namespace

QString kindWord(EventKind kind) {
    const auto index = static_cast<std::size_t>(kind);
    return index < std::size(kinds) ? Words::tr(kinds[index]) : Words::tr("unknown");
}

QString stateWord(analysis::ThreadState state) {
    switch (state) {
        case analysis::ThreadState::created:
            return Words::tr("not started");
        case analysis::ThreadState::ready:
            return Words::tr("ready");
        case analysis::ThreadState::running:
            return Words::tr("running");
        case analysis::ThreadState::blocked:
            return Words::tr("blocked");
        case analysis::ThreadState::sleeping:
            return Words::tr("sleeping");
        case analysis::ThreadState::ended:
            break;
    }
    return Words::tr("ended");
}

QString typeWord(ObjectType type) {
    const std::string_view word = trace::to_string(type);
    return QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size()));
}

QString outcomeWord(OutcomeKind kind) {
    switch (kind) {
        case OutcomeKind::finished:
            return Words::tr("Finished");
        case OutcomeKind::deadlock:
            return Words::tr("Deadlock");
        case OutcomeKind::exception:
            return Words::tr("Exception");
        case OutcomeKind::limit:
            return Words::tr("Limit reached");
        case OutcomeKind::crashed:
            return Words::tr("Engine failed");
        case OutcomeKind::unfinished:
            break;
    }
    return Words::tr("Not finished");
}

QString patternWord(analysis::PatternKind kind) {
    using analysis::PatternKind;
    switch (kind) {
        case PatternKind::lost_update:
            return Words::tr("Lost update");
        case PatternKind::check_then_act:
            return Words::tr("Check-then-act");
        case PatternKind::deadly_embrace:
            return Words::tr("Deadly embrace");
        case PatternKind::self_deadlock:
            return Words::tr("Self-deadlock");
        case PatternKind::forgotten_release:
            return Words::tr("Forgotten release");
        case PatternKind::lost_wake_up:
            return Words::tr("Lost wake-up");
        case PatternKind::missing_signal:
            return Words::tr("Missing signal");
        case PatternKind::foreign_release:
            return Words::tr("Release without owning");
        case PatternKind::busy_wait:
            break;
    }
    return Words::tr("Busy waiting");
}

QString valueWords(const analysis::ObjectInfo& object) {
    const QString counter = QString::number(object.counter);
    const QString initial = QString::number(object.initial);
    switch (object.type) {
        case ObjectType::lock:
            return object.counter != 0 ? Words::tr("held") : Words::tr("free");
        case ObjectType::rlock:
            if (object.counter == 0) return Words::tr("free");
            return named(Words::tr("held, depth {depth}"), {{"depth", counter}});
        case ObjectType::semaphore:
        case ObjectType::bounded_semaphore:
            return named(Words::tr("counter {counter} of {initial}"),
                         {{"counter", counter}, {"initial", initial}});
        case ObjectType::event:
            return object.flag ? Words::tr("flag is true") : Words::tr("flag is false");
        case ObjectType::barrier:
            if (object.broken) return Words::tr("broken");
            return named(Words::tr("{arrived} of {parties} arrived"),
                         {{"arrived", counter}, {"parties", initial}});
        case ObjectType::simple_queue:
            return named(Words::tr("items: {items}"), {{"items", counter}});
        case ObjectType::condition:
        case ObjectType::local:
            break;
    }
    return {};
}

QString eventDetail(const trace::Trace& trace, const analysis::State& names,
                    const trace::Event& event) {
    const QString text =
        event.kind == EventKind::decision ? QString() : shortened(textOf(trace, event.text));
    const QString detail = shortened(textOf(trace, event.detail));
    const QString object =
        event.object == no_object ? QString() : objectName(trace, names, event.object);
    if (event.kind == EventKind::variable || event.kind == EventKind::read ||
        event.kind == EventKind::write || event.kind == EventKind::compute)
        return nameAndValue(text, detail);
    if (event.kind == EventKind::local_set)
        return nameAndValue(QStringLiteral("%1.%2").arg(object, text), detail);
    if (event.kind == EventKind::return_ || event.kind == EventKind::hook_set)
        return nameAndValue(text, detail);
    QStringList parts;
    if (speaksOfOther(event.kind) && event.other != no_thread)
        parts << threadName(trace, names, event.other);
    else if (event.kind == EventKind::block && event.object == no_object)
        parts << threadName(trace, names, event.other);
    if (!object.isEmpty())
        parts << (hasObjectValue(event.kind) ? nameAndValue(object, QString::number(event.value))
                                             : object);
    if (event.kind == EventKind::sleep) parts << askedSleep(event);
    if (!text.isEmpty() && !parts.contains(text)) parts << text;
    return parts.join(QStringLiteral("  "));
}

QString sourceLine(const trace::Trace& trace, const trace::Event& event) {
    std::string_view rest = trace.source_of(trace.text(event.file));
    for (std::uint32_t line = 1; line < event.line && !rest.empty(); ++line) {
        const auto end = rest.find('\n');
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
    rest = rest.substr(0, rest.find('\n'));
    return QString::fromUtf8(rest.data(), static_cast<qsizetype>(rest.size())).trimmed();
}

}  // namespace turnwise::ui
