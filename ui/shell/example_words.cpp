#include "ui/shell/example_words.h"

#include <QCoreApplication>

namespace turnwise::ui {

namespace {

#define WORDS(text) QT_TRANSLATE_NOOP("Examples", text)

struct Title {
    const char* name;
    const char* text;
};
// In the order in which the gallery shows them.
constexpr Title titles[] = {
    {"current_thread", WORDS("The current thread")},
    {"ten_identifiers", WORDS("Ten threads, ten identifiers")},
    {"identifier_reuse", WORDS("An identifier is used again")},
    {"enumerate_threads", WORDS("enumerate() and active_count()")},
    {"trace_and_profile", WORDS("settrace() and setprofile()")},
    {"timeout_max", WORDS("TIMEOUT_MAX")},
    {"thread_local", WORDS("Thread-local data")},
    {"thread_target", WORDS("Thread with a target")},
    {"thread_subclass", WORDS("Subclass with run()")},
    {"name_and_daemon", WORDS("Name and daemon")},
    {"daemon_stopped", WORDS("Daemon stopped at exit")},
    {"start_twice", WORDS("start() called twice")},
    {"join_timeout", WORDS("join() with a timeout")},
    {"cpu_bound", WORDS("Threads that calculate")},
    {"io_bound", WORDS("Threads that wait")},
    {"lock", WORDS("A lock")},
    {"release_unlocked", WORDS("Releasing a free lock")},
    {"rlock", WORDS("Reentrant lock")},
    {"condition", WORDS("Producer and consumer")},
    {"queue_of_orders", WORDS("Queue of orders")},
    {"semaphore", WORDS("Three at a time")},
    {"bounded_semaphore", WORDS("Bounded semaphore")},
    {"event", WORDS("Waiting for the server")},
    {"with_statement", WORDS("The with statement")},
    {"barrier", WORDS("Meeting at a barrier")},
    {"timer", WORDS("A timer fires")},
    {"timer_cancelled", WORDS("A timer is cancelled")},
    {"lost_update", WORDS("Lost update")},
    {"deadlock", WORDS("Deadlock of two locks")},
    {"philosophers", WORDS("Dining philosophers")},
    {"thread_exception", WORDS("An exception in a thread")},
};

// Section headings and first comments of resources/examples, word for word.
[[maybe_unused]] constexpr const char* texts_in_files[] = {
    WORDS("Module-level functions"),
    WORDS("Thread-local data"),
    WORDS("Creating threads"),
    WORDS("Thread objects"),
    WORDS("The GIL"),
    WORDS("Lock"),
    WORDS("RLock"),
    WORDS("Condition"),
    WORDS("Semaphore"),
    WORDS("Event"),
    WORDS("with statement"),
    WORDS("Barrier"),
    WORDS("Timer"),
    WORDS("Things that go wrong"),
    WORDS("The main program runs in a thread too; a repr shows class, name, state and identifier."),
    WORDS("Ten threads that are alive at the same time have ten different identifiers."),
    WORDS(
        "Each thread ends before the next one starts, so the next one gets the same number again."),
    WORDS("enumerate() lists the threads that are alive: not those still to be started, not those "
          "that ended."),
    WORDS("Threads started after settrace() report each of their lines, after setprofile() each "
          "call."),
    WORDS(
        "No wait may be longer than TIMEOUT_MAX: a greater timeout raises OverflowError at once."),
    WORDS("One object, yet each thread finds in it only the attributes that it stored itself."),
    WORDS("A thread calls its target with args and kwargs; start() returns while the target still "
          "runs."),
    WORDS("A subclass overrides run() and nothing else but __init__(); start() calls run() in the "
          "new thread."),
    WORDS("A name is only a label and may change; the daemon flag is fixed once the thread has "
          "started."),
    WORDS("The program ends when only daemons are left, and cuts them off: not even `finally` is "
          "reached."),
    WORDS("A thread object runs once in its life: a second start() raises RuntimeError. Make a new "
          "one."),
    WORDS("join(timeout) gives up waiting, not the thread: it returns None either way, so ask "
          "is_alive()."),
    WORDS("Threads that only calculate take turns with the GIL: two together need as long as one "
          "by one."),
    WORDS("A thread that waits gives the GIL away, so five waits of a second take one second, not "
          "five."),
    WORDS("Only the owner of the lock is between acquire and release, so no deposit is lost."),
    WORDS("Nobody holds the lock when it is released again: RuntimeError, and the main thread is "
          "over."),
    WORDS("Its owner may acquire an RLock again; others get it when every acquire has had its "
          "release."),
    WORDS("wait() gives the lock away, and has it again when it returns; then the loop looks once "
          "more."),
    WORDS("A queue.Queue does the waiting for you: put() blocks while it is full, get() while it "
          "is empty."),
    WORDS("Never more than three threads are inside: each of the others waits until one of them "
          "leaves."),
    WORDS(
        "A Semaphore does not notice one release too many; a BoundedSemaphore raises ValueError."),
    WORDS("One set() wakes every client at once; a client that is not woken in time tries again by "
          "itself."),
    WORDS("`with` is short for acquire, try, finally, release: the two functions do exactly the "
          "same."),
    WORDS("Nobody passes the barrier before all three have come; then all three go on together."),
    WORDS("A Timer is a thread that waits before it calls its function; the program does not end "
          "before it."),
    WORDS("cancel() works while the Timer still waits: after four of its five seconds it ends "
          "without a call."),
    WORDS("A thread that is interrupted between its read and its write undoes what others counted "
          "meanwhile."),
    WORDS(
        "Each thread holds the lock that the other one needs, so both wait for ever: a deadlock."),
    WORDS("Everybody holds the left fork and waits for the right one: a ring of five, which one "
          "could break."),
    WORDS("An uncaught error ends its own thread only: the others go on, and so does the main "
          "thread."),
};
#undef WORDS

}  // namespace

QString exampleTitle(const QString& name) {
    const std::size_t place = exampleOrder(name);
    if (place < std::size(titles)) return exampleWords(QString::fromUtf8(titles[place].text));
    QString title = name;
    title.replace(QLatin1Char('_'), QLatin1Char(' '));
    return title;
}

QString exampleWords(const QString& english) {
    return QCoreApplication::translate("Examples", english.toUtf8().constData());
}

std::size_t exampleOrder(const QString& name) {
    std::size_t place = 0;
    while (place < std::size(titles) && name != QLatin1String(titles[place].name))
        ++place;
    return place;
}

}  // namespace turnwise::ui
