#include <QtTest>
#include <deque>
#include <list>

#include "core/base/random.h"
#include "core/sched/ready_line.h"
#include "tests/support/compare_text.h"

using namespace turnwise;
using sched::ReadyLine;
using sched::ThreadControl;

namespace {

std::string text_of(const ReadyLine& line) {
    std::string text;
    for (std::size_t i = 0; i < line.size(); ++i)
        text += line.at(i)->name;
    return text;
}

}  // namespace

class ReadyLineTest : public QObject {
    Q_OBJECT

  private slots:
    void init();
    void first_in_is_first();
    void a_thread_can_leave_from_anywhere();
    void a_thread_is_found_by_its_number_while_it_is_in_line();
    void the_front_can_leave_and_come_again_for_ever();
    void it_does_what_a_list_does();

  private:
    std::deque<ThreadControl> m_threads;
};

void ReadyLineTest::init() {
    m_threads.clear();
    for (const char* name : {"a", "b", "c", "d", "e", "f"})
        m_threads.emplace_back(static_cast<ThreadId>(m_threads.size()), name);
}

void ReadyLineTest::first_in_is_first() {
    ReadyLine line;
    QVERIFY(line.is_empty());
    QVERIFY(!line.front());
    for (auto& thread : m_threads)
        line.push_back(thread);
    COMPARE_TEXT(text_of(line), "abcdef");
    COMPARE_TEXT(line.front()->name, "a");
}

void ReadyLineTest::a_thread_can_leave_from_anywhere() {
    ReadyLine line;
    for (auto& thread : m_threads)
        line.push_back(thread);
    line.remove(m_threads[2]);
    line.remove(m_threads[0]);
    line.remove(m_threads[5]);
    COMPARE_TEXT(text_of(line), "bde");
    line.remove(m_threads[1]);
    line.remove(m_threads[3]);
    line.remove(m_threads[4]);
    QVERIFY(line.is_empty());
}

void ReadyLineTest::a_thread_is_found_by_its_number_while_it_is_in_line() {
    ReadyLine line;
    for (auto& thread : m_threads)
        line.push_back(thread);
    line.remove(m_threads[0]);  // at the front, where places are cleared away later
    line.remove(m_threads[3]);
    QVERIFY(!line.find(0));
    QVERIFY(!line.find(3));
    QVERIFY(!line.find(77));
    QCOMPARE(line.find(4), &m_threads[4]);
}

void ReadyLineTest::the_front_can_leave_and_come_again_for_ever() {
    ReadyLine line;
    for (auto& thread : m_threads)
        line.push_back(thread);
    for (int i = 0; i < 1000; ++i) {
        ThreadControl& front = *line.front();
        line.remove(front);
        line.push_back(front);
    }
    COMPARE_TEXT(text_of(line), "efabcd");
}

void ReadyLineTest::it_does_what_a_list_does() {
    Random random(1);
    ReadyLine line;
    std::list<ThreadControl*> list;
    for (int i = 0; i < 5000; ++i) {
        ThreadControl& thread = m_threads[random.below(m_threads.size())];
        const auto place = std::find(list.begin(), list.end(), &thread);
        if (place == list.end()) {
            line.push_back(thread);
            list.push_back(&thread);
        } else {
            line.remove(thread);
            list.erase(place);
        }
        std::string expected;
        for (const auto* each : list)
            expected += each->name;
        COMPARE_TEXT(text_of(line), expected);
    }
}

QTEST_GUILESS_MAIN(ReadyLineTest)
#include "tst_ready_line.moc"
