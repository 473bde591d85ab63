#include <QtTest>

#include "core/sched/schedule.h"
#include "tests/support/compare_text.h"
#include "tests/support/run_program.h"

using namespace turnwise;
using sched::Schedule;
using sched::ScheduleError;
using support::error_of;

namespace {

std::string refusal(std::string_view text) {
    return error_of<ScheduleError>([&] { Schedule::parse(text); });
}

}  // namespace

class ScheduleTest : public QObject {
    Q_OBJECT

  private slots:
    void choices_are_written_as_runs_of_one_thread();
    void what_is_written_can_be_read();
    void an_empty_schedule_is_an_empty_text();
    void blanks_and_line_breaks_are_ignored();
    void neighbours_of_one_thread_are_one_run();
    void an_unreadable_schedule_says_where();
    void an_unreadable_schedule_says_where_data();
};

void ScheduleTest::choices_are_written_as_runs_of_one_thread() {
    Schedule schedule;
    for (const ThreadId thread : {0U, 0U, 0U, 1U, 2U, 2U, 0U})
        schedule.append(thread);
    COMPARE_TEXT(schedule.text(), "0x3,1,2x2,0");
    QCOMPARE(schedule.size(), std::uint64_t{7});
}

void ScheduleTest::what_is_written_can_be_read() {
    for (const char* text :
         {"0", "0x12,1,2x3", "4294967294x2,7", "1,2,1,2,1", "0x18446744073709551615"}) {
        const Schedule schedule = Schedule::parse(text);
        COMPARE_TEXT(schedule.text(), text);
        QCOMPARE(Schedule::parse(schedule.text()), schedule);
    }
    QCOMPARE(Schedule::parse("0x12,1,2x3").size(), std::uint64_t{16});
}

void ScheduleTest::an_empty_schedule_is_an_empty_text() {
    COMPARE_TEXT(Schedule().text(), "");
    QCOMPARE(Schedule::parse(""), Schedule());
    QCOMPARE(Schedule::parse(" \n"), Schedule());
}

void ScheduleTest::blanks_and_line_breaks_are_ignored() {
    COMPARE_TEXT(Schedule::parse(" 0x1\n2 ,\t1, 2 x3\r\n").text(), "0x12,1,2x3");
}

void ScheduleTest::neighbours_of_one_thread_are_one_run() {
    COMPARE_TEXT(Schedule::parse("1,1x2,1").text(), "1x4");
    QCOMPARE(Schedule::parse("1,1x2,1"), Schedule::parse("1x4"));
}

void ScheduleTest::an_unreadable_schedule_says_where_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("message");
    const auto number = [](int place) {
        return QString(
                   "The schedule is not readable at character %1: a thread number is expected "
                   "there, as in \"0x12,1,2x3\".")
            .arg(place);
    };
    const auto times = [](int place) {
        return QString(
                   "The schedule is not readable at character %1: how many times (1 or more) is "
                   "expected there, as in \"0x12,1,2x3\".")
            .arg(place);
    };
    const auto comma = [](int place, char c) {
        return QString(
                   "The schedule is not readable at character %1: a comma is expected before "
                   "'%2'.")
            .arg(place)
            .arg(c);
    };
    QTest::newRow("no number") << "hello" << number(1);
    QTest::newRow("a comma first") << ",1" << number(1);
    QTest::newRow("a comma last") << "1," << number(3);
    QTest::newRow("two commas") << "1,,2" << number(3);
    QTest::newRow("a sign") << "1,-2" << number(3);
    QTest::newRow("a thread that cannot be") << "4294967296" << number(1);
    QTest::newRow("no times") << "1x,2" << times(3);
    QTest::newRow("nought times") << "1x0" << times(3);
    QTest::newRow("too many times") << "1x18446744073709551616" << times(3);
    const auto many = [](int place) {
        return QString(
                   "The schedule is not readable at character %1: it has more choices than can be "
                   "counted.")
            .arg(place);
    };
    QTest::newRow("too many together") << "0x18446744073709551615,0x1" << many(24);
    QTest::newRow("too many of several threads") << "0x18446744073709551615,1" << many(24);
    QTest::newRow("a letter after a number") << "12a" << comma(3, 'a');
    QTest::newRow("twice x") << "1x2x3" << comma(4, 'x');
    QTest::newRow("after blanks, counted as written") << " 1 , 2 ; 3" << comma(8, ';');
}

void ScheduleTest::an_unreadable_schedule_says_where() {
    QFETCH(QString, text);
    QFETCH(QString, message);
    QCOMPARE(support::in_qt(refusal(text.toStdString())), message);
}

QTEST_GUILESS_MAIN(ScheduleTest)
#include "tst_schedule.moc"
