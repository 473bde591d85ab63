#include <QTest>

#include "tests/support/sample_traces.h"
#include "tests/support/trace_script.h"
#include "ui/timeline/related.h"

using namespace turnwise;
using namespace turnwise::timeline;
using support::TraceScript;
using trace::SwitchReason;

class TestRelated : public QObject {
    Q_OBJECT

  private slots:
    void init();
    void holdersAndWaitersOfALockLightUp();
    void usesInOnePixelAreOneBox();
    void whatIsOutOfSightIsLeftOut();
    void whoHoldsASemaphoreTwiceHoldsItOnce();
    void whatIsLeaptOverIsWhatWouldBeOneBox();
    void aLockIsPointedAtByItsRowOrByWhoWaits();

  private:
    QString related(const Window& window) const;
    Window wide(double pixelsPerStep) const {
        const double end = m_rows->map().end();
        return {{{0, end}, 0, end * pixelsPerStep}, 0, 0, 1000};
    }

    std::unique_ptr<trace::Trace> m_trace;
    std::unique_ptr<analysis::Intervals> m_intervals;
    std::unique_ptr<analysis::Steps> m_steps;
    std::unique_ptr<Rows> m_rows;
    Metrics m_metrics{QFont()};
    std::unique_ptr<Layout> m_layout;
    ObjectId m_lock = no_object;
};

void TestRelated::init() {
    TraceScript script;
    m_lock = script.lock("door");
    const ObjectId other = script.lock("other");
    script.acquire(other).acquire(m_lock);
    const ThreadId worker = script.spawn("worker");
    script.line(3).block(m_lock).run(main_thread_id, SwitchReason::blocked);
    script.line(4).release(m_lock).wake(worker, m_lock).line(5).release(other);
    script.run(worker).acquire(m_lock).line(6).release(m_lock).finish();
    m_trace = std::make_unique<trace::Trace>(script.end(OutcomeKind::finished));
    m_intervals = std::make_unique<analysis::Intervals>(*m_trace);
    m_steps = std::make_unique<analysis::Steps>(*m_trace);
    m_rows = std::make_unique<Rows>(*m_intervals, *m_steps, Axis::steps);
    m_layout = std::make_unique<Layout>(*m_rows, m_metrics, DisplayOptions());
}

// "MainThread holds, worker waits": in the order in which they are found.
QString TestRelated::related(const Window& window) const {
    constexpr const char* uses[] = {"lights up", "holds", "waits"};
    QStringList texts;
    for (const RelatedBox& box : relatedTo(m_lock, *m_rows, *m_layout, window)) {
        const Row& row = *m_layout->boxes()[box.row].row;
        const QString name = row.kind == Row::Kind::thread ? m_rows->names().thread(row.thread)
                                                           : m_rows->names().object(row.object);
        texts << QStringLiteral("%1 %2").arg(name, QLatin1String(uses[static_cast<int>(box.use)]));
    }
    return texts.join(QStringLiteral(", "));
}

void TestRelated::holdersAndWaitersOfALockLightUp() {
    QCOMPARE(related(wide(20)),
             QStringLiteral("door lights up, MainThread holds, worker holds, worker waits"));
    const auto boxes = relatedTo(m_lock, *m_rows, *m_layout, wide(20));
    const auto& owners = m_intervals->objects()[m_lock - 1].owners;
    QCOMPARE(boxes[1].rect.left(), m_rows->map().at(owners[0].from) * 20);
    QCOMPARE(boxes[1].rect.right(), m_rows->map().at(owners[0].to) * 20);
    QVERIFY(relatedTo(no_object, *m_rows, *m_layout, wide(20)).empty());
    QVERIFY(relatedTo(99, *m_rows, *m_layout, wide(20)).empty());
}

void TestRelated::usesInOnePixelAreOneBox() {
    TraceScript script;
    m_lock = script.lock("door");
    for (int i = 0; i < 1000; ++i)
        script.acquire(m_lock).release(m_lock);
    m_trace = std::make_unique<trace::Trace>(script.end(OutcomeKind::finished));
    m_intervals = std::make_unique<analysis::Intervals>(*m_trace);
    m_steps = std::make_unique<analysis::Steps>(*m_trace);
    m_rows = std::make_unique<Rows>(*m_intervals, *m_steps, Axis::steps);
    m_layout = std::make_unique<Layout>(*m_rows, m_metrics, DisplayOptions());
    QCOMPARE(relatedTo(m_lock, *m_rows, *m_layout, wide(0.1)).size(), std::size_t{2});
    QCOMPARE(relatedTo(m_lock, *m_rows, *m_layout, wide(10)).size(), std::size_t{1001});
}

