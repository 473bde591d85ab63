#include "tests/support/model/oracle.h"

#include <algorithm>
#include <map>

namespace turnwise::support::model {

using explore::Event;
using explore::Position;
using explore::Program;

namespace {

// An execution whose events stay.
struct Run {
    std::vector<Event> events;
    std::vector<std::vector<Position>> grants;

    Run(Program& program, std::span<const ThreadId> choices) {
        program.restart();
        for (const ThreadId thread : choices) {
            events.push_back(program.step(thread));
            grants.emplace_back(events.back().grants.begin(), events.back().grants.end());
        }
        for (std::size_t index = 0; index < events.size(); ++index)
            events[index].grants = grants[index];
    }
};

std::uint64_t mix(std::uint64_t hash, std::uint64_t value) {
    hash = (hash ^ value) * 0x9e3779b97f4a7c15;
    return hash ^ (hash >> 31);
}

}  // namespace

// A step's hash holds what it is and the hashes of all it depends on; of each thread the last
// counts.
Signature signature_of(std::span<const Event> events) {
    std::vector<std::uint64_t> hashes;
    std::map<ThreadId, std::uint64_t> last;
    for (std::size_t index = 0; index < events.size(); ++index) {
        const Event& event = events[index];
        std::vector<std::uint64_t> causes;
        for (std::size_t earlier = 0; earlier < index; ++earlier)
            if (events[earlier].thread == event.thread ||
                explore::conflict(events[earlier].operation, event.operation) ||
                std::ranges::find(event.grants, earlier) != event.grants.end())
                causes.push_back(hashes[earlier]);
        std::ranges::sort(causes);
        std::uint64_t hash =
            mix(mix(1, event.thread + 1), static_cast<std::uint64_t>(event.operation.kind));
        hash = mix(hash, event.operation.object);
        if (event.operation.accesses)
            for (const explore::Access& access : *event.operation.accesses)
                hash = mix(mix(hash, access.cell), static_cast<std::uint64_t>(access.kind));
        for (const std::uint64_t cause : causes)
            hash = mix(hash, cause);
        hashes.push_back(hash);
        last[event.thread] = hash;
    }
    Signature signature;
    for (const auto& [thread, hash] : last)
        signature.push_back(mix(mix(1, thread + 1), hash));
    return signature;
}

std::optional<Truth> all_traces(Program& program, std::size_t limit) {
    Truth truth;
    std::map<Signature, std::vector<ThreadId>> level;
    level[{}] = {};
    while (!level.empty()) {
        std::map<Signature, std::vector<ThreadId>> next;
        for (const auto& [signature, choices] : level) {
            Run here(program, choices);
            const std::span<const ThreadId> now = program.enabled();
            const std::vector<ThreadId> enabled(now.begin(), now.end());
            if (enabled.empty()) {
                truth.traces.insert(signature);
                truth.deadlocks += program.ending().kind == explore::Ending::Kind::deadlock;
            }
            for (const ThreadId thread : enabled) {
                std::vector<ThreadId> longer = choices;
                longer.push_back(thread);
                next.try_emplace(signature_of(Run(program, longer).events), longer);
            }
        }
        if (next.size() > limit) return std::nullopt;
        level = std::move(next);
    }
    return truth;
}

std::string outcome_of(const explore::Ending& ending) {
    std::string text = ending.kind == explore::Ending::Kind::deadlock ? "deadlock " : "finished ";
    for (const explore::Failure& failure : ending.failures)
        text += failure.message + "; ";
    return text + ending.state + ending.output;
}

std::optional<Interleavings> all_interleavings(Program& program, std::uint64_t limit) {
    Interleavings result;
    std::vector<std::vector<ThreadId>>
        open;  // by depth: choices that are left; the last is the one taken
    std::vector<ThreadId> choices;
    do {
        program.restart();
        for (const ThreadId thread : choices)
            program.step(thread);
        for (auto enabled = program.enabled(); !enabled.empty(); enabled = program.enabled()) {
            open.emplace_back(enabled.begin(), enabled.end());
            choices.push_back(open.back().back());
            program.step(choices.back());
        }
        result.outcomes.insert(outcome_of(program.ending()));
        if (++result.count > limit) return std::nullopt;
        while (!open.empty()) {
            open.back().pop_back();
            choices.pop_back();
            if (!open.back().empty()) break;
            open.pop_back();
        }
        if (!open.empty()) choices.push_back(open.back().back());
    } while (!open.empty());
    return result;
}

std::vector<std::uint64_t> count_by_preemptions(Program& program) {
    struct Best {
        std::uint32_t preemptions;
        std::vector<ThreadId> choices;
    };
    using Key = std::pair<Signature, ThreadId>;
    std::map<Key, Best> level;
    level[{{}, no_thread}] = {0, {}};
    std::map<Signature, std::uint32_t> fewest;
    while (!level.empty()) {
        std::map<Key, Best> next;
        for (const auto& [key, best] : level) {
            Run here(program, best.choices);
            const std::span<const ThreadId> now = program.enabled();
            const std::vector<ThreadId> enabled(now.begin(), now.end());
            if (enabled.empty()) {
                const auto [place, is_new] = fewest.try_emplace(key.first, best.preemptions);
                place->second = std::min(place->second, best.preemptions);
            }
            const bool can_go_on = std::ranges::find(enabled, key.second) != enabled.end();
            for (const ThreadId thread : enabled) {
                Best longer = best;
                longer.choices.push_back(thread);
                longer.preemptions += can_go_on && thread != key.second;
                const Key there = {signature_of(Run(program, longer.choices).events), thread};
                const auto [place, is_new] = next.try_emplace(there, longer);
                if (!is_new && place->second.preemptions > longer.preemptions)
                    place->second = longer;
            }
        }
        level = std::move(next);
    }
    std::vector<std::uint64_t> counts;
    for (const auto& [signature, preemptions] : fewest) {
        if (preemptions >= counts.size()) counts.resize(preemptions + 1);
        ++counts[preemptions];
    }
    for (std::size_t index = 1; index < counts.size(); ++index)
        counts[index] += counts[index - 1];
    return counts;
}

}  // namespace turnwise::support::model
