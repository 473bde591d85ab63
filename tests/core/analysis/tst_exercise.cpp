#include <QtTest>

#include "core/analysis/exercise.h"
#include "tests/support/trace_script.h"

using namespace turnwise;
using analysis::Check;
using analysis::Exercise;
using analysis::exercise_in;
using support::TraceScript;

namespace {

std::string head(const std::string& lines) {
    return "# exercise: Title\n" + lines + "import threading\n# check: prints not this one\n";
}

QStringList errors(const std::string& lines) {
    QStringList found;
    const Exercise exercise = *exercise_in(head(lines));
    for (const std::string& error : exercise.errors)
        found << QString::fromStdString(error);
    return found;
}

// Whether a run of `script` passes one check.
bool passes(TraceScript& script, const std::string& check,
            const std::string& program = "lock = Lock()", OutcomeKind end = OutcomeKind::finished) {
    const Exercise exercise = *exercise_in(head("# check: " + check + "\n"));
    return analysis::failed_checks(exercise, script.end(end), program).empty();
}

}  // namespace

class ExerciseTest : public QObject {
    Q_OBJECT

  private slots:
    void a_program_without_a_title_is_no_exercise();
    void texts_are_taken_by_language_and_fall_back();
    void only_the_comments_at_the_beginning_count();
    void mistakes_are_told_with_their_line();
    void a_line_of_the_output_is_looked_for();
    void the_end_of_the_run_is_checked_even_if_nobody_asks();
    void threads_time_and_kept_text_are_checked();
    void a_pattern_that_happens_fails();
};

void ExerciseTest::a_program_without_a_title_is_no_exercise() {
    QVERIFY(!exercise_in(""));
    QVERIFY(!exercise_in("import time\n# exercise: too late\n"));
    QVERIFY(!exercise_in("# a program\n# exercise: too late\n"));
    QVERIFY(exercise_in("# exercise: Title"));
}

void ExerciseTest::texts_are_taken_by_language_and_fall_back() {
    const Exercise exercise =
        *exercise_in(head("# hint: one\n# hint: two\n# hint[zh_CN]: 一\n# goal: reach it\n"));
    QCOMPARE(Exercise::in(exercise.hints, "en"), (std::vector<std::string>{"one", "two"}));
    QCOMPARE(Exercise::in(exercise.hints, "zh_CN"), (std::vector<std::string>{"一"}));
    QCOMPARE(Exercise::in(exercise.goals, "zh_CN"), (std::vector<std::string>{"reach it"}));
}

void ExerciseTest::only_the_comments_at_the_beginning_count() {
    const Exercise exercise = *exercise_in(head("# check: prints this\n# schedules: 3\n"));
    QCOMPARE(exercise.checks.size(), std::size_t{2});  // and the outcome
    QCOMPARE(exercise.schedules, 3);
    QVERIFY(exercise.errors.empty());
}

void ExerciseTest::mistakes_are_told_with_their_line() {
    QCOMPARE(errors("# check: print x\n"), QStringList{"line 2: there is no check called `print`"});
    QCOMPARE(errors("# check: prints\n"), QStringList{"line 2: the check `prints` needs a value"});
    QCOMPARE(errors("# goal: g\n# check: never lost-updates\n"),
             QStringList{"line 3: there is no pattern called `lost-updates`"});
    QCOMPARE(errors("# check: outcome unfinished\n"),
             QStringList{"line 2: there is no outcome called `unfinished`"});
    QCOMPARE(errors("# check: within soon\n"),
             QStringList{"line 2: the check `within` wants a number"});
    QCOMPARE(errors("# schedules: 1000\n"),
             QStringList{"line 2: `schedules` wants a whole number from 1 to 200"});
    QCOMPARE(errors("# schedules: 0.5\n"),
             QStringList{"line 2: `schedules` wants a whole number from 1 to 200"});
}

void ExerciseTest::a_line_of_the_output_is_looked_for() {
    TraceScript script;
    script.print("the counter is ").print("200\nmore\n");
    QVERIFY(passes(script, "prints the counter is 200"));
    TraceScript other;
    other.print("the counter is 2000\n");
    QVERIFY(!passes(other, "prints the counter is 200"));
}

void ExerciseTest::the_end_of_the_run_is_checked_even_if_nobody_asks() {
    TraceScript one, two, three;
    QVERIFY(!passes(one, "keeps Lock()", "lock = Lock()", OutcomeKind::deadlock));
    QVERIFY(passes(two, "outcome deadlock", "", OutcomeKind::deadlock));
    QVERIFY(!passes(three, "outcome exception", "", OutcomeKind::finished));
}

void ExerciseTest::threads_time_and_kept_text_are_checked() {
    const auto with_two = [](TraceScript& script) {
        script.spawn("one");
        script.spawn("two");
        script.advance(2 * second);
        script.line(1);
    };
    TraceScript a, b, c, d, e;
    for (TraceScript* script : {&a, &b, &c, &d, &e})
        with_two(*script);
    QVERIFY(passes(a, "threads 2"));
    QVERIFY(!passes(b, "threads 3"));
    QVERIFY(passes(c, "within 2.5"));
    QVERIFY(!passes(d, "within 1.5"));
    QVERIFY(!passes(e, "keeps Lock()", "no lock any more"));
}

void ExerciseTest::a_pattern_that_happens_fails() {
    TraceScript script;
    const ObjectId lock = script.lock("lock");
    script.acquire(lock).block(lock);
    QVERIFY(!passes(script, "never self-deadlock"));
    TraceScript other;
    QVERIFY(passes(other, "never self-deadlock"));
}

QTEST_GUILESS_MAIN(ExerciseTest)
#include "tst_exercise.moc"