void TestRelated::whatIsOutOfSightIsLeftOut() {
    Window window = wide(20);
    window.scale.range = {0, 1};
    QCOMPARE(related(window), QStringLiteral("door lights up"));
    window = wide(20);
    window.bottom = m_layout->boxes()[1].bottom();  // GIL and MainThread
    QCOMPARE(related(window), QStringLiteral("MainThread holds"));
}

void TestRelated::whoHoldsASemaphoreTwiceHoldsItOnce() {
    TraceScript script;
    m_lock = script.semaphore("slots", 2);
    script.line(1).acquire(m_lock).line(2).acquire(m_lock).line(3).release(m_lock);
    script.line(4).line(5).release(m_lock);
    m_trace = std::make_unique<trace::Trace>(script.end(OutcomeKind::finished));
    m_intervals = std::make_unique<analysis::Intervals>(*m_trace);
    m_steps = std::make_unique<analysis::Steps>(*m_trace);
    m_rows = std::make_unique<Rows>(*m_intervals, *m_steps, Axis::steps);
    m_layout = std::make_unique<Layout>(*m_rows, m_metrics, DisplayOptions());
    QCOMPARE(related(wide(20)), QStringLiteral("slots lights up, MainThread holds"));
    const auto& owners = m_intervals->objects()[m_lock - 1].owners;
    QCOMPARE(owners.size(), std::size_t{2});
    const QRectF lit = relatedTo(m_lock, *m_rows, *m_layout, wide(20))[1].rect;
    QCOMPARE(lit.left(), m_rows->map().at(owners[0].from) * 20);
    QCOMPARE(lit.right(),
             std::max(m_rows->map().at(owners[0].to), m_rows->map().at(owners[1].to)) * 20);
}

// From every distance: as if every span had been looked at, one after the other.
void TestRelated::whatIsLeaptOverIsWhatWouldBeOneBox() {
    const trace::Trace trace = support::sample_big_trace(20'000);
    const analysis::Intervals intervals(trace);
    const analysis::Steps steps(trace);
    const Rows rows(intervals, steps, Axis::time);
    const Layout layout(rows, m_metrics, DisplayOptions());
    const double end = rows.map().end();
    std::size_t compared = 0;
    for (const double part : {1.0, 0.3, 0.02, 0.001}) {
        const Window window{{{end * 0.1, end * (0.1 + part)}, 0, 1000}, 0, 0, 1000};
        std::vector<QRectF> expected;
        for (const analysis::ThreadRow& thread : intervals.threads()) {
            const std::size_t before = expected.size();
            for (const analysis::OwnerSpan& span : intervals.objects()[0].owners) {
                const double from = rows.map().at(span.from, span.from_tick);
                const double to = rows.map().at(span.to, span.to_tick);
                if (span.owner != thread.id || to < window.scale.range.from ||
                    from > window.scale.range.to)
                    continue;
                const double left = window.scale.toPixelInside(from);
                const double right = std::max(window.scale.toPixelInside(to), left + 1);
                if (expected.size() > before && left <= expected.back().right() + 1)
                    expected.back().setRight(std::max(right, expected.back().right()));
                else
                    expected.emplace_back(QPointF(left, 0), QPointF(right, 1));
            }
        }
        std::size_t at = 0;
        for (const RelatedBox& box : relatedTo(1, rows, layout, window)) {
            if (box.use != RelatedBox::Use::holds) continue;
            QVERIFY(at < expected.size());
            QCOMPARE(box.rect.left(), expected[at].left());
            QCOMPARE(box.rect.right(), expected[at].right());
            ++at;
        }
        QCOMPARE(at, expected.size());
        compared += at;
    }
    QVERIFY(compared > 50);
}

void TestRelated::aLockIsPointedAtByItsRowOrByWhoWaits() {
    const auto pointedAt = [&](ThreadId thread, analysis::ThreadState state) {
        const auto& spans = m_intervals->threads()[thread].spans;
        for (std::size_t i = 0; i < spans.size(); ++i) {
            if (spans[i].state != state) continue;
            Hit hit;
            hit.row = *m_layout->indexOfThread(thread);
            hit.lane = 0;
            hit.first = i;
            hit.last = i + 1;
            return objectOf(*m_rows, *m_layout, hit).value_or(no_object);
        }
        return no_object;
    };
    QCOMPARE(pointedAt(1, analysis::ThreadState::blocked), m_lock);
    QCOMPARE(pointedAt(1, analysis::ThreadState::running), no_object);
    Hit hit;
    hit.row = *m_layout->indexOf({RowId::Kind::object, no_thread, m_lock, 0});
    QCOMPARE(objectOf(*m_rows, *m_layout, hit), std::optional(m_lock));
}

QTEST_MAIN(TestRelated)
#include "tst_related.moc"
