// `turnwise explore` as a person calls it: every program of tests/data/explore has its verdict
// here.
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include "tests/app/command.h"

using namespace turnwise;
using support::Done;

namespace {

QString program(const QString& name) {
    return QString(EXPLORED) + "/" + name + ".py";
}

Done explored(const QString& name, const QStringList& options = {}) {
    return support::turnwise(QStringList{"explore", program(name), "--report", "json", "--quiet"} +
                             options);
}

QJsonObject reportOf(const Done& done) {
    return QJsonDocument::fromJson(done.output.toUtf8()).object();
}

QStringList kindsOf(const QJsonObject& report) {
    QStringList kinds;
    for (const auto& finding : report["findings"].toArray()) {
        const QString kind = finding.toObject()["kind"].toString();
        if (!kinds.contains(kind)) kinds << kind;
    }
    kinds.sort();
    return kinds;
}

bool isFailure(const QString& kind) {
    return QStringList{"deadlock", "polling", "exception", "assertion"}.contains(kind);
}

// The fewest preemptions of a failure; -1 if there is none.
int preemptionsOf(const QJsonObject& report) {
    int fewest = -1;
    for (const auto& value : report["findings"].toArray()) {
        const QJsonObject finding = value.toObject();
        if (!isFailure(finding["kind"].toString())) continue;
        const int preemptions = finding["preemptions"].toInt();
        fewest = fewest < 0 ? preemptions : std::min(fewest, preemptions);
    }
    return fewest;
}

// Without what depends on which execution was the first: words, and the schedule of advice.
QStringList findingsIn(const QJsonObject& report) {
    QStringList all;
    for (const auto& value : report["findings"].toArray()) {
        const QJsonObject finding = value.toObject();
        QStringList places;
        for (const auto& place : finding["places"].toArray())
            places << QJsonDocument(place.toObject()["stack"].toArray()).toJson();
        places.sort();
        QStringList sites;
        for (const auto& access : finding["variable"].toObject()["accesses"].toArray())
            sites << access.toObject()["kind"].toString() +
                         QJsonDocument(access.toObject()["stack"].toArray()).toJson() +
                         QJsonDocument(access.toObject()["locks"].toArray()).toJson();
        sites.sort();
        all << QString("%1 %2 in %3, %4 preemptions, %5 %6")
                   .arg(finding["kind"].toString(), places.join("; "))
                   .arg(finding["executions"].toInt())
                   .arg(isFailure(finding["kind"].toString()) ? finding["preemptions"].toInt() : -1)
                   .arg(finding["on_cpython_3_11"].toString(), sites.join("; "));
    }
    all.sort();
    return all;
}

QStringList outcomesIn(const QJsonObject& report) {
    QStringList all;
    for (const auto& value : report["outcomes"].toArray()) {
        const QJsonObject outcome = value.toObject();
        all << QString("%1 %2 %3 %4 times")
                   .arg(outcome["kind"].toString(), outcome["stdout"].toString(),
                        outcome["exception"].toString())
                   .arg(outcome["count"].toInt());
    }
    all.sort();
    return all;
}

QString written(const QTemporaryDir& folder, const QString& name, const QByteArray& text) {
    QFile file(folder.filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? file.fileName()
                                                                              : QString();
}

// Rows of options: every mode but the usual one, and a coarser granularity.
void addOtherModes() {
    QTest::addColumn<QStringList>("options");
    QTest::newRow("source") << QStringList{"--mode", "source"};
    QTest::newRow("dfs") << QStringList{"--mode", "dfs"};
    for (const char* mode : {"random", "pct", "pos", "urw", "surw"})
        QTest::newRow(mode) << QStringList{"--mode", mode,     "--max-executions",
                                           "200",    "--seed", "1"};
    QTest::newRow("line") << QStringList{"--granularity", "line"};
}

}  // namespace

class TestExplore final : public QObject {
    Q_OBJECT

