// Patterns are found where they happened, with their evidence, and nowhere else.
#include <QDir>
#include <QFile>
#include <QtTest>

#include "core/analysis/condition.h"
#include "core/analysis/patterns.h"
#include "core/analysis/source_line.h"
#include "tests/support/engine.h"
#include "tests/support/trace_script.h"

using namespace turnwise;
using analysis::Pattern;
using analysis::PatternKind;

namespace {

QString firstLines(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString commentIn(const QString& text, const QString& title) {
    for (const QString& line : text.split('\n').mid(0, 4))
        if (line.startsWith("# " + title + ": ")) return line.mid(title.size() + 4).trimmed();
    return {};
}

QString nameOf(const trace::Trace& trace, ObjectId id) {
    QString name;
    for (const trace::Event& event : trace.events())
        if (event.object == id && (event.kind == trace::EventKind::object_created ||
                                   event.kind == trace::EventKind::object_named))
            name = QString::fromStdString(trace.text(event.text));
    return name;
}

// "lost-update counter", "deadly-embrace"; one line each.
QString inWords(const trace::Trace& trace) {
    QStringList words;
    for (const Pattern& pattern : analysis::patterns(trace)) {
        const std::string_view kind = to_string(pattern.kind);
        QString word = QString::fromUtf8(kind.data(), static_cast<int>(kind.size()));
        if (!pattern.variable.empty())
            word += ' ' + QString::fromStdString(pattern.variable);
        else if (pattern.object != no_object)
            word += ' ' + nameOf(trace, pattern.object);
        words << word;
    }
    return words.isEmpty() ? "nothing" : words.join('\n');
}

const QList<QStringList>& schedules() {
    static const QList<QStringList> all = {
        {},
        {"--policy", "fifo"},
        {"--policy", "random", "--seed", "1"},
        {"--policy", "random", "--seed", "2"},
        {"--policy", "random", "--seed", "7", "--choose-woken"},
        {"--granularity", "bytecode", "--policy", "random", "--seed", "3"},
        {"--granularity", "cpython", "--policy", "random", "--seed", "4"},
        {"--model", "free-threaded", "--cores", "2"}};
    return all;
}

}  // namespace

class PatternsTest : public QObject {
    Q_OBJECT

