#include <QtTest>
#include <cerrno>
#include <exception>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>

#include "core/fiber/fiber.h"
#include "tests/support/compare_text.h"

using namespace turnwise::fiber;

namespace {

// A fiber beside the test itself; each can let the other go on.
class Pair {
  public:
    explicit Pair(std::function<void(Pair&)> body) : m_body(std::move(body)) {
        m_fiber.emplace(m_stacks.acquire(), &Pair::begin, this);
    }

    void enter() { Fiber::switch_to(m_home, *m_fiber); }  // from the test
    void leave() { Fiber::switch_to(*m_fiber, m_home); }  // from the fiber

    bool is_over = false;

  private:
    static void begin(void* argument) {
        auto& self = *static_cast<Pair*>(argument);
        self.m_body(self);
        self.is_over = true;
        Fiber::leave_for_ever(*self.m_fiber, self.m_home);
    }

    StackPool m_stacks;
    Fiber m_home;
    std::optional<Fiber> m_fiber;
    std::function<void(Pair&)> m_body;
};

}  // namespace

class FiberTest : public QObject {
    Q_OBJECT

  private slots:
    void two_fibers_take_turns();
    void locals_survive_a_switch();
    void an_exception_is_caught_on_the_fiber_that_threw_it();
    void exceptions_being_handled_are_kept_apart();
    void exceptions_in_flight_are_kept_apart();
    void errno_belongs_to_the_fiber();
    void a_new_fiber_begins_without_an_error_number();
    void a_hundred_fibers_can_be_left_in_any_order();
};

void FiberTest::two_fibers_take_turns() {
    std::string said;
    Pair pair([&](Pair& self) {
        for (const char* word : {"b", "d"}) {
            said += word;
            self.leave();
        }
        said += "f";
    });
    for (const char* word : {"a", "c", "e"}) {
        said += word;
        pair.enter();
    }
    COMPARE_TEXT(said, "abcdef");
    QVERIFY(pair.is_over);
}

void FiberTest::locals_survive_a_switch() {
    double result = 0;
    Pair pair([&](Pair& self) {
        double sum = 0.5;
        std::string text(100, 'x');
        for (int i = 0; i < 10; ++i) {
            self.leave();
            sum += i;
            text += 'y';
        }
        result = sum + static_cast<double>(text.size());
    });
    for (int i = 0; i < 11; ++i)
        pair.enter();
    QCOMPARE(result, 45.5 + 110);
}

void FiberTest::an_exception_is_caught_on_the_fiber_that_threw_it() {
    std::string caught;
    Pair pair([&](Pair& self) {
        try {
            self.leave();
            throw std::runtime_error("deep");
        } catch (const std::exception& error) {
            caught = error.what();
        }
    });
    pair.enter();
    pair.enter();
    COMPARE_TEXT(caught, "deep");
}

// The rule is never to switch while handling an exception; that nothing breaks all the same
// protects from a destructor or a handler that does.
void FiberTest::exceptions_being_handled_are_kept_apart() {
    std::string rethrown;
    bool fiber_saw_an_exception = true;
    Pair pair([&](Pair& self) {
        fiber_saw_an_exception = std::current_exception() != nullptr;
        try {
            throw std::runtime_error("of the fiber");
        } catch (...) {
            self.leave();
            try {
                throw;
            } catch (const std::exception& error) {
                rethrown = error.what();
            }
        }
    });
    std::string rethrown_at_home;
    try {
        throw std::runtime_error("of home");
    } catch (...) {
        pair.enter();
        try {
            throw;
        } catch (const std::exception& error) {
            rethrown_at_home = error.what();
        }
    }
    QVERIFY(std::current_exception() == nullptr);
    pair.enter();
    QVERIFY(!fiber_saw_an_exception);
    COMPARE_TEXT(rethrown_at_home, "of home");
    COMPARE_TEXT(rethrown, "of the fiber");
}

void FiberTest::exceptions_in_flight_are_kept_apart() {
    struct Leaver {
        Pair& pair;
        ~Leaver() { pair.leave(); }
    };
    int in_flight_at_home = -1;
    int in_flight_on_return = -1;
    Pair pair([&](Pair& self) {
        try {
            Leaver leaver{self};
            throw 1;
        } catch (int) {
            in_flight_on_return = std::uncaught_exceptions();
        }
    });
    pair.enter();
    in_flight_at_home = std::uncaught_exceptions();
    pair.enter();
    QCOMPARE(in_flight_at_home, 0);
    QCOMPARE(in_flight_on_return, 0);
    QVERIFY(pair.is_over);
}

void FiberTest::errno_belongs_to_the_fiber() {
    int seen = 0;
    Pair pair([&](Pair& self) {
        errno = ENOENT;
        self.leave();
        seen = errno;
    });
    errno = EINTR;
    pair.enter();
    QCOMPARE(errno, EINTR);
    errno = EAGAIN;
    pair.enter();
    QCOMPARE(seen, ENOENT);
    QCOMPARE(errno, EAGAIN);
}

void FiberTest::a_new_fiber_begins_without_an_error_number() {
    int seen = -1;
    Pair pair([&](Pair&) { seen = errno; });
    errno = EINTR;
    pair.enter();
    QCOMPARE(seen, 0);
}

void FiberTest::a_hundred_fibers_can_be_left_in_any_order() {
    std::string said;
    std::vector<std::unique_ptr<Pair>> pairs;
    for (int i = 0; i < 100; ++i)
        pairs.push_back(std::make_unique<Pair>([&said, i](Pair& self) {
            self.leave();
            said += static_cast<char>('0' + i % 10);
        }));
    for (auto& pair : pairs)
        pair->enter();
    for (auto pair = pairs.rbegin(); pair != pairs.rend(); ++pair)
        (*pair)->enter();
    COMPARE_TEXT(said.substr(0, 12), "987654321098");
    QCOMPARE(said.size(), std::size_t{100});
}

QTEST_GUILESS_MAIN(FiberTest)
#include "tst_fiber.moc"
