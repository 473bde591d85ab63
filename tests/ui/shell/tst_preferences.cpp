// Preferences hold at once, and after the next start.
#include <QApplication>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

#include "tests/ui/shell/isolated_home.h"
#include "ui/look/language.h"
#include "ui/look/scale.h"
#include "ui/look/theme.h"
#include "ui/shell/actions.h"
#include "ui/shell/main_window.h"
#include "ui/shell/preferences.h"
#include "ui/shell/run_bar.h"
#include "ui/shell/run_options_dialog.h"
#include "ui/shell/settings.h"

namespace turnwise::ui {

class TestPreferences final : public QObject {
    Q_OBJECT

  public:
    static void initMain() { isolatedHome(); }

  private slots:
    void init() {
        Settings().clear();
        setLanguage(QStringLiteral("en"));
        open();
    }
    void cleanup() {
        m_window.reset();
        setLanguage(QStringLiteral("en"));
        setInterfaceScale(1);
        applyTheme(ThemeChoice::light);
    }

    void aSeedThatIsTooLargeForTheFieldIsKeptUntilAnotherIsChosen() {
        constexpr quint64 large = std::numeric_limits<quint64>::max();
        RunBar& bar = m_window->runBar();
        RunOptions options = bar.options();
        options.policy = QStringLiteral("random");
        options.seed = large;
        bar.setOptions(options);
        QCOMPARE(bar.options().seed, std::optional(large));
        QSpinBox* field = nullptr;
        for (QSpinBox* box : bar.findChildren<QSpinBox*>())
            if (box->accessibleName() == QStringLiteral("Seed")) field = box;
        QVERIFY(field);
        QCOMPARE(field->text(), QString::number(large));
        options.policy = QStringLiteral("pct");  // another change takes it along
        options.seed = bar.options().seed;
        bar.setOptions(options);
        QCOMPARE(bar.options().seed, std::optional(large));
        RunOptionsDialog dialog(bar.options(), nullptr);
        QCOMPARE(dialog.options().seed, std::optional(large));
        field->stepUp();
        QCOMPARE(bar.options().seed, std::optional(quint64{0}));
        options.seed = 7;
        bar.setOptions(options);
        QCOMPARE(field->text(), QStringLiteral("7"));
        QCOMPARE(field->minimum(), 0);
    }

    void itDoesNotBlockTheWindow() { QVERIFY(m_dialog->isVisible() && !m_dialog->isModal()); }

    void aLanguageIsSpokenAtOnceAndAtTheNextStart() {
        choose("language", QStringLiteral("zh_CN"));
        QCoreApplication::processEvents();
        QCOMPARE(currentLanguage(), QStringLiteral("zh_CN"));
        QVERIFY(m_window->actions()[Command::chinese]->isChecked());
        QCOMPARE(m_dialog->windowTitle(), QStringLiteral("首选项"));
        QCOMPARE(Settings().language(), QStringLiteral("zh_CN"));
        choose("language", QString());
        QCOMPARE(Settings().language(), QString());
    }

    void aThemeIsShownAtOnceAndInTheMenu() {
        choose("theme", static_cast<int>(Command::theme_dark));
        QVERIFY(isDark(QApplication::palette()));
        QVERIFY(m_window->actions()[Command::theme_dark]->isChecked());
        QVERIFY(Settings().theme() == ThemeChoice::dark);
        m_window->actions()[Command::theme_light]->trigger();
        QCOMPARE(box("theme").currentData().toInt(), static_cast<int>(Command::theme_light));
    }

    void aSizeIsShownAtOnceAndAtTheNextStart() {
        choose("scale", 1.25);
        QCOMPARE(interfaceScale(), 1.25);
        QCOMPARE(Settings().scale(), 1.25);
        m_window->actions()[Command::larger]->trigger();
        QTRY_COMPARE(box("scale").currentData().toDouble(), 1.5);
        choose("scale", 1.0);
        QCOMPARE(Settings().scale(), 1.0);
    }

