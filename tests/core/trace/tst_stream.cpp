#include <QTemporaryDir>
#include <QtTest>

#include "core/analysis/statistics.h"
#include "core/analysis/steps.h"
#include "core/trace/stream.h"
#include "core/trace/trace.h"
#include "tests/support/sample_traces.h"

using namespace turnwise;
using trace::Event;
using trace::EventKind;
using trace::StreamError;
using trace::StreamReader;
using trace::StreamWriter;
using trace::Trace;

namespace {

std::string bytes_of(const Trace& trace, std::size_t buffer_size = 64 * 1024) {
    std::string bytes;
    StreamWriter writer([&](const char* data, std::size_t size) { bytes.append(data, size); },
                        buffer_size);
    trace.replay(writer);
    writer.flush();
    return bytes;
}

Trace read(std::string_view bytes, std::size_t piece = 1 << 20) {
    Trace trace;
    StreamReader reader(trace);
    for (std::size_t at = 0; at < bytes.size(); at += piece) {
        const auto part = bytes.substr(at, piece);
        reader.feed(part.data(), part.size());
    }
    return trace;
}

// "" if it can be read.
QString error_of(std::string_view bytes) {
    try {
        read(bytes);
        return {};
    } catch (const StreamError& error) {
        return error.what();
    }
}

std::string begun() {
    Trace empty;
    empty.begin({.program = "task.py"});
    return bytes_of(empty);
}

}  // namespace

class StreamTest : public QObject {
    Q_OBJECT

  private slots:
    void what_is_written_is_read();
    void an_inquiry_arrives_as_it_was_asked();
    void extreme_numbers_survive();
    void bytes_may_come_in_any_pieces();
    void a_stream_cut_anywhere_opens_up_to_its_last_whole_event();
    void only_whole_records_are_handed_out();
    void the_same_trace_has_the_same_bytes();
    void foreign_input_is_refused_in_words_data();
    void foreign_input_is_refused_in_words();
    void damage_is_told_and_what_came_before_stays();
    void more_cores_than_there_can_be_are_damage();
    void no_flipped_byte_does_harm();
    void a_damaged_file_opens_up_to_the_damage();
    void a_file_that_cannot_be_written_keeps_what_was_in_it();
    void an_enormous_length_allocates_nothing();
    void files_are_written_and_read();
    void unreadable_files_say_why();
    void an_event_takes_few_bytes();
};

