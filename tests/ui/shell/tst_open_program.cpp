// No text of a person is ever lost.
#include <QDir>
#include <QFile>
#include <QPushButton>
#include <QTest>

#include "tests/ui/shell/isolated_home.h"
#include "ui/editor/program_view.h"
#include "ui/shell/message_line.h"
#include "ui/shell/open_program.h"
#include "ui/shell/program_file.h"
#include "ui/shell/recovery.h"
#include "ui/shell/settings.h"

namespace turnwise::ui {

namespace {

struct Desk {
    ProgramView view;
    MessageLine messages;
    Settings settings;
    OpenProgram program{view, messages, settings};

    void type(const QString& text) { view.editor().insertAt(text, 0, 0); }
    void answer(int button) {
        messages.findChildren<QPushButton*>(Qt::FindDirectChildrenOnly).at(button)->click();
    }
};

QString write(const QString& name, const QByteArray& bytes) {
    QFile file(isolatedHome().path(name));
    if (!file.open(QIODevice::WriteOnly)) qFatal("cannot write");
    file.write(bytes);
    return file.fileName();
}

QByteArray read(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

class TestOpenProgram final : public QObject {
    Q_OBJECT

  public:
    static void initMain() { isolatedHome(); }

  private slots:
    void whatWasOpenedIsWrittenBackByteForByte() {
        const QByteArray text = "print('ü 线程')\r\nx = 1\r\n";
        const QString path = write(QStringLiteral("bytes.py"), text);
        Desk desk;
        desk.program.openFile(path);
        QCOMPARE(desk.program.name(), QStringLiteral("bytes.py"));
        QVERIFY(desk.program.save());
        QCOMPARE(read(path), text);
    }

    void changesAreAskedAboutBeforeAnotherProgramIsOpened() {
        Desk desk;
        desk.program.openFile(write(QStringLiteral("one.py"), "one = 1\n"));
        desk.type(QStringLiteral("new = 2\n"));
        desk.program.openExample(exampleNamed(QStringLiteral("semaphore")));
        QVERIFY(desk.messages.isAsking());
        QCOMPARE(desk.program.text(), QStringLiteral("new = 2\none = 1\n"));

        desk.answer(2);  // go on editing
        QVERIFY(!desk.messages.isAsking());
        QCOMPARE(desk.program.name(), QStringLiteral("one.py"));
        QVERIFY(desk.program.isModified());

        desk.program.openExample(exampleNamed(QStringLiteral("semaphore")));
        desk.answer(0);  // save
        QCOMPARE(desk.program.name(), QStringLiteral("semaphore.py"));
        QCOMPARE(read(isolatedHome().path(QStringLiteral("one.py"))), "new = 2\none = 1\n");
    }

    void discardingIsAChoiceToo() {
        Desk desk;
        const QString path = write(QStringLiteral("two.py"), "two = 2\n");
        desk.program.openFile(path);
        desk.type(QStringLiteral("x"));
        desk.program.openNew();
        desk.answer(1);
        QCOMPARE(desk.program.name(), QStringLiteral("untitled.py"));
        QCOMPARE(read(path), "two = 2\n");
    }

    void errorsAreSentencesAndThePresentTextStays() {
        Desk desk;
        desk.program.openNew();
        const QString before = desk.program.text();
        desk.program.openFile(isolatedHome().path(QStringLiteral("missing.py")));
        QCOMPARE(desk.messages.severity(), Severity::error);
        QVERIFY(desk.messages.text().contains(QLatin1String("missing.py")));
        desk.program.openFile(write(QStringLiteral("latin.py"), "# caf\xe9\n"));
        QVERIFY(desk.messages.text().contains(QLatin1String("UTF-8")));
        QCOMPARE(desk.program.text(), before);
        QVERIFY(!desk.program.saveTo(isolatedHome().path(QStringLiteral("no/such/folder.py"))));
        QCOMPARE(desk.messages.severity(), Severity::error);
    }

    // "多" in GBK; the line that names the encoding is that of PEP 263.
    void aProgramIsReadAndSavedInTheEncodingThatItNames() {
        const QByteArray gbk = "# coding: gbk\nname = '\xb6\xe0'\n";
        const QString path = write(QStringLiteral("gbk.py"), gbk);
        Desk desk;
        desk.program.openFile(path);
        QCOMPARE(desk.program.text(), QStringLiteral("# coding: gbk\nname = '多'\n"));
        QVERIFY(desk.program.save());
        QCOMPARE(read(path), gbk);
        desk.type(QStringLiteral("# \u20ac\u0e01\n"));  // Thai is not in GBK
        QVERIFY(!desk.program.save());
        QVERIFY2(desk.messages.text().contains(QLatin1String("do not exist in gbk")),
                 qPrintable(desk.messages.text()));
        QCOMPARE(read(path), gbk);
    }

    void aTextInUtf16IsCalledThat() {
        Desk desk;
        desk.program.openFile(write(QStringLiteral("wide.py"), QByteArray("\xff\xfex\0", 4)));
        QVERIFY2(desk.messages.text().contains(QLatin1String("is a text in UTF-16")),
                 qPrintable(desk.messages.text()));
    }

    void aTextThatWasLeftBehindIsOfferedAndCanBeOpened() {
        const QString path = write(QStringLiteral("bank.py"), "saved = 1\n");
        const QString folder = Recovery::defaultFolder();
        {
            Recovery crashed(folder);
            QVERIFY(crashed.keep(QStringLiteral("bank.py"), path, QStringLiteral("unsaved = 2\n")));
        }  // gone without forget(): as after a crash
        Desk desk;
        desk.program.offerOrphan();
        QVERIFY(desk.messages.isAsking());
        QVERIFY(desk.messages.text().contains(QLatin1String("bank.py")));
        desk.answer(0);
        QCOMPARE(desk.program.text(), QStringLiteral("unsaved = 2\n"));
        QCOMPARE(desk.program.path(), path);
        QVERIFY(desk.program.isModified());
        QVERIFY(desk.program.save());
        QCOMPARE(read(path), "unsaved = 2\n");
        Desk next;
        next.program.offerOrphan();
        QVERIFY(!next.messages.isAsking());
    }

    void theCopyOfALivingWindowIsNoOrphan() {
        const QString folder = isolatedHome().path(QStringLiteral("copies"));
        Recovery living(folder);
        QVERIFY(living.keep(QStringLiteral("a.py"), {}, QStringLiteral("text")));
        QVERIFY(Recovery(folder).orphans().empty());
        living.forget();
        QVERIFY(Recovery(folder).orphans().empty());
    }

    void runsAndNotesOfAnEmptyTextAreOfferedAndWhatIsEmptyGoes() {
        const QString folder = isolatedHome().path(QStringLiteral("empty"));
        {
            Recovery crashed(folder);
            QVERIFY(crashed.keep(QStringLiteral("empty.py"), {}, {}, false, "notes"));
            Recovery another(folder);
            QVERIFY(another.keep(QStringLiteral("nothing.py"), {}, {}));
        }
        const auto orphans = Recovery(folder).orphans();
        QCOMPARE(orphans.size(), std::size_t{1});
        QCOMPARE(orphans[0].name, QStringLiteral("empty.py"));
        QCOMPARE(orphans[0].company, "notes");
        QCOMPARE(QDir(folder).entryList({"*.json"}).size(), 1);
        Recovery::remove(orphans[0]);
        QVERIFY(QDir(folder).entryList({"*.json"}).isEmpty());
    }

    void aSavedTextLeavesNoCopy() {
        Desk desk;
        desk.program.openFile(write(QStringLiteral("three.py"), "three = 3\n"));
        desk.type(QStringLiteral("x = 0\n"));
        QVERIFY(desk.program.isModified());
        QVERIFY(desk.program.save());
        QVERIFY(!desk.program.isModified());
        QVERIFY(Recovery().orphans().empty());
        QCOMPARE(desk.settings.recentFiles().front(),
                 isolatedHome().path(QStringLiteral("three.py")));
    }
};

}  // namespace turnwise::ui

QTEST_MAIN(turnwise::ui::TestOpenProgram)
#include "tst_open_program.moc"
