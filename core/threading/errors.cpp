#include "core/threading/errors.h"

#include <cxxabi.h>
#include <fmt/format.h>

#include <cstdlib>
#include <memory>
#include <typeinfo>

#include "core/sched/scheduler.h"

namespace turnwise::threading {

namespace {

void report(const std::string& line, const sched::Primitive* misused) {
    auto& scheduler = sched::Scheduler::current();
    if (!scheduler.recorder()) return;
    const bool is_in_trace = misused && (!misused->internal || misused->id() != no_object);
    const ObjectId object = is_in_trace ? scheduler.introduce(*misused) : no_object;
    trace::Event misuse = scheduler.event(trace::EventKind::misuse);
    misuse.text = scheduler.intern(line);
    misuse.object = object;
    scheduler.record(misuse);
}

// "RuntimeError", "threading.BrokenBarrierError", "std::logic_error".
std::string name_of(const std::type_info& type) {
    const std::unique_ptr<char, decltype(&std::free)> demangled(
        abi::__cxa_demangle(type.name(), nullptr, nullptr, nullptr), &std::free);
    std::string name = demangled ? demangled.get() : type.name();
    if (type == typeid(BrokenBarrierError)) return "threading.BrokenBarrierError";
    constexpr std::string_view ours = "turnwise::threading::";
    if (name.starts_with(ours)) name.erase(0, ours.size());
    return name;
}

}  // namespace

void raise_runtime_error(const char* text, const sched::Primitive* misused) {
    report(fmt::format("RuntimeError: {}", text), misused);
    throw RuntimeError(text);
}

void raise_value_error(const char* text, const sched::Primitive* misused) {
    report(fmt::format("ValueError: {}", text), misused);
    throw ValueError(text);
}

void raise_overflow_error(const char* text) {
    report(fmt::format("OverflowError: {}", text), nullptr);
    throw OverflowError(text);
}

std::string failure_of(const std::function<void()>& activity) {
    try {
        activity();
        return {};
    } catch (const std::exception& error) {
        const std::string_view text = error.what();
        return name_of(typeid(error)) + (text.empty() ? "" : ": ") + std::string(text);
    } catch (...) {
        return fmt::format("an exception of type {}",
                           name_of(*abi::__cxa_current_exception_type()));
    }
}

}  // namespace turnwise::threading