void StreamTest::what_is_written_is_read() {
    Trace trace = support::sample_primitives_trace();
    trace.begin({.program = "dir/task.py",
                 .arguments = {"-v", "zwei", ""},
                 .policy = "random",
                 .seed = std::numeric_limits<std::uint64_t>::max(),
                 .granularity = "line",
                 .switch_interval = 5 * millisecond,
                 .line_cost = -1,
                 .bytecode_cost = 3,
                 .switch_cost = 4,
                 .cores = 64,
                 .chooses_woken = true,
                 .wakes_spuriously = true});
    trace.source("dir/task.py", std::string("x = '\0'\n", 8) + std::string(100'000, '#'));
    trace.end({{OutcomeKind::exception, "ValueError: no"}, 12 * second, 34, 56, "0x12 1 2x3"});
    const Trace again = read(bytes_of(trace));
    QCOMPARE(again.header(), trace.header());
    QCOMPARE(again.sources(), trace.sources());
    QCOMPARE(again.events(), trace.events());
    for (const Event& event : trace.events()) {
        QCOMPARE(again.text(event.text), trace.text(event.text));
        QCOMPARE(again.text(event.detail), trace.text(event.detail));
    }
    QVERIFY(again.has_ended());
    QCOMPARE(again.trailer().outcome.kind, OutcomeKind::exception);
    QCOMPARE(again.trailer().outcome.message, "ValueError: no");
    QCOMPARE(again.trailer().end_tick, 12 * second);
    QCOMPARE(again.trailer().steps, std::uint64_t(34));
    QCOMPARE(again.trailer().decisions, std::uint64_t(56));
    QCOMPARE(again.trailer().schedule, "0x12 1 2x3");
}

void StreamTest::an_inquiry_arrives_as_it_was_asked() {
    trace::Inquiry inquiry;
    inquiry.decision = 1'000'000;
    inquiry.is_decision = false;
    inquiry.question = trace::Question::who_is_woken;
    inquiry.reason = trace::Inquiry::Reason::breakpoint;
    inquiry.breakpoint = 3;
    inquiry.object = 7;
    inquiry.remark = "There is no thread 9.";
    for (ThreadId id = 0; id < 100; ++id)
        inquiry.threads.push_back({.thread = id,
                                   .is_candidate = id % 2 == 0,
                                   .is_frozen = id % 3 == 0,
                                   .operation = trace::Operation::access,
                                   .may_wait = id % 5 == 0,
                                   .has_waited = id % 7 == 0,
                                   .object = id,
                                   .object_name = "a Lock",
                                   .other = id == 0 ? no_thread : id - 1,
                                   .text = std::string(id, 'x'),
                                   .file = "task.py",
                                   .line = id});
    std::string bytes = begun();
    StreamWriter writer([&](const char* data, std::size_t size) { bytes.append(data, size); });
    writer.inquiry(inquiry);
    writer.flush();
    const Trace trace = read(bytes, 5);
    QCOMPARE(trace.inquiries(), std::uint64_t{1});
    QVERIFY(trace.last_inquiry() == inquiry);
}

void StreamTest::extreme_numbers_survive() {
    Trace trace;
    for (const std::int64_t number : {std::numeric_limits<std::int64_t>::min(), std::int64_t(-129),
                                      std::int64_t(0), std::int64_t(128), no_deadline}) {
        Event event;
        event.tick = number;
        event.value = number;
        event.thread = event.other = static_cast<std::uint32_t>(number);
        event.object = event.text = event.detail = event.file = event.line = event.thread;
        event.extra = static_cast<std::int32_t>(number);
        event.kind = EventKind::run_ended;
        event.op = 255;
        trace.event(event);
    }
    QCOMPARE(read(bytes_of(trace)).events(), trace.events());
}

void StreamTest::bytes_may_come_in_any_pieces() {
    const Trace trace = support::sample_deadlock_trace();
    const std::string bytes = bytes_of(trace);
    for (const std::size_t piece : {1, 2, 3, 7, 100, 1'000}) {
        const Trace again = read(bytes, piece);
        QCOMPARE(again.events(), trace.events());
        QVERIFY(again.has_ended());
    }
}

void StreamTest::a_stream_cut_anywhere_opens_up_to_its_last_whole_event() {
    const Trace trace = support::sample_deadlock_trace();
    const std::string bytes = bytes_of(trace);
    std::size_t events = 0;
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        const Trace cut = read(std::string_view(bytes).substr(0, size));
        QVERIFY(!cut.has_ended());
        QVERIFY(cut.size() == events || cut.size() == events + 1);
        events = cut.size();
        QVERIFY(std::equal(cut.events().begin(), cut.events().end(), trace.events().begin()));
    }
    QCOMPARE(events, trace.size());
}

void StreamTest::only_whole_records_are_handed_out() {
    const Trace trace = support::sample_semaphore_trace();
    Trace again;
    StreamReader reader(again);
    std::size_t calls = 0;
    std::size_t events = 0;
    StreamWriter writer(
        [&](const char* data, std::size_t size) {
            ++calls;
            reader.feed(data, size);
            QCOMPARE(again.size(), events);
        },
        100);
    struct Counting final : trace::Sink {
        Counting(StreamWriter& writer, std::size_t& events) : m_writer(writer), m_events(events) {}
        void begin(const trace::Header& header) override { m_writer.begin(header); }
        void string(StringId id, std::string_view text) override { m_writer.string(id, text); }
        void source(std::string_view path, std::string_view text) override {
            m_writer.source(path, text);
        }
        void event(const Event& event) override {
            ++m_events;
            m_writer.event(event);
        }
        void end(const trace::Trailer& trailer) override { m_writer.end(trailer); }
        StreamWriter& m_writer;
        std::size_t& m_events;
    } counting(writer, events);
    trace.replay(counting);
    QVERIFY(calls > 10);
    QCOMPARE(again.size(), trace.size());
    QVERIFY(reader.is_complete());
}

void StreamTest::the_same_trace_has_the_same_bytes() {
    const std::string bytes = bytes_of(support::sample_semaphore_trace());
    QCOMPARE(bytes_of(support::sample_semaphore_trace(), 1), bytes);
    QCOMPARE(bytes_of(read(bytes)), bytes);
}

void StreamTest::foreign_input_is_refused_in_words_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("words");
    const QString foreign = "This is not a Turnwise trace";
    QTest::newRow("python") << QByteArray("from threading import Lock\n") << foreign;
    QTest::newRow("json") << QByteArray(R"({"traceEvents": []})") << foreign;
    QTest::newRow("one byte") << QByteArray("P") << foreign;
    QTest::newRow("other msgpack") << QByteArray("\x92\xa5other\x01") << foreign;
    QTest::newRow("newer")
        << QByteArray("\x92\xaeturnwise-trace\x03")
        << "written by a newer Turnwise (trace version 3, this one reads version 2)";
    QTest::newRow("older")
        << QByteArray("\x92\xaeturnwise-trace\x01")
        << "written by an older Turnwise (trace version 1, this one reads version 2)";
    QTest::newRow("much newer") << QByteArray("\x92\xaeturnwise-trace\xcd\xff\xff")
                                << "version 65535";
    QTest::newRow("no version") << QByteArray("\x92\xaeturnwise-trace\xc0") << "damaged at byte 0";
    QTest::newRow("version 0") << QByteArray("\x92\xaeturnwise-trace", 17) << "damaged at byte 0";
    QTest::newRow("no header") << QByteArray("\x92\xaeturnwise-trace\x02\x92\x03\x02")
                               << "damaged at byte 17";
}

void StreamTest::foreign_input_is_refused_in_words() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, words);
    const QString error = error_of({bytes.data(), static_cast<std::size_t>(bytes.size())});
    QVERIFY2(error.contains(words), qPrintable(error));
}

