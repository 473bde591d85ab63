// Tab through the real window: whatever its panels' arrangement, every control that is seen and can
// be used is reached, in an order that does not jump to and fro; and back by Shift+Tab.
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QDialog>
#include <QDockWidget>
#include <QLineEdit>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTabBar>
#include <QTest>
#include <QTextEdit>
#include <QToolBar>
#include <QToolButton>

#include "core/trace/stream.h"
#include "tests/support/sample_traces.h"
#include "tests/ui/shell/isolated_home.h"
#include "ui/editor/program_view.h"
#include "ui/look/language.h"
#include "ui/look/scale.h"
#include "ui/look/tab_order.h"
#include "ui/session/session.h"
#include "ui/shell/actions.h"
#include "ui/shell/main_window.h"
#include "ui/shell/message_line.h"
#include "ui/shell/run_bar.h"
#include "ui/shell/run_options_dialog.h"
#include "ui/shell/settings.h"
#include "ui/shell/start_page.h"
#include "ui/shell/workspace.h"
#include "ui/timeline/timeline_panel.h"
#include "ui/timeline/timeline_view.h"

namespace turnwise::ui {

class TestTabOrder final : public QObject {
    Q_OBJECT

  public:
    static void initMain() { isolatedHome(); }

  private slots:
    void init() {
        Settings().clear();
        setLanguage(QStringLiteral("en"));
        setInterfaceScale(1);
        m_window = std::make_unique<MainWindow>();
        m_window->resize(1440, 900);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->activateWindow();
    }

    void cleanup() { m_window.reset(); }

    void theStartPageIsReached() {
        QVERIFY(m_window->isStartPageShown());
        walkBothWays(*m_window);
        QVERIFY(m_reached > 25);
    }

    void theWindowAsItIsAtFirstIsReached() {
        open();
        walkBothWays(*m_window);
        QVERIFY(m_reached > 35);
    }

    void everyPanelIsReachedWhenItIsInFront_data() {
        QTest::addColumn<QString>("panel");
        MainWindow window;
        for (const QDockWidget* dock : window.workspace().findChildren<QDockWidget*>())
            QTest::addRow("%s", qPrintable(dock->objectName())) << dock->objectName();
    }

    void everyPanelIsReachedWhenItIsInFront() {
        QFETCH(QString, panel);
        open();
        m_window->workspace().raisePanel(panel);
        settle();
        walkBothWays(*m_window);
    }

    void aQuestionAndItsAnswersAreReached() {
        open();
        m_window->messages().show(Severity::warning, QStringLiteral("Is this so?"),
                                  {{QStringLiteral("Yes"), [] {}}, {QStringLiteral("No"), [] {}}});
        m_window->workspace().outcome().show(Severity::error, QStringLiteral("It went wrong."));
        m_window->workspace().timelinePanel().editFilter();
        m_window->workspace().timelinePanel().editRange();
        m_window->actions()[Command::details]->trigger();
        settle();
        walkBothWays(*m_window);
        QCOMPARE(std::ranges::count_if(m_walked,
                                       [](const QWidget* widget) {
                                           return widget->accessibleName() ==
                                                  QStringLiteral("Close this message");
                                       }),
                 2);
    }

    void panelsInOtherPlacesAreReached_data() {
        QTest::addColumn<int>("area");
        QTest::addRow("all on the left") << int(Qt::LeftDockWidgetArea);
        QTest::addRow("all on the right") << int(Qt::RightDockWidgetArea);
        QTest::addRow("all above") << int(Qt::TopDockWidgetArea);
        QTest::addRow("all below") << int(Qt::BottomDockWidgetArea);
    }

    void panelsInOtherPlacesAreReached() {
        QFETCH(int, area);
        open();
        Workspace& work = m_window->workspace();
        const auto docks = work.findChildren<QDockWidget*>();
        for (QDockWidget* dock : docks)
            work.addDockWidget(static_cast<Qt::DockWidgetArea>(area), dock);
        for (qsizetype at = 2; at < docks.size(); ++at)
            work.tabifyDockWidget(docks[at % 2], docks[at]);
        settle();
        walkBothWays(*m_window);
    }

    void panelsSideBySideAreReached() {
        open();
        Workspace& work = m_window->workspace();
        for (const char* name : {"charts", "statistics", "learn"}) {
            auto* dock = work.findChild<QDockWidget*>(QLatin1String(name));
            work.addDockWidget(Qt::BottomDockWidgetArea, dock, Qt::Horizontal);
        }
        settle();
        walkBothWays(*m_window);
    }

    void aPresentationIsReached() {
        open();
        m_window->actions()[Command::presentation]->trigger();
        settle();
        walkBothWays(*m_window);
        m_window->actions()[Command::presentation]->trigger();
    }

    void theCodeAloneIsReached() {
        open();
        for (QDockWidget* dock : m_window->workspace().findChildren<QDockWidget*>())
            dock->hide();
        settle();
        walkBothWays(*m_window);
    }

