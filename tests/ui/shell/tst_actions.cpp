// No command without a name, a place in a menu and a key; and no key that means two things.
#include <QFile>
#include <QKeySequence>
#include <QMenuBar>
#include <QSet>
#include <QTest>

#include "core/trace/stream.h"
#include "tests/support/sample_traces.h"
#include "tests/ui/shell/isolated_home.h"
#include "ui/look/language.h"
#include "ui/shell/actions.h"
#include "ui/shell/main_window.h"
#include "ui/shell/shortcut_sheet.h"
#include "ui/shell/workspace.h"
#include "ui/timeline/timeline_view.h"

namespace turnwise::ui {

namespace {

void collect(const QMenu& menu, QSet<const QAction*>& found) {
    for (const QAction* action : menu.actions()) {
        if (action->menu())
            collect(*action->menu(), found);
        else
            found.insert(action);
    }
}

}  // namespace

class TestActions final : public QObject {
    Q_OBJECT

  public:
    static void initMain() { isolatedHome(); }

  private slots:
    void cleanup() { setLanguage(QStringLiteral("en")); }

    void everyCommandHasANameATipAndAKeyInEveryLanguage() {
        for (const QString& language : languages()) {
            setLanguage(language);
            const Actions actions;
            for (const QAction* action : actions.all()) {
                QVERIFY(!action->text().isEmpty());
                QVERIFY2(!action->statusTip().isEmpty(), qPrintable(action->text()));
                QVERIFY2(!action->shortcut().isEmpty(), qPrintable(action->text()));
            }
        }
    }

    void everyCommandIsInAMenu() {
        MainWindow window;
        QSet<const QAction*> in_menus;
        for (const QAction* menu : window.menuBar()->actions())
            collect(*menu->menu(), in_menus);
        for (const QAction* action : window.actions().all())
            QVERIFY2(in_menus.contains(action), qPrintable(action->text()));
        for (const QAction* action : window.workspace().panelActions())
            QVERIFY2(in_menus.contains(action), qPrintable(action->text()));
    }

    void noKeyMeansTwoThings() {
        MainWindow window;
        QHash<QString, QString> owners;
        const auto check = [&](const QAction* action) {
            for (const QKeySequence& key : action->shortcuts()) {
                const QString name = key.toString();
                QVERIFY2(!owners.contains(name),
                         qPrintable(name + ": " + owners.value(name) + " and " + action->text()));
                owners.insert(name, action->text());
            }
        };
        for (const QAction* action : window.actions().all())
            check(action);
        for (const QAction* action : window.workspace().panelActions())
            check(action);
    }

    void everyPanelHasAKey() {
        MainWindow window;
        for (const QAction* action : window.workspace().panelActions())
            QVERIFY2(!action->shortcut().isEmpty(), qPrintable(action->text()));
    }

    void theFrontPageTellsTheKeysThatThereAre() {
        QFile page(QStringLiteral(SOURCE_FOLDER "/README.md"));
        QVERIFY(page.open(QIODevice::ReadOnly));
        const QString window_part = QString::fromUtf8(page.readAll())
                                        .section(QStringLiteral("## The window"), 1)
                                        .section(QStringLiteral("On the timeline ("), 0, 0);
        QSet<QString> told;
        for (const QString& line : window_part.split(QLatin1Char('\n'))) {
            QString keys = line.section(QLatin1Char('|'), 1, 1).trimmed();
            keys.replace(QStringLiteral(" or "), QStringLiteral(", "));
            if (keys.contains(QStringLiteral("Alt+1 to Alt+9")))
                for (int digit = 1; digit <= 9; ++digit)
                    told << QStringLiteral("Alt+%1").arg(digit);
            for (const QString& key : keys.split(QStringLiteral(", "), Qt::SkipEmptyParts))
                if (!key.contains(QLatin1String(" to ")) && key != QLatin1String("---"))
                    told << QString(key)
                                .replace(QStringLiteral("Comma"), QStringLiteral(","))
                                .replace(QStringLiteral("Period"), QStringLiteral("."));
        }
        QSet<QString> real;
        MainWindow window;
        for (const QAction* action : window.actions().all())
            for (const QKeySequence& key : action->shortcuts())
                real << key.toString(QKeySequence::PortableText);
        for (const QAction* action : window.workspace().panelActions())
            real << action->shortcut().toString(QKeySequence::PortableText);
        QCOMPARE(QStringList((real - told).values()).join(QLatin1Char(' ')), QString());
        QCOMPARE(QStringList((told - real).values()).join(QLatin1Char(' ')), QString());
    }

    void theTimelineKnowsEveryKeyThatTheSheetTells() {
        MainWindow window;
        const QString path = isolatedHome().path(QStringLiteral("semaphore.trace"));
        trace::write_trace_file(path.toStdString(), support::sample_semaphore_trace());
        window.resize(1440, 900);
        window.show();
        window.openPath(path);
        timeline::TimelineView& view = window.workspace().timeline();
        view.setFocus();
        QVERIFY(timelineKeys().size() > 20);
        for (const QKeySequence& keys : timelineKeys()) {
            const QKeyCombination key = keys[0];
            QKeyEvent press(QEvent::KeyPress, key.key(), key.keyboardModifiers());
            QCoreApplication::sendEvent(&view, &press);
            QVERIFY2(press.isAccepted(), qPrintable(keys.toString()));
        }
        QKeyEvent other(QEvent::KeyPress, Qt::Key_Z, Qt::NoModifier);
        QCoreApplication::sendEvent(&view, &other);
        QVERIFY(!other.isAccepted());
    }

    void noMenuHasTheSameMnemonicTwice() {
        for (const QString& language : languages()) {
            setLanguage(language);
            MainWindow window;
            for (const QAction* menu : window.menuBar()->actions()) {
                QSet<QChar> used;
                for (const QAction* action : menu->menu()->actions()) {
                    const auto at = action->text().indexOf(QLatin1Char('&'));
                    if (at < 0) continue;
                    const QChar letter = action->text().at(at + 1).toLower();
                    QVERIFY2(!used.contains(letter),
                             qPrintable(menu->text() + ": " + action->text()));
                    used.insert(letter);
                }
            }
        }
    }

    void theSheetOfShortcutsListsEveryCommand() {
        MainWindow window;
        const QString sheet = shortcutSheet(window.actions(), window.workspace().panelActions());
        for (const QAction* action : window.actions().all()) {
            const QString key = action->shortcut().toString(QKeySequence::NativeText);
            QVERIFY2(sheet.contains(key.toHtmlEscaped()), qPrintable(key));
        }
        QVERIFY(!sheet.contains(QLatin1String("&amp;")));
        QVERIFY(sheet.contains(QLatin1String("<b>,&nbsp;&nbsp; .</b>")));
        QVERIFY(sheet.contains(QLatin1String("To the thread that unblocked this one")));
    }
};

}  // namespace turnwise::ui

QTEST_MAIN(turnwise::ui::TestActions)
#include "tst_actions.moc"
