#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

#include "core/trace/stream.h"
#include "core/trace/trace.h"
#include "tests/app/command.h"

using namespace turnwise;
using support::Done;

namespace {

// With an engine of the tests, which behaves as the program's name says.
Done withFake(QStringList arguments) {
    return support::turnwise(arguments, {QStringLiteral("TURNWISE_ENGINE=") + FAKE_ENGINE});
}

QJsonObject reportOf(const Done& done) {
    return QJsonDocument::fromJson(done.lastLine().toUtf8()).object();
}

QByteArray contents(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

class CommandLineTest : public QObject {
    Q_OBJECT

  private slots:
    void help_and_version_need_no_display();
    void without_a_display_the_window_says_what_to_do();
    void an_unusable_display_is_told_too();

    void run_prints_what_the_program_prints();
    void the_report_is_the_last_line();
    void the_report_has_the_agreed_fields();
    void the_text_report_is_a_table();
    void events_are_lines();
    void output_arrives_while_the_program_runs();
    void the_program_reads_our_standard_input();
    void the_program_reads_the_file_that_was_named();
    void input_that_cannot_be_used_is_refused_data();
    void input_that_cannot_be_used_is_refused();
    void exit_statuses_data();
    void exit_statuses();
    void usage_errors_data();
    void usage_errors();
    void another_encoding_that_is_named_is_none_of_our_business();
    void an_option_that_comes_to_nothing_is_told();
    void a_program_that_python_does_not_understand_makes_no_table_and_no_picture();
    void options_reach_the_engine();
    void what_is_no_number_of_seconds_is_refused_data();
    void what_is_no_number_of_seconds_is_refused();
    void a_program_may_have_any_name();
    void a_kept_trace_can_be_told_again();
    void a_trace_that_was_cut_off_is_told_as_far_as_it_goes();
    void a_damaged_trace_is_told_up_to_the_damage();

    void export_writes_every_format_data();
    void export_writes_every_format();
    void a_picture_has_the_size_that_was_asked_for();
    void a_picture_has_the_size_of_its_paper();
    void steps_are_numbered_pictures();
    void statistics_are_a_table();
    void a_part_of_a_run_can_be_told();
    void a_part_of_a_run_can_be_drawn();
    void a_picture_speaks_the_language_that_was_asked_for();
    void a_trace_is_drawn_like_its_program();

    void examples_are_listed_by_section();
    void an_example_is_printed_as_it_is();

  private:
    QString inDir(const QString& name) const { return m_dir.filePath(name); }

    QTemporaryDir m_dir;
};

void CommandLineTest::help_and_version_need_no_display() {
    const Done help = support::turnwise({"--help"});
    QCOMPARE(help.status, 0);
    for (const char* verb : {"run", "export", "examples"})
        QVERIFY(help.output.contains(verb));
    QCOMPARE(support::turnwise({"run", "--help"}).status, 0);
    QCOMPARE(support::turnwise({"--version"}).output, "turnwise 0.1.0\n");
}

void CommandLineTest::without_a_display_the_window_says_what_to_do() {
    for (const QStringList& arguments : {QStringList{}, QStringList{"program.py"}}) {
        const Done done = support::turnwise(arguments);
        QCOMPARE(done.status, 2);
        QVERIFY(done.errors.contains("no display"));
        QVERIFY(done.errors.contains("turnwise export"));
    }
}

void CommandLineTest::an_unusable_display_is_told_too() {
    const Done done = support::turnwise({}, {"DISPLAY=:987"});
    QCOMPARE(done.status, 2);
    QVERIFY(done.errors.contains("display cannot be used"));
    QVERIFY(done.errors.contains("turnwise export"));
}

void CommandLineTest::run_prints_what_the_program_prints() {
    const Done done = withFake({"run", "finishes.py"});
    QCOMPARE(done.status, 0);
    QCOMPARE(done.errors, "");
    QCOMPARE(done.output.count('\n'), 20);
    QVERIFY(done.output.startsWith("Thread-1 (task) in\nThread-2 (task) in\n"));
}

void CommandLineTest::the_report_is_the_last_line() {
    const Done done = withFake({"run", "finishes.py", "--report", "json"});
    QCOMPARE(done.output.count('\n'), 21);
    QVERIFY(done.lastLine().startsWith(
        R"({"outcome":"finished","message":"","threads":[{"name":"MainThread",)"));
    const Done with_events = withFake({"run", "finishes.py", "--events", "--report", "json"});
    QCOMPARE(with_events.lastLine(), done.lastLine());
}

void CommandLineTest::the_report_has_the_agreed_fields() {
    const Done done = withFake({"run", "finishes.py", "--report", "json"});
    const QJsonObject report = reportOf(done);
    QCOMPARE(report.keys(), (QStringList{"decisions", "message", "outcome", "schedule", "stdout",
                                         "steps", "threads", "virtual_seconds"}));
    QCOMPARE(report["outcome"], "finished");
    QCOMPARE(report["stdout"].toString() + done.lastLine() + '\n', done.output);
    QCOMPARE(report["threads"].toArray().size(), 11);
    QCOMPARE(report["threads"][1].toObject(),
             (QJsonObject{{"name", "Thread-1 (task)"}, {"ident", 2}, {"state", "ended"}}));
    QVERIFY(report["virtual_seconds"].toDouble() > 4 && report["virtual_seconds"].toDouble() < 4.1);
    QVERIFY(report["steps"].toInt() > 100);
    QCOMPARE(report["decisions"], 0);
}

void CommandLineTest::the_text_report_is_a_table() {
    const Done done = withFake({"run", "finishes.py", "--report", "text"});
    QCOMPARE(done.status, 0);
    QVERIFY(done.output.contains("mutex_semaphore"));
    QVERIFY(done.output.contains("T10 Thread-10 (task)"));
}

void CommandLineTest::events_are_lines() {
    const Done done = withFake({"run", "finishes.py", "--events"});
    const QStringList lines = done.output.split('\n', Qt::SkipEmptyParts);
    for (int i = 0; i < lines.size(); ++i)
        QVERIFY2(lines[i].startsWith(QString("%1  ").arg(i, 6)), qPrintable(lines[i]));
    QVERIFY(lines.filter("acquire mutex_semaphore -> 2").size() >= 1);
    QVERIFY(lines.filter(R"(print "Thread-1 (task) in\n")").size() == 1);
}

void CommandLineTest::output_arrives_while_the_program_runs() {
    QProcess process;
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    variables.insert("TURNWISE_ENGINE", FAKE_ENGINE);
    process.setProcessEnvironment(variables);
    process.start(TURNWISE, {"run", "loops.py"});
    QVERIFY(process.waitForReadyRead(30'000));
    QVERIFY(process.readAllStandardOutput().startsWith("hello\n"));
    QCOMPARE(process.state(), QProcess::Running);
    process.kill();
    QVERIFY(process.waitForFinished());
}

void CommandLineTest::the_program_reads_our_standard_input() {
    const Done done = support::turnwise({"run", "reads.py"},
                                        {QStringLiteral("TURNWISE_ENGINE=") + FAKE_ENGINE}, "spam");
    QCOMPARE(done.output, "read 'spam'");
}

// By hand, too, where our standard input holds the answers.
void CommandLineTest::the_program_reads_the_file_that_was_named() {
    QFile program(inDir("asks.py"));
    QVERIFY(program.open(QIODevice::WriteOnly));
    program.write("import sys\nprint(int(input()) + 1, repr(sys.stdin.read()))\n");
    program.close();
    QFile input(inDir("input.txt"));
    QVERIFY(input.open(QIODevice::WriteOnly));
    input.write("41\nsp\xc3\xa4m");
    input.close();
    const QStringList named = {"--stdin", input.fileName(), program.fileName()};
    const Done done = support::turnwise(QStringList{"run"} + named, {}, "7\n");
    QCOMPARE(done.output, QString::fromUtf8("42 'sp\xc3\xa4m'\n"));
    QCOMPARE(done.status, 0);
    const Done by_hand =
        support::turnwise(QStringList{"run", "--policy", "manual"} + named, {}, "go\n");
    QVERIFY2(by_hand.output.contains(QString::fromUtf8("42 'sp\xc3\xa4m'\n")),
             qPrintable(by_hand.output + by_hand.errors));
}

void CommandLineTest::input_that_cannot_be_used_is_refused_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("words");
    QTest::newRow("missing") << "no-such-input"
                             << "No such file";
    QTest::newRow("folder") << "."
                            << "is a folder";
    QTest::newRow("bytes") << "bytes.txt"
                           << "is no text in UTF-8";
}

void CommandLineTest::input_that_cannot_be_used_is_refused() {
    QFETCH(const QString, name);
    QFETCH(const QString, words);
    QFile bytes(inDir("bytes.txt"));
    QVERIFY(bytes.open(QIODevice::WriteOnly));
    bytes.write("\xff\xfe\xfd");
    bytes.close();
    QFile program(inDir("asks.py"));
    QVERIFY(program.open(QIODevice::WriteOnly));
    program.write("print(input())\n");
    program.close();
    for (const QString& verb : {QString("run"), QString("explore")}) {
        if (verb == "explore" && name == "bytes.txt") continue;  // it reads them as they are
        const Done done = support::turnwise({verb, "--stdin", inDir(name), program.fileName()});
        QCOMPARE(done.status, 2);
        QVERIFY2(done.errors.contains(words), qPrintable(done.errors));
        QCOMPARE(done.output, QString());
    }
}

void CommandLineTest::exit_statuses_data() {
    QTest::addColumn<QString>("program");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QString>("words");
    QTest::newRow("finished") << "finishes.py" << 0 << "finished"
                              << "";
    QTest::newRow("exception") << "echo.py" << 1 << "exception"
                               << "Error in echo.py";
    QTest::newRow("limit") << "long.py" << 3 << "limit"
                           << "limit of steps";
    QTest::newRow("crash") << "crashes.py" << 3 << "crashed"
                           << "SIGSEGV";
    QTest::newRow("os._exit") << "exits.py" << 3 << "crashed"
                              << "os._exit()";
}

void CommandLineTest::exit_statuses() {
    QFETCH(QString, program);
    QFETCH(int, status);
    QFETCH(QString, outcome);
    QFETCH(QString, words);
    const Done done = withFake({"run", program, "--report", "json"});
    QCOMPARE(done.status, status);
    QCOMPARE(reportOf(done)["outcome"], outcome);
    QVERIFY2(done.errors.contains(words), qPrintable(done.errors));
    QVERIFY(reportOf(done)["message"].toString().contains(words));
}

void CommandLineTest::usage_errors_data() {
    const auto file = [this](const QString& name, const QByteArray& bytes) {
        QFile made(inDir(name));
        if (made.open(QIODevice::WriteOnly)) made.write(bytes);
        return made.fileName();
    };
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, QStringList arguments, QString words) {
        QTest::newRow(name) << arguments << words;
    };
    row("no program", {"run"}, "program is required");
    row("example", {"run", "deadlock.py"}, "turnwise examples deadlock > deadlock.py");
    row("unknown policy", {"run", "finishes.py", "--policy", "best"}, "--policy");
    row("bad number", {"run", "finishes.py", "--max-steps", "many"}, "--max-steps");
    row("number below zero", {"run", "finishes.py", "--max-steps", "-1"}, "from 0 on");
    row("seed below zero", {"run", "finishes.py", "--seed=-7"}, "from 0 on");
    row("no text",
        {"run", file("binary.py", QByteArray("\x7f"
                                             "ELF\0\1",
                                             6))},
        "are not a text");
    row("no UTF-8",
        {"run", file("latin.py",
                     "# Gr\xfc\xdf"
                     "e\n")},
        "not a text in UTF-8");
    row("UTF-16", {"run", file("wide.py", "\xff\xfex\n")}, "is a text in UTF-16");
    row("models of a trace", {"models", file("kept.trace", "\x92\xaeturnwise-trace")},
        "is the trace of a run");
    row("search of a trace", {"explore", inDir("kept.trace")}, "is the trace of a run");
    row("folder that is not there", {"export", "finishes.py", "-o", "/no/such/dir/x.txt"},
        "the folder /no/such/dir does not exist");
    row("picture of no text", {"export", inDir("binary.py"), "-o", "x.png"}, "are not a text");
    row("unknown option", {"run", "finishes.py", "--fast"}, "--fast");
    row("unknown report", {"run", "finishes.py", "--report", "xml"}, "--report");
    row("refused", {"run", "refuses.py"}, "turnwise run: cannot read the program");
    row("trace nowhere", {"run", "finishes.py", "--trace", "/no/such/dir/x"}, "/no/such/dir/x");
    row("no output", {"export", "finishes.py"}, "--output is required");
    row("unknown suffix", {"export", "finishes.py", "-o", "picture.gif"},
        ".png, .svg, .pdf, .html, .csv, .txt or .json");
    row("bad size", {"export", "finishes.py", "-o", "x.png", "--size", "big"}, "WIDTHxHEIGHT");
    row("huge size", {"export", "finishes.py", "-o", "x.png", "--size", "99999x10"},
        "WIDTHxHEIGHT");
    row("tiny size", {"export", "finishes.py", "-o", "x.png", "--size", "10x10"}, "WIDTHxHEIGHT");
    row("negative size", {"export", "finishes.py", "-o", "x.png", "--size", "100x-5"},
        "WIDTHxHEIGHT");
    row("unknown axis", {"export", "finishes.py", "-o", "x.png", "--axis", "y"}, "--axis");
    row("bad moment", {"export", "finishes.py", "-o", "x.png", "--from", "soon"}, "such as 1.5s");
    row("nan moment", {"export", "finishes.py", "-o", "x.png", "--from", "nans"}, "such as 1.5s");
    row("empty range", {"export", "finishes.py", "-o", "x.png", "--from", "9", "--to", "9"},
        "before --to");
    row("size of json", {"export", "finishes.py", "-o", "x.json", "--size", "1x1"}, "do not apply");
    row("wrong suffix", {"export", "finishes.py", "-o", "x.txt", "--what", "steps"},
        "ends in .pdf or .png or .svg");
    row("unknown content", {"export", "finishes.py", "-o", "x.png", "--what", "dreams"}, "--what");
    row("language of a table", {"export", "finishes.py", "-o", "x.csv", "--language", "en"},
        "do not apply to x.csv: --language");
    row("unknown paper", {"export", "finishes.py", "-o", "x.png", "--paper", "b5"}, "--paper");
    row("paper and size",
        {"export", "finishes.py", "-o", "x.png", "--paper", "a4", "--size", "800x600"}, "--size");
    row("tiny scale", {"export", "finishes.py", "-o", "x.png", "--scale", "0.1"}, "from 0.5 to 4");
    row("bad resolution", {"export", "finishes.py", "-o", "x.png", "--dpi", "fine"}, "48 to 1200");
    row("bad step", {"export", "finishes.py", "-o", "x.png", "--from", "step:two"}, "step:12");
    row("backward steps",
        {"export", "finishes.py", "-o", "x.txt", "--from", "step:9", "--to", "step:5"},
        "before --to");
    row("too many steps", {"export", "long.py", "-o", "x.pdf", "--what", "steps"},
        "Choose a part of the run. --from and --to choose it");
    row("export refused", {"export", "refuses.py", "-o", "x.json"}, "cannot read the program");
    row("export nowhere", {"export", "finishes.py", "-o", "/no/such/dir/x.json"},
        "/no/such/dir/x.json");
    row("picture nowhere", {"export", "finishes.py", "-o", "/no/such/dir/x.png"},
        "/no/such/dir/x.png");
    row("no example", {"examples", "spam"}, "no example 'spam'");
    row("no verb", {"exprot"}, "'exprot' is neither a file nor a verb");
    row("no such option", {"--fast"}, "'--fast'");
}

void CommandLineTest::usage_errors() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, words);
    const Done done = withFake(arguments);
    QCOMPARE(done.status, 2);
    QVERIFY2(done.errors.contains(words), qPrintable(done.errors));
    QCOMPARE(done.output, "");
}

