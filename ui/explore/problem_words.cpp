#include "ui/explore/problem_words.h"

#include <QCoreApplication>
#include <QFileInfo>

#include "ui/explain/named.h"
#include "ui/explain/outcome_words.h"
#include "ui/explain/scene.h"

namespace turnwise::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(turnwise::ui::Findings)
};

using Kind = FoundProblem::Kind;

QString nameAt(const QStringList& names, std::size_t place) {
    return names.value(static_cast<qsizetype>(place));
}

QString withPlace(const QString& sentence, const FoundPlace& place) {
    const QString where = placeWords(place);
    return where.isEmpty() ? Words::tr("%1.", "a sentence").arg(sentence)
                           : named(Words::tr("{sentence} ({place}).", "a sentence, a place"),
                                   {{"sentence", sentence}, {"place", where}});
}

QString inOneText(const QStringList& sentences) {
    QString text;
    for (const QString& sentence : sentences)
        text = text.isEmpty() ? sentence : joined(text, sentence);
    return text;
}

// One sentence for each that waits.
QString deadlockSentence(const FoundProblem& problem) {
    QStringList sentences;
    for (std::size_t i = 0; i < static_cast<std::size_t>(problem.threads.size()); ++i) {
        const QString object = nameAt(problem.objects, i);
        const FoundPlace place = i < problem.places.size() ? problem.places[i] : FoundPlace();
        const QString who = nameAt(problem.threads, i);
        sentences << withPlace(object.isEmpty()
                                   ? Words::tr("%1 waits for ever").arg(who)
                                   : named(Words::tr("{thread} waits for {object}, for ever"),
                                           {{"thread", who}, {"object", object}}),
                               place);
    }
    return inOneText(sentences);
}

// Who polls what; then those who wait for that.
QString pollingSentence(const FoundProblem& problem) {
    if (problem.threads.isEmpty()) return {};
    const FoundPlace place = problem.places.empty() ? FoundPlace() : problem.places.front();
    return joined(
        withPlace(named(Words::tr("{thread} goes round a loop for ever and looks at {variables}"),
                        {{"thread", problem.threads.front()},
                         {"variables", problem.objects.isEmpty() ? Words::tr("nothing")
                                                                 : listWords(problem.objects)}}),
                  place),
        Words::tr("Nobody is left to change that."));
}

QString raceSentence(const FoundProblem& problem) {
    if (problem.race.size() < 2) return {};
    const auto words = [](const FoundAccess& access) {
        return named(Words::tr("{thread} {accesses} it ({place}, {locks})",
                               "thread, reads or writes, place, locks held"),
                     {{"thread", access.threads.value(0)},
                      {"accesses", accessWord(access.kind)},
                      {"place", placeWords(access.place)},
                      {"locks", locksWords(access.locks)}});
    };
    return named(Words::tr("Two threads use {variable}, and neither has to wait for the other: "
                           "{first}, and {second}."),
                 {{"variable", nameAt(problem.objects, 0)},
                  {"first", words(problem.race[0])},
                  {"second", words(problem.race[1])}});
}

QString errorSentence(const FoundProblem& problem) {
    const QString line = problem.traceback.trimmed().section(QLatin1Char('\n'), -1);
    if (line.isEmpty() || problem.threads.isEmpty()) return {};
    const FoundPlace place = problem.places.empty() ? FoundPlace() : problem.places.front();
    return withPlace(named(Words::tr("{thread} ends with {error}"),
                           {{"thread", problem.threads.front()}, {"error", line}}),
                     place);
}

QString orderSentence(const FoundProblem& problem) {
    QStringList sentences;
    const auto count = static_cast<std::size_t>(problem.objects.size());
    for (std::size_t i = 0; i < count && i < problem.places.size(); ++i)
        sentences << withPlace(named(Words::tr("{thread} takes {lock} while it holds {held}"),
                                     {{"thread", nameAt(problem.threads, i)},
                                      {"lock", nameAt(problem.objects, (i + 1) % count)},
                                      {"held", nameAt(problem.objects, i)}}),
                               problem.places[i]);
    if (sentences.isEmpty()) return {};
    return Words::tr("Locks are taken in different orders, which can end in a deadlock. %1")
        .arg(inOneText(sentences));
}

