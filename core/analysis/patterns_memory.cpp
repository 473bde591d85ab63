#include "core/analysis/patterns_memory.h"

#include "core/analysis/condition.h"

namespace turnwise::analysis {

using trace::Event;
using trace::EventKind;

namespace {

constexpr std::size_t remembered_writes = 64;  // of one variable

const Variable* variable_in(const std::vector<Variable>& scope, const trace::Trace& trace,
                            std::string_view name) {
    const auto found = std::ranges::find_if(scope, [&](const Variable& variable) {
        return std::string_view(trace.text(variable.name)) == name;
    });
    return found == scope.end() ? nullptr : &*found;
}

const std::vector<Variable>* locals_at(const State& state, ThreadId thread, std::int64_t depth) {
    for (const Frame& frame : state.frames(thread))
        if (frame.depth == depth) return &frame.variables;
    return nullptr;
}

// "40" of the attribute `balance` in "<Account balance=40 owner='Ada'>".
std::optional<std::string> attribute_in(std::string_view repr, std::string_view attribute) {
    const std::string sought = " " + std::string(attribute) + "=";
    const auto begin = repr.find(sought);
    if (!repr.starts_with('<') || begin == std::string_view::npos) return std::nullopt;
    const auto from = begin + sought.size();
    const auto end = repr.find_first_of(" >", from);
    return std::string(repr.substr(from, end == std::string_view::npos ? end : end - from));
}

}  // namespace

void MemoryPatterns::take(EventIndex at, const State& before) {
    const Event& event = m_trace[at];
    if (event.thread == no_thread) return;
    switch (event.kind) {
        case EventKind::call:
            take_call(event);
            break;
        case EventKind::line:
            take_line(at, event, before);
            break;
        case EventKind::return_:
            take_return(event, before);
            break;
        case EventKind::exception:
            take_exception(at, event, before);
            break;
        case EventKind::variable:
            take_variable(at, event, before);
            break;
        case EventKind::read:
        case EventKind::write:
            take_access(at, event, before);
            break;
        case EventKind::thread_ended:
            m_threads.erase(event.other);
            return;
        default:
            break;
    }
    if (event.kind != EventKind::decision) m_threads[event.thread].last = at;
}

const SourceLine* MemoryPatterns::text_of(StringId file, std::uint32_t line) {
    const auto [known, is_new] = m_texts.try_emplace(file);
    if (is_new) {
        std::string_view text = m_trace.source_of(m_trace.text(file));
        while (!text.empty()) {
            const auto end = text.find('\n');
            known->second.push_back(source_line(text.substr(0, end)));
            text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        }
    }
    return line >= 1 && line <= known->second.size() ? &known->second[line - 1] : nullptr;
}

MemoryPatterns::Frame* MemoryPatterns::frame_of(ThreadId thread, std::int64_t depth) {
    for (Frame& frame : m_threads[thread].frames)
        if (frame.depth == depth) return &frame;
    return nullptr;
}

void MemoryPatterns::take_call(const Event& event) {
    auto& frames = m_threads[event.thread].frames;
    while (!frames.empty() && frames.back().depth >= event.value)
        frames.pop_back();
    frames.emplace_back().depth = event.value;
}

void MemoryPatterns::take_line(EventIndex at, const Event& event, const State& before) {
    auto& frames = m_threads[event.thread].frames;
    while (!frames.empty() && frames.back().depth > event.value)
        frames.pop_back();
    if (frames.empty() || frames.back().depth < event.value)
        frames.emplace_back().depth = event.value;
    Frame& frame = frames.back();
    leave_line(event.thread, frame, before);
    frame.line_at = at;
    frame.text = text_of(event.file, event.line);
    frame.reads.clear();
    frame.written.clear();
    if (!frame.text) return;
    while (!frame.checks.empty() &&
           frame.checks.back().text->indentation >= frame.text->indentation)
        frame.checks.pop_back();
    if (!frame.text->has_condition()) return;
    const Place place{before, event.thread, event.value};
    const auto& tokens = frame.text->tokens;
    const auto condition = std::span(tokens).subspan(
        frame.text->condition_begin, frame.text->condition_end - frame.text->condition_begin);
    if (holds(condition, [&](const std::string& path) { return value_of(path, place); }) == true)
        frame.checks.push_back({at, frame.text});
}

// A line may have written the very value that was there: then no event says so, but it wrote.
void MemoryPatterns::leave_line(ThreadId thread, Frame& frame, const State& before) {
    if (!frame.text || !frame.text->is_whole || is_exact()) return;
    const Place place{before, thread, frame.depth};
    for (const std::string& target : frame.text->targets)
        if (std::ranges::find(frame.written, target) == frame.written.end() &&
            base_of(target) == target && is_shared(target, place))
            take_write(m_threads[thread].last, target, frame, place);
}

void MemoryPatterns::take_return(const Event& event, const State& before) {
    auto& frames = m_threads[event.thread].frames;
    while (!frames.empty() && frames.back().depth > event.value)
        frames.pop_back();
    if (frames.empty() || frames.back().depth != event.value) return;
    leave_line(event.thread, frames.back(), before);
    frames.pop_back();
}

// `shelf.pop()` on a shelf that another thread has emptied since it was looked at.
void MemoryPatterns::take_exception(EventIndex at, const Event& event, const State& before) {
    Frame* frame = frame_of(event.thread, event.value);
    if (!frame || !frame->text) return;
    const Place place{before, event.thread, event.value};
    for (const std::string& path : frame->text->names_read())
        look_at_checks(at, std::string(base_of(path)), place);
    frame->text = nullptr;  // it did not come to its end
}

void MemoryPatterns::take_variable(EventIndex at, const Event& event, const State& before) {
    auto& frames = m_threads[event.thread].frames;
    if (frames.empty() || !frames.back().text) return;
    Frame& frame = frames.back();
    const std::string& name = m_trace.text(event.text);
    const Place place{before, event.thread, frame.depth};
    if (event.value != 0) {
        if (event.value == frame.depth) take_local(at, name, frame, place);
        return;
    }
    if (is_exact()) return;
    if (frame.text->assigns(name)) {
        frame.written.push_back(name);
        take_write(at, name, frame, place);
        return;
    }
    for (const std::string& target : frame.text->targets)
        if (base_of(target) == name) return take_write(at, target, frame, place);
    if (!frame.text->changes_inside(name)) return;  // somebody else's change, or nobody knows whose
    look_at_checks(at, name, place);
    m_writes[name].push_back({at, event.thread});
}

void MemoryPatterns::take_local(EventIndex at, const std::string& name, Frame& frame,
                                const Place& place) {
    std::vector<Read> origins;
    if (frame.text->assigns(name)) {
        if (is_exact()) origins = frame.reads;
        for (const std::string& path : frame.text->names_read()) {
            if (const auto known = frame.locals.find(std::string(base_of(path)));
                known != frame.locals.end())
                origins.insert(origins.end(), known->second.begin(), known->second.end());
            else if (!is_exact() && is_shared(base_of(path), place))
                origins.push_back({path, frame.line_at, at});
        }
    }
    frame.locals[name] = std::move(origins);
}

void MemoryPatterns::take_access(EventIndex at, const Event& event, const State& before) {
    auto& frames = m_threads[event.thread].frames;
    if (frames.empty()) return;
    Frame& frame = frames.back();
    const std::string& name = m_trace.text(event.text);
    const Place place{before, event.thread, frame.depth};
    if (!is_one_place(name, place)) return;
    if (event.kind == EventKind::read) {
        frame.reads.push_back({name, at, at});
        return;
    }
    // What is inside a container may change while its name stays: that is no update of the name.
    const bool is_content = frame.text && name == base_of(name) &&
                            name.find('[') == std::string::npos && !frame.text->assigns(name);
    if (is_content) {
        look_at_checks(at, name, place);
        m_writes[name].push_back({at, event.thread});
    } else if (frame.text) {
        take_write(at, name, frame, place);
    }
    m_written[name] = {at, event.detail};
}

void MemoryPatterns::take_write(EventIndex at, const std::string& variable, Frame& frame,
                                const Place& place) {
    look_at_checks(at, variable, place);
    if (const auto read = origin(variable, frame))
        if (const Write* lost = write_between(variable, place.thread, read->by, at))
            m_list.add({.kind = PatternKind::lost_update,
                        .at = at,
                        .threads = {place.thread, lost->thread},
                        .variable = variable,
                        .evidence = {read->at, lost->at, at}});
    auto& writes = m_writes[variable];
    writes.push_back({at, place.thread});
    if (writes.size() > 2 * remembered_writes)
        writes.erase(writes.begin(), writes.end() - remembered_writes);
}

void MemoryPatterns::look_at_checks(EventIndex at, const std::string& variable,
                                    const Place& place) {
    for (Frame& frame : m_threads[place.thread].frames)
        for (auto check = frame.checks.begin(); check != frame.checks.end();) {
            if (!check->text->reads(variable) || check->at == frame.line_at) {
                ++check;
                continue;
            }
            const auto& tokens = check->text->tokens;
            const auto condition = std::span(tokens).subspan(
                check->text->condition_begin,
                check->text->condition_end - check->text->condition_begin);
            const Place there{place.state, place.thread, frame.depth};
            const Write* other = write_between(variable, place.thread, check->at, at);
            if (other && holds(condition, [&](const std::string& path) {
                             return value_of(path, there);
                         }) == false)
                m_list.add({.kind = PatternKind::check_then_act,
                            .at = at,
                            .threads = {place.thread, other->thread},
                            .variable = variable,
                            .evidence = {check->at, other->at, at}});
            check = frame.checks.erase(check);  // from now on it is this thread's own doing
        }
}

std::optional<MemoryPatterns::Read> MemoryPatterns::origin(const std::string& variable,
                                                           const Frame& frame) const {
    for (const Read& read : frame.reads)
        if (read.variable == variable) return read;
    if (frame.text->reads(variable)) {
        if (is_exact() || !frame.text->reads_before_calls(variable)) return std::nullopt;
        return Read{variable, frame.line_at, frame.line_at};
    }
    std::optional<Read> latest;
    for (const std::string& path : frame.text->names_read()) {
        const auto known = frame.locals.find(std::string(base_of(path)));
        if (known == frame.locals.end()) continue;
        for (const Read& read : known->second)
            if (read.variable == variable && (!latest || read.at > latest->at)) latest = read;
    }
    return latest;
}

const MemoryPatterns::Write* MemoryPatterns::write_between(const std::string& variable,
                                                           ThreadId thread, EventIndex from,
                                                           EventIndex to) const {
    const auto writes = m_writes.find(variable);
    if (writes == m_writes.end()) return nullptr;
    for (auto write = writes->second.rbegin(); write != writes->second.rend() && write->at > from;
         ++write)
        if (write->thread != thread && write->at < to) return &*write;
    return nullptr;
}

bool MemoryPatterns::is_shared(std::string_view name, const Place& place) const {
    const auto* locals = locals_at(place.state, place.thread, place.depth);
    if (locals && variable_in(*locals, m_trace, name)) return false;
    return variable_in(place.state.globals(), m_trace, name) != nullptr;
}

// `counter`, `account.balance`, `stock["bread"]` of a global: the same place whoever says it.
bool MemoryPatterns::is_one_place(const std::string& access, const Place& place) const {
    const auto tokens = tokens_of(access);
    if (tokens.empty() || tokens.front().kind != Token::Kind::name ||
        !is_shared(base_of(tokens.front().text), place))
        return false;
    return std::ranges::all_of(tokens.begin() + 1, tokens.end(), [](const Token& token) {
        return token.kind == Token::Kind::number || token.kind == Token::Kind::text ||
               token.is("[") || token.is("]");
    });
}

std::optional<std::string> MemoryPatterns::value_of(const std::string& path,
                                                    const Place& place) const {
    const std::string base(base_of(path));
    const auto* locals = locals_at(place.state, place.thread, place.depth);
    const Variable* variable = locals ? variable_in(*locals, m_trace, base) : nullptr;
    const bool is_global = !variable;
    if (is_global) variable = variable_in(place.state.globals(), m_trace, base);
    if (const auto written = m_written.find(path);
        is_global && written != m_written.end() &&
        (!variable || written->second.at > variable->changed))
        return m_trace.text(written->second.value);
    if (!variable) return std::nullopt;
    const std::string& repr = m_trace.text(variable->value);
    return base == path ? std::optional(repr)
                        : attribute_in(repr, std::string_view(path).substr(base.size() + 1));
}

}  // namespace turnwise::analysis