  private slots:
    void everyProgramHasItsExactVerdict_data();
    void everyProgramHasItsExactVerdict();
    void everyProgramOfTheFolderIsInTheTable();
    void aProgramThatPollsIsCutOffWhereItPolls_data();
    void aProgramThatPollsIsCutOffWhereItPolls();
    void whoPollsForEverIsFoundInEveryMode_data();
    void whoPollsForEverIsFoundInEveryMode();
    void whyItPollsForEverIsExplained();
    void whoGivesWayToEachOtherIsFound();
    void roundsThatOthersCanTellAreNotLeftOut_data();
    void roundsThatOthersCanTellAreNotLeftOut();
    void everyScheduleReplaysInAnOrdinaryRun_data();
    void everyScheduleReplaysInAnOrdinaryRun();
    void theSameSearchGivesTheSameReport();
    void findingsAreConfirmedByTenExecutions();
    void aLostUpdateIsPossibleInPythonButNotOnCpython();
    void aCallInBetweenMakesItPossibleOnCpythonToo();
    void onCpythonAThreadMayRunBeforeItsStartReturns();
    void aRaceInTheMiddleOfAStepNamesItsLineAndLocks_data();
    void aRaceInTheMiddleOfAStepNamesItsLineAndLocks();
    void whatFewerPlacesToSwitchShowAnyBytecodeCanDo_data();
    void whatFewerPlacesToSwitchShowAnyBytecodeCanDo();
    void whatIsCalledBackIsSeenInEveryMode_data();
    void whatIsCalledBackIsSeenInEveryMode();
    void aModuleThatSeveralThreadsImportIsMadeOnce();
    void anImportIsOneStepWhereverThreadsSwitch_data();
    void anImportIsOneStepWhereverThreadsSwitch();
    void theProgramsOwnHookIsCalledWithAnException();
    void nothingOfTheProcessIsLeftToTheNextExecution();
    void whatCCodeMakesKeepsAndReadsIsSeen_data();
    void whatCCodeMakesKeepsAndReadsIsSeen();
    void aProgramThatPrintsSomethingElseEachTimeIsNotDeterministic();
    void advicePushesNoFailureOutOfTheReport();
    void whatWasFoundIsToldIfTheProgramGetsStuckLater();
    void garbageIsCollectedWhileClassesAreMade();
    void whatTheProgramChangesInALibraryIsPutBack_data();
    void whatTheProgramChangesInALibraryIsPutBack();
    void everyOrderShowsTheOutcomesThatAreLeft_data();
    void everyOrderShowsTheOutcomesThatAreLeft();
    void nothingThatOutlivesAModuleIsLeftToTheNextExecution_data();
    void nothingThatOutlivesAModuleIsLeftToTheNextExecution();
    void bothReductionsCountTheSameTraces_data();
    void bothReductionsCountTheSameTraces();
    void otherModesFindTheSameBugs_data();
    void otherModesFindTheSameBugs();
    void severalProcessesFindWhatOneFinds_data();
    void severalProcessesFindWhatOneFinds();
    void aLimitOfExecutionsIsSaidToBeOne();
    void ofVeryManyOutcomesTheFirstAreKeptAndAllAreCounted();
    void nothingOfAThreadIsLeftToThoseOfTheNextExecution();
    void aThreadThatIsACallOfAFunctionInCIsSeen();
    void theOrderOfPrintsCountsWhenItIsObserved();
    void whatADaemonPrintsIsSeenOrNot();
    void timeIsFaithfulWhenAskedFor();
    void failOnChoosesWhatMakesTheStatus();
    void aLoopWithoutEndIsALimit();
    void aProgramThatIsNotDeterministicIsSaidToBeSo();
    void badInputIsRefused_data();
    void badInputIsRefused();
    void aProgramThatGetsStuckIsNotBadInput_data();
    void aProgramThatGetsStuckIsNotBadInput();
    void whoIsLetGoOnMayFindTheBarrierBroken_data();
    void whoIsLetGoOnMayFindTheBarrierBroken();
    void whatIsNotObservedIsSaid();
    void textSaysWhatWasFoundAndHowToReplayIt();
    void everyExecutionReadsTheSameInput();
    void theTreeOfTheSearchIsPrinted();
    void anErrorIsToldWhereItWasRaised();
    void anErrorOfALibraryIsToldWhereItWasCalled();
    void githubAndSarifNameTheLine();
    void whatIsNotSeenIsSaid_data();
    void whatIsNotSeenIsSaid();
    void whatIsNotSeenInOneOrderIsSaidByAllProcesses();
    void aProgramOfWhichAllIsSeenIsVerifiedWithoutMore();
};

void TestExplore::everyProgramHasItsExactVerdict_data() {
    QTest::addColumn<int>("traces");
    QTest::addColumn<int>("deadlocks");
    QTest::addColumn<int>("failing");
    QTest::addColumn<int>("preemptions");
    QTest::addColumn<QString>("kinds");
    QTest::newRow("abba") << 3 << 1 << 0 << 1 << "deadlock";
    QTest::newRow("abba_gate") << 2 << 0 << 0 << -1 << "";
    QTest::newRow("abba_ordered") << 2 << 0 << 0 << -1 << "";
    QTest::newRow("abba_semaphore_gate") << 2 << 0 << 0 << -1 << "";
    QTest::newRow("abba_semaphore_two") << 10 << 2 << 0 << 1 << "deadlock";
    QTest::newRow("acquire_timeout") << 3 << 0 << 1 << 1 << "assertion";
    QTest::newRow("alive_too_early") << 2 << 0 << 1 << 0 << "assertion";
    QTest::newRow("array_counter") << 4 << 0 << 2 << 1 << "assertion";
    QTest::newRow("barber") << 6 << 0 << 0 << -1 << "";
    QTest::newRow("barber_wrong") << 4 << 4 << 0 << 0 << "deadlock";
    QTest::newRow("barrier_aborted") << 16 << 0 << 0 << -1 << "";
    QTest::newRow("barrier_counted") << 4 << 0 << 2 << 0 << "assertion";
    QTest::newRow("barrier_crowded") << 6 << 6 << 0 << 0 << "deadlock";
    QTest::newRow("barrier_leader") << 6 << 0 << 0 << -1 << "";
    QTest::newRow("barrier_leader_guessed") << 6 << 0 << 4 << 0 << "assertion";
    QTest::newRow("barrier_reused") << 4 << 0 << 0 << -1 << "";
    QTest::newRow("barrier_three") << 1 << 0 << 0 << -1 << "";
    QTest::newRow("barrier_turnstile") << 3032 << 72 << 144 << 0 << "assertion deadlock race";
    QTest::newRow("barrier_two_phase") << 256 << 0 << 0 << -1 << "";
    QTest::newRow("barrier_two_phase_wrong") << 3024 << 0 << 3024 << 0 << "assertion";
    QTest::newRow("buffer_if") << 30 << 2 << 8 << 0 << "deadlock exception";
    QTest::newRow("buffer_notify") << 30 << 2 << 0 << 0 << "deadlock";
    QTest::newRow("buffer_notify_all") << 40 << 0 << 0 << -1 << "";
    QTest::newRow("buffer_notify_pairs") << 60 << 4 << 0 << 0 << "deadlock";
    QTest::newRow("buffer_two_conditions") << 28 << 0 << 0 << -1 << "";
    QTest::newRow("builtin_replaced") << 2 << 0 << 1 << 0 << "assertion race";
    QTest::newRow("bytearray_counter") << 4 << 0 << 2 << 1 << "assertion";
    QTest::newRow("cache_missed_twice") << 10 << 0 << 8 << 1 << "assertion";
    QTest::newRow("class_counter") << 4 << 0 << 2 << 1 << "assertion race";
    QTest::newRow("class_counter_locked") << 2 << 0 << 0 << -1 << "";
    QTest::newRow("class_registry") << 10 << 0 << 8 << 1 << "assertion";
    QTest::newRow("class_registry_locked") << 2 << 0 << 0 << -1 << "";
    QTest::newRow("closure_counter") << 4 << 0 << 2 << 1 << "assertion race";
    QTest::newRow("condition_correct") << 2 << 0 << 0 << -1 << "";
    QTest::newRow("daemon_cut_off") << 3 << 0 << 0 << -1 << "";
    QTest::newRow("daemon_fails") << 2 << 0 << 1 << 1 << "exception";
    QTest::newRow("daemon_outlives_main") << 6 << 0 << 0 << -1 << "";
    QTest::newRow("daemon_prints") << 3 << 0 << 0 << -1 << "";
    QTest::newRow("dataclass_shown") << 8 << 0 << 6 << 0 << "assertion race";
    QTest::newRow("default_factory") << 8 << 0 << 4 << 1 << "assertion";
    QTest::newRow("default_factory_locked") << 2 << 0 << 0 << -1 << "";
    QTest::newRow("default_list") << 4 << 0 << 2 << 0 << "assertion";
    QTest::newRow("dict_changed") << 7 << 0 << 5 << 1 << "exception";
    QTest::newRow("dict_setdefault") << 4 << 0 << 0 << -1 << "";
    QTest::newRow("double_checked") << 4 << 0 << 0 << -1 << "race";
    QTest::newRow("empire_barrier") << 120 << 16 << 48 << 0 << "assertion deadlock race";
    QTest::newRow("empire_boss") << 147 << 88 << 6 << 0 << "assertion deadlock race";
    QTest::newRow("empire_complexer") << 5 << 2 << 0 << 0 << "deadlock lock-held race";
    QTest::newRow("empire_condition") << 10 << 4 << 6 << 0 << "deadlock exception";
    QTest::newRow("empire_confused_counter") << 32 << 0 << 8 << 1 << "assertion race";
    QTest::newRow("empire_countdown") << 8 << 0 << 0 << -1 << "";
    QTest::newRow("empire_countdown_wrong") << 35 << 35 << 0 << 0 << "deadlock not-joined race";
    QTest::newRow("empire_dragonfire") << 3 << 0 << 0 << -1 << "race";
    QTest::newRow("empire_expansion") << 20 << 0 << 8 << 2 << "assertion race";
    QTest::newRow("empire_expansion_locked") << 2 << 0 << 0 << -1 << "";
    QTest::newRow("empire_flags") << 18 << 0 << 4 << 2 << "assertion race";
    QTest::newRow("empire_interface") << 4 << 0 << 2 << 1 << "assertion";
    QTest::newRow("empire_manual_reset") << 7 << 0 << 2 << 1 << "assertion race";
    QTest::newRow("empire_producer_consumer") << 2 << 0 << 1 << 1 << "exception";
    QTest::newRow("empire_semaphore") << 22 << 0 << 4 << 1 << "assertion";
    QTest::newRow("empire_sorcerer") << 10 << 2 << 0 << 0 << "deadlock race";
    QTest::newRow("empire_unsafe_queue") << 6 << 0 << 2 << 1 << "assertion race";
    QTest::newRow("equal_called") << 4 << 0 << 2 << 1 << "assertion exception";
    QTest::newRow("event_late_clear") << 6 << 2 << 0 << 2 << "deadlock";
    QTest::newRow("event_pulse") << 2 << 1 << 0 << 0 << "deadlock";
    QTest::newRow("event_set") << 1 << 0 << 0 << -1 << "";
    QTest::newRow("exception_shared") << 2 << 0 << 1 << 0 << "assertion race";
    QTest::newRow("format_attribute") << 2 << 0 << 1 << 0 << "assertion race";
    QTest::newRow("function_counter") << 4 << 0 << 2 << 1 << "assertion race";
    QTest::newRow("generator_closed") << 8 << 0 << 2 << 1 << "assertion";
    QTest::newRow("generator_locked") << 2 << 0 << 0 << -1 << "";
    QTest::newRow("generator_shared") << 4 << 0 << 2 << 1 << "exception";
    QTest::newRow("globals_counter") << 4 << 0 << 2 << 1 << "assertion race";
    QTest::newRow("h2o") << 12 << 0 << 0 << -1 << "";
    QTest::newRow("h2o_wrong") << 12 << 12 << 0 << 0 << "deadlock";
    QTest::newRow("heap_shared") << 7 << 0 << 2 << 1 << "exception";
    QTest::newRow("iterator_made_late") << 3 << 0 << 1 << 1 << "exception";
    QTest::newRow("iterator_shared") << 4 << 0 << 2 << 0 << "assertion";
    QTest::newRow("joined") << 1 << 0 << 0 << -1 << "";
    QTest::newRow("joined_too_early") << 2 << 0 << 1 << 0 << "exception";
    QTest::newRow("lazy_singleton") << 12 << 0 << 10 << 1 << "assertion race";
    QTest::newRow("lazy_two") << 4 << 0 << 2 << 1 << "assertion race";
    QTest::newRow("leaders_followers") << 16 << 0 << 0 << -1 << "";
    QTest::newRow("library_calls_back") << 4 << 0 << 1 << 1 << "assertion";
    QTest::newRow("list_check_pop") << 4 << 0 << 2 << 1 << "exception";
    QTest::newRow("list_sum") << 2 << 0 << 0 << -1 << "";
    QTest::newRow("lock_as_signal") << 3 << 1 << 1 << 0 << "deadlock exception";
    QTest::newRow("lock_as_signal_right") << 2 << 0 << 0 << -1 << "";
    QTest::newRow("lock_leaked") << 2 << 1 << 0 << 0 << "deadlock lock-held";
    QTest::newRow("lock_leaked_late") << 4 << 1 << 0 << 0 << "deadlock lock-held race";
    QTest::newRow("lock_with") << 2 << 0 << 0 << -1 << "";
    QTest::newRow("locked_counter") << 6 << 0 << 0 << -1 << "";
    QTest::newRow("locked_singleton") << 2 << 0 << 0 << -1 << "";
    QTest::newRow("lost_update") << 4 << 0 << 2 << 1 << "assertion race";
    QTest::newRow("lost_update_3") << 36 << 0 << 30 << 1 << "assertion race";
    QTest::newRow("lost_update_call") << 4 << 0 << 2 << 1 << "assertion race";
    QTest::newRow("lost_update_loop") << 34 << 0 << 28 << 1 << "assertion race";
    QTest::newRow("lost_wakeup") << 3 << 1 << 0 << 1 << "deadlock race";
    QTest::newRow("match_attribute") << 2 << 0 << 1 << 0 << "assertion race";
    QTest::newRow("method_replaced") << 2 << 0 << 1 << 0 << "assertion race";
    QTest::newRow("missing_join") << 2 << 0 << 1 << 0 << "assertion not-joined race";
    QTest::newRow("module_list") << 2 << 0 << 1 << 0 << "assertion";
    QTest::newRow("multiplex") << 78 << 0 << 0 << -1 << "";
    QTest::newRow("nested_equal") << 2 << 0 << 1 << 0 << "assertion";
    QTest::newRow("notify_first") << 2 << 1 << 0 << 0 << "deadlock";
    QTest::newRow("notify_without_lock") << 3 << 0 << 2 << 0 << "exception";
    QTest::newRow("pair_locked") << 2 << 0 << 0 << -1 << "";
    QTest::newRow("peterson") << 18 << 0 << 0 << -1 << "race";
    QTest::newRow("peterson_try") << 10 << 0 << 0 << -1 << "race";
    QTest::newRow("peterson_try_wrong") << 24 << 0 << 10 << 2 << "assertion race";
    QTest::newRow("peterson_wrong") << 166 << 0 << 36 << 2 << "assertion race";
    QTest::newRow("philosophers") << 31 << 1 << 0 << 1 << "deadlock";
    QTest::newRow("philosophers_ordered") << 30 << 0 << 0 << -1 << "";
    QTest::newRow("philosophers_seats") << 72 << 0 << 0 << -1 << "lock-order";
    QTest::newRow("philosophers_waiter") << 24 << 0 << 0 << -1 << "";
    QTest::newRow("poll_alive") << 1 << 0 << 0 << -1 << "";
    QTest::newRow("poll_back_off") << 2 << 0 << 0 << -1 << "livelock";
    QTest::newRow("poll_back_off_timeout") << 2 << 0 << 0 << -1 << "livelock lock-order";
    QTest::newRow("poll_barrier") << 6 << 0 << 0 << -1 << "race";
    QTest::newRow("poll_condition") << 3 << 0 << 0 << -1 << "";
    QTest::newRow("poll_condition_forever") << 2 << 2 << 0 << 0 << "polling";
    QTest::newRow("poll_condition_inside") << 2 << 0 << 0 << -1 << "race";
    QTest::newRow("poll_condition_silent") << 2 << 0 << 0 << -1 << "";
    QTest::newRow("poll_counted") << 7 << 0 << 0 << -1 << "race";
    QTest::newRow("poll_daemon") << 2 << 0 << 0 << -1 << "";
    QTest::newRow("poll_dekker") << 4 << 0 << 0 << -1 << "race";
    QTest::newRow("poll_each_other") << 1 << 1 << 0 << 0 << "polling";
    QTest::newRow("poll_event") << 1 << 0 << 0 << -1 << "";
    QTest::newRow("poll_event_timeout") << 1 << 0 << 0 << -1 << "race";
    QTest::newRow("poll_flag") << 1 << 0 << 0 << -1 << "race";
    QTest::newRow("poll_forever") << 1 << 1 << 1 << 0 << "exception polling";
    QTest::newRow("poll_function") << 8 << 0 << 0 << -1 << "";
    QTest::newRow("poll_lamport") << 16 << 0 << 0 << -1 << "race";
    QTest::newRow("poll_missed") << 2 << 1 << 0 << 0 << "polling race";
    QTest::newRow("poll_peterson") << 4 << 0 << 0 << -1 << "race";
    QTest::newRow("poll_peterson_wrong") << 98 << 0 << 36 << 2 << "assertion race";
    QTest::newRow("poll_publication") << 1 << 0 << 0 << -1 << "race";
    QTest::newRow("poll_publication_wrong") << 2 << 0 << 1 << 1 << "assertion race";
    QTest::newRow("poll_queue") << 1 << 0 << 0 << -1 << "";
    QTest::newRow("poll_queue_forever") << 16 << 16 << 0 << 0 << "polling";
    QTest::newRow("poll_queue_timeout") << 3 << 0 << 0 << -1 << "";
    QTest::newRow("poll_rlock") << 1 << 0 << 0 << -1 << "";
    QTest::newRow("poll_szymanski") << 46 << 0 << 0 << -1 << "race";
    QTest::newRow("poll_szymanski_wrong") << 31 << 25 << 0 << 3 << "polling race";
    QTest::newRow("poll_ticket") << 2 << 0 << 0 << -1 << "race";
    QTest::newRow("poll_try_lock") << 2 << 0 << 0 << -1 << "";
    QTest::newRow("poll_under_lock") << 1 << 0 << 0 << -1 << "";
    QTest::newRow("pool_self_wait") << 1 << 1 << 0 << 0 << "deadlock";
    QTest::newRow("primitives_shown") << 5 << 0 << 1 << 1 << "assertion";
    QTest::newRow("print_order") << 1 << 0 << 0 << -1 << "";
    QTest::newRow("queue_empty_get") << 6 << 4 << 0 << 1 << "deadlock";
    QTest::newRow("queue_look_take") << 4 << 2 << 0 << 1 << "deadlock";
    QTest::newRow("queue_one_pill") << 4 << 4 << 0 << 0 << "deadlock";
    QTest::newRow("queue_pill_each") << 242 << 0 << 0 << -1 << "";
    QTest::newRow("readers_writers") << 14 << 0 << 0 << -1 << "";
    QTest::newRow("readers_writers_counted") << 98 << 10 << 24 << 1 << "assertion deadlock race";
    QTest::newRow("readers_writers_wrong") << 1074 << 54 << 72 << 1 << "assertion deadlock race";
    QTest::newRow("released_by_both") << 2 << 0 << 1 << 0 << "assertion";
    QTest::newRow("rendezvous") << 1 << 0 << 0 << -1 << "";
    QTest::newRow("rendezvous_wrong") << 1 << 1 << 0 << 0 << "deadlock";
    QTest::newRow("safe_publication") << 2 << 0 << 0 << -1 << "race";
    QTest::newRow("savages") << 2 << 0 << 0 << -1 << "";
    QTest::newRow("savages_wrong") << 28 << 0 << 16 << 0 << "assertion not-joined race";
    QTest::newRow("sct_account") << 6 << 0 << 2 << 0 << "assertion";
    QTest::newRow("sct_account_right") << 6 << 0 << 0 << -1 << "";
    QTest::newRow("sct_bluetooth") << 10 << 0 << 1 << 1 << "assertion race";
    QTest::newRow("sct_bluetooth_right") << 9 << 0 << 0 << -1 << "race";
    QTest::newRow("sct_bounded_buffer") << 28 << 0 << 0 << -1 << "";
    QTest::newRow("sct_carter01") << 4 << 2 << 0 << 1 << "deadlock";
    QTest::newRow("sct_carter01_right") << 2 << 0 << 0 << -1 << "";
    QTest::newRow("sct_deadlock01") << 3 << 1 << 0 << 1 << "deadlock";
    QTest::newRow("sct_lazy01") << 6 << 0 << 2 << 0 << "assertion";
    QTest::newRow("sct_phase01") << 6 << 6 << 0 << 0 << "deadlock lock-held";
    QTest::newRow("sct_reorder_3") << 56 << 0 << 12 << 1 << "assertion race";
    QTest::newRow("sct_reorder_4") << 1248 << 0 << 216 << 1 << "assertion race";
    QTest::newRow("sct_reorder_5") << 40032 << 0 << 5760 << 1 << "assertion race";
    QTest::newRow("sct_reorder_locked") << 6 << 0 << 0 << -1 << "";
    QTest::newRow("sct_sync01") << 3 << 3 << 0 << 0 << "deadlock";
    QTest::newRow("sct_token_ring") << 24 << 0 << 4 << 0 << "assertion";
    QTest::newRow("sct_twostage") << 3 << 0 << 1 << 1 << "assertion";
    QTest::newRow("sct_twostage_right") << 2 << 0 << 0 << -1 << "";
    QTest::newRow("sct_work_steal") << 3697 << 0 << 2177 << 2 << "assertion race";
    QTest::newRow("sct_wronglock_3") << 360 << 0 << 246 << 1 << "assertion race";
    QTest::newRow("sct_wronglock_right") << 24 << 0 << 0 << -1 << "";
    QTest::newRow("self_deadlock") << 1 << 1 << 0 << 0 << "deadlock";
    QTest::newRow("self_deadlock_rlock") << 2 << 0 << 0 << -1 << "";
    QTest::newRow("semaphore_bounded") << 1 << 0 << 1 << 0 << "exception";
    QTest::newRow("semaphore_order") << 2 << 1 << 0 << 0 << "deadlock";
    QTest::newRow("semaphore_order_right") << 1 << 0 << 0 << -1 << "";
    QTest::newRow("semaphore_overreleased") << 158 << 0 << 36 << 1 << "assertion race";
    QTest::newRow("semaphore_released_first") << 17 << 0 << 8 << 1 << "assertion";
    QTest::newRow("semaphore_value") << 2 << 0 << 1 << 0 << "assertion";
    QTest::newRow("setattr_counter") << 4 << 0 << 2 << 1 << "assertion race";
    QTest::newRow("sleep_as_order") << 2 << 0 << 1 << 0 << "assertion";
    QTest::newRow("slots_counter") << 4 << 0 << 2 << 1 << "assertion race";
    QTest::newRow("smokers") << 3 << 2 << 0 << 0 << "deadlock";
    QTest::newRow("smokers_pushers") << 2 << 0 << 0 << -1 << "";
    QTest::newRow("smokers_table") << 4 << 3 << 0 << 0 << "deadlock";
    QTest::newRow("sort_empties") << 3 << 0 << 1 << 1 << "assertion";
    QTest::newRow("star_call") << 2 << 0 << 1 << 0 << "assertion";
    QTest::newRow("started_by_both") << 2 << 0 << 1 << 0 << "assertion";
    QTest::newRow("string_buffer") << 3 << 0 << 1 << 1 << "exception";
    QTest::newRow("target_built_in") << 2 << 0 << 1 << 0 << "assertion";
    QTest::newRow("threads_counted") << 4 << 0 << 2 << 0 << "assertion";
    QTest::newRow("three_locks") << 7 << 1 << 0 << 1 << "deadlock";
    QTest::newRow("timer_cancel") << 4 << 0 << 2 << 1 << "assertion";
    QTest::newRow("torn_pair") << 4 << 0 << 2 << 1 << "assertion race";
    QTest::newRow("unsafe_publication") << 3 << 0 << 1 << 1 << "exception race";
    QTest::newRow("user_dict_counter") << 4 << 0 << 2 << 1 << "assertion";
    QTest::newRow("vars_counter") << 4 << 0 << 2 << 1 << "assertion race";
    QTest::newRow("withdrawal") << 6 << 0 << 2 << 1 << "assertion race";
    QTest::newRow("withdrawal_locked") << 2 << 0 << 0 << -1 << "";
}

void TestExplore::everyProgramHasItsExactVerdict() {
    QFETCH(int, traces);
    QFETCH(int, deadlocks);
    QFETCH(int, failing);
    QFETCH(int, preemptions);
    QFETCH(QString, kinds);
    const Done done = explored(QTest::currentDataTag());
    const QJsonObject report = reportOf(done);
    QVERIFY2(report["complete"].toBool(), qPrintable(done.output + done.errors));
    QCOMPARE(report["traces"].toInt(), traces);
    QCOMPARE(report["executions"].toInt(), traces + report["polling_executions"].toInt());
    QCOMPARE(report["blocked_executions"].toInt(), 0);
    QCOMPARE(report["deadlocks"].toInt(), deadlocks);
    QCOMPARE(report["failing"].toInt(), failing);
    QCOMPARE(kindsOf(report).join(' '), kinds);
    QCOMPARE(preemptionsOf(report), preemptions);
    QCOMPARE(done.status, kinds.isEmpty() ? 0 : 1);
    int counted = 0;
    for (const auto& outcome : report["outcomes"].toArray())
        counted += outcome.toObject()["count"].toInt();
    QCOMPARE(counted, traces);
}

// Each with the executions that end where a thread has polled in vain: these are no traces. The
// numbers are those of the same algorithms with `assume` in place of each loop that waits.
void TestExplore::aProgramThatPollsIsCutOffWhereItPolls_data() {
    QTest::addColumn<int>("executions");
    QTest::newRow("poll_alive") << 1;
    QTest::newRow("poll_back_off") << 5;
    QTest::newRow("poll_back_off_timeout") << 5;
    QTest::newRow("poll_barrier") << 30;
    QTest::newRow("poll_condition") << 1;
    QTest::newRow("poll_condition_forever") << 2;
    QTest::newRow("poll_condition_inside") << 3;
    QTest::newRow("poll_condition_silent") << 1;
    QTest::newRow("poll_counted") << 0;
    QTest::newRow("poll_daemon") << 0;
    QTest::newRow("poll_dekker") << 8;
    QTest::newRow("poll_event_timeout") << 2;
    QTest::newRow("poll_flag") << 1;
    QTest::newRow("poll_forever") << 0;
    QTest::newRow("poll_function") << 6;
    QTest::newRow("poll_lamport") << 16;
    QTest::newRow("poll_missed") << 1;
    QTest::newRow("poll_peterson") << 6;
    QTest::newRow("poll_queue") << 1;
    QTest::newRow("poll_queue_forever") << 30;
    QTest::newRow("poll_queue_timeout") << 1;
    QTest::newRow("poll_rlock") << 1;
    QTest::newRow("poll_szymanski") << 115;
    QTest::newRow("poll_try_lock") << 2;
    QTest::newRow("poll_under_lock") << 1;
}

void TestExplore::aProgramThatPollsIsCutOffWhereItPolls() {
    QFETCH(int, executions);
    const QJsonObject report = reportOf(explored(QTest::currentDataTag()));
    QCOMPARE(report["polling_executions"].toInt(), executions);
}

void TestExplore::whoPollsForEverIsFoundInEveryMode_data() {
    addOtherModes();
    QTest::newRow("cpython") << QStringList{"--granularity", "cpython"};
    QTest::newRow("two processes") << QStringList{"--jobs", "2"};
}

void TestExplore::whoPollsForEverIsFoundInEveryMode() {
    QFETCH(QStringList, options);
    const QJsonObject report = reportOf(explored("poll_missed", options));
    QVERIFY(kindsOf(report).contains("polling"));
    for (const auto& value : report["findings"].toArray()) {
        const QJsonObject finding = value.toObject();
        if (finding["kind"].toString() != "polling") continue;
        QCOMPARE(finding["reproduced"].toString(), "10/10");
        const QString message = finding["message"].toString();
        QVERIFY2(message.startsWith("Thread-1 (wait) polls signal for ever at "),
                 qPrintable(message));
        QVERIFY2(message.contains(" Nobody is left to change signal. MainThread waits for "),
                 qPrintable(message));
    }
}

// It has to have come too late, and would not have with the sibling.
void TestExplore::whyItPollsForEverIsExplained() {
    for (const auto& value : reportOf(explored("poll_missed"))["findings"].toArray()) {
        const QJsonObject finding = value.toObject();
        if (finding["kind"].toString() != "polling") continue;
        QVERIFY(finding["critical_step"].isDouble());
        QCOMPARE(finding["critical"].toObject()["operation"].toString(), "write signal");
        const QString schedule = finding["sibling"].toObject()["schedule"].toString();
        const Done done = support::turnwise(
            {"run", program("poll_missed"), "--schedule", schedule, "--report", "json"});
        const QJsonObject run = QJsonDocument::fromJson(done.lastLine().toUtf8()).object();
        QCOMPARE(run["outcome"].toString(), "finished");
    }
}

// In step they would never come to an end, though none of them waits for ever.
void TestExplore::whoGivesWayToEachOtherIsFound() {
    const QJsonArray findings = reportOf(explored("poll_back_off"))["findings"].toArray();
    QCOMPARE(findings.size(), 1);
    const QJsonObject finding = findings[0].toObject();
    QCOMPARE(finding["kind"].toString(), "livelock");
    QCOMPARE(finding["reproduced"].toString(), "10/10");
    QCOMPARE(finding["threads"].toArray().size(), 2);
    QVERIFY(finding["objects"].toArray().contains("first"));
    QVERIFY(finding["objects"].toArray().contains("second"));
    QVERIFY2(finding["message"].toString().startsWith(
                 "Thread-1 (work) and Thread-2 (work) give way to each other: "),
             qPrintable(finding["message"].toString()));
    const Done text = support::turnwise({"explore", program("poll_back_off"), "--quiet"});
    QVERIFY2(!text.output.contains("a timeout may come at once"), qPrintable(text.output));
}

void TestExplore::roundsThatOthersCanTellAreNotLeftOut_data() {
    QTest::addColumn<QString>("name");
    QTest::newRow("a lock that the other one tries") << "backs_off_counted.py";
    QTest::newRow("a clock") << "measures_its_wait.py";
}

void TestExplore::roundsThatOthersCanTellAreNotLeftOut() {
    QFETCH(QString, name);
    const Done done = support::turnwise({"explore", EXPLORED "/../explore_broken/" + name,
                                         "--quiet", "--report", "json", "--max-executions", "5"});
    const QJsonObject report = reportOf(done);
    QVERIFY2(!report["complete"].toBool(), qPrintable(done.output + done.errors));
    QCOMPARE(report["polling_executions"].toInt(), 0);
}

void TestExplore::whatIsNotSeenIsSaid_data() {
    QTest::addColumn<QByteArray>("work");
    QTest::addColumn<QString>("unseen");
    QTest::newRow("a weak reference")
        << QByteArray("weakref.ref(one)()") << "a weak reference (line 6)";
    QTest::newRow("a file") << QByteArray("open('/dev/null')") << "open (line 6)";
    QTest::newRow("what a queue keeps for itself")
        << QByteArray("len(waiting.queue)") << "queue (line 6)";
    QTest::newRow("text that is executed")
        << QByteArray("exec('one.n = 1', {'one': one})") << "exec (line 6)";
    QTest::newRow("an operator that is replaced")
        << QByteArray("type(threading.current_thread().name, (), {}).__add__ = print")
        << "__add__ (line 6)";
}

void TestExplore::whatIsNotSeenIsSaid() {
    QFETCH(QByteArray, work);
    QFETCH(QString, unseen);
    QTemporaryDir folder;
    const QString file = written(folder, "program.py",
                                 "import queue, threading, weakref\n"
                                 "class One: pass\n"
                                 "one = One()\n"
                                 "waiting = queue.Queue()\n"
                                 "def work():\n"
                                 "    " +
                                     work +
                                     "\n"
                                     "threads = [threading.Thread(target=work) for _ in 'ab']\n"
                                     "for thread in threads: thread.start()\n"
                                     "for thread in threads: thread.join()\n");
    const Done done = support::turnwise({"explore", file, "--quiet"});
    QVERIFY2(done.output.startsWith("Verified, but for what is not seen"), qPrintable(done.output));
    QVERIFY2(done.output.contains("share: " + unseen + "."), qPrintable(done.output));
}

// All orders end alike, so that the process that asks executes none but the first one itself.
void TestExplore::whatIsNotSeenInOneOrderIsSaidByAllProcesses() {
    QTemporaryDir folder;
    const QString file =
        written(folder, "program.py",
                "import threading\n"
                "class One: pass\n"
                "one, came = One(), []\n"
                "def work(name):\n"
                "    came.append(name)\n"
                "def judge():\n"
                "    came.append('judge')\n"
                "    if came[0] == 'a': exec('one.n = 1', {'one': one})\n"
                "    if came[0] == 'b': eval('one', {'one': one})\n"
                "threads = [threading.Thread(target=judge)]\n"
                "threads += [threading.Thread(target=work, args=n) for n in 'ab']\n"
                "for thread in threads: thread.start()\n"
                "for thread in threads: thread.join()\n");
    for (const char* jobs : {"1", "2", "3"}) {
        const QJsonObject report = reportOf(
            support::turnwise({"explore", file, "--quiet", "--report", "json", "--jobs", jobs}));
        QVERIFY(report["complete"].toBool());
        QCOMPARE(report["unseen"].toArray(), (QJsonArray{"eval (line 9)", "exec (line 8)"}));
    }
}

void TestExplore::aProgramOfWhichAllIsSeenIsVerifiedWithoutMore() {
    const Done done = support::turnwise({"explore", program("class_counter_locked"), "--quiet"});
    QVERIFY2(done.output.startsWith("Verified: "), qPrintable(done.output));
    QVERIFY(reportOf(explored("class_counter_locked"))["unseen"].toArray().isEmpty());
}

void TestExplore::everyProgramOfTheFolderIsInTheTable() {
    const QStringList files = QDir(EXPLORED).entryList({"*.py"}, QDir::Files);
    QVERIFY(files.size() >= 40);
    QFile table(QStringLiteral(EXPLORED) + "/../../app/tst_explore.cpp");
    QVERIFY(table.open(QIODevice::ReadOnly));
    const QString rows = table.readAll();
    for (const QString& file : files)
        QVERIFY2(rows.contains("newRow(\"" + file.chopped(3) + "\") << "), qPrintable(file));
}

void TestExplore::everyScheduleReplaysInAnOrdinaryRun_data() {
    QTest::addColumn<QString>("name");
    for (const char* name : {"lost_update_3",
                             "abba",
                             "buffer_if",
                             "lost_wakeup",
                             "acquire_timeout",
                             "timer_cancel",
                             "dict_changed",
                             "queue_empty_get",
                             "barrier_reused",
                             "unsafe_publication",
                             "smokers",
                             "poll_publication_wrong",
                             "class_counter",
                             "vars_counter",
                             "builtin_replaced",
                             "generator_shared",
                             "target_built_in",
                             "default_list",
                             "daemon_prints",
                             "default_factory",
                             "cache_missed_twice",
                             "sort_empties",
                             "equal_called",
                             "class_registry",
                             "dataclass_shown",
                             "generator_closed",
                             "threads_counted",
                             "semaphore_value",
                             "library_calls_back",
                             "daemon_fails"})
        QTest::newRow(name) << QString(name);
}

void TestExplore::everyScheduleReplaysInAnOrdinaryRun() {
    QFETCH(QString, name);
    const QJsonArray outcomes = reportOf(explored(name))["outcomes"].toArray();
    QVERIFY(!outcomes.isEmpty());
    for (const auto& value : outcomes) {
        const QJsonObject outcome = value.toObject();
        const QString schedule = outcome["schedule"].toString();
        const Done done =
            support::turnwise({"run", program(name), "--schedule", schedule, "--report", "json"});
        const QJsonObject run = QJsonDocument::fromJson(done.lastLine().toUtf8()).object();
        QCOMPARE(run["outcome"].toString(), outcome["kind"].toString());
        QCOMPARE(run["stdout"].toString(), outcome["stdout"].toString());
        QCOMPARE(run["schedule"].toString(), schedule);
    }
}

void TestExplore::theSameSearchGivesTheSameReport() {
    QJsonObject first = reportOf(explored("readers_writers_wrong"));
    QJsonObject second = reportOf(explored("readers_writers_wrong"));
    first.remove("seconds");
    second.remove("seconds");
    QVERIFY(!first.isEmpty());
    QCOMPARE(first, second);
}

void TestExplore::findingsAreConfirmedByTenExecutions() {
    const QJsonArray findings = reportOf(explored("buffer_if"))["findings"].toArray();
    QCOMPARE(findings.size(), 2);
    for (const auto& finding : findings)
        QCOMPARE(finding.toObject()["reproduced"].toString(), "10/10");
}

void TestExplore::aLostUpdateIsPossibleInPythonButNotOnCpython() {
    for (const auto& value : reportOf(explored("lost_update"))["findings"].toArray()) {
        const QJsonObject finding = value.toObject();
        if (finding["kind"].toString() == "assertion")
            QCOMPARE(finding["on_cpython_3_11"].toString(), "impossible");
    }
    QCOMPARE(reportOf(explored("lost_update", {"--granularity", "cpython"}))["failing"].toInt(), 0);
}

void TestExplore::aCallInBetweenMakesItPossibleOnCpythonToo() {
    const QJsonObject report = reportOf(explored("lost_update_call", {"--granularity", "cpython"}));
    QVERIFY(report["complete"].toBool());
    QVERIFY(report["failing"].toInt() > 0);
}

void TestExplore::onCpythonAThreadMayRunBeforeItsStartReturns() {
    QTemporaryDir folder;
    const QString path = written(folder, "early.py",
                                 "import threading\nn = 0\n"
                                 "def f():\n    global n\n    n = 1\n"
                                 "t = threading.Thread(target=f)\nt.start()\nprint(n)\nt.join()\n");
    const Done done = support::turnwise(
        {"explore", path, "--quiet", "--report", "json", "--granularity", "cpython"});
    const QJsonObject report = reportOf(done);
    QVERIFY2(report["complete"].toBool(), qPrintable(done.output + done.errors));
    QCOMPARE(outcomesIn(report), (QStringList{"finished 0\n  1 times", "finished 1\n  1 times"}));
}

void TestExplore::aRaceInTheMiddleOfAStepNamesItsLineAndLocks_data() {
    QTest::addColumn<QString>("granularity");
    for (const char* granularity : {"bytecode", "cpython", "line", "sync"})
        QTest::newRow(granularity) << granularity;
}

void TestExplore::aRaceInTheMiddleOfAStepNamesItsLineAndLocks() {
    QFETCH(QString, granularity);
    QTemporaryDir folder;
    const QString path = written(folder, "half.py",
                                 "import threading\nguard = threading.Lock()\nstock = 1\n"
                                 "def take():\n    global stock\n    with guard:\n"
                                 "        stock -= 1\n"
                                 "def look():\n    shown = 0\n    shown = stock\n"
                                 "t = threading.Thread(target=take)\n"
                                 "u = threading.Thread(target=look)\n"
                                 "t.start(); u.start(); t.join(); u.join()\n");
    const QJsonObject report = reportOf(support::turnwise(
        {"explore", path, "--quiet", "--report", "json", "--granularity", granularity}));
    QVERIFY(report["complete"].toBool());
    QStringList sites;
    for (const auto& value : report["findings"].toArray())
        for (const auto& access : value.toObject()["accesses"].toArray()) {
            const QJsonObject site = access.toObject();
            const QJsonArray locks = site["locks"].toArray();
            sites << QString("%1 in line %2, %3")
                         .arg(site["kind"].toString())
                         .arg(site["line"].toInt())
                         .arg(locks.isEmpty() ? "no lock" : locks[0].toString());
        }
    sites.sort();
    QCOMPARE(sites, (QStringList{"read in line 10, no lock", "write in line 7, guard"}));
}

void TestExplore::whatFewerPlacesToSwitchShowAnyBytecodeCanDo_data() {
    QTest::addColumn<QString>("name");
    // Those with a dozen interleavings or less.
    for (const char* name : {"abba",
                             "abba_gate",
                             "abba_ordered",
                             "abba_semaphore_gate",
                             "abba_semaphore_two",
                             "acquire_timeout",
                             "barber",
                             "barber_wrong",
                             "barrier_crowded",
                             "barrier_leader",
                             "barrier_leader_guessed",
                             "barrier_reused",
                             "barrier_three",
                             "closure_counter",
                             "condition_correct",
                             "daemon_cut_off",
                             "dict_changed",
                             "dict_setdefault",
                             "double_checked",
                             "empire_complexer",
                             "empire_condition",
                             "empire_countdown",
                             "empire_dragonfire",
                             "empire_expansion_locked",
                             "empire_interface",
                             "empire_manual_reset",
                             "empire_producer_consumer",
                             "empire_sorcerer",
                             "empire_unsafe_queue",
                             "event_late_clear",
                             "event_pulse",
                             "event_set",
                             "h2o",
                             "h2o_wrong",
                             "joined",
                             "lazy_singleton",
                             "lazy_two",
                             "list_check_pop",
                             "list_sum",
                             "lock_leaked",
                             "lock_leaked_late",
                             "lock_with",
                             "locked_counter",
                             "locked_singleton",
                             "lost_update",
                             "lost_update_call",
                             "lost_wakeup",
                             "missing_join",
                             "notify_first",
                             "pair_locked",
                             "peterson_try",
                             "poll_alive",
                             "poll_barrier",
                             "poll_counted",
                             "poll_daemon",
                             "poll_dekker",
                             "poll_each_other",
                             "poll_event",
                             "poll_flag",
                             "poll_forever",
                             "poll_function",
                             "poll_missed",
                             "poll_peterson",
                             "poll_publication",
                             "poll_publication_wrong",
                             "poll_ticket",
                             "poll_try_lock",
                             "poll_under_lock",
                             "pool_self_wait",
                             "print_order",
                             "queue_empty_get",
                             "queue_look_take",
                             "queue_one_pill",
                             "rendezvous",
                             "rendezvous_wrong",
                             "safe_publication",
                             "savages",
                             "sct_account",
                             "sct_account_right",
                             "sct_bluetooth",
                             "sct_bluetooth_right",
                             "sct_carter01",
                             "sct_carter01_right",
                             "sct_deadlock01",
                             "sct_lazy01",
                             "sct_reorder_locked",
                             "sct_sync01",
                             "sct_twostage",
                             "sct_twostage_right",
                             "self_deadlock",
                             "self_deadlock_rlock",
                             "semaphore_bounded",
                             "semaphore_order",
                             "semaphore_order_right",
                             "sleep_as_order",
                             "smokers",
                             "smokers_pushers",
                             "smokers_table",
                             "string_buffer",
                             "three_locks",
                             "timer_cancel",
                             "torn_pair",
                             "unsafe_publication",
                             "withdrawal",
                             "withdrawal_locked"})
        QTest::newRow(name) << QString(name);
}

void TestExplore::whatFewerPlacesToSwitchShowAnyBytecodeCanDo() {
    QFETCH(QString, name);
    const auto outcomes = [&name](const char* granularity) {
        QSet<QString> all;
        const QJsonObject report = reportOf(explored(name, {"--granularity", granularity}));
        if (!report["complete"].toBool()) return all;
        for (const auto& value : report["outcomes"].toArray()) {
            const QJsonObject outcome = value.toObject();
            all << outcome["kind"].toString() + " " + outcome["stdout"].toString() + " " +
                       outcome["exception"].toString();
        }
        return all;
    };
    const QSet<QString> anywhere = outcomes("bytecode");
    for (const char* granularity : {"cpython", "line", "sync"}) {
        // A loop that polls need not come to a primitive, where it could be stopped.
        if (name.startsWith("poll_") && granularity == QByteArray("sync")) continue;
        const QSet<QString> some = outcomes(granularity);
        QVERIFY2(!some.isEmpty(), granularity);
        const QStringList missed = (some - anywhere).values();
        QVERIFY2(missed.isEmpty(), qPrintable(granularity + (": " + missed.join("; "))));
    }
}

void TestExplore::whatIsCalledBackIsSeenInEveryMode_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("granularity");
    for (const char* name : {"default_factory", "cache_missed_twice", "sort_empties",
                             "equal_called", "library_calls_back"})
        for (const char* granularity : {"bytecode", "cpython"})
            QTest::addRow("%s, %s", name, granularity) << QString(name) << QString(granularity);
}

