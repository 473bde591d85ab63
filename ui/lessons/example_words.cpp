#include "ui/lessons/example_words.h"

#include <QCoreApplication>

namespace turnwise::ui {

namespace {

struct Title {
    const char* name;
    const char* text;
};
// In the order in which the gallery shows them.
constexpr Title titles[] = {
    {"current_thread", QT_TRANSLATE_NOOP("Examples", "The current thread")},
    {"ten_identifiers", QT_TRANSLATE_NOOP("Examples", "Ten threads, ten identifiers")},
    {"identifier_reuse", QT_TRANSLATE_NOOP("Examples", "An identifier is used again")},
    {"enumerate_threads", QT_TRANSLATE_NOOP("Examples", "enumerate() and active_count()")},
    {"trace_and_profile", QT_TRANSLATE_NOOP("Examples", "settrace() and setprofile()")},
    {"timeout_max", QT_TRANSLATE_NOOP("Examples", "TIMEOUT_MAX")},
    {"thread_local", QT_TRANSLATE_NOOP("Examples", "Thread-local data")},
    {"thread_target", QT_TRANSLATE_NOOP("Examples", "Thread with a target")},
    {"thread_subclass", QT_TRANSLATE_NOOP("Examples", "Subclass with run()")},
    {"name_and_daemon", QT_TRANSLATE_NOOP("Examples", "Name and daemon")},
    {"daemon_stopped", QT_TRANSLATE_NOOP("Examples", "Daemon stopped at exit")},
    {"start_twice", QT_TRANSLATE_NOOP("Examples", "start() called twice")},
    {"join_timeout", QT_TRANSLATE_NOOP("Examples", "join() with a timeout")},
    {"cpu_bound", QT_TRANSLATE_NOOP("Examples", "Threads that calculate")},
    {"io_bound", QT_TRANSLATE_NOOP("Examples", "Threads that wait")},
    {"lock", QT_TRANSLATE_NOOP("Examples", "A lock")},
    {"release_unlocked", QT_TRANSLATE_NOOP("Examples", "Releasing a free lock")},
    {"rlock", QT_TRANSLATE_NOOP("Examples", "Reentrant lock")},
    {"condition", QT_TRANSLATE_NOOP("Examples", "Producer and consumer")},
    {"queue_of_orders", QT_TRANSLATE_NOOP("Examples", "Queue of orders")},
    {"semaphore", QT_TRANSLATE_NOOP("Examples", "Three at a time")},
    {"bounded_semaphore", QT_TRANSLATE_NOOP("Examples", "Bounded semaphore")},
    {"event", QT_TRANSLATE_NOOP("Examples", "Waiting for the server")},
    {"with_statement", QT_TRANSLATE_NOOP("Examples", "The with statement")},
    {"barrier", QT_TRANSLATE_NOOP("Examples", "Meeting at a barrier")},
    {"timer", QT_TRANSLATE_NOOP("Examples", "A timer fires")},
    {"timer_cancelled", QT_TRANSLATE_NOOP("Examples", "A timer is cancelled")},
    {"priority_inversion", QT_TRANSLATE_NOOP("Examples", "Priority inversion")},
    {"lost_update", QT_TRANSLATE_NOOP("Examples", "Lost update")},
    {"deadlock", QT_TRANSLATE_NOOP("Examples", "Deadlock of two locks")},
    {"philosophers", QT_TRANSLATE_NOOP("Examples", "Dining philosophers")},
    {"thread_exception", QT_TRANSLATE_NOOP("Examples", "An exception in a thread")},
};

// Section headings and first comments of resources/examples, word for word.
[[maybe_unused]] constexpr const char* texts_in_files[] = {
    QT_TRANSLATE_NOOP("Examples", "Module-level functions"),
    QT_TRANSLATE_NOOP("Examples", "Thread-local data"),
    QT_TRANSLATE_NOOP("Examples", "Creating threads"),
    QT_TRANSLATE_NOOP("Examples", "Thread objects"),
    QT_TRANSLATE_NOOP("Examples", "The GIL"),
    QT_TRANSLATE_NOOP("Examples", "Lock"),
    QT_TRANSLATE_NOOP("Examples", "RLock"),
    QT_TRANSLATE_NOOP("Examples", "Condition"),
    QT_TRANSLATE_NOOP("Examples", "Semaphore"),
    QT_TRANSLATE_NOOP("Examples", "Event"),
    QT_TRANSLATE_NOOP("Examples", "with statement"),
    QT_TRANSLATE_NOOP("Examples", "Barrier"),
    QT_TRANSLATE_NOOP("Examples", "Timer"),
    QT_TRANSLATE_NOOP("Examples", "Things that go wrong"),
    QT_TRANSLATE_NOOP(
        "Examples",
        "The main program runs in a thread too; a repr shows class, name, state and identifier."),
    QT_TRANSLATE_NOOP(
        "Examples", "Ten threads that are alive at the same time have ten different identifiers."),
    QT_TRANSLATE_NOOP(
        "Examples",
        "Each thread ends before the next one starts, so the next one gets the same number again."),
    QT_TRANSLATE_NOOP(
        "Examples",
        "enumerate() lists the threads that are alive: not those still to be started, not those "
        "that ended."),
    QT_TRANSLATE_NOOP(
        "Examples",
        "Threads started after settrace() report each of their lines, after setprofile() each "
        "call."),
    QT_TRANSLATE_NOOP(
        "Examples",
        "No wait may be longer than TIMEOUT_MAX: a greater timeout raises OverflowError at once."),
    QT_TRANSLATE_NOOP(
        "Examples",
        "One object, yet each thread finds in it only the attributes that it stored itself."),
    QT_TRANSLATE_NOOP(
        "Examples",
        "A thread calls its target with args and kwargs; start() returns while the target still "
        "runs."),
    QT_TRANSLATE_NOOP(
        "Examples",
        "A subclass overrides run() and nothing else but __init__(); start() calls run() in the "
        "new thread."),
    QT_TRANSLATE_NOOP(
        "Examples",
        "A name is only a label and may change; the daemon flag is fixed once the thread has "
        "started."),
    QT_TRANSLATE_NOOP(
        "Examples",
        "The program ends when only daemons are left, and cuts them off: not even `finally` is "
        "reached."),
    QT_TRANSLATE_NOOP(
        "Examples",
        "A thread object runs once in its life: a second start() raises RuntimeError. Make a new "
        "one."),
    QT_TRANSLATE_NOOP(
        "Examples",
        "join(timeout) gives up waiting, not the thread: it returns None either way, so ask "
        "is_alive()."),
    QT_TRANSLATE_NOOP(
        "Examples",
        "high waits for the lock of low, but medium keeps low from running: inheriting priorities "
        "helps."),
    QT_TRANSLATE_NOOP("Examples",
                      "Threads that only calculate take turns with the GIL: four together need "
                      "four times as long "
                      "as one."),
    QT_TRANSLATE_NOOP(
        "Examples",
        "A thread that waits gives the GIL away, so five waits of a second take one second, not "
        "five."),
    QT_TRANSLATE_NOOP(
        "Examples",
        "Only the owner of the lock is between acquire and release, so no deposit is lost."),
    QT_TRANSLATE_NOOP(
        "Examples",
        "Nobody holds the lock when it is released again: RuntimeError, and the main thread is "
        "over."),
    QT_TRANSLATE_NOOP(
        "Examples",
        "Its owner may acquire an RLock again; others get it when every acquire has had its "
        "release."),
    QT_TRANSLATE_NOOP(
        "Examples",
        "wait() gives the lock away, and has it again when it returns; then the loop looks once "
        "more."),
    QT_TRANSLATE_NOOP(
        "Examples",
        "A queue.Queue does the waiting for you: put() blocks while it is full, get() while it "
        "is empty."),
    QT_TRANSLATE_NOOP(
        "Examples",
        "Never more than three threads are inside: each of the others waits until one of them "
        "leaves."),
    QT_TRANSLATE_NOOP(
        "Examples",
        "A Semaphore does not notice one release too many; a BoundedSemaphore raises ValueError."),
    QT_TRANSLATE_NOOP(
        "Examples",
        "One set() wakes every client at once; a client that is not woken in time tries again by "
        "itself."),
    QT_TRANSLATE_NOOP(
        "Examples",
        "`with` is short for acquire, try, finally, release: the two functions do exactly the "
        "same."),
    QT_TRANSLATE_NOOP(
        "Examples",
        "Nobody passes the barrier before all three have come; then all three go on together."),
    QT_TRANSLATE_NOOP(
        "Examples",
        "A Timer is a thread that waits before it calls its function; the program does not end "
        "before it."),
    QT_TRANSLATE_NOOP(
        "Examples",
        "cancel() works while the Timer still waits: after four of its five seconds it ends "
        "without a call."),
    QT_TRANSLATE_NOOP(
        "Examples",
        "A thread that is interrupted between its read and its write undoes what others counted "
        "meanwhile."),
    QT_TRANSLATE_NOOP(
        "Examples",
        "Each thread holds the lock that the other one needs, so both wait for ever: a deadlock."),
    QT_TRANSLATE_NOOP(
        "Examples",
        "Everybody holds the left fork and waits for the right one: a ring of five, which one "
        "could break."),
    QT_TRANSLATE_NOOP(
        "Examples",
        "An uncaught error ends its own thread only: the others go on, and so does the main "
        "thread."),
};

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
