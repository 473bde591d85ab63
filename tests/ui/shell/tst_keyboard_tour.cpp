// The whole window without a mouse: every action by its key, every control by Tab, every part of
// the timeline; and the keyboard's place is always seen.
#include <QAccessible>
#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QTest>
#include <QTreeWidget>

#include "core/trace/stream.h"
#include "tests/support/sample_traces.h"
#include "tests/ui/shell/isolated_home.h"
#include "ui/editor/program_view.h"
#include "ui/find/picker.h"
#include "ui/inspect/outline_panel.h"
#include "ui/look/interface_font.h"
#include "ui/look/language.h"
#include "ui/look/scale.h"
#include "ui/look/theme.h"
#include "ui/session/session.h"
#include "ui/shell/actions.h"
#include "ui/shell/main_window.h"
#include "ui/shell/message_line.h"
#include "ui/shell/open_program.h"
#include "ui/shell/settings.h"
#include "ui/shell/start_page.h"
#include "ui/shell/step_bar.h"
#include "ui/shell/tile.h"
#include "ui/shell/workspace.h"
#include "ui/timeline/minimap.h"
#include "ui/timeline/timeline_panel.h"
#include "ui/timeline/timeline_view.h"
#include "ui/timeline/transcript_panel.h"

namespace turnwise::ui {

class TestKeyboardTour final : public QObject {
    Q_OBJECT

  public:
    static void initMain() { isolatedHome(); }

  private slots:
    void init() {
        Settings().clear();
        setLanguage(QStringLiteral("en"));
        setInterfaceScale(1);
        applyTheme(ThemeChoice::light);
        m_window = std::make_unique<MainWindow>();
        m_window->resize(1440, 900);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->activateWindow();
    }

    void cleanup() {
        m_window.reset();
        setInterfaceScale(1);
        setLanguage(QStringLiteral("en"));
    }

    // From the first page through a run to every way of looking at it, keys only.
    void theWholeTour() {
        QVERIFY(m_window->isStartPageShown());
        auto* tile = m_window->startPage().findChild<Tile*>();
        for (int tab = 0; tab < 80 && QApplication::focusWidget() != tile; ++tab)
            press(Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), tile);
        press(Qt::Key_Return);
        QVERIFY(!m_window->isStartPageShown());
        open();