void TestExplore::whatIsCalledBackIsSeenInEveryMode() {
    QFETCH(QString, name);
    QFETCH(QString, granularity);
    const auto outcomes = [&](const QString& mode) {
        const QJsonObject report =
            reportOf(explored(name, {"--granularity", granularity, "--mode", mode}));
        QSet<QString> all;
        for (const auto& value : report["outcomes"].toArray())
            all << value.toObject()["exception"].toString();
        return report["complete"].toBool() ? all : QSet<QString>();
    };
    const QSet<QString> all = outcomes("dfs");
    QVERIFY(all.size() >= 2);
    QCOMPARE(outcomes("optimal"), all);
    QCOMPARE(outcomes("source"), all);
}

void TestExplore::aModuleThatSeveralThreadsImportIsMadeOnce() {
    QTemporaryDir folder;
    QVERIFY(!written(folder, "counted.py", "n = 0\n").isEmpty());
    const QString path = written(folder, "importers.py",
                                 "import threading\nseen = []\n"
                                 "def f():\n    import counted\n    counted.n += 1\n"
                                 "    seen.append(counted.n)\n"
                                 "t = [threading.Thread(target=f) for _ in range(2)]\n"
                                 "for x in t: x.start()\nfor x in t: x.join()\n"
                                 "print(sorted(seen))\n");
    const Done done = support::turnwise({"explore", path, "--quiet", "--report", "json"});
    const QJsonObject report = reportOf(done);
    QVERIFY2(report["complete"].toBool(), qPrintable(done.output + done.errors));
    QCOMPARE(outcomesIn(report),
             (QStringList{"finished [1, 1]\n  16 times", "finished [1, 2]\n  8 times",
                          "finished [2, 2]\n  8 times"}));
    QCOMPARE(kindsOf(report), QStringList{"race"});
}

