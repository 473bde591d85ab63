// The whole interface grows together: texts, icons, boxes.
#include <QApplication>
#include <QStyle>
#include <QTest>

#include "ui/look/code_font.h"
#include "ui/look/interface_font.h"
#include "ui/look/scale.h"
#include "ui/look/theme.h"

namespace turnwise::ui {

class TestScale final : public QObject {
    Q_OBJECT

  private slots:
    void init() {
        applyTheme(ThemeChoice::light);
        useInterfaceFont(false);
        setInterfaceScale(1);
    }
    void cleanup() { setInterfaceScale(1); }

    void textsIconsAndBoxesGrow() {
        const double text = QApplication::font().pointSizeF();
        const double code = codeFont().pointSizeF();
        const int icon = QApplication::style()->pixelMetric(QStyle::PM_ToolBarIconSize);
        const int box = QApplication::style()->pixelMetric(QStyle::PM_IndicatorWidth);
        setInterfaceScale(1.5);
        QCOMPARE(QApplication::font().pointSizeF(), text * 1.5);
        QCOMPARE(codeFont().pointSizeF(), code * 1.5);
        QCOMPARE(QApplication::style()->pixelMetric(QStyle::PM_ToolBarIconSize),
                 static_cast<int>(std::lround(icon * 1.5)));
        QCOMPARE(QApplication::style()->pixelMetric(QStyle::PM_IndicatorWidth),
                 static_cast<int>(std::lround(box * 1.5)));
        setInterfaceScale(1);
        QCOMPARE(QApplication::font().pointSizeF(), text);
    }

    void theThemeStaysWhenTheScaleChanges() {
        applyTheme(ThemeChoice::contrast);
        const QPalette before = QApplication::palette();
        setInterfaceScale(2);
        QVERIFY(isHighContrast(QApplication::palette()));
        QCOMPARE(QApplication::palette().color(QPalette::Window), before.color(QPalette::Window));
    }

    void aChangeOfLanguageKeepsTheScale() {
        const double text = QApplication::font().pointSizeF();
        setInterfaceScale(1.25);
        useInterfaceFont(true);
        QCOMPARE(QApplication::font().pointSizeF(), text * 1.25);
        useInterfaceFont(false);
    }

    void theScaleHasSteps() {
        QCOMPARE(nextScale(1, 1), 1.1);
        QCOMPARE(nextScale(1, -1), 0.9);
        QCOMPARE(nextScale(1.3, 1), 1.5);
        QCOMPARE(nextScale(1.3, -1), 1.25);
        QCOMPARE(nextScale(largest_scale, 1), largest_scale);
        QCOMPARE(nextScale(smallest_scale, -1), smallest_scale);
    }

    void whatIsTooLargeOrTooSmallIsHeldBack() {
        setInterfaceScale(50);
        QCOMPARE(interfaceScale(), largest_scale);
        setInterfaceScale(0.01);
        QCOMPARE(interfaceScale(), smallest_scale);
    }
};

}  // namespace turnwise::ui

QTEST_MAIN(turnwise::ui::TestScale)
#include "tst_scale.moc"
