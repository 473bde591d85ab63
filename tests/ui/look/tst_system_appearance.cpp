// The desktop says light or dark, over the bus that all desktops of today say it on: here a bus of
// its own, and a portal that the test plays. Whoever follows the system follows it at once.
#include <QApplication>
#include <QDBusAbstractAdaptor>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

#include "tests/ui/shell/isolated_home.h"
#include "ui/look/system_appearance.h"
#include "ui/look/theme.h"
#include "ui/shell/actions.h"
#include "ui/shell/main_window.h"
#include "ui/shell/settings.h"

namespace turnwise::ui {

namespace {
const QString appearance = QStringLiteral("org.freedesktop.appearance");
const QString color_scheme = QStringLiteral("color-scheme");
}  // namespace

// What a desktop's portal answers, on a connection of its own.
class Portal final : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")
  public:
    uint scheme = 0;

    void change(uint to) {
        scheme = to;
        QDBusMessage signal = QDBusMessage::createSignal(
            QStringLiteral("/org/freedesktop/portal/desktop"),
            QStringLiteral("org.freedesktop.portal.Settings"), QStringLiteral("SettingChanged"));
        signal << QStringLiteral("org.gnome.desktop.interface") << color_scheme
               << QVariant::fromValue(QDBusVariant(QStringLiteral("no number")));
        QVERIFY(QDBusConnection(QStringLiteral("portal")).send(signal));
        signal.setArguments({appearance, color_scheme, QVariant::fromValue(QDBusVariant(to))});
        QVERIFY(QDBusConnection(QStringLiteral("portal")).send(signal));
    }

  public slots:
    Q_SCRIPTABLE QDBusVariant Read(const QString& group, const QString& key) {
        const bool is_known = group == appearance && key == color_scheme;
        return QDBusVariant(QVariant::fromValue(QDBusVariant(is_known ? scheme : 7U)));
    }
};

class TestSystemAppearance final : public QObject {
    Q_OBJECT

  public:
    // Before there is an application: it would look for the bus of this session.
    static void initMain() {
        isolatedHome();
        static QProcess bus;
        bus.start(QStringLiteral("dbus-daemon"),
                  {QStringLiteral("--session"), QStringLiteral("--nofork"),
                   QStringLiteral("--print-address")});
        if (!bus.waitForReadyRead()) qFatal("dbus-daemon cannot be started: install it");
        qputenv("DBUS_SESSION_BUS_ADDRESS", bus.readLine().trimmed());
    }

  private slots:
    void initTestCase() {
        QDBusConnection bus =
            QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("portal"));
        QVERIFY(bus.isConnected());
        QVERIFY(bus.registerObject(QStringLiteral("/org/freedesktop/portal/desktop"), &m_portal,
                                   QDBusConnection::ExportScriptableSlots));
        QVERIFY(bus.registerService(QStringLiteral("org.freedesktop.portal.Desktop")));
    }

    void whatTheDesktopWantsIsHeard_data() {
        QTest::addColumn<uint>("scheme");
        QTest::addColumn<int>("wish");
        QTest::newRow("dark") << 1U << int(SystemAppearance::Wish::dark);
        QTest::newRow("light") << 2U << int(SystemAppearance::Wish::light);
    }

    void whatTheDesktopWantsIsHeard() {
        QFETCH(uint, scheme);
        QFETCH(int, wish);
        m_portal.scheme = scheme;
        const SystemAppearance system;
        QTRY_COMPARE(int(system.wish()), wish);
    }

    void whoFollowsTheSystemFollowsAtOnce() {
        m_portal.scheme = 2;
        MainWindow window;
        window.actions()[Command::theme_system]->trigger();
        QTRY_VERIFY(!isDark(QApplication::palette()));
        m_portal.change(1);
        QTRY_VERIFY(isDark(QApplication::palette()));
        QVERIFY(window.actions()[Command::theme_system]->isChecked());
        m_portal.change(2);
        QTRY_VERIFY(!isDark(QApplication::palette()));
        m_portal.change(1);
        QTRY_VERIFY(isDark(QApplication::palette()));
        m_portal.change(0);  // the desktop does not care: as Qt's palette is
        QTRY_VERIFY(!isDark(QApplication::palette()));
    }

    void whoHasChosenIsLeftInPeace() {
        m_portal.scheme = 2;
        MainWindow window;
        window.actions()[Command::theme_light]->trigger();
        SystemAppearance heard;
        QSignalSpy changes(&heard, &SystemAppearance::changed);
        QTRY_COMPARE(int(heard.wish()), int(SystemAppearance::Wish::light));
        m_portal.change(1);
        QTRY_COMPARE(changes.size(), 2);
        QVERIFY(!isDark(QApplication::palette()));
        window.actions()[Command::theme_system]->trigger();
        QVERIFY(isDark(QApplication::palette()));
        m_portal.change(0);
        QTRY_VERIFY(!isDark(QApplication::palette()));
    }

    // The platform says that its palette is another one; ours is still ours.
    void anotherPaletteOfThePlatformIsNoticed() {
        MainWindow window;
        window.actions()[Command::theme_dark]->trigger();
        const QPalette before = QApplication::palette();
        QEvent change(QEvent::ThemeChange);
        QCoreApplication::sendEvent(&window, &change);
        QCOMPARE(QApplication::palette(), before);
        window.actions()[Command::theme_system]->trigger();
        QCoreApplication::sendEvent(&window, &change);
        QVERIFY(!isDark(QApplication::palette()));
    }

  private:
    Portal m_portal;
};

}  // namespace turnwise::ui

QTEST_MAIN(turnwise::ui::TestSystemAppearance)
#include "tst_system_appearance.moc"
