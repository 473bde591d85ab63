// Tables for a spreadsheet: what stands in them is the trace, cell by cell.
#include <QtTest>
#include <sstream>

#include "core/analysis/csv.h"
#include "core/analysis/statistics.h"
#include "tests/support/sample_traces.h"
#include "tests/support/trace_script.h"

using namespace turnwise;
using analysis::EventTable;
using analysis::Intervals;
using analysis::Steps;
using support::TraceScript;

namespace {

// A reader of its own, so that what was written is read by other rules than it was written by.
std::vector<QStringList> rowsOf(const std::string& text) {
    std::vector<QStringList> rows;
    QStringList row;
    QByteArray cell;
    bool isQuoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (isQuoted) {
            if (c != '"')
                cell += c;
            else if (i + 1 < text.size() && text[i + 1] == '"')
                cell += text[++i];
            else
                isQuoted = false;
        } else if (c == '"') {
            isQuoted = true;
        } else if (c == ',') {
            row << QString::fromUtf8(cell);
            cell.clear();
        } else if (c == '\n') {
            row << QString::fromUtf8(cell);
            cell.clear();
            rows.push_back(std::exchange(row, {}));
        } else if (c != '\r') {
            cell += c;
        }
    }
    return rows;
}

std::vector<QStringList> eventsOf(const trace::Trace& trace, EventIndex from, EventIndex to) {
    const Steps steps(trace);
    std::ostringstream out;
    EventTable::write_header(out);
    EventTable(trace, steps).write(out, from, to);
    return rowsOf(out.str());
}

QString cell(const std::vector<QStringList>& rows, std::size_t row, const QString& column) {
    return rows.at(row).value(rows.front().indexOf(column));
}

}  // namespace

class CsvTest : public QObject {
    Q_OBJECT

  private slots:
    void a_cell_is_quoted_only_if_it_has_to_be();
    void every_event_is_a_row_with_the_numbers_of_the_trace();
    void every_row_has_a_cell_for_every_column();
    void texts_with_commas_quotes_and_line_ends_survive();
    void a_part_holds_its_events_only_and_still_knows_the_names();
    void pieces_make_the_same_table_as_the_whole();
    void waiting_for_ever_has_no_number();
    void statistics_are_those_of_the_analysis();
};

void CsvTest::a_cell_is_quoted_only_if_it_has_to_be() {
    QCOMPARE(analysis::csv_cell("plain text"), std::string("plain text"));
    QCOMPARE(analysis::csv_cell("a,b"), std::string("\"a,b\""));
    QCOMPARE(analysis::csv_cell("say \"hi\""), std::string("\"say \"\"hi\"\"\""));
    QCOMPARE(analysis::csv_cell("two\nlines"), std::string("\"two\nlines\""));
}

void CsvTest::every_event_is_a_row_with_the_numbers_of_the_trace() {
    const trace::Trace trace = support::sample_semaphore_trace();
    const Steps steps(trace);
    const auto rows = eventsOf(trace, 0, trace.size());
    QCOMPARE(rows.size(), trace.size() + 1);
    for (std::size_t i = 0; i < trace.size(); ++i) {
        const trace::Event& event = trace[i];
        QCOMPARE(cell(rows, i + 1, "event").toULongLong(), i);
        QCOMPARE(cell(rows, i + 1, "step").toULongLong(), steps.step_at(i + 1));
        QCOMPARE(qRound64(cell(rows, i + 1, "seconds").toDouble() * 1e9), event.tick);
        QCOMPARE(cell(rows, i + 1, "kind").toStdString(), std::string(to_string(event.kind)));
        if (event.value != no_deadline)
            QCOMPARE(cell(rows, i + 1, "value"), QString::number(event.value));
        QCOMPARE(cell(rows, i + 1, "line").toUInt(), event.line);
        QCOMPARE(cell(rows, i + 1, "text").toStdString(), trace.text(event.text));
    }
}

void CsvTest::every_row_has_a_cell_for_every_column() {
    for (const trace::Trace& trace :
         {support::sample_primitives_trace(), support::sample_deadlock_trace()})
        for (const QStringList& row : eventsOf(trace, 0, trace.size()))
            QCOMPARE(row.size(), 17);
}

void CsvTest::texts_with_commas_quotes_and_line_ends_survive() {
    TraceScript script;
    script.print("one, \"two\"\nthree");
    const trace::Trace trace = script.end(OutcomeKind::finished);
    const auto rows = eventsOf(trace, 0, trace.size());
    QCOMPARE(rows.size(), trace.size() + 1);
    bool isFound = false;
    for (std::size_t i = 1; i < rows.size(); ++i)
        isFound = isFound || cell(rows, i, "text") == "one, \"two\"\nthree";
    QVERIFY(isFound);
}

void CsvTest::a_part_holds_its_events_only_and_still_knows_the_names() {
    const trace::Trace trace = support::sample_semaphore_trace();
    const auto whole = eventsOf(trace, 0, trace.size());
    const auto part = eventsOf(trace, 40, 45);
    QCOMPARE(part.size(), std::size_t(6));
    for (std::size_t i = 1; i < part.size(); ++i)
        QCOMPARE(part[i], whole[40 + i]);
}

void CsvTest::pieces_make_the_same_table_as_the_whole() {
    const trace::Trace trace = support::sample_primitives_trace();
    const Steps steps(trace);
    std::ostringstream whole;
    EventTable(trace, steps).write(whole, 0, trace.size());
    std::ostringstream pieces;
    EventTable table(trace, steps);
    for (EventIndex at = 0; at < trace.size(); at += 7)
        table.write(pieces, at, std::min<EventIndex>(at + 7, trace.size()));
    QCOMPARE(pieces.str(), whole.str());
}

void CsvTest::waiting_for_ever_has_no_number() {
    const trace::Trace trace = support::sample_deadlock_trace();
    const auto rows = eventsOf(trace, 0, trace.size());
    int blocks = 0;
    for (std::size_t i = 1; i < rows.size(); ++i)
        if (cell(rows, i, "kind") == "block" && cell(rows, i, "how") == "acquire") {
            ++blocks;
            QCOMPARE(cell(rows, i, "value"), QString());
        }
    QCOMPARE(blocks, 2);
}

void CsvTest::statistics_are_those_of_the_analysis() {
    const trace::Trace trace = support::sample_semaphore_trace();
    const Intervals intervals(trace);
    const Steps steps(trace);
    const analysis::Statistics sums = analysis::statistics(intervals);
    std::ostringstream out;
    analysis::write_statistics_csv(intervals, steps, out);
    QHash<QString, QString> values;
    for (const QStringList& row : rowsOf(out.str())) {
        QCOMPARE(row.size(), 7);
        values.insert(row[0] + ' ' + row[1] + ' ' + row[4], row[5]);
    }
    const auto ticks = [&](const char* key) {
        return qRound64(values.value(QLatin1String(key)).toDouble() * 1e9);
    };
    QCOMPARE(values.value("run  switches").toULongLong(), sums.switches);
    QCOMPARE(ticks("run  duration"), sums.duration);
    QCOMPARE(ticks("thread 0 running"), sums.threads[0].running);
    QCOMPARE(ticks("thread 5 sleeping"), sums.threads[5].sleeping);
    QCOMPARE(values.value("primitive 1 acquired").toULongLong(), sums.objects[0].acquired);
    QCOMPARE(ticks("primitive 1 waited"), sums.objects[0].waited);
    QVERIFY(sums.objects[0].acquired > 0);
}

QTEST_APPLESS_MAIN(CsvTest)
#include "tst_csv.moc"
