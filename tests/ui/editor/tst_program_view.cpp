// The code and its threads: shown together only as long as they belong together.
#include <QLabel>
#include <QTest>

#include "tests/support/sample_traces.h"
#include "ui/editor/program_view.h"
#include "ui/look/code_font.h"
#include "ui/look/language.h"
#include "ui/look/theme.h"

namespace turnwise::ui {

class TestProgramView final : public QObject {
    Q_OBJECT

  private slots:
    void init() {
        setLanguage(QStringLiteral("en"));
        applyTheme(ThemeChoice::light);
    }

    void initTestCase() {
        m_trace = support::sample_semaphore_trace();
        m_states = std::make_unique<analysis::StateAt>(m_trace);
        m_text = QString::fromStdString(m_trace.source_of(m_trace.header().program));
    }

    void marksGoWhenTheTextIsChangedAndComeBackWithUndo() {
        ProgramView view;
        view.resize(700, 400);
        view.show();
        view.setText(m_text);
        show(view, m_trace.size() / 2);
        QVERIFY(view.isTextAsRun());
        QVERIFY(!marksOf(view).isEmpty());
        view.editor().insertAt(QStringLiteral("# "), 0, 0);
        QVERIFY(!view.isTextAsRun());
        QVERIFY(marksOf(view).isEmpty());
        QVERIFY(notice(view)->isVisible());
        view.editor().undo();
        QVERIFY(view.isTextAsRun());
        QVERIFY(!marksOf(view).isEmpty());
        QVERIFY(!notice(view)->isVisible());
    }

    void everyMarkHasWordsUnderTheMouse() {
        ProgramView view;
        view.resize(700, 600);
        view.show();
        view.setText(m_text);
        show(view, m_trace.size() / 2);
        const int y = view.editor().topOfLine(8) + 2;
        QVERIFY2(view.gutter().wordsAt(y).contains(QLatin1String("blocked")),
                 qPrintable(view.gutter().wordsAt(y)));
        QCOMPARE(view.gutter().wordsAt(view.editor().topOfLine(2) + 2), QString());
    }

    void theActiveLineIsScrolledIntoView() {
        ProgramView view;
        view.resize(700, 120);
        view.show();
        view.setText(QString(500, QLatin1Char('\n')));
        view.editor().setActiveLine(400);
        const int top = view.editor().topOfLine(400);
        QVERIFY(top >= 0 &&
                top + view.editor().heightOfLine() <= view.editor().viewport()->height());
    }

    void theActiveLineIsSeenWithTheLinesAroundIt() {
        ProgramView view;
        view.resize(700, 400);
        view.show();
        view.setText(QString(500, QLatin1Char('\n')));
        CodeEditor& editor = view.editor();
        editor.goToLine(400);
        const auto first = static_cast<std::uint32_t>(editor.firstVisibleLine()) + 1;
        editor.setActiveLine(first);
        QVERIFY(editor.topOfLine(first) >= 2 * editor.heightOfLine());
        const auto row = editor.viewport()->height() / editor.heightOfLine();
        const auto last = static_cast<std::uint32_t>(editor.firstVisibleLine() + row);
        editor.setActiveLine(last);
        QVERIFY(editor.topOfLine(last + 3) <= editor.viewport()->height());
    }

    void aNewTextIsUnmodifiedAndCannotBeUndoneAway() {
        ProgramView view;
        view.setText(QStringLiteral("one"));
        view.setText(QStringLiteral("two"));
        QVERIFY(!view.editor().isModified());
        view.editor().undo();
        QCOMPARE(view.text(), QStringLiteral("two"));
    }

    void theFontHasEqualWidths() {
        const QFontMetricsF metrics(codeFont());
        QCOMPARE(metrics.horizontalAdvance(QLatin1Char('i')),
                 metrics.horizontalAdvance(QLatin1Char('W')));
    }

  private:
    void show(ProgramView& view, EventIndex events) {
        view.showMoment({m_trace, m_states->after(events), 0, no_thread});
    }
    // What a screen reader is told of the gutter: its marks in words.
    static QString marksOf(ProgramView& view) { return view.gutter().accessibleDescription(); }
    static QLabel* notice(ProgramView& view) { return view.findChild<QLabel*>(); }

    trace::Trace m_trace;
    std::unique_ptr<analysis::StateAt> m_states;
    QString m_text;
};

}  // namespace turnwise::ui

QTEST_MAIN(turnwise::ui::TestProgramView)
#include "tst_program_view.moc"
