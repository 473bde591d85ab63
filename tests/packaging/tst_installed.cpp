// What `cmake --install` puts below a prefix works there, and a desktop understands it.
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace {

struct Done {
    int status = -1;
    QString output;
};

Done run(const QString& program, const QStringList& arguments) {
    QProcess process;
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    // Nothing of the build may help: what is installed has to find its parts itself.
    for (const char* name : {"TURNWISE_ENGINE", "DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        variables.remove(name);
    process.setProcessEnvironment(variables);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForFinished(120'000)) return {-1, process.errorString()};
    return {process.exitCode(), QString::fromUtf8(process.readAll())};
}

QByteArray contents(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

class TestInstalled final : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase() {
        const Done done = run(CMAKE, {"--install", BUILD, "--prefix", m_prefix.path()});
        QVERIFY2(done.status == 0, qPrintable(done.output));
    }

    void everyPartIsInItsPlace() {
        for (const char* part :
             {"bin/turnwise", "bin/turnwise-python", "libexec/turnwise/turnwise-engine",
              "share/applications/turnwise.desktop", "share/mime/packages/turnwise.xml",
              "share/icons/hicolor/scalable/apps/turnwise.svg",
              "share/icons/hicolor/scalable/mimetypes/application-vnd.turnwise.trace.svg",
              "share/icons/hicolor/scalable/mimetypes/application-vnd.turnwise.scenario+json.svg",
              "share/man/man1/turnwise.1.gz", "share/man/man1/turnwise-python.1.gz",
              "share/doc/turnwise/copyright", "share/doc/turnwise/changelog.gz",
              "share/doc/turnwise/examples/semaphore.py"})
            QVERIFY2(QFileInfo(path(part)).size() > 0, part);
    }

    void aProgramRunsAndIsDrawn() {
        const QString program = path("share/doc/turnwise/examples/lock.py");
        const Done ran = run(path("bin/turnwise"), {"run", program});
        QVERIFY2(ran.status == 0, qPrintable(ran.output));
        const Done drawn =
            run(path("bin/turnwise"), {"export", program, "-o", path("picture.svg")});
        QVERIFY2(drawn.status == 0, qPrintable(drawn.output));
        QVERIFY(contents(path("picture.svg")).contains("MainThread"));
    }

    void thePythonRuns() {
        const Done done = run(path("bin/turnwise-python"), {"-c", "print(6 * 7)"});
        QCOMPARE(done.output, QStringLiteral("42\n"));
    }

    void theEntryOfTheMenuIsValidAndOpensOurFiles() {
        const QString entry = path("share/applications/turnwise.desktop");
        const Done done = run(DESKTOP_FILE_VALIDATE, {"--no-hints", entry});
        QVERIFY2(done.status == 0 && done.output.isEmpty(), qPrintable(done.output));
        const QByteArray types = contents(entry);
        for (const char* type : {"application/vnd.turnwise.trace;",
                                 "application/vnd.turnwise.scenario+json;", "text/x-python;"})
            QVERIFY2(types.contains(type), type);
    }

    void theKindsOfFileAreKnownByNameAndByTheirFirstBytes() {
        const Done done = run(UPDATE_MIME_DATABASE, {path("share/mime")});
        QVERIFY2(done.status == 0, qPrintable(done.output));
        const QByteArray names = contents(path("share/mime/globs2"));
        QVERIFY(names.contains("50:application/vnd.turnwise.scenario+json:*.turnwise"));
        QVERIFY(names.contains("40:application/vnd.turnwise.trace:*.trace"));
        QVERIFY(contents(path("share/mime/magic")).contains("application/vnd.turnwise.trace"));
    }

    // That a trace begins as the desktop is told that it does.
    void aTraceHasTheseFirstBytes() {
        const QString trace = path("kept.trace");
        QCOMPARE(run(path("bin/turnwise"),
                     {"run", path("share/doc/turnwise/examples/lock.py"), "--trace", trace})
                     .status,
                 0);
        QCOMPARE(contents(trace).mid(2, 14), QByteArray("turnwise-trace"));
    }

    void theManualsNameTheirProgramsAndThisVersion() {
        for (const char* name : {"turnwise", "turnwise-python"}) {
            const Done done =
                run("gzip", {"-dc", path(QByteArray("share/man/man1/") + name + ".1.gz")});
            QCOMPARE(done.status, 0);
            QVERIFY(done.output.startsWith(QStringLiteral(".TH ")));
            QVERIFY(done.output.contains(QStringLiteral("Turnwise " VERSION)));
            QVERIFY(!done.output.contains(QLatin1Char('@')));
        }
    }

  private:
    QString path(const QString& part) const { return m_prefix.filePath(part); }

    QTemporaryDir m_prefix;
};

QTEST_GUILESS_MAIN(TestInstalled)
#include "tst_installed.moc"
