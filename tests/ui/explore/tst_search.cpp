// A search of all interleavings by a real engine: programs in, verdicts and findings in words out;
// and engines that crash, tell nonsense or are not there.
#include <QAbstractItemModelTester>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>
#include <algorithm>
#include <nlohmann/json.hpp>

#include "tests/ui/explore/explored_programs.h"
#include "ui/explore/outcome_model.h"
#include "ui/explore/problem_model.h"
#include "ui/explore/problem_words.h"
#include "ui/explore/race_guards.h"
#include "ui/explore/race_view.h"
#include "ui/explore/search.h"
#include "ui/explore/verdict_words.h"
#include "ui/look/language.h"

namespace turnwise::ui {

namespace {

constexpr int patience = 120'000;  // milliseconds; the machine may be busy

RunOptions programOf(const QString& text) {
    RunOptions options;
    options.program = QStringLiteral("/no/where/program.py");
    options.sourceText = text;
    return options;
}

// An engine that is a script: how it tells, and how it ends.
class FakeEngine {
  public:
    explicit FakeEngine(const char* script) {
        QFile file(m_folder.filePath(QStringLiteral("engine")));
        if (file.open(QIODevice::WriteOnly)) file.write(QByteArray("#!/bin/sh\n") + script + "\n");
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        qputenv("TURNWISE_ENGINE", file.fileName().toLocal8Bit());
    }
    ~FakeEngine() { qunsetenv("TURNWISE_ENGINE"); }

  private:
    QTemporaryDir m_folder;
};

QStringList kindsOf(const SearchReport& report) {
    QStringList kinds;
    for (const FoundProblem& problem : report.problems)
        kinds << kindWord(problem.kind);
    kinds.sort();
    return kinds;
}

}  // namespace

class TestSearch final : public QObject {
    Q_OBJECT

  private slots:
    void init() { setLanguage(QStringLiteral("en")); }

    void aCorrectProgramIsVerified() {
        Search search;
        explore(search, locked_update_program);
        QCOMPARE(verdictOf(search), Verdict::verified);
        QCOMPARE(
            verdictHeadline(search),
            QStringLiteral("Verified: all 2 interleavings were executed, and nothing was found."));
        QVERIFY(search.report().problems.empty());
        QCOMPARE(search.report().outcomes.size(), std::size_t{1});
        const QString basis = verdictAssumptions(search).join(QLatin1Char('\n'));
        QVERIFY2(basis.contains(QStringLiteral("before every access to what they share")),
                 qPrintable(basis));
        QVERIFY(basis.contains(QStringLiteral("A timeout may come whenever its thread waits")));
        QVERIFY(basis.contains(QStringLiteral("C extension")));
    }

    void aLostUpdateHasTwoOutcomes() {
        Search search;
        explore(search, lost_update_program);
        QCOMPARE(verdictOf(search), Verdict::found);
        QCOMPARE(verdictHeadline(search),
                 QStringLiteral("3 kinds of problem; all 4 interleavings were executed."));
        QCOMPARE(kindsOf(search.report()),
                 QStringList({QStringLiteral("Data race"), QStringLiteral("Data race"),
                              QStringLiteral("Failed assertion")}));
        // What fails comes first.
        QCOMPARE(search.report().problems.front().kind, FoundProblem::Kind::assertion);
        OutcomeModel outcomes;
        const QAbstractItemModelTester tester(&outcomes);
        outcomes.setOutcomes(search.report().outcomes);
        QStringList lines;
        for (int row = 0; row < outcomes.rowCount(); ++row)
            lines << QStringLiteral("%1 %2 %3 %4")
                         .arg(text(outcomes, row, OutcomeModel::nameColumn),
                              text(outcomes, row, OutcomeModel::endingColumn),
                              text(outcomes, row, OutcomeModel::countColumn),
                              text(outcomes, row, OutcomeModel::shareColumn));
        QCOMPARE(lines, QStringList({QStringLiteral("A Finished 2 50.0 %"),
                                     QStringLiteral("B Exception 2 50.0 %")}));
    }