  private slots:
    void each_program_shows_its_pattern_data();
    void each_program_shows_its_pattern();
    void correct_programs_raise_no_alarm_under_any_schedule_data();
    void correct_programs_raise_no_alarm_under_any_schedule();
    void the_evidence_of_a_lost_update_is_read_lost_write_and_overwrite();
    void the_evidence_of_an_embrace_is_told_thread_by_thread();
    void feeding_it_piece_by_piece_finds_the_same();
    void a_damaged_trace_is_survived();
    void a_line_of_python_is_understood_as_far_as_it_must_data();
    void a_line_of_python_is_understood_as_far_as_it_must();
    void conditions_are_judged_from_texts_of_values_data();
    void conditions_are_judged_from_texts_of_values();
};

void PatternsTest::each_program_shows_its_pattern_data() {
    QTest::addColumn<QString>("path");
    for (const QFileInfo& info : QDir(PATTERNS).entryInfoList({"*.py"}))
        QTest::newRow(qPrintable(info.fileName())) << info.filePath();
}

void PatternsTest::each_program_shows_its_pattern() {
    QFETCH(QString, path);
    const QString text = firstLines(path);
    const QString expected = commentIn(text, "expect");
    QVERIFY(!expected.isEmpty());
    const QStringList options = commentIn(text, "run with").split(' ', Qt::SkipEmptyParts);
    const auto result = test::runEngine(options + QStringList{path});
    QVERIFY(result.isComplete);
    QCOMPARE(inWords(result.trace), expected);
}

void PatternsTest::correct_programs_raise_no_alarm_under_any_schedule_data() {
    QTest::addColumn<QString>("path");
    for (const QFileInfo& info : QDir(PATTERNS).entryInfoList({"*.py"}))
        if (commentIn(firstLines(info.filePath()), "expect") == "nothing")
            QTest::newRow(qPrintable(info.fileName())) << info.filePath();
    const QStringList faulty = {"deadlock", "philosophers", "lost_update", "release_unlocked",
                                "bounded_semaphore"};
    for (const QFileInfo& info : QDir(EXAMPLES).entryInfoList({"*.py"}))
        if (!faulty.contains(info.baseName()))
            QTest::newRow(qPrintable(info.fileName())) << info.filePath();
}

void PatternsTest::correct_programs_raise_no_alarm_under_any_schedule() {
    QFETCH(QString, path);
    for (const QStringList& schedule : schedules()) {
        const auto result = test::runEngine(schedule + QStringList{path});
        QVERIFY(result.isComplete);
        QCOMPARE(schedule.join(' ') + ": " + inWords(result.trace),
                 schedule.join(' ') + ": nothing");
    }
}

void PatternsTest::the_evidence_of_a_lost_update_is_read_lost_write_and_overwrite() {
    const auto result = test::runEngine({QString(PATTERNS) + "/lost_update_between_lines.py"});
    const auto found = analysis::patterns(result.trace);
    QCOMPARE(found.size(), std::size_t{1});
    QStringList words;
    for (const EventIndex at : found.front().evidence) {
        const trace::Event& event = result.trace[at];
        const std::string_view kind = to_string(event.kind);
        words << QString("T%1 %2 line %3")
                     .arg(event.thread)
                     .arg(QString::fromUtf8(kind.data(), static_cast<int>(kind.size())))
                     .arg(event.line);
    }
    // The second write gives the value that is there already: so the line itself is the proof.
    QCOMPARE(words.join(" | "), "T2 line line 10 | T1 variable line 0 | T2 line line 12");
    QCOMPARE(found.front().threads, (std::vector<ThreadId>{1, 2}));
}

void PatternsTest::the_evidence_of_an_embrace_is_told_thread_by_thread() {
    const auto result = test::runEngine({QString(EXAMPLES) + "/deadlock.py"});
    const auto found = analysis::patterns(result.trace);
    QCOMPARE(found.size(), std::size_t{1});
    QStringList words;
    for (const EventIndex at : found.front().evidence) {
        const trace::Event& event = result.trace[at];
        const std::string_view kind = to_string(event.kind);
        words << QString("T%1 %2 %3")
                     .arg(event.thread)
                     .arg(QString::fromUtf8(kind.data(), static_cast<int>(kind.size())),
                          nameOf(result.trace, event.object));
    }
    QCOMPARE(words.join(" | "),
             "T1 acquire lock_a | T1 block lock_b | T2 acquire lock_b | T2 block lock_a");
    QCOMPARE(result.trace[found.front().at].kind, trace::EventKind::block);
}

void PatternsTest::feeding_it_piece_by_piece_finds_the_same() {
    const auto result = test::runEngine({QString(EXAMPLES) + "/philosophers.py"});
    analysis::PatternFinder finder(result.trace);
    int pieces = 0;
    while (!finder.update(7))
        ++pieces;
    QVERIFY(pieces > 10);
    const auto whole = analysis::patterns(result.trace);
    QCOMPARE(finder.found().size(), whole.size());
    QCOMPARE(finder.found().front().evidence, whole.front().evidence);
}

void PatternsTest::a_damaged_trace_is_survived() {
    support::TraceScript script;
    for (int kind = 0; kind < trace::event_kind_count; ++kind)
        script.event({.value = -5,
                      .thread = 77,
                      .other = 99,
                      .object = 4'000'000,
                      .text = 12345,
                      .detail = 54321,
                      .file = 999,
                      .line = 4'000'000'000,
                      .kind = static_cast<trace::EventKind>(kind),
                      .op = 255});
    QCOMPARE(inWords(script.trace()), "nothing");
}

void PatternsTest::a_line_of_python_is_understood_as_far_as_it_must_data() {
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("expected");
    QTest::newRow("assignment") << "    x = y + 1"
                                << "x <- y";
    QTest::newRow("augmented") << "counter += step"
                               << "counter <- counter step";
    QTest::newRow("attribute") << "account.balance = seen - 5"
                               << "account.balance <- seen";
    QTest::newRow("item") << "cache[key] = value"
                          << "[cache] <- value";
    QTest::newRow("tuple") << "a, b = b, a"
                           << "a b <- b a";
    QTest::newRow("comparison") << "x == y"
                                << " <- x y";
    QTest::newRow("keyword argument") << "f(timeout=limit)"
                                      << " <- f limit";
    QTest::newRow("strings and comments") << "x = 'y = z'  # w"
                                          << "x <- ";
    QTest::newRow("one-line if") << "if a: x = 1"
                                 << " <- a";
    QTest::newRow("loop") << "for item in items:"
                          << "item <- items";
    QTest::newRow("empty") << ""
                           << " <- ";
    QTest::newRow("annotated") << "x: int = y"
                               << "x <- y";
}

void PatternsTest::a_line_of_python_is_understood_as_far_as_it_must() {
    QFETCH(QString, line);
    QFETCH(QString, expected);
    const auto parsed = analysis::source_line(line.toStdString());
    QStringList targets, reads;
    for (const auto& name : parsed.targets)
        targets << QString::fromStdString(name);
    for (const auto& name : parsed.item_targets)
        targets << '[' + QString::fromStdString(name) + ']';
    for (const auto& name : parsed.names_read())
        reads << QString::fromStdString(name);
    QCOMPARE(targets.join(' ') + " <- " + reads.join(' '), expected);
}

void PatternsTest::conditions_are_judged_from_texts_of_values_data() {
    QTest::addColumn<QString>("condition");
    QTest::addColumn<QString>("expected");
    const std::pair<const char*, const char*> rows[] = {
        {"n > 0", "yes"},
        {"n >= 4", "no"},
        {"0 < n < 10", "yes"},
        {"not n", "no"},
        {"n == 3 and m", "no"},
        {"m or n", "yes"},
        {"nothing is None", "yes"},
        {"nothing is not None", "no"},
        {"'a' in d", "yes"},
        {"word not in d", "yes"},
        {"empty", "no"},
        {"len(l) < 3", "yes"},
        {"len(l) + 1 == 3", "yes"},
        {"-n < 0", "yes"},
        {"f(n)", "?"},
        {"l[0]", "?"},
        {"unknown > 1", "?"},
        {"unknown and n", "?"},
        {"(n > 0) == True", "yes"},
        {"account.balance >= 40", "yes"},
        {"cut", "?"},
        {"n >", "?"},
        {"((((((((((((((((((((((((((((((((((((((((((n", "?"}};
    for (const auto& [condition, expected] : rows)
        QTest::newRow(condition) << condition << expected;
}

void PatternsTest::conditions_are_judged_from_texts_of_values() {
    QFETCH(QString, condition);
    QFETCH(QString, expected);
    const std::map<std::string, std::string> values = {
        {"n", "3"},          {"m", "0"},      {"nothing", "None"},  {"d", "{'a': 1, 'b': [1, 2]}"},
        {"word", "'z'"},     {"empty", "[]"}, {"l", "[1, (2, 3)]"}, {"account.balance", "40"},
        {"cut", "[1, 2, …]"}};
    const auto tokens = analysis::tokens_of(condition.toStdString());
    const auto answer = analysis::holds(tokens, [&](const std::string& path) {
        const auto found = values.find(path);
        return found == values.end() ? std::nullopt : std::optional(found->second);
    });
    QCOMPARE(QString(!answer ? "?" : *answer ? "yes" : "no"), expected);
}

QTEST_GUILESS_MAIN(PatternsTest)
#include "tst_patterns.moc"
