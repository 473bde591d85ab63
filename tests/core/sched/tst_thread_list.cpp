#include <QtTest>
#include <deque>

#include "core/sched/thread_control.h"
#include "tests/support/compare_text.h"

using namespace turnwise;
using sched::ThreadControl;
using sched::ThreadList;

namespace {

std::string text_of(const ThreadList& list) {
    std::string text;
    for (const auto* thread = list.front(); thread; thread = ThreadList::next(*thread))
        text += thread->name;
    return text;
}

}  // namespace

class ThreadListTest : public QObject {
    Q_OBJECT

  private slots:
    void init();
    void first_in_is_first();
    void any_thread_can_leave();
    void who_left_can_come_again_at_the_end();
    void a_cleared_list_lets_go_of_its_threads();

  private:
    std::deque<ThreadControl> m_threads;
};

void ThreadListTest::init() {
    m_threads.clear();
    for (const char* name : {"a", "b", "c", "d"})
        m_threads.emplace_back(static_cast<ThreadId>(m_threads.size()), name);
}

void ThreadListTest::first_in_is_first() {
    ThreadList list;
    QVERIFY(list.is_empty());
    for (auto& thread : m_threads)
        list.push_back(thread);
    COMPARE_TEXT(text_of(list), "abcd");
    QCOMPARE(list.size(), std::size_t{4});
    list.clear();
}

void ThreadListTest::any_thread_can_leave() {
    ThreadList list;
    for (auto& thread : m_threads)
        list.push_back(thread);
    list.remove(m_threads[1]);
    COMPARE_TEXT(text_of(list), "acd");
    list.remove(m_threads[3]);
    COMPARE_TEXT(text_of(list), "ac");
    list.remove(m_threads[0]);
    COMPARE_TEXT(text_of(list), "c");
    list.remove(m_threads[2]);
    QVERIFY(list.is_empty());
    QCOMPARE(list.size(), std::size_t{0});
}

void ThreadListTest::who_left_can_come_again_at_the_end() {
    ThreadList list;
    for (auto& thread : m_threads)
        list.push_back(thread);
    list.remove(m_threads[0]);
    list.push_back(m_threads[0]);
    COMPARE_TEXT(text_of(list), "bcda");
    list.clear();
}

void ThreadListTest::a_cleared_list_lets_go_of_its_threads() {
    ThreadList list;
    ThreadList other;
    for (auto& thread : m_threads)
        list.push_back(thread);
    list.clear();
    QVERIFY(list.is_empty());
    for (auto& thread : m_threads)
        other.push_back(thread);
    COMPARE_TEXT(text_of(other), "abcd");
    other.clear();
}

QTEST_GUILESS_MAIN(ThreadListTest)
#include "tst_thread_list.moc"
