// Measures: no text of the window is cut off, in either language, at 100 % and at 150 %; and in
// Chinese nothing is left in English that is not a name.
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDockWidget>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QStatusBar>
#include <QStyleOptionButton>
#include <QTabBar>
#include <QTest>
#include <QToolBar>
#include <QToolButton>
#include <QTreeWidget>

#include "core/trace/stream.h"
#include "tests/support/sample_traces.h"
#include "tests/ui/shell/isolated_home.h"
#include "ui/lessons/tour.h"
#include "ui/lessons/tour_bubble.h"
#include "ui/look/language.h"
#include "ui/look/scale.h"
#include "ui/look/theme.h"
#include "ui/session/session.h"
#include "ui/shell/actions.h"
#include "ui/shell/learning_commands.h"
#include "ui/shell/main_window.h"
#include "ui/shell/run_bar.h"
#include "ui/shell/run_options_dialog.h"
#include "ui/shell/settings.h"
#include "ui/shell/step_bar.h"
#include "ui/shell/workspace.h"
#include "ui/timeline/timeline_panel.h"

namespace turnwise::ui {

class TestClipping final : public QObject {
    Q_OBJECT

  public:
    static void initMain() { isolatedHome(); }

  private slots:
    void cleanup() {
        m_window.reset();
        setInterfaceScale(1);
        setLanguage(QStringLiteral("en"));
    }

    void noTextIsCutOff_data() {
        QTest::addColumn<QString>("language");
        QTest::addColumn<double>("scale");
        for (const QString& language : languages())
            for (const double scale : {1.0, 1.5})
                QTest::addRow("%s at %.0f %%", qPrintable(language), scale * 100)
                    << language << scale;
    }

    void noTextIsCutOff() {
        QFETCH(QString, language);
        QFETCH(double, scale);
        open(language, scale);
        QStringList cut;
        for (const QWidget* widget : m_window->findChildren<QWidget*>()) {
            if (!widget->isVisible() || widget->visibleRegion().isEmpty()) continue;
            check(*widget, cut);
        }
        checkMenus(cut);
        QCOMPARE(cut.join(QLatin1Char('\n')), QString());
        QVERIFY2(m_checked > 60, qPrintable(QString::number(m_checked)));
    }

    void noTextOfTheStartPageIsCutOff_data() { noTextIsCutOff_data(); }
    void noTextOfTheStartPageIsCutOff() {
        show();
        QVERIFY(m_window->isStartPageShown());
        checkAll(*m_window);
        QVERIFY2(m_checked > 40, qPrintable(QString::number(m_checked)));
    }

    void noTextOfADialogIsCutOff_data() { noTextIsCutOff_data(); }
    void noTextOfADialogIsCutOff() {
        open();
        int dialogs = 0;
        for (const Command command :
             {Command::preferences, Command::export_run, Command::about, Command::shortcuts}) {
            m_window->actions()[command]->trigger();
            settle();
            for (QDialog* dialog : m_window->findChildren<QDialog*>()) {
                if (!dialog->isVisible()) continue;
                checkAll(*dialog);
                dialog->close();
                ++dialogs;
            }
        }
        RunOptionsDialog options(m_window->runBar().options(), m_window.get());
        options.show();
        settle();
        checkAll(options);
        QCOMPARE(dialogs, 4);
    }

    void noTextOfAPanelBehindATabIsCutOff_data() { noTextIsCutOff_data(); }
    void noTextOfAPanelBehindATabIsCutOff() {
        open();
        int panels = 0;
        for (const auto* dock : m_window->workspace().findChildren<QDockWidget*>()) {
            m_window->workspace().raisePanel(dock->objectName());
            settle();
            checkAll(*dock->widget());
            ++panels;
        }
        QVERIFY(panels > 15);
    }

    // Every stop of the tour, and the status bar below it.
    void noTextOfTheTourIsCutOff_data() { noTextIsCutOff_data(); }
    void noTextOfTheTourIsCutOff() {
        open();
        Tour& tour = m_window->learning().tour();
        m_window->actions()[Command::tour]->trigger();
        QVERIFY(tour.isOn());
        std::size_t stops = 0;
        while (tour.isOn()) {
            settle();
            checkAll(*tour.bubble());
            checkAll(*m_window->statusBar());
            checkAll(m_window->workspace().steps());
            QVERIFY(m_window->rect().contains(tour.bubble()->geometry()));
            tour.next();
            ++stops;
        }
        QCOMPARE(stops, tour.count());
    }