void CommandLineTest::another_encoding_that_is_named_is_none_of_our_business() {
    QFile program(inDir("named.py"));
    QVERIFY(program.open(QIODevice::WriteOnly));
    program.write(
        "# -*- coding: latin-1 -*-\n# Gr\xfc\xdf"
        "e\nprint('hello')\n");
    program.close();
    const Done done = support::turnwise({"run", program.fileName()});
    QCOMPARE(done.output, "hello\n");
    QCOMPARE(done.status, 0);
}

void CommandLineTest::an_option_that_comes_to_nothing_is_told() {
    QFile program(inDir("threads.py"));
    QVERIFY(program.open(QIODevice::WriteOnly));
    program.write("import threading\nthreading.Thread(target=print, name='logger').start()\n");
    program.close();
    const auto errors = [&](QStringList options) {
        return support::turnwise(QStringList{"run", program.fileName()} + options).errors;
    };
    QVERIFY(
        errors({"--cores", "2"}).contains("--cores has no effect without --model free-threaded"));
    QCOMPARE(errors({"--cores", "2", "--model", "free-threaded"}), QString());
    QVERIFY(errors({"--priority", "logger=1"}).contains("no effect without --policy priority"));
    QCOMPARE(errors({"--priority", "logger=1", "--policy", "priority"}), QString());
    QVERIFY(errors({"--priority", "loger=1", "--policy", "priority"})
                .contains("no thread was called 'loger'"));
}