void TestExplore::anImportIsOneStepWhereverThreadsSwitch_data() {
    QTest::addColumn<QString>("granularity");
    for (const char* granularity : {"bytecode", "cpython", "line", "sync"})
        QTest::newRow(granularity) << granularity;
}

void TestExplore::anImportIsOneStepWhereverThreadsSwitch() {
    QFETCH(QString, granularity);
    QTemporaryDir folder;
    QVERIFY(!written(folder, "made.py",
                     "import time\nmade = 0\ndef f(): return 1\nfor _ in range(2):\n"
                     "    made += f()\n")
                 .isEmpty());
    const QString path = written(folder, "importers.py",
                                 "import threading\nseen = []\n"
                                 "def f():\n    import made\n    seen.append(made.made)\n"
                                 "t = [threading.Thread(target=f) for _ in range(2)]\n"
                                 "for x in t: x.start()\nfor x in t: x.join()\nprint(seen)\n");
    for (const char* jobs : {"1", "2"}) {
        const Done done = support::turnwise({"explore", path, "--quiet", "--report", "json",
                                             "--granularity", granularity, "--jobs", jobs});
        const QJsonObject report = reportOf(done);
        QVERIFY2(report["complete"].toBool(), qPrintable(done.output + done.errors));
        QCOMPARE(report["outcomes"].toArray().size(), 1);
        QCOMPARE(report["outcomes"].toArray()[0].toObject()["stdout"].toString(), "[2, 2]\n");
    }
}

