// A trace too large to be read at once, in the real window: it says how far it is, can be looked at
// meanwhile, and stops when it is told to.
#include <QFileInfo>
#include <QProgressBar>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTest>

#include "core/trace/stream.h"
#include "tests/support/sample_traces.h"
#include "tests/ui/shell/isolated_home.h"
#include "ui/inspect/event_panel.h"
#include "ui/look/language.h"
#include "ui/session/session.h"
#include "ui/shell/actions.h"
#include "ui/shell/main_window.h"
#include "ui/shell/message_line.h"
#include "ui/shell/settings.h"
#include "ui/shell/workspace.h"
#include "ui/timeline/timeline_view.h"

namespace turnwise::ui {

class TestLargeTrace final : public QObject {
    Q_OBJECT

  public:
    static void initMain() { isolatedHome(); }

  private slots:
    void initTestCase() {
        m_path = isolatedHome().path(QStringLiteral("large.trace"));
        trace::write_trace_file(m_path.toStdString(), support::sample_big_trace(events));
        QVERIFY(QFileInfo(m_path).size() > 3 * TraceReading::piece);
    }

    void init() {
        Settings().clear();
        setLanguage(QStringLiteral("en"));
        m_window = std::make_unique<MainWindow>();
        m_window->resize(1440, 900);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    void cleanup() { m_window.reset(); }

    void itSaysHowFarItIsAndCanBeLookedAtMeanwhile() {
        QSignalSpy finished(&session(), &Session::runFinished);
        m_window->openPath(m_path);
        QVERIFY(session().isRunning());
        QVERIFY(bar().isVisible());
        QVERIFY(m_window->actions()[Command::stop]->isEnabled());
        const EventIndex first = session().intervals().size();
        QVERIFY(first > 0);
        int before = -1;
        int places = 0;
        std::size_t step = 0;
        while (finished.isEmpty()) {
            QCoreApplication::processEvents();
            if (!session().openingProgress()) break;
            QVERIFY(bar().value() >= before);
            places += bar().value() > before ? 1 : 0;
            before = bar().value();
            session().setStep(++step);
            QCOMPARE(session().step(), step);
        }
        QVERIFY(places >= 3);
        QVERIFY(!bar().isVisible());
        QVERIFY(session().intervals().size() > first);
        QCOMPARE(static_cast<EventIndex>(m_window->workspace().events().model()->rowCount()),
                 session().intervals().size());
        QVERIFY(!m_window->actions()[Command::stop]->isEnabled());
        QVERIFY(m_window->workspace().outcome().text().contains(
            QStringLiteral("The run reached its limit of steps.")));
    }

    void itStopsWhereItIsAndSaysSo() {
        m_window->openPath(m_path);
        QVERIFY(session().isRunning());
        m_window->actions()[Command::stop]->trigger();
        QVERIFY(!session().isRunning());
        QVERIFY(!bar().isVisible());
        const EventIndex read = session().intervals().size();
        QVERIFY(read > 0 && read < events);
        QVERIFY(m_window->workspace().outcome().text().contains(
            QStringLiteral("Opening was stopped.")));
        session().goToLast();
        QCOMPARE(session().cursor(), read);
    }

    void theWindowMayBeClosedMeanwhile() {
        m_window->openPath(m_path);
        QVERIFY(session().isRunning());
        QVERIFY(m_window->close());
        QVERIFY(!session().isRunning());
    }

  private:
    static constexpr std::size_t events = 600'000;

    Session& session() { return m_window->session(); }
    QProgressBar& bar() { return *m_window->statusBar()->findChild<QProgressBar*>(); }

    std::unique_ptr<MainWindow> m_window;
    QString m_path;
};

}  // namespace turnwise::ui

QTEST_MAIN(turnwise::ui::TestLargeTrace)
#include "tst_large_trace.moc"