void StreamTest::damage_is_told_and_what_came_before_stays() {
    const Trace trace = support::sample_deadlock_trace();
    const std::string whole = bytes_of(trace);
    const std::string extra = whole + "\x92\x03\x02";
    QVERIFY(error_of(extra).contains(QString("damaged at byte %1").arg(whole.size())));

    using namespace std::string_view_literals;
    for (const std::string_view bad :
         {"\x2a"sv, "\xc0"sv, "\x90"sv, "\x91\x05"sv, "\x92\x03\x7f"sv, "\x92\x03\xa1x"sv,
          "\x92\x03\x91\x01"sv, "\x81\x03\x02"sv, "\x95\x03\x02\x00\xff\x01"sv, "\x91\xa1x"sv,
          "\x92\x00\x01"sv}) {
        Trace again;
        StreamReader reader(again);
        const std::string good = begun() + "\x92\x03\x02";
        reader.feed(good.data(), good.size());
        QVERIFY_EXCEPTION_THROWN(reader.feed(bad.data(), bad.size()), trace::DamagedStream);
        QCOMPARE(again.size(), std::size_t(1));
    }
}

void StreamTest::no_flipped_byte_does_harm() {
    const Trace trace = support::sample_deadlock_trace();
    const std::string bytes = bytes_of(trace);
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        for (const int value : {0x00, 0x7f, 0x93, 0xc1, 0xdd, 0xdb, 0xff}) {
            std::string damaged = bytes;
            damaged[at] = static_cast<char>(value);
            Trace again;
            StreamReader reader(again);
            try {
                reader.feed(damaged.data(), damaged.size());
            } catch (const StreamError&) {
            }
            QVERIFY(again.size() <= bytes.size());
            // What survives is shown.
            const analysis::Intervals intervals(again);
            const analysis::Steps steps(again);
            QVERIFY(steps.count() <= again.size());
            QVERIFY(!to_text(statistics(intervals), intervals).empty());
        }
    }
}