        // Step, jump, mark.
        press(Qt::Key_F8);
        press(Qt::Key_F8);
        QCOMPARE(session().step(), std::size_t{2});
        press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        press(Qt::Key_G, Qt::ControlModifier);
        auto* box = qobject_cast<QSpinBox*>(QApplication::focusWidget());
        QVERIFY(box);
        QTest::keyClicks(box, QStringLiteral("60"));
        QTest::keyClick(box, Qt::Key_Return);
        QCOMPARE(session().step(), std::size_t{60});
        press(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(statusText().contains(QStringLiteral("58 steps")));
        press(Qt::Key_K, Qt::ControlModifier);
        QCOMPARE(timeline().keptMarks().kept.size(), std::size_t{1});
        press(Qt::Key_Comma, Qt::AltModifier);
        QCOMPARE(session().step(), std::size_t{2});
        press(Qt::Key_Period, Qt::AltModifier);
        QCOMPARE(session().step(), std::size_t{60});
        press(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(session().step(), std::size_t{2});
        press(Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(session().step(), std::size_t{60});

        // Find a thread, look at its row, go to its unblocker.
        press(Qt::Key_P, Qt::ControlModifier);
        QVERIFY(picker().isAsking());
        type(QStringLiteral("thread-4"));
        press(Qt::Key_Return);
        QVERIFY(!picker().isAsking());
        QCOMPARE(timeline().currentRow()->thread, ThreadId{4});
        QVERIFY(timeline().hasFocus());
        press(Qt::Key_F8, Qt::ShiftModifier);
        press(Qt::Key_U, Qt::ControlModifier);
        QVERIFY(timeline().currentRow()->thread != ThreadId{4});

        // Arrange rows.
        const std::size_t rows = timeline().stage()->layout().boxes().size();
        press(Qt::Key_D, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(timeline().stage()->layout().boxes().size(), rows - 1);
        press(Qt::Key_D, Qt::ControlModifier | Qt::AltModifier | Qt::ShiftModifier);
        QCOMPARE(timeline().stage()->layout().boxes().size(), rows);
        press(Qt::Key_R, Qt::ControlModifier | Qt::AltModifier);
        type(QStringLiteral("semaphore"));
        QCOMPARE(timeline().stage()->layout().boxes().size(), std::size_t{1});
        press(Qt::Key_Escape);
        QCOMPARE(timeline().stage()->layout().boxes().size(), rows);

        // Details, exact range, panels.
        press(Qt::Key_I, Qt::ControlModifier);
        QVERIFY(m_window->workspace().timelinePanel().details().isVisible());
        press(Qt::Key_G, Qt::ControlModifier | Qt::AltModifier);
        type(QStringLiteral("20"));
        press(Qt::Key_Tab);
        type(QStringLiteral("40"));
        press(Qt::Key_Return);
        QVERIFY(timeline().hasFocus());
        QVERIFY(m_window->workspace().transcript().visibleRegion().isEmpty());
        press(Qt::Key_6, Qt::AltModifier | Qt::ShiftModifier);  // the transcript, behind a tab
        QTRY_VERIFY(!m_window->workspace().transcript().visibleRegion().isEmpty());
        QCoreApplication::processEvents();
        press(Qt::Key_6, Qt::AltModifier | Qt::ShiftModifier);
        QVERIFY(m_window->workspace().transcript().parentWidget()->isHidden());
    }

    void whatIsFoundIsShownWhileOneLooksAndEscapeLeadsBack() {
        open();
        session().setStep(5);
        press(Qt::Key_F, Qt::ControlModifier);
        type(QStringLiteral("Thread-7 output"));
        const EventIndex first = session().cursor();
        QVERIFY(first > stepFive());
        QCOMPARE(session().trace()[first - 1].thread, ThreadId{7});
        press(Qt::Key_Down);
        QVERIFY(session().cursor() != first);
        press(Qt::Key_Escape);
        QCOMPARE(session().step(), std::size_t{5});
        press(Qt::Key_F, Qt::ControlModifier);
        QCOMPARE(picker().text(), QStringLiteral("Thread-7 output"));
        press(Qt::Key_Return);
        QCOMPARE(session().cursor(), first);
        press(Qt::Key_F3);
        QVERIFY(session().cursor() > first);
        press(Qt::Key_F3, Qt::ShiftModifier);
        QCOMPARE(session().cursor(), first);
        press(Qt::Key_F3, Qt::ShiftModifier);
        QVERIFY(m_window->messages().text().contains(QStringLiteral("is not found before")));
        for (int jump = 0; jump < 3; ++jump)  // found, next, previous
            press(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(session().step(), std::size_t{5});
    }

    void whatIsNotThereIsSaid() {
        open();
        press(Qt::Key_F, Qt::ControlModifier);
        type(QStringLiteral("xyzzy"));
        QVERIFY(picker().isAsking());
        QCOMPARE(picker().list().topLevelItemCount(), 0);
        const auto labels = picker().findChildren<QLabel*>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel* label) {
            return label->isVisible() &&
                   label->text() == QStringLiteral("Nothing in this run says that.");
        }));
        press(Qt::Key_Return);
        QVERIFY(picker().isAsking());
        press(Qt::Key_Escape);
    }

    // Each command is in the palette under its own name, with its key; choosing it gives it.
    void thePaletteIsMadeOfTheRealActions() {
        open();
        press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QHash<QString, QString> listed;
        for (int row = 0; row < picker().list().topLevelItemCount(); ++row) {
            const QTreeWidgetItem* item = picker().list().topLevelItem(row);
            listed.insert(item->text(0).section(QStringLiteral(" — "), 0, 0), item->text(1));
        }
        for (const QAction* action : m_window->actions().all()) {
            QVERIFY2(listed.contains(action->iconText()), qPrintable(action->iconText()));
            QVERIFY(!listed.value(action->iconText()).isEmpty());
        }
        type(QStringLiteral("last step"));
        press(Qt::Key_Return);
        QVERIFY(session().isAtEnd());
        press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        type(QStringLiteral("dark text on"));
        QCOMPARE(picker().list().topLevelItem(0)->text(1), QStringLiteral("Ctrl+Alt+2"));
        press(Qt::Key_Escape);
    }

    // Whoever is given a key in a menu can press it, in the timeline and in the code: a key that
    // something else swallows is none.
    void everyActionCanBeGivenByItsKey() {
        open();
        QString given;
        for (QAction* action : m_window->actions().all()) {
            // What it does is not what this is about: it only says that it was given.
            QObject::disconnect(action, &QAction::triggered, nullptr, nullptr);
            connect(action, &QAction::triggered, this,
                    [&given, action] { given = action->text(); });
        }
        QStringList swallowed;
        const auto check = [&](QWidget* place) {
            for (QAction* action : m_window->actions().all()) {
                if (action->shortcutContext() != Qt::WindowShortcut) continue;
                action->setEnabled(true);
                for (const QKeySequence& keys : action->shortcuts()) {
                    const QKeyCombination key = keys[0];
                    // In the code, a question mark is a letter like any other.
                    if (key.key() == Qt::Key_Question && place != &timeline()) continue;
                    place->setFocus();
                    given.clear();
                    QTest::keyClick(place, key.key(), key.keyboardModifiers());
                    if (given != action->text())
                        swallowed << QStringLiteral("%1 (%2) gave '%3' in %4")
                                         .arg(action->text(), keys.toString(), given,
                                              QLatin1String(place->metaObject()->className()));
                }
            }
        };
        check(&timeline());
        check(&m_window->workspace().program().editor());
        QCOMPARE(swallowed.join(QLatin1Char('\n')), QString());
    }

    // With the keyboard on it, every control looks different from how it looks without.
    void theKeyboardsPlaceIsSeenOnEveryControl() {
        open();
        // As after the first Tab.
        m_window->setAttribute(Qt::WA_KeyboardFocusChange);
        QStringList unseen;
        for (QWidget* widget : m_window->findChildren<QWidget*>()) {
            if (!(widget->focusPolicy() & Qt::TabFocus) || !widget->isVisible() ||
                !widget->isEnabled() || widget->visibleRegion().isEmpty() || widget->focusProxy())
                continue;
            const auto* area = qobject_cast<QAbstractScrollArea*>(widget->parentWidget());
            if (area && area->viewport() == widget) continue;
            m_window->setFocus();
            QWidget* elsewhere =
                widget == &timeline() ? stepBox() : static_cast<QWidget*>(&timeline());
            elsewhere->setFocus(Qt::TabFocusReason);
            const QImage without = pictureAround(*widget);
            widget->setFocus(Qt::TabFocusReason);
            if (QApplication::focusWidget() != widget) continue;
            if (pictureAround(*widget) == without)
                unseen << QString::fromLatin1(widget->metaObject()->className()) +
                              QLatin1Char(' ') + widget->objectName() + QLatin1Char(' ') +
                              widget->accessibleName();
        }
        QCOMPARE(unseen.join(QLatin1Char('\n')), QString());
    }

    // Every widget that a person can meet has a name for those who do not see it: those that take
    // the keyboard, those that can be pressed, and every picture.
    void everyControlOfEveryPageHasAName() {
        open();
        m_window->actions()[Command::details]->trigger();
        m_window->workspace().timelinePanel().editFilter();
        m_window->workspace().timelinePanel().editRange();
        QStringList nameless;
        int named = 0;
        for (QWidget* widget : m_window->findChildren<QWidget*>()) {
            if (!widget->isVisibleTo(m_window.get()) || isPart(*widget)) continue;
            const bool is_control = widget->focusPolicy() != Qt::NoFocus ||
                                    qobject_cast<QAbstractButton*>(widget) ||
                                    qobject_cast<timeline::Minimap*>(widget);
            if (!is_control) continue;
            QAccessibleInterface* access = QAccessible::queryAccessibleInterface(widget);
            QVERIFY(access);
            if (access->text(QAccessible::Name).isEmpty())
                nameless << pathOf(widget);
            else
                ++named;
        }
        QCOMPARE(nameless.join(QLatin1Char('\n')), QString());
        QVERIFY(named > 40);
    }

    void everythingGrowsByKeysAndIsRemembered() {
        open();
        const int before = stepBox()->height();
        press(Qt::Key_Plus, Qt::ControlModifier);
        press(Qt::Key_Plus, Qt::ControlModifier);
        press(Qt::Key_Plus, Qt::ControlModifier);
        QCOMPARE(interfaceScale(), 1.5);
        QTRY_VERIFY(stepBox()->height() > before * 1.3);
        QCOMPARE(Settings().scale(), 1.5);
        press(Qt::Key_Minus, Qt::ControlModifier);
        QCOMPARE(interfaceScale(), 1.25);
        press(Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(interfaceScale(), 1.0);
        QTRY_COMPARE(stepBox()->height(), before);
    }

    void presentingShowsCodeSentenceAndTimelineLargeAndLeadsBack() {
        open();
        QStringList before = visiblePanels();
        QVERIFY(before.size() > 5);
        press(Qt::Key_F11, Qt::ShiftModifier);
        QCOMPARE(visiblePanels(), QStringList{QStringLiteral("timeline")});
        QCOMPARE(interfaceScale(), 1.5);
        QCOMPARE(Settings().scale(), 1.0);
        QVERIFY(m_window->workspace().program().isVisible());
        press(Qt::Key_F8);
        QCOMPARE(session().step(), std::size_t{1});
        press(Qt::Key_F11, Qt::ShiftModifier);
        QCOMPARE(visiblePanels(), before);
        QCOMPARE(interfaceScale(), 1.0);
    }

    // Whoever closes the window in the middle of a presentation finds the panels again.
    void aPresentationIsNotRemembered() {
        open();
        const QStringList before = visiblePanels();
        press(Qt::Key_F11, Qt::ShiftModifier);
        QVERIFY(m_window->close());
        setInterfaceScale(Settings().scale());
        m_window = std::make_unique<MainWindow>();
        m_window->resize(1440, 900);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        open();
        QCOMPARE(visiblePanels(), before);
    }

    void aClickOnABarShowsItsSourceLine() {
        open();
        using timeline::Stage;
        const Stage& stage = *timeline().stage();
        const auto& spans = session().intervals().threads()[5].spans;
        const analysis::ThreadSpan* blocked = nullptr;
        for (const auto& span : spans)
            if (span.state == analysis::ThreadState::blocked) blocked = &span;
        QVERIFY(blocked);
        const timeline::Window window = stage.window(timeline().visibleRange().range());
        const auto& box = stage.layout().boxes()[*stage.layout().indexOfThread(5)];
        const double from = window.scale.toPixel(stage.map().at(blocked->from));
        const double to = window.scale.toPixel(stage.map().at(blocked->to));
        QTest::mouseClick(
            timeline().viewport(), Qt::LeftButton, {},
            QPointF((from + to) / 2, window.originOf(box) + box.top + box.height / 2).toPoint());
        const std::uint32_t line = session().trace()[blocked->from].line;
        QVERIFY(line > 0);
        const CodeEditor& editor = m_window->workspace().program().editor();
        const auto pointedAt = [&] {
            int first = 0, last = 0, column = 0;
            editor.getSelection(&first, &column, &last, &column);
            return editor.hasSelectedText() ? static_cast<std::uint32_t>(first) + 1 : 0;
        };
        QCOMPARE(pointedAt(), line);
        m_window->workspace().program().editor().setSelection(0, 0, 0, 0);
        timeline().setFocus();
        press(Qt::Key_Return);
        QCOMPARE(pointedAt(), line);
    }

  private:
    void open() {
        if (m_path.isEmpty()) {
            m_path = isolatedHome().path(QStringLiteral("semaphore.trace"));
            trace::write_trace_file(m_path.toStdString(), support::sample_semaphore_trace());
        }
        m_window->openPath(m_path);
        QVERIFY(session().stepCount() > 0);
    }

    Session& session() { return m_window->session(); }
    timeline::TimelineView& timeline() { return m_window->workspace().timeline(); }
    Picker& picker() { return *m_window->findChild<Picker*>(); }
    QSpinBox* stepBox() { return m_window->workspace().steps().findChild<QSpinBox*>(); }
    EventIndex stepFive() { return session().steps().events_at(5); }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QWidget* target = QApplication::focusWidget();
        QTest::keyClick(target ? target : m_window.get(), key, modifiers);
    }

    void type(const QString& text) { QTest::keyClicks(QApplication::focusWidget(), text); }

    QString statusText() {
        QStringList texts;
        for (const QLabel* label : m_window->findChildren<QLabel*>())
            if (label->isVisible()) texts << label->text();
        return texts.join(QLatin1Char('\n'));
    }

    QStringList visiblePanels() {
        QStringList names;
        for (const QDockWidget* dock : m_window->workspace().findChildren<QDockWidget*>())
            if (!dock->isHidden()) names << dock->objectName();
        names.sort();
        return names;
    }

    static QString pathOf(const QWidget* widget) {
        QStringList path;
        for (; widget; widget = widget->parentWidget())
            path << QString::fromLatin1(widget->metaObject()->className()) + widget->objectName();
        return path.mid(0, 4).join(QStringLiteral(" in "));
    }

    // Of the control and a little around it, as the window shows it.
    QImage pictureAround(const QWidget& widget) {
        const QRect rect(widget.mapTo(m_window.get(), QPoint()), widget.size());
        QImage image = m_window->grab(rect.adjusted(-3, -3, 3, 3)).toImage();
        return image;
    }

    // What belongs to a control and is named by it.
    static bool isPart(const QWidget& widget) {
        const auto* area = qobject_cast<QAbstractScrollArea*>(widget.parentWidget());
        if (area && area->viewport() == &widget) return true;
        if (qobject_cast<QAbstractSpinBox*>(widget.parentWidget())) return true;
        const QString name = widget.objectName();
        if (name.startsWith(QLatin1String("qt_"))) return true;
        QAccessibleInterface* access =
            QAccessible::queryAccessibleInterface(const_cast<QWidget*>(&widget));
        if (!access) return true;
        switch (access->role()) {
            case QAccessible::ScrollBar:
            case QAccessible::PageTabList:
            case QAccessible::Splitter:
                return true;
            default:
                break;
        }
        // The button that clears a line, the arrows of a tab bar, the popup of a box.
        return qobject_cast<QLineEdit*>(widget.parentWidget()) ||
               widget.inherits("QComboBoxPrivateContainer") ||
               widget.inherits("QComboBoxListView") || widget.inherits("QDockWidgetTitleButton") ||
               widget.parentWidget()->inherits("QTabBar");
    }

    std::unique_ptr<MainWindow> m_window;
    QString m_path;
};

}  // namespace turnwise::ui

QTEST_MAIN(turnwise::ui::TestKeyboardTour)
#include "tst_keyboard_tour.moc"
