#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include "tests/support/sample_traces.h"
#include "ui/session/session.h"

using namespace turnwise;
using ui::Session;

class SessionTest : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase();

    void begins_with_an_empty_trace();
    void a_run_resets_grows_and_finishes();
    void the_cursor_follows_a_run_until_it_is_moved();
    void a_new_run_stops_the_one_before();
    void the_old_trace_lives_until_all_have_heard_of_the_new_one();
    void stepping_goes_from_stop_to_stop_and_back();
    void the_cursor_stays_inside_the_trace();
    void the_state_is_that_of_the_cursor();
    void playing_goes_to_the_end_and_stops_there();
    void playing_at_the_end_begins_again();
    void moving_the_cursor_pauses();
    void a_trace_can_be_saved_and_opened();
    void a_bad_file_leaves_the_present_trace();
    void a_trace_that_was_cut_off_opens_and_says_so();
    void a_damaged_trace_opens_up_to_the_damage_and_says_so();
    void a_run_that_is_made_again_is_shown_where_it_was_left_data();
    void a_run_that_is_made_again_is_shown_where_it_was_left();
    void a_large_trace_opens_piece_by_piece();
    void opening_a_large_trace_can_be_stopped();
    void a_large_trace_that_is_damaged_is_shown_as_far_as_it_goes();
    void another_run_while_a_large_trace_is_opened_ends_the_opening();

  private:
    // Opens a sample from a file.
    void open(Session& session);

    // A file of several pieces; made once.
    QString large();

    QTemporaryDir m_dir;
    QString m_path;
};

void SessionTest::initTestCase() {
    qputenv("TURNWISE_ENGINE", FAKE_ENGINE);
    m_path = m_dir.filePath("sample.trace");
    trace::write_trace_file(m_path.toStdString(), support::sample_deadlock_trace());
}

void SessionTest::open(Session& session) {
    QString error;
    QVERIFY2(session.openTrace(m_path, &error), qPrintable(error));
}

void SessionTest::begins_with_an_empty_trace() {
    Session session;
    QCOMPARE(session.trace().size(), std::size_t(0));
    QCOMPARE(session.cursor(), EventIndex(0));
    QCOMPARE(session.stepCount(), std::size_t(0));
    QVERIFY(session.isAtEnd());
    QVERIFY(!session.isRunning());
    QVERIFY(session.state().threads().empty());
    QCOMPARE(session.runOptions(), nullptr);
}