    void findingsAreToldInWords() {
        Search search;
        explore(search, lost_update_program);
        ProblemModel problems;
        const QAbstractItemModelTester tester(&problems);
        problems.setProblems(search.report().problems);
        const QString race = problems.index(1).data().toString();
        QVERIFY2(race.contains(QStringLiteral(
                     "Two threads use counter, and neither has to wait for the other: ")),
                 qPrintable(race));
        QVERIFY2(race.contains(QStringLiteral("it (program.py:5, no lock)")), qPrintable(race));
        QVERIFY2(race.contains(QStringLiteral("reproduced 10/10")), qPrintable(race));
        const QString assertion = problems.index(0).data().toString();
        QVERIFY2(assertion.contains(
                     QStringLiteral("MainThread ends with AssertionError: 1 (program.py:12).")),
                 qPrintable(assertion));
        QVERIFY2(assertion.contains(QStringLiteral("Possible in Python, not on CPython 3.11.")),
                 qPrintable(assertion));
    }

    // The engine works on a copy of text that was not saved; nobody wants to read of it.
    void whatIsToldOfTheCopyIsToldOfTheProgram() {
        Search search;
        explore(search, lost_update_program);
        for (const FoundProblem& problem : search.report().problems) {
            QCOMPARE(problem.places.front().file, QStringLiteral("/no/where/program.py"));
            QVERIFY(!problem.message.contains(QStringLiteral("/turnwise-")));
        }
    }

    void aDeadlockIsFoundWithItsCriticalStep() {
        Search search;
        explore(search, deadlock_program);
        QCOMPARE(kindsOf(search.report()), QStringList{QStringLiteral("Deadlock")});
        const FoundProblem& deadlock = search.report().problems.front();
        QVERIFY(deadlock.critical.has_value());
        QVERIFY(deadlock.sibling.has_value());
        const QString sentence = problemSentence(deadlock);
        QVERIFY2(sentence.contains(QStringLiteral("first waits for right, for ever")),
                 qPrintable(sentence));
        QVERIFY2(sentence.contains(QStringLiteral("second waits for left, for ever")),
                 qPrintable(sentence));
    }

    void theLockThatGuardsAVariableIsMissingSomewhere() {
        Search search;
        explore(search, half_locked_program);
        const auto race = std::ranges::find(search.report().problems, FoundProblem::Kind::race,
                                            &FoundProblem::kind);
        QVERIFY(race != search.report().problems.end());
        QCOMPARE(guardSentence(*race),
                 QStringLiteral("lock guards counter at 2 of 5 accesses, and is missing at the "
                                "others."));
        RaceView view;
        view.setRace(*race);
        const QString lines = view.lines().join(QLatin1Char('\n'));
        QVERIFY2(lines.startsWith(QStringLiteral("No lock is held\n")), qPrintable(lines));
        QVERIFY2(lines.contains(QStringLiteral("\nlock held\n")), qPrintable(lines));
        QCOMPARE(lines.count(QStringLiteral("in the race")), 2);
        const QSignalSpy wanted(&view, &RaceView::lineWanted);
        emit view.tree().itemActivated(view.tree().topLevelItem(0)->child(0), 0);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.front().front().toString(), QStringLiteral("/no/where/program.py"));
    }

    void thePlaceOfAFindingKnowsTheCallsThatLedThere() {
        const FoundProblem race = problemFrom(nlohmann::ordered_json::parse(R"({
            "kind": "race", "places": [{"file": "/a b/p.py", "line": 5, "function": "add", "stack": [
                {"file": "/a b/p.py", "line": 9, "function": "<module>"},
                {"file": "/a b/p.py", "line": 7, "function": "work"},
                {"file": "/a b/p.py", "line": 5, "function": "add"}]}]})"));
        const std::vector<FoundPlace>& callers = race.places.front().callers;
        QCOMPARE(callers.size(), std::size_t{2});
        QCOMPARE(callers.front().function, QStringLiteral("work"));
        QCOMPARE(callers.back().line, 9);
        QCOMPARE(callers.back().file, QStringLiteral("/a b/p.py"));
    }

    void whoPollsForEverIsToldAsAFailure() {
        Search search;
        explore(search, missed_signal_program);
        QCOMPARE(search.report().executions, std::uint64_t{2});  // and one that is none of its own
        const FoundProblem& problem = search.report().problems.front();
        QVERIFY(isFailure(problem.kind));
        QCOMPARE(kindWord(problem.kind), QStringLiteral("Polling for ever"));
        const QString sentence = problemSentence(problem);
        QVERIFY2(
            sentence.startsWith(QStringLiteral(
                "waiter goes round a loop for ever and looks at signal (program.py:8). Nobody")),
            qPrintable(sentence));
        QStringList endings;
        for (const FoundOutcome& outcome : search.report().outcomes)
            endings << endingWord(outcome);
        endings.sort();
        QCOMPARE(endings,
                 (QStringList{QStringLiteral("Finished"), QStringLiteral("Polling for ever")}));
    }

