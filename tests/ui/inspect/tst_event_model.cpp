// The table of events: nothing is copied, so its size does not matter.
#include <QAbstractItemModelTester>
#include <QStyledItemDelegate>
#include <QTest>

#include "tests/support/sample_traces.h"
#include "ui/inspect/event_model.h"
#include "ui/inspect/event_panel.h"
#include "ui/look/language.h"

namespace turnwise::ui {

namespace {

// How often a cell was looked at, to be painted or measured.
class CountingDelegate final : public QStyledItemDelegate {
  public:
    mutable int looks = 0;

  protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
        ++looks;
        QStyledItemDelegate::initStyleOption(option, index);
    }
};

}  // namespace

class TestEventModel final : public QObject {
    Q_OBJECT

  private slots:
    void init() { setLanguage(QStringLiteral("en")); }

    void keepsTheRulesOfModelsWhileItGrows() {
        const trace::Trace whole = support::sample_deadlock_trace();
        trace::Trace growing;
        for (StringId id = 1; !whole.text(id).empty(); ++id)
            growing.string(id, whole.text(id));
        analysis::Intervals intervals(growing);
        EventModel model;
        const QAbstractItemModelTester tester(&model);
        model.setSource(&intervals);
        for (const trace::Event& event : whole.events()) {
            growing.event(event);
            intervals.update();
            model.sourceGrew();
            model.setCursor(growing.size() / 2);
        }
        QCOMPARE(model.rowCount(), static_cast<int>(whole.size()));
    }

    void aRowSaysWhenWhoAndWhat() {
        const trace::Trace trace = support::sample_semaphore_trace();
        const analysis::Intervals intervals(trace);
        EventModel model;
        model.setSource(&intervals);
        for (int row = 0; row < model.rowCount(); ++row) {
            const auto& event = trace[static_cast<EventIndex>(row)];
            if (event.kind != trace::EventKind::acquire) continue;
            const auto cell = [&](int column) {
                return model.index(row, column).data().toString();
            };
            QCOMPARE(cell(EventModel::indexColumn), QString::number(row));
            QCOMPARE(cell(EventModel::threadColumn), QStringLiteral("Thread-1 (task)"));
            QCOMPARE(cell(EventModel::kindColumn), QStringLiteral("acquire"));
            QCOMPARE(cell(EventModel::detailColumn), QStringLiteral("mutex_semaphore = 2"));
            return;
        }
        QFAIL("no acquire");
    }

    void aMillionEventsAreShownWithoutAPause() {
        const trace::Trace trace = support::sample_big_trace(1'000'000);
        const analysis::Intervals intervals(trace);
        EventPanel panel;
        panel.resize(500, 400);
        panel.show();
        CountingDelegate cells;
        panel.setItemDelegate(&cells);
        panel.setSource(&intervals);
        panel.setCursor(intervals.size() / 2);
        panel.grab();
        panel.setCursor(intervals.size());
        panel.grab();
        // As many as fit into the window a few times, not as many as there are.
        QVERIFY2(cells.looks > 10 && cells.looks < 10'000,
                 qPrintable(QString::number(cells.looks)));
        QCOMPARE(panel.currentIndex().row(), static_cast<int>(intervals.size()) - 1);
    }

    void aRowLeadsToItsEvent() {
        const trace::Trace trace = support::sample_deadlock_trace();
        const analysis::Intervals intervals(trace);
        EventPanel panel;
        panel.setSource(&intervals);
        EventIndex asked = 0;
        connect(&panel, &EventPanel::eventChosen, this, [&](EventIndex at) { asked = at; });
        emit panel.activated(panel.model()->index(7, 0));
        QCOMPARE(asked, EventIndex{7});
    }
};

}  // namespace turnwise::ui

QTEST_MAIN(turnwise::ui::TestEventModel)
#include "tst_event_model.moc"
