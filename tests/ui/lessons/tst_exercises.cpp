// The exercises fail as they are, their solutions pass, and the window leads from the one to the
// other.
#include <QFile>
#include <QTest>

#include "core/analysis/exercise.h"
#include "tests/support/engine.h"
#include "tests/ui/shell/isolated_home.h"
#include "ui/editor/program_view.h"
#include "ui/lessons/exercise_bar.h"
#include "ui/lessons/exercise_check.h"
#include "ui/lessons/exercises.h"
#include "ui/look/language.h"
#include "ui/session/session.h"
#include "ui/shell/actions.h"
#include "ui/shell/exercise_commands.h"
#include "ui/shell/main_window.h"
#include "ui/shell/open_program.h"
#include "ui/shell/start_page.h"
#include "ui/shell/tile.h"
#include "ui/shell/workspace.h"

namespace turnwise::ui {

namespace {

constexpr int patience = 60'000;  // milliseconds; the machine may be busy

QString solutionOf(const QString& name) {
    QFile file(QStringLiteral(SOLUTIONS "/%1.py").arg(name));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

// The number of the first schedule under which the program fails; 0: none.
int firstFailure(const analysis::Exercise& exercise, const QString& program) {
    for (int schedule = 1; schedule <= exercise.schedules; ++schedule) {
        const RunOptions options = ExerciseCheck::scheduleOptions({}, schedule);
        QStringList arguments{"--policy", options.policy};
        if (options.seed) arguments << "--seed" << QString::number(*options.seed);
        const auto result = test::runText(program, arguments);
        if (!analysis::failed_checks(exercise, result.trace, program.toStdString()).empty())
            return schedule;
    }
    return 0;
}

}  // namespace

class TestExercises final : public QObject {
    Q_OBJECT

  public:
    static void initMain() { isolatedHome(); }

  private slots:
    void cleanup() { setLanguage(QStringLiteral("en")); }

    void everyExerciseFailsAsItIsAndItsSolutionPasses_data() {
        QTest::addColumn<QString>("name");
        for (const ExerciseFile& file : exercises())
            QTest::newRow(qPrintable(file.name)) << file.name;
    }

    void everyExerciseFailsAsItIsAndItsSolutionPasses() {
        QFETCH(QString, name);
        const ExerciseFile file = exerciseNamed(name);
        const auto exercise = analysis::exercise_in(file.text.toStdString());
        QVERIFY(exercise);
        QVERIFY(exercise->errors.empty());
        QVERIFY(firstFailure(*exercise, file.text) > 0);
        QCOMPARE(firstFailure(*exercise, solutionOf(name)), 0);
    }

    void everyExerciseSpeaksEveryLanguage() {
        for (const ExerciseFile& file : exercises()) {
            const auto exercise = *analysis::exercise_in(file.text.toStdString());
            const auto hints = analysis::Exercise::in(exercise.hints, "en").size();
            QVERIFY2(hints >= 2, qPrintable(file.name));
            QCOMPARE(analysis::Exercise::in(exercise.hints, "zh_CN").size(), hints);
            setLanguage(QStringLiteral("zh_CN"));
            const ExerciseFile chinese = exerciseNamed(file.name);
            setLanguage(QStringLiteral("en"));
            QVERIFY(chinese.title != file.title);
            QVERIFY(chinese.goal != file.goal);
        }
    }

    void anExerciseIsReadHintedCheckedSeenAndSolvedInTheWindow() {
        MainWindow window;
        window.resize(1440, 900);
        window.show();
        auto* tile = window.startPage().findChild<Tile*>(QStringLiteral("exercise-two_accounts"));
        QVERIFY(tile);
        QTest::keyClick(tile, Qt::Key_Return);
        ExerciseBar& bar = window.workspace().exercise();
        QVERIFY(bar.isVisible());
        QVERIFY(bar.text().contains(QLatin1String("Let both transfers come to their end")));
        QVERIFY(!bar.text().contains(QLatin1String("Hint 1")));
        CodeEditor& code = window.workspace().program().editor();
        QVERIFY(code.text(code.firstVisibleLine()).startsWith(QLatin1String("import")));
        bar.showNextHint();
        QVERIFY(bar.text().contains(QLatin1String("Hint 1")));

        window.actions()[Command::check_exercise]->trigger();
        QVERIFY(window.exercises().check().isRunning());
        QTRY_VERIFY_WITH_TIMEOUT(bar.result().startsWith(QStringLiteral("✗")), patience);
        QVERIFY2(bar.result().contains(QLatin1String("Deadly embrace")), qPrintable(bar.result()));
        emit bar.runWanted();
        QTRY_VERIFY_WITH_TIMEOUT(window.session().stepCount() > 0 && !window.session().isRunning(),
                                 patience);
        QCOMPARE(window.session().outcome().kind, OutcomeKind::deadlock);

        window.workspace().program().editor().setText(solutionOf(QStringLiteral("two_accounts")));
        window.actions()[Command::check_exercise]->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(bar.result().startsWith(QStringLiteral("✓")), patience);
        window.workspace().program().editor().setModified(false);
        window.openExample(QStringLiteral("lock"));
        QVERIFY(!bar.isVisible());
        QVERIFY(!window.actions()[Command::check_exercise]->isEnabled());
    }

    void aCheckIsStopped() {
        MainWindow window;
        window.show();
        window.exercises().open(QStringLiteral("stop_politely"));
        window.workspace().program().editor().setText(
            QStringLiteral("# exercise: Endless\n# schedules: 50\nwhile True:\n    pass\n"));
        window.actions()[Command::check_exercise]->trigger();
        QVERIFY(window.exercises().check().isRunning());
        emit window.workspace().exercise().stopWanted();
        QVERIFY(!window.exercises().check().isRunning());
        QCOMPARE(window.workspace().exercise().result(), QStringLiteral("The check was stopped."));
        window.workspace().program().editor().setModified(false);
    }
};

}  // namespace turnwise::ui

QTEST_MAIN(turnwise::ui::TestExercises)
#include "tst_exercises.moc"
