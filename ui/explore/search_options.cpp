#include "ui/explore/search_options.h"

#include <algorithm>

namespace turnwise::ui {

namespace {

// A search that samples does not end of itself.
constexpr quint64 samples_by_default = 10'000;

QString word(const QVariantMap& map, const char* name, const QStringList& known) {
    const QString value = map.value(QLatin1String(name)).toString();
    return known.contains(value) ? value : known.first();
}

const QStringList& granularities() {
    static const QStringList list{QStringLiteral("bytecode"), QStringLiteral("sync"),
                                  QStringLiteral("line"), QStringLiteral("cpython")};
    return list;
}
const QStringList& modes() {
    static const QStringList list{QStringLiteral("optimal"), QStringLiteral("source"),
                                  QStringLiteral("dfs"),     QStringLiteral("random"),
                                  QStringLiteral("pct"),     QStringLiteral("pos"),
                                  QStringLiteral("urw"),     QStringLiteral("surw")};
    return list;
}
const QStringList& times() {
    static const QStringList list{QStringLiteral("abstract"), QStringLiteral("faithful")};
    return list;
}

}  // namespace

bool isSampling(const QString& mode) {
    return modes().indexOf(mode) >= 3;
}

int jobsOf(const SearchOptions& options) {
    const bool isShared =
        options.mode == QLatin1String("optimal") || options.mode == QLatin1String("source");
    return isShared ? std::clamp(options.jobs, 1, most_jobs) : 1;
}

bool tellsTree(const SearchOptions& options) {
    return !isSampling(options.mode) && jobsOf(options) == 1;
}

QStringList searchArguments(const SearchOptions& options, const QString& program,
                            const QStringList& programArguments) {
    const bool isEndless =
        isSampling(options.mode) && options.maxExecutions == 0 && options.maxSeconds == 0;
    QStringList list{QStringLiteral("--explore"),
                     QStringLiteral("--explore-jobs"),
                     QString::number(jobsOf(options)),
                     QStringLiteral("--explore-granularity"),
                     options.granularity,
                     QStringLiteral("--explore-mode"),
                     options.mode,
                     QStringLiteral("--explore-time"),
                     options.time,
                     QStringLiteral("--explore-executions"),
                     QString::number(isEndless ? samples_by_default : options.maxExecutions),
                     QStringLiteral("--explore-seconds"),
                     QString::number(options.maxSeconds)};
    if (options.observesOutput)
        list << QStringLiteral("--explore-observe") << QStringLiteral("stdout");
    if (tellsTree(options))
        list << QStringLiteral("--explore-tree") << QString::number(told_executions);
    return list << QStringLiteral("--") << program << programArguments;
}

QVariantMap toMap(const SearchOptions& options) {
    return {{QStringLiteral("granularity"), options.granularity},
            {QStringLiteral("mode"), options.mode},
            {QStringLiteral("time"), options.time},
            {QStringLiteral("observesOutput"), options.observesOutput},
            {QStringLiteral("maxExecutions"), options.maxExecutions},
            {QStringLiteral("maxSeconds"), options.maxSeconds},
            {QStringLiteral("jobs"), options.jobs}};
}

// What is remembered may be of another version, or edited by hand: what does not fit is as usual.
SearchOptions searchOptionsFrom(const QVariantMap& map) {
    SearchOptions options;
    options.granularity = word(map, "granularity", granularities());
    options.mode = word(map, "mode", modes());
    options.time = word(map, "time", times());
    options.observesOutput = map.value(QStringLiteral("observesOutput")).toBool();
    options.maxExecutions = map.value(QStringLiteral("maxExecutions")).toULongLong();
    options.maxSeconds =
        std::max(0, map.value(QStringLiteral("maxSeconds"), options.maxSeconds).toInt());
    options.jobs = std::clamp(map.value(QStringLiteral("jobs"), 1).toInt(), 1, most_jobs);
    return options;
}

}  // namespace turnwise::ui