void CommandLineTest::a_program_that_python_does_not_understand_makes_no_table_and_no_picture() {
    QFile program(inDir("mistake.py"));
    QVERIFY(program.open(QIODevice::WriteOnly));
    program.write("x = 1\nif x\n    pass\n");
    program.close();
    for (const QStringList& arguments :
         {QStringList{"policies", program.fileName()},
          QStringList{"export", program.fileName(), "-o", inDir("mistake.png")}}) {
        const Done done = support::turnwise(arguments);
        QCOMPARE(done.status, 2);
        QVERIFY2(
            done.errors.contains("Line 2: Python does not understand this, so nothing was run."),
            qPrintable(done.errors));
        QCOMPARE(done.output, QString());
    }
    QVERIFY(!QFile::exists(inDir("mistake.png")));
    // A run prints Python's own lines, and then the same sentence.
    const Done run = support::turnwise({"run", program.fileName()});
    QCOMPARE(run.status, 1);
    QVERIFY2(run.errors.contains("    if x\n        ^\nSyntaxError: expected ':'\n"),
             qPrintable(run.errors));
    QVERIFY2(run.errors.endsWith("Line 2: Python does not understand this, so nothing was run. "
                                 "SyntaxError: expected ':' (mistake.py, line 2)\n"),
             qPrintable(run.errors));
}

