// A program for the explorer, written in C++: threads are coroutines, shared objects are rows of a
// table.
//
// It follows the request/grant model of core/explore/README.md to the letter and serves as the
// explorer's test bench: no Python, no fibers, hundreds of thousands of executions a second.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/explore/program.h"
#include "tests/support/model/task.h"

namespace turnwise::support::model {

class Model final : public explore::Program {
  public:
    using Body = std::function<Task()>;
    using Setup = std::function<void(Model&)>;

    // `setup` is called at each restart: it sets initial values, declares and starts threads.
    explicit Model(Setup setup);

    // ---- for setup and bodies
    // The object of that name; the same number for ever.
    Object object(std::string_view name);
    void set_value(Object object, std::int64_t value) { shared(object).value = value; }
    void set_tokens(Object semaphore, std::int64_t count);
    // A thread that a body may start; its name is that of the object.
    void declare(Object thread, Body body);
    // A thread that is there from the beginning. All of these come before the first that is
    // declared.
    void begin(Object thread, Body body);
    // Of the thread that is running, in the step that it is in.
    void fail(std::string message);
    // What is told apart beside the values of cells; of all threads, in ascending order of `slot`.
    void note(std::size_t slot, std::int64_t value);
    // Part of the output.
    void print(std::string_view text) { m_ending.output += text; }

    // ---- switches
    bool names_equal_writes = false;  // the reduction of Operation::value
    bool remembers_reads = false;     // what each thread read is part of the final state

    // ---- explore::Program
    void restart() override;
    ThreadId initial_threads() const override { return m_initial_threads; }
    std::span<const ThreadId> enabled() override;
    explore::Operation pending(ThreadId thread) override;
    explore::Event step(ThreadId thread) override;
    const explore::Ending& ending() override;
    std::string thread_name(ThreadId thread) const override;
    std::string object_name(Object object) const override { return m_names.at(object); }
    explore::Source source(explore::Place place) const override;

    // A digest of the whole state, for the diamond test.
    std::uint64_t state_hash() const;

  private:
    using Position = explore::Position;
    static constexpr Position nobody = ~Position{0};

    struct Waiter {
        ThreadId thread = no_thread;
        Object lock = 0;  // of a condition
        Position position = 0;
    };
    // Whatever an object needs, by kind.
    struct Shared {
        std::int64_t value = 0;           // cell; semaphore: count; event: flag
        ThreadId owner = no_thread;       // lock
        Position last_release = nobody;   // lock
        Position set_at = nobody;         // event
        std::int64_t initial_tokens = 0;  // semaphore: those nobody posted
        std::vector<Position> tokens;     // semaphore: who posted the others
        std::vector<Waiter> queue;
        bool is_cell = false;
    };
    struct Thread {
        Body body;
        Task task;
        Object object = 0;
        bool has_begun = false;
        bool has_ended = false;
        bool is_blocked = false;
        bool was_granted = false;  // before its pending expire, by granted_by
        Position granted_by = nobody;
        Request request;  // pending; of an expire: a is the Op, and the objects are those it was
                          // asked of
        std::optional<std::int64_t>
            wait_result;               // of a condition's wait, until the lock is taken again
        std::vector<Position> grants;  // of its next step
        Position last = nobody;        // its last step
        std::uint32_t steps = 0;
        std::vector<ThreadId> joiners;
        std::uint64_t reads = 0;
    };

    struct StepId {
        ThreadId thread;
        std::uint32_t index;
    };

    Shared& shared(Object object) { return m_shared[object]; }
    ThreadId thread_number(Object object);
    void advance(ThreadId number, std::int64_t result);
    void end(ThreadId number);
    void grant(ThreadId number, Position position);
    void wait(Thread& thread, const Request& request);
    void arm(Thread& thread, const Request& request, Position granted_by);
    void carry(Thread& thread, Position position);
    // Each takes a step; true if the thread goes on with `result`, false if it waits.
    bool perform(ThreadId number, const Request& request, std::int64_t& result);
    bool perform_on_memory(Thread& thread, const Request& request, std::int64_t& result);
    bool perform_on_lock(ThreadId number, const Request& request, std::int64_t& result);
    bool perform_on_semaphore(ThreadId number, const Request& request, std::int64_t& result);
    bool perform_on_event(ThreadId number, const Request& request, std::int64_t& result);
    bool expire(ThreadId number, std::int64_t& result);
    void release(Object lock);
    void post(Object semaphore);
    Position take_token(Shared& semaphore);
    void notify(const Request& request);
    void arrive(ThreadId number, const Request& request);
    explore::Operation describe(const Thread& thread);
    // What the accesses of a step are in this state; does them if `performs`. Returns what was read
    // last.
    std::int64_t walk(const Group& group, bool performs);
    std::uint64_t hash_of(Position position) const;

    Setup m_setup;
    std::map<std::string, Object, std::less<>> m_objects;
    std::vector<std::string> m_names;  // by object
    std::deque<Shared> m_shared;       // by object
    std::deque<Thread> m_threads;      // by thread number, in the order in which names were seen
    std::vector<ThreadId> m_numbers;   // thread number by object
    std::vector<ThreadId> m_enabled;
    std::vector<Position> m_grants;  // of the event that was returned last
    std::vector<StepId> m_steps;     // taken so far
    Position m_position = 0;         // of the step that is taken
    ThreadId m_running = no_thread;
    ThreadId m_initial_threads = 0;
    std::vector<std::int64_t> m_notes;
    explore::Ending m_ending;
    explore::AccessSets m_sets;
    std::vector<explore::Access> m_accesses;                 // of the group that was walked last
    std::vector<std::pair<Object, std::int64_t>> m_overlay;  // what it wrote
};

}  // namespace turnwise::support::model