void SessionTest::a_run_resets_grows_and_finishes() {
    Session session;
    QStringList heard;
    connect(&session, &Session::traceReset, this, [&] { heard << "reset"; });
    connect(&session, &Session::runStarted, this, [&] { heard << "started"; });
    connect(&session, &Session::traceGrew, this, [&] { heard << "grew"; });
    connect(&session, &Session::runFinished, this, [&] { heard << "finished"; });
    session.run({.program = "long.py"});
    QVERIFY(session.isRunning());
    QTRY_VERIFY(!session.isRunning());
    heard.removeDuplicates();
    QCOMPARE(heard, (QStringList{"reset", "started", "grew", "finished"}));
    QCOMPARE(session.outcome().kind, OutcomeKind::limit);
    QCOMPARE(session.intervals().size(), session.trace().size());
    QVERIFY(session.trace().size() >= 300'000);
    QVERIFY(session.isAtEnd());
    QCOMPARE(session.runOptions()->program, "long.py");
}

void SessionTest::the_cursor_follows_a_run_until_it_is_moved() {
    Session session;
    session.run({.program = "loops.py"});
    QTRY_VERIFY(session.cursor() > 1'000);
    QVERIFY(session.isAtEnd());
    session.setCursor(10);
    QSignalSpy grew(&session, &Session::traceGrew);
    QVERIFY(grew.wait());
    QCOMPARE(session.cursor(), EventIndex(10));
    session.stop();
    QVERIFY(!session.isRunning());
    QCOMPARE(session.cursor(), EventIndex(10));
}

void SessionTest::a_new_run_stops_the_one_before() {
    Session session;
    QSignalSpy finished(&session, &Session::runFinished);
    session.run({.program = "loops.py"});
    QTRY_VERIFY(session.cursor() > 1'000);
    session.run({.program = "finishes.py"});
    QCOMPARE(finished.count(), 1);
    QCOMPARE(session.cursor(), EventIndex(0));
    QTRY_COMPARE(finished.count(), 2);
    QCOMPARE(session.outcome().kind, OutcomeKind::finished);
}

void SessionTest::the_old_trace_lives_until_all_have_heard_of_the_new_one() {
    Session session;
    open(session);
    const trace::Trace& old = session.trace();
    const std::size_t size = old.size();
    std::size_t seen = 0;
    connect(&session, &Session::traceReset, this, [&] { seen = old.size(); });
    session.run({.program = "finishes.py"});
    QCOMPARE(seen, size);
}

void SessionTest::stepping_goes_from_stop_to_stop_and_back() {
    Session session;
    open(session);
    QCOMPARE(session.step(), std::size_t(0));
    std::vector<EventIndex> there;
    while (session.step() < session.stepCount()) {
        session.stepForward();
        there.push_back(session.cursor());
    }
    QCOMPARE(there.size(), session.stepCount());
    QCOMPARE(there.back(), session.trace().size());
    session.stepForward();
    QCOMPARE(session.cursor(), there.back());
    there.pop_back();
    while (!there.empty()) {
        session.stepBack();
        QCOMPARE(session.cursor(), there.back());
        there.pop_back();
    }
    session.stepBack();
    session.stepBack();
    QCOMPARE(session.cursor(), EventIndex(0));
    session.setStep(5);
    const EventIndex fifth = session.cursor();
    session.setStep(4);
    const EventIndex fourth = session.cursor();
    for (EventIndex between = fourth + 1; between < fifth; ++between) {
        session.setCursor(between);
        session.stepBack();
        QCOMPARE(session.cursor(), fourth);
    }
    session.setStep(1'000'000);
    QVERIFY(session.isAtEnd());
}

void SessionTest::the_cursor_stays_inside_the_trace() {
    Session session;
    open(session);
    QSignalSpy moved(&session, &Session::cursorChanged);
    session.setCursor(1'000'000);
    QCOMPARE(session.cursor(), session.trace().size());
    session.goToLast();
    QCOMPARE(moved.count(), 1);
    session.goToFirst();
    QCOMPARE(moved.count(), 2);
    QCOMPARE(moved.last().first().value<EventIndex>(), EventIndex(0));
}

void SessionTest::the_state_is_that_of_the_cursor() {
    Session session;
    open(session);
    QVERIFY(session.state().threads().empty());
    session.goToLast();
    QCOMPARE(session.state().threads().size(), std::size_t(3));
    QCOMPARE(session.state().threads()[1].state, analysis::ThreadState::blocked);
    const EventIndex born = session.intervals().threads()[1].born;
    QCOMPARE(session.stateAfter(born).threads().size(), std::size_t(1));
    QCOMPARE(session.state().threads().size(), std::size_t(3));
    session.setCursor(born);
    QCOMPARE(session.state().threads().size(), std::size_t(1));
}

void SessionTest::playing_goes_to_the_end_and_stops_there() {
    Session session;
    open(session);
    session.setSpeed(1000);
    QSignalSpy playing(&session, &Session::playingChanged);
    session.play();
    QVERIFY(session.isPlaying());
    QTRY_VERIFY(!session.isPlaying());
    QCOMPARE(session.step(), session.stepCount());
    QCOMPARE(playing.count(), 2);
    session.setSpeed(0);
    QCOMPARE(session.speed(), 0.1);
}

void SessionTest::playing_at_the_end_begins_again() {
    Session session;
    open(session);
    session.goToLast();
    session.play();
    QCOMPARE(session.cursor(), EventIndex(0));
    QVERIFY(session.isPlaying());
}

void SessionTest::moving_the_cursor_pauses() {
    Session session;
    open(session);
    session.play();
    session.stepForward();
    QVERIFY(!session.isPlaying());
    QCOMPARE(session.step(), std::size_t(1));
}

void SessionTest::a_trace_can_be_saved_and_opened() {
    Session session;
    session.run({.program = "finishes.py"});
    QTRY_VERIFY(!session.isRunning());
    const QString path = m_dir.filePath("saved.trace");
    QString error;
    QVERIFY(session.saveTrace(path, &error));
    Session other;
    QSignalSpy reset(&other, &Session::traceReset);
    QVERIFY(other.openTrace(path, &error));
    QCOMPARE(reset.count(), 1);
    QCOMPARE(other.trace().events(), session.trace().events());
    QCOMPARE(other.outcome().kind, OutcomeKind::finished);
    QCOMPARE(other.tracePath(), path);
    QCOMPARE(other.runOptions(), nullptr);
    QVERIFY(!session.saveTrace(m_dir.filePath("no/such/folder"), &error));
    QVERIFY(error.contains("no/such/folder"));
}

void SessionTest::a_bad_file_leaves_the_present_trace() {
    Session session;
    open(session);
    session.setCursor(5);
    QSignalSpy reset(&session, &Session::traceReset);
    QString error;
    QVERIFY(!session.openTrace(FAKE_ENGINE, &error));
    QVERIFY(error.contains("not a Turnwise trace"));
    QVERIFY(!session.openTrace(m_dir.filePath("none"), &error));
    QVERIFY(error.contains("No such file"));
    QCOMPARE(reset.count(), 0);
    QCOMPARE(session.cursor(), EventIndex(5));
}

void SessionTest::a_trace_that_was_cut_off_opens_and_says_so() {
    const QString path = m_dir.filePath("cut.trace");
    QVERIFY(QFile::copy(m_path, path));
    QFile file(path);
    QVERIFY(file.resize(file.size() / 2));
    Session session;
    QString error;
    QVERIFY(session.openTrace(path, &error));
    QVERIFY(session.trace().size() > 5);
    QCOMPARE(session.outcome().kind, OutcomeKind::unfinished);
    QVERIFY(QString::fromStdString(session.outcome().message).contains("cut off"));
}

void SessionTest::a_damaged_trace_opens_up_to_the_damage_and_says_so() {
    QFile whole(m_path);
    QVERIFY(whole.open(QIODevice::ReadOnly));
    QByteArray bytes = whole.readAll();
    bytes.replace(bytes.size() / 2, 40, QByteArray(40, '\xc1'));
    QFile file(m_dir.filePath("broken.trace"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    Session session;
    QString error;
    QVERIFY2(session.openTrace(file.fileName(), &error), qPrintable(error));
    QVERIFY(session.trace().size() > 5);
    QVERIFY(!session.isRunning());
    QCOMPARE(session.outcome().kind, OutcomeKind::unfinished);
    QVERIFY(QString::fromStdString(session.outcome().message).contains("damaged"));
}

void SessionTest::a_run_that_is_made_again_is_shown_where_it_was_left_data() {
    QTest::addColumn<std::optional<EventIndex>>("left");
    QTest::addColumn<EventIndex>("found");
    const EventIndex all = support::sample_semaphore_trace().size();
    QTest::newRow("before the first event") << std::optional<EventIndex>(0) << EventIndex{0};
    QTest::newRow("in the middle") << std::optional<EventIndex>(7) << EventIndex{7};
    QTest::newRow("beyond the end") << std::optional<EventIndex>(1'000'000) << all;
    QTest::newRow("nowhere") << std::optional<EventIndex>() << all;
}

void SessionTest::a_run_that_is_made_again_is_shown_where_it_was_left() {
    QFETCH(std::optional<EventIndex>, left);
    QFETCH(EventIndex, found);
    ui::RunRecord record;
    record.id = 1;
    record.options.program = "finishes.py";
    record.cursor = left;
    Session session;
    session.restoreRuns({record}, 1);
    QTRY_VERIFY(!session.isRunning());
    QCOMPARE(session.cursor(), found);
}

QString SessionTest::large() {
    const QString path = m_dir.filePath("large.trace");
    if (!QFile::exists(path))
        trace::write_trace_file(path.toStdString(), support::sample_big_trace(200'000));
    return path;
}

void SessionTest::a_large_trace_opens_piece_by_piece() {
    QVERIFY(QFileInfo(large()).size() > 2 * ui::TraceReading::piece);
    Session session;
    QSignalSpy finished(&session, &Session::runFinished);
    QSignalSpy grew(&session, &Session::traceGrew);
    QString error;
    QVERIFY2(session.openTrace(large(), &error), qPrintable(error));
    // There is something to look at already, and more to come.
    const EventIndex first = session.intervals().size();
    QVERIFY(first > 1'000);
    QVERIFY(session.isRunning());
    double before = 0;
    QVERIFY(session.openingProgress() > before);
    session.setStep(100);
    while (finished.isEmpty()) {
        QCoreApplication::processEvents();
        if (!session.openingProgress()) break;
        QVERIFY(*session.openingProgress() >= before);
        before = *session.openingProgress();
    }
    QVERIFY(grew.size() >= 2);
    QVERIFY(!session.isRunning());
    QCOMPARE(session.step(), std::size_t{100});  // whoever looks at something is left in peace
    trace::Trace whole;
    QVERIFY(trace::read_trace_file(large().toStdString(), whole));
    QCOMPARE(session.trace().size(), whole.size());
    QVERIFY(session.outcome().kind == whole.trailer().outcome.kind);
    QCOMPARE(session.runs().find(session.shownRun())->events, whole.size());
    QCOMPARE(session.intervals().size(), whole.size());
}

void SessionTest::opening_a_large_trace_can_be_stopped() {
    Session session;
    QVERIFY(session.openTrace(large(), nullptr));
    const EventIndex read = session.trace().size();
    QSignalSpy finished(&session, &Session::runFinished);
    session.stop();
    QCOMPARE(finished.size(), 1);
    QVERIFY(!session.isRunning());
    QCOMPARE(session.trace().size(), read);
    QVERIFY(session.outcome().kind == OutcomeKind::unfinished);
    QVERIFY(session.outcome().message.starts_with("Opening was stopped."));
    QCoreApplication::processEvents();
    QCOMPARE(session.trace().size(), read);
    session.goToLast();
    QVERIFY(session.isAtEnd());
}

void SessionTest::a_large_trace_that_is_damaged_is_shown_as_far_as_it_goes() {
    QFile whole(large());
    QVERIFY(whole.open(QIODevice::ReadOnly));
    QByteArray bytes = whole.readAll();
    const qsizetype middle = bytes.size() / 2;
    for (qsizetype at = middle; at < middle + 64; ++at)
        bytes[at] = static_cast<char>(0xc1);  // that no record has
    QFile damaged(m_dir.filePath("damaged.trace"));
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    QCOMPARE(damaged.write(bytes), bytes.size());
    damaged.close();
    Session session;
    QSignalSpy finished(&session, &Session::runFinished);
    QVERIFY(session.openTrace(damaged.fileName(), nullptr));
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(session.trace().size() > 50'000);
    QVERIFY(session.outcome().kind == OutcomeKind::unfinished);
    QVERIFY(!session.outcome().message.empty());
}

void SessionTest::another_run_while_a_large_trace_is_opened_ends_the_opening() {
    Session session;
    QVERIFY(session.openTrace(large(), nullptr));
    QVERIFY(session.openTrace(m_path, nullptr));
    QVERIFY(!session.isRunning());
    const EventIndex size = session.trace().size();
    for (int pass = 0; pass < 20; ++pass)
        QCoreApplication::processEvents();
    QCOMPARE(session.trace().size(), size);
    QVERIFY(session.openTrace(large(), nullptr));
    session.clear();
    QCoreApplication::processEvents();
    QCOMPARE(session.trace().size(), EventIndex{0});
}

QTEST_GUILESS_MAIN(SessionTest)
#include "tst_session.moc"