    void everyDialogIsReached_data() {
        QTest::addColumn<int>("command");
        for (const Command command :
             {Command::preferences, Command::export_run, Command::about, Command::shortcuts})
            QTest::addRow("%s", qPrintable(Actions().operator[](command)->iconText()))
                << int(command);
    }

    void everyDialogIsReached() {
        QFETCH(int, command);
        open();
        m_window->actions()[static_cast<Command>(command)]->trigger();
        settle();
        QDialog* dialog = nullptr;
        for (auto* candidate : m_window->findChildren<QDialog*>())
            if (candidate->isVisible()) dialog = candidate;
        QVERIFY(dialog);
        walkThrough(*dialog);
    }

    void theRunOptionsAreReached() {
        open();
        RunOptionsDialog dialog(m_window->runBar().options(), m_window.get());
        dialog.show();
        walkThrough(dialog);
    }

    // What one does on a tab by arrow keys is what a click does.
    void theArrowsOnTabsChangeThePanel() {
        open();
        for (auto* tabs : m_window->workspace().findChildren<QTabBar*>()) {
            if (!tabs->isVisible() || tabs->count() < 2) continue;
            tabs->setFocus(Qt::TabFocusReason);
            QCOMPARE(QApplication::focusWidget(), tabs);
            const int before = tabs->currentIndex();
            QTest::keyClick(tabs, before == 0 ? Qt::Key_Right : Qt::Key_Left);
            settle();
            QVERIFY(tabs->currentIndex() != before);
            const QString title = tabs->tabText(tabs->currentIndex());
            const auto docks = m_window->workspace().findChildren<QDockWidget*>();
            const auto shown = std::ranges::find(docks, title, &QDockWidget::windowTitle);
            QVERIFY(shown != docks.end());
            QVERIFY2(!isAside(**shown), qPrintable(title));
        }
    }

    // What fills a panel with a picture is a panel like any other.
    void theNextPanelMayBeTheCharts() {
        open();
        m_window->workspace().raisePanel(QStringLiteral("charts"));
        settle();
        auto* charts = m_window->workspace().findChild<QDockWidget*>(QStringLiteral("charts"));
        bool isMet = false;
        for (int panel = 0; panel < 10; ++panel) {
            QTest::keyClick(focused(), Qt::Key_F6);
            isMet = isMet || charts->isAncestorOf(focused());
        }
        QVERIFY(isMet);
    }

    // What is scrolled out of sight is scrolled to.
    void whatHasTheKeyboardIsInSight() {
        m_window->resize(700, 420);
        settle();
        for (int tab = 0; tab < 120; ++tab) {
            QTest::keyClick(focused(), Qt::Key_Tab);
            QVERIFY2(!focused()->visibleRegion().isEmpty(), qPrintable(pathOf(focused())));
        }
    }

  private:
    void open() {
        if (m_path.isEmpty()) {
            m_path = isolatedHome().path(QStringLiteral("primitives.trace"));
            trace::write_trace_file(m_path.toStdString(), support::sample_primitives_trace());
        }
        m_window->openPath(m_path);
        m_window->session().setStep(m_window->session().stepCount() / 2);
        settle();
    }

    static void settle() {
        for (int pass = 0; pass < 5; ++pass)  // layouts ask layouts
            QCoreApplication::processEvents();
    }

    QWidget* focused() {
        QWidget* widget = QApplication::focusWidget();
        return widget ? widget : m_window.get();
    }

    void walkThrough(QDialog& dialog) {
        dialog.activateWindow();
        QTRY_COMPARE(QApplication::activeWindow(), &dialog);
        walkBothWays(dialog);
        dialog.close();
    }

    void walkBothWays(QWidget& window) {
        const std::vector<QWidget*> forwards = walk(window, Qt::Key_Tab);
        QStringList missed;
        m_reached = 0;
        for (const QWidget* widget : window.findChildren<QWidget*>()) {
            if (!isToBeReached(window, *widget)) continue;
            if (std::ranges::count(forwards, widget))
                ++m_reached;
            else
                missed << pathOf(widget);
        }
        QCOMPARE(missed.join(QLatin1Char('\n')), QString());
        std::vector<QWidget*> backwards = walk(window, Qt::Key_Backtab);
        m_walked = forwards;
        std::ranges::reverse(backwards);
        // Both are circles, which begin wherever the keyboard was.
        const auto begin = std::ranges::find(backwards, forwards.front());
        QVERIFY(begin != backwards.end());
        std::ranges::rotate(backwards, begin);
        QCOMPARE(textOf(backwards), textOf(forwards));
        if (&window == m_window.get()) checkThatPanelsStayTogether(forwards);
    }