    // The same while the window is open: who changes the size does not start anew.
    void noTextIsCutOffWhenTheSizeChanges() {
        open(QStringLiteral("en"), 1);
        setInterfaceScale(1.5);
        m_window->resize(QSize(1440, 900) * 1.5);
        for (int pass = 0; pass < 5; ++pass)
            QCoreApplication::processEvents();
        QStringList cut;
        for (const QWidget* widget : m_window->findChildren<QWidget*>())
            if (widget->isVisible() && !widget->visibleRegion().isEmpty()) check(*widget, cut);
        QCOMPARE(cut.join(QLatin1Char('\n')), QString());
    }

    void inChineseNothingIsLeftInEnglish() {
        open(QStringLiteral("zh_CN"), 1);
        QStringList english;
        const auto look = [&](const QString& where, const QString& text) {
            if (isEnglish(text)) english << where + QStringLiteral(": ") + text;
        };
        for (const QWidget* widget : m_window->findChildren<QWidget*>()) {
            const QString kind = QString::fromLatin1(widget->metaObject()->className());
            look(kind, widget->toolTip());
            look(kind, widget->statusTip());
            if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
                look(kind, button->text());
            if (const auto* box = qobject_cast<const QComboBox*>(widget))
                for (int row = 0; row < box->count(); ++row)
                    look(kind, box->itemText(row));
            if (const auto* tabs = qobject_cast<const QTabBar*>(widget))
                for (int tab = 0; tab < tabs->count(); ++tab)
                    look(kind, tabs->tabText(tab));
            if (const auto* header = qobject_cast<const QHeaderView*>(widget))
                if (header->model())
                    for (int section = 0; section < header->count(); ++section)
                        look(
                            kind,
                            header->model()->headerData(section, header->orientation()).toString());
        }
        for (const QAction* action : m_window->findChildren<QAction*>()) {
            look(QStringLiteral("action"), action->text());
            look(QStringLiteral("tip"), action->statusTip());
        }
        QCOMPARE(english.join(QLatin1Char('\n')), QString());
    }

  private:
    // In the language and size of this row.
    void show() {
        QFETCH(QString, language);
        QFETCH(double, scale);
        show(language, scale);
    }
    void open() {
        QFETCH(QString, language);
        QFETCH(double, scale);
        open(language, scale);
    }

    static void settle() {
        for (int pass = 0; pass < 5; ++pass)  // layouts ask layouts
            QCoreApplication::processEvents();
    }

    void checkAll(const QWidget& part) {
        QStringList cut;
        check(part, cut);
        for (const QWidget* widget : part.findChildren<QWidget*>())
            if (widget->isVisible() && !widget->visibleRegion().isEmpty()) check(*widget, cut);
        QCOMPARE(cut.join(QLatin1Char('\n')), QString());
    }

    void show(const QString& language, double scale) {
        Settings().clear();
        setLanguage(language);
        setInterfaceScale(scale);
        applyTheme(ThemeChoice::light);
        m_window = std::make_unique<MainWindow>();
        // As large as the screen of a class room; a smaller window scrolls.
        m_window->resize(QSize(1440, 900) * scale);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_checked = 0;
    }

    void open(const QString& language, double scale) {
        show(language, scale);
        const QString path = isolatedHome().path(QStringLiteral("primitives.trace"));
        trace::write_trace_file(path.toStdString(), support::sample_primitives_trace());
        m_window->openPath(path);
        m_window->session().setStep(m_window->session().stepCount() / 2);
        m_window->workspace().timelinePanel().editFilter();
        m_window->workspace().timelinePanel().editRange();
        for (int pass = 0; pass < 5; ++pass)  // layouts ask layouts
            QCoreApplication::processEvents();
        m_checked = 0;
    }

    void say(const QWidget& widget, const QString& text, int needs, int has, QStringList& cut) {
        ++m_checked;
        if (needs > has)
            cut << QStringLiteral("%1 '%2' needs %3, has %4")
                       .arg(QString::fromLatin1(widget.metaObject()->className()), text)
                       .arg(needs)
                       .arg(has);
    }

