// Every program in tests/data/python prints what CPython prints, under every policy, and each run
// can be made again.
#include <QDir>
#include <QTest>

#include "tests/support/engine.h"

using namespace turnwise;

class TestPythonPrograms : public QObject {
    Q_OBJECT

  private slots:
    void a_program_prints_what_cpython_prints_data() { addPrograms(); }
    void a_program_prints_what_cpython_prints() {
        QFETCH(QString, path);
        const test::EngineResult run = test::runEngine({path});
        QCOMPARE(test::printed(run.trace), expectation(path, "#> ").join(QString()));
        const QStringList outcome = expectation(path, "#! ");
        QCOMPARE(QString::fromUtf8(to_string(run.trace.trailer().outcome.kind).data()),
                 outcome.isEmpty() ? QString("finished") : outcome.first().trimmed());
    }

    void a_run_is_made_again_byte_for_byte_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("policy");
        for (const QString& path : programs())
            for (const char* policy : {"round-robin", "fifo", "random"})
                QTest::addRow("%s %s", qPrintable(QFileInfo(path).baseName()), policy)
                    << path << policy;
    }
    void a_run_is_made_again_byte_for_byte() {
        QFETCH(QString, path);
        QFETCH(QString, policy);
        const test::EngineResult first = test::runEngine({"--policy", policy, "--seed", "7", path});
        QVERIFY2(first.isComplete, qPrintable(first.errors));
        QCOMPARE(test::runEngine({"--policy", policy, "--seed", "7", path}).stream, first.stream);
        const QString schedule = QString::fromStdString(first.trace.trailer().schedule);
        QCOMPARE(test::runEngine({"--policy", "replay", "--schedule", schedule, path}).stream,
                 first.stream);
    }

  private:
    static QStringList programs() {
        const QDir folder(TURNWISE_PYTHON_PROGRAMS);
        QStringList paths;
        for (const QString& name : folder.entryList({"*.py"}))
            paths << folder.filePath(name);
        return paths;
    }

    static void addPrograms() {
        QTest::addColumn<QString>("path");
        for (const QString& path : programs())
            QTest::newRow(qPrintable(QFileInfo(path).baseName())) << path;
    }

    // The lines of the file that begin with `mark`, without it and with their line feeds.
    static QStringList expectation(const QString& path, const QString& mark) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) return {"the program is missing"};
        QStringList lines;
        while (!file.atEnd()) {
            const QString line = QString::fromUtf8(file.readLine());
            if (line.startsWith(mark)) lines << line.mid(mark.size());
        }
        return lines;
    }
};

QTEST_GUILESS_MAIN(TestPythonPrograms)
#include "tst_python_programs.moc"