    // Until the keyboard is back where it was first. In a page, Tab goes from link to link: that is
    // one place here.
    std::vector<QWidget*> walk(QWidget& window, Qt::Key key) {
        std::vector<QWidget*> walked;
        if (!window.focusWidget()) QTest::keyClick(&window, Qt::Key_Tab);
        for (int tab = 0; tab < 600; ++tab) {
            QWidget* now = QApplication::focusWidget();
            if (!now || now->window() != &window) break;
            if (walked.empty() || walked.back() != now) {
                if (!walked.empty() && walked.front() == now) return walked;
                walked.push_back(now);
            }
            // Tab belongs to the text there; the command is for this.
            const bool isCode = now->inherits("QsciScintilla");
            QTest::keyClick(now, isCode ? Qt::Key_Tab : key,
                            isCode ? Qt::ControlModifier |
                                         (key == Qt::Key_Tab ? Qt::NoModifier : Qt::ShiftModifier)
                                   : Qt::NoModifier);
        }
        // Where there is but one control, Tab stays in it.
        if (walked.size() > 1) qWarning() << "Tab does not come back to where it was";
        return walked;
    }

    // Everything that can be used: what would take the keyboard, and what could be clicked.
    static bool isToBeReached(const QWidget& window, const QWidget& widget) {
        if (!widget.isVisible() || !widget.isEnabled() || widget.focusProxy()) return false;
        if (widget.window() != &window || isAside(widget)) return false;
        if (isPartOfAControl(widget)) return false;
        return (widget.focusPolicy() & Qt::TabFocus) || isControl(widget);
    }

    static bool isControl(const QWidget& widget) {
        return qobject_cast<const QAbstractButton*>(&widget) ||
               qobject_cast<const QTabBar*>(&widget) || qobject_cast<const QComboBox*>(&widget) ||
               qobject_cast<const QLineEdit*>(&widget) ||
               qobject_cast<const QAbstractSpinBox*>(&widget) ||
               qobject_cast<const QAbstractSlider*>(&widget) ||
               qobject_cast<const QAbstractItemView*>(&widget) ||
               qobject_cast<const QTextEdit*>(&widget) ||
               qobject_cast<const QPlainTextEdit*>(&widget);
    }

    // Behind another tab, or squeezed away; but what can be scrolled to is there.
    static bool isAside(const QWidget& widget) {
        for (const QWidget* at = &widget; at->parentWidget() && !at->isWindow();
             at = at->parentWidget()) {
            if (at->size().isEmpty()) return true;
            if (qobject_cast<const QDockWidget*>(at) &&
                !at->parentWidget()->rect().intersects(at->geometry()))
                return true;
        }
        return false;
    }

    // Scroll bars, headers, arrows of a tab bar, the button that clears a line; and the two buttons
    // of a title, which the menu of panels replaces.
    static bool isPartOfAControl(const QWidget& widget) {
        const QWidget* parent = widget.parentWidget();
        return qobject_cast<const QScrollBar*>(&widget) || widget.inherits("QHeaderView") ||
               widget.inherits("QDockWidgetTitleButton") || widget.inherits("QToolBarExtension") ||
               widget.inherits("QTableCornerButton") || qobject_cast<const QMenuBar*>(&widget) ||
               qobject_cast<const QTabBar*>(parent) || qobject_cast<const QLineEdit*>(parent) ||
               qobject_cast<const QMenuBar*>(parent) || parent->inherits("QsciScintilla") ||
               // A thread that cannot be chosen is no choice.
               (widget.inherits("turnwise::ui::ThreadChoice") &&
                widget.testAttribute(Qt::WA_TransparentForMouseEvents));
    }

    // Whoever has left a panel does not come back to it before the circle is closed.
    void checkThatPanelsStayTogether(const std::vector<QWidget*>& walked) {
        QList<const QWidget*> panels;
        for (const QWidget* widget : walked) {
            const QWidget* panel = widget;
            while (panel && !qobject_cast<const QDockWidget*>(panel) &&
                   !qobject_cast<const QToolBar*>(panel))
                panel = panel->parentWidget();
            if (panels.isEmpty() || panels.back() != panel) panels << panel;
        }
        if (panels.size() > 1 && panels.front() == panels.back()) panels.removeLast();
        panels.removeIf([](const QWidget* panel) { return panel == nullptr; });
        QStringList twice;
        for (const QWidget* panel : panels)
            if (panels.count(panel) > 1) twice << panel->objectName();
        QCOMPARE(twice.join(QLatin1Char(' ')), QString());
    }

    static QString textOf(const std::vector<QWidget*>& widgets) {
        QStringList lines;
        for (const QWidget* widget : widgets)
            lines << pathOf(widget);
        return lines.join(QLatin1Char('\n'));
    }

    static QString pathOf(const QWidget* widget) {
        QStringList path;
        for (; widget; widget = widget->parentWidget())
            path << QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char(' ') +
                        widget->objectName() + widget->accessibleName();
        return path.mid(0, 4).join(QStringLiteral(" in "));
    }

    std::unique_ptr<MainWindow> m_window;
    std::vector<QWidget*> m_walked;
    int m_reached = 0;
    QString m_path;
};

}  // namespace turnwise::ui

QTEST_MAIN(turnwise::ui::TestTabOrder)
#include "tst_tab_order.moc"
