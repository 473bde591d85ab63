// Thread: "an activity that is run in a separate thread of control".
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "core/sched/thread_control.h"

namespace turnwise::threading {

// Keyword arguments of Thread: `Thread t{{.target = f, .name = "worker", .daemon = true}};`
struct ThreadArguments {
    std::function<void()> target = {};  // called by run()
    std::string name = {};              // "" for "Thread-N"
    std::optional<bool> daemon = {};    // std::nullopt: as the thread that creates this one
};

class Thread {
  public:
    explicit Thread(ThreadArguments arguments = {});
    Thread(const Thread&) = delete;
    Thread& operator=(const Thread&) = delete;
    // The object of a thread with a target may go before its activity ends; current_thread() and
    // enumerate() then give another one for it. An object of a subclass that overrides run() must
    // outlive it.
    virtual ~Thread();

    // "Start the thread's activity." Returns once the new thread runs.
    // "It will raise a RuntimeError if called more than once on the same thread object."
    void start();
    // "Method representing the thread's activity. You may override this method in a subclass."
    // An exception that leaves it ends the thread and is recorded.
    virtual void run();
    // "Wait until the thread terminates", or until the timeout (seconds; negative as 0).
    // Throws RuntimeError before start() and when a thread joins itself.
    void join(std::optional<double> timeout = std::nullopt);
    // "True from just before the run() method starts until just after the run() method terminates."
    bool is_alive() const;

    const std::string& name() const { return m_control->name; }
    void set_name(std::string name);
    bool daemon() const { return m_control->daemon; }
    // "This must be set before start() is called, otherwise RuntimeError is raised."
    void set_daemon(bool daemon);
    // The 'thread identifier', a nonzero integer that may be recycled; nullopt before start().
    std::optional<std::int64_t> ident() const;

    const std::string& getName() const { return name(); }
    void setName(std::string name) { set_name(std::move(name)); }
    bool isDaemon() const { return daemon(); }
    void setDaemon(bool daemon) { set_daemon(daemon); }

    sched::ThreadControl& control() const { return *m_control; }

    // The object of a thread that exists already, such as the main thread.
    explicit Thread(sched::ThreadControl& existing);

  private:
    struct Activity;

    sched::ThreadControl* m_control;       // owned by the scheduler
    std::shared_ptr<Activity> m_activity;  // shared with the running thread
};

}  // namespace turnwise::threading