QString ownSentence(const FoundProblem& problem) {
    switch (problem.kind) {
        case Kind::deadlock:
            return deadlockSentence(problem);
        case Kind::polling:
            return pollingSentence(problem);
        case Kind::exception:
        case Kind::assertion:
            return errorSentence(problem);
        case Kind::race:
            return raceSentence(problem);
        case Kind::lock_order:
            return orderSentence(problem);
        case Kind::lock_held:
            return named(
                Words::tr("{thread} ended and kept {lock}: nobody can take it any more. A with "
                          "statement would release it."),
                {{"thread", nameAt(problem.threads, 0)}, {"lock", nameAt(problem.objects, 0)}});
        case Kind::not_joined:
            return Words::tr(
                       "Nobody waits for %1 to end (join), and what it does races with what "
                       "others do.")
                .arg(nameAt(problem.threads, 0));
        case Kind::livelock:
            if (problem.threads.isEmpty()) return {};
            if (!problem.objects.isEmpty())
                return Words::tr(
                           "%1 give way to each other: each gives back what it has and begins "
                           "again, because another one holds what it wants. In step, they "
                           "can do so for ever.")
                    .arg(listWords(problem.threads));
            return Words::tr("The same steps are taken again and again, without progress, by %1.")
                .arg(listWords(problem.threads));
        case Kind::limit:
            return outcomeMessage({OutcomeKind::limit, problem.message.toStdString()});
        case Kind::other:
            break;
    }
    return {};
}

}  // namespace

QString kindWord(Kind kind) {
    switch (kind) {
        case Kind::deadlock:
            return Words::tr("Deadlock");
        case Kind::polling:
            return Words::tr("Polling for ever");
        case Kind::exception:
            return Words::tr("Exception");
        case Kind::assertion:
            return Words::tr("Failed assertion");
        case Kind::race:
            return Words::tr("Data race");
        case Kind::lock_order:
            return Words::tr("Lock order");
        case Kind::lock_held:
            return Words::tr("Lock that was kept");
        case Kind::not_joined:
            return Words::tr("Thread that nobody joins");
        case Kind::livelock:
            return Words::tr("Livelock");
        case Kind::limit:
            return Words::tr("Limit");
        case Kind::other:
            break;
    }
    return Words::tr("Finding");
}

QString kindIcon(Kind kind) {
    switch (kind) {
        case Kind::deadlock:
            return QStringLiteral("deadlock");
        case Kind::exception:
        case Kind::assertion:
            return QStringLiteral("error");
        case Kind::race:
            return QStringLiteral("race");
        case Kind::lock_order:
        case Kind::lock_held:
            return QStringLiteral("lock");
        case Kind::polling:
        case Kind::livelock:
        case Kind::limit:
            return QStringLiteral("livelock");
        case Kind::not_joined:
        case Kind::other:
            break;
    }
    return QStringLiteral("warning");
}

QString problemSentence(const FoundProblem& problem) {
    const QString own = ownSentence(problem);
    return own.isEmpty() ? problem.message : own;
}

QString problemFacts(const FoundProblem& problem) {
    QStringList facts;
    if (!problem.threads.isEmpty()) facts << listWords(problem.threads);
    if (!problem.places.empty())
        if (const QString place = placeWords(problem.places.front()); !place.isEmpty())
            facts << place;
    facts << Words::tr("%n preemption(s)", nullptr, problem.preemptions);
    facts << Words::tr("in %n interleaving(s)", nullptr, static_cast<int>(problem.executions));
    if (!problem.reproduced.isEmpty())
        facts << Words::tr("reproduced %1", "10/10").arg(problem.reproduced);
    return facts.join(QStringLiteral(" · "));
}

QString onCpythonSentence(const FoundProblem& problem) {
    if (problem.onCpython == QLatin1String("impossible"))
        return Words::tr("Possible in Python, not on CPython 3.11.");
    if (problem.onCpython == QLatin1String("possible"))
        return Words::tr("Possible on CPython 3.11, too.");
    if (problem.onCpython == QLatin1String("not found"))
        return Words::tr("Not found on CPython 3.11, in a search that was not complete.");
    return {};
}

QString placeWords(const FoundPlace& place, const QString& program) {
    if (place.line == 0) return {};
    if (place.file == program) return Words::tr("line %1").arg(place.line);
    return QStringLiteral("%1:%2").arg(QFileInfo(place.file).fileName()).arg(place.line);
}

QString locksWords(const QStringList& locks) {
    return locks.isEmpty() ? Words::tr("no lock") : listWords(locks);
}

QString accessWord(const QString& kind) {
    if (kind == QLatin1String("read")) return Words::tr("reads");
    if (kind == QLatin1String("write")) return Words::tr("writes");
    if (kind == QLatin1String("update")) return Words::tr("reads and writes");
    return kind;
}

QString listWords(const QStringList& list) {
    if (list.size() < 2) return list.value(0);
    return named(Words::tr("{names} and {last}"),
                 {{"names", QStringList(list.mid(0, list.size() - 1)).join(Words::tr(", "))},
                  {"last", list.last()}});
}

}  // namespace turnwise::ui
