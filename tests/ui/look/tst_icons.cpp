// The icons are one family: the same grid, the same line, no colour of their own.
#include <QDirIterator>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QSvgRenderer>
#include <QTest>

#include "ui/look/icons.h"

namespace turnwise::ui {

class TestIcons final : public QObject {
    Q_OBJECT

  private slots:
    void everyIconOfTheFamily_data() {
        QTest::addColumn<QString>("path");
        QDirIterator files(QStringLiteral(":/turnwise/icons"));
        while (files.hasNext()) {
            const QString path = files.next();
            // The application's own has its own colours.
            if (files.fileName() != QLatin1String("turnwise.svg"))
                QTest::newRow(qPrintable(files.fileName())) << path;
        }
    }

    void everyIconOfTheFamily() {
        QFETCH(const QString, path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString svg = QString::fromUtf8(file.readAll());
        QVERIFY2(svg.startsWith(QStringLiteral(
                     "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 24 24\" "
                     "width=\"24\" height=\"24\" fill=\"none\" stroke=\"currentColor\" "
                     "stroke-width=\"1.8\" stroke-linecap=\"round\" stroke-linejoin=\"round\">")),
                 "the grid and the line of the family");
        static const QRegularExpression colour(
            QStringLiteral("(fill|stroke)=\"(?!none|currentColor)|#[0-9a-fA-F]{3}|style="));
        QVERIFY2(!colour.match(svg.mid(svg.indexOf(QLatin1Char('>')))).hasMatch(), "no own colour");

        // It fills the grid, and does not reach over it.
        constexpr int scale = 8;
        QImage image(24 * scale, 24 * scale, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        QSvgRenderer(path).render(&painter);
        painter.end();
        QRect inked;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                if (qAlpha(image.pixel(x, y)) > 40) inked |= QRect(x, y, 1, 1);
        QVERIFY2(std::max(inked.width(), inked.height()) >= 9 * scale, "large enough to be seen");
        const QRect grid = image.rect().adjusted(scale / 2, scale / 2, -scale / 2, -scale / 2);
        QVERIFY2(grid.contains(inked), "inside the grid");
    }

    void theApplicationHasAnIconInEverySize() {
        for (const int size : {16, 22, 32, 48, 64, 128, 256}) {
            const QImage image = applicationIcon().pixmap(QSize(size, size), 1).toImage();
            QCOMPARE(image.size(), QSize(size, size));
            QVERIFY(qAlpha(image.pixel(size / 2, size / 2)) == 255);
        }
    }
};

}  // namespace turnwise::ui

QTEST_MAIN(turnwise::ui::TestIcons)
#include "tst_icons.moc"