void CommandLineTest::options_reach_the_engine() {
    const Done done = withFake({"run", "echo.py", "--policy", "random", "--seed",
                                "18446744073709551615", "--schedule", "0x2,1", "--max-steps", "7",
                                "--max-time", "1.5", "--", "--seed", "a b"});
    QVERIFY2(done.output.startsWith(
                 "in echo.py\n--policy\nrandom\n--seed\n18446744073709551615\n--schedule\n"
                 "0x2,1\n--max-time\n1.5\n--max-steps\n7\necho.py\n--\n--seed\na b\n"),
             qPrintable(done.output));
}

void CommandLineTest::what_is_no_number_of_seconds_is_refused_data() {
    QTest::addColumn<QString>("option");
    for (const char* option :
         {"--switch-interval", "--line-cost", "--bytecode-cost", "--switch-cost", "--max-time"})
        QTest::newRow(option) << option;
}

void CommandLineTest::what_is_no_number_of_seconds_is_refused() {
    QFETCH(QString, option);
    QFile program(inDir("one.py"));
    QVERIFY(program.open(QIODevice::WriteOnly));
    program.write("print(1)\n");
    program.close();
    for (const char* seconds : {"nan", "inf", "-1"}) {
        const Done done = support::turnwise({"run", program.fileName(), option + '=' + seconds});
        QCOMPARE(done.status, 2);
        QVERIFY2(done.errors.contains(option + ": a number of seconds from"),
                 qPrintable(done.errors));
        QCOMPARE(done.output, "");
    }
    QCOMPARE(support::turnwise({"run", program.fileName(), option + "=0.5"}).status, 0);
}

