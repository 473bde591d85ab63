// What is remembered from one start to the next.
#include <QFile>
#include <QTest>

#include "tests/ui/shell/isolated_home.h"
#include "ui/shell/settings.h"

namespace turnwise::ui {

class TestSettings final : public QObject {
    Q_OBJECT

  public:
    static void initMain() {
        isolatedHome();
        QCoreApplication::setOrganizationName(QStringLiteral("Turnwise"));
        QCoreApplication::setApplicationName(QStringLiteral("Turnwise"));
    }

  private slots:
    void themeAndLanguageAreKept() {
        Settings().setTheme(ThemeChoice::dark);
        Settings().setLanguage(QStringLiteral("zh_CN"));
        QCOMPARE(Settings().theme(), ThemeChoice::dark);
        QCOMPARE(Settings().language(), QStringLiteral("zh_CN"));
    }

    void recentFilesAreNewestFirstWithoutRepetitionAndNotTooMany() {
        Settings settings;
        for (int number = 0; number < Settings::recent_limit + 3; ++number)
            settings.addRecentFile(make(QStringLiteral("%1.py").arg(number)));
        const QString again = make(QStringLiteral("9.py"));
        settings.addRecentFile(again);
        QCOMPARE(settings.recentFiles().size(), Settings::recent_limit);
        QCOMPARE(settings.recentFiles().front(), again);
        QCOMPARE(settings.recentFiles().count(again), 1);
        settings.clearRecentFiles();
        QVERIFY(settings.recentFiles().isEmpty());
    }

    void filesThatAreGoneAreLeftOut() {
        Settings settings;
        const QString path = make(QStringLiteral("gone.py"));
        settings.addRecentFile(path);
        QFile::remove(path);
        QVERIFY(!settings.recentFiles().contains(path));
    }

  private:
    static QString make(const QString& name) {
        QFile file(isolatedHome().path(name));
        if (!file.open(QIODevice::WriteOnly)) qFatal("cannot write");
        return file.fileName();
    }
};

}  // namespace turnwise::ui

QTEST_MAIN(turnwise::ui::TestSettings)
#include "tst_settings.moc"
