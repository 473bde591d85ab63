// While somebody predicts, no view of the real window tells how the run goes on: every text that
// the window shows or reads aloud is looked at.
#include <QAbstractItemView>
#include <QAccessible>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QTextEdit>
#include <QTreeWidget>

#include "tests/ui/shell/isolated_home.h"
#include "ui/branches/runs_panel.h"
#include "ui/charts/charts_panel.h"
#include "ui/charts/counter_chart.h"
#include "ui/compare/comparison_panel.h"
#include "ui/editor/program_view.h"
#include "ui/find/picker.h"
#include "ui/lessons/predict_mode.h"
#include "ui/lessons/veil.h"
#include "ui/look/language.h"
#include "ui/notes/notebook.h"
#include "ui/notes/notes_panel.h"
#include "ui/session/session.h"
#include "ui/shell/actions.h"
#include "ui/shell/export_dialog.h"
#include "ui/shell/main_window.h"
#include "ui/shell/open_program.h"
#include "ui/shell/settings.h"
#include "ui/shell/workspace.h"
#include "ui/statistics/statistics_panel.h"
#include "ui/timeline/timeline_view.h"
#include "ui/timeline/transcript_panel.h"

namespace turnwise::ui {

namespace {

constexpr int patience = 60'000;  // milliseconds; the machine may be busy

// What happens at its end has words of its own, which are nowhere before.
const char program[] = R"(import threading
first = threading.Lock()
second = threading.Lock()
beginning = 1
def one():
    with first:
        with second:
            print("unheard of")
def two():
    with second:
        with first:
            print("never" + "theless")
for work in (one, two):
    threading.Thread(target=work, name="late" + work.__name__).start()
surprising = beginning + 1
)";

}  // namespace

class TestPredictSecrets final : public QObject {
    Q_OBJECT

  public:
    static void initMain() { isolatedHome(); }

  private slots:
    void init() {
        Settings().clear();
        setLanguage(QStringLiteral("en"));
        m_window = std::make_unique<MainWindow>();
        m_window->resize(1440, 900);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->openExample(QStringLiteral("semaphore"));
        m_window->workspace().program().editor().setText(QLatin1String(program));
        m_window->workspace().program().editor().setModified(false);
        run();
        run();
        trigger(Command::first);
    }

    void cleanup() { m_window.reset(); }

    // The words are there, so that looking for them means something; then they are not.
    void noTextTellsWhatComes() {
        const QStringList told{QStringLiteral("lateone"), QStringLiteral("surprising = ")};
        for (const QString& word : told)
            QVERIFY2(tells(word), qPrintable(word));
        predict();
        for (const QString& word : told)
            QVERIFY2(!tells(word), qPrintable(word + QStringLiteral(" is in ") + m_where));
        session().setStep(session().stepCount() / 2);
        const std::size_t step = session().step();
        for (int row = 0; row < transcript().rowCount(); ++row)
            QVERIFY(transcript().index(row, 0).data().toULongLong() <= step);
        session().goToLast();
        for (const QString& word : told)
            QVERIFY2(tells(word), qPrintable(word));
    }

    void findingFindsOnlyWhatWasSeen() {
        QVERIFY(countFound(QStringLiteral("lateone")) > 0);
        predict();
        QCOMPARE(countFound(QStringLiteral("lateone")), 0);
        trigger(Command::find_thread);
        QCOMPARE(picker().list().topLevelItemCount(), 0);
        picker().dismiss();
        session().setStep(session().stepCount() * 3 / 4);
        QVERIFY(countFound(QStringLiteral("lateone")) > 0);
    }

    void theNextChoiceIsNotGivenAway() {
        RunsPanel& runs = work().runs();
        QVERIFY(runs.choice().choice().has_value());
        predict();
        QVERIFY(!runs.choice().choice().has_value());
        QVERIFY(!m_window->actions()[Command::branch]->isEnabled());
        work().raisePanel(QStringLiteral("runs"));
        QVERIFY(!runs.isVisible());
        session().goToLast();
        QVERIFY(runs.isVisible());
        trigger(Command::predict);
        trigger(Command::first);
        QVERIFY(runs.choice().choice().has_value());
    }

    void comparisonsAreVeiled() {
        trigger(Command::compare_runs);
        QTRY_VERIFY(!work().comparison().isEmpty());
        QVERIFY(work().comparison().isVisible());
        predict();
        QVERIFY(!work().comparison().isVisible());
        work().raisePanel(QStringLiteral("policies"));
        for (const Veil* veil : work().findChildren<Veil*>())
            QVERIFY(veil->isDrawn());
        trigger(Command::predict);
        for (const Veil* veil : work().findChildren<Veil*>())
            QVERIFY(!veil->isDrawn());
    }

