// Which thread stands where, as data.
#include <QTest>

#include "tests/support/trace_script.h"
#include "ui/editor/line_marks.h"
#include "ui/look/language.h"
#include "ui/look/thread_sign.h"

namespace turnwise::ui {

using support::TraceScript;

namespace {

QString textOf(const std::vector<MarkedLine>& lines) {
    QStringList texts;
    for (const MarkedLine& line : lines) {
        QStringList signs;
        for (const LineMark& mark : line.marks)
            signs << signOf(mark.thread) + QLatin1Char(analysis::letter(mark.state));
        texts << QStringLiteral("%1: %2").arg(QString::number(line.line),
                                              signs.join(QLatin1Char(' ')));
    }
    return texts.join(QStringLiteral(" | "));
}

}  // namespace

class TestLineMarks final : public QObject {
    Q_OBJECT

  private slots:
    void init() { setLanguage(QStringLiteral("en")); }

    void threadsOnOneLineStandTogetherAndTheRunningOneFirst() {
        TraceScript script("task.py");
        script.call("<module>", 1).line(10);
        const ObjectId lock = script.lock("lock");
        script.spawn("one");
        script.call("task", 5).line(6).block(lock).run(main_thread_id);
        script.spawn("two");
        script.call("task", 5).line(6);
        analysis::StateAt states(script.trace());
        const analysis::State& state = states.after(script.size());
        QCOMPARE(textOf(markedLines(script.trace(), state, "task.py")),
                 QStringLiteral("6: 2R 1B | 10: Mr"));
        QCOMPARE(activeLine(script.trace(), state, "task.py"), 6u);
    }

    void threadsInOtherFilesHaveNoMark() {
        TraceScript script("task.py");
        script.call("<module>", 1).line(10);
        analysis::StateAt states(script.trace());
        const analysis::State& state = states.after(script.size());
        QCOMPARE(textOf(markedLines(script.trace(), state, "other.py")), QString());
        QCOMPARE(activeLine(script.trace(), state, "other.py"), 0u);
    }

    void aThreadThatIsOverHasNoMark() {
        TraceScript script("task.py");
        script.spawn("one");
        script.call("task", 5).line(6).finish();
        analysis::StateAt states(script.trace());
        QCOMPARE(textOf(markedLines(script.trace(), states.after(script.size()), "task.py")),
                 QString());
    }

    void aMarkSaysInWordsWhatItsShapeSays() {
        TraceScript script("task.py");
        script.call("<module>", 1).line(3);
        analysis::StateAt states(script.trace());
        const auto lines = markedLines(script.trace(), states.after(script.size()), "task.py");
        QCOMPARE(lines.front().marks.front().words, QStringLiteral("MainThread: running"));
    }
};

}  // namespace turnwise::ui

QTEST_MAIN(turnwise::ui::TestLineMarks)
#include "tst_line_marks.moc"
