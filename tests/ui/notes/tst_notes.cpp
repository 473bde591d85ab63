// Notes: kept in order, edited in their panel, seen as flags on the timeline.
#include <QAbstractItemModelTester>
#include <QFile>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include "core/trace/stream.h"
#include "tests/support/sample_traces.h"
#include "ui/look/language.h"
#include "ui/notes/notes_panel.h"
#include "ui/timeline/mark_overlay.h"

namespace turnwise::ui {

namespace {

// A session that shows a trace as its run 1.
void openSample(Session& session) {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("sample.trace"));
    trace::write_trace_file(path.toStdString(), support::sample_semaphore_trace());
    QString error;
    if (!session.openTrace(path, &error)) qFatal("%s", qPrintable(error));
}

}  // namespace

class TestNotes final : public QObject {
    Q_OBJECT

  private slots:
    void init() { setLanguage(QStringLiteral("en")); }

    void theModelKeepsTheRulesOfModels() {
        Session session;
        openSample(session);
        Notebook notebook;
        NoteModel model(notebook, session);
        const QAbstractItemModelTester tester(&model);
        const int late = notebook.add(1, 40, 40, QStringLiteral("late"));
        const int early = notebook.add(1, 30, 10, QStringLiteral("early\nsecond line"));
        notebook.add(2, 5, 5, {});
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.rowOf(early), 0);
        QCOMPARE(notebook.find(early)->from, EventIndex{10});
        QCOMPARE(model.index(0, NoteModel::textColumn).data().toString(), QStringLiteral("early"));
        QVERIFY(model.index(0, NoteModel::placeColumn)
                    .data()
                    .toString()
                    .startsWith(QStringLiteral("steps ")));
        QVERIFY(model.index(1, NoteModel::placeColumn)
                    .data()
                    .toString()
                    .startsWith(QStringLiteral("step ")));
        QVERIFY(model.index(2, NoteModel::placeColumn)
                    .data()
                    .toString()
                    .contains(QStringLiteral("event 5")));
        notebook.setText(late, QStringLiteral("changed"));
        QCOMPARE(model.index(1, NoteModel::textColumn).data().toString(),
                 QStringLiteral("changed"));
        notebook.remove(early);
        QCOMPARE(model.rowCount(), 2);
        notebook.reset({});
        QCOMPARE(model.rowCount(), 0);
    }

    void theTextOfTheChosenNoteIsEditedInThePanel() {
        Session session;
        openSample(session);
        Notebook notebook;
        NotesPanel panel;
        panel.setSource(notebook, session);
        panel.show();
        QVERIFY(!panel.text().isEnabled());
        const int one = notebook.add(1, 10, 10, QStringLiteral("one"));
        const int two = notebook.add(1, 20, 20, QStringLiteral("two"));
        panel.edit(two);
        QCOMPARE(panel.text().toPlainText(), QStringLiteral("two"));
        QTest::keyClicks(&panel.text(), QStringLiteral("zwei"));  // over the selected text
        QCOMPARE(notebook.find(two)->text, QStringLiteral("zwei"));
        panel.edit(one);
        QCOMPARE(panel.text().toPlainText(), QStringLiteral("one"));
        QCOMPARE(notebook.find(two)->text, QStringLiteral("zwei"));
        QTest::keyClick(&panel.view(), Qt::Key_Delete);
        QVERIFY(!notebook.find(one));
        QCOMPARE(panel.text().toPlainText(), QStringLiteral("zwei"));
        QTest::keyClick(&panel.view(), Qt::Key_Delete);
        QVERIFY(notebook.notes().empty());
        QVERIFY(!panel.text().isEnabled());
    }

    void aChosenNoteLeadsToItsMoment() {
        Session session;
        openSample(session);
        Notebook notebook;
        NotesPanel panel;
        panel.setSource(notebook, session);
        const int id = notebook.add(1, 12, 12, QStringLiteral("here"));
        int chosen = 0;
        connect(&panel, &NotesPanel::noteChosen, this, [&](int note) { chosen = note; });
        emit panel.view().activated(panel.view().model()->index(0, 0));
        QCOMPARE(chosen, id);
    }

    void aFlagStandsWhereItsNoteIsPinned() {
        const trace::Trace trace = support::sample_semaphore_trace();
        const analysis::Intervals intervals(trace);
        const analysis::Steps steps(trace);
        timeline::TimelineView view;
        view.resize(900, 500);
        timeline::MarkOverlay overlay(view);
        view.show();
        view.setSource(&intervals, &steps);
        using timeline::Flag;
        overlay.setFlags({{Flag::Kind::note, 50, 50, QStringLiteral("a moment")},
                          {Flag::Kind::note, 20, 90, QStringLiteral("a span")}});
        const auto xOf = [&](EventIndex cursor) {
            return view.stage()
                ->window(view.visibleRange().range())
                .scale.toPixel(view.stage()->map().ofCursor(cursor));
        };
        QCOMPARE(overlay.boxes()[0].left(), xOf(50));
        QCOMPARE(overlay.boxes()[1].left(), xOf(20));
        const QImage with = view.grab().toImage();
        overlay.setFlags({});
        QVERIFY(view.grab().toImage() != with);
        // Out of sight there is no flag, and no crash without a run.
        overlay.setFlags({{Flag::Kind::note, 1, 1, QStringLiteral("far")}});
        view.showEvents({trace.size() / 2, trace.size() / 2 + 20});
        QVERIFY(overlay.boxes()[0].isNull());
        view.setSource(nullptr, nullptr);
        view.grab();
        QVERIFY(overlay.boxes()[0].isNull());
    }
};

}  // namespace turnwise::ui

QTEST_MAIN(turnwise::ui::TestNotes)
#include "tst_notes.moc"
