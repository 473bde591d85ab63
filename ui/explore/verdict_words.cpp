#include "ui/explore/verdict_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <algorithm>
#include <cmath>

#include "ui/explain/named.h"
#include "ui/explain/scene.h"

namespace turnwise::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(turnwise::ui::Verdicts)
};

QString number(double count) {
    return QLocale().toString(static_cast<qulonglong>(std::max(0.0, std::round(count))));
}

// An estimate is no count: two digits are all that it knows.
QString roughly(double count) {
    const double unit = count < 100 ? 1 : std::pow(10, std::floor(std::log10(count)) - 1);
    return number(std::round(count / unit) * unit);
}

// "" where the estimate says nothing.
QString remaining(double executions, double estimated) {
    return estimated > executions ? Words::tr("By an estimate about %1 more remain.")
                                        .arg(roughly(estimated - executions))
                                  : QString();
}

bool wasTimeUp(const Search& search) {
    const int limit = search.options().maxSeconds;
    return limit > 0 && search.state() == Search::State::over && search.report().seconds >= limit;
}

QString reasonOf(const Search& search) {
    const SearchReport& report = search.report();
    if (report.incomplete == QLatin1String("max-executions"))
        return Words::tr("Not complete: the limit of %1 interleavings was reached.")
            .arg(number(static_cast<double>(search.options().maxExecutions)));
    if (report.incomplete == QLatin1String("stopped") && wasTimeUp(search))
        return Words::tr("Not complete: the limit of %1 seconds was reached.")
            .arg(search.options().maxSeconds);
    if (report.incomplete == QLatin1String("max-steps"))
        return Words::tr(
            "Not complete: some interleavings are longer than the limit of steps, or "
            "do not end.");
    if (report.incomplete == QLatin1String("sampled"))
        return Words::tr("Not complete: interleavings were drawn at random.");
    if (report.incomplete == QLatin1String("not-deterministic"))
        return Words::tr(
                   "No verdict: the same choices did not give the same run, so the program "
                   "depends on something else, such as a real clock or a random number. %1")
            .arg(report.difference)
            .trimmed();
    return Words::tr("Not complete: the search was stopped.");
}

QString countsOf(const SearchReport& report) {
    const QString executed = number(static_cast<double>(report.executions));
    if (report.problems.empty())
        return Words::tr("%1 interleavings were executed, and nothing was found so far.")
            .arg(executed);
    return Words::tr("%n kind(s) of problem in %1 interleavings so far.", nullptr,
                     static_cast<int>(report.problems.size()))
        .arg(executed);
}

// Only the first findings and outcomes are kept. "" where that is all of them.
QString leftOutOf(const SearchReport& report) {
    const auto all = [&](std::size_t kept, std::uint64_t leftOut) {
        const QString text = number(static_cast<double>(kept + leftOut));
        return report.areLeftOutCounted ? text : Words::tr("at least %1").arg(text);
    };
    const auto listed = [](std::size_t kept) { return number(static_cast<double>(kept)); };
    QStringList sentences;
    if (report.problemsLeftOut > 0)
        sentences << named(
            Words::tr("Of {all} kinds of problem, the {listed} that were seen first are listed."),
            {{"all", all(report.problems.size(), report.problemsLeftOut)},
             {"listed", listed(report.problems.size())}});
    if (report.outcomesLeftOut > 0)
        sentences << named(
            Words::tr("Of {all} outcomes, the {listed} that were seen first are listed."),
            {{"all", all(report.outcomes.size(), report.outcomesLeftOut)},
             {"listed", listed(report.outcomes.size())}});
    return oneAfterTheOther(sentences);
}

// What stands in the way of a plain "verified". "" if nothing does.
QString unseenOf(const SearchReport& report) {
    if (report.unseen.isEmpty()) return {};
    return Words::tr("But it is not seen what these do to objects that threads share: %1.")
        .arg(report.unseen.join(Words::tr(", ")));
}

// Of a program that Python does not understand; any other text as it is.
QString failureWords(const QString& why) {
    static const QRegularExpression mistake(
        QStringLiteral("^((?:Syntax|Indentation|Tab)Error: .*) \\([^()]*, line (\\d+)\\)$"));
    const auto match = mistake.match(why);
    return match.hasMatch() ? syntaxErrorSentence(match.captured(2).toUInt(), match.captured(1))
                            : why;
}

}  // namespace

QString oneAfterTheOther(const QStringList& sentences) {
    QString text;
    for (const QString& sentence : sentences)
        text = text.isEmpty() ? sentence : sentence.isEmpty() ? text : joined(text, sentence);
    return text;
}

Verdict verdictOf(const Search& search) {
    switch (search.state()) {
        case Search::State::failed:
            return Verdict::failed;
        case Search::State::over:
            if (!search.report().isComplete) return Verdict::incomplete;
            return search.report().problems.empty() ? Verdict::verified : Verdict::found;
        default:
            return Verdict::none;
    }
}