    // Nothing can be chosen for one run that cannot be chosen for all.
    void whatRunsCanBeIsWhatTheRunOptionsOffer() {
        const RunOptionsDialog options({}, m_window.get());
        QStringList offered;
        for (const auto* box : options.findChildren<QComboBox*>())
            for (int row = 0; row < box->count(); ++row)
                offered << box->itemData(row).toString() + box->itemText(row);
        QStringList preferred;
        for (const char* name : {"model", "granularity", "policy"})
            for (int row = 0; row < box(name).count(); ++row)
                preferred << box(name).itemData(row).toString() + box(name).itemText(row);
        offered.sort();
        preferred.sort();
        QVERIFY(offered.size() >= 12);
        QCOMPARE(preferred, offered);
    }

    void modelAndPlacesOfSwitchesReachTheNextRunAndTheNextStart() {
        choose("model", QStringLiteral("free-threaded"));
        choose("granularity", QStringLiteral("bytecode"));
        choose("policy", QStringLiteral("pct"));
        for (int start = 0; start < 2; ++start) {
            QCOMPARE(m_window->runBar().options().model, QStringLiteral("free-threaded"));
            QCOMPARE(m_window->runBar().options().granularity, QStringLiteral("bytecode"));
            QCOMPARE(m_window->runBar().options().policy, QStringLiteral("pct"));
            QCOMPARE(box("model").currentData().toString(), QStringLiteral("free-threaded"));
            m_window.reset();
            open();
        }
    }

    void limitsAndPolicyReachTheNextRunAndTheNextStart() {
        choose("policy", QStringLiteral("random"));
        m_dialog->findChild<QSpinBox*>(QStringLiteral("steps"))->setValue(1'234);
        QCOMPARE(m_window->runBar().options().policy, QStringLiteral("random"));
        QCOMPARE(m_window->runBar().options().maxSteps, std::optional<quint64>(1'234));
        QVERIFY(!m_window->runBar().options().maxThreads);
        m_window.reset();
        open();
        QCOMPARE(m_window->runBar().options().policy, QStringLiteral("random"));
        QCOMPARE(m_window->runBar().options().maxSteps, std::optional<quint64>(1'234));
        QCOMPARE(m_dialog->findChild<QSpinBox*>(QStringLiteral("steps"))->value(), 1'234);
    }

    void asUsualForgetsTheLimits() {
        m_dialog->findChild<QSpinBox*>(QStringLiteral("steps"))->setValue(1'234);
        for (QPushButton* button : m_dialog->findChildren<QPushButton*>())
            if (button->text() == QLatin1String("&Restore Defaults")) button->click();
        QVERIFY(!m_window->runBar().options().maxSteps);
        QCOMPARE(m_dialog->findChild<QSpinBox*>(QStringLiteral("steps"))->value(), 2'000'000);
    }

    void everyFieldIsReachedByAKeyInEveryLanguage() {
        for (const QString& language : languages()) {
            setLanguage(language);
            QCoreApplication::processEvents();
            int labels = 0;
            for (const QLabel* label : m_dialog->findChildren<QLabel*>()) {
                if (!label->buddy()) continue;
                ++labels;
                QVERIFY2(label->text().contains(QLatin1Char('&')), qPrintable(label->text()));
                QVERIFY(!label->buddy()->accessibleName().isEmpty());
            }
            QVERIFY(labels >= 10);
        }
    }

  private:
    void open() {
        m_window = std::make_unique<MainWindow>();
        m_window->show();
        m_window->actions()[Command::preferences]->trigger();
        m_dialog = m_window->findChild<Preferences*>();
        QVERIFY(m_dialog);
    }
    QComboBox& box(const char* name) {
        return *m_dialog->findChild<QComboBox*>(QLatin1String(name));
    }
    void choose(const char* name, const QVariant& data) {
        box(name).setCurrentIndex(box(name).findData(data));
    }

    std::unique_ptr<MainWindow> m_window;
    Preferences* m_dialog = nullptr;
};

}  // namespace turnwise::ui

QTEST_MAIN(turnwise::ui::TestPreferences)
#include "tst_preferences.moc"
