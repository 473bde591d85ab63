// Both themes are readable: contrast as WCAG 2 asks for.
#include <QApplication>
#include <QTest>
#include <algorithm>

#include "tests/ui/shell/isolated_home.h"
#include "ui/look/icons.h"
#include "ui/look/theme.h"

namespace turnwise::ui {

class TestTheme final : public QObject {
    Q_OBJECT

  public:
    static void initMain() { isolatedHome(); }

  private slots:
    void textIsReadable_data() {
        QTest::addColumn<int>("theme");
        QTest::newRow("light") << int(ThemeChoice::light);
        QTest::newRow("dark") << int(ThemeChoice::dark);
        QTest::newRow("contrast") << int(ThemeChoice::contrast);
    }

    void textIsReadable() {
        QFETCH(int, theme);
        applyTheme(static_cast<ThemeChoice>(theme));
        const QPalette palette = QApplication::palette();
        const auto check = [&](QPalette::ColorGroup group, QPalette::ColorRole ink,
                               QPalette::ColorRole ground, double least) {
            const double is = contrast(palette.color(group, ink), palette.color(group, ground));
            QVERIFY2(is >= least,
                     qPrintable(QStringLiteral("role %1 on %2: %3").arg(ink).arg(ground).arg(is)));
        };
        for (const auto group : {QPalette::Active, QPalette::Inactive}) {
            check(group, QPalette::WindowText, QPalette::Window, 7);
            check(group, QPalette::Text, QPalette::Base, 7);
            check(group, QPalette::Text, QPalette::AlternateBase, 7);
            check(group, QPalette::ButtonText, QPalette::Button, 7);
            check(group, QPalette::HighlightedText, QPalette::Highlight, 4.5);
            check(group, QPalette::Link, QPalette::Window, 4.5);
            check(group, QPalette::PlaceholderText, QPalette::Base, 4.5);
            check(group, QPalette::ToolTipText, QPalette::ToolTipBase, 7);
        }
        QCOMPARE(isDark(palette), theme != int(ThemeChoice::light));
        QCOMPARE(isHighContrast(palette), theme == int(ThemeChoice::contrast));
    }

    // 7 to 1 wherever there is text, and frames that stand out as text does.
    void highContrastIsHighEverywhere() {
        applyTheme(ThemeChoice::contrast);
        const QPalette palette = QApplication::palette();
        for (const auto group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled})
            for (const auto& [ink, ground] : {std::pair{QPalette::WindowText, QPalette::Window},
                                              {QPalette::Text, QPalette::Base},
                                              {QPalette::Text, QPalette::AlternateBase},
                                              {QPalette::ButtonText, QPalette::Button},
                                              {QPalette::Mid, QPalette::Window},
                                              {QPalette::Link, QPalette::Window},
                                              {QPalette::PlaceholderText, QPalette::Base}})
                QVERIFY2(contrast(palette.color(group, ink), palette.color(group, ground)) >= 7,
                         qPrintable(QStringLiteral("role %1 on %2").arg(ink).arg(ground)));
        for (const auto group : {QPalette::Active, QPalette::Inactive})
            QVERIFY(contrast(palette.color(group, QPalette::HighlightedText),
                             palette.color(group, QPalette::Highlight)) >= 7);
    }

    void whatIsOutOfUseLooksSoInHighContrast() {
        applyTheme(ThemeChoice::contrast);
        const QPalette palette = QApplication::palette();
        for (const auto ink : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
            QVERIFY(contrast(palette.color(QPalette::Active, ink),
                             palette.color(QPalette::Disabled, ink)) >= 2);
        const auto brightest = [](QIcon::Mode mode) {
            const QImage image = icon(QStringLiteral("step")).pixmap(QSize(32, 32), mode).toImage();
            int most = 0;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    if (image.pixelColor(x, y).alpha() == 255)
                        most = std::max(most, image.pixelColor(x, y).lightness());
            return most;
        };
        QVERIFY(brightest(QIcon::Disabled) > 0);
        QVERIFY(brightest(QIcon::Disabled) + 60 < brightest(QIcon::Normal));
    }

    void signalsAreReadable() {
        for (const ThemeChoice theme :
             {ThemeChoice::light, ThemeChoice::dark, ThemeChoice::contrast}) {
            applyTheme(theme);
            const QColor window = QApplication::palette().color(QPalette::Window);
            const SignalColours colours = signalColours(theme != ThemeChoice::light);
            for (const QColor& colour :
                 {colours.success, colours.warning, colours.error, colours.information})
                QVERIFY2(contrast(colour, window) >= 4.5, qPrintable(colour.name()));
        }
    }

    void iconsFollowTheTheme() {
        const QIcon made_once = icon(QStringLiteral("open"));
        const auto darkest = [&] {
            const QImage image = made_once.pixmap(24, 24).toImage();
            int lowest = 255;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    if (image.pixelColor(x, y).alpha() > 200)
                        lowest = std::min(lowest, image.pixelColor(x, y).lightness());
            return lowest;
        };
        applyTheme(ThemeChoice::light);
        QVERIFY(darkest() < 90);
        applyTheme(ThemeChoice::dark);
        QVERIFY(darkest() > 160);
    }

    void wordsOfTheSettingsAreUnderstood() {
        for (const ThemeChoice choice :
             {ThemeChoice::system, ThemeChoice::light, ThemeChoice::dark, ThemeChoice::contrast})
            QCOMPARE(themeChoiceFrom(wordOf(choice)), choice);
        QCOMPARE(themeChoiceFrom(QStringLiteral("purple")), ThemeChoice::system);
    }
};

}  // namespace turnwise::ui

QTEST_MAIN(turnwise::ui::TestTheme)
#include "tst_theme.moc"