    void severalProcessesCountAsOne() {
        SearchOptions options;
        options.jobs = 2;
        Search search;
        explore(search, lost_update_program, options);
        QCOMPARE(search.report().executions, std::uint64_t{4});
        QVERIFY(search.report().isComplete);
    }

    void stoppingKeepsWhatWasFound() {
        Search search;
        SearchOptions options;
        options.maxSeconds = 0;
        const QSignalSpy finished(&search, &Search::finished);
        search.start(programOf(QString::fromUtf8(endless_program)),
                     QString::fromUtf8(endless_program), options);
        QTRY_VERIFY_WITH_TIMEOUT(!search.report().problems.empty(), patience);
        QVERIFY(progressWords(search).contains(QStringLiteral("found")));
        search.stop();
        QCOMPARE(search.state(), Search::State::stopping);
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, patience);
        QCOMPARE(verdictOf(search), Verdict::incomplete);
        QVERIFY(kindsOf(search.report()).contains(QStringLiteral("Data race")));
        QVERIFY2(verdictHeadline(search).startsWith(
                     QStringLiteral("Not complete: the search was stopped. ")),
                 qPrintable(verdictHeadline(search)));
    }

    void aFindingThatComesBeforeAnyProgressIsCounted() {
        const FakeEngine engine(
            R"(echo '{"finding":{"kind":"race","message":"both write"}}'; exec sleep 100)");
        Search search;
        search.start(programOf(QString()), QString(), {});
        QTRY_VERIFY_WITH_TIMEOUT(!search.report().problems.empty(), patience);
        QCOMPARE(progressWords(search), QStringLiteral("The search begins… · 1 found"));
    }

    void aLimitOfExecutionsIsSaid() {
        SearchOptions options;
        options.maxExecutions = 5;
        Search search;
        explore(search, endless_program, options);
        const QString headline = verdictHeadline(search);
        QVERIFY2(headline.startsWith(
                     QStringLiteral("Not complete: the limit of 5 interleavings was reached. ")),
                 qPrintable(headline));
        QVERIFY2(headline.contains(QStringLiteral("By an estimate about ")), qPrintable(headline));
    }

    void aProgramThatIsNoProgramIsRefusedInWords() {
        Search search;
        explore(search, "def f(:\n");
        QCOMPARE(search.state(), Search::State::failed);
        QCOMPARE(verdictHeadline(search),
                 QStringLiteral("Line 1: Python does not understand this, so nothing was run. "
                                "SyntaxError: invalid syntax"));
    }

    void anEngineThatIsNotThereIsSaid() {
        qputenv("TURNWISE_ENGINE", "/no/such/engine");
        Search search;
        explore(search, lost_update_program);
        qunsetenv("TURNWISE_ENGINE");
        QCOMPARE(search.state(), Search::State::failed);
        QVERIFY2(search.why().startsWith(
                     QStringLiteral("The engine /no/such/engine cannot be started: ")),
                 qPrintable(search.why()));
    }

    void whatEnginesDoWrongIsSaidAndWhatTheyToldIsKept_data() {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QString>("why");
        const QByteArray finding =
            R"(echo '{"finding":{"kind":"race","message":"both write","objects":["x"]}}'; )";
        QTest::newRow("garbage")
            << finding + "echo '<html>'; sleep 100"
            << QStringLiteral(
                   "What the engine sent cannot be read, so it was stopped. It begins "
                   "with: <html>");
        QTest::newRow("crash") << finding + "kill -SEGV $$"
                               << QStringLiteral(
                                      "The engine crashed with signal SIGSEGV "
                                      "(Segmentation fault) before its search was over.");
        QTest::newRow("silence") << finding + "echo 'out of spoons' >&2; exit 3"
                                 << QStringLiteral(
                                        "The engine ended before its search did (exit "
                                        "status 3). out of spoons");
        QTest::newRow("no report")
            << finding + "echo '{\"report\": 7}'"
            << QStringLiteral("The engine ended before its search did (exit status 0).");
    }

    void whatEnginesDoWrongIsSaidAndWhatTheyToldIsKept() {
        QFETCH(const QByteArray, script);
        QFETCH(const QString, why);
        const FakeEngine engine(script.constData());
        Search search;
        explore(search, lost_update_program);
        QCOMPARE(search.state(), Search::State::failed);
        QCOMPARE(search.why(), why);
        QCOMPARE(search.report().problems.size(), std::size_t{1});
        QCOMPARE(problemSentence(search.report().problems.front()), QStringLiteral("both write"));
    }

    // Of a report of another version, what is missing is as if it were not known.
    void aReportWithHolesIsReadAsFarAsItGoes() {
        const FakeEngine engine(
            R"(echo '{"report":{"complete":true,"executions":1,"findings":[{"kind":"new"},3]}}')");
        Search search;
        explore(search, lost_update_program);
        QCOMPARE(verdictOf(search), Verdict::found);
        QCOMPARE(search.report().problems.size(), std::size_t{2});
        QCOMPARE(kindWord(search.report().problems.front().kind), QStringLiteral("Finding"));
    }

    void whatWasCountedButNotKeptIsSaid() {
        const FakeEngine engine(
            R"(echo '{"report":{"complete":true,"executions":5040,"findings":[{"kind":"race"},{"kind":"race"}],)"
            R"("findings_left_out":7,"outcomes":[{"kind":"finished"}],"outcomes_left_out":4040,)"
            R"("left_out_are_counted":false}}')");
        Search search;
        explore(search, lost_update_program);
        QCOMPARE(verdictHeadline(search),
                 QStringLiteral("2 kinds of problem; all 5,040 interleavings were executed. Of at "
                                "least 9 kinds of problem, the 2 that were seen first are listed. "
                                "Of at least 4,041 outcomes, the 1 that were seen first are "
                                "listed."));
    }

    void aVerdictSaysWhatWasNotSeen() {
        const FakeEngine engine(
            R"json(echo '{"report":{"complete":true,"executions":1,"findings":[],)json"
            R"json("unseen":["copy (line 6)","exec (line 9)"]}}')json");
        Search search;
        explore(search, lost_update_program);
        QVERIFY2(verdictHeadline(search).endsWith(
                     QStringLiteral("and nothing was found. But it is not seen what these do to "
                                    "objects that threads share: copy (line 6), exec (line 9).")),
                 qPrintable(verdictHeadline(search)));
    }

    void optionsAreRememberedAndGiven() {
        SearchOptions options;
        options.granularity = QStringLiteral("sync");
        options.mode = QStringLiteral("source");
        options.time = QStringLiteral("faithful");
        options.observesOutput = true;
        options.maxExecutions = 1000;
        options.maxSeconds = 5;
        options.jobs = 2;
        QVERIFY(searchOptionsFrom(toMap(options)) == options);
        QVERIFY(searchOptionsFrom({}) == SearchOptions());
        QVERIFY(searchOptionsFrom({{QStringLiteral("mode"), QStringLiteral("magic")}}) ==
                SearchOptions());
        const QString line =
            searchArguments(options, QStringLiteral("p.py"), {QStringLiteral("--x")})
                .join(QLatin1Char(' '));
        QCOMPARE(line, QStringLiteral("--explore --explore-jobs 2 "
                                      "--explore-granularity sync --explore-mode source "
                                      "--explore-time faithful --explore-executions 1000 "
                                      "--explore-seconds 5 --explore-observe stdout -- p.py --x"));
        options.mode = QStringLiteral("pct");
        QCOMPARE(jobsOf(options), 1);
    }

    void outcomesAreCalledAsColumnsOfASheetAre() {
        QCOMPARE(outcomeName(0), QStringLiteral("A"));
        QCOMPARE(outcomeName(25), QStringLiteral("Z"));
        QCOMPARE(outcomeName(26), QStringLiteral("AA"));
        QCOMPARE(outcomeName(27), QStringLiteral("AB"));
        QCOMPARE(outcomeName(26 + 26 * 26), QStringLiteral("AAA"));
    }

  private:
    static QString text(const OutcomeModel& model, int row, int column) {
        return model.index(row, column).data().toString();
    }

    static void explore(Search& search, const char* text, const SearchOptions& options = {}) {
        const QSignalSpy finished(&search, &Search::finished);
        const QString program = QString::fromUtf8(text);
        search.start(programOf(program), program, options);
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, patience);
        QVERIFY(!search.isRunning());
    }
};

}  // namespace turnwise::ui

QTEST_MAIN(turnwise::ui::TestSearch)
#include "tst_search.moc"