void TestExplore::theProgramsOwnHookIsCalledWithAnException() {
    QTemporaryDir folder;
    const QString path =
        written(folder, "hooked.py",
                "import threading\nseen = []\n"
                "threading.excepthook = lambda a: seen.append(a.exc_type.__name__)\n"
                "t = threading.Thread(target=lambda: {}['x'])\n"
                "t.start()\nt.join()\nprint(seen)\n");
    const Done done = support::turnwise({"explore", path, "--quiet", "--report", "json"});
    const QJsonObject report = reportOf(done);
    QCOMPARE(outcomesIn(report), QStringList{"exception ['KeyError']\n KeyError: 'x' 1 times"});
    QCOMPARE(kindsOf(report), QStringList{"exception"});
}

void TestExplore::nothingOfTheProcessIsLeftToTheNextExecution() {
    QTemporaryDir folder;
    const QString path = written(
        folder, "process.py",
        "import os, sys, threading\nn = 0\n"
        "folder = os.getcwd()\nmask = os.umask(0o77)\nlimit = sys.getrecursionlimit()\n"
        "print(os.environ.get('MARK'), 'HOME_X' in os.environ, folder == '/', mask == 0o77,\n"
        "      limit == 4321, 'nowhere' in sys.path)\n"
        "os.environ['MARK'] = 'x'\nos.environ['HOME_X'] = '1'\nos.chdir('/')\n"
        "sys.setrecursionlimit(4321)\nsys.path.append('nowhere')\n"
        "def f():\n    global n\n    n = n + 1\n"
        "t = [threading.Thread(target=f) for _ in range(2)]\n"
        "for x in t: x.start()\nfor x in t: x.join()\n");
    const Done done = support::turnwise({"explore", path, "--quiet", "--report", "json"});
    const QJsonObject report = reportOf(done);
    QVERIFY2(report["complete"].toBool(), qPrintable(done.output + done.errors));
    QCOMPARE(outcomesIn(report),
             QStringList{"finished None False False False False False\n  4 times"});
}

// Each with the shared things, what two threads do, and what can be printed.
void TestExplore::whatCCodeMakesKeepsAndReadsIsSeen_data() {
    QTest::addColumn<QByteArray>("made");
    QTest::addColumn<QByteArray>("one");
    QTest::addColumn<QByteArray>("other");
    QTest::addColumn<QString>("printed");
    const QByteArray box = "class Box:\n    n = 0\n    kept = None\n";
    QTest::newRow("kept by +=") << box + "boxes = []\n"
                                << QByteArray("b = Box(); l = boxes; l += [b]; b.n += 1")
                                << QByteArray("for b in boxes: b.n += 10") << "boxes[0].n: 1 10 11";
    QTest::newRow("kept by setattr")
        << box + "top = Box()\n"
        << QByteArray("b = Box(); setattr(top, 'kept', b); b.n += 1")
        << QByteArray("b = top.kept\n    if b: b.n += 10") << "top.kept.n: 1 10 11";
    QTest::newRow("kept by __dict__")
        << box + "top = Box()\n"
        << QByteArray("b = Box(); top.__dict__['kept'] = b; b.n += 1")
        << QByteArray("b = top.kept\n    if b: b.n += 10") << "top.kept.n: 1 10 11";
    QTest::newRow("made by a factory")
        << box + "from collections import defaultdict\nboxes = defaultdict(Box)\n"
        << QByteArray("boxes['a'].n += 1") << QByteArray("boxes['a'].n += 10")
        << "boxes['a'].n: 1 10 11";
    QTest::newRow("in a view") << QByteArray("rows = {'a': []}; seen = []\n")
                               << QByteArray("seen.append([] in rows.values())")
                               << QByteArray("rows['a'].append(1)") << "seen[0]: False True";
    QTest::newRow("%") << QByteArray("row = []; seen = []; words = '%s'\n")
                       << QByteArray("seen.append(words % (row,))") << QByteArray("row.append(1)")
                       << "seen[0]: [1] []";
    QTest::newRow("any") << QByteArray("row = []; seen = []\n")
                         << QByteArray("seen.append(any((row, 0)))") << QByteArray("row.append(1)")
                         << "seen[0]: False True";
    QTest::newRow("map") << QByteArray("rows = [[], []]; seen = []\n")
                         << QByteArray("seen.append(sum(map(len, rows)))")
                         << QByteArray("rows[0].append(1)") << "seen[0]: 0 1";
    QTest::newRow("format") << box + "top = Box(); seen = []\n"
                            << QByteArray("seen.append('{0.n}'.format(top))")
                            << QByteArray("top.n = 1") << "seen[0]: 0 1";
}