void StreamTest::more_cores_than_there_can_be_are_damage() {
    for (const std::uint32_t cores : {64U, 65U, 4'000'000'000U}) {
        Trace trace;
        trace.begin({.program = "task.py", .cores = cores});
        QCOMPARE(error_of(bytes_of(trace)).contains("damaged"), cores > 64);
    }
}

void StreamTest::a_damaged_file_opens_up_to_the_damage() {
    const QTemporaryDir dir;
    const Trace trace = support::sample_deadlock_trace();
    std::string bytes = bytes_of(trace);
    for (std::size_t at = bytes.size() / 2; at < bytes.size() / 2 + 40; ++at)
        bytes[at] = '\xc1';
    QFile file(dir.filePath("damaged.trace"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes.data(), static_cast<qint64>(bytes.size()));
    file.close();
    Trace again;
    QVERIFY_EXCEPTION_THROWN(trace::read_trace_file(file.fileName().toStdString(), again),
                             trace::DamagedStream);
    QVERIFY(again.size() > 5 && again.size() < trace.size());
    QVERIFY(std::equal(again.events().begin(), again.events().end(), trace.events().begin()));
}

void StreamTest::a_file_that_cannot_be_written_keeps_what_was_in_it() {
    const QTemporaryDir dir;
    const QString path = dir.filePath("run.trace");
    trace::write_trace_file(path.toStdString(), support::sample_deadlock_trace());
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    const auto permissions = QFile::permissions(path);
    QVERIFY(QFile::link("run.trace", dir.filePath("link.trace")));
    trace::write_trace_file(dir.filePath("link.trace").toStdString(),
                            support::sample_semaphore_trace());
    QVERIFY(QFileInfo(dir.filePath("link.trace")).isSymLink());
    QCOMPARE(QFile::permissions(path), permissions);
    Trace again;
    QVERIFY(trace::read_trace_file(path.toStdString(), again));
    QCOMPARE(again.events(), support::sample_semaphore_trace().events());
    // A folder stands where it is to be moved to.
    QVERIFY(QDir(dir.path()).mkpath("folder.trace/inside"));
    QVERIFY_EXCEPTION_THROWN(
        trace::write_trace_file(dir.filePath("folder.trace").toStdString(), again), StreamError);
    QCOMPARE(QDir(dir.path())
                 .entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden, QDir::Name),
             (QStringList{"folder.trace", "link.trace", "run.trace"}));
}

void StreamTest::an_enormous_length_allocates_nothing() {
    // An array of 4 thousand million elements, a string as long, a string with an id far away.
    QVERIFY(error_of(begun() + "\xdd\xff\xff\xff\xff").contains("damaged"));
    const std::string string = begun() + "\x92" + std::string(1, '\0') + "\xdb\xff\xff\xff\xff";
    QCOMPARE(error_of(string), "");
    Trace trace;
    StreamReader reader(trace);
    reader.feed(string.data(), string.size());
    const std::string chunk(1 << 20, 'x');
    const auto feed_on = [&] {
        for (int i = 0; i < 100; ++i)
            reader.feed(chunk.data(), chunk.size());
    };
    QVERIFY_EXCEPTION_THROWN(feed_on(), StreamError);
}

void StreamTest::files_are_written_and_read() {
    const QTemporaryDir dir;
    const std::string path = dir.filePath("run.trace").toStdString();
    const Trace trace = support::sample_primitives_trace();
    trace::write_trace_file(path, trace);
    Trace again;
    QVERIFY(trace::read_trace_file(path, again));
    QCOMPARE(again.events(), trace.events());

    QFile file(QString::fromStdString(path));
    QVERIFY(file.resize(file.size() - 1));
    Trace cut;
    QVERIFY(!trace::read_trace_file(path, cut));
    QCOMPARE(cut.events(), trace.events());
    trace::write_trace_file(path, cut);
    Trace cut_again;
    QVERIFY(!trace::read_trace_file(path, cut_again));
    QCOMPARE(cut_again.events(), trace.events());
}

void StreamTest::unreadable_files_say_why() {
    const QTemporaryDir dir;
    const auto error = [](const QString& path) -> QString {
        Trace trace;
        try {
            trace::read_trace_file(path.toStdString(), trace);
            return {};
        } catch (const StreamError& failure) {
            return failure.what();
        }
    };
    QVERIFY(error(dir.filePath("none")).contains("No such file"));
    QVERIFY(error(dir.path()).contains("directory"));
    QFile empty(dir.filePath("empty"));
    QVERIFY(empty.open(QIODevice::WriteOnly));
    QVERIFY(error(empty.fileName()).contains("it is empty"));
    QVERIFY_EXCEPTION_THROWN(
        trace::write_trace_file(dir.filePath("no/such/dir").toStdString(), Trace()), StreamError);
}

void StreamTest::an_event_takes_few_bytes() {
    const Trace trace = support::sample_big_trace(10'000);
    QVERIFY(bytes_of(trace).size() < trace.size() * 16);
}

QTEST_GUILESS_MAIN(StreamTest)
#include "tst_stream.moc"
