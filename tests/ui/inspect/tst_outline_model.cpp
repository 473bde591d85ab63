// The one model of all panels: rows stay the same rows as long as their keys do.
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "tests/support/sample_traces.h"
#include "ui/inspect/outline_model.h"
#include "ui/inspect/outline_panel.h"

namespace turnwise::ui {

namespace {

OutlineItem item(const QString& key, const QString& value = {}, Outline below = {}) {
    OutlineItem made;
    made.key = key;
    made.cells = {key, value};
    made.children = std::move(below);
    return made;
}

}  // namespace

class TestOutlineModel final : public QObject {
    Q_OBJECT

  private slots:
    void everyMomentOfARunKeepsTheRulesOfModels() {
        for (const trace::Trace& trace :
             {support::sample_semaphore_trace(), support::sample_primitives_trace()})
            for (const PanelId id : all_panels) {
                OutlinePanel panel(id);
                const QAbstractItemModelTester tester(
                    &panel.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
                analysis::StateAt states(trace);
                for (EventIndex events = 0; events <= trace.size(); ++events)
                    panel.showMoment({trace, states.after(events), 0, main_thread_id});
                for (EventIndex events = trace.size() + 1; events-- > 0;)
                    panel.showMoment({trace, states.after(events), 0, main_thread_id});
                QCOMPARE(panel.model().columnCount(), headersOf(id).size());
            }
    }

    void rowsWithTheSameKeysStay() {
        OutlineModel model;
        model.setHeaders({QStringLiteral("a"), QStringLiteral("b")});
        model.setOutline({item("x", "1", {item("deep", "1")}), item("y", "1")});
        const QPersistentModelIndex deep = model.index(0, 1, model.index(0, 0));
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        model.setOutline({item("x", "2", {item("deep", "2")}), item("z", "1")});
        QVERIFY(deep.isValid());
        QCOMPARE(deep.data().toString(), QStringLiteral("2"));
        QCOMPARE(removed.count(), 1);
        QCOMPARE(model.index(1, 0).data().toString(), QStringLiteral("z"));
    }

    void whatChangedIsToldInWordsToo() {
        OutlineModel model;
        model.setHeaders({QStringLiteral("a"), QStringLiteral("b")});
        OutlineItem changed = item("x", "2");
        changed.strong = true;
        model.setOutline({changed});
        QCOMPARE(model.index(0, 1).data().toString(), QStringLiteral("● 2"));
        QCOMPARE(model.index(0, 1).data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("2, changed"));
        QVERIFY(model.index(0, 1).data(Qt::FontRole).value<QFont>().bold());
    }

    void whatDoesNotFitIntoItsCellIsUnderTheMouse() {
        OutlineModel model;
        model.setHeaders({QStringLiteral("a"), QStringLiteral("b")});
        OutlineItem with_tip = item("y", "3");
        with_tip.tip = QStringLiteral("a sentence");
        model.setOutline({item("x", "2"), with_tip});
        QCOMPARE(model.index(0, 1).data(Qt::ToolTipRole).toString(), QStringLiteral("2"));
        QCOMPARE(model.index(1, 1).data(Qt::ToolTipRole).toString(), QStringLiteral("a sentence"));
    }

    void aThreadKeepsItsColourWhereItsRowIsChosen() {
        OutlineModel model;
        model.setHeaders({QStringLiteral("a"), QStringLiteral("b")});
        OutlineItem thread = item("worker", "2");
        thread.thread = 3;
        model.setOutline({thread});
        const auto sign = model.index(0, 0).data(Qt::DecorationRole).value<QIcon>();
        const auto imageOf = [&](QIcon::Mode mode) { return sign.pixmap(22, 16, mode).toImage(); };
        QVERIFY(!sign.isNull());
        QCOMPARE(imageOf(QIcon::Selected), imageOf(QIcon::Normal));
    }
};

}  // namespace turnwise::ui

QTEST_MAIN(turnwise::ui::TestOutlineModel)
#include "tst_outline_model.moc"
