// What is dropped on the window is opened, wherever it is dropped.
#include <QAction>
#include <QApplication>
#include <QDropEvent>
#include <QFile>
#include <QFileDialog>
#include <QMimeData>
#include <QTest>
#include <QUrl>

#include "core/trace/stream.h"
#include "tests/support/sample_traces.h"
#include "tests/ui/shell/isolated_home.h"
#include "ui/editor/program_view.h"
#include "ui/session/session.h"
#include "ui/shell/actions.h"
#include "ui/shell/file_drop.h"
#include "ui/shell/main_window.h"
#include "ui/shell/message_line.h"
#include "ui/shell/open_program.h"
#include "ui/shell/recovery.h"
#include "ui/shell/settings.h"
#include "ui/shell/workspace.h"

namespace turnwise::ui {

namespace {

QString write(const QString& name, const QByteArray& text) {
    const QString path = isolatedHome().path(name);
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? path : QString();
}

// As a file manager would do it; true if it was taken.
bool drop(QWidget& widget, const QList<QUrl>& urls) {
    QMimeData data;
    data.setUrls(urls);
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton,
                          Qt::NoModifier);
    enter.ignore();
    QCoreApplication::sendEvent(&widget, &enter);
    if (!enter.isAccepted()) return false;
    QDropEvent event(QPointF(5, 5), Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton,
                     Qt::NoModifier);
    QCoreApplication::sendEvent(&widget, &event);
    return event.isAccepted() && event.dropAction() == Qt::CopyAction;
}

}  // namespace

class TestFileDrop final : public QObject {
    Q_OBJECT

  public:
    static void initMain() { isolatedHome(); }

  private slots:
    void init() {
        Settings().clear();
        m_window = std::make_unique<MainWindow>();
        m_window->show();
    }
    void cleanup() { m_window.reset(); }

    void aProgramIsOpened() {
        const QString path = write("dropped.py", "print('hello')\n");
        QVERIFY(drop(*m_window, {QUrl::fromLocalFile(path)}));
        QCOMPARE(m_window->program().path(), path);
        QVERIFY(!m_window->isStartPageShown());
    }

    void aTraceIsOpened() {
        const QString path = isolatedHome().path("run.trace");
        trace::write_trace_file(path.toStdString(), support::sample_deadlock_trace());
        QVERIFY(drop(*m_window, {QUrl::fromLocalFile(path)}));
        QVERIFY(m_window->session().stepCount() > 0);
    }

    void aProgramThatSpeaksOfTracesIsAProgram() {
        for (const char* text :
             {"# a turnwise-trace is opened\n", "# {\"turnwise-scenario\": 1}\n"}) {
            const QString path = write("speaks.py", text);
            QVERIFY(drop(*m_window, {QUrl::fromLocalFile(path)}));
            QCOMPARE(m_window->program().path(), path);
            QCOMPARE(m_window->program().text(), QString(text));
            m_window->program().openNew();
        }
    }

    void aTraceThatCannotBeOpenedLeavesNoCopyBehind() {
        const QString program = write("kept.py", "print(1)\n");
        QVERIFY(drop(*m_window, {QUrl::fromLocalFile(program)}));
        m_window->program().setCompany([] { return QByteArray("runs and notes"); });
        const QString bad = write("bad.trace", "\x92\xaeturnwise-trace\x7f");
        QVERIFY(drop(*m_window, {QUrl::fromLocalFile(bad)}));
        QCOMPARE(m_window->messages().severity(), Severity::error);
        QVERIFY(Recovery().orphans().empty());
        // One that can leaves it, for when the program is opened again.
        const QString good = isolatedHome().path("good.trace");
        trace::write_trace_file(good.toStdString(), support::sample_deadlock_trace());
        QVERIFY(drop(*m_window, {QUrl::fromLocalFile(good)}));
        QVERIFY(!Recovery().orphans().empty());
        QCOMPARE(Recovery().orphans().front().name, QStringLiteral("kept.py"));
    }

    void aTraceIsSavedFromTheMenuAndOpenedAgain() {
        QAction* save = m_window->actions()[Command::save_trace];
        QVERIFY(!save->isEnabled());
        const QString given = isolatedHome().path("given.trace");
        trace::write_trace_file(given.toStdString(), support::sample_deadlock_trace());
        QVERIFY(drop(*m_window, {QUrl::fromLocalFile(given)}));
        QVERIFY(save->isEnabled());
        // The suffix is added.
        QMetaObject::invokeMethod(
            qApp,
            [] {
                auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
                if (!dialog) return;
                dialog->selectFile(isolatedHome().path("saved"));
                static_cast<QDialog*>(dialog)->accept();  // protected in QFileDialog
            },
            Qt::QueuedConnection);
        save->trigger();
        QVERIFY(m_window->messages().text().contains("saved.trace"));
        trace::Trace saved;
        QVERIFY(trace::read_trace_file(isolatedHome().path("saved.trace").toStdString(), saved));
        QCOMPARE(saved.events(), m_window->session().trace().events());
    }

    void theEditorOpensItTooAndDoesNotInsertItsName() {
        m_window->openExample("lock");
        const QString path = write("other.py", "x = 1\n");
        QWidget* inside = m_window->workspace().program().editor().viewport();
        QWidget& editor = m_window->workspace().program().editor();
        QVERIFY(drop(inside->acceptDrops() ? *inside : editor, {QUrl::fromLocalFile(path)}));
        QCOMPARE(m_window->program().text(), QStringLiteral("x = 1\n"));
    }

    void otherFilesAndAddressesAreNotTaken() {
        const QString picture = write("picture.png", "x");
        QVERIFY(!drop(*m_window, {QUrl::fromLocalFile(picture)}));
        QVERIFY(!drop(*m_window, {QUrl("https://example.org/program.py")}));
        QVERIFY(!drop(*m_window, {QUrl::fromLocalFile("/no/such/program.py")}));
        QVERIFY(!m_window->program().isOpen());
    }

    void theFirstThatCanBeOpenedIsTaken() {
        const QString picture = write("picture.png", "x");
        const QString program = write("second.py", "y = 2\n");
        QVERIFY(drop(*m_window, {QUrl::fromLocalFile(picture), QUrl::fromLocalFile(program)}));
        QCOMPARE(m_window->program().path(), program);
    }

  private:
    std::unique_ptr<MainWindow> m_window;
};

}  // namespace turnwise::ui

QTEST_MAIN(turnwise::ui::TestFileDrop)
#include "tst_file_drop.moc"