void TestExplore::whatCCodeMakesKeepsAndReadsIsSeen() {
    QFETCH(QByteArray, made);
    QFETCH(QByteArray, one);
    QFETCH(QByteArray, other);
    QFETCH(QString, printed);
    QTemporaryDir folder;
    const QString path = written(folder, "pair.py",
                                 "from threading import Thread\n" + made + "def one():\n    " +
                                     one + "\ndef other():\n    " + other +
                                     "\nt = [Thread(target=one), Thread(target=other)]\n"
                                     "for x in t: x.start()\nfor x in t: x.join()\nprint(" +
                                     printed.section(": ", 0, 0).toUtf8() + ")\n");
    const QJsonObject report =
        reportOf(support::turnwise({"explore", path, "--quiet", "--report", "json"}));
    QVERIFY(report["complete"].toBool());
    QStringList seen;
    for (const auto& outcome : report["outcomes"].toArray())
        seen << outcome.toObject()["stdout"].toString().trimmed();
    seen.sort();
    QCOMPARE(seen.join(' '), printed.section(": ", 1));
}

void TestExplore::aProgramThatPrintsSomethingElseEachTimeIsNotDeterministic() {
    QTemporaryDir folder;
    const QString path = written(folder, "noise.py",
                                 "from threading import Thread\nx = 0\n"
                                 "def add():\n    global x\n"
                                 "    print(open('/dev/urandom', 'rb').read(8).hex())\n"
                                 "    x += 1\n"
                                 "t = [Thread(target=add) for _ in range(2)]\n"
                                 "for y in t: y.start()\nfor y in t: y.join()\n");
    const Done done = support::turnwise({"explore", path, "--quiet", "--report", "json"});
    const QJsonObject report = reportOf(done);
    QCOMPARE(report["incomplete"].toString(), "not-deterministic");
    QVERIFY2(report["difference"].toString().contains("printed something else"),
             qPrintable(done.output));
}

void TestExplore::advicePushesNoFailureOutOfTheReport() {
    QTemporaryDir folder;
    QByteArray text = "from threading import Lock, Thread\na, b = Lock(), Lock()\n";
    for (int i = 0; i < 120; ++i)
        text += "v" + QByteArray::number(i) + " = 0\n";
    text += "def one():\n";
    for (int i = 0; i < 120; ++i)
        text +=
            "    global v" + QByteArray::number(i) + "\n    v" + QByteArray::number(i) + " += 1\n";
    text +=
        "    with a:\n        with b: pass\ndef other():\n    one()\n    with b:\n"
        "        with a: pass\n"
        "t = [Thread(target=one), Thread(target=other)]\n"
        "for x in t: x.start()\nfor x in t: x.join()\n";
    const QString path = written(folder, "many.py", text);
    const Done done = support::turnwise({"explore", path, "--quiet", "--report", "json",
                                         "--granularity", "sync", "--fail-on", "deadlock"});
    const QJsonObject report = reportOf(done);
    QVERIFY2(report["complete"].toBool(), qPrintable(done.output + done.errors));
    QVERIFY(report["findings_left_out"].toInt() > 0);
    QVERIFY(kindsOf(report).contains("deadlock"));
    QCOMPARE(done.status, 1);
}

void TestExplore::whatWasFoundIsToldIfTheProgramGetsStuckLater() {
    QTemporaryDir folder;
    const QString path = written(folder, "stuck.py",
                                 "import os\nfrom threading import Thread\n"
                                 "r, w = os.pipe()\norder = []\n"
                                 "t = [Thread(target=order.append, args=(i,)) for i in range(2)]\n"
                                 "for x in t: x.start()\nfor x in t: x.join()\n"
                                 "if order == [1, 0]: os.read(r, 1)\nraise ValueError\n");
    const Done done = support::turnwise({"explore", path, "--quiet", "--report", "json",
                                         "--max-executions", "1", "--max-seconds", "2"});
    const QJsonObject report = reportOf(done);
    QVERIFY2(kindsOf(report).contains("exception"), qPrintable(done.output + done.errors));
    QCOMPARE(done.status, 1);
}

void TestExplore::garbageIsCollectedWhileClassesAreMade() {
    QTemporaryDir folder;
    const QString path = written(folder, "classes.py",
                                 "import gc\nfrom threading import Thread\ngc.set_threshold(1)\n"
                                 "class Meta(type): pass\nmade = []\n"
                                 "def make():\n    made.append(Meta('Made', (), {}))\n"
                                 "t = [Thread(target=make) for _ in range(2)]\n"
                                 "for x in t: x.start()\nfor x in t: x.join()\n"
                                 "print([m() is not None for m in made])\n");
    const Done done = support::turnwise({"explore", path, "--quiet", "--report", "json"});
    QVERIFY2(reportOf(done)["complete"].toBool(), qPrintable(done.output + done.errors));
}

void TestExplore::whatTheProgramChangesInALibraryIsPutBack_data() {
    QTest::addColumn<QByteArray>("change");
    QTest::newRow("a function of a module") << QByteArray(
        "import json\nreal = json.dumps\njson.dumps = lambda x: '<' + real(x) + '>'\n");
    QTest::newRow("a method of a class") << QByteArray(
        "import queue\nreal = queue.Queue.qsize\n"
        "queue.Queue.qsize = lambda self: real(self) + 1\n");
    QTest::newRow("a method of Thread") << QByteArray(
        "from threading import Thread as T\nreal = T.run\n"
        "T.run = lambda self: real(self)\nT.other = 1\n");
}

void TestExplore::whatTheProgramChangesInALibraryIsPutBack() {
    QFETCH(QByteArray, change);
    QTemporaryDir folder;
    const QString path =
        written(folder, "wrapped.py",
                "import json, queue\nfrom threading import Thread\n"
                "print(json.dumps(1), queue.Queue().qsize(), hasattr(Thread, 'other'))\n" +
                    change +
                    "seen = []\n"
                    "def add(n):\n"
                    "    seen.append((n, json.dumps(2), queue.Queue().qsize()))\n"
                    "t = [Thread(target=add, args=(n,)) for n in range(2)]\n"
                    "for x in t: x.start()\nfor x in t: x.join()\n");
    const Done done = support::turnwise({"explore", path, "--quiet", "--report", "json"});
    const QJsonObject report = reportOf(done);
    QVERIFY2(report["complete"].toBool(), qPrintable(done.output + done.errors));
    QCOMPARE(kindsOf(report), QStringList());
    QCOMPARE(outcomesIn(report), QStringList{"finished 1 0 False\n  2 times"});
}

void TestExplore::everyOrderShowsTheOutcomesThatAreLeft_data() {
    QTest::addColumn<QString>("name");
    for (const char* name :
         {"alive_too_early", "joined_too_early", "lock_as_signal", "lock_as_signal_right",
          "notify_without_lock", "released_by_both", "started_by_both"})
        QTest::newRow(name) << name;
}

void TestExplore::everyOrderShowsTheOutcomesThatAreLeft() {
    QFETCH(QString, name);
    const auto outcomes = [&name](const char* mode) {
        QStringList all;
        const QJsonObject report = reportOf(explored(name, {"--mode", mode}));
        for (const auto& value : report["outcomes"].toArray())
            all << value.toObject()["kind"].toString() + " " +
                       value.toObject()["exception"].toString();
        all.sort();
        return report["complete"].toBool() ? all : QStringList();
    };
    const QStringList everything = outcomes("dfs");
    QVERIFY(!everything.isEmpty());
    QCOMPARE(outcomes("optimal"), everything);
    QCOMPARE(outcomes("source"), everything);
}

void TestExplore::nothingThatOutlivesAModuleIsLeftToTheNextExecution_data() {
    QTest::addColumn<QString>("imports");
    QTest::addColumn<QString>("look");
    QTest::addColumn<QString>("change");
    QTest::newRow("handlers of signals") << "signal"
                                         << "signal.getsignal(signal.SIGUSR1) == signal.SIG_DFL"
                                         << "signal.signal(signal.SIGUSR1, lambda *_: None)";
    QTest::newRow("locale") << "locale"
                            << "locale.setlocale(locale.LC_NUMERIC)"
                            << "locale.setlocale(locale.LC_NUMERIC, 'C.UTF-8')";
    QTest::newRow("filters of warnings") << "warnings"
                                         << "len(warnings.filters)"
                                         << "warnings.simplefilter('error')";
    QTest::newRow("thresholds of the collector") << "gc"
                                                 << "gc.get_threshold()"
                                                 << "gc.set_threshold(7, 7, 7)";
    QTest::newRow("callbacks of the collector") << "gc"
                                                << "len(gc.callbacks)"
                                                << "gc.callbacks.append(lambda *_: None)";
    QTest::newRow("context of decimal") << "decimal"
                                        << "decimal.getcontext().prec"
                                        << "decimal.getcontext().prec = 5";
    QTest::newRow("context variables") << "contextvars, codecs"
                                       << "len(contextvars.copy_context())"
                                       << "contextvars.ContextVar('v').set(1)";
    QTest::newRow("codecs") << "codecs"
                            << "[c for c in ['rot14'] if codecs_know(c)]"
                            << "codecs.register(find)";
    QTest::newRow("handlers of errors of codecs")
        << "codecs"
        << "b'\\xff'.decode('ascii', 'replace')"
        << "codecs.register_error('replace', lambda e: ('?', e.end))";
    QTest::newRow("arguments") << "sys"
                               << "len(sys.argv)"
                               << "sys.argv.append('more')";
    QTest::newRow("hooks of imports") << "sys"
                                      << "len(sys.meta_path)"
                                      << "sys.meta_path.append(None)";
    QTest::newRow("switch interval") << "sys"
                                     << "sys.getswitchinterval()"
                                     << "sys.setswitchinterval(0.5)";
    QTest::newRow("trace function") << "sys"
                                    << "sys.gettrace()"
                                    << "sys.setprofile(lambda *_: None)";
    QTest::newRow("random numbers") << "random"
                                    << "random.random()"
                                    << "random.seed(n)";
    QTest::newRow("handlers of logging") << "logging"
                                         << "len(logging.getLogger().handlers)"
                                         << "logging.basicConfig()";
    QTest::newRow("exit functions") << "atexit"
                                    << "atexit._ncallbacks()"
                                    << "atexit.register(print, 'over')";
}

