#include "core/threading/module.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/sched/scheduler.h"
#include "core/threading/errors.h"
#include "core/threading/local.h"

namespace turnwise::threading {

using sched::Scheduler;
using trace::EventKind;

std::vector<Thread*> enumerate() {
    std::vector<Thread*> alive;
    for (const auto& thread : Scheduler::current().threads())
        if (thread->is_alive()) alive.push_back(&Module::current().object_of(*thread));
    return alive;
}

std::size_t active_count() {
    return enumerate().size();
}

Thread& current_thread() {
    return Module::current().object_of(Scheduler::current().running());
}

Thread& main_thread() {
    return Module::current().main_thread();
}

std::int64_t get_ident() {
    return Scheduler::current().running().ident;
}

// Going to sleep costs what an operation costs, so that a loop over sleep(0) lets time pass.
void sleep(double seconds) {
    if (seconds < 0) raise_value_error("sleep length must be non-negative");
    const Tick until = deadline_after(seconds);
    Scheduler& scheduler = Scheduler::current();
    scheduler.spend(scheduler.options().operation_cost);
    scheduler.sleep_until(until);
}

namespace {

void write(std::string_view text, std::int64_t stream) {
    Scheduler& scheduler = Scheduler::current();
    scheduler.count_output(text.size());
    if (!scheduler.recorder()) return;
    trace::Event record = scheduler.event(EventKind::output);
    record.text = scheduler.intern(text);
    record.value = stream;
    scheduler.record(record);
}

void record_hook(std::string_view name, const Hook& hook) {
    Scheduler& scheduler = Scheduler::current();
    if (!scheduler.recorder()) return;
    trace::Event record = scheduler.event(EventKind::hook_set);
    record.text = scheduler.intern(name);
    record.detail = scheduler.intern(hook ? "function" : "");
    scheduler.record(record);
}

}  // namespace

void print(std::string_view text) {
    write(text, 1);
}

void settrace(Hook hook) {
    record_hook("threading.settrace", hook);
    Module::current().set_trace(std::move(hook));
}

void setprofile(Hook hook) {
    record_hook("threading.setprofile", hook);
    Module::current().set_profile(std::move(hook));
}

Module::Module(trace::Recorder& recorder)
    : m_recorder(recorder), m_main(Scheduler::current().running()) {
    s_current = this;
    m_recorder.add_listener(this);
}

Module::~Module() {
    m_recorder.remove_listener(this);
    s_current = nullptr;
}

Module& Module::current() {
    return *s_current;
}

Thread& Module::object_of(sched::ThreadControl& thread) {
    if (!thread.object) m_adopted.push_back(std::make_unique<Thread>(thread));
    return *static_cast<Thread*>(thread.object);
}

void Module::remember(local& data) {
    if (std::find(m_locals.begin(), m_locals.end(), &data) == m_locals.end())
        m_locals.push_back(&data);
}

void Module::thread_begins() {
    if (!m_trace && !m_profile) return;
    ThreadHooks& hooks = m_hooks[Scheduler::current().running().id];
    hooks = {m_trace, m_profile};
    tell(hooks, "call");
}

void Module::thread_ends(bool failed) {
    const ThreadId id = Scheduler::current().running().id;
    if (const auto found = m_hooks.find(id); found != m_hooks.end()) {
        if (failed) tell(found->second, "exception");
        tell(found->second, "return");
        m_hooks.erase(found);
    }
    for (std::size_t i = 0; i < m_locals.size(); ++i)
        m_locals[i]->clear_of(id);
}

namespace {

void call(Hook& hook, const HookEvent& event) {
    if (!hook) return;
    const std::string failure = failure_of([&] { hook(event); });
    if (failure.empty()) return;
    hook = {};
    write(fmt::format("Exception in a hook of threading: {}\n", failure), 2);
}

bool is_operation(EventKind kind) {
    return kind >= EventKind::acquire && kind <= EventKind::queue_got;
}

}  // namespace

void Module::tell(ThreadHooks& hooks, std::string_view what) {
    hooks.is_telling = true;
    const HookEvent event{what, current_thread(), {}};
    call(hooks.trace, event);
    if (what != "exception") call(hooks.profile, event);
    hooks.is_telling = false;
}

void Module::on_event(const trace::Event& event) {
    if (m_hooks.empty() || !is_operation(event.kind)) return;
    const auto found = m_hooks.find(event.thread);
    if (found == m_hooks.end() || found->second.is_telling) return;
    ThreadHooks& hooks = found->second;
    hooks.is_telling = true;
    call(hooks.profile, {"c_call", current_thread(), event});
    hooks.is_telling = false;
}

}  // namespace turnwise::threading
