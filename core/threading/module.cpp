#include "core/threading/module.h"

#include "core/sched/scheduler.h"
#include "core/threading/errors.h"

namespace turnwise::threading {

using sched::Scheduler;
using trace::EventKind;

std::vector<Thread*> enumerate() {
    std::vector<Thread*> alive;
    for (const auto& thread : Scheduler::current().threads())
        if (thread->is_alive() && thread->object)
            alive.push_back(static_cast<Thread*>(thread->object));
    return alive;
}

std::size_t active_count() {
    return enumerate().size();
}

Thread& current_thread() {
    return *static_cast<Thread*>(Scheduler::current().running().object);
}

Thread& main_thread() {
    return Module::current().main_thread();
}

std::int64_t get_ident() {
    return Scheduler::current().running().ident;
}

void sleep(double seconds) {
    if (seconds < 0) raise_value_error("sleep length must be non-negative");
    const Tick until = deadline_after(seconds);
    Scheduler::current().sleep_until(until);
}

void print(std::string_view text) {
    Scheduler& scheduler = Scheduler::current();
    scheduler.count_output(text.size());
    if (!scheduler.recorder()) return;
    trace::Event record = scheduler.event(EventKind::output);
    record.text = scheduler.intern(text);
    record.value = 1;
    scheduler.record(record);
}

void settrace(Hook hook) {
    Module::current().set_trace(std::move(hook));
}

void setprofile(Hook hook) {
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

void Module::thread_begins() {
    if (!m_trace && !m_profile) return;
    auto& hooks = m_hooks[Scheduler::current().running().id] = {m_trace, m_profile};
    tell(hooks, "call");
}

void Module::thread_ends(bool failed) {
    const auto found = m_hooks.find(Scheduler::current().running().id);
    if (found == m_hooks.end()) return;
    if (failed) tell(found->second, "exception");
    tell(found->second, "return");
    m_hooks.erase(found);
}

void Module::tell(ThreadHooks& hooks, std::string_view what) {
    m_telling = true;
    const HookEvent event{what, current_thread(), {}};
    if (hooks.trace) hooks.trace(event);
    if (hooks.profile && what != "exception") hooks.profile(event);
    m_telling = false;
}

namespace {

bool is_operation(EventKind kind) {
    return kind >= EventKind::acquire && kind <= EventKind::queue_got;
}

}  // namespace

void Module::on_event(const trace::Event& event) {
    if (m_telling || m_hooks.empty() || !is_operation(event.kind)) return;
    const auto found = m_hooks.find(event.thread);
    if (found == m_hooks.end() || !found->second.profile) return;
    m_telling = true;
    found->second.profile({"c_call", current_thread(), event});
    m_telling = false;
}

}  // namespace turnwise::threading
