#include <QtTest>
#include <memory>

#include "core/threading/local.h"
#include "core/threading/module.h"
#include "tests/support/compare_text.h"
#include "tests/support/run_program.h"
#include "tests/support/trace_text.h"

using namespace turnwise;
using namespace turnwise::threading;
using support::error_of;
using support::Run;
using support::run_program;

namespace {

struct Noisy {
    explicit Noisy(std::string* notes_) : notes(notes_) {}
    ~Noisy() { *notes += "gone in " + current_thread().name() + "; "; }
    std::string* notes;
};

}  // namespace

template <>
struct fmt::formatter<std::shared_ptr<Noisy>> : fmt::formatter<std::string> {
    auto format(const std::shared_ptr<Noisy>&, format_context& context) const {
        return fmt::formatter<std::string>::format("noisy", context);
    }
};

class LocalTest : public QObject {
    Q_OBJECT

  private slots:
    void each_thread_has_values_of_its_own();
    void a_new_thread_has_no_values();
    void a_value_can_be_changed_and_deleted();
    void an_attribute_that_is_not_there_is_an_error();
    void the_trace_tells_whose_value_it_is();
    void a_new_thread_with_a_used_identifier_has_no_values();
    void values_die_with_their_thread_and_in_it();
    void two_locals_keep_their_values_apart();
};

void LocalTest::each_thread_has_values_of_its_own() {
    const Run run = run_program([] {
        local data;
        data.set("x", 1);
        Thread thread{{.target = [&] {
            data.set("x", 2);
            threading::sleep(1);
            print(std::to_string(data.get<int>("x")));
        }}};
        thread.start();
        print(std::to_string(data.get<int>("x")));
        thread.join();
        print(std::to_string(data.get<int>("x")));
    });
    COMPARE_TEXT(support::output(run.trace), "121");
}

void LocalTest::a_new_thread_has_no_values() {
    const Run run = run_program([] {
        local data;
        data.set("x", std::string("main"));
        Thread thread{{.target = [&] { print(data.has("x") ? "has" : "has not"); }}};
        thread.start();
        thread.join();
    });
    COMPARE_TEXT(support::output(run.trace), "has not");
}

void LocalTest::a_value_can_be_changed_and_deleted() {
    const Run run = run_program([] {
        local data("data");
        data.set("x", 1);
        data.set("x", std::string("two"));
        print(data.get<std::string>("x"));
        data.erase("x");
        print(data.has("x") ? " has" : " has not");
    });
    COMPARE_TEXT(support::output(run.trace), "two has not");
    COMPARE_TEXT(support::operations(run.trace),
                 "T0 let data.x=1 | T0 let data.x=two | T0 del data.x");
}

void LocalTest::an_attribute_that_is_not_there_is_an_error() {
    std::string texts;
    run_program([&] {
        local data;
        texts += error_of<AttributeError>([&] { data.get<int>("x"); }) + "; ";
        texts += error_of<AttributeError>([&] { data.erase("y"); });
    });
    COMPARE_TEXT(texts,
                 "'_thread._local' object has no attribute 'x'; "
                 "'_thread._local' object has no attribute 'y'");
}

void LocalTest::the_trace_tells_whose_value_it_is() {
    const Run run = run_program([] {
        local data("data");
        data.set("x", 1);
        Thread thread{{.target = [&] { data.set("x", 2.5); }}};
        thread.start();
        thread.join();
    });
    COMPARE_TEXT(support::operations(run.trace), "T0 let data.x=1 | T1 let data.x=2.5");
}

void LocalTest::a_new_thread_with_a_used_identifier_has_no_values() {
    const Run run = run_program([] {
        local data;
        const auto look = [&] {
            print(std::to_string(get_ident()) + (data.has("x") ? " has; " : " has not; "));
            data.set("x", 1);
        };
        for (int i = 0; i < 2; ++i) {
            Thread thread{{.target = look}};
            thread.start();
            thread.join();
        }
    });
    COMPARE_TEXT(support::output(run.trace), "2 has not; 2 has not; ");
}

void LocalTest::values_die_with_their_thread_and_in_it() {
    std::string notes;
    run_program([&] {
        local data;
        Thread thread{{.target =
                           [&] {
                               data.set("x", std::make_shared<Noisy>(&notes));
                               notes += "set; ";
                           },
                       .name = "worker"}};
        thread.start();
        thread.join();
        notes += "joined; ";
    });
    COMPARE_TEXT(notes, "set; gone in worker; joined; ");
}

void LocalTest::two_locals_keep_their_values_apart() {
    const Run run = run_program([] {
        local one("one");
        local two("two");
        one.set("x", 1);
        print(two.has("x") ? "has" : "has not");
    });
    COMPARE_TEXT(support::output(run.trace), "has not");
}

QTEST_GUILESS_MAIN(LocalTest)
#include "tst_local.moc"