void CommandLineTest::a_program_may_have_any_name() {
    QFile program(inDir("-x.py"));
    QVERIFY(program.open(QIODevice::WriteOnly));
    program.write("import sys\nprint(sys.argv[1:])\n");
    program.close();
    const QString command =
        QStringLiteral("cd '%1' && '%2' run -- -x.py -a b").arg(m_dir.path(), TURNWISE);
    const Done done = support::run_command("sh", {"-c", command});
    QCOMPARE(done.output, "['-a', 'b']\n");
    QCOMPARE(done.status, 0);
}

void CommandLineTest::a_kept_trace_can_be_told_again() {
    const QString path = inDir("kept.trace");
    const Done first = withFake({"run", "echo.py", "--report", "json", "--trace", path});
    QCOMPARE(first.status, 1);
    const Done again = withFake({"run", path, "--report", "json"});
    QCOMPARE(again.status, 1);
    QCOMPARE(again.output, first.output);
    QCOMPARE(again.errors, first.errors);
    const Done refused = withFake({"run", path, "--seed", "7"});
    QCOMPARE(refused.status, 2);
    QVERIFY(refused.errors.contains("do not apply"));
}

void CommandLineTest::a_trace_that_was_cut_off_is_told_as_far_as_it_goes() {
    const QString path = inDir("cut.trace");
    QCOMPARE(withFake({"run", "crashes.py", "--trace", path}).status, 3);
    const Done done = withFake({"run", path, "--report", "json"});
    QCOMPARE(done.status, 3);
    QVERIFY(done.output.startsWith("hello\n"));
    QVERIFY(done.errors.contains("cut off"));
    QCOMPARE(reportOf(done)["outcome"], "unfinished");
}