void TestExplore::nothingThatOutlivesAModuleIsLeftToTheNextExecution() {
    QFETCH(QString, imports);
    QFETCH(QString, look);
    QFETCH(QString, change);
    QTemporaryDir folder;
    const QString path =
        written(folder, "state.py",
                ("import threading\nimport " + imports +
                 "\nn = 0\n"
                 "def find(name):\n    return codecs.lookup('rot13') if name == 'rot14' else None\n"
                 "def codecs_know(name):\n"
                 "    try:\n        return codecs.lookup(name)\n"
                 "    except LookupError:\n        return None\n"
                 "print(" +
                 look + ")\n" + change +
                 "\ndef f():\n    global n\n    n = n + 1\n"
                 "t = [threading.Thread(target=f) for _ in range(2)]\n"
                 "for x in t: x.start()\nfor x in t: x.join()\n")
                    .toUtf8());
    const Done done = support::turnwise({"explore", path, "--quiet", "--report", "json"});
    const QJsonObject report = reportOf(done);
    QVERIFY2(report["complete"].toBool(), qPrintable(done.output + done.errors));
    QCOMPARE(report["traces"].toInt(), 4);
    const Done first = support::turnwise({"run", path});
    QCOMPARE(outcomesIn(report), QStringList{"finished " + first.output + "  4 times"});
}

void TestExplore::bothReductionsCountTheSameTraces_data() {
    QTest::addColumn<QString>("granularity");
    for (const char* granularity : {"bytecode", "cpython", "line", "sync"})
        QTest::newRow(granularity) << granularity;
}

void TestExplore::bothReductionsCountTheSameTraces() {
    QFETCH(QString, granularity);
    const QStringList options = {"--granularity", granularity};
    const QJsonObject optimal = reportOf(explored("empire_barrier", options));
    const QJsonObject source =
        reportOf(explored("empire_barrier", options + QStringList{"--mode", "source"}));
    QVERIFY(optimal["complete"].toBool() && source["complete"].toBool());
    QCOMPARE(optimal["blocked_executions"].toInt(), 0);
    QCOMPARE(optimal["traces"].toInt(), source["traces"].toInt());
    QCOMPARE(outcomesIn(optimal), outcomesIn(source));
    // Executions that source sets cut off are no interleavings.
    const QString told = QString("all %1 interleavings").arg(optimal["traces"].toInt());
    const Done said = support::turnwise({"explore", program("empire_barrier"), "--quiet", "--mode",
                                         "source", "--granularity", granularity});
    QVERIFY2(said.output.section('\n', 0, 0).contains(told), qPrintable(said.output));
}

void TestExplore::otherModesFindTheSameBugs_data() {
    addOtherModes();
    QTest::newRow("sync") << QStringList{"--granularity", "sync"};
}

void TestExplore::otherModesFindTheSameBugs() {
    QFETCH(QStringList, options);
    const Done done = explored("abba", options);
    QVERIFY2(kindsOf(reportOf(done)).contains("deadlock"), qPrintable(done.output + done.errors));
    QCOMPARE(done.status, 1);
}

void TestExplore::severalProcessesFindWhatOneFinds_data() {
    QTest::addColumn<QStringList>("options");
    QTest::newRow("readers_writers_wrong") << QStringList{};
    QTest::newRow("buffer_if") << QStringList{};
    QTest::newRow("peterson_wrong") << QStringList{};
    QTest::newRow("missing_join") << QStringList{};
    QTest::newRow("lazy_singleton") << QStringList{"--granularity", "cpython"};
    QTest::newRow("philosophers_ordered") << QStringList{};
    QTest::newRow("poll_szymanski_wrong") << QStringList{};
}

void TestExplore::severalProcessesFindWhatOneFinds() {
    QFETCH(QStringList, options);
    const QString name = QTest::currentDataTag();
    const QJsonObject one = reportOf(explored(name, options));
    for (const char* jobs : {"2", "3"}) {
        const QJsonObject several = reportOf(explored(name, options + QStringList{"--jobs", jobs}));
        for (const char* number : {"traces", "deadlocks", "failing", "complete", "shared_cells",
                                   "longest", "polling_executions"})
            QCOMPARE(several[number], one[number]);
        QCOMPARE(findingsIn(several).join('\n'), findingsIn(one).join('\n'));
        QCOMPARE(outcomesIn(several).join('\n'), outcomesIn(one).join('\n'));
    }
}

void TestExplore::aLimitOfExecutionsIsSaidToBeOne() {
    const Done done = explored("philosophers_ordered", {"--max-executions", "10"});
    const QJsonObject report = reportOf(done);
    QVERIFY(!report["complete"].toBool());
    QCOMPARE(report["incomplete"].toString(), "max-executions");
    QCOMPARE(report["executions"].toInt(), 10);
    QVERIFY(report["estimated_executions"].toDouble() > 10);
    QCOMPARE(done.status, 3);
}

// Seven threads put themselves into a list: each of the 5,040 orders is another outcome.
void TestExplore::ofVeryManyOutcomesTheFirstAreKeptAndAllAreCounted() {
    const QTemporaryDir folder;
    const QString program = written(folder, "orders.py",
                                    "from threading import Thread\n"
                                    "order = []\n"
                                    "def join_in(number):\n"
                                    "    order.append(number)\n"
                                    "threads = [Thread(target=join_in, args=(number,))\n"
                                    "           for number in range(7)]\n"
                                    "for thread in threads:\n"
                                    "    thread.start()\n"
                                    "for thread in threads:\n"
                                    "    thread.join()\n"
                                    "print(order)\n");
    const Done done = support::turnwise({"explore", program, "--report", "json", "--quiet"});
    const QJsonObject report = reportOf(done);
    QVERIFY2(report["complete"].toBool(), qPrintable(done.output.left(2000) + done.errors));
    QCOMPARE(report["traces"].toInt(), 5'040);
    QCOMPARE(report["outcomes"].toArray().size(), 1'000);
    QCOMPARE(report["outcomes_left_out"].toInt(), 4'040);
    QVERIFY(report["left_out_are_counted"].toBool());
    const QString text = support::turnwise({"explore", program, "--quiet"}).output;
    QVERIFY2(text.contains("5040 outcomes, each with"), qPrintable(text.right(2000)));
    QVERIFY2(text.contains("and 5030 more: --report json has the 1000 that were seen first; the "
                           "others were counted, not kept"),
             qPrintable(text.right(2000)));
}

// The module decimal stays from one execution to the next, and so do the insides of threads; what a
// thread has set for itself, in the module's context variable, does not.
void TestExplore::nothingOfAThreadIsLeftToThoseOfTheNextExecution() {
    const QTemporaryDir folder;
    const QString program = written(folder, "contexts.py",
                                    "import decimal\n"
                                    "from threading import Thread\n"
                                    "done = 0\n"
                                    "def work():\n"
                                    "    global done\n"
                                    "    assert decimal.getcontext().prec == 28\n"
                                    "    decimal.getcontext().prec = 5\n"
                                    "    done += 1\n"
                                    "threads = [Thread(target=work) for _ in range(2)]\n"
                                    "for thread in threads:\n"
                                    "    thread.start()\n"
                                    "for thread in threads:\n"
                                    "    thread.join()\n");
    const QJsonObject report =
        reportOf(support::turnwise({"explore", program, "--report", "json", "--quiet"}));
    QVERIFY(report["complete"].toBool());
    QVERIFY(report["traces"].toInt() >= 4);
    QCOMPARE(report["failing"].toInt(), 0);
}

// Nothing of it is written in Python: there is no bytecode that appends.
void TestExplore::aThreadThatIsACallOfAFunctionInCIsSeen() {
    const QTemporaryDir folder;
    const QString program = written(folder, "appends.py",
                                    "from threading import Thread, Timer\n"
                                    "order = []\n"
                                    "threads = [Thread(target=order.append, args=(1,)),\n"
                                    "           Timer(0, order.append, [2]),\n"
                                    "           Thread(target=list.append, args=(order, 3))]\n"
                                    "for thread in threads:\n"
                                    "    thread.start()\n"
                                    "for thread in threads:\n"
                                    "    thread.join()\n"
                                    "print(order)\n");
    for (const char* granularity : {"bytecode", "cpython", "line"}) {
        const QJsonObject report = reportOf(support::turnwise(
            {"explore", program, "--granularity", granularity, "--report", "json", "--quiet"}));
        QVERIFY(report["complete"].toBool());
        const QJsonArray outcomes = report["outcomes"].toArray();
        QCOMPARE(outcomes.size(), 6);
        for (const auto& value : outcomes) {
            const QJsonObject outcome = value.toObject();
            const Done run = support::turnwise(
                {"run", program, "--schedule", outcome["schedule"].toString(), "--report", "json"});
            QCOMPARE(QJsonDocument::fromJson(run.lastLine().toUtf8()).object()["stdout"],
                     outcome["stdout"]);
        }
    }
}

void TestExplore::theOrderOfPrintsCountsWhenItIsObserved() {
    QCOMPARE(reportOf(explored("print_order"))["outcomes"].toArray().size(), 1);
    const QJsonArray outcomes =
        reportOf(explored("print_order", {"--observe", "stdout"}))["outcomes"].toArray();
    QStringList outputs;
    for (const auto& outcome : outcomes)
        outputs << outcome.toObject()["stdout"].toString();
    QVERIFY(outputs.contains("ping\npong\n"));
    QVERIFY(outputs.contains("pong\nping\n"));
}

void TestExplore::whatADaemonPrintsIsSeenOrNot() {
    const auto outputsOf = [](const char* name) {
        QStringList outputs;
        for (const auto& outcome : reportOf(explored(name))["outcomes"].toArray())
            outputs << outcome.toObject()["stdout"].toString();
        outputs.sort();
        return outputs;
    };
    QCOMPARE(outputsOf("daemon_prints"), (QStringList{"", "hello\n", "hello\nand good-bye\n"}));
    QCOMPARE(outputsOf("daemon_outlives_main"), (QStringList{"", "hello\n"}));
}

void TestExplore::timeIsFaithfulWhenAskedFor() {
    QCOMPARE(explored("sleep_as_order").status, 1);
    const Done done = explored("sleep_as_order", {"--time", "faithful", "--fail-on", "exception"});
    QVERIFY2(reportOf(done)["complete"].toBool(), qPrintable(done.output + done.errors));
    QCOMPARE(done.status, 0);
}

void TestExplore::failOnChoosesWhatMakesTheStatus() {
    QCOMPARE(explored("double_checked").status, 1);
    QCOMPARE(explored("double_checked", {"--fail-on", "deadlock,exception"}).status, 0);
    QCOMPARE(explored("abba", {"--fail-on", "race"}).status, 0);
    QCOMPARE(explored("abba", {"--fail-on", "deadlock"}).status, 1);
}

void TestExplore::aLoopWithoutEndIsALimit() {
    const Done done = support::turnwise(
        {"explore", EXPLORED "/../explore_broken/endless.py", "--quiet", "--report", "json"});
    const QJsonObject report = reportOf(done);
    QVERIFY2(!report["complete"].toBool(), qPrintable(done.output + done.errors));
    QCOMPARE(report["outcomes"].toArray()[0].toObject()["kind"].toString(), "limit");
}

void TestExplore::aProgramThatIsNotDeterministicIsSaidToBeSo() {
    const Done done = support::turnwise(
        {"explore", EXPLORED "/../explore_broken/random_device.py", "--quiet", "--report", "json"});
    const QJsonObject report = reportOf(done);
    QCOMPARE(report["incomplete"].toString(), "not-deterministic");
    QVERIFY(!report["difference"].toString().isEmpty());
}

void TestExplore::badInputIsRefused_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("words");
    QTest::newRow("no such file") << QStringList{"explore", "nothing-here.py"} << "cannot be read";
    QTest::newRow("unknown mode") << QStringList{"explore", program("abba"), "--mode", "luck"}
                                  << "luck";
    QTest::newRow("no Python") << QStringList{"explore", EXPLORED "/../explore_broken/syntax.py"}
                               << "SyntaxError";
}

void TestExplore::badInputIsRefused() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, words);
    const Done done = support::turnwise(arguments);
    QCOMPARE(done.status, 2);
    QVERIFY2(done.errors.contains(words), qPrintable(done.errors));
}

