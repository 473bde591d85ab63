#include "core/hand/command.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <stdexcept>

#include "core/hand/words.h"
#include "core/sched/pct_limits.h"

namespace turnwise::hand {

namespace {

using Verb = Command::Verb;

[[noreturn]] void refuse(std::string_view what) {
    throw std::invalid_argument(std::string(what));
}

ThreadId thread_from(std::string_view word) {
    if (word.starts_with('T') || word.starts_with('t')) word.remove_prefix(1);
    const auto thread = number_from<ThreadId>(word);
    if (!thread) refuse(fmt::format("`{}` is no number of a thread.", word));
    return *thread;
}

template <typename Number>
Number setting_from(std::string_view name, std::string_view value,
                    Number least = std::numeric_limits<Number>::min(),
                    Number most = std::numeric_limits<Number>::max()) {
    const auto number = number_from<Number>(value);
    if (!number) refuse(fmt::format("`{}` is no number for {}.", value, name));
    if (*number < least || *number > most)
        refuse(fmt::format("{} goes from {} to {}; `{}` is outside.", name, least, most, value));
    return *number;
}

void take_setting(std::string_view word, sched::PolicyOptions& policy) {
    const auto equals = word.rfind('=');
    if (word == "inherit") {
        policy.inherits_priority = true;
        return;
    }
    if (equals == std::string_view::npos || equals == 0)
        refuse(fmt::format("`{}` is no setting of a policy, as seed=3 is.", word));
    const std::string_view name = word.substr(0, equals);
    const std::string_view value = word.substr(equals + 1);
    if (policy.name == "priority")
        policy.priorities[std::string(name)] = setting_from<int>(name, value);
    else if (name == "seed")
        policy.seed = setting_from<std::uint64_t>(name, value);
    else if (name == "depth")
        policy.depth = setting_from<unsigned>(name, value, 1, sched::deepest_pct);
    else if (name == "length")
        policy.length = setting_from<std::uint64_t>(name, value, 1);
    else
        refuse(fmt::format("A policy has no setting `{}`; it has seed, depth and length.", name));
}

sched::PolicyOptions policy_from(std::string_view rest) {
    sched::PolicyOptions policy;
    if (const std::string_view name = take_word(rest); !name.empty())
        policy.name = std::string(name);
    if (policy.name == "manual" || !make_policy(policy))
        refuse(fmt::format(
            "`{}` is no policy to go on with; round-robin, fifo, priority, random and pct are.",
            policy.name));
    std::string setting;  // a name of a thread may hold blanks: "Thread-1 (task)=2"
    for (std::string_view word = take_word(rest); !word.empty(); word = take_word(rest)) {
        setting += setting.empty() ? word : fmt::format(" {}", word);
        const bool goes_on = policy.name == "priority" &&
                             word.find('=') == std::string_view::npos && setting != "inherit" &&
                             !trimmed(rest).empty();
        if (goes_on) continue;
        take_setting(setting, policy);
        setting.clear();
    }
    return policy;
}

std::optional<Verb> verb_about_thread(std::string_view word) {
    if (word == "step") return Verb::step;
    if (word == "run") return Verb::run;
    if (word == "freeze") return Verb::freeze;
    if (word == "thaw") return Verb::thaw;
    return std::nullopt;
}

bool switch_from(std::string_view word) {
    if (word != "on" && word != "off") refuse("`every` is followed by on or off.");
    return word == "on";
}

}  // namespace

Command Command::parse(std::string_view line) {
    std::string_view rest = line;
    const std::string_view word = take_word(rest);
    const std::string_view argument = trimmed(rest);
    if (word.empty()) refuse("An answer is missing: the number of a thread.");
    if (const auto verb = verb_about_thread(word))
        return {.verb = *verb, .thread = thread_from(argument)};
    if (word == "go") return {.verb = Verb::go, .policy = policy_from(rest)};
    if (word == "to")
        return {.verb = Verb::to,
                .breakpoint = Breakpoint::parse(fmt::format("line {}", argument))};
    if (word == "break")
        return {.verb = Verb::set_break, .breakpoint = Breakpoint::parse(argument)};
    if (word == "clear")
        return {
            .verb = Verb::clear,
            .number = argument.empty() ? 0 : setting_from<std::uint32_t>("a breakpoint", argument)};
    if (word == "every") return {.verb = Verb::every, .is_on = switch_from(argument)};
    if (!argument.empty() ||
        !number_from<ThreadId>(word.substr(word[0] == 'T' || word[0] == 't' ? 1 : 0)))
        refuse(
            fmt::format("`{}` is no answer: the number of a thread is, or step, run, go, to, "
                        "freeze, thaw, break, "
                        "clear, every.",
                        trimmed(line)));
    return {.verb = Verb::step, .thread = thread_from(word)};
}

}  // namespace turnwise::hand