    void check(const QWidget& widget, QStringList& cut) {
        if (const auto* label = qobject_cast<const QLabel*>(&widget))
            return checkLabel(*label, cut);
        if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) {
            if (button->text().isEmpty() || button->inherits("turnwise::ui::Tile")) return;
            const auto* tool = qobject_cast<const QToolButton*>(button);
            if (tool && tool->toolButtonStyle() == Qt::ToolButtonIconOnly && !tool->icon().isNull())
                return;
            say(widget, button->text(), button->minimumSizeHint().width(), button->width(), cut);
            return say(widget, button->text(), button->fontMetrics().height(), button->height(),
                       cut);
        }
        if (const auto* box = qobject_cast<const QComboBox*>(&widget))
            return say(widget, box->currentText(),
                       box->fontMetrics().horizontalAdvance(box->currentText()) + 20, box->width(),
                       cut);
        if (const auto* tabs = qobject_cast<const QTabBar*>(&widget)) {
            for (int tab = 0; tab < tabs->count(); ++tab)
                if (tabs->isTabVisible(tab))
                    say(widget, tabs->tabText(tab),
                        tabs->fontMetrics().horizontalAdvance(tabs->tabText(tab)) + 8,
                        tabs->tabRect(tab).width(), cut);
            if (tabs->count() > 0)
                say(widget, tabs->tabText(0), tabs->tabRect(tabs->count() - 1).right(),
                    tabs->width(), cut);
            return;
        }
        if (const auto* header = qobject_cast<const QHeaderView*>(&widget))
            checkHeader(*header, cut);
    }

    void checkLabel(const QLabel& label, QStringList& cut) {
        if (label.text().isEmpty() || !label.pixmap(Qt::ReturnByValue).isNull()) return;
        const int width = label.contentsRect().width();
        if (label.wordWrap())
            return say(label, label.text(), label.heightForWidth(label.width()), label.height() + 1,
                       cut);
        const QString text = label.buddy() ? withoutMnemonic(label.text()) : label.text();
        say(label, text, label.fontMetrics().horizontalAdvance(text), width + 1, cut);
        say(label, label.text(), label.fontMetrics().height(), label.height() + 1, cut);
    }

    void checkHeader(const QHeaderView& header, QStringList& cut) {
        if (header.orientation() != Qt::Horizontal || !header.model()) return;
        for (int section = 0; section < header.count(); ++section) {
            if (header.isSectionHidden(section)) continue;
            const QString text = header.model()->headerData(section, Qt::Horizontal).toString();
            say(header, text, header.fontMetrics().horizontalAdvance(text) + 6,
                header.sectionSize(section), cut);
        }
        say(header, {}, header.fontMetrics().height(), header.height(), cut);
    }

    void checkMenus(QStringList& cut) {
        const QMenuBar& bar = *m_window->menuBar();
        for (const QAction* action : bar.actions()) {
            const QRect place = bar.actionGeometry(const_cast<QAction*>(action));
            say(bar, action->text(),
                bar.fontMetrics().horizontalAdvance(withoutMnemonic(action->text())), place.width(),
                cut);
            say(bar, action->text(), place.right(), bar.width(), cut);
            QMenu& menu = *action->menu();
            menu.ensurePolished();
            for (QAction* item : menu.actions()) {
                if (item->isSeparator()) continue;
                const int text =
                    menu.fontMetrics().horizontalAdvance(withoutMnemonic(item->text())) +
                    menu.fontMetrics().horizontalAdvance(
                        item->shortcut().toString(QKeySequence::NativeText));
                say(menu, item->text(), text, menu.sizeHint().width(), cut);
            }
        }
    }

    // Words of Latin letters without any Chinese: but names of Python, keys, units and proper names
    // stay.
    static bool isEnglish(const QString& text) {
        static const QRegularExpression chinese(QStringLiteral("\\p{Han}"));
        static const QRegularExpression word(QStringLiteral("[A-Za-z]{2,}"));
        static const QStringList names{QStringLiteral("English"), QStringLiteral("Turnwise"),
                                       QStringLiteral("GIL"), QStringLiteral("TIMEOUT"),
                                       QStringLiteral("steps/s")};
        if (text.contains(chinese) || !text.contains(word)) return false;
        // A file, a program, a word of Python: "queue.Queue", "enumerate()", "primitives.trace".
        static const QRegularExpression code(
            QStringLiteral("^[\\w.()/ ,&^-]*[_.()][\\w.()/ ,&^-]*$"));
        if (text.contains(code)) return false;
        return std::ranges::none_of(names,
                                    [&](const QString& name) { return text.contains(name); });
    }

    std::unique_ptr<MainWindow> m_window;
    int m_checked = 0;
};

}  // namespace turnwise::ui

QTEST_MAIN(turnwise::ui::TestClipping)
#include "tst_clipping.moc"