void TestExplore::aProgramThatGetsStuckIsNotBadInput_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("waits for the outside")
        << QStringList{EXPLORED "/../explore_broken/asks_the_outside.py", "--max-seconds", "2"};
    for (const char* jobs : {"1", "2", "3"})
        QTest::addRow("one of %s processes waits for the outside", jobs)
            << QStringList{EXPLORED "/../explore_broken/asks_the_outside_rarely.py",
                           "--max-seconds", "5", "--jobs", jobs};
    QTest::newRow("calculates for ever")
        << QStringList{EXPLORED "/../explore_broken/endless_line.py", "--max-seconds", "2"};
}

void TestExplore::aProgramThatGetsStuckIsNotBadInput() {
    QFETCH(QStringList, arguments);
    const Done done = support::turnwise(QStringList{"explore"} + arguments);
    QCOMPARE(done.status, 3);
    QVERIFY2(done.errors.contains("cannot be explored"), qPrintable(done.errors + done.output));
}

void TestExplore::whoIsLetGoOnMayFindTheBarrierBroken_data() {
    QTest::addColumn<QStringList>("options");
    QTest::newRow("optimal") << QStringList{};
    QTest::newRow("dfs") << QStringList{"--mode", "dfs"};
    QTest::newRow("cpython") << QStringList{"--granularity", "cpython"};
    QTest::newRow("sync") << QStringList{"--granularity", "sync"};
}

void TestExplore::whoIsLetGoOnMayFindTheBarrierBroken() {
    QFETCH(QStringList, options);
    QStringList ends;
    for (const auto& outcome : reportOf(explored("barrier_aborted", options))["outcomes"].toArray())
        ends << outcome.toObject()["stdout"].toString().trimmed();
    ends.sort();
    QCOMPARE(ends,
             (QStringList{"broken broken", "broken passed", "passed broken", "passed passed"}));
}

void TestExplore::whatIsNotObservedIsSaid() {
    const QString said = "The order of what threads print was not observed";
    const QString printing = program("print_order");
    const Done silent = support::turnwise({"explore", printing, "--quiet"});
    QVERIFY2(silent.output.contains(said), qPrintable(silent.output));
    const Done observed =
        support::turnwise({"explore", printing, "--quiet", "--observe", "stdout"});
    QVERIFY2(!observed.output.contains(said), qPrintable(observed.output));
    const Done alone = support::turnwise({"explore", program("poll_forever"), "--quiet"});
    QVERIFY2(!alone.output.contains(said), qPrintable(alone.output));
    QCOMPARE(silent.output.count("--observe stdout"), 1);
    const Done cut =
        support::turnwise({"explore", program("abba"), "--quiet", "--max-executions", "1"});
    QVERIFY2(cut.output.contains(" more remain, as far as can be told."), qPrintable(cut.output));
}

void TestExplore::textSaysWhatWasFoundAndHowToReplayIt() {
    const Done verified = support::turnwise({"explore", program("locked_counter"), "--quiet"});
    QVERIFY2(verified.output.startsWith(
                 "Verified: all 6 interleavings were executed, and nothing was found."),
             qPrintable(verified.output));
    const Done polled = support::turnwise({"explore", program("poll_event"), "--quiet"});
    QVERIFY2(
        polled.output.startsWith("Verified: the only interleaving was executed, and nothing "
                                 "was found.\nIn 1 more a thread polled and found nothing new"),
        qPrintable(polled.output));
    const Done found = support::turnwise({"explore", program("lost_update"), "--quiet"});
    QVERIFY(found.output.contains("Possible in Python, not on CPython 3.11."));
    QVERIFY(found.output.contains("AssertionError: an update was lost: 1"));
    QVERIFY(found.output.contains("--schedule bytecode/abstract:"));
}

void TestExplore::theTreeOfTheSearchIsPrinted() {
    const Done done = support::turnwise({"explore", "--quiet", "--tree", program("lost_update")});
    QVERIFY2(done.output.startsWith("Step 1: MainThread does"), qPrintable(done.output));
    const QJsonObject report = reportOf(
        support::turnwise({"explore", "--quiet", "--report", "json", program("lost_update")}));
    QCOMPARE(done.output.count(" is over: "), report["executions"].toInt());
    QVERIFY(done.output.contains("Tried before: "));
    QVERIFY(done.output.contains("\n\nComplete: "));
    for (const QStringList& other : {QStringList{"--jobs", "2"}, QStringList{"--mode", "random"},
                                     QStringList{"--report", "json"}}) {
        const Done refused =
            support::turnwise(QStringList{"explore", "--tree", program("lost_update")} + other);
        QCOMPARE(refused.status, 2);
        QVERIFY2(refused.errors.contains("--tree"), qPrintable(refused.errors));
    }
}

// From its beginning, in one process and in two.
void TestExplore::everyExecutionReadsTheSameInput() {
    QTemporaryDir folder;
    const QString input = written(folder, "input.txt", "2\nspam\n");
    const QString asks = written(folder, "asks.py",
                                 "from threading import Thread\n"
                                 "order = []\n"
                                 "def add(i): order.append(i)\n"
                                 "ts = [Thread(target=add, args=(i,)) "
                                 "for i in range(int(input()))]\n"
                                 "for t in ts: t.start()\n"
                                 "for t in ts: t.join()\n"
                                 "print(order, input())\n");
    for (const QString& jobs : {QString("1"), QString("2")}) {
        const Done done = support::turnwise(
            {"explore", "--quiet", "--report", "json", "--jobs", jobs, "--stdin", input, asks});
        const QJsonObject report = QJsonDocument::fromJson(done.output.toUtf8()).object();
        QCOMPARE(outcomesIn(report), (QStringList{"finished [0, 1] spam\n  1 times",
                                                  "finished [1, 0] spam\n  1 times"}));
    }
    const Done text = support::turnwise({"explore", "--quiet", "--stdin", input, asks});
    QVERIFY2(text.output.contains("asks.py --stdin " + input + " --schedule"),
             qPrintable(text.output));
}

// The last step that a search takes is the write; the error comes two lines later.
void TestExplore::anErrorIsToldWhereItWasRaised() {
    const QTemporaryDir folder;
    const QString path = written(folder, "sold_out.py",
                                 "from threading import Thread\n"
                                 "tickets = 1\n"
                                 "def sell():\n"
                                 "    global tickets\n"
                                 "    left = tickets - 1\n"
                                 "    tickets = left\n"
                                 "    if left < 0:\n"
                                 "        raise ValueError('sold out')\n"
                                 "threads = [Thread(target=sell) for _ in range(2)]\n"
                                 "for thread in threads: thread.start()\n"
                                 "for thread in threads: thread.join()\n");
    const QJsonObject report =
        reportOf(support::turnwise({"explore", path, "--report", "json", "--quiet"}));
    QList<QJsonObject> errors;
    for (const auto& finding : report["findings"].toArray())
        if (finding.toObject()["kind"].toString() == "exception") errors << finding.toObject();
    QCOMPARE(errors.size(), 1);  // whatever the threads did last before it
    QCOMPARE(errors[0]["location"].toObject()["line"].toInt(), 8);
    QCOMPARE(errors[0]["places"].toArray()[0].toObject()["line"].toInt(), 8);
    const QString message = errors[0]["message"].toString();
    QVERIFY2(message.contains("sold_out.py:8 in Thread-"), qPrintable(message));
    const Done text = support::turnwise({"explore", path, "--quiet"});
    QVERIFY2(!text.output.contains("sold_out.py:6 in Thread-"), qPrintable(text.output));
    const Done github = support::turnwise(
        {"explore", path, "--quiet", "--report", "github", "--fail-on", "exception"});
    QVERIFY2(github.output.contains("sold_out.py,line=8,title=exception::"),
             qPrintable(github.output));
    const Done sarif = support::turnwise({"explore", path, "--quiet", "--report", "sarif"});
    QVERIFY2(sarif.output.contains("sold_out.py:8 in Thread-"), qPrintable(sarif.output));
}

// What is raised in a library is told where the program called it, with the calls that led there.
void TestExplore::anErrorOfALibraryIsToldWhereItWasCalled() {
    const QTemporaryDir folder;
    const QString path = written(folder, "empty.py",
                                 "from queue import Queue\n"
                                 "from threading import Thread\n"
                                 "def take():\n"
                                 "    return Queue().get_nowait()\n"
                                 "def work():\n"
                                 "    take()\n"
                                 "thread = Thread(target=work)\n"
                                 "thread.start()\n"
                                 "thread.join()\n");
    const QJsonObject report =
        reportOf(support::turnwise({"explore", path, "--report", "json", "--quiet"}));
    const QJsonObject finding = report["findings"].toArray()[0].toObject();
    QCOMPARE(finding["location"].toObject()["line"].toInt(), 4);
    const QJsonArray stack = finding["places"].toArray()[0].toObject()["stack"].toArray();
    QCOMPARE(stack.size(), 2);
    QCOMPARE(stack[0].toObject()["function"].toString(), "work");
    QCOMPARE(stack[0].toObject()["line"].toInt(), 6);
    QCOMPARE(stack[1].toObject()["function"].toString(), "take");
}

void TestExplore::githubAndSarifNameTheLine() {
    const Done github =
        support::turnwise({"explore", program("abba"), "--quiet", "--report", "github"});
    QVERIFY2(
        github.output.contains("::error file=" + program("abba") + ",line=10,title=deadlock::"),
        qPrintable(github.output));
    const Done sarif =
        support::turnwise({"explore", program("abba"), "--quiet", "--report", "sarif"});
    const QJsonObject run =
        QJsonDocument::fromJson(sarif.output.toUtf8()).object()["runs"].toArray()[0].toObject();
    const QJsonObject result = run["results"].toArray()[0].toObject();
    QCOMPARE(result["ruleId"].toString(), "deadlock");
    QCOMPARE(result["locations"]
                 .toArray()[0]
                 .toObject()["physicalLocation"]
                 .toObject()["region"]
                 .toObject()["startLine"]
                 .toInt(),
             10);
}

QTEST_GUILESS_MAIN(TestExplore)
#include "tst_explore.moc"
