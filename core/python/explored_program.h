// A Python program that a search executes again and again in this process (core/explore/program.h).
//
// Every execution is an ordinary run of core/sched under a driver, in explored mode: so the
// schedule of each is at the same time one that `turnwise run --schedule` replays. The search stays
// on its own stack; step() switches to the fiber of the thread that was chosen, and that switches
// back at its next scheduling point.
//
// Requests and grants (core/explore/README.md) come out of the scheduler's barging primitives by
// one rule: a thread that was woken, or has just been started, goes on at once to its next
// scheduling point, before the search is asked again. So whoever was woken has what it waited for
// before anybody else can ask for it.
#pragma once

#include <deque>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/explore/program.h"
#include "core/python/interpreter.h"
#include "core/python/search_numbers.h"

struct _frame;   // PyFrameObject
struct _object;  // PyObject

namespace turnwise::python {

class PollWatch;
struct GoesOn;

// Thrown by the constructor: there is nothing to explore. The message says why.
struct NotExplorable : std::runtime_error {
    using std::runtime_error::runtime_error;
};

class ExploredProgram final : public explore::Program {
  public:
    // `options` must be those of an explored run (sched::apply_mode). Starts the interpreter: once
    // a process.
    ExploredProgram(const python::Program& program, const sched::Options& options);
    ~ExploredProgram() override;

    void come_to_rest() override;
    void restart() override;
    void set_polls(explore::Polls polls) override;
    std::span<const ThreadId> enabled() override;
    explore::Operation pending(ThreadId thread) override;
    explore::Event step(ThreadId thread) override;
    const explore::Ending& ending() override;
    std::vector<std::string> unseen() const override;
    bool is_mutex(explore::Object object) const override;
    // Whether more than one thread has printed something, in any execution of this process.
    bool do_several_threads_print() const;
    std::string thread_name(ThreadId thread) const override;
    std::string object_name(explore::Object object) const override;
    explore::Source source(explore::Place place) const override;
    std::string thread_identity(ThreadId thread) const override;
    std::string object_identity(explore::Object object) const override;

    // Only what several threads access, and at least one of them changes, is a step of a search.
    // What that is, executions show: true if one has shown more since begin_search(), which a
    // search begins with. Then the search that goes on is worth nothing and another one has to
    // begin.
    bool has_learnt() const;
    std::size_t shared_cells() const;  // how many there are that is so of
    void begin_search();

    // From the next execution on: other rules, and whether the schedule is kept, which costs time.
    void set_options(const sched::Options& options);
    void keep_schedules(bool keeps);
    // Of the execution that is over: what `turnwise run --schedule` replays.
    std::string schedule_text() const;
    // Of the execution that goes on: how many choices its schedule has so far.
    std::uint64_t choices_made() const;

    // --- for core/python, in an execution
    static ExploredProgram* current();
    // The running thread is about to execute an instruction that accesses these cells.
    void access(std::span<const explore::Access> accesses);
    // It accesses them once more, in the step that goes on.
    void access_again(std::span<const explore::Access> accesses);
    // It returns into the middle of an instruction. Whether what follows is a step that says what
    // it accesses.
    bool goes_on(const GoesOn& instruction);
    // It looks at which threads there are.
    void looks_at_threads();
    // A number for the step that goes on: another one for each of an execution.
    std::uint64_t step_now() const;
    // The running thread is about to import a module that was not there when the first thread was
    // started, by that instruction of the frame; it is about to execute another one of a frame.
    void begins_import(_frame* frame);
    void may_end_import(_frame* frame);
    // What sees whether the running thread polls; nullptr where nobody wants to know.
    PollWatch* poll_watch();
    // It reads a clock.
    void clock_is_read();
    // It does: poll_watch() knows what its last round came to.
    void polls();
    // `exception`, a PyObject, has ended the running thread.
    void failed(_object* exception);
    void print(std::string_view text);

  private:
    class Execution;
    std::unique_ptr<Execution> m_execution;
};

}  // namespace turnwise::python
