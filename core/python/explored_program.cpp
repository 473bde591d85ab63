#include "core/python/explored_program.h"

#include <cassert>

#include "core/python/search_execution.h"

namespace turnwise::python {

using explore::Access;
using explore::Ending;
using explore::Event;
using explore::Operation;

namespace {

ExploredProgram* current_program = nullptr;

}  // namespace

ExploredProgram::ExploredProgram(const python::Program& program, const sched::Options& options)
    : m_execution(std::make_unique<Execution>(program, options)) {
    assert(!current_program);
    current_program = this;
}

ExploredProgram::~ExploredProgram() {
    m_execution.reset();
    current_program = nullptr;
}

ExploredProgram* ExploredProgram::current() {
    return current_program;
}

void ExploredProgram::come_to_rest() {
    m_execution->come_to_rest();
}

void ExploredProgram::restart() {
    m_execution->restart();
}

void ExploredProgram::set_polls(explore::Polls polls) {
    m_execution->set_polls(polls);
}

std::span<const ThreadId> ExploredProgram::enabled() {
    return m_execution->enabled();
}

Operation ExploredProgram::pending(ThreadId thread) {
    return m_execution->pending(thread);
}

Event ExploredProgram::step(ThreadId thread) {
    return m_execution->step(thread);
}

const Ending& ExploredProgram::ending() {
    return m_execution->its_ending();
}

bool ExploredProgram::is_mutex(explore::Object object) const {
    return m_execution->is_mutex(object);
}

std::string ExploredProgram::thread_name(ThreadId thread) const {
    const auto& names = m_execution->thread_names;
    return thread < names.size() ? names[thread] : "";
}

std::string ExploredProgram::object_name(explore::Object object) const {
    return m_execution->numbers.name(object);
}

explore::Source ExploredProgram::source(explore::Place place) const {
    return m_execution->places.source(place);
}

std::string ExploredProgram::thread_identity(ThreadId thread) const {
    return m_execution->numbers.identity_of_thread(thread);
}

std::string ExploredProgram::object_identity(explore::Object object) const {
    return m_execution->numbers.identity(object);
}

void ExploredProgram::set_options(const sched::Options& options) {
    const bool keeps = m_execution->options.keeps_schedule;
    m_execution->options = options;
    m_execution->options.keeps_schedule = keeps;
}

void ExploredProgram::keep_schedules(bool keeps) {
    m_execution->options.keeps_schedule = keeps;
}

bool ExploredProgram::has_learnt() const {
    return m_execution->contention().has_learnt();
}

std::size_t ExploredProgram::shared_cells() const {
    return m_execution->contention().steps();
}

std::vector<std::string> ExploredProgram::unseen() const {
    const auto& unseen = m_execution->contention().unseen();
    return {unseen.begin(), unseen.end()};
}

void ExploredProgram::begin_search() {
    m_execution->contention().begin_search();
}

std::string ExploredProgram::schedule_text() const {
    return m_execution->schedule;
}

std::uint64_t ExploredProgram::choices_made() const {
    return m_execution->choices_made();
}

void ExploredProgram::begins_import(_frame* frame) {
    m_execution->begins_import(frame);
}

void ExploredProgram::may_end_import(_frame* frame) {
    m_execution->may_end_import(frame);
}

void ExploredProgram::access(std::span<const Access> accesses) {
    m_execution->access(accesses);
}

void ExploredProgram::access_again(std::span<const Access> accesses) {
    m_execution->access_again(accesses);
}

bool ExploredProgram::goes_on(const GoesOn& instruction) {
    return m_execution->goes_on(instruction);
}

void ExploredProgram::looks_at_threads() {
    m_execution->looks_at_threads();
}

std::uint64_t ExploredProgram::step_now() const {
    return m_execution->step_now();
}

PollWatch* ExploredProgram::poll_watch() {
    return m_execution->poll_watch();
}

void ExploredProgram::clock_is_read() {
    m_execution->clock_is_read();
}

void ExploredProgram::polls() {
    m_execution->polls();
}

void ExploredProgram::failed(_object* exception) {
    m_execution->failed(exception);
}

bool ExploredProgram::do_several_threads_print() const {
    return m_execution->do_several_threads_print;
}

void ExploredProgram::print(std::string_view text) {
    m_execution->print(text);
}

}  // namespace turnwise::python
