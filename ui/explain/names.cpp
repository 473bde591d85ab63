#include "ui/explain/names.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>

#include "ui/explain/named.h"

namespace turnwise::ui {

namespace {

struct Names {
    Q_DECLARE_TR_FUNCTIONS(turnwise::ui::Names)
};

constexpr std::size_t named_in_a_list = 4;

bool isNameShared(const analysis::State& state, const analysis::ThreadInfo& thread) {
    return std::ranges::any_of(state.threads(), [&](const analysis::ThreadInfo& other) {
        return other.id != thread.id && other.name == thread.name;
    });
}

}  // namespace

QString textOf(const trace::Trace& trace, StringId id) {
    const std::string& text = trace.text(id);
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString threadName(const trace::Trace& trace, const analysis::State& state, ThreadId id) {
    const analysis::ThreadInfo* thread = state.thread(id);
    if (!thread) return Names::tr("an unknown thread");
    const QString name = textOf(trace, thread->name);
    if (name.isEmpty()) return named(Names::tr("thread #{id}"), {{"id", id}});
    return isNameShared(state, *thread) ? QStringLiteral("%1 #%2").arg(name).arg(id) : name;
}

QString objectName(const trace::Trace& trace, const analysis::State& state, ObjectId id) {
    const analysis::ObjectInfo* object = state.object(id);
    if (!object) return Names::tr("an unknown object");
    if (object->name != 0) return textOf(trace, object->name);
    const std::string_view type = trace::to_string(object->type);
    return QStringLiteral("%1 #%2")
        .arg(QLatin1String(type.data(), static_cast<qsizetype>(type.size())))
        .arg(id);
}

QString threadList(const trace::Trace& trace, const analysis::State& state,
                   std::span<const ThreadId> threads) {
    QStringList names;
    for (const ThreadId id : threads.first(std::min(threads.size(), named_in_a_list)))
        names << threadName(trace, state, id);
    if (threads.size() > named_in_a_list)
        return named(
            Names::tr("{names} and {count} more"),
            {{"names", names.join(Names::tr(", "))}, {"count", threads.size() - named_in_a_list}});
    if (names.size() < 2) return names.join(QString());
    const QString last = names.takeLast();
    return named(Names::tr("{names} and {last}"),
                 {{"names", names.join(Names::tr(", "))}, {"last", last}});
}

QString timeText(Tick tick) {
    const auto micros = tick / microsecond;
    const auto whole = micros / 1'000'000;
    QString fraction = QStringLiteral("%1").arg(micros % 1'000'000, 6, 10, QLatin1Char('0'));
    while (fraction.size() > 3 && fraction.endsWith(QLatin1Char('0')))
        fraction.chop(1);
    return named(Names::tr("{whole}.{fraction} s", "virtual time in seconds"),
                 {{"whole", whole}, {"fraction", fraction}});
}

QString shortened(const QString& text, qsizetype limit) {
    QString line = text;
    line.replace(QLatin1Char('\n'), QStringLiteral("⏎"));
    if (line.size() <= limit) return line;
    return line.left(limit - 1) + QStringLiteral("…");
}

}  // namespace turnwise::ui