void CommandLineTest::a_damaged_trace_is_told_up_to_the_damage() {
    const QString path = inDir("damaged.trace");
    QCOMPARE(withFake({"run", "finishes.py", "--trace", path}).status, 0);
    QByteArray bytes = contents(path);
    bytes.replace(bytes.size() - 400, 20, QByteArray(20, '\xc1'));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    const Done done = withFake({"run", path});
    QCOMPARE(done.status, 3);
    QVERIFY(done.output.startsWith("Thread-1 (task) in\n"));
    QVERIFY2(done.errors.contains("damaged at byte"), qPrintable(done.errors));
    QVERIFY(
        withFake({"export", path, "-o", inDir("damaged.svg")}).errors.contains("damaged at byte"));
    QVERIFY(contents(inDir("damaged.svg")).startsWith("<?xml"));
}

void CommandLineTest::export_writes_every_format_data() {
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("png") << "png" << QByteArray("\x89PNG");
    QTest::newRow("svg") << "svg" << QByteArray("<?xml");
    QTest::newRow("pdf") << "pdf" << QByteArray("%PDF");
    QTest::newRow("json") << "json" << QByteArray("{\"displayTimeUnit\"");
    QTest::newRow("html") << "html" << QByteArray("<!DOCTYPE html>");
    QTest::newRow("csv") << "csv" << QByteArray("event,step,seconds,");
    QTest::newRow("txt") << "txt" << QByteArray("task.py\n");
}