    void statisticsAndChartsCountWhatWasSeen() {
        work().raisePanel(QStringLiteral("statistics"));
        QTRY_COMPARE(work().statistics().threads().rowCount({}), 3);
        const QString whole = work().statistics().summary();
        predict();
        QCOMPARE(work().statistics().threads().rowCount({}), 0);
        QVERIFY(work().statistics().summary() != whole);
        QVERIFY(work().charts().isEmpty());
        session().goToLast();
        QTRY_COMPARE(work().statistics().summary(), whole);
    }

    void notesOnWhatComesWait() {
        const EventIndex late = session().intervals().size() - 2;
        m_window->notebook().add(session().shownRun(), 0, 0, QStringLiteral("begin"));
        m_window->notebook().add(session().shownRun(), late, late, QStringLiteral("spoiler"));
        work().raisePanel(QStringLiteral("notes"));
        predict();
        QCOMPARE(notesShown(), QStringList{QStringLiteral("begin")});
        session().goToLast();
        QCOMPARE(notesShown(), (QStringList{QStringLiteral("begin"), QStringLiteral("spoiler")}));
    }

    void theEndIsNotExported() {
        trigger(Command::export_run);
        auto* dialog = m_window->findChild<ExportDialog*>();
        QVERIFY(dialog->isVisible());
        predict();
        QVERIFY(!dialog->isVisible());
        QVERIFY(!m_window->actions()[Command::export_run]->isEnabled());
        QVERIFY(!m_window->actions()[Command::copy_picture]->isEnabled());
        trigger(Command::predict);
        QVERIFY(m_window->actions()[Command::export_run]->isEnabled());
    }

    // Rows, findings and the ruler of the timeline end where the cursor is; the overview with them.
    void theTimelineEndsAtTheCursor() {
        const auto rows = timeline().stage()->rows().threads().size();
        QCOMPARE(rows, std::size_t{3});
        predict();
        QVERIFY(timeline().stage()->rows().threads().empty());
        session().setStep(session().stepCount() / 2);
        QVERIFY(timeline().stage()->map().end() <= static_cast<double>(session().step() + 1));
        QVERIFY(timeline().findings().empty());
    }

  private:
    void run() {
        QSignalSpy finished(&session(), &Session::runFinished);
        trigger(Command::run);
        QVERIFY(finished.wait(patience));
        QVERIFY(session().stepCount() > 20);
    }

    void predict() {
        trigger(Command::axis_steps);
        trigger(Command::predict);
        QVERIFY(m_window->predict().isEndSecret());
    }

    int countFound(const QString& word) {
        trigger(Command::find);
        picker().line().setText(word);
        const int count = picker().list().topLevelItemCount();
        picker().dismiss();
        return count;
    }

    QStringList notesShown() {
        QTableView& view = work().notes().view();
        QStringList texts;
        for (int row = 0; row < view.model()->rowCount(); ++row)
            if (!view.isRowHidden(row)) texts << view.model()->index(row, 1).data().toString();
        return texts;
    }

    // Whether any text of any panel has that word, but for the program itself.
    bool tells(const QString& word) {
        for (const QWidget* widget : m_window->findChildren<QWidget*>()) {
            if (work().program().isAncestorOf(widget) || isVeiled(widget)) continue;
            m_where = QString::fromLatin1(widget->metaObject()->className());
            QStringList texts{widget->toolTip(), widget->accessibleName(),
                              widget->accessibleDescription()};
            if (const auto* label = qobject_cast<const QLabel*>(widget)) texts << label->text();
            if (const auto* text = qobject_cast<const QTextEdit*>(widget))
                texts << text->toPlainText();
            if (const auto* view = qobject_cast<const QAbstractItemView*>(widget))
                addTexts(view->model(), {}, texts);
            for (const QString& text : texts)
                if (text.contains(word)) return true;
        }
        return false;
    }

    bool isVeiled(const QWidget* widget) {
        for (const Veil* veil : work().findChildren<Veil*>())
            if (veil->isDrawn() && veil->isAncestorOf(widget)) return !widget->isVisibleTo(veil);
        return false;
    }

    static void addTexts(const QAbstractItemModel* model, const QModelIndex& parent,
                         QStringList& texts) {
        if (!model) return;
        for (int row = 0; row < model->rowCount(parent); ++row)
            for (int column = 0; column < model->columnCount(parent); ++column) {
                const QModelIndex index = model->index(row, column, parent);
                texts << index.data().toString() << index.data(Qt::ToolTipRole).toString();
                if (column == 0) addTexts(model, index, texts);
            }
    }

    void trigger(Command command) { m_window->actions()[command]->trigger(); }
    Session& session() { return m_window->session(); }
    Workspace& work() { return m_window->workspace(); }
    timeline::TimelineView& timeline() { return work().timeline(); }
    Picker& picker() { return *m_window->findChild<Picker*>(); }
    const QAbstractItemModel& transcript() { return *work().transcript().model(); }

    std::unique_ptr<MainWindow> m_window;
    QString m_where;
};

}  // namespace turnwise::ui

QTEST_MAIN(turnwise::ui::TestPredictSecrets)
#include "tst_predict_secrets.moc"