QString verdictHeadline(const Search& search) {
    const SearchReport& report = search.report();
    switch (verdictOf(search)) {
        case Verdict::none:
            return {};
        case Verdict::failed:
            return failureWords(search.why());
        case Verdict::verified:
            return oneAfterTheOther(
                {Words::tr(
                     "Verified: all %Ln interleaving(s) were executed, and nothing was found.",
                     nullptr, static_cast<int>(report.ended)),
                 unseenOf(report), leftOutOf(report)});
        case Verdict::found:
            return oneAfterTheOther(
                {Words::tr("%n kind(s) of problem; all %1 interleavings were executed.", nullptr,
                           static_cast<int>(report.problems.size()))
                     .arg(number(static_cast<double>(report.ended))),
                 unseenOf(report), leftOutOf(report)});
        case Verdict::incomplete:
            break;
    }
    QStringList sentences{reasonOf(search), countsOf(report)};
    const bool isSampled = report.incomplete == QLatin1String("sampled");
    if (!isSampled)
        sentences << remaining(static_cast<double>(report.executions), report.estimatedExecutions);
    sentences << leftOutOf(report);
    return oneAfterTheOther(sentences);
}

QStringList verdictAssumptions(const Search& search) {
    const SearchOptions& options = search.options();
    QStringList list{searchGranularityTip(options.granularity), searchTimeTip(options.time)};
    if (isSampling(options.mode)) list << searchModeTip(options.mode);
    list << (options.observesOutput
                 ? Words::tr("The order in which threads print makes another outcome.")
                 : Words::tr("The order in which threads print does not matter."));
    list << Words::tr("What a C extension does inside, files and the network are not seen.");
    return list;
}

QString progressWords(const Search& search) {
    const Search::Progress& progress = search.progress();
    const auto executions = static_cast<double>(progress.executions);
    // A finding may be told before there is any progress.
    QStringList parts{progress.executions == 0 ? Words::tr("The search begins…")
                                               : Words::tr("%Ln interleaving(s)", nullptr,
                                                           static_cast<int>(executions))};
    if (progress.executions > 0 && progress.seconds > 0)
        parts << Words::tr("%1 a second").arg(roughly(executions / progress.seconds));
    if (progress.estimatedExecutions > executions)
        parts << Words::tr("about %1 more").arg(roughly(progress.estimatedExecutions - executions));
    if (!search.report().problems.empty())
        parts << Words::tr("%n found", nullptr, static_cast<int>(search.report().problems.size()));
    return parts.join(QStringLiteral(" · "));
}

QString searchGranularityWord(const QString& granularity) {
    if (granularity == QLatin1String("sync")) return Words::tr("At primitives");
    if (granularity == QLatin1String("line")) return Words::tr("Between lines");
    if (granularity == QLatin1String("cpython")) return Words::tr("As CPython 3.11");
    return Words::tr("Anywhere in Python");
}

QString searchGranularityTip(const QString& granularity) {
    if (granularity == QLatin1String("sync"))
        return Words::tr(
            "Threads are switched at locks and other primitives only; what happens "
            "between them is taken to be one step.");
    if (granularity == QLatin1String("line"))
        return Words::tr(
            "Threads are switched between lines and at primitives, never inside a "
            "line.");
    if (granularity == QLatin1String("cpython"))
        return Words::tr("Threads are switched only where CPython 3.11 can switch them.");
    return Words::tr(
        "Threads may be switched before every access to what they share: all that "
        "the language allows.");
}

QString searchModeWord(const QString& mode) {
    if (mode == QLatin1String("optimal")) return Words::tr("Everything, each once");
    if (mode == QLatin1String("source")) return Words::tr("Everything (source sets)");
    if (mode == QLatin1String("dfs")) return Words::tr("Every schedule there is");
    if (mode == QLatin1String("random")) return Words::tr("Samples: random");
    return Words::tr("Samples: %1").arg(mode.toUpper());
}

QString searchModeTip(const QString& mode) {
    if (mode == QLatin1String("optimal"))
        return Words::tr(
            "Every interleaving that makes a difference, each exactly once (optimal "
            "DPOR).");
    if (mode == QLatin1String("source"))
        return Words::tr(
            "Every interleaving that makes a difference, some of them more than once "
            "(DPOR with source sets).");
    if (mode == QLatin1String("dfs"))
        return Words::tr("Every schedule, also those that make no difference: for small programs.");
    return Words::tr(
        "Interleavings are drawn at random: for programs that are too large to be "
        "searched completely.");
}

QString searchTimeWord(const QString& time) {
    return time == QLatin1String("faithful") ? Words::tr("As the clock says")
                                             : Words::tr("Any timing");
}

QString searchTimeTip(const QString& time) {
    return time == QLatin1String("faithful")
               ? Words::tr("Sleeps and timeouts end in the order of their times.")
               : Words::tr(
                     "A timeout may come whenever its thread waits, and a sleep orders "
                     "nothing.");
}

}  // namespace turnwise::ui