void CommandLineTest::export_writes_every_format() {
    QFETCH(QString, suffix);
    QFETCH(QByteArray, start);
    const QString path = inDir("picture." + suffix);
    const Done done = withFake({"export", "finishes.py", "-o", path});
    QCOMPARE(done.status, 0);
    QCOMPARE(done.errors, "");
    QVERIFY(contents(path).startsWith(start));
    QVERIFY(contents(path).size() > 1'000);
}

void CommandLineTest::a_picture_has_the_size_that_was_asked_for() {
    const QString path = inDir("sized.png");
    QCOMPARE(withFake({"export", "finishes.py", "-o", path, "--size", "1200x800", "--axis", "steps",
                       "--theme", "dark"})
                 .status,
             0);
    QCOMPARE(QImage(path).size(), QSize(1200, 800));
}

void CommandLineTest::a_picture_has_the_size_of_its_paper() {
    const QString path = inDir("paper.png");
    QCOMPARE(
        withFake({"export", "finishes.py", "-o", path, "--paper", "letter", "--dpi", "300"}).status,
        0);
    QCOMPARE(QImage(path).size(), QSize(3300, 2550));
}

void CommandLineTest::steps_are_numbered_pictures() {
    QVERIFY(QDir(m_dir.path()).mkdir("pictures"));
    QCOMPARE(withFake({"export", "finishes.py", "-o", inDir("pictures/s.svg"), "--what", "steps",
                       "--from", "step:7", "--to", "step:9", "--style", "black-and-white"})
                 .status,
             0);
    const QStringList expected = {"s-007.svg", "s-008.svg", "s-009.svg"};
    QCOMPARE(QDir(inDir("pictures")).entryList(QDir::Files, QDir::Name), expected);
}

void CommandLineTest::statistics_are_a_table() {
    const QString path = inDir("statistics.csv");
    QCOMPARE(withFake({"export", "finishes.py", "-o", path, "--what", "statistics"}).status, 0);
    QVERIFY(contents(path).startsWith("subject,id,name,type,measure,value,unit\r\n"));
    QVERIFY(contents(path).contains("mutex_semaphore,Semaphore,acquired,10,"));
}

void CommandLineTest::a_part_of_a_run_can_be_told() {
    const QString path = inDir("part.csv");
    QCOMPARE(withFake({"export", "finishes.py", "-o", path, "--from", "10", "--to", "12"}).status,
             0);
    const QList<QByteArray> rows = contents(path).trimmed().split('\n');
    QCOMPARE(rows.size(), 4);
    QVERIFY(rows[1].startsWith("10,") && rows[3].startsWith("12,"));
}

void CommandLineTest::a_part_of_a_run_can_be_drawn() {
    const QString whole = inDir("whole.svg");
    const QString by_time = inDir("by_time.svg");
    const QString by_number = inDir("by_number.svg");
    QCOMPARE(withFake({"export", "finishes.py", "-o", whole}).status, 0);
    QCOMPARE(
        withFake({"export", "finishes.py", "-o", by_time, "--from", "1.5s", "--to", "2.5s"}).status,
        0);
    QCOMPARE(
        withFake({"export", "finishes.py", "-o", by_number, "--from", "10", "--to", "20"}).status,
        0);
    QVERIFY(!contents(by_time).isEmpty() && !contents(by_number).isEmpty());
    QVERIFY(contents(by_time) != contents(whole));
    QVERIFY(contents(by_time) != contents(by_number));
}

void CommandLineTest::a_picture_speaks_the_language_that_was_asked_for() {
    const QString english = inDir("english.svg");
    const QString chinese = inDir("chinese.svg");
    QCOMPARE(withFake({"export", "finishes.py", "-o", english, "--language", "en"}).status, 0);
    QCOMPARE(withFake({"export", "finishes.py", "-o", chinese, "--language", "zh_CN"}).status, 0);
    QVERIFY(contents(english).contains("Legend") || contents(english).contains("running"));
    QVERIFY(!contents(chinese).contains("running"));
    QCOMPARE(withFake({"export", "finishes.py", "-o", english, "--language", "tlh"}).status, 2);
}

void CommandLineTest::a_trace_is_drawn_like_its_program() {
    const QString trace = inDir("drawn.trace");
    QCOMPARE(withFake({"run", "finishes.py", "--trace", trace}).status, 0);
    for (const char* suffix : {"svg", "json"}) {
        const QString from_program = inDir(QString("program.") + suffix);
        const QString from_trace = inDir(QString("trace.") + suffix);
        QCOMPARE(withFake({"export", "finishes.py", "-o", from_program}).status, 0);
        QCOMPARE(withFake({"export", trace, "-o", from_trace}).status, 0);
        // Whoever has the program knows more of the policy than the trace of this engine tells.
        QByteArray drawn = contents(from_program);
        drawn.replace("Round robin, switch interval 5 ms.", "Round robin.");
        QCOMPARE(contents(from_trace), drawn);
        QCOMPARE(contents(from_program).contains("Policy: "), QString(suffix) == "svg");
    }
}

void CommandLineTest::examples_are_listed_by_section() {
    const Done done = support::turnwise({"examples"});
    QCOMPARE(done.status, 0);
    const QStringList lines = done.output.split('\n', Qt::SkipEmptyParts);
    const QStringList files = QDir(EXAMPLES).entryList({"*.py"});
    QCOMPARE(lines.filter(QRegularExpression("^  \\w")).size(), files.size());
    QVERIFY(lines.contains("Semaphore"));
    const auto semaphore = lines.filter(QRegularExpression("^  semaphore "));
    QCOMPARE(semaphore.size(), 1);
    QVERIFY(semaphore[0].contains("Never more than three"));
    QVERIFY(lines.indexOf("Semaphore") < lines.indexOf(semaphore[0]));
}

void CommandLineTest::an_example_is_printed_as_it_is() {
    for (const char* name : {"semaphore", "semaphore.py"}) {
        const Done done = support::turnwise({"examples", name});
        QCOMPARE(done.status, 0);
        QCOMPARE(done.output.toUtf8(), contents(QString(EXAMPLES) + "/semaphore.py"));
    }
}

QTEST_GUILESS_MAIN(CommandLineTest)
#include "tst_command_line.moc"
