// The functions of the threading module.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string_view>
#include <vector>

#include "core/threading/thread.h"
#include "core/threading/timeout.h"
#include "core/trace/recorder.h"

namespace turnwise::threading {

// "Return a list of all Thread objects currently active", in the order of creation: the main
// thread, daemons too; neither ended threads nor threads that have not been started.
std::vector<Thread*> enumerate();
// "The returned count is equal to the length of the list returned by enumerate()."
std::size_t active_count();
// "Return the current Thread object, corresponding to the caller's thread of control."
Thread& current_thread();
// "Return the main Thread object."
Thread& main_thread();
// "Return the 'thread identifier' of the current thread. This is a nonzero integer."
std::int64_t get_ident();
// time.sleep: the running thread sleeps for that much virtual time. Throws ValueError if negative.
void sleep(double seconds);
// print: into the trace, as the running thread's output.
void print(std::string_view text);

// What a trace or profile function is told: "call" and "return" of run(), "exception" that leaves
// it; a profile function also "c_call" for each operation on a primitive, which `detail` describes.
struct HookEvent {
    std::string_view what;  // "call", "return", "exception", "c_call"
    Thread& thread;
    trace::Event detail;  // for c_call: the recorded event
};
// Runs in the thread that it is told of. It may print and use primitives; what it does itself is
// told to no hook. As in CPython one that throws is taken away from that thread, and says why on
// standard error.
using Hook = std::function<void(const HookEvent&)>;

// "Set a trace function for all threads started from the threading module", from now on, "before
// its run() method is called". An empty function takes the hook away again.
void settrace(Hook hook);
// "Set a profile function for all threads started from the threading module."
void setprofile(Hook hook);

class local;

// What the threading module keeps during a run: the hooks, the count of names, objects of threads.
// There is one while a program runs.
class Module final : public trace::Listener {
  public:
    // In the main thread of a run that is being recorded by `recorder`.
    explicit Module(trace::Recorder& recorder);
    Module(const Module&) = delete;
    Module& operator=(const Module&) = delete;
    ~Module() override;

    static Module& current();
    static bool is_active() { return s_current != nullptr; }

    std::uint64_t next_thread_number() { return ++m_thread_number; }  // the N of "Thread-N"
    Thread& main_thread() { return m_main; }
    // The object that stands for a thread; a new one if the program's own is gone.
    Thread& object_of(sched::ThreadControl& thread);
    void set_trace(Hook hook) { m_trace = std::move(hook); }
    void set_profile(Hook hook) { m_profile = std::move(hook); }

    // A local that holds values of threads: they go when their thread ends.
    void remember(local& data);
    void forget(local& data) { std::erase(m_locals, &data); }

    // The running thread is about to call run(), or comes back from it.
    void thread_begins();
    void thread_ends(bool failed);

    void on_event(const trace::Event& event) override;

  private:
    struct ThreadHooks {
        Hook trace;
        Hook profile;
        bool is_telling = false;  // a hook runs: what it does itself is not told to hooks
    };
    void tell(ThreadHooks& hooks, std::string_view what);

    static inline Module* s_current = nullptr;

    trace::Recorder& m_recorder;
    Thread m_main;
    Hook m_trace;
    Hook m_profile;
    std::map<ThreadId, ThreadHooks> m_hooks;
    std::vector<local*> m_locals;                    // in the order in which they came into use
    std::vector<std::unique_ptr<Thread>> m_adopted;  // objects for threads whose own are gone
    std::uint64_t m_thread_number = 0;
};

}  // namespace turnwise::threading
